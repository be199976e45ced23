import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { PAIR_MEASURES, PairMeasure, pairScores } from "../../src/evaluation/pair-scores";
import { readEmbeddings } from "../../src/evaluation/read-embeddings";
import { manhattanOfVectors } from "../../src/similarity/vector-distance";
import { assertLeaves } from "../support/leaks";
import { close, GOLDEN } from "./golden-metrics";

describe("pairScores", () => {
  it("equals the values worked out by hand", () => {
    const scores = pairScores([[3, 4]], [[0, 8]]);
    close(scores.cosine, [0.8]); // 32 / (5 · 8)
    close(scores.dot, [32]);
    close(scores.euclidean, [-5]); // √(3² + 4²)
    close(scores.manhattan, [-7]);
  });
  it("gives scikit-learn's values for all pairs", () => {
    const { A, B } = GOLDEN.similarity;
    for (const name of Object.keys(PAIR_MEASURES) as PairMeasure[]) {
      const sign = name === "euclidean" || name === "manhattan" ? -1 : 1;
      A.forEach((a, i) => {
        const actual = B.map((b) => sign * pairScores([a], [b])[name][0]!);
        close(actual, GOLDEN.similarity[name][i], `${name} of row ${i}`);
      });
    }
    const zero = pairScores([[0, 0]], [[1, 2]]).cosine[0];
    close(zero, GOLDEN.similarity.zero_vector_cosine_sklearn);
  });
  it("gives equal embeddings the highest score of each measure but the dot product", () => {
    const { cosine, euclidean, manhattan } = pairScores([[1, -2]], [[1, -2]]);
    close([cosine[0], euclidean[0], manhattan[0]], [1, 0, 0]);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(
      () => pairScores([[1, 2]], [[1]]),
      /shapes must be equal, got a \[1,2\], b \[1,1\]/,
    );
    assert.throws(() => pairScores([[1, NaN]], [[1, 2]]), /a must be finite, got NaN in row 0/);
    assert.throws(() => manhattanOfVectors([1], [1, 2]), /manhattanOfVectors: .* got 1 and 2/);
  });
});

describe("readEmbeddings", () => {
  it("reads a tensor row by row, and leaves it and nothing else behind", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const embeddings = tf.tensor2d([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
    const matrix = await assertLeaves(0, () => readEmbeddings(embeddings));
    assert.deepEqual(matrix, { shape: [2, 3], values: Float32Array.of(1, 2, 3, 4, 5, 6) });
    close(pairScores(matrix, matrix).dot, [14, 77]);
    embeddings.dispose();
  });
  it("refuses anything but rows of embeddings", async () => {
    const flat = tf.tensor1d([1, 2]) as unknown as tf.Tensor2D;
    await assert.rejects(readEmbeddings(flat), /must have 2 axes, got shape \[2\]/);
    flat.dispose();
  });
});
