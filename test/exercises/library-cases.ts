/** What tests hold exercises against the library with. */
import assert from "node:assert/strict";
import type { Exercise } from "../../src/exercises/exercise";
import { casesOf } from "../../src/exercises/judge";

/** The examples and hidden cases of three seeds. */
export function cases<Input extends unknown[], Output>(exercise: Exercise<Input, Output>): Input[] {
  return [1, 2, 3].flatMap((seed) => casesOf(exercise as unknown as Exercise, seed) as Input[]);
}

/** Single precision in the library, double in the exercise. */
export function near(got: number, wanted: number, tolerance = 1e-5): void {
  const off = Math.abs(got - wanted);
  assert.ok(off <= tolerance * Math.max(1, Math.abs(wanted)), `${got} should be ${wanted}`);
}
