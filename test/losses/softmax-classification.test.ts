import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import {
  pairFeatures,
  softmaxClassificationLoss,
  type PairFeature,
} from "../../src/losses/softmax-classification";
import { equals } from "./close";

before(() => startLab({ backend: "cpu", quiet: true }));

const u = () => tf.tensor2d([[1, 2]]);
const v = () => tf.tensor2d([[3, -1]]);
const label = (value: number) => tf.tensor1d([value], "int32");

describe("pairFeatures", () => {
  it("joins what is named, in this order", () => {
    const joined = pairFeatures(u(), v(), ["u*v", "|u-v|", "v", "u"]);
    assert.deepEqual(Array.from(joined.dataSync()), [3, -2, 2, 3, 3, -1, 1, 2]);
    const usual = pairFeatures(u(), v());
    assert.deepEqual(Array.from(usual.dataSync()), [1, 2, 3, -1, 2, 3]);
  });
  it("names what it knows when it is asked for something else", () => {
    const wrong = ["u", "toString"] as PairFeature[];
    const message = 'pairFeatures: features must be some of u, v, |u-v|, u*v, got "toString"';
    assert.throws(() => pairFeatures(u(), v(), wrong), { name: "RangeError", message });
    assert.throws(() => pairFeatures(u(), v(), []), /got none/);
  });
});

describe("softmaxClassificationLoss", () => {
  it("equals the value worked out by hand", () => {
    // u*v = (3, −2); logits 3 + 0.5 and −2 − 0.5: −ln σ(3.5 + 2.5) = ln(1 + e^−6)
    const weight = tf.tensor2d([
      [1, 0],
      [0, 1],
    ]);
    const options = { weight, bias: tf.tensor1d([0.5, -0.5]), features: ["u*v"] as PairFeature[] };
    equals(softmaxClassificationLoss(u(), v(), label(0), options), Math.log(1 + Math.exp(-6)));
    equals(softmaxClassificationLoss(u(), v(), label(1), options), 6 + Math.log(1 + Math.exp(-6)));
  });
  it("is ln C where the head knows nothing", () => {
    const weight = tf.zeros<tf.Rank.R2>([3, 6]);
    equals(softmaxClassificationLoss(u(), v(), label(2), { weight }), Math.log(3));
  });
  it("sends gradient to every number of head and bias", () => {
    const [weight, bias] = [tf.ones<tf.Rank.R2>([3, 6]), tf.zeros<tf.Rank.R1>([3])];
    const gradients = tf.grads((w, b) =>
      softmaxClassificationLoss(u(), v(), label(0), {
        ...{ weight: w as tf.Tensor2D, bias: b as tf.Tensor1D },
      }),
    )([weight, bias]);
    for (const gradient of gradients) {
      assert.ok(gradient.dataSync().every((value) => Math.abs(value) > 0.01));
    }
  });
  it("refuses labels outside the map, and heads of the wrong size", () => {
    const loss = (value: number, shape: [number, number], bias?: tf.Tensor1D) => () =>
      softmaxClassificationLoss(u(), v(), label(value), {
        weight: tf.zeros(shape),
        ...(bias && { bias }),
      });
    assert.throws(loss(3, [3, 6]), /labels must be whole numbers from 0 to 2, got 3 in row 0/);
    assert.throws(loss(-1, [3, 6]), /from 0 to 2, got -1/);
    assert.throws(loss(0, [3, 4]), /weight must be \[C, 6\].*got \[3,4\]/);
    assert.throws(loss(0, [3, 6], tf.zeros([2])), /bias must be \[3\], got \[2\]/);
  });
});
