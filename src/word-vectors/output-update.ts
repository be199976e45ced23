/**
 * What one update of the output layer did, and the logistic kind of it.
 *
 * A hidden vector h meets rows o_k of the output table, each with a label: 1 if the network should
 * say yes, 0 if no. Each row is a logistic regression of its own:
 *
 *   score s_k = h · o_k      probability σ(s_k) = 1 / (1 + e^(-s_k))      error label_k − σ(s_k)
 *   loss L = −Σ_k log(label_k = 1 ? σ(s_k) : 1 − σ(s_k))
 *   ∂L/∂h = −Σ_k error_k · o_k                o_k ← o_k + η · error_k · h
 *
 * Negative sampling and hierarchical softmax differ only in which rows they ask, and for what.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { addScaled, dot, type EmbeddingTable } from "./embedding-table";

/** One entry per row asked, in the order in which the rows were updated. */
export interface OutputUpdate {
  /** Rows of the output table. */
  rows: number[];
  /** What each should have said. */
  labels: number[];
  /** h · o, before the row moved. */
  scores: number[];
  /** What each said instead, from 0 to 1. */
  probabilities: number[];
  /** label − probability: how far, and which way, to move. */
  errors: number[];
  /** −log of the probability given to the labels, summed. */
  loss: number;
  /** ∂L/∂h [D]: the input moves against it. */
  hiddenGradient: Float64Array;
  rowsBefore: Float64Array[];
  rowsAfter: Float64Array[];
}

/**
 * One update of each row, one after the other: a row that comes twice is asked the second time as
 * the first has left it, as in word2vec's C program. `hidden` stays; the table changes.
 *
 * @param hidden [D]
 * @param labels 1 or 0 for each of `rows`
 */
export function logisticUpdate(
  hidden: ArrayLike<number>,
  output: EmbeddingTable,
  { rows, labels }: { rows: readonly number[]; labels: readonly number[] },
  learningRate: number,
): OutputUpdate {
  const update = emptyUpdate(output.size);
  rows.forEach((index, k) => {
    const row = output.row(index);
    const score = dot(hidden, row);
    const error = labels[k]! - sigmoid(score);

    update.rowsBefore.push(Float64Array.from(row));
    addScaled(update.hiddenGradient, -error, row); // the row as it was
    addScaled(row, learningRate * error, hidden);
    update.rowsAfter.push(Float64Array.from(row));

    update.rows.push(index);
    update.labels.push(labels[k]!);
    update.scores.push(score);
    update.probabilities.push(sigmoid(score));
    update.errors.push(error);
    update.loss -= logSigmoid(labels[k] === 1 ? score : -score);
  });
  return update;
}

export function emptyUpdate(size: number): OutputUpdate {
  return {
    ...{ rows: [], labels: [], scores: [], probabilities: [], errors: [] },
    ...{ loss: 0, hiddenGradient: new Float64Array(size), rowsBefore: [], rowsAfter: [] },
  };
}

/** 1 / (1 + e^(-x)): any score to a probability. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** log σ(x), without σ(x) rounding to 0 for very negative x. */
export function logSigmoid(x: number): number {
  return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
}
