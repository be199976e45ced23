/**
 * Kernels that read or write at places given by values: rows of an embedding, and the gradients
 * that go back to them.
 */
import { add, select } from "./arithmetic";
import { positiveAxis, sizeOf, type Graph, type GraphType, type Value } from "./graph";
import type { KernelCall, KernelTable } from "./kernel";
import { cast, elementwise, reshape } from "./rewrite";
import { range, transpose } from "./shapes";

export const LOOKUPS: KernelTable = {
  GatherV2: gather,
  GatherNd: ({ graph, inputs }) => {
    const { params, indices } = inputs as { params: Value; indices: Value };
    const depth = indices.shape[indices.shape.length - 1]!;
    const shape = [...indices.shape.slice(0, -1), ...params.shape.slice(depth)];
    const places = cast(graph, indices, "int64");
    return graph.add("GatherND", [params, places], { shape, dtype: params.dtype });
  },
  ScatterNd: ({ graph, inputs, settings }) => {
    const { indices, updates } = inputs as { indices: Value; updates: Value };
    const zeros = graph.fill(0, settings["shape"] as number[], updates.dtype);
    return scatter(graph, zeros, indices, updates, "add");
  },
  TensorScatterUpdate: ({ graph, inputs }) => {
    const { tensor, indices, updates } = inputs as Record<string, Value>;
    return scatter(graph, tensor!, indices!, updates!, "none");
  },
  UnsortedSegmentSum: ({ graph, inputs, settings }) => {
    const { x, segmentIds } = inputs as { x: Value; segmentIds: Value };
    const zeros = graph.fill(0, [settings["numSegments"] as number, ...x.shape.slice(1)], x.dtype);
    const column = reshape(graph, segmentIds, [...segmentIds.shape, 1]);
    return scatter(graph, zeros, column, x, "add");
  },
  OneHot: ({ graph, inputs, settings }) => {
    const indices = inputs["indices"]!;
    const depth = settings["depth"] as number;
    const dtype = (settings["dtype"] as GraphType | undefined) ?? "int32";
    const column = reshape(graph, indices, [...indices.shape, 1]);
    const places = range(graph, 0, depth, 1, "int32");
    const isHot = elementwise(graph, "Equal", cast(graph, column, "int32"), places, {
      dtype: "bool",
    });
    const [on, off] = [settings["onValue"] as number, settings["offValue"] as number];
    if (on === 1 && off === 0) return cast(graph, isHot, dtype);
    return select(
      graph,
      isHot,
      graph.fill(on, isHot.shape, dtype),
      graph.fill(off, isHot.shape, dtype),
    );
  },
  Bincount: bincount,
  DenseBincount: bincount,
  Select: ({ graph, inputs }) => {
    const { condition, t, e } = inputs as { condition: Value; t: Value; e: Value };
    // tf.where with a list of conditions chooses whole rows.
    const isRows = condition.shape.length === 1 && t.shape.length > 1;
    const shape = isRows
      ? [condition.shape[0]!, ...t.shape.slice(1).map(() => 1)]
      : condition.shape;
    return select(graph, reshape(graph, condition, shape), t, e);
  },
};

function gather({ graph, inputs, settings }: KernelCall): Value {
  const { x, indices } = inputs as { x: Value; indices: Value };
  const axis = positiveAxis((settings["axis"] as number | undefined) ?? 0, x.shape.length);
  const batchDims = (settings["batchDims"] as number | undefined) ?? 0;
  const places = cast(graph, indices, "int32");
  const shape = [
    ...x.shape.slice(0, axis),
    ...indices.shape.slice(batchDims),
    ...x.shape.slice(axis + 1),
  ];
  if (batchDims === 0) return graph.add("Gather", [x, places], { shape, dtype: x.dtype }, { axis });

  // All batches in one table of rows, each with its own range of places.
  const size = (from: number, to?: number) => sizeOf(x.shape.slice(from, to));
  const [batch, middle, inner] = [size(0, batchDims), size(batchDims, axis), size(axis + 1)];
  const length = x.shape[axis]!;
  const looked = sizeOf(indices.shape.slice(batchDims));
  const turned = transpose(graph, reshape(graph, x, [batch, middle, length, inner]), [0, 2, 1, 3]);
  const starts = reshape(graph, range(graph, 0, batch * length, length, "int32"), [batch, 1]);
  const all = add(graph, reshape(graph, places, [batch, looked]), starts);
  const table = reshape(graph, turned, [batch * length, middle * inner]);
  const typed = { shape: [batch, looked, middle * inner], dtype: x.dtype };
  const rows = graph.add("Gather", [table, all], typed, { axis: 0 });
  const parts = reshape(graph, rows, [batch, looked, middle, inner]);
  return reshape(graph, transpose(graph, parts, [0, 2, 1, 3]), shape);
}

/** How often each whole number below `size` stands in x, or the sum of its weights. */
function bincount({ graph, inputs, settings }: KernelCall): Value {
  const { x, weights } = inputs as { x: Value; weights: Value };
  if (x.shape.length !== 1 || settings["binaryOutput"] === true) {
    throw new RangeError("bincount: the kernel table has one axis and counts only");
  }
  const column = reshape(graph, x, [...x.shape, 1]);
  const zeros = graph.fill(0, [settings["size"] as number], weights.dtype);
  const isCount = weights.shape[0] === 0;
  const each = isCount ? graph.fill(1, x.shape, weights.dtype) : weights;
  return scatter(graph, zeros, column, each, "add");
}

/** target with the updates added to it, or put in its place, at the given places. */
function scatter(
  graph: Graph,
  target: Value,
  indices: Value,
  updates: Value,
  reduction: string,
): Value {
  const places = cast(graph, indices, "int64");
  return graph.add("ScatterND", [target, places, updates], target, { reduction });
}
