import assert from "node:assert/strict";
import type * as tf from "../../src/core/tf";

/** Number by number, within the tolerance. */
export function near(got: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number): void {
  assert.equal(got.length, wanted.length);
  Array.from(wanted, (value, i) => {
    const off = Math.abs(got[i]! - value);
    assert.ok(off <= tolerance, `number ${i}: ${got[i]} should be ${value}`);
  });
}

export function rows3(x: tf.Tensor3D): number[][][] {
  return x.arraySync();
}

/** Every sentence from its end to its beginning. */
export function reversed(x: number[][][]): number[][][] {
  return x.map((sentence) => [...sentence].reverse());
}
