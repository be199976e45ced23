/**
 * Every step from text to ids, kept, so that a notebook can show it.
 *
 *   text → normalized → words → pieces, with what the greedy search tried
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { assertString } from "./assert-text";
import type { BasicTokenizer } from "./basic-tokenizer";
import { explainWordPiece, type WordPieceExplanation } from "./explain-wordpiece";
import type { WordPiece } from "./wordpiece";

/** A word, where it stood in the text (UTF-16 units), and how it was cut. */
export interface ExplainedWord extends WordPieceExplanation {
  start: number;
  end: number;
}

export interface TokenizationSteps {
  text: string;
  /** After clean-up, small letters and accents; not yet split. */
  normalized: string;
  words: ExplainedWord[];
  /** All pieces in a row, without [CLS] and [SEP]. */
  pieces: string[];
  ids: number[];
}

export function explainTokens(
  text: string,
  basic: BasicTokenizer,
  wordPiece: WordPiece,
): TokenizationSteps {
  assertString("BertTokenizer.explain", "text", text);
  const words = basic
    .words(text)
    .map(({ text: word, start, end }) => ({ ...explainWordPiece(word, wordPiece), start, end }));
  return {
    text,
    normalized: basic.normalize(text),
    words,
    pieces: words.flatMap(({ pieces }) => pieces),
    ids: words.flatMap(({ ids }) => ids),
  };
}
