/**
 * Reads safetensors files, the format in which most models are published: plain numbers after a
 * header of names, types and shapes, and nothing that could run.
 *
 *   const file = await openSafetensors("model.safetensors");
 *   file.tensors.get("embeddings.word_embeddings.weight");       // { dtype: "F16", shape: […], … }
 *   const { values } = await file.read("embeddings.word_embeddings.weight");
 *   await file.close();
 *
 * The whole header is checked on opening (safetensors-header.ts); tensors are read one by one, so
 * that a file larger than the memory can be opened.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { open, type FileHandle } from "node:fs/promises";
import { endianness } from "node:os";
import { decodeValues, type SafetensorsDtype, type TensorValues } from "./safetensors-dtypes";
import { headerLength, parseHeader, type SafetensorsHeader } from "./safetensors-header";
import { HeaderError } from "./safetensors-json";

export interface SafetensorsTensor {
  readonly dtype: SafetensorsDtype;
  readonly shape: readonly number[];
  /** Row-major. F16 and BF16 come as float32, BOOL as bytes 0 and 1. */
  readonly values: TensorValues;
}

/** What a file of PyTorch's older kinds begins with: a zip archive, or a pickle. */
const PICKLES = [Buffer.from("PK\x03\x04", "latin1"), Buffer.from([0x80])];

/**
 * Opens a file and checks all of its header; no tensor is read yet.
 *
 * @throws RangeError saying what is wrong with the file
 */
export async function openSafetensors(path: string): Promise<SafetensorsFile> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const first = await readBytes(file, 0, Math.min(8, size));
    try {
      const length = headerLength(first, size);
      const header = parseHeader(await readBytes(file, 8, length), size - 8 - length);
      return new SafetensorsFile(path, file, header, 8 + length);
    } catch (error) {
      if (!(error instanceof HeaderError)) throw error;
      throw new RangeError(refusal(path, first, error));
    }
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** An open file; close() it when done. */
export class SafetensorsFile {
  readonly tensors: SafetensorsHeader["tensors"];
  readonly metadata: SafetensorsHeader["metadata"];

  constructor(
    readonly path: string,
    private readonly file: FileHandle,
    header: SafetensorsHeader,
    private readonly dataStart: number,
  ) {
    this.tensors = header.tensors;
    this.metadata = header.metadata;
  }

  /** One tensor's numbers. */
  async read(name: string): Promise<SafetensorsTensor> {
    const entry = this.tensors.get(name);
    if (entry === undefined) {
      throw new RangeError(`SafetensorsFile.read: ${this.path} has no tensor ${name}`);
    }
    const { dtype, shape, begin, end } = entry;
    const bytes = await readBytes(this.file, this.dataStart + begin, end - begin);
    if (endianness() !== "LE" && dtype !== "U8" && dtype !== "I8" && dtype !== "BOOL") {
      throw new Error("SafetensorsFile.read: this needs a little-endian processor");
    }
    const values = decodeValues(dtype, bytes.buffer as ArrayBuffer);
    if (values === undefined) {
      throw new RangeError(`SafetensorsFile.read: no array holds ${dtype}, the type of ${name}`);
    }
    return { dtype, shape, values };
  }

  close(): Promise<void> {
    return this.file.close();
  }
}

/** Exactly so many bytes, in a buffer of their own. */
async function readBytes(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let have = 0;
  while (have < length) {
    // One call reads 2 GiB at most.
    const wanted = Math.min(length - have, 2 ** 30);
    const { bytesRead } = await file.read(bytes, have, wanted, from + have);
    if (bytesRead === 0) throw new Error("openSafetensors: the file became shorter while read");
    have += bytesRead;
  }
  return bytes;
}

function refusal(path: string, first: Uint8Array, error: HeaderError): string {
  const isPickle = PICKLES.some((magic) => magic.equals(first.subarray(0, magic.length)));
  if (isPickle && /header should have/.test(error.message)) {
    return (
      `openSafetensors: ${path} looks like a pickle file (PyTorch's .bin, .pt, .ckpt). Reading ` +
      "one can run any program hidden in it, so it is refused: look for a model.safetensors of " +
      "the same model, or convert it with Python's safetensors where you trust it"
    );
  }
  return `openSafetensors: ${path} isn't a sound safetensors file: ${error.message}`;
}
