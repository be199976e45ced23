/**
 * Kernels that sum, average, compare or accumulate along axes.
 */
import { positiveAxis, sizeOf, type Value } from "./graph";
import type { Kernel, KernelCall, KernelSettings, KernelTable } from "./kernel";
import { cast, map, reshape } from "./rewrite";

export const REDUCTIONS: KernelTable = {
  Sum: (call) => reduce("ReduceSum", call, withoutBool(call)),
  Mean: (call) => reduce("ReduceMean", call, cast(call.graph, call.inputs["x"]!, "float32")),
  Max: (call) => reduce("ReduceMax", call, call.inputs["x"]!),
  Min: (call) => reduce("ReduceMin", call, call.inputs["x"]!),
  Prod: (call) => reduce("ReduceProd", call, withoutBool(call)),
  All: (call) => ofBool("ReduceMin", call),
  Any: (call) => ofBool("ReduceMax", call),
  ArgMax: arg("ArgMax"),
  ArgMin: arg("ArgMin"),
  Softmax: ({ graph, inputs, settings }) => {
    const x = cast(graph, inputs["logits"]!, "float32");
    return map(graph, "Softmax", x, {
      axis: positiveAxis(settings["dim"] as number, x.shape.length),
    });
  },
  LogSoftmax: ({ graph, inputs, settings }) => {
    const x = cast(graph, inputs["logits"]!, "float32");
    const axis = positiveAxis(settings["axis"] as number, x.shape.length);
    return map(graph, "LogSoftmax", x, { axis });
  },
  Cumsum: (call) => {
    const { graph, settings } = call;
    const x = withoutBool(call);
    const axis = graph.scalar(positiveAxis(settings["axis"] as number, x.shape.length), "int64");
    return graph.add("CumSum", [x, axis], x, {
      exclusive: settings["exclusive"] ? 1 : 0,
      reverse: settings["reverse"] ? 1 : 0,
    });
  },
  TopK: ({ graph, inputs, settings }) => {
    const x = inputs["x"]!;
    const k = settings["k"] as number;
    const shape = [...x.shape.slice(0, -1), k];
    const [values, places] = graph.addMany(
      "TopK",
      [x, graph.integers([k])],
      [
        { shape, dtype: x.dtype },
        { shape, dtype: "int64" },
      ],
      { axis: x.shape.length - 1, largest: 1, sorted: 1 },
    );
    return [values!, cast(graph, places!, "int32")];
  },
};

/** Sums as tf does: bool counts as int32. */
function withoutBool({ graph, inputs }: KernelCall): Value {
  const x = inputs["x"]!;
  return x.dtype === "bool" ? cast(graph, x, "int32") : x;
}

function ofBool(op: string, call: KernelCall): Value {
  const asNumbers = cast(call.graph, call.inputs["x"]!, "int32");
  return cast(call.graph, reduce(op, call, asNumbers), "bool");
}

function reduce(op: string, { graph, settings }: KernelCall, x: Value): Value {
  const axes = axesOf(settings, x.shape.length);
  const shape = reducedShape(x.shape, axes, settings["keepDims"] === true);
  if (axes.length === 0) return x;
  // One element along these axes: it is the sum, the mean, the largest.
  if (axes.every((axis) => x.shape[axis] === 1)) return reshape(graph, x, shape);
  if (x.kind === "fill" && op !== "ReduceSum" && op !== "ReduceProd" && sizeOf(x.shape) > 0) {
    return { ...x, shape };
  }
  const keepdims = settings["keepDims"] === true ? 1 : 0;
  const typed = { shape, dtype: x.dtype };
  // Since version 13 of the standard operators, of these the sum alone takes its axes as a value.
  return op === "ReduceSum"
    ? graph.add(op, [x, graph.integers(axes)], typed, { keepdims })
    : graph.add(op, [x], typed, { axes, keepdims });
}

function arg(op: string): Kernel {
  return ({ graph, inputs, settings }) => {
    const x = cast(
      graph,
      inputs["x"]!,
      inputs["x"]!.dtype === "bool" ? "int32" : inputs["x"]!.dtype,
    );
    const axis = axesOf(settings, x.shape.length)[0]!;
    const shape = reducedShape(x.shape, [axis], false);
    const found = graph.add(op, [x], { shape, dtype: "int64" }, { axis, keepdims: 0 });
    return cast(graph, found, "int32");
  };
}

function axesOf(settings: KernelSettings, rank: number): number[] {
  const given = settings["axis"] ?? settings["reductionIndices"];
  if (given === undefined || given === null) return Array.from({ length: rank }, (_, i) => i);
  const axes = [given].flat() as number[];
  return axes.map((axis) => positiveAxis(axis, rank)).sort((a, b) => a - b);
}

function reducedShape(shape: readonly number[], axes: number[], keepDims: boolean): number[] {
  return shape.flatMap((size, axis) => (axes.includes(axis) ? (keepDims ? [1] : []) : [size]));
}
