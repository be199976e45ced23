import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { maxSim, type TokenVectors } from "../../src/dual-encoder/max-sim";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import golden from "../golden/late-interaction.json";
import { assertLeaves } from "../support/leaks";

before(() => startLab({ backend: "cpu", quiet: true }));

const side = (vectors: number[][][], mask: number[][]): TokenVectors => ({
  vectors: tf.tensor3d(vectors),
  mask: tf.tensor2d(mask),
});

/** The largest difference of two tensors. */
const apart = (a: tf.Tensor, b: tf.Tensor | tf.TensorLike) =>
  tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;

describe("maxSim", () => {
  it("is worked out by hand: each word's best match, the mean of them", () => {
    const question = side([[[1, 0], [0, 2]]], [[1, 1]]); // prettier-ignore
    const answer = side([[[3, 4], [0, 5]]], [[1, 1]]); // prettier-ignore
    // Directions (0.6, 0.8) and (0, 1). The first word: 0.6, 0. The second: 1.6, 2.
    assert.ok(apart(maxSim(question, answer), [[(0.6 + 2) / 2]]) < 1e-6);
  });

  it("doesn't see padding, on either side, even where all matches are below 0", () => {
    const short = maxSim(side([[[1, 0]]], [[1]]), side([[[-1, 0.1]]], [[1]]));
    const padded = maxSim(
      side([[[1, 0], [9, 9]]], [[1, 0]]), // prettier-ignore
      side([[[-1, 0.1], [9, 9]]], [[1, 0]]), // prettier-ignore
    );
    assert.ok(short.dataSync()[0]! < -0.9);
    assert.ok(apart(short, padded) < 1e-6);
  });

  it("gives a question or an answer without a token 0 or nothing near, and never NaN", () => {
    const word = side([[[1, 0]]], [[1]]);
    const none = side([[[1, 0]]], [[0]]);
    assert.equal(maxSim(none, word).dataSync()[0], 0);
    assert.ok(maxSim(word, none).dataSync()[0]! < -1e5);
  });

  it("has PyTorch's scores and gradients, eagerly and compiled", async () => {
    const { scores, weights, questionGradient, answerGradient } = golden;
    const questions = tf.tensor3d(golden.questions);
    const answers = tf.tensor3d(golden.answers);
    const masks = { q: tf.tensor2d(golden.questionMask), a: tf.tensor2d(golden.answerMask) };
    const all = (q: tf.Tensor, a: tf.Tensor, by: tf.Tensor, mask: typeof masks) => {
      const scoresOf = (own: tf.Tensor, others: tf.Tensor) =>
        maxSim(
          { vectors: own as tf.Tensor3D, mask: mask.q },
          { vectors: others as tf.Tensor3D, mask: mask.a },
        );
      const lossOf = (own: tf.Tensor, others: tf.Tensor) =>
        tf.sum(tf.mul(scoresOf(own, others), by));
      const [byQuestion, byAnswer] = tf.grads(lossOf)([q, a]);
      return { scores: scoresOf(q, a), byQuestion: byQuestion!, byAnswer: byAnswer! };
    };
    const check = (name: string, found: Record<string, tf.Tensor>) => {
      assert.ok(apart(found["scores"]!, scores) < 1e-6, `${name}: scores`);
      assert.ok(apart(found["byQuestion"]!, questionGradient) < 1e-6, `${name}: questions`);
      assert.ok(apart(found["byAnswer"]!, answerGradient) < 1e-6, `${name}: answers`);
    };
    check("eager", all(questions, answers, tf.tensor2d(weights), masks));

    const vectors = (axes: string[]) => ({ dtype: "float32" as const, shape: [...axes, 5] });
    const mask = (axes: string[]) => ({ dtype: "float32" as const, shape: axes });
    const step = await compile(
      ({ q, a, by, mq, ma }) => ({
        outputs: all(q!, a!, by!, { q: mq as tf.Tensor2D, a: ma as tf.Tensor2D }),
      }),
      {
        inputs: {
          ...{ q: vectors(["N", "Q"]), a: vectors(["M", "A"]), by: mask(["N", "M"]) },
          ...{ mq: mask(["N", "Q"]), ma: mask(["M", "A"]) },
        },
      },
    );
    const found = await step.run({
      ...{ q: questions, a: answers, by: tf.tensor2d(weights), mq: masks.q, ma: masks.a },
    });
    const tensors = Object.entries(found).map(([name, { data, shape }]) => {
      return [name, tf.tensor(data as Float32Array, [...shape])] as const;
    });
    check("compiled", Object.fromEntries(tensors));
    await step.dispose();
  });

  it("leaves one tensor, and says what it got when the input is wrong", () => {
    const word = side([[[1, 0]]], [[1]]);
    assertLeaves(1, () => maxSim(word, word));
    assert.throws(() => maxSim(word, side([[[1]]], [[1]])), /same size, got 2 and 1/);
    assert.throws(
      () => maxSim(word, side([[[1, 0]]], [[1, 1]])),
      /answers.mask must be \[1,1\] like the vectors, got \[1,2\]/,
    );
    const flat = { vectors: tf.ones([2, 2]) as never, mask: word.mask };
    assert.throws(() => maxSim(flat, word), /maxSim: questions.vectors must/);
  });
});
