import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../../src/core/rng";
import * as tf from "../../../src/core/tf";
import { registerUnsortedSegmentSum } from "../../../src/engine/kernels/unsorted-segment-sum";
import { startLab } from "../../../src/engine/lab";
import { assertLeaves } from "../../support/leaks";

describe("UnsortedSegmentSum on wasm", () => {
  before(() => startLab({ backend: "wasm", threads: 1, quiet: true }));

  const ids = (values: number[]) => tf.tensor1d(values, "int32");

  it("adds the rows that share an id, and leaves ids out of range out", () => {
    const rows = tf.tensor2d([1, 2, 10, 20, 100, 200, 7, 7, 8, 8], [5, 2]);
    const sums = tf.unsortedSegmentSum(rows, ids([2, 0, 2, -1, 3]), 3);
    // id 0: row 1; id 1: none; id 2: rows 0 and 2, 1 + 100 and 2 + 200; -1 and 3 don't exist
    assert.deepEqual(sums.arraySync(), [
      [10, 20],
      [0, 0],
      [101, 202],
    ]);
  });

  it("adds whole numbers as whole numbers, beyond what float32 can hold", () => {
    const sums = tf.unsortedSegmentSum(tf.tensor1d([16777216, 1, 1], "int32"), ids([0, 0, 0]), 1);
    assert.equal(sums.dtype, "int32");
    assert.deepEqual(sums.arraySync(), [16777218]); // float32 would stay at 16777216
  });

  it("starts from zero in memory that was used before", () => {
    tf.fill([64, 64], 9).dispose();
    const sums = tf.unsortedSegmentSum(tf.zeros([1, 64]), ids([0]), 64);
    assert.equal(tf.sum(sums).dataSync()[0], 0);
  });

  it("keeps the shape of rows with several axes, or none", () => {
    assert.deepEqual(
      tf.unsortedSegmentSum(tf.ones([4, 2, 3]), ids([0, 1, 1, 4]), 5).shape,
      [5, 2, 3],
    );
    assert.deepEqual(
      tf.unsortedSegmentSum(tf.tensor1d([1, 2]), ids([0, 0]), 2).arraySync(),
      [3, 0],
    );
  });

  it("agrees with the cpu back end on random rows", async () => {
    const rng = createRng(3);
    const values = Array.from({ length: 300 * 5 }, () => rng.normal());
    const rowIds = Array.from({ length: 300 }, () => rng.integer(50) - 2); // some out of 0…44
    const sum = () =>
      tf.unsortedSegmentSum(tf.tensor2d(values, [300, 5]), ids(rowIds), 45).dataSync();
    const onWasm = sum();
    await startLab({ backend: "cpu", quiet: true });
    const onCpu = sum();
    await startLab({ backend: "wasm", threads: 1, quiet: true });
    onWasm.forEach((value, i) => assert.ok(Math.abs(value - onCpu[i]!) < 1e-5, `at ${i}`));
  });

  it("gives a lookup its gradient: a row used twice gets both shares", () => {
    const table = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
    const slope = tf.grad((x) => tf.sum(tf.mul(tf.gather(x, ids([2, 0, 2])), [[1], [10], [100]])))(
      table,
    );
    assert.deepEqual(slope.arraySync(), [
      [10, 10],
      [0, 0],
      [101, 101],
    ]);
  });

  it("refuses other types, and ids that are not one for each row", () => {
    assert.throws(
      () => tf.unsortedSegmentSum(tf.tensor1d([true], "bool"), ids([0]), 1),
      /unsortedSegmentSum: x must be float32 or int32, got bool/,
    );
    assert.throws(
      () => tf.unsortedSegmentSum(tf.ones([3, 2]), ids([0, 1]), 2),
      /one id for each of the 3 rows of x, got shape \[2\]/,
    );
  });

  it("leaves one tensor behind, and registering again is harmless", () => {
    const rows = tf.ones([3, 2]);
    const rowIds = ids([0, 1, 0]);
    assertLeaves(1, () => tf.unsortedSegmentSum(rows, rowIds, 2));
    const registered = tf.getKernel(tf.UnsortedSegmentSum, "wasm");
    registerUnsortedSegmentSum();
    assert.equal(tf.getKernel(tf.UnsortedSegmentSum, "wasm"), registered);
  });
});
