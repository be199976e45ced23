/**
 * Kernels of one value, element by element: roots, exponentials, activations.
 *
 * TensorFlow.js lets int32 into functions of real numbers and answers float32; ONNX wants float32
 * on both sides, so these convert first.
 */
import { add, multiply, select, subtract } from "./arithmetic";
import type { Graph, Shape, Value } from "./graph";
import type { Kernel, KernelTable } from "./kernel";
import { cast, elementwise, map } from "./rewrite";

export const FUNCTIONS: KernelTable = {
  Neg: keepingType("Neg", (x) => -x),
  Abs: keepingType("Abs", Math.abs),
  Sign: keepingType("Sign", Math.sign),
  Floor: rounding("Floor"),
  Ceil: rounding("Ceil"),
  Round: rounding("Round"), // both round halves to the even neighbour
  Relu: keepingType("Relu", (x) => Math.max(x, 0)),
  Square: ({ graph, inputs }) => multiply(graph, inputs["x"]!, inputs["x"]!),
  Exp: ofReal("Exp"),
  Log: ofReal("Log"),
  Sqrt: ofReal("Sqrt", Math.sqrt),
  Rsqrt: ({ graph, inputs }) => map(graph, "Reciprocal", map(graph, "Sqrt", real(graph, inputs))),
  Reciprocal: ofReal("Reciprocal", (x) => 1 / x),
  Erf: ofReal("Erf"),
  Sigmoid: ofReal("Sigmoid"),
  Softplus: ofReal("Softplus"),
  Sin: ofReal("Sin"),
  Cos: ofReal("Cos"),
  Tan: ofReal("Tan"),
  Asin: ofReal("Asin"),
  Acos: ofReal("Acos"),
  Atan: ofReal("Atan"),
  Atan2: ({ graph, inputs }) => atan2(graph, inputs["a"]!, inputs["b"]!),
  Sinh: ofReal("Sinh"),
  Cosh: ofReal("Cosh"),
  Tanh: ofReal("Tanh"),
  Expm1: ({ graph, inputs }) => expMinusOne(graph, real(graph, inputs)),
  Log1p: ({ graph, inputs }) => logOfOnePlus(graph, real(graph, inputs)),
  Elu: ofReal("Elu"),
  EluGrad: ({ graph, inputs }) => {
    const { dy, y } = inputs as { dy: Value; y: Value };
    const one = graph.scalar(1, "float32");
    const isPositive = compare(graph, "GreaterOrEqual", y, 0);
    return select(graph, isPositive, dy, multiply(graph, dy, add(graph, y, one)));
  },
  Selu: ({ graph, inputs }) => {
    const alpha = { float: 1.7580993408473768 / 1.0507009873554805 };
    return map(graph, "Selu", real(graph, inputs), { alpha, gamma: { float: 1.0507009873554805 } });
  },
  LeakyRelu: ({ graph, inputs, settings }) =>
    map(graph, "LeakyRelu", real(graph, inputs), { alpha: { float: settings["alpha"] as number } }),
  Prelu: ({ graph, inputs }) => {
    const { x, alpha } = inputs as { x: Value; alpha: Value };
    return select(graph, compare(graph, "Less", x, 0), multiply(graph, alpha, x), x);
  },
  Relu6: ({ graph, inputs }) => clip(graph, inputs["x"]!, 0, 6),
  ClipByValue: ({ graph, inputs, settings }) =>
    clip(
      graph,
      inputs["x"]!,
      settings["clipValueMin"] as number,
      settings["clipValueMax"] as number,
    ),
  Step: ({ graph, inputs, settings }) => {
    const x = inputs["x"]!;
    const [one, low] = [1, settings["alpha"] as number].map((v) => graph.fill(v, x.shape, x.dtype));
    const stepped = select(graph, compare(graph, "Greater", x, 0), one!, low!);
    if (x.dtype !== "float32") return stepped;
    return select(graph, map2Bool(graph, "IsNaN", x), x, stepped);
  },
  IsNan: ({ graph, inputs }) => map2Bool(graph, "IsNaN", real(graph, inputs)),
  IsInf: ({ graph, inputs }) => map2Bool(graph, "IsInf", real(graph, inputs)),
  IsFinite: ({ graph, inputs }) => {
    const x = real(graph, inputs);
    const isNot = elementwise(
      graph,
      "Or",
      map2Bool(graph, "IsNaN", x),
      map2Bool(graph, "IsInf", x),
    );
    return map(graph, "Not", isNot);
  },
};

function keepingType(op: string, fold: (x: number) => number): Kernel {
  return ({ graph, inputs }) => {
    const x = inputs["x"]!;
    if (x.dtype === "bool") {
      throw new TypeError(`${op} of bool values isn't in the kernel table: cast them to int32`);
    }
    return x.kind === "fill" ? { ...x, value: fold(x.value) } : map(graph, op, x);
  };
}

function rounding(op: string): Kernel {
  return ({ graph, inputs }) =>
    inputs["x"]!.dtype === "float32" ? map(graph, op, inputs["x"]!) : inputs["x"]!;
}

function ofReal(op: string, fold?: (x: number) => number): Kernel {
  return ({ graph, inputs }) => {
    const x = real(graph, inputs);
    return fold && x.kind === "fill"
      ? { ...x, value: Math.fround(fold(x.value)) }
      : map(graph, op, x);
  };
}

function real(graph: Graph, inputs: Readonly<Record<string, Value>>): Value {
  return cast(graph, inputs["x"]!, "float32");
}

function map2Bool(graph: Graph, op: string, x: Value): Value {
  return graph.add(op, [x], { shape: x.shape, dtype: "bool" });
}

function compare(graph: Graph, op: string, x: Value, limit: number): Value {
  return elementwise(graph, op, x, graph.scalar(limit, x.dtype), { dtype: "bool" });
}

function clip(graph: Graph, x: Value, low: number, high: number): Value {
  const limits = [low, high].map((limit) => graph.scalar(limit, x.dtype));
  return graph.add("Clip", [x, ...limits], { shape: x.shape, dtype: x.dtype });
}

/** Below it in size, e^x - 1 and ln(1 + x) would lose more than two bits, and series end soon. */
const NEAR_ZERO = 0.25;

/**
 * e^x - 1 without losing the digits of a small x: there x(1 + x/2 + x²/6 + … + x⁷/8!).
 *
 * Kahan's way, with a logarithm instead of the series (Higham 2002, "Accuracy and Stability of
 * Numerical Algorithms", section 1.14.1), wants exact ones near 1: those of GPUs are off by 2^-21.
 */
function expMinusOne(graph: Graph, x: Value): Value {
  const far = subtract(graph, map(graph, "Exp", x), graph.scalar(1, "float32"));
  const factors = [1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040, 1 / 40320];
  return nearZero(graph, x, multiply(graph, x, polynomial(graph, x, factors)), far);
}

/** ln(1 + x); near 0 it is 2·artanh(s) = 2s(1 + s²/3 + s⁴/5 + s⁶/7 + s⁸/9) of s = x / (2 + x). */
function logOfOnePlus(graph: Graph, x: Value): Value {
  const number = (value: number) => graph.scalar(value, "float32");
  const far = map(graph, "Log", add(graph, x, number(1)));
  const s = divide(graph, x, add(graph, x, number(2)));
  const sum = polynomial(graph, multiply(graph, s, s), [2, 2 / 3, 2 / 5, 2 / 7, 2 / 9]);
  return nearZero(graph, x, multiply(graph, s, sum), far);
}

function nearZero(graph: Graph, x: Value, near: Value, far: Value): Value {
  return select(graph, compare(graph, "Less", map(graph, "Abs", x), NEAR_ZERO), near, far);
}

/** a + bx + cx² + …, by Horner's rule. */
function polynomial(graph: Graph, x: Value, factors: readonly number[]): Value {
  const [last, ...rest] = factors.map((factor) => graph.scalar(factor, "float32")).reverse();
  return rest.reduce((sum, factor) => add(graph, multiply(graph, sum, x), factor), last!);
}

/** The angle of the point (b, a): that of (|b|, a), mirrored where b < 0; 0 for the origin. */
function atan2(graph: Graph, a: Value, b: Value): Value {
  const fill = (value: number, shape: Shape) => graph.fill(value, shape, "float32");
  const front = map(graph, "Atan", divide(graph, a, map(graph, "Abs", b)));
  const [zeroA, zeroB] = [a, b].map((x) => compare(graph, "Equal", x, 0));
  const isOrigin = elementwise(graph, "And", zeroA!, zeroB!);
  const right = select(graph, isOrigin, fill(0, front.shape), front);
  const halfTurn = select(
    graph,
    compare(graph, "Less", a, 0),
    fill(-Math.PI, a.shape),
    fill(Math.PI, a.shape),
  );
  const behind = subtract(graph, halfTurn, right);
  return select(graph, compare(graph, "Less", b, 0), behind, right);
}

function divide(graph: Graph, a: Value, b: Value): Value {
  return elementwise(graph, "Div", a, b);
}
