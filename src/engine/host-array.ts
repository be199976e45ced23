/**
 * Arrays with a shape on the CPU side of a compiled function: what goes in and what comes out.
 */
import { inWords } from "../core/check";
import * as tf from "../core/tf";

export type HostType = "float32" | "int32" | "bool";

/** Row-major values; float32 in a Float32Array, int32 in an Int32Array, bool in a Uint8Array. */
export interface HostArray {
  readonly dtype: HostType;
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** What can be fed: a tensor of any device, values with their shape, or a number for shape []. */
export type Feed = tf.Tensor | Omit<HostArray, "dtype"> | number | boolean;

/** A tensor on the current back end with the array's values, for use with tf or figures. */
export function toTensor({ data, shape, dtype }: HostArray): tf.Tensor {
  return tf.tensor(data, [...shape], dtype);
}

/**
 * A feed's values, checked to be of the type; the shape is for the caller to check.
 *
 * @throws TypeError for values of another kind or type
 */
export async function readFeed(
  caller: string,
  name: string,
  feed: Feed,
  dtype: HostType,
): Promise<HostArray> {
  if (typeof feed === "number" || typeof feed === "boolean") {
    return { dtype, shape: [], data: zerosFor(dtype, 1).fill(Number(feed)) };
  }
  const isTensor = feed instanceof tf.Tensor;
  if (!isTensor && !(Array.isArray(feed?.shape) && ArrayBuffer.isView(feed?.data))) {
    throw new TypeError(
      `${caller}: ${name} must be a tensor, { data, shape } or a number, got ${inWords(feed)}`,
    );
  }
  if (isTensor && feed.isDisposed) throw new TypeError(`${caller}: tensor ${name} is disposed`);
  const data = isTensor ? await feed.data() : feed.data;
  const got = isTensor ? feed.dtype : typeOf(data);
  if (got !== dtype) {
    const wanted = isTensor ? dtype : `${dtype} (${zerosFor(dtype, 0).constructor.name})`;
    throw new TypeError(`${caller}: ${name} must be ${wanted}, got ${got}`);
  }
  const { shape } = feed;
  if (data.length !== shape.reduce((product, size) => product * size, 1)) {
    throw new RangeError(`${caller}: ${name} of shape [${shape}] can't have ${data.length} values`);
  }
  return { dtype, shape, data: data as HostArray["data"] };
}

export function zerosFor(dtype: HostType, length: number): HostArray["data"] {
  if (dtype === "float32") return new Float32Array(length);
  return dtype === "int32" ? new Int32Array(length) : new Uint8Array(length);
}

function typeOf(data: unknown): string {
  if (data instanceof Float32Array) return "float32";
  if (data instanceof Int32Array) return "int32";
  return data instanceof Uint8Array ? "bool" : inWords(data);
}
