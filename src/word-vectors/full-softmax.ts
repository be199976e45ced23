/**
 * The full softmax: score every word of the vocabulary, for every prediction.
 *
 *   p_w = e^(h · o_w) / Σ_v e^(h · o_v)        L = −log p_target
 *   ∂L/∂h = Σ_w (p_w − [w = target]) · o_w
 *
 * This is what the other two objectives avoid: with 20,000 words each prediction would cost 20,000
 * dot products and move 20,000 rows. On a vocabulary of a few words it is exact, and a good thing
 * to look at first.
 *
 * Mikolov et al. 2013, "Distributed Representations of Words and Phrases", equation 2.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { addScaled, dot, type EmbeddingTable } from "./embedding-table";
import { emptyUpdate, type OutputUpdate } from "./output-update";

/**
 * One update of all rows of the output layer.
 *
 * @param hidden [D]; it stays as it is
 * @param output [V, D]; changed
 */
export function fullSoftmaxUpdate(
  hidden: ArrayLike<number>,
  output: EmbeddingTable,
  { target, learningRate }: { target: number; learningRate: number },
): OutputUpdate {
  const update = emptyUpdate(output.size);
  update.rows = Array.from({ length: output.numRows }, (_, word) => word);
  update.labels = update.rows.map((word) => (word === target ? 1 : 0));
  update.scores = update.rows.map((word) => dot(hidden, output.row(word)));
  update.probabilities = softmax(update.scores);
  update.errors = update.probabilities.map((p, word) => update.labels[word]! - p);
  update.loss = logSumExp(update.scores) - update.scores[target]!;
  for (const word of update.rows) {
    const row = output.row(word);
    update.rowsBefore.push(Float64Array.from(row));
    addScaled(update.hiddenGradient, -update.errors[word]!, row); // the row as it was
    addScaled(row, learningRate * update.errors[word]!, hidden);
    update.rowsAfter.push(Float64Array.from(row));
  }
  return update;
}

function softmax(scores: readonly number[]): number[] {
  const logTotal = logSumExp(scores);
  return scores.map((score) => Math.exp(score - logTotal));
}

/** log Σ e^s; the largest is taken out first, so that no e^s overflows. */
function logSumExp(scores: readonly number[]): number {
  const largest = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  return largest + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - largest), 0));
}
