/** What lesson 10 asks for, held against what the library does. */
import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { distinctBatches } from "../../src/data/distinct-batches";
import { startLab } from "../../src/engine/lab";
import { distinctBatch } from "../../src/exercises/lesson-10/distinct-batch";
import { hardNegativesExercise } from "../../src/exercises/lesson-10/hard-negatives";
import { inBatchLossExercise } from "../../src/exercises/lesson-10/in-batch-loss";
import { scoreGradientExercise } from "../../src/exercises/lesson-10/score-gradient";
import { sentimentPairs } from "../../src/exercises/lesson-10/sentiment-pairs";
import { diagonalCrossEntropy } from "../../src/losses/info-nce";
import { mineHardNegatives } from "../../src/training/hard-negatives";
import { cases } from "./library-cases";

before(() => startLab({ backend: "cpu", quiet: true }));

describe("the exercises of lesson 10", () => {
  it("10.in-batch-loss and its gradient are diagonalCrossEntropy's", () => {
    for (const [scores] of cases(inBatchLossExercise)) {
      const loss = (matrix: tf.Tensor2D) => diagonalCrossEntropy(matrix);
      const { value, grad } = tf.valueAndGrad(loss as (x: tf.Tensor) => tf.Scalar)(
        tf.tensor2d(scores),
      );
      assert.ok(Math.abs(value.dataSync()[0]! - inBatchLossExercise.reference(scores)) < 1e-5);
      const found = grad.arraySync() as number[][];
      scoreGradientExercise.reference(scores).forEach((row, i) => {
        row.forEach((entry, j) => assert.ok(Math.abs(entry - found[i]![j]!) < 1e-6));
      });
    }
  });

  it("10.distinct-batch fills its batch as distinctBatches does", () => {
    for (const [pairs, batchSize] of cases(distinctBatch)) {
      const batch = distinctBatch.reference(pairs, batchSize).map((i) => pairs[i]!);
      if (batch.length < batchSize) continue; // there is no whole batch
      // The same order: nothing is shuffled.
      const rng = { ...createRng(1), shuffle: <T>(items: readonly T[]) => [...items] };
      const fork = () => rng as never;
      const stream = distinctBatches(pairs, {
        ...{ batchSize, textsOf: ([question, answer]) => [`q ${question}`, `a ${answer}`] },
        rng: { ...rng, fork } as never,
      });
      assert.deepEqual(stream.at(0), batch);
    }
  });

  it("10.hard-negatives takes what mineHardNegatives takes", async () => {
    for (const [scores, positive, numNegatives, relativeMargin] of cases(hardNegativesExercise)) {
      const documents = scores.map((cosine) => [cosine, Math.sqrt(1 - cosine * cosine)]);
      const { negatives } = await mineHardNegatives({
        ...{ queries: [[1, 0]], documents, positives: [[positive]], numNegatives, relativeMargin },
      });
      const found = negatives[0]!.map(({ document }) => document);
      const wanted = hardNegativesExercise.reference(
        ...([scores, positive, numNegatives, relativeMargin] as const),
      );
      assert.deepEqual(found, wanted);
    }
  });

  it("10.sentiment-pairs joins all reviews of a label into one chain", () => {
    for (const [labels] of cases(sentimentPairs)) {
      const pairs = sentimentPairs.reference(labels);
      assert.equal(pairs.length, labels.length - new Set(labels).size);
      for (const [i, j] of pairs) {
        assert.ok(i < j && labels[i] === labels[j]);
        assert.ok(!labels.slice(i + 1, j).includes(labels[i]!));
      }
    }
  });
});
