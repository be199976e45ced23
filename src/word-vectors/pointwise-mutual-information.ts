/**
 * Do two words stand near each other more often than chance would have it?
 *
 *   PMI(i, j) = ln( X_ij · X_total / (X_i · X_j) )      0 as chance has it, above 0 more often
 *   PPMI(i, j) = max(0, PMI(i, j))
 *
 * Church & Hanks 1990, "Word Association Norms, Mutual Information, and Lexicography". Levy &
 * Goldberg 2014, "Neural Word Embedding as Implicit Matrix Factorization", show that skip-gram with
 * k negatives factorizes PMI − ln k, so this matrix is what the vectors of lesson 02 are about.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { CooccurrenceMatrix } from "./co-occurrence";

/**
 * PMI for each pair that was counted, natural logarithm; all others are −∞ and not kept.
 *
 * @returns numbers in the order of `columns` and `values`
 */
export function pointwiseMutualInformation(counts: CooccurrenceMatrix): Float64Array {
  const { rowOffsets, columns, values, vocabulary } = counts;
  const [ofRow, ofColumn] = [new Float64Array(vocabulary.size), new Float64Array(vocabulary.size)];
  let total = 0;
  const forEachPair = (act: (row: number, k: number) => void) => {
    for (let row = 0; row < vocabulary.size; row++) {
      for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++) act(row, k);
    }
  };
  forEachPair((row, k) => {
    ofRow[row]! += values[k]!;
    ofColumn[columns[k]!]! += values[k]!;
    total += values[k]!;
  });
  const information = new Float64Array(values.length);
  forEachPair((row, k) => {
    information[k] = Math.log((values[k]! * total) / (ofRow[row]! * ofColumn[columns[k]!]!));
  });
  return information;
}

/** The pairs that stand together more often than chance has it, with their PMI as value. */
export function positivePmi(counts: CooccurrenceMatrix): CooccurrenceMatrix {
  const information = pointwiseMutualInformation(counts);
  const { rowOffsets, columns, vocabulary } = counts;
  const offsets = rowOffsets.slice();
  for (let row = 0, kept = 0; row < vocabulary.size; row++) {
    for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++)
      kept += Number(information[k]! > 0);
    offsets[row + 1] = kept;
  }
  const kept = columns.filter((_, k) => information[k]! > 0);
  const values = Float32Array.from(information.filter((value) => value > 0));
  return new CooccurrenceMatrix(vocabulary, offsets, kept, values);
}
