/**
 * Kernels of arithmetic and comparison: two values, element by element.
 *
 * Where ONNX' operation differs from TensorFlow.js's at the edges (division by zero, remainders of
 * negative numbers), a few operations more make it the same.
 */
import type { Graph, Value } from "./graph";
import { listOf, type Kernel, type KernelTable } from "./kernel";
import { cast, elementwise, map, type ElementwiseOptions } from "./rewrite";

export const ARITHMETIC: KernelTable = {
  Add: arithmetic("Add", { fold: (a, b) => a + b, neutral: { value: 0, side: "both" } }),
  Sub: arithmetic("Sub", { fold: (a, b) => a - b, neutral: { value: 0, side: "right" } }),
  Multiply: arithmetic("Mul", { fold: (a, b) => a * b, neutral: { value: 1, side: "both" } }),
  RealDiv: ({ graph, inputs }) => divide(graph, inputs["a"]!, inputs["b"]!),
  FloorDiv: ({ graph, inputs }) => floorDivide(graph, inputs["a"]!, inputs["b"]!),
  Mod: ({ graph, inputs }) => remainder(graph, inputs["a"]!, inputs["b"]!),
  Pow: arithmetic("Pow", { fold: Math.pow, neutral: { value: 1, side: "right" } }),
  Maximum: arithmetic("Max", { fold: Math.max }),
  Minimum: arithmetic("Min", { fold: Math.min }),
  SquaredDifference: ({ graph, inputs }) => {
    const difference = subtract(graph, inputs["a"]!, inputs["b"]!);
    return multiply(graph, difference, difference);
  },
  AddN: ({ graph, inputs }) => listOf(inputs).reduce((sum, x) => add(graph, sum, x)),
  Equal: comparison("Equal"),
  NotEqual: (call) => map(call.graph, "Not", comparison("Equal")(call) as Value),
  Greater: comparison("Greater"),
  GreaterEqual: comparison("GreaterOrEqual"),
  Less: comparison("Less"),
  LessEqual: comparison("LessOrEqual"),
  LogicalAnd: logical("And"),
  LogicalOr: logical("Or"),
  LogicalNot: ({ graph, inputs }) => map(graph, "Not", cast(graph, inputs["x"]!, "bool")),
};

export function add(graph: Graph, a: Value, b: Value): Value {
  return elementwise(graph, "Add", a, b, {
    fold: (x, y) => x + y,
    neutral: { value: 0, side: "both" },
  });
}

export function subtract(graph: Graph, a: Value, b: Value): Value {
  return elementwise(graph, "Sub", a, b, {
    fold: (x, y) => x - y,
    neutral: { value: 0, side: "right" },
  });
}

export function multiply(graph: Graph, a: Value, b: Value): Value {
  return elementwise(graph, "Mul", a, b, {
    fold: (x, y) => x * y,
    neutral: { value: 1, side: "both" },
  });
}

/** condition ? a : b, element by element; ORT has no Where for bool. */
export function select(graph: Graph, condition: Value, a: Value, b: Value): Value {
  const dtype = a.dtype;
  const wide = dtype === "bool" ? "int32" : dtype;
  const [shapeA, shapeB] = [a, b].map(({ shape }) => shape);
  const shape = [condition.shape, shapeA!, shapeB!].reduce((x, y) => (sizeRank(x, y) ? x : y));
  const operands = [cast(graph, condition, "bool"), cast(graph, a, wide), cast(graph, b, wide)];
  return cast(graph, graph.add("Where", operands, { shape, dtype: wide }), dtype);
}

/** Of two shapes that broadcast to one of them: whether the first is that one. */
function sizeRank(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return a.length > b.length;
  return a.every((size, axis) => size === b[axis] || b[axis] === 1);
}

function arithmetic(op: string, options: ElementwiseOptions): Kernel {
  return ({ graph, inputs }) => {
    const { a, b } = inputs as { a: Value; b: Value };
    if (a.dtype === "bool") {
      throw new TypeError(`${op} of bool values isn't in the kernel table: cast them to int32`);
    }
    return elementwise(graph, op, a, b, options);
  };
}

function comparison(op: string): Kernel {
  return ({ graph, inputs }) => {
    const wide = (x: Value) => (x.dtype === "bool" ? cast(graph, x, "int32") : x);
    return elementwise(graph, op, wide(inputs["a"]!), wide(inputs["b"]!), { dtype: "bool" });
  };
}

function logical(op: string): Kernel {
  return ({ graph, inputs }) => {
    const [a, b] = [cast(graph, inputs["a"]!, "bool"), cast(graph, inputs["b"]!, "bool")];
    return elementwise(graph, op, a, b);
  };
}

function divide(graph: Graph, a: Value, b: Value): Value {
  if (a.dtype !== "float32") return byNonZero(graph, b, (divisor) => quotient(graph, a, divisor));
  return quotient(graph, a, b);
}

function quotient(graph: Graph, a: Value, b: Value): Value {
  return elementwise(graph, "Div", a, b, {
    ...(a.dtype === "float32" && { fold: (x: number, y: number) => x / y }),
    neutral: { value: 1, side: "right" },
  });
}

/** Rounded down, always int32. ONNX' Mod has the divisor's sign, so the rest divides exactly. */
function floorDivide(graph: Graph, a: Value, b: Value): Value {
  if (a.dtype === "float32") {
    return cast(graph, map(graph, "Floor", quotient(graph, a, b)), "int32");
  }
  return byNonZero(graph, b, (divisor) => {
    const rest = elementwise(graph, "Mod", a, divisor);
    return quotient(graph, subtract(graph, a, rest), divisor);
  });
}

function remainder(graph: Graph, a: Value, b: Value): Value {
  if (a.dtype !== "float32") {
    return byNonZero(graph, b, (divisor) => elementwise(graph, "Mod", a, divisor));
  }
  // fmod has the dividend's sign; where the two signs differ, one divisor more makes it right.
  const attributes = { fmod: 1 };
  const fmod = (x: Value, y: Value) => elementwise(graph, "Mod", x, y, { attributes });
  const rest = fmod(a, b);
  const isNegative = (x: Value) =>
    elementwise(graph, "Less", x, graph.scalar(0, "float32"), { dtype: "bool" });
  const sameSign = elementwise(graph, "Equal", isNegative(a), isNegative(b), { dtype: "bool" });
  return select(graph, sameSign, rest, fmod(add(graph, rest, b), b));
}

/** Whole numbers divided by 0 give 0, as an int32 array makes of Infinity; ORT would crash. */
function byNonZero(graph: Graph, b: Value, compute: (divisor: Value) => Value): Value {
  if (b.kind === "fill" && b.value !== 0) return compute(b);
  const zero = graph.scalar(0, b.dtype);
  const isZero = elementwise(graph, "Equal", b, zero, { dtype: "bool" });
  const divisor = select(graph, isZero, graph.fill(1, b.shape, b.dtype), b);
  const result = compute(divisor);
  return select(graph, isZero, graph.fill(0, result.shape, result.dtype), result);
}
