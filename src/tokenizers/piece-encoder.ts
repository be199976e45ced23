/**
 * Text into piece ids, offsets and word numbers, fast: chunks met before are looked up whole.
 *
 * Words of a text follow Zipf's law, so a small table of chunks answers nearly always; the basic
 * tokenizer and the greedy search only see what is new. Long chunks (a line of Chinese, a web
 * address in base64) rarely come twice and aren't kept.
 */
import { AddedTokens } from "./added-tokens";
import { BasicTokenizer } from "./basic-tokenizer";
import { ChunkScanner } from "./chunks";
import { WordPiece } from "./wordpiece";

/** Pieces one after the other, in arrays that grow and are used again for the next text. */
export class PieceBuffer {
  length = 0;
  numWords = 0;
  ids = new Int32Array(512);
  /** `text.slice(starts[i], ends[i])` is what piece i came from, in UTF-16 units. */
  starts = new Int32Array(512);
  ends = new Int32Array(512);
  words = new Int32Array(512);

  clear(): void {
    this.length = 0;
    this.numWords = 0;
  }

  push(id: number, start: number, end: number, word: number): void {
    if (this.length === this.ids.length) this.grow();
    const at = this.length++;
    this.ids[at] = id;
    this.starts[at] = start;
    this.ends[at] = end;
    this.words[at] = word;
  }

  private grow(): void {
    for (const name of ["ids", "starts", "ends", "words"] as const) {
      const larger = new Int32Array(this[name].length * 2);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}

/** What one chunk becomes; starts and ends count from its beginning, words from 0. */
interface EncodedChunk {
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: readonly number[];
  readonly numWords: number;
}

const MAX_CHUNK_LENGTH = 32;
const MAX_CHUNKS = 1 << 16;

export class PieceEncoder {
  private readonly scanner = new ChunkScanner();
  private readonly chunks = new Map<string, EncodedChunk>();

  constructor(
    private readonly basicTokenizer: BasicTokenizer,
    private readonly wordPiece: WordPiece,
    private readonly addedTokens: AddedTokens,
  ) {}

  /**
   * Fills `pieces`, after clearing it.
   *
   * @param splitAdded whether "[MASK]" in the text is three words rather than the special token
   */
  encode(text: string, pieces: PieceBuffer, splitAdded = false): void {
    pieces.clear();
    const found = splitAdded ? [] : this.addedTokens.find(text);
    let from = 0;
    for (const { id, start, end } of found) {
      this.encodeSegment(text, from, start, pieces);
      pieces.push(id, start, end, pieces.numWords++);
      from = end;
    }
    this.encodeSegment(text, from, text.length, pieces);
  }

  private encodeSegment(text: string, from: number, to: number, pieces: PieceBuffer): void {
    const { scanner } = this;
    let start = scanner.begin(text, from, to);
    while (start < to) {
      const end = scanner.end(text, start, to);
      const { ids, starts, ends, words, numWords } = this.lookUp(text.slice(start, end));
      for (let i = 0; i < ids.length; i++) {
        pieces.push(ids[i]!, start + starts[i]!, start + ends[i]!, pieces.numWords + words[i]!);
      }
      pieces.numWords += numWords;
      start = scanner.begin(text, end, to);
    }
  }

  private lookUp(chunk: string): EncodedChunk {
    let encoded = this.chunks.get(chunk);
    if (encoded !== undefined) return encoded;
    encoded = this.encodeChunk(chunk);
    if (chunk.length > MAX_CHUNK_LENGTH) return encoded;
    // Emptied when full: the frequent ones are back after a few texts.
    if (this.chunks.size >= MAX_CHUNKS) this.chunks.clear();
    this.chunks.set(detached(chunk), encoded);
    return encoded;
  }

  private encodeChunk(chunk: string): EncodedChunk {
    const encoded = {
      ids: [] as number[],
      starts: [] as number[],
      ends: [] as number[],
      words: [] as number[],
    };
    const words = this.basicTokenizer.words(chunk);
    words.forEach(({ text, sources }, word) => {
      const { ids, ends } = this.wordPiece.encodeWord(text);
      let start = 0; // where the piece begins in the folded word
      ids.forEach((id, i) => {
        encoded.ids.push(id);
        encoded.starts.push(sources[2 * start]!);
        encoded.ends.push(sources[2 * ends[i]! - 1]!);
        encoded.words.push(word);
        start = ends[i]!;
      });
    });
    return { ...encoded, numWords: words.length };
  }
}

/** A copy: V8's slices keep the whole text that they were cut from in memory. */
function detached(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, "utf16le").toString("utf16le");
}
