/**
 * The header of a safetensors file: which tensors there are, of which type and shape, and where.
 *
 *   8 bytes: length of the header, little-endian
 *   header:  {"w":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}, "__metadata__":{…}}
 *   data:    all tensors end to end, from the first byte to the last: no holes, no overlaps
 *
 * Nothing here believes the file: each claim is checked before memory is taken for it. The verdicts
 * are those of the format's own reader (Rust's safetensors), but for a few files that it takes and
 * this one refuses: a name that comes twice, entries written as arrays, a size beyond 2^53 - 1.
 *
 * Format: the README of the safetensors project, section "Format".
 */
import { DTYPE_BITS, isDtype, type SafetensorsDtype } from "./safetensors-dtypes";
import { HeaderError, JsonReader } from "./safetensors-json";

/** Longer headers are refused, as by the format's own reader. */
export const MAX_HEADER_LENGTH = 100_000_000;

export interface TensorEntry {
  readonly dtype: SafetensorsDtype;
  readonly shape: readonly number[];
  /** First byte, counted from the end of the header. */
  readonly begin: number;
  /** The byte after the last. */
  readonly end: number;
}

export interface SafetensorsHeader {
  /** Maps, since a name may be anything: "__proto__", too. In the order of their data. */
  readonly tensors: ReadonlyMap<string, TensorEntry>;
  readonly metadata: ReadonlyMap<string, string>;
}

/**
 * The header's length, from the first 8 bytes.
 *
 * @param fileLength bytes of the whole file
 */
export function headerLength(first: Uint8Array, fileLength: number): number {
  if (first.length < 8) throw new HeaderError(`it has ${fileLength} bytes, at least 8 are needed`);
  const length = new DataView(first.buffer, first.byteOffset, 8).getBigUint64(0, true);
  if (length > MAX_HEADER_LENGTH) {
    throw new HeaderError(
      `its header should have ${length} bytes; more than ${MAX_HEADER_LENGTH} are refused`,
    );
  }
  if (Number(length) > fileLength - 8) {
    throw new HeaderError(
      `its header should have ${length} bytes, but only ${fileLength - 8} follow: it was cut off`,
    );
  }
  return Number(length);
}

/**
 * @param bytes      the header without its length
 * @param dataLength bytes that follow it
 * @throws HeaderError saying what is wrong
 */
export function parseHeader(bytes: Uint8Array, dataLength: number): SafetensorsHeader {
  const json = new JsonReader(decodeText(bytes));
  const tensors: [string, RawEntry][] = [];
  const names = new Set<string>();
  let metadata: ReadonlyMap<string, string> | undefined;
  json.object("the header", (name) => {
    if (names.has(name)) json.refuse(`the name ${shortened(name)} comes twice`);
    names.add(name);
    if (name === "__metadata__") metadata = readMetadata(json);
    else tensors.push([name, readEntry(json, name)]);
  });
  json.end();
  return { tensors: checkedTensors(tensors, dataLength), metadata: metadata ?? new Map() };
}

interface RawEntry {
  dtype: SafetensorsDtype;
  shape: bigint[];
  begin: bigint;
  end: bigint;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HeaderError("its header isn't UTF-8 text");
  }
}

function readMetadata(json: JsonReader): Map<string, string> {
  const metadata = new Map<string, string>();
  if (json.isNull()) return metadata;
  json.object("__metadata__", (key) => metadata.set(key, json.string(`__metadata__ ${key}`)));
  return metadata;
}

function readEntry(json: JsonReader, name: string): RawEntry {
  const place = `tensor ${shortened(name)}`;
  const entry: Partial<RawEntry> = {};
  const once = (key: keyof RawEntry, field: string) => {
    if (entry[key] !== undefined) json.refuse(`${field} of ${place} comes twice`);
  };
  json.object(place, (field) => {
    if (field === "dtype") {
      once("dtype", field);
      const dtype = json.string(`dtype of ${place}`);
      if (!isDtype(dtype)) json.refuse(`${place} has unknown dtype ${shortened(dtype)}`);
      entry.dtype = dtype;
    } else if (field === "shape") {
      once("shape", field);
      entry.shape = readNumbers(json, `shape of ${place}`);
    } else if (field === "data_offsets") {
      once("begin", field);
      const offsets = readNumbers(json, `data_offsets of ${place}`);
      if (offsets.length !== 2) json.refuse(`data_offsets of ${place} must be two numbers`);
      [entry.begin, entry.end] = offsets;
    } else json.skip();
  });
  const { dtype, shape, begin, end } = entry;
  if (dtype === undefined || shape === undefined || begin === undefined || end === undefined) {
    return json.refuse(`${place} must have dtype, shape and data_offsets`);
  }
  return { dtype, shape, begin, end };
}

function readNumbers(json: JsonReader, what: string): bigint[] {
  const numbers: bigint[] = [];
  json.array(what, () => numbers.push(json.unsigned(what)));
  return numbers;
}

/** Tensors must lie end to end and fill the data, each as long as its shape and type say. */
function checkedTensors(
  entries: [string, RawEntry][],
  dataLength: number,
): ReadonlyMap<string, TensorEntry> {
  entries.sort(([, a], [, b]) => compare(a.begin, b.begin) || compare(a.end, b.end));
  const tensors = new Map<string, TensorEntry>();
  let at = 0n;
  for (const [name, { dtype, shape, begin, end }] of entries) {
    if (begin !== at || end < begin) {
      throw new HeaderError(
        `tensor ${shortened(name)} lies from byte ${begin} to ${end}, but must begin at ${at}, ` +
          "where the one before it ends: no holes, no overlaps",
      );
    }
    at = end;
    const size = byteLength(name, dtype, shape);
    if (end - begin !== size) {
      throw new HeaderError(
        `tensor ${shortened(name)}, ${dtype} [${shape.slice(0, 10)}], needs ${size} bytes, ` +
          `but has ${end - begin}`,
      );
    }
    const wide = shape.find((axis) => axis > Number.MAX_SAFE_INTEGER);
    if (wide !== undefined) {
      throw new HeaderError(`tensor ${shortened(name)} has an axis of ${wide}, beyond 2^53 - 1`);
    }
    const [from, to] = [Number(begin), Number(end)];
    tensors.set(name, { dtype, shape: shape.map(Number), begin: from, end: to });
  }
  if (at !== BigInt(dataLength)) {
    const fault = at > dataLength ? "it was cut off" : "something follows";
    throw new HeaderError(`its tensors need ${at} bytes, but ${dataLength} are there: ${fault}`);
  }
  return tensors;
}

/** The product of the sizes, refused as soon as it leaves 64 bits. */
function byteLength(name: string, dtype: SafetensorsDtype, shape: bigint[]): bigint {
  let bits = 1n;
  for (const factor of [...shape, BigInt(DTYPE_BITS[dtype])]) {
    bits *= factor;
    if (bits >= 2n ** 64n) {
      throw new HeaderError(`tensor ${shortened(name)} has more elements than 64 bits can count`);
    }
  }
  if (bits % 8n !== 0n) {
    throw new HeaderError(`tensor ${shortened(name)} doesn't fill whole bytes: ${bits} bits`);
  }
  return bits / 8n;
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

function shortened(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}
