/** What lesson 09 asks for, held against the library's losses and gradients. */
import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { concatenate } from "../../src/exercises/lesson-09/concatenate";
import { cosineRegression } from "../../src/exercises/lesson-09/cosine-regression";
import { falseNegatives } from "../../src/exercises/lesson-09/false-negatives";
import { rankingLoss } from "../../src/exercises/lesson-09/ranking-loss";
import { tiedGradient } from "../../src/exercises/lesson-09/tied-gradient";
import { tripletLossExercise } from "../../src/exercises/lesson-09/triplet-loss";
import { softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { pairLogits } from "../../src/losses/softmax-classification";
import { tripletLoss } from "../../src/losses/triplet";
import { cases, near } from "./library-cases";

before(() => startLab({ backend: "cpu", quiet: true }));

const valueOf = (loss: () => tf.Tensor) => tf.tidy(() => loss().dataSync()[0]!);

describe("the exercises of lesson 09", () => {
  it("09.concatenate gives what the softmax head multiplies", () => {
    for (const [u, v] of cases(concatenate)) {
      const size = 3 * u.length;
      const features = concatenate.reference(u, v);
      // A head that is the identity hands its features through as logits.
      const logits = tf.tidy(() =>
        pairLogits(tf.tensor2d([u]), tf.tensor2d([v]), {
          weight: tf.eye(size) as tf.Tensor2D,
          features: ["u", "v", "|u-v|"],
        }).dataSync(),
      );
      assert.equal(features.length, size);
      features.forEach((feature, i) => near(feature, logits[i]!));
    }
  });

  it("09.tied-gradient is what automatic differentiation finds, tower by tower", () => {
    for (const [w, a, b, target] of cases(tiedGradient)) {
      const { first, second, shared } = tiedGradient.reference(w, a, b, target);
      const loss = (x: tf.Tensor, y: tf.Tensor) =>
        tf.square(tf.sub(tf.sub(tf.mul(x, a), tf.mul(y, b)), target)) as tf.Scalar;
      const [throughA, throughB] = tf.grads((x, y) => loss(x!, y!))([tf.scalar(w), tf.scalar(w)]);
      near(first, throughA!.dataSync()[0]!);
      near(second, throughB!.dataSync()[0]!);
      near(
        shared,
        tf
          .grad((x) => loss(x, x))(tf.scalar(w))
          .dataSync()[0]!,
      );
    }
  });

  it("09.cosine-regression is cosineSimilarityLoss", () => {
    for (const [u, v, gold] of cases(cosineRegression)) {
      const scores = tf.tensor1d(gold.map((score) => score / 5));
      const wanted = valueOf(() => cosineSimilarityLoss(tf.tensor2d(u), tf.tensor2d(v), scores));
      near(cosineRegression.reference(u, v, gold), wanted);
    }
  });

  it("09.triplet-loss is tripletLoss with Euclidean distances", () => {
    for (const [a, p, n, margin] of cases(tripletLossExercise)) {
      const wanted = valueOf(() =>
        tripletLoss(tf.tensor2d(a), tf.tensor2d(p), tf.tensor2d(n), { margin }),
      );
      near(tripletLossExercise.reference(a, p, n, margin), wanted);
    }
  });

  it("09.ranking-loss is the cross-entropy of finding one's own positive", () => {
    for (const [cosines, scale] of cases(rankingLoss)) {
      const own = tf.tensor1d([...cosines.keys()], "int32");
      const wanted = valueOf(() => softmaxCrossEntropy(own, tf.mul(tf.tensor2d(cosines), scale)));
      near(rankingLoss.reference(cosines, scale), wanted);
    }
  });

  it("09.false-negatives finds what a table of all comparisons has", () => {
    for (const [pairs] of cases(falseNegatives)) {
      const table = pairs.flatMap((own, i) =>
        pairs.flatMap(([, other], j) => (i !== j && own.includes(other) ? [[i, j]] : [])),
      );
      assert.deepEqual(falseNegatives.reference(pairs), table);
    }
  });
});
