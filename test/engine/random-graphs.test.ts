import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng, type Rng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import type { InputSpecs } from "../../src/engine/trace/trace-function";
import { assertEqualsEager, unevenGradient } from "./equals-eager";

const GRAPHS = Number(process.env["LAB_TEST_GRAPHS"] ?? 200);
const OPERATIONS = 12;
const AXES = ["B", "T"] as const;
const SIZES = [
  { B: 4, T: 6 },
  { B: 1, T: 3 },
  { B: 7, T: 1 },
];

/** A step of a random function: takes the values so far and adds one. */
type Step = (values: tf.Tensor[]) => tf.Tensor;

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

describe(`${GRAPHS} random functions of ${OPERATIONS} operations`, () => {
  it("and their gradients are compiled to what they are eagerly, at three sizes", async () => {
    const names = new Set<string>();
    for (let seed = 0; seed < GRAPHS; seed++) {
      const rng = createRng(seed);
      const { fn, inputs, trail } = randomFunction(rng);
      trail.forEach((name) => names.add(name));
      try {
        await assertEqualsEager(fn, inputs, { sizes: SIZES, tolerance: 2e-4 });
      } catch (error) {
        throw new Error(
          `random function ${seed} (${trail.join(" ")}): ${(error as Error).message}`,
          { cause: error },
        );
      }
    }
    // A few functions don't come to every kind.
    if (GRAPHS >= 100) assert.equal(names.size, KINDS.length, `tried ${[...names].join(", ")}`);
  });
});

/**
 * Every value keeps the shape [B, T, 5]: what an operation takes away (a sum, a slice) it gives
 * back by repeating or padding, so that any operation can follow any other.
 */
const KINDS: [string, (rng: Rng) => Step][] = [
  ["add", binary((a, b) => tf.add(a, b))],
  ["sub", binary((a, b) => tf.sub(a, b))],
  ["mul", binary((a, b) => tf.mul(tf.tanh(a), b))],
  ["div", binary((a, b) => tf.div(a, tf.add(tf.square(b), 1)))],
  ["maximum", binary((a, b) => tf.maximum(a, b))],
  ["where", binary((a, b) => tf.where(isAbove(a, 0.1), a, b))],
  ["tanh", unary((x) => tf.tanh(x))],
  ["sigmoid", unary((x) => tf.sigmoid(x))],
  ["erf", unary((x) => tf.erf(x))],
  ["relu", unary((x) => tf.relu(x))],
  ["softplus", unary((x) => tf.softplus(x))],
  ["log1p", unary((x) => tf.log1p(tf.abs(x)))],
  ["sqrt", unary((x) => tf.sqrt(tf.add(tf.square(x), 0.5)))],
  ["softmax", unary((x) => tf.softmax(x))],
  ["logSoftmax", unary((x) => tf.logSoftmax(x))],
  ["clip", unary((x) => tf.clipByValue(x, -1, 1))],
  ["scale", scaled],
  ["centre", alongAxis((x, axis) => tf.sub(x, tf.mean(x, axis, true)))],
  ["sum", alongAxis((x, axis) => tf.add(x, tf.mul(tf.sum(x, axis, true), 0.1)))],
  ["max", alongAxis((x, axis) => tf.sub(x, tf.max(x, axis, true)))],
  ["norm", alongAxis((x, axis) => tf.div(x, length(x, axis)))],
  ["cumsum", alongAxis((x, axis) => tf.mul(tf.cumsum(x, axis), 0.3))],
  ["below", alongAxis((x, axis) => tf.minimum(x, tf.mean(tf.square(x), axis, true)))],
  ["variance", alongAxis((x, axis) => tf.squaredDifference(tf.tanh(x), tf.mean(x, axis, true)))],
  ["prod", alongAxis((x, axis) => tf.add(x, tf.prod(tf.tanh(x), axis, true)))],
  ["atan2", binary((a, b) => tf.atan2(a, tf.add(tf.square(b), 0.5)))],
  ["dropout", unary((x) => tf.mul(x, tf.cast(tf.less(drawn(x.shape), 0.8), "float32")))],
  ["reverse", alongAxis((x, axis) => tf.reverse(x, axis))],
  ["transpose", unary((x) => tf.transpose(tf.tanh(tf.transpose(x, [2, 0, 1])), [1, 2, 0]))],
  ["reshape", unary((x) => tf.reshape(tf.softmax(tf.reshape(x, [-1, 5])), x.shape))],
  ["attend", binary((a, b) => tf.matMul(tf.softmax(tf.matMul(a, b, false, true)), b))],
  ["gram", unary((x) => tf.matMul(x, tf.mul(tf.matMul(x, x, true, false), 0.01)))],
  [
    "slice",
    unary((x) =>
      tf.pad(tf.slice(x, [0, 0, 1], [-1, -1, 3]), [
        [0, 0],
        [0, 0],
        [1, 1],
      ]),
    ),
  ],
  ["concat", binary((a, b) => tf.slice(tf.concat([a, b], 2), [0, 0, 3], [-1, -1, 5]))],
  ["stack", binary((a, b) => tf.mean(tf.stack([a, b], 1), 1))],
  ["split", unary((x) => tf.concat(tf.split(x, [2, 3], 2).reverse(), 2))],
  ["gather", unary((x) => tf.gather(x, tf.tensor1d([4, 0, 0, 2, 1], "int32"), 2))],
  ["tile", unary((x) => tf.slice(tf.tile(x, [1, 1, 2]), [0, 0, 2], [-1, -1, 5]))],
  ["places", unary((x) => tf.add(x, tf.reshape(tf.range(0, x.shape[1]!), [1, -1, 1])))],
  ["mask", unary((x) => tf.mul(x, tf.cast(isAbove(x, besideMean(x)), "float32")))],
  ["oneHot", unary((x) => tf.mul(x, tf.oneHot(tf.argMax(x, -1), 5)))],
];

function randomFunction(rng: Rng) {
  const trail: string[] = [];
  const steps = Array.from({ length: OPERATIONS }, () => {
    const [name, draw] = rng.pick(KINDS);
    trail.push(name);
    return draw(rng);
  });
  const compute = (a: tf.Tensor, b: tf.Tensor, c: tf.Tensor) => {
    const values = [a, tf.add(a, b), tf.add(a, c)];
    for (const step of steps) values.push(tf.clipByValue(step(values), -30, 30));
    // A path past the operations, so that every input has a gradient.
    return tf.add(last(values), tf.mul(values[1]!, values[2]!));
  };
  // b repeats along T and the last axis, c along B.
  const inputs: InputSpecs = {
    a: { dtype: "float32", shape: [...AXES, 5] },
    b: { dtype: "float32", shape: ["B", 1, 1] },
    c: { dtype: "float32", shape: ["T", 5] },
  };
  const fn = (given: Record<string, tf.Tensor>) => {
    const { a, b, c } = given as { a: tf.Tensor; b: tf.Tensor; c: tf.Tensor };
    const result = compute(a, b, c);
    const [da, db, dc] = tf.grads(compute)([a, b, c], unevenGradient(result));
    return { result, da: da!, db: db!, dc: dc! };
  };
  return { fn, inputs, trail };
}

function last(values: readonly tf.Tensor[]): tf.Tensor {
  return values[values.length - 1]!;
}

function unary(op: (x: tf.Tensor) => tf.Tensor): (rng: Rng) => Step {
  return () => (values) => op(last(values));
}

function binary(op: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor): (rng: Rng) => Step {
  return (rng) => {
    const place = rng.uniform();
    return (values) => op(last(values), values[Math.floor(place * values.length)]!);
  };
}

function alongAxis(op: (x: tf.Tensor, axis: number) => tf.Tensor): (rng: Rng) => Step {
  return (rng) => {
    const axis = rng.integer(3);
    return (values) => op(last(values), axis);
  };
}

/** Drawn once: a number drawn at every call is what compile refuses. */
function scaled(rng: Rng): Step {
  const factor = 2 * rng.uniform() - 1;
  return (values) => tf.mul(last(values), factor);
}

/** Not the mean itself: where all numbers are equal, rounding would decide who is above it. */
function besideMean(x: tf.Tensor): tf.Tensor {
  return tf.add(tf.mul(tf.mean(x), 0.9), 0.013);
}

/** A key that never changes: the same numbers at each call and each trace. */
function drawn(shape: number[]): tf.Tensor {
  return new RandomKey(tf.tensor1d([3, 4], "int32")).uniform(shape);
}

/** TensorFlow.js refuses gradients through tf.greater, but knows that a step's is 0. */
function isAbove(x: tf.Tensor, limit: tf.Tensor | number): tf.Tensor {
  return tf.cast(tf.step(tf.sub(x, limit)), "bool");
}

/** Never 0, where the square root has no derivative and NaN would spread. */
function length(x: tf.Tensor, axis: number): tf.Tensor {
  return tf.sqrt(tf.add(tf.sum(tf.square(x), axis, true), 0.1));
}
