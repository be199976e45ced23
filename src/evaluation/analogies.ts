/**
 * How many analogies do word vectors solve: a is to b as c is to …?
 *
 *   accuracy = questions whose first answer is d / questions whose four words are all known
 *
 * Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space", section 4.1.
 * Only the first answer counts, among all words of the vocabulary but a, b and c. Questions of one
 * category share words, so they don't err independently: the interval is a little too narrow.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";
import type { Analogy } from "../data/types";
import { bootstrap, meanOf } from "./bootstrap";
import type { BootstrapInterval } from "./bootstrap";
import { findWord } from "./find-word";
import type { Vocabulary } from "./find-word";

/** What answers analogies; WordVectors does. */
export interface AnalogySolver extends Vocabulary {
  readonly words: { readonly length: number };
  analogy(query: {
    a: string;
    b: string;
    c: string;
    k: number;
    excludeInputs: boolean;
    method: "3CosAdd" | "3CosMul";
  }): readonly { readonly word: string }[];
}

export interface EvaluateAnalogiesOptions {
  /** Default "3CosAdd". */
  method?: "3CosAdd" | "3CosMul";
  /** Whether a, b and c are left out of the answers. Default true. */
  excludeInputs?: boolean;
  /** `accuracyAtK` counts answers up to this rank. Default 5. */
  k?: number;
  /** Draws the bootstrap samples; without it there is no interval. */
  rng?: Rng;
}

export interface AnalogyScore {
  /** Questions whose four words are all known: those that were asked. */
  readonly asked: number;
  /** Questions with an unknown word. */
  readonly skipped: number;
  /** The share of those asked with d as the first answer; NaN where none was asked. */
  readonly accuracy: number;
  /** The share with d among the first k. */
  readonly accuracyAtK: number;
}

export interface AnsweredAnalogy extends Analogy {
  /** The first answer, as the vocabulary spells it. */
  readonly answer: string;
  readonly isCorrect: boolean;
}

export interface AnalogyEvaluation extends AnalogyScore {
  /** The accuracy of drawing an answer blindly from the same words. */
  readonly chance: number;
  /** The accuracy's 95 % bootstrap interval, where an rng was given. */
  readonly interval: BootstrapInterval | undefined;
  /** By category, in the order in which the questions name them. */
  readonly categories: ReadonlyMap<string, AnalogyScore>;
  /** The questions that were asked. */
  readonly answers: readonly AnsweredAnalogy[];
}

interface Outcome extends AnsweredAnalogy {
  readonly isAmongFirst: boolean;
}

/**
 * Asks every question. A word that the vocabulary hasn't as written is looked up in lower case.
 *
 * @param questions such as `await loadDataset("analogies")`
 */
export function evaluateAnalogies(
  vectors: AnalogySolver,
  questions: readonly Analogy[],
  { method = "3CosAdd", excludeInputs = true, k = 5, rng }: EvaluateAnalogiesOptions = {},
): AnalogyEvaluation {
  assertInteger("evaluateAnalogies", { k }, { min: 1 });
  if (!Array.isArray(questions) || questions.length === 0) {
    throw new RangeError(
      `evaluateAnalogies: questions must be an array with at least one, got ${inWords(questions)}`,
    );
  }
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const found = [question.a, question.b, question.c, question.d].map((w) => findWord(vectors, w));
    const [a, b, c, d] = found;
    if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
    const words = vectors.analogy({ a, b, c, k, excludeInputs, method }).map(({ word }) => word);
    outcomes.push({
      ...question,
      answer: words[0] ?? "",
      isCorrect: words[0] === d,
      isAmongFirst: words.includes(d),
    });
  }
  const categories = [...new Set(questions.map(({ category }) => category))];
  const isOf = (name: string) => (row: Analogy) => row.category === name;
  const candidates = vectors.words.length - (excludeInputs ? 3 : 0);
  const isCorrect = outcomes.map((outcome) => outcome.isCorrect);
  return {
    ...scoreOf(outcomes, questions.length),
    chance: 1 / Math.max(1, candidates),
    interval: rng && outcomes.length > 0 ? bootstrap(isCorrect, meanOf, { rng }) : undefined,
    categories: new Map(
      categories.map((name) => [
        name,
        scoreOf(outcomes.filter(isOf(name)), questions.filter(isOf(name)).length),
      ]),
    ),
    answers: outcomes.map(({ isAmongFirst: _, ...answered }) => answered),
  };
}

function scoreOf(outcomes: readonly Outcome[], total: number): AnalogyScore {
  return {
    asked: outcomes.length,
    skipped: total - outcomes.length,
    accuracy: meanOf(outcomes.map(({ isCorrect }) => isCorrect)),
    accuracyAtK: meanOf(outcomes.map(({ isAmongFirst }) => isAmongFirst)),
  };
}
