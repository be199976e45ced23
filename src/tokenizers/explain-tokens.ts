/**
 * Every step from text to ids, kept, so that a notebook can show it.
 *
 *   text → normalized → words → pieces, with what the greedy search tried
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import type { AddedTokens } from "./added-tokens";
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

/** Special tokens in the text are words of their own, of one piece and without a search. */
export function explainTokens(
  text: string,
  added: AddedTokens,
  basic: BasicTokenizer,
  wordPiece: WordPiece,
): TokenizationSteps {
  assertString("BertTokenizer.explain", "text", text);
  const words: ExplainedWord[] = [];
  let normalized = "";
  let from = 0;
  const explainSegment = (to: number) => {
    normalized += basic.normalize(text.slice(from, to));
    for (const { text: word, start, end } of basic.words(text, from, to)) {
      words.push({ ...explainWordPiece(word, wordPiece), start, end });
    }
  };
  for (const { content, id, start, end } of added.find(text)) {
    explainSegment(start);
    normalized += content;
    words.push({ word: content, pieces: [content], ids: [id], steps: [], start, end });
    from = end;
  }
  explainSegment(text.length);
  return {
    text,
    normalized,
    words,
    pieces: words.flatMap(({ pieces }) => pieces),
    ids: words.flatMap(({ ids }) => ids),
  };
}
