/**
 * Bag of words: a document is the list of how often it holds each word; their order is lost.
 *
 *   x[d, t] = number of times term t occurs in document d
 *
 * Harris 1954, "Distributional Structure"; as vectors, Salton, Wong & Yang 1975, "A Vector Space
 * Model for Automatic Indexing". Options, defaults and results are those of scikit-learn's
 * CountVectorizer, with two differences: `maxDf: 1` is one document (JavaScript has no 1.0 apart
 * from 1; leave the option out for "no limit"), and no stop list has a name: pass your own, or
 * ENGLISH_STOP_WORDS from src/text/stop-words.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { CountingVectorizer } from "./counting-vectorizer";
import type { SparseMatrix } from "./sparse-matrix";
import type { BagOfWordsOptions } from "./vectorizer-options";

export type { BagOfWordsOptions } from "./vectorizer-options";

export class BagOfWords extends CountingVectorizer {
  /** TypeError or RangeError when an option can't be used. */
  constructor(options: BagOfWordsOptions = {}) {
    super("BagOfWords", options);
  }

  /** Learns the vocabulary. RangeError when no term is left; what was learned before then stays. */
  fit(documents: readonly string[]): this {
    this.model.fit(documents);
    return this;
  }

  /** Counts [N, V], whole numbers. Terms not met in `fit` are passed over. */
  transform(documents: readonly string[]): SparseMatrix {
    return this.model.transform(documents);
  }

  /** `fit`, then `transform` of the same documents, in one go. */
  fitTransform(documents: readonly string[]): SparseMatrix {
    return this.model.fit(documents);
  }
}
