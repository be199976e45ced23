/**
 * Text into words, as BERT reads it: clean up, fold case and accents, split at spaces and
 * punctuation.
 *
 *   "Café,\u00a0東京!"  →  cafe  ,  東  京  !
 *
 * Four steps per character, in this order: control characters go and every kind of space becomes
 * " "; a Chinese character gets a space on each side; accents are taken off (canonical
 * decomposition, then the nonspacing marks go); letters become small. Nothing looks at a
 * neighbour, so capital sigma is always "σ", never the final "ς". After that every space ends a
 * word, and every punctuation mark is a word of its own.
 *
 * Devlin et al. 2019, "BERT", section 3 and the code published with it (`BasicTokenizer`); in
 * doubt as Hugging Face's tokenizers does it, whose ids the checkpoints of today were made with.
 * Not done: what is left after accents went is not put into canonical order again. Only musical
 * signs and Hangul tone marks could change places, and no BERT vocabulary has them.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { assertString } from "./assert-text";
import {
  CJK_IDEOGRAPH,
  CONTROL,
  decompose,
  NONSPACING_MARK,
  PUNCTUATION,
  unicodeClass,
  WHITESPACE,
} from "./unicode-classes";

export interface BasicTokenizerOptions {
  /** Small letters: true for "uncased" models. Default true. */
  lowercase?: boolean;
  /** "é" → "e", and Hangul syllables into their letters. Default: as `lowercase`. */
  stripAccents?: boolean;
  /** Every Chinese character a word of its own. Default true. */
  handleChineseChars?: boolean;
  /** Control characters go, every kind of space becomes " ". Default true. */
  cleanText?: boolean;
}

/** One word, and where it stood. Offsets count UTF-16 units: `original.slice(start, end)`. */
export interface BasicWord {
  /** Cleaned and folded: what WordPiece looks up. */
  text: string;
  start: number;
  end: number;
  /** Unit i of `text` came from `original.slice(sources[2 * i], sources[2 * i + 1])`. */
  sources: number[];
}

/** The words alone: ["cafe", ",", "東", "京", "!"]. */
export function basicTokenize(text: string, options: BasicTokenizerOptions = {}): string[] {
  return new BasicTokenizer(options).words(text).map((word) => word.text);
}

/** The splitter for many texts; it remembers what each character turns into. */
export class BasicTokenizer {
  readonly options: Required<BasicTokenizerOptions>;
  private readonly normalized = new Map<number, string>();

  constructor({
    lowercase = true,
    stripAccents = lowercase,
    handleChineseChars = true,
    cleanText = true,
  }: BasicTokenizerOptions = {}) {
    this.options = { lowercase, stripAccents, handleChineseChars, cleanText };
    for (const [name, value] of Object.entries(this.options)) {
      if (typeof value === "boolean") continue;
      throw new TypeError(`BasicTokenizer: ${name} must be true or false, got ${String(value)}`);
    }
  }

  /** The text after the four steps, before it is split. */
  normalize(text: string): string {
    assertString("BasicTokenizer.normalize", "text", text);
    return Array.from(text, (character) =>
      this.normalizeCharacter(wellFormed(character.codePointAt(0)!)),
    ).join("");
  }

  /**
   * @param text anything; half of a surrogate pair counts as U+FFFD, which the clean-up removes
   * @param from first UTF-16 unit to read, default 0
   * @param to   unit to stop before, default the end
   */
  words(text: string, from = 0, to?: number): BasicWord[] {
    assertString("BasicTokenizer.words", "text", text);
    const stop = to ?? text.length;
    const words: BasicWord[] = [];
    let word: BasicWord | undefined;
    for (let start = from, end: number; start < stop; start = end) {
      const codePoint = text.codePointAt(start)!;
      end = start + (codePoint > 0xffff ? 2 : 1);
      for (const character of this.normalizeCharacter(wellFormed(codePoint))) {
        const kind = unicodeClass(character.codePointAt(0)!);
        const isAlone = (kind & PUNCTUATION) !== 0;
        if (isAlone || kind & WHITESPACE) word = undefined;
        if (kind & WHITESPACE) continue;
        if (word === undefined) words.push((word = { text: "", start, end, sources: [] }));
        word.text += character;
        word.end = end;
        for (let unit = 0; unit < character.length; unit++) word.sources.push(start, end);
        if (isAlone) word = undefined;
      }
    }
    return words;
  }

  /** "" when the character goes, " 東 " with spaces that split. */
  private normalizeCharacter(codePoint: number): string {
    let result = this.normalized.get(codePoint);
    if (result === undefined) {
      // A text holds few different characters; one that holds all of them may not fill the memory.
      if (this.normalized.size >= MAX_REMEMBERED) this.normalized.clear();
      result = this.foldCharacter(codePoint);
      this.normalized.set(codePoint, result);
    }
    return result;
  }

  private foldCharacter(codePoint: number): string {
    const { lowercase, stripAccents, handleChineseChars, cleanText } = this.options;
    const kind = unicodeClass(codePoint);
    if (cleanText && kind & CONTROL) return "";
    if (cleanText && kind & WHITESPACE) return " ";
    let folded = String.fromCodePoint(codePoint);
    if (stripAccents) {
      folded = Array.from(decompose(codePoint, folded))
        .filter((character) => !(unicodeClass(character.codePointAt(0)!) & NONSPACING_MARK))
        .join("");
    }
    if (lowercase) folded = folded.toLowerCase();
    return handleChineseChars && kind & CJK_IDEOGRAPH ? ` ${folded} ` : folded;
  }
}

const MAX_REMEMBERED = 1 << 15;

/** Half of a surrogate pair is no character: the replacement character stands for it. */
function wellFormed(codePoint: number): number {
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
}
