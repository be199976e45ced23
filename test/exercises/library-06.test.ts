/**
 * Lesson 06 asks for small versions of what pre-training does; here they are held against the
 * library's.
 */
import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createMasker } from "../../src/bert/masking";
import { nextSentencePairs } from "../../src/bert/next-sentence-pairs";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import { startLab } from "../../src/engine/lab";
import { hideWords } from "../../src/exercises/lesson-06/hide-words";
import { learningRate } from "../../src/exercises/lesson-06/learning-rate";
import { maskedLoss } from "../../src/exercises/lesson-06/masked-loss";
import { perplexity } from "../../src/exercises/lesson-06/perplexity";
import { randomNext } from "../../src/exercises/lesson-06/random-next";
import { warmupLinear } from "../../src/training/schedule";
import { cases, near } from "./library-cases";

before(() => startLab({ backend: "cpu", quiet: true }));

describe("the exercises of lesson 06", () => {
  it("06.hide-words hides as the masker does", () => {
    const words = Array.from({ length: 60 }, (_, i) => `word ${i}`);
    const [MASK, ids] = [60, words.map((_, i) => i)];
    const masker = createMasker({ maskTokenId: MASK, vocabSize: 61, specialTokenIds: [MASK] });
    const read = (id: number) => (id === MASK ? "[MASK]" : words[id]!);
    for (let seed = 0; seed < 20; seed++) {
      const { inputIds, positions, labels } = masker(ids, createRng(seed));
      const others = positions.map((place) => read(inputIds[place]!));
      const draws = positions.map((place) =>
        inputIds[place] === MASK ? 0.1 : inputIds[place] === place ? 0.95 : 0.85,
      );
      const expected = words.map((_, place) => {
        const i = positions.indexOf(place);
        return i < 0 ? null : read(labels[i]!);
      });
      assert.deepEqual(hideWords.reference(words, positions, draws, others), {
        input: inputIds.map(read),
        labels: expected,
      });
    }
  });

  it("06.random-next allows every wrong sentence that the pairs have", () => {
    const documents = [
      [1, 2, 3],
      [4, 2, 5],
      [6, 1],
    ].map((d) => d.map((id) => [id]));
    const texts = documents.map((sentences) => sentences.map(String));
    const options = { maxTokens: 2, randomProbability: 1, shortProbability: 0 };
    for (let seed = 0; seed < 30; seed++) {
      for (const { first, second, label } of nextSentencePairs(documents, {
        ...options,
        rng: createRng(seed),
      })) {
        if (label === 0) continue;
        // The same word may begin two documents: one of its places must allow this B.
        const allowed = texts.some((sentences, d) =>
          sentences.some(
            (text, s) =>
              text === String(first) &&
              s + 1 < sentences.length &&
              randomNext.reference(texts, d, s).includes(String(second)),
          ),
        );
        assert.ok(allowed, `${String(first)} and ${String(second)}`);
      }
    }
  });

  it("06.masked-loss and 06.perplexity are the cross-entropy at the hidden places", () => {
    for (const [logits, labels] of cases(maskedLoss)) {
      const asked = labels.flatMap((label, t) => (label === null ? [] : [t]));
      const loss = tf.tidy(() => {
        const rows = tf.tensor2d(asked.map((t) => logits[t]!));
        const classes = tf.tensor1d(
          asked.map((t) => labels[t]!),
          "int32",
        );
        return softmaxCrossEntropy(classes, rows).dataSync()[0]!;
      });
      near(maskedLoss.reference(logits, labels), loss);
    }
    for (const [probabilities] of cases(perplexity)) {
      // Two classes with logits ln p and ln(1 - p): the first has the probability p.
      const loss = tf.tidy(() => {
        const rows = probabilities.map((p) => [Math.log(p), Math.log(Math.max(1 - p, 1e-30))]);
        const first = tf.zeros<tf.Rank.R1>([rows.length], "int32");
        return softmaxCrossEntropy(first, tf.tensor2d(rows)).dataSync()[0]!;
      });
      near(perplexity.reference(probabilities), Math.exp(loss));
    }
  });

  it("06.learning-rate is the trainer's schedule", () => {
    for (const [step, highest, warmupSteps, totalSteps] of cases(learningRate)) {
      const share = warmupLinear(step, { warmupSteps, totalSteps });
      near(learningRate.reference(step, highest, warmupSteps, totalSteps), highest * share);
    }
  });
});
