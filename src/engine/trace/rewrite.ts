/**
 * The steps that most kernels share, each with the rewriting that keeps the graph small: constants
 * are computed at once, x · 1 and x + 0 are x, and a value stays as small as it is when the next
 * operation repeats it anyway.
 */
import {
  broadcastShape,
  sameShape,
  type Attributes,
  type Graph,
  type GraphType,
  type Shape,
  type Value,
} from "./graph";

const CAST_CODES: Record<GraphType, number> = { float32: 1, int32: 6, int64: 7, bool: 9 };

/** The same elements in the same order under another shape. */
export function reshape(graph: Graph, x: Value, shape: Shape): Value {
  if (sameShape(x.shape, shape)) return x;
  if (x.kind === "array" || x.kind === "fill") return { ...x, shape };
  // A reshape of a reshape only needs the last shape.
  const isReshape = x.kind === "node" && x.node.op === "Reshape";
  const source = isReshape ? x.node.inputs[0]! : x;
  if (sameShape(source.shape, shape)) return source;
  return graph.add(
    "Reshape",
    [source, graph.integers([...shape])],
    { shape, dtype: x.dtype },
    {
      allowzero: 1, // a 0 in the shape is an empty axis, not "as it was"
    },
  );
}

/** Repeats axes of size 1, and adds axes in front, until x has the shape. */
export function expand(graph: Graph, x: Value, shape: Shape): Value {
  if (sameShape(x.shape, shape)) return x;
  if (x.kind === "fill") return { ...x, shape };
  return graph.add("Expand", [x, graph.integers([...shape])], { shape, dtype: x.dtype });
}

export function cast(graph: Graph, x: Value, dtype: GraphType): Value {
  if (x.dtype === dtype) return x;
  if (x.kind === "fill") return { ...x, value: castNumber(x.value, dtype), dtype };
  if (x.kind === "array") {
    return { ...x, values: Array.from(x.values, (value) => castNumber(value, dtype)), dtype };
  }
  return graph.add("Cast", [x], { shape: x.shape, dtype }, { to: CAST_CODES[dtype] });
}

export interface ElementwiseOptions {
  /** Computes two constants at once. Without it they stay an operation. */
  fold?: (a: number, b: number) => number;
  /** Default: as the operands. */
  dtype?: GraphType;
  /** x op neutral = x, for an operand on the right, or on either side. */
  neutral?: { value: number; side: "right" | "both" };
  attributes?: Attributes;
}

/** An operation on two values, element by element. */
export function elementwise(
  graph: Graph,
  op: string,
  a: Value,
  b: Value,
  { fold, dtype = a.dtype, neutral, attributes }: ElementwiseOptions = {},
): Value {
  const shape = broadcastShape(a.shape, b.shape);
  if (fold && a.kind === "fill" && b.kind === "fill") {
    return graph.fill(roundTo(dtype, fold(a.value, b.value)), shape, dtype);
  }
  if (neutral && b.kind === "fill" && Object.is(b.value, neutral.value)) {
    return expand(graph, a, shape);
  }
  if (neutral?.side === "both" && a.kind === "fill" && Object.is(a.value, neutral.value)) {
    return expand(graph, b, shape);
  }
  const left = unspread(a, b.shape, shape);
  const right = unspread(b, left.shape, shape);
  return graph.add(op, [left, right], { shape, dtype }, attributes);
}

/** An operation that keeps shape and type. */
export function map(graph: Graph, op: string, x: Value, attributes: Attributes = {}): Value {
  return graph.add(op, [x], { shape: x.shape, dtype: x.dtype }, attributes);
}

/** What x was before it was repeated to its shape, if the other operand repeats it anyway. */
function unspread(x: Value, other: Shape, result: Shape): Value {
  const before =
    x.kind === "fill"
      ? { ...x, shape: [] }
      : x.kind === "node" && x.node.op === "Expand"
        ? x.node.inputs[0]!
        : x;
  return sameShape(broadcastShape(before.shape, other), result) ? before : x;
}

function castNumber(value: number, dtype: GraphType): number {
  if (dtype === "bool") return value !== 0 ? 1 : 0;
  return dtype === "float32" ? value : Math.trunc(value);
}

/** As an array of that type would hold it, so that folding gives what computing would have. */
function roundTo(dtype: GraphType, value: number): number {
  if (dtype === "float32") return Math.fround(value);
  return dtype === "int32" ? value | 0 : value;
}
