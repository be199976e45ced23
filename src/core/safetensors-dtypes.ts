/**
 * The number types of safetensors: how many bits each has, and what JavaScript reads them into.
 *
 *   F16    1 sign, 5 exponent, 10 fraction bits (IEEE 754-2008, binary16)
 *   BF16   the upper half of a float32: its range, with 7 fraction bits
 *
 * Both are read into float32, which holds each of their values exactly; the other way, numbers are
 * rounded to the nearest, ties to the even one.
 */

/** Bits of one number, by the names in a file's header. */
export const DTYPE_BITS = {
  ...{ BOOL: 8, U8: 8, I8: 8, U16: 16, I16: 16, U32: 32, I32: 32, U64: 64, I64: 64 },
  ...{ F16: 16, BF16: 16, F32: 32, F64: 64, C64: 64 },
  ...{ F8_E4M3: 8, F8_E5M2: 8, F8_E8M0: 8, F8_E4M3FNUZ: 8, F8_E5M2FNUZ: 8 },
  ...{ F6_E2M3: 6, F6_E3M2: 6, F4: 4 },
} as const;

export type SafetensorsDtype = keyof typeof DTYPE_BITS;

export type TensorValues =
  | Float32Array
  | Float64Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array;

type Decode = (bytes: ArrayBuffer) => TensorValues;

const DECODERS: Partial<Record<SafetensorsDtype, Decode>> = {
  BOOL: (bytes) => new Uint8Array(bytes),
  U8: (bytes) => new Uint8Array(bytes),
  I8: (bytes) => new Int8Array(bytes),
  U16: (bytes) => new Uint16Array(bytes),
  I16: (bytes) => new Int16Array(bytes),
  U32: (bytes) => new Uint32Array(bytes),
  I32: (bytes) => new Int32Array(bytes),
  U64: (bytes) => new BigUint64Array(bytes),
  I64: (bytes) => new BigInt64Array(bytes),
  F64: (bytes) => new Float64Array(bytes),
  F32: (bytes) => new Float32Array(bytes),
  F16: (bytes) => fromHalf(new Uint16Array(bytes)),
  BF16: (bytes) => fromBfloat(new Uint16Array(bytes)),
};

export function isDtype(name: string): name is SafetensorsDtype {
  return Object.prototype.hasOwnProperty.call(DTYPE_BITS, name);
}

/** Little-endian bytes as numbers; undefined for a type that JavaScript has no array for. */
export function decodeValues(
  dtype: SafetensorsDtype,
  bytes: ArrayBuffer,
): TensorValues | undefined {
  return DECODERS[dtype]?.(bytes);
}

/** Numbers as a file's bytes; undefined where the array isn't one for the type. */
export function encodeValues(
  dtype: SafetensorsDtype,
  values: TensorValues,
): Uint8Array | undefined {
  const isHalf = dtype === "F16" || dtype === "BF16";
  if (isHalf && values instanceof Float32Array) {
    return bytesOf(dtype === "F16" ? toHalf(values) : toBfloat(values));
  }
  const sample = DECODERS[dtype]?.(new ArrayBuffer(0));
  if (isHalf || sample === undefined || sample.constructor !== values.constructor) return undefined;
  return bytesOf(values);
}

/** @param bits binary16 */
export function fromHalf(bits: Uint16Array): Float32Array {
  const values = new Float32Array(bits.length);
  // Loops, since TypedArray.from with a function takes nine times as long (Node 20).
  for (let i = 0; i < bits.length; i++) values[i] = halfToFloat(bits[i]!);
  return values;
}

/** @param bits bfloat16 */
export function fromBfloat(bits: Uint16Array): Float32Array {
  const raised = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) raised[i] = bits[i]! << 16;
  return new Float32Array(raised.buffer);
}

/** Rounded to binary16, halfway to the even one; from 65,520 on numbers become infinite. */
export function toHalf(values: Float32Array): Uint16Array {
  return rounded(values, floatToHalf);
}

/** Rounded to bfloat16. */
export function toBfloat(values: Float32Array): Uint16Array {
  return rounded(values, floatToBfloat);
}

function rounded(values: Float32Array, round: (bits: number) => number): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const halves = new Uint16Array(bits.length);
  for (let i = 0; i < bits.length; i++) halves[i] = round(bits[i]!);
  return halves;
}

function floatToBfloat(bits: number): number {
  // A NaN whose bits all lie in the lower half would be rounded to infinity.
  if ((bits & 0x7fffffff) > 0x7f800000) return (bits >>> 16) | 0x40;
  return (bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16;
}

function halfToFloat(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 31;
  const fraction = half & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24; // subnormal
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function floatToHalf(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const magnitude = bits & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00; // NaN
  if (magnitude >= 0x477ff000) return sign | 0x7c00; // 65,520 and more round to infinity
  const exponent = (magnitude >>> 23) - 127;
  if (exponent < -25) return sign; // below half of the smallest subnormal
  // The fraction with its leading 1, of which `drop` bits must go.
  const whole = (magnitude & 0x7fffff) | 0x800000;
  const drop = exponent < -14 ? -1 - exponent : 13;
  const kept = whole >>> drop;
  const rest = whole & ((1 << drop) - 1);
  const tie = 1 << (drop - 1);
  const rounded = kept + (rest > tie || (rest === tie && (kept & 1) === 1) ? 1 : 0);
  // The leading 1 of a normal number carries into the exponent, as does a fraction that overflows.
  return sign | (exponent < -14 ? rounded : rounded + ((exponent + 14) << 10));
}

function bytesOf(values: TensorValues): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
