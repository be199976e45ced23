/**
 * TF-IDF as many course notes write it: no smoothing, no row length. For comparison.
 *
 *   tf(d, t) = count of t in d / number of terms in d
 *   idf(t)   = −ln(share of documents that hold t) = ln(N / df(t))
 *
 * What goes wrong: a word in every document gets exactly 0 and disappears, even when a text is
 * about it; a word in no document gets an infinite weight, which makes every sum that meets it
 * infinite or NaN; and rows have different lengths, so a dot product still favours some documents.
 * tf-idf.ts mends the three.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { assertInteger } from "../core/check";
import { CountModel } from "./count-model";
import { SparseMatrix } from "./sparse-matrix";
import type { BagOfWordsOptions } from "./vectorizer-options";

export interface PlainTfIdf {
  /** The term of each column, [V]. */
  readonly terms: readonly string[];
  /** Share of the document that each term makes up, [N, V]. */
  readonly termFrequency: SparseMatrix;
  /** −ln(df / N) of each term, [V]; 0 in every document, Infinity in none. */
  readonly idf: Float64Array;
  /** termFrequency · idf, [N, V]; a weight that comes out as 0 is stored all the same. */
  readonly weights: SparseMatrix;
}

/**
 * @param documents at least one
 * @param options as for BagOfWords; with a fixed `vocabulary`, terms that no document holds are
 *   kept and get the idf Infinity
 */
export function plainTfIdf(
  documents: readonly string[],
  options: BagOfWordsOptions = {},
): PlainTfIdf {
  const model = new CountModel("plainTfIdf", options);
  const counts = model.fit(documents);
  const { shape, rowOffsets, columns } = counts;
  const frequencies = new Float64Array(counts.numNonZero);
  documents.forEach((document, row) => {
    // The document's own length, terms without a column included.
    const numTerms = model.analyze(document).length;
    for (let k = rowOffsets[row]!; k < rowOffsets[row + 1]!; k++) {
      frequencies[k] = counts.values[k]! / numTerms;
    }
  });
  const idf = Float64Array.from(counts.documentFrequency(), (frequency) =>
    plainIdf(frequency, documents.length),
  );
  const weights = frequencies.map((frequency, k) => frequency * idf[columns[k]!]!);
  return {
    terms: model.terms,
    termFrequency: new SparseMatrix({ shape, rowOffsets, columns, values: frequencies }),
    idf,
    weights: new SparseMatrix({ shape, rowOffsets, columns, values: weights }),
  };
}

/** −ln(documentFrequency / numDocuments): 0 for a term in all of them, Infinity for one in none. */
export function plainIdf(documentFrequency: number, numDocuments: number): number {
  assertInteger("plainIdf", { numDocuments }, { min: 1 });
  assertInteger("plainIdf", { documentFrequency }, { min: 0, max: numDocuments });
  return Math.log(numDocuments / documentFrequency);
}
