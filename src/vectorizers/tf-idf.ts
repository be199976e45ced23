/**
 * TF-IDF: counts, weighted so that a word in every document says little and a rare one much.
 *
 *   x[d, t] = tf(d, t) · idf(t), each row then divided by its length
 *   tf      = count, or 1 + ln(count) with `sublinearTf`
 *   idf(t)  = ln((1 + N) / (1 + df(t))) + 1          N documents, df(t) of them hold t
 *
 * The +1 in numerator and denominator is a made-up document that holds every term: no term gets
 * an infinite weight. The +1 behind keeps words that stand everywhere from vanishing. Jones 1972,
 * "A Statistical Interpretation of Term Specificity"; this form is scikit-learn's TfidfVectorizer,
 * with its options, defaults and results. The textbooks' form is in plain-tf-idf.ts.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { CountingVectorizer } from "./counting-vectorizer";
import { SparseMatrix } from "./sparse-matrix";
import { assertOneOf, assertSwitches } from "./vectorizer-options";
import type { BagOfWordsOptions } from "./vectorizer-options";

export interface TfIdfOptions extends BagOfWordsOptions {
  /**
   * What a row's length is: "l2" the Euclidean, so that a dot product of two rows is their cosine,
   * "l1" the sum, null leaves rows as they are. Default "l2".
   */
  norm?: "l1" | "l2" | null;
  /** Weight by rarity. Default true. */
  useIdf?: boolean;
  /** Add the made-up document that holds every term. Default true. */
  smoothIdf?: boolean;
  /** 1 + ln(count) instead of the count: ten times as often is not ten times as much. */
  sublinearTf?: boolean;
}

export class TfIdf extends CountingVectorizer {
  private readonly weighting: Required<Omit<TfIdfOptions, keyof BagOfWordsOptions>>;
  private weights: Float64Array | undefined;

  /** TypeError or RangeError when an option can't be used. */
  constructor(options: TfIdfOptions = {}) {
    super("TfIdf", options, ["norm", "useIdf", "smoothIdf", "sublinearTf"]);
    const { norm = "l2", useIdf = true, smoothIdf = true, sublinearTf = false } = options;
    assertOneOf("TfIdf", "norm", norm, ["l1", "l2", null]);
    assertSwitches("TfIdf", { useIdf, smoothIdf, sublinearTf });
    this.weighting = { norm, useIdf, smoothIdf, sublinearTf };
  }

  /** Learns the vocabulary and how rare each term is. RangeError when no term is left. */
  fit(documents: readonly string[]): this {
    this.learnIdf(this.model.fit(documents));
    return this;
  }

  /** Weights [N, V]; a document without a known term is a row of zeros. */
  transform(documents: readonly string[]): SparseMatrix {
    this.requireWeights("transform");
    return this.weigh(this.model.transform(documents));
  }

  /** `fit`, then `transform` of the same documents, in one go. */
  fitTransform(documents: readonly string[]): SparseMatrix {
    const counts = this.model.fit(documents);
    this.learnIdf(counts);
    return this.weigh(counts);
  }

  /** The weight of each term, [V]; all 1 when `useIdf` is false. A copy. */
  get idf(): Float64Array {
    return this.requireWeights("idf").slice();
  }

  private learnIdf(counts: SparseMatrix): void {
    const { useIdf, smoothIdf } = this.weighting;
    const extra = smoothIdf ? 1 : 0;
    const numDocuments = counts.shape[0] + extra;
    const weights = new Float64Array(counts.shape[1]).fill(1);
    if (useIdf) {
      counts.documentFrequency().forEach((frequency, column) => {
        weights[column] = Math.log(numDocuments / (frequency + extra)) + 1;
      });
    }
    this.weights = weights;
  }

  private weigh({ shape, rowOffsets, columns, values: counts }: SparseMatrix): SparseMatrix {
    const { norm, sublinearTf } = this.weighting;
    const idf = this.weights!;
    const values = new Float64Array(counts.length);
    for (let row = 0; row < shape[0]; row++) {
      const end = rowOffsets[row + 1]!;
      let length = 0;
      for (let k = rowOffsets[row]!; k < end; k++) {
        const termFrequency = sublinearTf ? 1 + Math.log(counts[k]!) : counts[k]!;
        const weight = termFrequency * idf[columns[k]!]!;
        values[k] = weight;
        length += norm === "l2" ? weight * weight : weight; // weights are never negative
      }
      if (norm === null || length === 0) continue;
      if (length === Infinity) this.refuseInfinite(columns.subarray(rowOffsets[row]!, end));
      if (norm === "l2") length = Math.sqrt(length);
      for (let k = rowOffsets[row]!; k < end; k++) values[k]! /= length;
    }
    return new SparseMatrix({ shape, rowOffsets, columns, values });
  }

  /** Only with a fixed vocabulary and without smoothing: dividing by infinity gives no number. */
  private refuseInfinite(columns: Int32Array): never {
    const column = columns.find((candidate) => this.weights![candidate] === Infinity)!;
    throw new RangeError(
      `TfIdf.transform: "${this.terms[column]}" stood in no fitted document, got an infinite ` +
        "weight for it; leave smoothIdf on, or set norm to null",
    );
  }

  private requireWeights(member: string): Float64Array {
    if (this.weights) return this.weights;
    throw new Error(
      `TfIdf.${member}: not fitted; call fit(documents) first, so that there are weights`,
    );
  }
}
