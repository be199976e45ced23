/**
 * What BagOfWords, TfIdf and Bm25 have in common: learning a vocabulary, and counting with it.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { assertStrings } from "../core/check";
import { buildAnalyze, buildPreprocess } from "../text/analyze";
import type { Analyze } from "../text/analyze";
import { DEFAULT_TOKEN_PATTERN } from "../text/word-tokenize";
import { NgramCounter } from "./ngram-counter";
import { countMatrix, learnedMatrix, selectTerms } from "./select-terms";
import type { Columns } from "./select-terms";
import type { SparseMatrix } from "./sparse-matrix";
import { PlainTermCounter } from "./term-counter";
import type { TermCounter } from "./term-counter";
import { assertString, checkOptions } from "./vectorizer-options";
import type { BagOfWordsOptions, CheckedOptions } from "./vectorizer-options";

interface Fitted extends Columns {
  readonly counter: TermCounter;
}

export class CountModel {
  private readonly options: CheckedOptions;
  private readonly analyzeDocument: Analyze;
  private fitted: Fitted | undefined;
  private termList: string[] | undefined;
  private columnByTerm: ReadonlyMap<string, number> | undefined;

  /**
   * @param name the public class, for error messages
   * @param optionNames options of that class alone, which it checks itself
   */
  constructor(
    private readonly name: string,
    options: BagOfWordsOptions,
    optionNames: readonly string[] = [],
  ) {
    this.options = checkOptions(name, options, optionNames);
    this.analyzeDocument = buildAnalyze(this.options);
    if (this.options.vocabulary !== null) this.fitted = this.fixVocabulary();
  }

  /** Learns the vocabulary and returns the counts [N, V]; a failure leaves what was learned. */
  fit(documents: readonly string[]): SparseMatrix {
    const caller = `${this.name}.fit`;
    assertStrings(caller, "documents", documents);
    if (documents.length === 0) {
      throw new RangeError(`${caller}: there must be at least one document, got 0`);
    }
    if (this.options.vocabulary !== null) return this.transform(documents);

    const counter = this.createCounter();
    const postings = counter.learn(documents);
    const columns = selectTerms(caller, postings, this.options);
    this.fitted = { counter, ...columns };
    this.termList = undefined;
    this.columnByTerm = undefined;
    return learnedMatrix(postings, columns, this.options.binary);
  }

  /** Counts with the vocabulary learned: [N, V]. Terms that aren't in it are passed over. */
  transform(documents: readonly string[]): SparseMatrix {
    const { counter, columnOf, numColumns } = this.requireFitted("transform");
    assertStrings(`${this.name}.transform`, "documents", documents);
    const counted = counter.count(documents);
    return countMatrix(counted, { columnOf, numColumns }, this.options.binary);
  }

  analyze(document: string): string[] {
    assertString(`${this.name}.analyze`, "document", document);
    return this.analyzeDocument(document);
  }

  /** Put together when first asked for: a large corpus has millions of pairs. */
  get terms(): readonly string[] {
    if (this.termList === undefined) {
      const { counter, columnOf, numColumns } = this.requireFitted("terms");
      const ids = new Int32Array(numColumns);
      for (let id = 0; id < columnOf.length; id++) {
        if (columnOf[id]! >= 0) ids[columnOf[id]!] = id;
      }
      this.termList = counter.terms(ids);
    }
    return this.termList;
  }

  get vocabulary(): ReadonlyMap<string, number> {
    this.requireFitted("vocabulary");
    this.columnByTerm ??= new Map(this.terms.map((term, column) => [term, column]));
    return this.columnByTerm;
  }

  private fixVocabulary(): Fitted {
    const terms = this.options.vocabulary!;
    const counter = this.createCounter();
    counter.add(terms);
    const columnOf = Int32Array.from(terms.keys());
    this.termList = [...terms];
    return { counter, columnOf, numColumns: terms.length };
  }

  private createCounter(): TermCounter {
    const { analyzer, tokenPattern = DEFAULT_TOKEN_PATTERN, ngramRange, stopWords } = this.options;
    if (analyzer !== "word" || tokenPattern !== DEFAULT_TOKEN_PATTERN) {
      return new PlainTermCounter(this.analyzeDocument);
    }
    const lowercase = this.options.lowercase ?? true;
    const preprocess = buildPreprocess(this.options);
    return new NgramCounter({ lowercase, preprocess, ngramRange, stopWords });
  }

  private requireFitted(member: string): Fitted {
    if (this.fitted) return this.fitted;
    throw new Error(
      `${this.name}.${member}: not fitted; ` +
        "call fit(documents) first, so that there is a vocabulary",
    );
  }
}
