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
import { EMPTY_HASH, hashByte } from "./token-table";
import type { TokenTable } from "./token-table";

export interface DocumentScannerOptions {
  lowercase: boolean;
  /** Lower case and accents for text that isn't all ASCII. */
  preprocess: (text: string) => string;
}

export class DocumentScanner {
  /** Token ids of the documents scanned since begin(); only the first `end` count. */
  ids = new Int32Array(0);
  end = 0;
  private readonly encoder = new TextEncoder();
  private buffer = new Uint8Array(1 << 12);
  /** By ASCII character: what it becomes inside a token, or 0 where a token ends. */
  private readonly inToken: Uint8Array;
  private readonly preprocess: (text: string) => string;

  constructor({ lowercase, preprocess }: DocumentScannerOptions) {
    this.preprocess = preprocess;
    this.inToken = Uint8Array.from({ length: 128 }, (_, code) => {
      const character = String.fromCharCode(code);
      if (!/\w/.test(character)) return 0;
      return (lowercase ? character.toLowerCase() : character).charCodeAt(0);
    });
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
    if (length !== document.length) length = this.encode(this.preprocess(document));
    const most = this.end + (length >> 1) + 1;
    if (most > this.ids.length) this.ids = grown(this.ids, most * 2);

    const { ids } = this;
    const { buffer, inToken } = this;
    let position = 0;
    while (position < length) {
      const start = position;
      let numCharacters = 0;
      let hash = EMPTY_HASH;
      while (position < length) {
        const byte = buffer[position]!;
        if (byte < 128) {
          const kept = inToken[byte]!;
          if (kept === 0) break;
          buffer[position++] = kept;
          hash = hashByte(hash, kept);
        } else {
          const size = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
          if (!isWordCharacter(codePointAt(buffer, position, size))) break;
          for (const end = position + size; position < end; position++) {
            hash = hashByte(hash, buffer[position]!);
          }
        }
        numCharacters++;
      }
      if (numCharacters > 1) {
        ids[this.end++] = grow
          ? table.findOrAdd(buffer, start, position, hash)
          : table.find(buffer, start, position, hash);
      }
      // On to the next character; the bytes inside one (10xxxxxx) never begin a token.
      position++;
      while (position < length && (buffer[position]! & 0xc0) === 0x80) position++;
    }
  }

  /** The id of one token that is known as a string; it is taken as it is. */
  add(token: string, table: TokenTable): number {
    const length = this.encode(token);
    let hash = EMPTY_HASH;
    for (let k = 0; k < length; k++) hash = hashByte(hash, this.buffer[k]!);
    return table.findOrAdd(this.buffer, 0, length, hash);
  }

  /** Fills the buffer with UTF-8 and returns how many bytes there are. */
  private encode(text: string): number {
    if (this.buffer.length < text.length * 3) this.buffer = new Uint8Array(text.length * 4);
    return this.encoder.encodeInto(text, this.buffer).written;
  }
}

const WORD_CHARACTER = new RegExp(`[${WORD_CHARACTERS}]`, "u");
/** By code point: 0 not asked yet, 1 a word character, 2 another. Memory is used when touched. */
const kinds = new Uint8Array(0x110000);

function isWordCharacter(codePoint: number): boolean {
  if (kinds[codePoint] === 0) {
    kinds[codePoint] = WORD_CHARACTER.test(String.fromCodePoint(codePoint)) ? 1 : 2;
  }
  return kinds[codePoint] === 1;
}

/** The character of 2 to 4 bytes at a position of UTF-8 (RFC 3629, section 3). */
function codePointAt(bytes: Uint8Array, position: number, size: number): number {
  let codePoint = bytes[position]! & (0x7f >> size);
  for (let k = 1; k < size; k++) codePoint = (codePoint << 6) | (bytes[position + k]! & 0x3f);
  return codePoint;
}
