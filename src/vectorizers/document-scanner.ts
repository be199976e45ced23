/**
 * Documents to token ids in one pass over their bytes.
 *
 * The default pattern asks only where runs of two or more word characters are. A table of 128
 * entries answers that for ASCII, and lower-cases in the same step. Text with other characters is
 * first lower-cased and rid of accents by JavaScript, which knows Unicode's rules (İ, final ς);
 * beyond ASCII a character's kind is asked of the regular expression once and then remembered.
 */
import { WORD_CHARACTERS } from "../text/python-pattern";
import { grown } from "./term-counter";
import type { TokenTable } from "./token-table";

// FNV-1a of 32 bits (Fowler, Noll & Vo): a byte is mixed in by an exclusive or and a product.
const EMPTY_HASH = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const BEYOND_ASCII = 255;

export interface DocumentScannerOptions {
  lowercase: boolean;
  /** Lower case and accents for text that isn't all ASCII. */
  preprocess: (text: string) => string;
}

export class DocumentScanner {
  /** Token ids of the documents scanned since begin(); only the first `end` count. */
  ids: Int32Array = new Int32Array(0);
  end = 0;
  private readonly encoder = new TextEncoder();
  private buffer = new Uint8Array(1 << 12);
  private readonly lowercase: boolean;
  private readonly preprocess: (text: string) => string;

  constructor({ lowercase, preprocess }: DocumentScannerOptions) {
    this.preprocess = preprocess;
    this.lowercase = lowercase;
  }

  /** Forgets the ids found so far, and makes room for those of texts of this length together. */
  begin(totalLength: number): void {
    this.end = 0;
    // A token has two characters and one before the next. Zeroed memory costs only when touched.
    this.ids = new Int32Array(Math.ceil(totalLength / 3) + 1);
  }

  /**
   * Appends the token ids of a document to `ids`, with −1 for a token that isn't in the table,
   * unless the table may grow.
   */
  scan(document: string, table: TokenTable, grow: boolean): void {
    let length = this.encode(document);
    // As many bytes as UTF-16 units: every character is ASCII.
    const isAscii = length === document.length;
    if (!isAscii) length = this.encode(this.preprocess(document));
    const most = this.end + (length >> 1) + 1;
    if (most > this.ids.length) this.ids = grown(this.ids, most * 2);

    const { ids, buffer } = this;
    // Taking accents off may leave a capital (𝔘 becomes U), which then stays one, as in Python.
    const inToken = isAscii && this.lowercase ? LOWER_CASE : AS_IT_IS;
    let end = this.end;
    buffer[length] = 0; // ends the last token
    for (let position = 0; position < length; position++) {
      const start = position;
      let numCharacters = 0;
      let hash = EMPTY_HASH;
      for (let kept = inToken[buffer[position]!]!; kept !== 0; kept = inToken[buffer[position]!]!) {
        if (kept !== BEYOND_ASCII) {
          buffer[position++] = kept;
          hash = Math.imul(hash ^ kept, FNV_PRIME);
        } else {
          const size = wordCharacterSize(buffer, position);
          if (size === 0) break;
          for (const next = position + size; position < next; position++) {
            hash = Math.imul(hash ^ buffer[position]!, FNV_PRIME);
          }
        }
        numCharacters++;
      }
      if (numCharacters < 2) continue;
      ids[end++] = grow
        ? table.findOrAdd(buffer, start, position, hash)
        : table.find(buffer, start, position, hash);
    }
    this.end = end;
  }

  /** The id of one token that is known as a string; it is taken as it is. */
  add(token: string, table: TokenTable): number {
    const length = this.encode(token);
    let hash = EMPTY_HASH;
    for (let k = 0; k < length; k++) hash = Math.imul(hash ^ this.buffer[k]!, FNV_PRIME);
    return table.findOrAdd(this.buffer, 0, length, hash);
  }

  /** Fills the buffer with UTF-8 and returns how many bytes there are. */
  private encode(text: string): number {
    if (this.buffer.length <= text.length * 3) this.buffer = new Uint8Array(text.length * 4 + 1);
    return this.encoder.encodeInto(text, this.buffer).written;
  }
}

/** By byte: what it becomes inside a token, 0 where a token ends, or BEYOND_ASCII. */
const AS_IT_IS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte > 127) return BEYOND_ASCII;
  return /\w/.test(String.fromCharCode(byte)) ? byte : 0;
});
const LOWER_CASE = AS_IT_IS.map((byte) =>
  byte === BEYOND_ASCII ? byte : String.fromCharCode(byte).toLowerCase().charCodeAt(0),
);

const WORD_CHARACTER = new RegExp(`[${WORD_CHARACTERS}]`, "u");
/** By code point: 0 not asked yet, 1 a word character, 2 another. Memory is used when touched. */
const kinds = new Uint8Array(0x110000);

/** How many bytes the word character at a position has; 0 for any other character (RFC 3629). */
function wordCharacterSize(bytes: Uint8Array, position: number): number {
  const first = bytes[position]!;
  if (first < 0xc0) return 0; // the inside of a character that was no word character
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  let codePoint = first & (0x7f >> size);
  for (let k = 1; k < size; k++) codePoint = (codePoint << 6) | (bytes[position + k]! & 0x3f);
  if (kinds[codePoint] === 0) {
    kinds[codePoint] = WORD_CHARACTER.test(String.fromCodePoint(codePoint)) ? 1 : 2;
  }
  return kinds[codePoint] === 1 ? size : 0;
}
