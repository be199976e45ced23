/**
 * A file read from front to back in small pieces: by line, up to a byte, or so many bytes.
 *
 * Files of word vectors have gigabytes, and most of it is thrown away as soon as it is read (the
 * text of numbers), so no more than a piece of 64 kB and one line is held at a time. What is handed
 * out are views of these pieces, which nobody overwrites.
 */
import { stat } from "node:fs/promises";
import { readBytes } from "../data/lines";

/** No line of vectors is longer; what is, is no text. */
const LONGEST_LINE = 1 << 24;
const NEWLINE = 10;

export class ByteSource {
  /** Bytes handed out so far, those of an unpacked file where it is compressed. */
  position = 0;
  /** Bytes of the file on disk. */
  readonly size: number;
  /** Whether `size` counts packed bytes. */
  readonly isPacked: boolean;
  private readonly pieces: AsyncIterator<Uint8Array>;
  private piece: Uint8Array = new Uint8Array(0);
  /** Where the next byte stands in `piece`. */
  private at = 0;

  private constructor(
    readonly file: string,
    size: number,
  ) {
    this.size = size;
    this.isPacked = file.endsWith(".gz");
    this.pieces = readBytes(file)[Symbol.asyncIterator]();
  }

  /** @param caller for the message when there is no such file */
  static async open(caller: string, file: string): Promise<ByteSource> {
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      throw new RangeError(`${caller}: there is no file ${file}`);
    });
    if (!found.isFile()) throw new RangeError(`${caller}: ${file} is not a file`);
    return new ByteSource(file, found.size);
  }

  /** Stops reading; needed where the end isn't reached. */
  async close(): Promise<void> {
    await this.pieces.return?.();
  }

  /**
   * The bytes up to the next newline, which is taken too but not returned. `isWhole` is false for
   * what stands after the last newline. Undefined at the end.
   */
  async line(): Promise<{ bytes: Uint8Array; isWhole: boolean } | undefined> {
    const bytes = await this.upTo(NEWLINE, LONGEST_LINE);
    if (bytes) return { bytes, isWhole: true };
    return this.left > 0 ? { bytes: this.take(this.left), isWhole: false } : undefined;
  }

  /**
   * The bytes before the next one of this value, which is taken too.
   * Undefined, and nothing taken, where the file or `most` bytes end before it comes.
   */
  async upTo(value: number, most: number): Promise<Uint8Array | undefined> {
    let searched = 0;
    for (;;) {
      const found = this.piece.indexOf(value, this.at + searched);
      if (found >= 0) {
        const bytes = this.take(found - this.at);
        this.take(1);
        return bytes;
      }
      searched = this.left;
      if (searched > most || !(await this.more())) return undefined;
    }
  }

  /** Exactly so many bytes; undefined where the file ends before. */
  async bytes(count: number): Promise<Uint8Array | undefined> {
    while (this.left < count) if (!(await this.more())) return undefined;
    return this.take(count);
  }

  /** Fills the numbers with the file's next bytes; false where the file ends before. */
  async into(numbers: Float32Array): Promise<boolean> {
    const target = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    for (let filled = 0; filled < target.length;) {
      if (this.left === 0 && !(await this.more())) return false;
      const part = this.take(Math.min(this.left, target.length - filled));
      target.set(part, filled);
      filled += part.length;
    }
    return true;
  }

  /** Passes over so many bytes; false where the file ends before. */
  async skip(count: number): Promise<boolean> {
    for (let rest = count; rest > 0;) {
      if (this.left === 0 && !(await this.more())) return false;
      rest -= this.take(Math.min(this.left, rest)).length;
    }
    return true;
  }

  /** The next bytes without taking them: so many, or fewer where the file ends before. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.left < count) if (!(await this.more())) break;
    return this.piece.subarray(this.at, this.at + count);
  }

  /** The next byte's value without taking it; undefined at the end. */
  async peekByte(): Promise<number | undefined> {
    if (this.left === 0) await this.more();
    return this.piece[this.at];
  }

  private get left(): number {
    return this.piece.length - this.at;
  }

  private take(count: number): Uint8Array {
    const bytes = this.piece.subarray(this.at, this.at + count);
    this.at += count;
    this.position += count;
    return bytes;
  }

  /** Puts the file's next piece behind what is left of this one; false at the end. */
  private async more(): Promise<boolean> {
    const { done, value } = await this.pieces.next();
    if (done) return false;
    const rest = this.piece.subarray(this.at);
    if (rest.length === 0) this.piece = value;
    else {
      this.piece = new Uint8Array(rest.length + value.length);
      this.piece.set(rest);
      this.piece.set(value, rest.length);
    }
    this.at = 0;
    return true;
  }
}
