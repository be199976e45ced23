/** The reading half of fasttext-format.ts: one field after another, each checked as it comes. */
import type { ByteSource } from "./byte-source";
import { FastTextVectors } from "./fasttext-vectors";
import { firstNotFinite } from "./row-products";
import { decodeWord, VectorRows } from "./vector-rows";
import type { LoadVectorsOptions } from "./vector-rows";

export const FASTTEXT_MAGIC = 793712314;
export const FASTTEXT_VERSION = 12;
const OLDEST_VERSION = 11;
const LONGEST_WORD = 65535;
/** Numbers of the bucket table read between two looks at the signal. */
const NUMBERS_AT_ONCE = 1 << 20;

interface Arguments {
  size: number;
  buckets: number;
  minN: number;
  maxN: number;
}

export class FastTextReader {
  constructor(
    private readonly caller: string,
    private readonly source: ByteSource,
    private readonly options: LoadVectorsOptions,
  ) {}

  async read(): Promise<FastTextVectors> {
    const { size, buckets, minN, maxN } = await this.readArguments();
    const { spelled, counts } = await this.readDictionary();
    await this.readMatrixHeader("input", spelled.length + buckets, size);
    const { source, options } = this;
    const expected = Math.min(spelled.length, options.limit ?? Infinity);
    const rows = new VectorRows(this.caller, source, size, expected, options);
    const kept: number[] = [];
    let row = 0;
    for (; row < spelled.length && !rows.isFull; row++) {
      const place = `byte ${source.position}`;
      if (!(await source.into(rows.next()))) throw this.cutOff("the words' vectors");
      rows.guard(place, () => {
        rows.add(decodeWord(spelled[row]!));
        kept.push(counts[row]!);
      });
    }
    await this.skip((spelled.length - row) * size * 4, "the words' vectors");
    const ngramVectors = await this.readBuckets(buckets, rows);
    await this.checkOutput();
    const words = rows.words;
    const wordVectors = rows.finish();
    const shape = { size, buckets, minN, maxN, counts: kept, copy: false };
    return new FastTextVectors(words, wordVectors, { ...shape, ngramVectors });
  }

  private async readArguments(): Promise<Arguments> {
    const field = await this.bytes(8, "the first fields");
    const [magic, version] = [field.readInt32LE(0), field.readInt32LE(4)];
    if (magic !== FASTTEXT_MAGIC) {
      throw this.failure(
        `is no binary fastText file: it begins with ${magic}, not ${FASTTEXT_MAGIC}`,
      );
    }
    if (version !== FASTTEXT_VERSION && version !== OLDEST_VERSION) {
      throw this.failure(`is of version ${version}; versions 11 and 12 can be read`);
    }
    const start = this.source.position;
    const given = await this.bytes(56, "the arguments");
    const at = (index: number) => given.readInt32LE(4 * index);
    const [size, model, buckets, minN, maxN] = [at(0), at(7), at(8), at(9), at(10)];
    if (size < 1 || buckets < 0 || minN < 0 || maxN < 0) {
      throw this.failure(
        `size ${size}, buckets ${buckets}, n-grams ${minN} to ${maxN}: damaged`,
        start,
      );
    }
    if (model === 3) throw this.failure("is a classifier, not a model of words", start);
    return { size, buckets, minN, maxN };
  }

  private async readDictionary(): Promise<{ spelled: Uint8Array[]; counts: number[] }> {
    const start = this.source.position;
    const head = await this.bytes(28, "the dictionary");
    const [entries, words, labels] = [
      head.readInt32LE(0),
      head.readInt32LE(4),
      head.readInt32LE(8),
    ];
    const pruned = head.readBigInt64LE(20);
    if (labels !== 0 || entries !== words || entries < 1) {
      throw this.failure(`must have words and no labels, has ${words} and ${labels}`, start);
    }
    if (pruned > 0n) throw this.failure("has pruned n-grams; only whole models can be read", start);
    const spelled: Uint8Array[] = [];
    const counts: number[] = [];
    for (let i = 0; i < entries; i++) {
      const letters = await this.source.upTo(0, LONGEST_WORD);
      if (!letters) throw this.cutOff(`word ${i + 1} of ${entries}`);
      spelled.push(letters);
      counts.push(Number((await this.bytes(9, `word ${i + 1} of ${entries}`)).readBigInt64LE(0)));
    }
    return { spelled, counts };
  }

  private async readMatrixHeader(name: string, rows: number, size: number): Promise<void> {
    const start = this.source.position;
    const head = await this.bytes(17, `the ${name} matrix`);
    if (head[0] !== 0) {
      throw this.failure("is quantized (.ftz); only whole models (.bin) can be read", start);
    }
    const found = [head.readBigInt64LE(1), head.readBigInt64LE(9)];
    if (found[0] !== BigInt(rows) || found[1] !== BigInt(size)) {
      throw this.failure(`the ${name} matrix must be [${rows}, ${size}], is [${found}]`, start);
    }
  }

  private async readBuckets(buckets: number, rows: VectorRows): Promise<Float32Array> {
    const start = this.source.position;
    const { size } = rows;
    const { size: total, isPacked } = this.source;
    if (!isPacked && start + buckets * size * 4 > total) throw this.cutOff("the n-grams' vectors");
    const table = new Float32Array(buckets * size);
    for (let at = 0; at < table.length; at += NUMBERS_AT_ONCE) {
      rows.look();
      const part = table.subarray(at, at + NUMBERS_AT_ONCE);
      if (!(await this.source.into(part))) throw this.cutOff("the n-grams' vectors");
      const wrong = firstNotFinite(part);
      if (wrong >= 0) {
        throw this.failure("a number must be finite", start + 4 * (at + wrong));
      }
    }
    return table;
  }

  /** The output matrix is of no use here; that it is all there shows that nothing was cut off. */
  private async checkOutput(): Promise<void> {
    const head = await this.bytes(17, "the output matrix");
    const rest = Number(head.readBigInt64LE(1) * head.readBigInt64LE(9)) * 4;
    const { size, position, isPacked } = this.source;
    if (isPacked) await this.skip(rest, "the output matrix");
    else if (position + rest > size) throw this.cutOff("the output matrix", size);
    else if (position + rest < size) throw this.failure("more follows the model", position + rest);
  }

  private async bytes(count: number, what: string): Promise<Buffer> {
    const found = await this.source.bytes(count);
    if (!found) throw this.cutOff(what);
    return Buffer.from(found.buffer, found.byteOffset, found.byteLength);
  }

  private async skip(count: number, what: string): Promise<void> {
    if (!(await this.source.skip(count))) throw this.cutOff(what);
  }

  private cutOff(what: string, byte = this.source.position): RangeError {
    return this.failure(`the file ends in ${what}: it is cut off`, byte);
  }

  private failure(reason: string, byte = 0): RangeError {
    return new RangeError(`${this.caller}: ${this.source.file}, byte ${byte}: ${reason}`);
  }
}
