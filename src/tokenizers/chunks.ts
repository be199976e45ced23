/**
 * Text cut where every tokenizer would cut it anyway: at ASCII spaces and ASCII punctuation.
 *
 *   "Café, au lait"  →  Café   ,   au   lait
 *
 * What the basic tokenizer makes of a chunk depends on the chunk alone. So a chunk that was met
 * before needs no second look: texts repeat their words, and most of them are ASCII.
 */

/** Kinds of ASCII characters; what isn't ASCII belongs to the chunk it stands in. */
const INSIDE = 0;
const SPACE = 1;
const ALONE = 2;

export class ChunkScanner {
  private readonly kinds = new Uint8Array(128);

  constructor() {
    for (let code = 33; code < 127; code++) {
      if (!/[0-9A-Za-z]/.test(String.fromCharCode(code))) this.kinds[code] = ALONE;
    }
    // Vertical tab and form feed may be spaces or be removed: the basic tokenizer decides.
    for (const code of [9, 10, 13, 32]) this.kinds[code] = SPACE;
  }

  /** Where the first chunk at or after `from` begins; `to` when there is none. */
  begin(text: string, from: number, to: number): number {
    let at = from;
    while (at < to && this.kind(text.charCodeAt(at)) === SPACE) at++;
    return at;
  }

  /** Where the chunk that begins at `start` ends. */
  end(text: string, start: number, to: number): number {
    let at = start + 1;
    if (this.kind(text.charCodeAt(start)) === ALONE) return at;
    while (at < to && this.kind(text.charCodeAt(at)) === INSIDE) at++;
    return at;
  }

  private kind(code: number): number {
    return code < 128 ? this.kinds[code]! : INSIDE;
  }
}
