/**
 * The greedy search, attempt by attempt: what was tried at each place, and what was taken.
 *
 *   at "unbelievable"   unbelievable, unbelievabl, … , unb, un ✓
 *   at "##believable"   ##believable, … , ##believ ✓
 *   at "##able"         ##able ✓
 *
 * The tokenizer itself takes the same pieces, but starts at the longest entry there is and
 * remembers words it has seen; this one is for looking at.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { inWords } from "../core/check";
import { assertString } from "./assert-text";
import { WordPiece } from "./wordpiece";

/** One place in the word where a piece had to be found. */
export interface WordPieceStep {
  /** Where in the word, in UTF-16 units. */
  start: number;
  /** What was left of the word, with "##" unless it is the beginning. */
  rest: string;
  /** What was looked up, longest first; the last one is `found` if there is one. */
  attempts: string[];
  found?: string;
  id?: number;
}

export interface WordPieceExplanation {
  word: string;
  /** ["un", "##believ", "##able"], or ["[UNK]"]. */
  pieces: string[];
  ids: number[];
  steps: WordPieceStep[];
  /** Why the word became [UNK]; not there when it didn't. */
  unknownBecause?: string;
}

/**
 * @param word  one word as the basic tokenizer gives it: small letters for an uncased vocabulary
 * @param model the vocabulary: `tokenizer.wordPiece`
 */
export function explainWordPiece(word: string, model: WordPiece): WordPieceExplanation {
  assertString("explainWordPiece", "word", word);
  if (!(model instanceof WordPiece)) {
    throw new TypeError(
      `explainWordPiece: model must be a WordPiece (tokenizer.wordPiece), got ${inWords(model)}`,
    );
  }
  const { continuingSubwordPrefix: prefix, maxInputCharsPerWord: limit } = model;
  const characters = Array.from(word);
  if (model.isTooLong(word)) {
    return unknown(word, model, [], `${characters.length} characters, more than ${limit}`);
  }
  const steps: WordPieceStep[] = [];
  for (let start = 0; start < characters.length;) {
    const isContinuing = start > 0;
    const spelling = (end: number) =>
      (isContinuing ? prefix : "") + characters.slice(start, end).join("");
    const step: WordPieceStep = {
      start: characters.slice(0, start).join("").length,
      rest: spelling(characters.length),
      attempts: [],
    };
    steps.push(step);
    let end = characters.length;
    for (; end > start && step.id === undefined; end--) {
      step.attempts.push(spelling(end));
      step.id = model.pieceId(characters.slice(start, end).join(""), isContinuing);
    }
    if (step.id === undefined) {
      return unknown(word, model, steps, `no entry fits at ${inWords(step.rest)}`);
    }
    step.found = step.attempts.at(-1)!;
    start = end + 1;
  }
  return {
    word,
    pieces: steps.map(({ found }) => found!),
    ids: steps.map(({ id }) => id!),
    steps: steps,
  };
}

function unknown(
  word: string,
  { unkToken, unkId }: WordPiece,
  steps: WordPieceStep[],
  unknownBecause: string,
): WordPieceExplanation {
  for (const step of steps) if (step.id === undefined) delete step.id;
  return { word, pieces: [unkToken], ids: [unkId], steps, unknownBecause };
}
