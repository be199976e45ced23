import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";

/**
 * Runs `act` and fails unless exactly this many tensors more (or, below 0, fewer) are alive after
 * it: 0 for a function that returns plain values, 1 for one that returns one tensor.
 *
 * @returns what `act` returns
 */
export function assertLeaves<Result>(count: number, act: () => Result): Result;
export function assertLeaves<Result>(count: number, act: () => Promise<Result>): Promise<Result>;
export function assertLeaves<Result>(
  count: number,
  act: () => Result | Promise<Result>,
): Result | Promise<Result> {
  const before = tf.memory().numTensors;
  const compare = (result: Result) => {
    const left = tf.memory().numTensors - before;
    assert.equal(left, count, `should leave ${count} tensors behind, left ${left}`);
    return result;
  };
  const result = act();
  return result instanceof Promise ? result.then(compare) : compare(result);
}
