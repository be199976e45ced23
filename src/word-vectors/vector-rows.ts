/**
 * What the readers of all vector formats share: options, progress, bad rows, and the growing table
 * into which the rows go.
 */
import { assertInteger, inWords } from "../core/check";
import { InterruptedError } from "../core/interrupt";
import type { ByteSource } from "./byte-source";
import { firstNotFinite } from "./row-products";

export interface LoadProgress {
  /** Words read so far. */
  words: number;
  /** Bytes read so far, and in the file; the second undefined where the file is compressed. */
  bytes: number;
  totalBytes: number | undefined;
}

/** A row that could not be used, and why. */
export interface BadVectorRow {
  file: string;
  /** "line 17" in text, "byte 40960" in a binary file. */
  place: string;
  reason: string;
}

export interface LoadVectorsOptions {
  /** Read only so many words, the first of the file. Default: all. */
  limit?: number;
  /** Called now and then, at most ten times a second, and at the end. */
  onProgress?: (progress: LoadProgress) => void;
  /**
   * Called for each row that can't be used (a word twice, a number that is none, letters that are
   * not UTF-8), which is then left out. Default: the first such row ends the reading with a
   * RangeError. A file that is cut off always does.
   */
  onBadRow?: (row: BadVectorRow) => void;
  /** Stops the reading: `withInterrupt((signal) => loadWordVectors(file, { signal }))`. */
  signal?: AbortSignal;
}

/** Thrown for a row that can be left out. */
export class BadRowError extends Error {}

/** Rows that room is made for at first where nothing tells how many there are. */
const FIRST_ROOM = 65536;
const LONGEST_INTERVAL = 100;
const ROWS_BETWEEN_LOOKS = 256;

export class VectorRows {
  readonly words: string[] = [];
  private readonly known = new Set<string>();
  private table: Float32Array;
  private told = 0;
  private looks = 0;

  /**
   * @param size     numbers per word, D
   * @param expected words that the file is said to hold, as far as its length allows; Infinity
   *   where it doesn't say
   */
  constructor(
    private readonly caller: string,
    private readonly source: ByteSource,
    readonly size: number,
    expected: number,
    private readonly options: LoadVectorsOptions,
  ) {
    const isGuess = source.isPacked || expected === Infinity;
    const room = Math.min(expected, options.limit ?? Infinity, isGuess ? FIRST_ROOM : Infinity);
    // Memory that nothing has been written to costs nothing, so too much room does no harm.
    this.table = new Float32Array(Math.max(1, room) * size);
  }

  /** Whether `limit` words have been read. */
  get isFull(): boolean {
    return this.words.length >= (this.options.limit ?? Infinity);
  }

  /** Room for the next row's numbers; they count once `add` is called. */
  next(): Float32Array {
    const start = this.words.length * this.size;
    if (start === this.table.length) {
      // Where the file's length is known, the rows so far tell how many will follow.
      const { size: total, position, isPacked } = this.source;
      const growth = isPacked ? 2 : Math.max(1.25, (1.02 * total) / position);
      const larger = new Float32Array(Math.ceil(this.words.length * growth) * this.size);
      larger.set(this.table);
      this.table = larger;
    }
    return this.table.subarray(start, start + this.size);
  }

  /** Takes the row in `next()` under this word, or refuses the two. */
  add(word: string): void {
    if (this.known.has(word)) throw new BadRowError(`${inWords(word)} stands in the file twice`);
    const wrong = firstNotFinite(this.next());
    if (wrong >= 0) {
      throw new BadRowError(`number ${wrong + 1} of ${inWords(word)} must be finite`);
    }
    this.known.add(word);
    this.words.push(word);
    if (++this.looks % ROWS_BETWEEN_LOOKS === 0) this.look();
  }

  /** Every few rows: has the reader asked to stop, and is it time to tell how far we are? */
  look(): void {
    if (this.options.signal?.aborted) {
      throw new InterruptedError(`stopped after ${this.words.length} words; none are kept`);
    }
    const now = performance.now();
    if (now - this.told < LONGEST_INTERVAL) return;
    this.told = now;
    this.tell();
  }

  /** Runs one row's reader; what is wrong with the row gets its place, and may be passed over. */
  guard(place: string, read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof BadRowError)) throw error;
      const { onBadRow } = this.options;
      if (!onBadRow) throw this.failure(place, error.message);
      onBadRow({ file: this.source.file, place, reason: error.message });
    }
  }

  /** The error that ends the reading. */
  failure(place: string, reason: string): RangeError {
    return new RangeError(`${this.caller}: ${this.source.file}, ${place}: ${reason}`);
  }

  /** [V, D], without the room that was not needed. */
  finish(): Float32Array {
    if (this.words.length === 0) throw this.failure("line 1", "there is no word in the file");
    this.known.clear();
    this.tell();
    return this.table.subarray(0, this.words.length * this.size);
  }

  private tell(): void {
    const { position, size, isPacked } = this.source;
    const totalBytes = isPacked ? undefined : size;
    this.options.onProgress?.({ words: this.words.length, bytes: position, totalBytes });
  }
}

export function checkLoadOptions(caller: string, { limit }: LoadVectorsOptions): void {
  if (limit !== undefined) assertInteger(caller, { limit }, { min: 1 });
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A word from its bytes; letters that are not UTF-8 are not guessed at. */
export function decodeWord(bytes: Uint8Array): string {
  if (bytes.length === 0) throw new BadRowError("the row has no word");
  if (bytes.every((byte) => byte < 128)) return String.fromCharCode(...bytes.subarray(0, 65536));
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    const shown = inWords(Buffer.from(bytes).toString("utf8"));
    throw new BadRowError(`the word is not UTF-8, it begins ${shown}`);
  }
}

/** What every one of these formats can't hold: a word that ends before its end. */
export function checkWords(caller: string, words: readonly string[]): void {
  for (const word of words) {
    const isPlain = word !== "" && !/[ \n\r\t\v\f\0]/.test(word);
    if (isPlain && Buffer.from(word, "utf8").toString("utf8") === word) continue;
    throw new RangeError(
      `${caller}: a word must have letters, and no space, tab or line end, got ${inWords(word)}; ` +
        "write an underscore instead",
    );
  }
}
