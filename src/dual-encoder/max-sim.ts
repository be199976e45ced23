/**
 * Late interaction: two texts are compared word by word, after each was read by itself.
 *
 *   score(q, a) = mean_i max_j  q_i · a_j / |a_j|      i over the question's tokens, j the answer's
 *
 * Each word of the question looks for the word of the answer that is most like it, and the score is
 * the mean over the words of how well they fared. An answer's vectors are compared by direction; a
 * question's keep their length, which so says how much a word counts: an encoder learns to make
 * "the" short.
 *
 * Khattab & Zaharia 2020, "ColBERT", section 3.3: there vectors on both sides have length 1 and the
 * sum is taken. The mean gives long questions no larger scores, and one T suits all of them.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertRank } from "../core/check";
import * as tf from "../core/tf";
import { unitRows } from "../similarity/unit-rows";

/** The vectors of texts, token by token. */
export interface TokenVectors {
  /** [N, T, E] */
  readonly vectors: tf.Tensor3D;
  /** [N, T] 1 for a token, 0 for padding. */
  readonly mask: tf.Tensor2D;
}

/** No dot product of a token comes near it. */
const FAR_BELOW = -1e6;

/** Each question with each answer. @returns [N, M] */
export function maxSim(questions: TokenVectors, answers: TokenVectors): tf.Tensor2D {
  check("questions", questions);
  check("answers", answers);
  const [numQuestions, questionLength, size] = questions.vectors.shape;
  const [numAnswers, answerLength, otherSize] = answers.vectors.shape;
  if (size !== otherSize) {
    throw new RangeError(
      `maxSim: both sides' vectors must have the same size, got ${size} and ${otherSize}`,
    );
  }
  return tf.tidy(() => {
    const rows = tf.reshape(questions.vectors, [numQuestions * questionLength, size]);
    const columns = unitRows(tf.reshape(answers.vectors, [numAnswers * answerLength, size]));
    const dots = tf.matMul(rows as tf.Tensor2D, columns, false, true); // [N·Q, M·A]
    const isPadding = tf.sub(1, tf.cast(answers.mask, "float32"));
    const below = tf.reshape(tf.mul(isPadding, FAR_BELOW), [1, numAnswers * answerLength]);
    const shape = [numQuestions * questionLength, numAnswers, answerLength];
    const best = tf.max(tf.reshape(tf.add(dots, below), shape), 2); // [N·Q, M]
    const isToken = tf.cast(questions.mask, "float32");
    const share = tf.div(isToken, tf.maximum(tf.sum(isToken, 1, true), 1)); // [N, Q]
    const byQuestion = tf.reshape(best, [numQuestions, questionLength, numAnswers]);
    return tf.sum(tf.mul(byQuestion, tf.expandDims(share, 2)), 1) as tf.Tensor2D;
  });
}

function check(name: string, { vectors, mask }: TokenVectors): void {
  assertRank("maxSim", `${name}.vectors`, vectors, 3);
  const [count, length] = vectors.shape;
  if (String(mask.shape) === String([count, length])) return;
  throw new RangeError(
    `maxSim: ${name}.mask must be [${count},${length}] like the vectors, got [${mask.shape}]`,
  );
}
