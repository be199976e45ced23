import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { cachedMultipleNegativesRankingLoss } from "../../src/losses/cached-multiple-negatives-ranking";
import type { ChunkEmbedder } from "../../src/losses/gradient-cache";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import { assertLeaves } from "../support/leaks";

const [ROWS, WIDTH] = [13, 6];

before(() => startLab({ backend: "cpu", quiet: true }));

function setUp() {
  const rng = createRng(3);
  const random = (rows: number, width: number) => {
    const values = Float32Array.from({ length: rows * width }, () => rng.normal());
    return tf.tensor2d(values, [rows, width]);
  };
  const texts = [random(ROWS, WIDTH), random(ROWS, WIDTH), random(ROWS, WIDTH)];
  const weights = { hidden: random(WIDTH, 8), output: random(8, 4) };
  const sizes: number[] = [];
  const embed: ChunkEmbedder = ({ hidden, output }, { from, size }) => {
    sizes.push(size);
    return texts.map((text) => {
      const rows = tf.slice2d(text, [from, 0], [size, -1]);
      return tf.matMul(tf.tanh(tf.matMul(rows, hidden as tf.Tensor2D)), output as tf.Tensor2D);
    });
  };
  const options = { scale: 5, symmetric: true };
  const plain = () =>
    tf.valueAndGrads((hidden, output) => {
      const all = embed({ hidden: hidden!, output: output! }, { from: 0, size: ROWS });
      const [anchor, positive, ...hardNegatives] = all;
      return multipleNegativesRankingLoss(anchor!, positive!, { ...options, hardNegatives });
    })([weights.hidden, weights.output]);
  return { embed, weights, options, plain, sizes };
}

describe("cachedMultipleNegativesRankingLoss", () => {
  for (const chunkSize of [1, 5, 13, 40]) {
    it(`equals the plain loss and its gradients to 1e-6 in chunks of ${chunkSize}`, () => {
      const { embed, weights, options, plain } = setUp();
      const { value, grads } = plain();
      const { loss, gradients } = cachedMultipleNegativesRankingLoss(embed, weights, {
        ...{ ...options, numRows: ROWS, chunkSize },
      });
      close(loss, value);
      close(gradients["hidden"]!, grads[0]!);
      close(gradients["output"]!, grads[1]!);
      assert.ok(tf.norm(grads[0]!).dataSync()[0]! > 0.1);
    });
  }
  it("never embeds more rows at a time than a chunk has, and each row twice", () => {
    const { embed, weights, options, sizes } = setUp();
    cachedMultipleNegativesRankingLoss(embed, weights, { ...options, numRows: ROWS, chunkSize: 5 });
    assert.deepEqual(sizes, [5, 5, 3, 5, 5, 3]);
  });
  it("leaves the loss and a gradient for each weight behind", () => {
    const { embed, weights, options } = setUp();
    assertLeaves(3, () =>
      cachedMultipleNegativesRankingLoss(embed, weights, {
        ...options,
        numRows: ROWS,
        chunkSize: 4,
      }),
    );
  });
  it("refuses chunks of nothing", () => {
    const { embed, weights } = setUp();
    const act = (numRows: number, chunkSize: number) => () =>
      cachedMultipleNegativesRankingLoss(embed, weights, { numRows, chunkSize });
    assert.throws(act(ROWS, 0), /chunkSize must be a whole number of at least 1, got 0/);
    assert.throws(act(0, 4), /numRows must be a whole number of at least 1, got 0/);
  });
});

function close(got: tf.Tensor, expected: tf.Tensor): void {
  assert.deepEqual(got.shape, expected.shape);
  const [a, b] = [got.dataSync(), expected.dataSync()];
  b.forEach((value, i) => assert.ok(Math.abs(a[i]! - value) < 1e-6, `${a[i]}, not ${value}`));
}
