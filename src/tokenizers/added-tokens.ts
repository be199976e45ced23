/**
 * Tokens that are cut out of the text before anything else looks at it: [MASK] and its kind, and
 * what a file adds to a vocabulary.
 *
 * They are found as they stand, case and all, the longest first where one begins like another.
 * Which side swallows spaces and whether a token must stand alone are Hugging Face's
 * `added_tokens` flags.
 *
 * Careful: a stranger's text may hold "[SEP]". Encode with `splitSpecialTokens: true` what isn't
 * yours.
 */
import { unicodeClass, WHITESPACE } from "./unicode-classes";

export interface AddedToken {
  content: string;
  id: number;
  /** Left out by `decode(ids, { skipSpecialTokens: true })`. */
  isSpecial: boolean;
  /** Only where no letter, digit or "_" touches it. */
  singleWord: boolean;
  /** Takes the spaces on its left with it. */
  lstrip: boolean;
  /** Takes the spaces on its right with it. */
  rstrip: boolean;
}

/** One token found: `text.slice(start, end)`, with the spaces that it swallows. */
export interface FoundToken {
  content: string;
  id: number;
  start: number;
  end: number;
}

const WORD_CHARACTER = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\u200c\u200d]/u;
const NOTHING: readonly FoundToken[] = [];

export class AddedTokens {
  private readonly byContent: ReadonlyMap<string, AddedToken>;
  private readonly pattern: RegExp;
  /** The first unit of all contents, if it is one: most texts don't have it at all. */
  private readonly firstUnit: string | undefined;

  constructor(readonly list: readonly AddedToken[]) {
    this.byContent = new Map(list.map((token) => [token.content, token]));
    const contents = list
      .map(({ content }) => content)
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    this.pattern = new RegExp(contents.map(escapePattern).join("|") || "(?!)", "g");
    const first = contents[0]?.[0];
    this.firstUnit = contents.every((content) => content[0] === first) ? first : undefined;
  }

  find(text: string): readonly FoundToken[] {
    if (this.firstUnit !== undefined && !text.includes(this.firstUnit)) return NOTHING;
    const found: FoundToken[] = [];
    let from = 0;
    for (const match of text.matchAll(this.pattern)) {
      const token = this.byContent.get(match[0])!;
      let start = match.index!;
      let end = start + match[0].length;
      if (start < from || (token.singleWord && touchesWord(text, start, end))) continue;
      while (token.lstrip && start > from && isSpace(text, start - 1)) start--;
      while (token.rstrip && end < text.length && isSpace(text, end)) end++;
      found.push({ content: token.content, id: token.id, start, end });
      from = end;
    }
    return found;
  }
}

function touchesWord(text: string, start: number, end: number): boolean {
  const before = Array.from(text.slice(Math.max(0, start - 2), start)).at(-1) ?? "";
  const after = String.fromCodePoint(text.codePointAt(end) ?? 0x20);
  return WORD_CHARACTER.test(before) || WORD_CHARACTER.test(after);
}

function isSpace(text: string, at: number): boolean {
  return (unicodeClass(text.charCodeAt(at)) & WHITESPACE) !== 0;
}

function escapePattern(content: string): string {
  return content.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
