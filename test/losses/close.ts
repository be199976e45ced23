import assert from "node:assert/strict";
import type * as tf from "../../src/core/tf";

/** The scalar's value, to 1e-5 of it or of 1. */
export function equals(scalar: tf.Tensor, expected: number): void {
  const got = scalar.dataSync()[0]!;
  const error = Math.abs(got - expected) / Math.max(1, Math.abs(expected));
  assert.ok(error < 1e-5, `got ${got}, expected ${expected}`);
}
