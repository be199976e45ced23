import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import type { Rng } from "../../../src/core/rng";
import * as tf from "../../../src/core/tf";
import { startLab } from "../../../src/engine/lab";
import { KERNELS } from "../../../src/engine/trace/backend";
import type { Kernel } from "../../../src/engine/trace/kernel";
import type { InputSpecs, InputType } from "../../../src/engine/trace/trace-function";
import { assertEqualsEager, DEVICE, withGradients, type EqualityOptions } from "../equals-eager";

type Op = (...inputs: tf.Tensor[]) => tf.Tensor;

const SIZES = [
  { B: 5, T: 7 },
  { B: 1, T: 3 },
  { B: 2, T: 1 },
];
const EMPTY = { B: 0, T: 3 };

const positive = (rng: Rng) => 0.1 + 2 * rng.uniform();
const inUnit = (rng: Rng) => 1.8 * rng.uniform() - 0.9;
/** Away from corners, where a derivative has two sides. */
const awayFromWhole = (rng: Rng) => rng.integer(7) - 3 + 0.1 + 0.8 * rng.uniform();

interface Case extends EqualityOptions {
  /** Compare gradients too. Default true where an input is float32. */
  gradient?: boolean;
  /** Run with no rows too, or not on WebGPU, where ONNX Runtime refuses it. Default true. */
  empty?: boolean | "not on webgpu";
}

/** What WGSL (the language of WebGPU's programs) promises of sines and their kind, section 15.7. */
const GPU_TRIGONOMETRY = 2e-3;
const TRIGONOMETRY = ["sin", "cos", "tan", "asin", "acos", "atan", "atan2"];

function check(name: string, op: Op, shapes: InputSpecs, { gradient, empty, ...rest }: Case = {}) {
  const isOnGpu = DEVICE === "webgpu";
  const isRough = isOnGpu && TRIGONOMETRY.includes(name.split(" ")[0]!);
  const names = Object.keys(shapes);
  const isReal = Object.values(shapes).some(({ dtype }) => dtype === "float32");
  it(name, async () => {
    const fn =
      (gradient ?? isReal)
        ? withGradients(op, names)
        : (inputs: Record<string, tf.Tensor>) => ({ result: op(...names.map((n) => inputs[n]!)) });
    const isNeverEmpty = empty === false || (isOnGpu && empty === "not on webgpu");
    const sizes = isNeverEmpty ? SIZES : [...SIZES, EMPTY];
    const tolerance = isRough ? { tolerance: GPU_TRIGONOMETRY } : {};
    await assertEqualsEager(fn, shapes, { sizes, ...tolerance, ...rest });
  });
}

function of(dtype: InputType, ...shapes: (number | string)[][]): InputSpecs {
  return Object.fromEntries(shapes.map((shape, i) => [`x${i}`, { dtype, shape }]));
}

const real = (...shapes: (number | string)[][]) => of("float32", ...shapes);
const whole = (...shapes: (number | string)[][]) => of("int32", ...shapes);
const bool = (...shapes: (number | string)[][]) => of("bool", ...shapes);

/** Kernels of the table that some test of this file has used. */
const used = new Set<string>();

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
  const table = KERNELS as Record<string, Kernel>;
  for (const [name, kernel] of Object.entries(table)) {
    table[name] = (call) => {
      used.add(name);
      return kernel(call);
    };
  }
});

describe("kernels of arithmetic equal eager ones, and so do their gradients", () => {
  const binary: [string, Op, EqualityOptions["draw"]?][] = [
    ["add", (a, b) => tf.add(a!, b!)],
    ["sub", (a, b) => tf.sub(a!, b!)],
    ["mul", (a, b) => tf.mul(a!, b!)],
    ["div", (a, b) => tf.div(a!, b!), positive],
    ["pow", (a, b) => tf.pow(a!, b!), positive],
    ["maximum", (a, b) => tf.maximum(a!, b!)],
    ["minimum", (a, b) => tf.minimum(a!, b!)],
    ["squaredDifference", (a, b) => tf.squaredDifference(a!, b!)],
    ["atan2", (a, b) => tf.atan2(a!, b!)],
  ];
  for (const [name, op, draw] of binary) {
    const options = draw ? { draw } : {};
    check(`${name} of equal shapes`, op, real(["B", "T", 3], ["B", "T", 3]), options);
    check(`${name} with rows repeated`, op, real(["B", "T", 3], ["T", 3]), options);
    check(`${name} with columns repeated`, op, real(["B", 1], ["B", "T"]), options);
    check(`${name} with a scalar`, op, real([], ["B", "T"]), options);
  }
  check("mod", (a, b) => tf.mod(a!, b!), real(["B", "T"], ["B", "T"]), { gradient: false });
  check("floorDiv", (a, b) => tf.floorDiv(a!, b!), real(["B", "T"], ["T"]), { gradient: false });
  check("addN", (a, b, c) => tf.addN([a!, b!, c!]), real(["B", 3], ["B", 3], ["B", 3]));
  for (const name of ["add", "sub", "mul", "maximum", "minimum", "floorDiv", "mod"] as const) {
    const op: Op = (a, b) => tf[name](a!, b!);
    check(`${name} of whole numbers, 0 among them`, op, whole(["B", "T"], ["B", "T"]));
  }
  const comparisons = [
    "equal",
    "notEqual",
    "greater",
    "greaterEqual",
    "less",
    "lessEqual",
  ] as const;
  for (const name of comparisons) {
    const op: Op = (a, b) => tf[name](a!, b!);
    check(`${name} of real numbers`, op, real(["B", "T"], ["T"]), { gradient: false });
    check(`${name} of whole numbers`, op, whole(["B", "T"], ["B", 1]));
    check(`${name} of bool`, op, bool(["B", "T"], ["T"]));
  }
  check("logicalAnd", (a, b) => tf.logicalAnd(a!, b!), bool(["B", "T"], ["T"]));
  check("logicalOr", (a, b) => tf.logicalOr(a!, b!), bool(["B", "T"], ["B", 1]));
  check("logicalXor", (a, b) => tf.logicalXor(a!, b!), bool(["B", "T"], ["B", "T"]));
  check("logicalNot", (a) => tf.logicalNot(a!), bool(["B", "T"]));
});

describe("kernels of one value equal eager ones, and so do their gradients", () => {
  const functions: [string, Op, EqualityOptions["draw"]?][] = [
    ["neg", (x) => tf.neg(x!)],
    ["abs", (x) => tf.abs(x!), awayFromWhole],
    ["sign", (x) => tf.sign(x!), awayFromWhole],
    ["floor", (x) => tf.floor(x!), awayFromWhole],
    ["ceil", (x) => tf.ceil(x!), awayFromWhole],
    ["round", (x) => tf.round(x!)],
    ["square", (x) => tf.square(x!)],
    ["exp", (x) => tf.exp(x!)],
    ["expm1", (x) => tf.expm1(x!)],
    ["log", (x) => tf.log(x!), positive],
    ["log1p", (x) => tf.log1p(x!), inUnit],
    ["sqrt", (x) => tf.sqrt(x!), positive],
    ["rsqrt", (x) => tf.rsqrt(x!), positive],
    ["reciprocal", (x) => tf.reciprocal(x!), positive],
    ["erf", (x) => tf.erf(x!)],
    ["sigmoid", (x) => tf.sigmoid(x!)],
    ["logSigmoid", (x) => tf.logSigmoid(x!)],
    ["softplus", (x) => tf.softplus(x!)],
    ["tanh", (x) => tf.tanh(x!)],
    ["sin", (x) => tf.sin(x!)],
    ["cos", (x) => tf.cos(x!)],
    ["tan", (x) => tf.tan(x!), inUnit],
    ["asin", (x) => tf.asin(x!), inUnit],
    ["acos", (x) => tf.acos(x!), inUnit],
    ["atan", (x) => tf.atan(x!)],
    ["sinh", (x) => tf.sinh(x!)],
    ["cosh", (x) => tf.cosh(x!)],
    ["relu", (x) => tf.relu(x!)],
    ["relu6", (x) => tf.relu6(tf.mul(x!, 5))],
    ["elu", (x) => tf.elu(x!)],
    ["selu", (x) => tf.selu(x!)],
    ["leakyRelu", (x) => tf.leakyRelu(x!, 0.3)],
    ["step", (x) => tf.step(x!, 0.25)],
    ["clipByValue", (x) => tf.clipByValue(x!, -0.7, 1.1)],
  ];
  for (const [name, op, draw] of functions) {
    check(name, op, real(["B", "T", 3]), draw ? { draw } : {});
  }
  check("prelu", (x, alpha) => tf.prelu(x!, alpha!), real(["B", 3], [3]));
  for (const name of ["exp"] as const) {
    check(`${name} of whole numbers`, (x) => tf[name](x!), whole(["B", "T"]), {
      draw: (rng) => 1 + rng.integer(5),
    });
  }
  for (const name of ["neg", "abs", "sign", "square", "relu"] as const) {
    check(`${name} of whole numbers`, (x) => tf[name](x!), whole(["B", "T"]));
  }
  const odd = (rng: Rng) => [NaN, Infinity, -Infinity, 0, 1.5, -3][rng.integer(6)]!;
  for (const name of ["isNaN", "isInf", "isFinite"] as const) {
    check(name, (x) => tf[name](x!), real(["B", "T"]), { draw: odd, gradient: false });
  }
  it("expm1 and log1p keep the digits of numbers near 0", async () => {
    const tiny = { draw: (rng: Rng) => 1e-6 * rng.normal(), sizes: [{ B: 50 }] };
    const scaled: Op = (x) => tf.mul(tf.add(tf.expm1(x!), tf.log1p(x!)), 1e6);
    const fn = (inputs: Record<string, tf.Tensor>) => ({ result: scaled(inputs["x0"]!) });
    await assertEqualsEager(fn, real(["B"]), { ...tiny, tolerance: 1e-6 });
  });
});

describe("kernels of reductions equal eager ones, and so do their gradients", () => {
  for (const [label, axis] of [
    ["all axes", undefined],
    ["the first axis", 0],
    ["the last axis", -1],
    ["two axes", [0, 2]],
    ["two axes, the later one first", [1, 0]],
  ] as [string, number | number[] | undefined][]) {
    for (const keep of [false, true]) {
      const kept = keep ? ", kept" : "";
      const specs = real(["B", "T", 3]);
      check(`sum over ${label}${kept}`, (x) => tf.sum(x!, axis, keep), specs);
      check(`mean over ${label}${kept}`, (x) => tf.mean(x!, axis, keep), specs);
      check(`max over ${label}${kept}`, (x) => tf.max(x!, axis, keep), specs, { empty: false });
      check(`min over ${label}${kept}`, (x) => tf.min(x!, axis, keep), specs, { empty: false });
    }
  }
  check("prod", (x) => tf.prod(x!, 1), real(["B", "T"]));
  check("prod over two axes, kept", (x) => tf.prod(x!, [0, 2], true), real(["B", "T", 3]));
  const withZeros = (rng: Rng) => (rng.integer(3) === 0 ? 0 : rng.normal());
  check("prod with zeros", (x) => tf.prod(x!, 1), real(["B", "T"]), { draw: withZeros });
  check("sum of whole numbers", (x) => tf.sum(x!, 1), whole(["B", "T"]));
  check("sum of bool counts", (x) => tf.sum(x!, 1), bool(["B", "T"]));
  check("mean of whole numbers", (x) => tf.mean(x!, 1), whole(["B", "T"]));
  check("mean of bool", (x) => tf.mean(x!, 1), bool(["B", "T"]));
  check("max of whole numbers", (x) => tf.max(x!, 1), whole(["B", "T"]), { empty: false });
  check("all", (x) => tf.all(x!, 1), bool(["B", "T"]), { empty: "not on webgpu" });
  check("any", (x) => tf.any(x!, [0, 1]), bool(["B", "T"]), { empty: false });
  check("argMax", (x) => tf.argMax(x!, 1), real(["B", "T"]), { gradient: false });
  check("argMin takes the first of equals", (x) => tf.argMin(x!, 0), whole(["T", "B"]));
  check("softmax", (x) => tf.softmax(x!), real(["B", "T", 3]), { empty: "not on webgpu" });
  check("logSoftmax", (x) => tf.logSoftmax(x!), real(["B", "T"]), { empty: "not on webgpu" });
  it("logSoftmax by the kernel of that name, too", async () => {
    const fn = ({ x0 }: Record<string, tf.Tensor>) => {
      if (tf.getBackend() === "cpu") return { result: tf.logSoftmax(x0!) };
      const settings = { axis: -1 };
      return {
        result: tf.engine().runKernel(tf.LogSoftmax, { logits: x0! }, settings) as tf.Tensor,
      };
    };
    await assertEqualsEager(fn, real(["B", "T"]), { sizes: SIZES });
  });
  check("logSumExp", (x) => tf.logSumExp(x!, -1), real(["B", "T"]), { empty: "not on webgpu" });
  check("moments", (x) => tf.moments(x!, [1]).variance, real(["B", "T"]));
  check("norm", (x) => tf.norm(x!, "euclidean", 1), real(["B", "T"]));
  check("cumsum", (x) => tf.cumsum(x!, 1), real(["B", "T"]));
  check("cumsum down the columns", (x) => tf.cumsum(x!, 0), real(["B", "T"]));
  check("cumsum backwards, without itself", (x) => tf.cumsum(x!, 1, true, true), real([3, "T"]));
  check("topk values", (x) => tf.topk(x!, 3).values, real(["B", 7]), {
    gradient: false,
    empty: false,
  });
  check("topk places", (x) => tf.topk(x!, 3).indices, real(["B", 7]), {
    gradient: false,
    empty: false,
  });
});

describe("kernels of shapes equal eager ones, and so do their gradients", () => {
  const x = real(["B", "T", 6]);
  check("reshape", (a) => tf.reshape(a!, [-1, 2, 3]), x, { empty: false });
  check("expandDims and squeeze", (a) => tf.squeeze(tf.expandDims(a!, 1), [1]), x);
  check("transpose", (a) => tf.transpose(a!, [2, 0, 1]), x);
  check("slice", (a) => tf.slice(a!, [0, 0, 2], [-1, -1, 3]), x);
  check(
    "slice as long as another axis",
    (a, b) => tf.slice(a!, [0, 0], [b!.shape[0]!, 4]),
    {
      table: { dtype: "float32", shape: [40, 4] },
      other: { dtype: "float32", shape: ["B"] },
    },
    { axes: { B: { max: 40 } }, gradient: false },
  );
  check("stridedSlice", (a) => tf.stridedSlice(a!, [0, 0, 5], [1, 1, 0], [1, 1, -2], 3, 3), x, {
    gradient: false,
  });
  check(
    "stridedSlice dropping an axis",
    (a) => tf.stridedSlice(a!, [0, 0, 1], [1, 1, 2], [1, 1, 1], 3, 3, 0, 0, 4),
    x,
    { gradient: false },
  );
  check("concat", (a, b) => tf.concat([a!, b!, a!], 1), real(["B", "T", 2], ["B", 3, 2]));
  check("stack", (a, b) => tf.stack([a!, b!], -1), real(["B", "T"], ["B", "T"]));
  check("unstack", (a) => tf.sub(...(tf.unstack(a!, 1) as [tf.Tensor, tf.Tensor])), real(["B", 2]));
  check("split in equal parts", (a) => tf.mul(tf.split(a!, 3, 2)[0]!, tf.split(a!, 3, 2)[2]!), x);
  check("split by sizes", (a) => tf.square(tf.split(a!, [1, 5], 2)[1]!), x);
  check(
    "pad",
    (a) =>
      tf.pad(
        a!,
        [
          [1, 2],
          [0, 3],
        ],
        0.5,
      ),
    real(["B", "T"]),
  );
  check(
    "mirrorPad",
    (a) =>
      tf.mirrorPad(
        a!,
        [
          [0, 0],
          [2, 1],
        ],
        "reflect",
      ),
    real(["B", 5]),
    {
      gradient: false,
      empty: false,
    },
  );
  check("tile", (a) => tf.tile(a!, [2, 3]), real(["B", "T"]));
  check("tile of bool", (a) => tf.tile(a!, [2, 1]), bool(["B", "T"]));
  check("broadcastTo", (a, b) => tf.broadcastTo(a!, b!.shape), real(["B", 1], ["B", "T"]), {
    gradient: false,
  });
  it("broadcastTo by the kernel of that name, too", async () => {
    const fn = ({ x0, x1 }: Record<string, tf.Tensor>) => {
      const { shape } = x1!;
      if (tf.getBackend() === "cpu") return { result: tf.broadcastTo(x0!, shape) };
      return { result: tf.engine().runKernel(tf.BroadcastTo, { x: x0! }, { shape }) as tf.Tensor };
    };
    await assertEqualsEager(fn, real(["B", 1], [3, "B", "T"]), { sizes: [...SIZES, EMPTY] });
  });
  check("reverse", (a) => tf.reverse(a!, [0, 2]), x);
  check("cast to whole numbers", (a) => tf.cast(a!, "int32"), x, { gradient: false });
  check("cast to bool and back", (a) => tf.cast(tf.cast(a!, "bool"), "float32"), whole(["B", "T"]));
  check("zerosLike and onesLike", (a) => tf.add(tf.zerosLike(a!), tf.onesLike(a!)), x);
  check("range as long as an axis", (a) => tf.add(a!, tf.range(0, a!.shape[1]!)), real(["B", "T"]));
  check("range of whole numbers", (a) => tf.mul(a!, tf.range(0, 4, 1, "int32")), whole(["B", 4]));
  check("eye as large as an axis", (a) => tf.add(a!, tf.eye(a!.shape[1]!)), real(["B", "T", "T"]));
  check("eye that is wider than high", (a) => tf.mul(a!, tf.eye(2, 3)), real(["B", 2, 3]));
  check("fill", (a) => tf.add(a!, tf.fill(a!.shape, 2.5)), real(["B", "T"]));
  check(
    "a causal mask",
    (a) => {
      const size = a!.shape[1]!;
      const rows = tf.expandDims(tf.range(0, size, 1, "int32"), 1);
      const isPast = tf.lessEqual(tf.range(0, size, 1, "int32"), rows);
      return tf.where(isPast, a!, tf.fill(a!.shape, -1e9));
    },
    real(["B", "T", "T"]),
  );
  check("bandPart", (a) => tf.linalg.bandPart(a!, 1, 2), real(["T", "T"]), {
    gradient: false,
    sizes: [{ T: 3 }, { T: 8 }],
    empty: false,
  });
});

describe("kernels of lookups equal eager ones, and so do their gradients", () => {
  const table = { table: { dtype: "float32", shape: [13, 3] } } as const;
  const ids = (shape: (number | string)[]) => ({ ids: { dtype: "int32", shape } }) as const;
  const draw = (rng: Rng, name: string) => (name === "ids" ? rng.integer(13) : rng.normal());
  const gather: Op = (rows, places) => tf.gather(rows!, places!);
  check(
    "gather of rows",
    gather,
    { ...table, ...ids(["B", "T"]) },
    { draw, empty: "not on webgpu" },
  );
  check(
    "gather along the last axis",
    (a, b) => tf.gather(a!, b!, 1),
    {
      ...{ values: { dtype: "float32", shape: ["B", 13] } },
      ...ids(["T"]),
    },
    { draw, empty: "not on webgpu" },
  );
  const batched = (axis: number, batchDims: number, shape: (number | string)[], at: string[]) =>
    check(
      `gather along axis ${axis} of [${shape}], ${batchDims} of it batch`,
      (a, b) => tf.gather(a!, b!, axis, batchDims),
      { values: { dtype: "float32", shape }, ids: { dtype: "int32", shape: at } },
      // Eagerly TensorFlow.js can't look up an empty batch.
      { draw: (rng, name) => (name === "ids" ? rng.integer(4) : rng.normal()), empty: false },
    );
  batched(1, 1, ["B", 4], ["B", "T"]);
  batched(1, 1, ["B", 4, 3], ["B", "T"]);
  batched(2, 1, ["B", "T", 4, 3], ["B", "T"]);
  batched(2, 2, ["B", "T", 4], ["B", "T"]);
  check(
    "gatherND",
    (a, b) => tf.gatherND(a!, b!),
    {
      ...table,
      ...ids(["B", 1]),
    },
    { draw, gradient: false },
  );
  check(
    "scatterND adds up",
    (a, b) => tf.scatterND(b!, a!, [13, 3]),
    {
      updates: { dtype: "float32", shape: ["B", 3] },
      ...ids(["B", 1]),
    },
    { draw, empty: "not on webgpu", gradient: false },
  );
  check(
    "tensorScatterUpdate",
    (a, b, c) => tf.tensorScatterUpdate(a!, tf.slice(b!, [0, 0], [1, 1]), c!),
    {
      ...table,
      ...ids([2, 1]),
      updates: { dtype: "float32", shape: [1, 3] },
    },
    { draw, gradient: false },
  );
  check(
    "unsortedSegmentSum",
    (a, b) => tf.unsortedSegmentSum(a!, b! as tf.Tensor1D, 13),
    {
      rows: { dtype: "float32", shape: ["B", 3] },
      ...ids(["B"]),
    },
    { draw, empty: "not on webgpu" },
  );
  check("oneHot", (a) => tf.oneHot(a!, 13), ids(["B", "T"]), { draw });
  check("oneHot with other values", (a) => tf.oneHot(a!, 13, 5, -2), ids(["B"]), { draw });
  check(
    "oneHot as wide as an axis",
    (a, b) => tf.oneHot(a!, b!.shape[0]!),
    {
      ...ids(["B"]),
      other: { dtype: "int32", shape: ["T"] },
    },
    {
      draw,
      sizes: [
        { B: 5, T: 7 },
        { B: 1, T: 2 },
      ],
    },
  );
  check("bincount", (a) => tf.bincount(a! as tf.Tensor1D, tf.tensor1d([]), 13), ids(["B"]), {
    draw,
    empty: "not on webgpu",
  });
  for (const isWeighted of [false, true]) {
    it(`denseBincount ${isWeighted ? "of weights" : "of counts"}`, async () => {
      const fn = ({ ids: x, values }: Record<string, tf.Tensor>) => {
        const weights = isWeighted ? values! : tf.tensor1d([]);
        const settings = { size: 13, binaryOutput: false };
        return {
          result: tf
            .engine()
            .runKernel(tf.DenseBincount, { x: x!, weights }, settings) as tf.Tensor,
        };
      };
      const values = { dtype: "float32", shape: ["B"] } as const;
      await assertEqualsEager(fn, { ...ids(["B"]), values }, { draw, sizes: SIZES });
    });
  }
  check("where", (c, a, b) => tf.where(c!, a!, b!), {
    condition: { dtype: "bool", shape: ["B", "T"] },
    a: { dtype: "float32", shape: ["B", "T"] },
    b: { dtype: "float32", shape: ["B", "T"] },
  });
  check("where with columns repeated", (c, a, b) => tf.where(c!, a!, b!), {
    condition: { dtype: "bool", shape: ["B", 1] },
    a: { dtype: "int32", shape: ["B", "T"] },
    b: { dtype: "int32", shape: ["T"] },
  });
  check("where of bool", (c, a, b) => tf.where(c!, a!, b!), bool(["B"], ["B"], ["B"]));
});

describe("kernels of products equal eager ones, and so do their gradients", () => {
  for (const [ta, tb] of [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ] as const) {
    const a = (...batch: (number | string)[]) => [...batch, ...(ta ? ["T", 3] : [3, "T"])];
    const b = (...batch: (number | string)[]) => [...batch, ...(tb ? [5, "T"] : ["T", 5])];
    const matMul: Op = (x, y) => tf.matMul(x!, y!, ta, tb);
    check(`matMul ${ta} ${tb}`, matMul, real(a(), b()), { empty: false });
    check(`matMul of batches ${ta} ${tb}`, matMul, real(a("B", 2), b("B", 2)));
    check(`matMul of whole numbers ${ta} ${tb}`, matMul, whole(a("B"), b("B")));
  }
  check(
    "matMul with one matrix for all",
    (x, y) => tf.matMul(x!, y!),
    real(["B", "T", 3], [3, 5]),
    {
      gradient: false,
      empty: false,
    },
  );
  check("dot", (x, y) => tf.dot(x!, y!), real(["B", 3], [3]), { empty: false });
  check("einsum", (x, y) => tf.einsum("bti,bsi->bts", x!, y!), real(["B", "T", 3], ["B", 5, 3]), {
    gradient: false,
    empty: false,
  });
  check(
    "fused.matMul",
    (x, y, z) => tf.fused.matMul({ a: x!, b: y!, bias: z!, activation: "relu" }),
    real(["B", 3], [3, 5], [5]),
    {
      empty: false,
    },
  );
});

describe("the kernel table", () => {
  it("has no kernel that the tests above leave out", () => {
    // These two have tests of their own: random.test.ts and hand-gradients.test.ts.
    const elsewhere = ["StatelessUniform", "LabLayerNorm"];
    const untested = Object.keys(KERNELS).filter((name) => !used.has(name));
    assert.deepEqual(untested.sort(), elsewhere.sort());
  });
});
