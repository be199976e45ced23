import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { hardestPushes, inBatchPushes } from "../../src/losses/in-batch-pushes";
import { infoNceLoss } from "../../src/losses/info-nce";
import { dotProduct } from "../../src/similarity/dot-product";
import { assertLeaves } from "../support/leaks";

before(() => startLab({ backend: "cpu", quiet: true }));

const eye = () => tf.eye(3) as tf.Tensor2D;
// With unit anchors the products are the positives' own numbers, transposed.
const positive = () =>
  tf.tensor2d([
    [2, 0, 1],
    [1, 1, 0],
    [0, 3, 2],
  ]);
const options = { temperature: 1, similarity: dotProduct };

describe("inBatchPushes", () => {
  it("equals the values worked out by hand", () => {
    // anchor 0 sees 2, 1, 0; anchor 1 sees 0, 1, 3; anchor 2 sees 1, 0, 2
    const { similarities, pulls, shares } = inBatchPushes(eye(), positive(), options);
    assert.deepEqual(similarities, [
      [2, 1, 0],
      [0, 1, 3],
      [1, 0, 2],
    ]);
    const e = Math.E;
    near(pulls[0]!, 1 - e ** 2 / (e ** 2 + e + 1));
    near(pulls[1]!, 1 - e / (1 + e + e ** 3));
    near(shares[0]![0]!, 0);
    near(shares[0]![1]!, e / (e + 1));
    near(shares[1]![2]!, e ** 3 / (e ** 3 + 1));
  });
  it("says what the loss's own gradient does", () => {
    // ∂L/∂S_ij = (p_ij − [i = j]) / B: on the diagonal −pull / B, beside it pull · share / B
    const gradient = tf.grad((p) => infoNceLoss(eye(), p as tf.Tensor2D, options));
    const found = gradient(positive()).arraySync() as number[][];
    const { pulls, shares } = inBatchPushes(eye(), positive(), options);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        near(found[j]![i]!, (i === j ? -pulls[i]! : pulls[i]! * shares[i]![j]!) / 3);
      }
    }
  });
  it("gives the nearest negative all where T is small, even if the positive has won", () => {
    const { pulls, shares } = inBatchPushes(eye(), positive(), { ...options, temperature: 0.01 });
    [0, 1, 0].forEach((share, j) => near(shares[0]![j]!, share));
    near(pulls[0]!, 0);
    const wide = inBatchPushes(eye(), positive(), { ...options, temperature: 1e6 });
    near(wide.shares[0]![1]!, 0.5);
  });
  it("leaves no tensor behind, and refuses a batch of one and a T of 0", () => {
    const [a, p] = [eye(), positive()];
    assertLeaves(0, () => inBatchPushes(a, p));
    const one = tf.ones<tf.Rank.R2>([1, 3]);
    assert.throws(() => inBatchPushes(one, one), /at least 2 rows/);
    assert.throws(() => inBatchPushes(a, p, { temperature: 0 }), /temperature must be above 0/);
  });
});

describe("hardestPushes", () => {
  it("names the negative that pushes hardest, of the most pushed anchor first", () => {
    const found = hardestPushes(inBatchPushes(eye(), positive(), options), 2);
    assert.deepEqual(
      found.map(({ anchor, negative, similarity }) => [anchor, negative, similarity]),
      [
        [1, 2, 3],
        [0, 1, 1],
      ],
    );
  });
});

function near(got: number, expected: number): void {
  assert.ok(Math.abs(got - expected) < 1e-6, `got ${got}, expected ${expected}`);
}
