/**
 * Random numbers as a pure function of a key: the same key gives the same numbers, eagerly and
 * compiled, on every device.
 *
 *   u = f(key, salt, shape)
 *
 * A generator that remembers where it stands would be frozen by a trace. Here the caller says what
 * shall differ: the key is a tensor (a seed and the number of the step, say) and an input of a
 * compiled function, and each place in the program that draws has a salt of its own. How the
 * numbers are made: kernels/stateless-uniform.ts. Not for secrets.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertInteger, assertRank, inWords } from "../core/check";
import * as tf from "../core/tf";
import {
  registerStatelessUniform,
  STATELESS_UNIFORM,
  type StatelessUniformSettings,
} from "./kernels/stateless-uniform";
import { TRACE_BACKEND } from "./trace/backend";

/**
 * Numbers from [0, 1), each of the 2^24 multiples of 2^-24 there about equally likely.
 *
 * @param shape of the result
 * @param key   [K] int32, K at least 1; every one of its numbers counts
 * @param salt  a whole number of 32 bits that tells this call from others with the same key
 */
export function statelessUniform(
  shape: readonly number[],
  key: tf.Tensor1D,
  salt: number,
): tf.Tensor {
  checkKey("statelessUniform", key);
  assertInteger("statelessUniform", { salt }, { min: -(2 ** 31), max: 2 ** 31 - 1 });
  shape.forEach((size, axis) =>
    assertInteger("statelessUniform", { [`axis ${axis} of shape`]: size }, { min: 0 }),
  );
  const device = tf.getBackend();
  if (device !== TRACE_BACKEND) registerStatelessUniform(device);
  const settings: StatelessUniformSettings = { shape: [...shape], salt };
  return tf.engine().runKernel(STATELESS_UNIFORM, { key }, settings as unknown as tf.NamedAttrMap);
}

/**
 * A key that counts its calls: each call gets another salt, in the order in which the code calls.
 * Make a new one for each forward pass, so that the same place always gets the same salt.
 */
export class RandomKey {
  private calls = 0;

  /** @param key [K] int32, such as tf.tensor1d([seed, step], "int32"); not disposed of here */
  constructor(private readonly key: tf.Tensor1D) {
    checkKey("RandomKey", key);
  }

  /** Numbers from [0, 1) that no other call of this object gets. */
  uniform(shape: readonly number[]): tf.Tensor {
    return statelessUniform(shape, this.key, this.calls++);
  }
}

function checkKey(caller: string, key: tf.Tensor1D): void {
  if (!(key instanceof tf.Tensor)) {
    throw new TypeError(`${caller}: key must be a tensor of whole numbers, got ${inWords(key)}`);
  }
  assertRank(caller, "key", key, 1);
  if (key.dtype !== "int32" || key.shape[0] === 0) {
    throw new RangeError(
      `${caller}: key must be int32 with at least one number, got ${key.dtype} [${key.shape}]`,
    );
  }
}
