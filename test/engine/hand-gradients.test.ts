import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { gelu, layerNorm, softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import { startLab } from "../../src/engine/lab";
import { assertEqualsEager, withGradients } from "./equals-eager";

const SIZES = [
  { B: 5, T: 7 },
  { B: 1, T: 1 },
];
const X = { x: { dtype: "float32", shape: ["B", "T", 11] } } as const;
const WEIGHTS = {
  gain: { dtype: "float32", shape: [11] },
  bias: { dtype: "float32", shape: [11] },
} as const;

/** The same in plain operations, which TensorFlow.js differentiates by itself. */
const plainGelu = (x: tf.Tensor) => {
  const below = tf.add(tf.mul(tf.erf(tf.mul(x, Math.SQRT1_2)), 0.5), 0.5);
  return tf.mul(x, below);
};
const plainNorm = (x: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor) => {
  const { mean, variance } = tf.moments(x, -1, true);
  const normal = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-12)));
  return tf.add(tf.mul(normal, gain), bias);
};
const plainCrossEntropy = (labels: tf.Tensor, logits: tf.Tensor) => {
  const truth = tf.cast(tf.oneHot(labels, 7), "float32");
  return tf.neg(tf.mean(tf.sum(tf.mul(truth, tf.logSoftmax(logits)), -1)));
};

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

describe("gelu", () => {
  it("equals values worked out by hand", () => {
    // Φ(1) = 0.8413447, Φ(-2) = 0.0227501
    const [zero, one, minus] = gelu(tf.tensor1d([0, 1, -2])).dataSync();
    assert.equal(zero, 0);
    assert.ok(Math.abs(one! - 0.8413447) < 1e-6);
    assert.ok(Math.abs(minus! + 0.0455003) < 1e-6);
  });

  it("has the automatic gradient, eagerly", () => same(gelu, plainGelu, [[3, 11]]));
  it("is the same compiled, gradient included", () =>
    assertEqualsEager(
      withGradients((x) => gelu(x!), ["x"]),
      X,
      { sizes: SIZES },
    ));
});

describe("layerNorm", () => {
  it("equals values worked out by hand", () => {
    // mean 2, variance (1 + 0 + 1)/3: (1 - 2)/√(2/3) = -1.224745; times 2, plus 1
    const y = layerNorm(tf.tensor2d([[1, 2, 3]]), tf.fill([3], 2), tf.ones([3])).dataSync();
    [-1.44949, 1, 3.44949].forEach((value, i) => assert.ok(Math.abs(y[i]! - value) < 1e-5));
  });

  it("has the automatic gradients, eagerly", () =>
    same(layerNorm, plainNorm, [[2, 3, 11], [11], [11]]));

  it("is the same compiled, gradients included", () =>
    assertEqualsEager(
      withGradients((x, gain, bias) => layerNorm(x!, gain!, bias!), ["x", "gain", "bias"]),
      { ...X, ...WEIGHTS },
      { sizes: SIZES, tolerance: 1e-4 },
    ));

  it("is one operation in the graph", async () => {
    const step = await compile(
      ({ x, gain, bias }) => ({ outputs: { y: layerNorm(x, gain, bias) } }),
      { inputs: { ...X, ...WEIGHTS } },
    );
    assert.deepEqual(step.operations, ["LayerNormalization"]);
    await step.dispose();
  });

  it("says what it got when the input is wrong", () => {
    const x = tf.zeros([2, 3]);
    const ones = tf.ones([3]);
    const wrong = () => layerNorm(x, tf.ones([2]), ones);
    assert.throws(wrong, /layerNorm: gain must have shape \[3\], .* got \[2\]/);
    assert.throws(() => layerNorm(x, ones, ones, { epsilon: 0 }), /epsilon must be above 0/);
  });
});

describe("softmaxCrossEntropy", () => {
  const labels = (n: number) =>
    tf.tensor1d(
      Int32Array.from({ length: n }, (_, i) => i % 7),
      "int32",
    );

  it("equals the value worked out by hand", () => {
    // softmax of (0, ln 3) is (1/4, 3/4): -ln(3/4) and -ln(1/4), on average 0.836988
    const logits = tf.tensor2d([
      [0, Math.log(3)],
      [0, Math.log(3)],
    ]);
    const loss = softmaxCrossEntropy(tf.tensor1d([1, 0], "int32"), logits);
    assert.ok(Math.abs(loss.dataSync()[0]! - 0.836988) < 1e-5);
  });

  it("has the automatic gradient, eagerly", () =>
    same(
      (x) => softmaxCrossEntropy(labels(5), x as tf.Tensor2D),
      (x) => plainCrossEntropy(labels(5), x!),
      [[5, 7]],
    ));

  it("is the same compiled, gradient included", () =>
    assertEqualsEager(
      withGradients(
        (truth, logits) => softmaxCrossEntropy(truth as tf.Tensor1D, logits as tf.Tensor2D),
        ["labels", "logits"],
      ),
      {
        labels: { dtype: "int32", shape: ["B"] },
        logits: { dtype: "float32", shape: ["B", 7] },
      },
      {
        sizes: [{ B: 5 }, { B: 1 }],
        draw: (rng, name) => (name === "labels" ? rng.integer(7) : rng.normal()),
      },
    ));

  it("says what it got when the input is wrong", () => {
    const wrong = () => softmaxCrossEntropy(labels(3), tf.zeros([2, 7]));
    assert.throws(wrong, /must have one class for each of the 2 rows, got 3/);
  });
});

type Op = (...inputs: tf.Tensor[]) => tf.Tensor;

/** Values and gradients of two functions, at random inputs of these shapes. */
function same(
  hand: (...x: never[]) => tf.Tensor,
  plain: (...x: never[]) => tf.Tensor,
  shapes: number[][],
) {
  const rng = createRng(4);
  const inputs: Record<string, tf.Tensor> = {};
  shapes.forEach((shape, i) => {
    const length = shape.reduce((product, size) => product * size, 1);
    inputs[i] = tf.tensor(
      Float32Array.from({ length }, () => 2 * rng.normal()),
      shape,
    );
  });
  const names = Object.keys(inputs);
  const expected = withGradients(plain as Op, names)(inputs);
  const got = withGradients(hand as Op, names)(inputs);
  for (const [name, tensor] of Object.entries(expected)) {
    const values = got[name]!.dataSync();
    assert.deepEqual(got[name]!.shape, tensor.shape);
    tensor.dataSync().forEach((value, i) => {
      assert.ok(Math.abs(value - values[i]!) < 2e-5, `${name}[${i}]: ${values[i]}, not ${value}`);
    });
  }
}
