/** What lessons 07 and 08 ask for, held against what the library does. */
import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import type { Exercise } from "../../src/exercises/exercise";
import { countPairs } from "../../src/exercises/lesson-07/count-pairs";
import { extrapolate } from "../../src/exercises/lesson-07/extrapolate";
import { mostSimilarPair } from "../../src/exercises/lesson-07/most-similar-pair";
import { pairLossExercise } from "../../src/exercises/lesson-07/pair-loss";
import { passes } from "../../src/exercises/lesson-07/passes";
import { rerankExercise } from "../../src/exercises/lesson-07/rerank";
import { centreExercise } from "../../src/exercises/lesson-08/centre";
import { maxPool } from "../../src/exercises/lesson-08/max-pool";
import { meanCosineExercise } from "../../src/exercises/lesson-08/mean-cosine";
import { meanPool } from "../../src/exercises/lesson-08/mean-pool";
import { weightedMean } from "../../src/exercises/lesson-08/weighted-mean";
import { binaryCrossEntropyLoss } from "../../src/losses/binary-cross-entropy";
import { pool, type PoolingMode } from "../../src/sentence-encoder/pooling";
import { cosineOfVectors } from "../../src/similarity/cosine";
import { rowOf } from "../../src/similarity/dense-matrix";
import { meanCosine } from "../../src/similarity/mean-cosine";
import { fitWhitening, whiten } from "../../src/similarity/whitening";
import { cases, near } from "./library-cases";

before(() => startLab({ backend: "cpu", quiet: true }));

describe("the exercises of lesson 07", () => {
  it("07.count-pairs counts what two loops would count", () => {
    for (const n of [1, 2, 7, 40]) {
      let pairs = 0;
      for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) pairs++;
      assert.equal(countPairs.reference(n), pairs);
    }
    // Reimers & Gurevych 2019, section 1
    assert.equal(countPairs.reference(10_000), 49_995_000);
  });

  it("07.extrapolate turns the paper's time for a pair into its 65 hours", () => {
    near(extrapolate.reference(2, (65 * 3600) / 49_995_000, 10_000), 65);
  });

  it("07.most-similar-pair finds the pair that a list of all pairs has on top", () => {
    for (const [scores] of cases(mostSimilarPair)) {
      const pairs = scores.flatMap((row, i) => row.slice(0, i).map((s, j) => ({ s, j, i })));
      const [best] = pairs.sort((a, b) => b.s - a.s);
      assert.deepEqual(mostSimilarPair.reference(scores), [best!.j, best!.i]);
    }
  });

  it("07.pair-loss is binaryCrossEntropyLoss of one pair", () => {
    for (const [logit, label] of cases(pairLossExercise)) {
      const loss = tf.tidy(
        () => binaryCrossEntropyLoss(tf.tensor1d([logit]), tf.tensor1d([label])).dataSync()[0]!,
      );
      near(pairLossExercise.reference(logit, label), loss);
    }
  });

  it("07.passes counts each pass once", () => {
    // 3 documents, 2 queries; each query reads 2 documents again: 3 + 2 + 4
    assert.equal(passes.reference(3, 2, 2), 9);
  });

  it("07.rerank keeps to the k with the highest cosines, in the order of the scores", () => {
    for (const [cosines, scores, k] of cases(rerankExercise)) {
      const order = rerankExercise.reference(cosines, scores, k);
      const others = cosines.filter((_, i) => !order.includes(i));
      assert.equal(new Set(order).size, k);
      assert.ok(others.every((cosine) => order.every((i) => cosines[i]! > cosine)));
      assert.ok(order.slice(1).every((i, place) => scores[order[place]!]! > scores[i]!));
    }
  });
});

describe("the exercises of lesson 08", () => {
  it("pool as the library pools", () => {
    const asked: [Exercise<[number[][], number[]], number[]>, PoolingMode][] = [
      [meanPool, "mean"],
      [maxPool, "max"],
      [weightedMean, "weightedmean"],
    ];
    for (const [exercise, mode] of asked) {
      for (const [tokens, mask] of cases(exercise)) {
        const found = tf.tidy(
          () => pool(tf.tensor3d([tokens]), tf.tensor2d([mask]), mode).arraySync()[0]!,
        );
        exercise.reference(tokens, mask).forEach((value, d) => near(value, found[d]!));
      }
    }
  });

  it("08.mean-cosine is the library's, which computes no pair", () => {
    for (const [vectors] of cases(meanCosineExercise)) {
      near(meanCosineExercise.reference(vectors), meanCosine(vectors));
    }
  });

  it("08.centre gives the cosines of whitening with strength 0", () => {
    for (const [vectors, background] of cases(centreExercise)) {
      if (background.length < 2) continue;
      const centred = centreExercise.reference(vectors, background);
      const turned = whiten(fitWhitening(background), vectors, { strength: 0 });
      vectors.forEach((_, i) => {
        const wanted = cosineOfVectors(rowOf(turned, 0), rowOf(turned, i));
        near(cosineOfVectors(centred[0]!, centred[i]!), wanted);
      });
    }
  });
});
