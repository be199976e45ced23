/**
 * What BagOfWords, TfIdf and Bm25 show of the counts that all three rest on: their columns.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { CountModel } from "./count-model";
import type { BagOfWordsOptions } from "./vectorizer-options";

export abstract class CountingVectorizer {
  protected readonly model: CountModel;

  /** Parameters as for CountModel, which names the class in its messages. */
  protected constructor(
    name: string,
    options: BagOfWordsOptions,
    optionNames: readonly string[] = [],
  ) {
    this.model = new CountModel(name, options, optionNames);
  }

  /** The terms that `fit` would count in this document, one after the other, repeats included. */
  analyze(document: string): string[] {
    return this.model.analyze(document);
  }

  /** The term of each column, [V], in the order of code points (or as `vocabulary` gave them). */
  get terms(): readonly string[] {
    return this.model.terms;
  }

  /** The column of each term. */
  get vocabulary(): ReadonlyMap<string, number> {
    return this.model.vocabulary;
  }
}
