/**
 * Sentences: where a text can be cut without breaking what it says.
 *
 *   "Dr. Thorne came. Was she late?"  →  "Dr. Thorne came."  "Was she late?"
 *
 * A sentence ends at . ! ? or … with closing quotes or brackets behind it, then a space, then no
 * small letter; or at an empty line. Not after a title or an initial ("Dr. Thorne", "J. Thorne"),
 * the case that such rules most often get wrong: Kiss & Strunk 2006, "Unsupervised Multilingual
 * Sentence Boundary Detection", section 1. Here the abbreviations are a short list.
 *
 * Lesson: notebooks/12-rag.ipynb
 */

/** text.slice(start, end) is the sentence, without the space around it. */
export interface TextSpan {
  start: number;
  end: number;
}

/** After these a capital letter or a number doesn't begin a sentence. */
const ABBREVIATIONS = new Set(
  "mr mrs ms dr prof rev hon st mt sr jr capt col gen lt sgt no nos vol fig figs eq ch p pp vs cf"
    .concat(" eg ie e.g i.e approx ca al")
    .split(" "),
);

// Only at the first mark of a run, or a line of dots would be tried from each of them.
const ENDS = /(?<![.!?…])[.!?…]+["'”’»)\]]*\s+|[。！？]+[」』”’）]*\s*|\n[^\S\n]*\n\s*/g;

/** @returns in order; nothing but space is left out */
export function sentenceSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  const close = (until: number) => {
    const sentence = text.slice(start, until);
    const trimmed = sentence.trim();
    const first = start + sentence.length - sentence.trimStart().length;
    if (trimmed !== "") spans.push({ start: first, end: first + trimmed.length });
    start = until;
  };
  for (const { 0: mark, index = 0 } of text.matchAll(ENDS)) {
    const next = index + mark.length;
    if (endsSentence(text, mark, { index, next, start })) close(next);
  }
  close(text.length);
  return spans;
}

/** The sentences themselves. */
export function splitSentences(text: string): string[] {
  return sentenceSpans(text).map(({ start, end }) => text.slice(start, end));
}

interface Place {
  /** Where the mark begins. */
  index: number;
  /** Where what follows begins. */
  next: number;
  /** Where the sentence begins. */
  start: number;
}

function endsSentence(text: string, mark: string, { index, next, start }: Place): boolean {
  if (!/^[.!?…]/.test(mark)) return true;
  if (/^[\p{Ll}]/u.test(text.slice(next, next + 2))) return /\n[^\S\n]*\n/.test(mark);
  if (mark.trimEnd() !== ".") return true;
  const before = text.slice(Math.max(start, index - 12), index);
  const word = /[\p{L}.]+$/u.exec(before)?.[0] ?? "";
  const isInitials = /^(\p{L}\.)*\p{Lu}$/u.test(word) && word !== "I";
  return !isInitials && !ABBREVIATIONS.has(word.toLowerCase());
}
