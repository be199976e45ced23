/**
 * The pieces that chunks are packed from: sentences, lines of code, and parts of what is too long.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { sentenceSpans, type TextSpan } from "../text/sentences";
import type { DocumentBlock } from "./read-document";

export interface Piece {
  text: string;
  /** What stands between it and the piece before it in a chunk. */
  before: "" | " " | "\n";
  tokens: number;
  line: number | undefined;
  page: number | undefined;
}

export interface PieceOptions {
  countTokens(text: string): number;
  /** Most tokens of a piece. */
  space: number;
}

/** @returns in order; nothing but space is left out */
export function piecesOf(block: DocumentBlock, options: PieceOptions): Piece[] {
  const { text, line, page, isPreformatted = false } = block;
  const pieces: Piece[] = [];
  let lines = 0; // line ends before `counted`
  let counted = 0;
  for (const { start, end } of isPreformatted ? lineSpans(text) : sentenceSpans(text)) {
    for (; counted < start; counted++) if (text[counted] === "\n") lines++;
    const place = { line: line === undefined ? undefined : line + lines, page };
    const own = text.slice(start, end);
    const whole = isPreformatted ? own : own.replace(/\s+/g, " ");
    partsOf(whole, options).forEach(({ text: part, tokens, isCutWord }, i) => {
      const isNewLine = i === 0 && (isPreformatted || pieces.length === 0);
      const before = isNewLine ? "\n" : isCutWord ? "" : " ";
      pieces.push({ text: part, before, tokens, ...place });
    });
  }
  return pieces;
}

function lineSpans(text: string): TextSpan[] {
  const lines = text.matchAll(/[^\n]*\S[^\n]*/g);
  return Array.from(lines, ({ 0: line, index = 0 }) => {
    return { start: index, end: index + line.length };
  });
}

interface Part {
  text: string;
  tokens: number;
  /** Does it go on with the word that the part before ends with? */
  isCutWord: boolean;
}

function partsOf(text: string, { countTokens, space }: PieceOptions): Part[] {
  const tokens = countTokens(text);
  if (tokens <= space) return [{ text, tokens, isCutWord: false }];
  const cuts = wordsOf(text, { countTokens, space });
  const parts: Part[] = [];
  for (let i = 0; i < cuts.length;) {
    let [size, part] = [cuts[i]!.tokens, cuts[i]!.text];
    const { isCutWord } = cuts[i]!;
    for (i++; i < cuts.length && !cuts[i]!.isCutWord && size + cuts[i]!.tokens <= space; i++) {
      size += cuts[i]!.tokens;
      part += ` ${cuts[i]!.text}`;
    }
    parts.push({ text: part, tokens: size, isCutWord });
  }
  return parts;
}

/** Words; those that are too long themselves, in halves and halves of halves. */
function wordsOf(text: string, options: PieceOptions): Part[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => halved(word, false, options));
}

function halved(text: string, isCutWord: boolean, options: PieceOptions): Part[] {
  const tokens = options.countTokens(text);
  const characters = Array.from(text);
  if (tokens <= options.space || characters.length === 1) return [{ text, tokens, isCutWord }];
  const middle = Math.ceil(characters.length / 2);
  return [
    ...halved(characters.slice(0, middle).join(""), isCutWord, options),
    ...halved(characters.slice(middle).join(""), true, options),
  ];
}
