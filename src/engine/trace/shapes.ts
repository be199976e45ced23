/**
 * Kernels that move, cut, join and repeat elements without computing with them, and the ones that
 * make constants.
 */
import { positiveAxis, sameShape, sizeOf, type Graph, type GraphType, type Value } from "./graph";
import { listOf, type KernelTable } from "./kernel";
import { cast, expand, reshape } from "./rewrite";

export const SHAPES: KernelTable = {
  Identity: ({ inputs }) => inputs["x"]!,
  Cast: ({ graph, inputs, settings }) => cast(graph, inputs["x"]!, settings["dtype"] as GraphType),
  Reshape: ({ graph, inputs, settings }) => {
    const x = inputs["x"]!;
    const wanted = settings["shape"] as number[];
    const known = wanted.reduce((product, size) => (size === -1 ? product : product * size), 1);
    const rest = known === 0 ? 0 : sizeOf(x.shape) / known;
    return reshape(
      graph,
      x,
      wanted.map((size) => (size === -1 ? rest : size)),
    );
  },
  ExpandDims: ({ graph, inputs, settings }) => {
    const x = inputs["input"]!;
    const shape = [...x.shape];
    shape.splice(positiveAxis(settings["dim"] as number, x.shape.length + 1), 0, 1);
    return reshape(graph, x, shape);
  },
  Transpose: ({ graph, inputs, settings }) => {
    const permutation = settings["perm"] as number[];
    return transpose(graph, inputs["x"]!, permutation);
  },
  Slice: ({ graph, inputs, settings }) => {
    const x = inputs["x"]!;
    const begin = [settings["begin"]].flat() as number[];
    const size = [settings["size"]].flat() as number[];
    const starts = x.shape.map((_, axis) => begin[axis] ?? 0);
    const shape = x.shape.map((whole, axis) => {
      const wanted = size[axis] ?? -1;
      return wanted === -1 ? whole - starts[axis]! : wanted;
    });
    return slice(graph, x, starts, shape);
  },
  StridedSlice: ({ graph, inputs, settings }) => stridedSlice(graph, inputs["x"]!, settings),
  Concat: ({ graph, inputs, settings }) =>
    concat(graph, listOf(inputs), settings["axis"] as number),
  Pack: ({ graph, inputs, settings }) => {
    const items = listOf(inputs);
    const axis = positiveAxis(settings["axis"] as number, items[0]!.shape.length + 1);
    const shape = [...items[0]!.shape];
    shape.splice(axis, 0, 1);
    return concat(
      graph,
      items.map((item) => reshape(graph, item, shape)),
      axis,
    );
  },
  Unpack: ({ graph, inputs, settings }) => {
    const x = inputs["value"]!;
    const axis = positiveAxis(settings["axis"] as number, x.shape.length);
    const shape = x.shape.filter((_, i) => i !== axis);
    return parts(graph, x, axis, Array<number>(x.shape[axis]!).fill(1)).map((part) =>
      reshape(graph, part, shape),
    );
  },
  SplitV: ({ graph, inputs, settings }) => {
    const x = inputs["x"]!;
    const axis = positiveAxis(settings["axis"] as number, x.shape.length);
    const given = settings["numOrSizeSplits"] as number | number[];
    return parts(graph, x, axis, splitSizes(given, x.shape[axis]!));
  },
  PadV2: ({ graph, inputs, settings }) => {
    const paddings = settings["paddings"] as [number, number][];
    return pad(graph, inputs["x"]!, paddings, "constant", settings["constantValue"] as number);
  },
  MirrorPad: ({ graph, inputs, settings }) => {
    const paddings = settings["paddings"] as [number, number][];
    if (settings["mode"] !== "reflect") {
      throw new RangeError('mirrorPad: the kernel table has mode "reflect" only');
    }
    return pad(graph, inputs["x"]!, paddings, "reflect", 0);
  },
  Tile: ({ graph, inputs, settings }) => tile(graph, inputs["x"]!, settings["reps"] as number[]),
  BroadcastTo: ({ graph, inputs, settings }) =>
    expand(graph, inputs["x"]!, settings["shape"] as number[]),
  Reverse: ({ graph, inputs, settings }) => {
    const x = inputs["x"]!;
    const axes = ([settings["dims"]].flat() as number[]).map((axis) =>
      positiveAxis(axis, x.shape.length),
    );
    if (axes.length === 0) return x;
    // From the last element (-1) down past the first, one step back at a time.
    const [starts, ends, steps] = [-1, -(2 ** 31), -1].map((value) =>
      graph.integers(axes.map(() => value)),
    );
    return graph.add("Slice", [x, starts!, ends!, graph.integers(axes), steps!], x);
  },
  Fill: ({ graph, settings }) =>
    graph.fill(
      settings["value"] as number,
      settings["shape"] as number[],
      (settings["dtype"] as GraphType | undefined) ?? "float32",
    ),
  ZerosLike: ({ graph, inputs }) => graph.fill(0, inputs["x"]!.shape, inputs["x"]!.dtype),
  OnesLike: ({ graph, inputs }) => graph.fill(1, inputs["x"]!.shape, inputs["x"]!.dtype),
  Range: ({ graph, settings }) => {
    const [start, stop, step] = ["start", "stop", "step"].map((key) => settings[key] as number);
    // tf.range counts down by itself when stop lies below start and no step is given.
    const by = stop! < start! && step === 1 ? -1 : step!;
    const dtype = (settings["dtype"] as GraphType | undefined) ?? "float32";
    return range(graph, start!, stop!, by, dtype);
  },
};

/** start, start + step, … below stop. An operation, not a list: its length may follow an axis. */
export function range(
  graph: Graph,
  start: number,
  stop: number,
  step: number,
  dtype: GraphType,
): Value {
  const length = Math.max(0, Math.ceil((stop - start) / step));
  const limits = [start, stop, step].map((value) => graph.scalar(value, dtype));
  return graph.add("Range", limits, { shape: [length], dtype });
}

export function transpose(graph: Graph, x: Value, permutation: readonly number[]): Value {
  if (permutation.every((from, to) => from === to)) return x;
  const shape = permutation.map((axis) => x.shape[axis]!);
  if (x.kind === "fill") return { ...x, shape };
  return graph.add("Transpose", [x], { shape, dtype: x.dtype }, { perm: [...permutation] });
}

export function concat(graph: Graph, items: readonly Value[], axis: number): Value {
  const first = items[0]!;
  if (items.length === 1) return first;
  const along = positiveAxis(axis, first.shape.length);
  const shape = [...first.shape];
  shape[along] = items.reduce((sum, item) => sum + item.shape[along]!, 0);
  return graph.add("Concat", items, { shape, dtype: first.dtype }, { axis: along });
}

export function slice(graph: Graph, x: Value, starts: readonly number[], shape: number[]): Value {
  if (sameShape(shape, x.shape)) return x;
  if (x.kind === "fill") return { ...x, shape };
  const ends = starts.map((start, axis) => start + shape[axis]!);
  const bounds = [graph.integers([...starts]), graph.integers(ends)];
  return graph.add("Slice", [x, ...bounds], { shape, dtype: x.dtype });
}

function stridedSlice(graph: Graph, x: Value, settings: Readonly<Record<string, unknown>>): Value {
  const masks = ["ellipsisMask", "newAxisMask"];
  if (masks.some((mask) => settings[mask])) {
    throw new RangeError("stridedSlice: the kernel table has no ellipsisMask and no newAxisMask");
  }
  const [begin, end] = ["begin", "end"].map((key) => settings[key] as number[]);
  const steps = (settings["strides"] as number[] | undefined) ?? begin!.map(() => 1);
  const has = (mask: string, axis: number) =>
    (((settings[mask] as number | undefined) ?? 0) & (1 << axis)) !== 0;
  const starts: number[] = [];
  const ends: number[] = [];
  const sizes: number[] = [];
  const dropped: number[] = [];
  x.shape.forEach((whole, axis) => {
    const step = steps[axis] ?? 1;
    const inside = (value: number, low: number, high: number) =>
      Math.min(Math.max(value < 0 ? value + whole : value, low), high);
    const [low, high] = step > 0 ? [0, whole] : [-1, whole - 1];
    const isGiven = axis < begin!.length;
    const from =
      !isGiven || has("beginMask", axis)
        ? step > 0
          ? 0
          : whole - 1
        : inside(begin![axis]!, low, high);
    const to =
      !isGiven || has("endMask", axis) ? (step > 0 ? whole : -1) : inside(end![axis]!, low, high);
    if (has("shrinkAxisMask", axis)) dropped.push(axis);
    const size = dropped.includes(axis) ? 1 : Math.max(0, Math.ceil((to - from) / step));
    starts.push(from);
    ends.push(dropped.includes(axis) ? from + 1 : to < 0 ? -(2 ** 31) : to);
    sizes.push(size);
  });
  const by = x.shape.map((_, axis) => (dropped.includes(axis) ? 1 : (steps[axis] ?? 1)));
  const lists = [starts, ends, x.shape.map((_, axis) => axis), by].map((list) =>
    graph.integers(list),
  );
  const cut = graph.add("Slice", [x, ...lists], { shape: sizes, dtype: x.dtype });
  return reshape(
    graph,
    cut,
    sizes.filter((_, axis) => !dropped.includes(axis)),
  );
}

/** With more outputs of one operation, some GPUs can't bind them all at once. */
const LARGEST_SPLIT = 7;

export function parts(graph: Graph, x: Value, axis: number, sizes: readonly number[]): Value[] {
  const shapes = sizes.map((size) => x.shape.map((whole, i) => (i === axis ? size : whole)));
  if (x.kind !== "fill" && sizes.length > 1 && sizes.length <= LARGEST_SPLIT) {
    const outputs = shapes.map((shape) => ({ shape, dtype: x.dtype }));
    return graph.addMany("Split", [x, graph.integers([...sizes])], outputs, { axis });
  }
  let at = 0;
  return shapes.map((shape) => {
    const starts = shape.map((_, i) => (i === axis ? at : 0));
    at += shape[axis]!;
    return slice(graph, x, starts, shape);
  });
}

function splitSizes(given: number | number[], whole: number): number[] {
  if (typeof given === "number") return Array<number>(given).fill(whole / given);
  const known = given.reduce((sum, size) => (size === -1 ? sum : sum + size), 0);
  return given.map((size) => (size === -1 ? whole - known : size));
}

function pad(
  graph: Graph,
  x: Value,
  paddings: readonly [number, number][],
  mode: string,
  value: number,
): Value {
  if (paddings.every(([before, after]) => before === 0 && after === 0)) return x;
  const amounts = [0, 1].flatMap((side) => paddings.map((padding) => padding[side]!));
  const shape = x.shape.map((size, axis) => size + paddings[axis]![0] + paddings[axis]![1]);
  const constant = graph.scalar(value, x.dtype);
  return graph.add(
    "Pad",
    [x, graph.integers(amounts), constant],
    { shape, dtype: x.dtype },
    { mode },
  );
}

function tile(graph: Graph, x: Value, repeats: readonly number[]): Value {
  const shape = x.shape.map((size, axis) => size * repeats[axis]!);
  if (x.kind === "fill") return { ...x, shape };
  // tf.broadcastTo comes as a Tile of axes of size 1, which ONNX can do without copying first.
  if (x.shape.every((size, axis) => size === 1 || repeats[axis] === 1))
    return expand(graph, x, shape);
  if (x.dtype !== "bool") {
    return graph.add("Tile", [x, graph.integers([...repeats])], { shape, dtype: x.dtype });
  }
  return cast(graph, tile(graph, cast(graph, x, "int32"), repeats), "bool");
}
