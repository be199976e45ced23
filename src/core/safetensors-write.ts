/**
 * Writes safetensors files, whole or not at all: a crash at any instant leaves the old file.
 *
 * Tensors are laid out by size of their type and then by name, as the format's own writer does, so
 * that each begins at a multiple of its type's size and equal contents give equal files.
 */
import { DTYPE_BITS, encodeValues, isDtype, type SafetensorsDtype } from "./safetensors-dtypes";
import type { SafetensorsTensor } from "./safetensors";
import { MAX_HEADER_LENGTH } from "./safetensors-header";
import { inWords } from "./check";
import { writeFileWhole } from "./write-file";

export interface WriteSafetensorsOptions {
  /** Kept in the header. Default { format: "pt" }, which some readers insist on. */
  metadata?: Readonly<Record<string, string>>;
}

/**
 * @param tensors by name; F16 and BF16 take a Float32Array and round it, the other types take the
 *                array they are read into
 */
export async function writeSafetensors(
  file: string,
  tensors: ReadonlyMap<string, SafetensorsTensor> | Readonly<Record<string, SafetensorsTensor>>,
  { metadata = { format: "pt" } }: WriteSafetensorsOptions = {},
): Promise<void> {
  const entries = tensors instanceof Map ? [...tensors] : Object.entries(tensors);
  for (const [name, tensor] of entries) checkTensor(name, tensor);
  entries.sort(([a, x], [b, y]) => bits(y.dtype) - bits(x.dtype) || (a < b ? -1 : 1));
  const header = headerBytes(entries, metadata);

  await writeFileWhole(file, bytesOf(header, entries));
}

/** One tensor at a time, so that no second copy of all of them is made. */
function* bytesOf(
  header: Uint8Array,
  entries: readonly [string, SafetensorsTensor][],
): Generator<Uint8Array> {
  yield header;
  for (const [, { dtype, values }] of entries) yield encodeValues(dtype, values)!;
}

/** The length, and the header filled up with spaces to a multiple of 8. */
function headerBytes(
  entries: readonly [string, SafetensorsTensor][],
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  const members = [`"__metadata__":${JSON.stringify(metadata)}`];
  let begin = 0;
  for (const [name, { dtype, shape }] of entries) {
    const end = begin + (shape.reduce((product, axis) => product * axis, 1) * bits(dtype)) / 8;
    const entry = { dtype, shape, data_offsets: [begin, end] };
    // Joined by hand: in an object, "__proto__" would vanish and "1" would come before "a".
    members.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`);
    begin = end;
  }
  const text = Buffer.from(`{${members.join(",")}}`, "utf8");
  const padded = Math.ceil(text.length / 8) * 8;
  if (padded > MAX_HEADER_LENGTH) {
    throw new RangeError(`writeSafetensors: ${entries.length} names don't fit into one header`);
  }
  const bytes = Buffer.alloc(8 + padded, " ");
  bytes.writeBigUInt64LE(BigInt(padded), 0);
  text.copy(bytes, 8);
  return bytes;
}

function checkTensor(name: string, { dtype, shape, values }: SafetensorsTensor): void {
  if (name === "__metadata__" || /\p{Surrogate}/u.test(name)) {
    throw new RangeError(`writeSafetensors: a tensor can't be called ${inWords(name)}`);
  }
  if (!isDtype(dtype) || encodeValues(dtype, values.subarray(0, 0)) === undefined) {
    throw new TypeError(
      `writeSafetensors: ${name} of type ${dtype} can't be written from ${inWords(values)}`,
    );
  }
  const isShape = shape.every((axis) => Number.isSafeInteger(axis) && axis >= 0);
  const size = shape.reduce((product, axis) => product * axis, 1);
  if (!isShape || size !== values.length) {
    throw new RangeError(
      `writeSafetensors: ${name} of shape [${shape}] can't have ${values.length} numbers`,
    );
  }
}

function bits(dtype: SafetensorsDtype): number {
  return DTYPE_BITS[dtype];
}
