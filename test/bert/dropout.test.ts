import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { dropout } from "../../src/bert/dropout";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import { assertLeaves } from "../support/leaks";

describe("dropout", () => {
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
  });

  it("drops where the uniform number is below the rate, and lets the rest grow by 1/(1 - rate)", () => {
    // Rate 0.2: of 0.1, 0.2 and 0.9 the first is below it; 1/(1 - 0.2) = 1.25.
    const rng = { uniform: () => tf.tensor1d([0.1, 0.2, 0.9]) };
    const dropped = assertLeaves(1, () =>
      tf.tidy(() => dropout(tf.tensor1d([4, 8, -4]), 0.2, { rng })),
    );
    assert.deepEqual([...dropped.dataSync()], [0, 10, -5]);
  });

  it("keeps the sum on average", () => {
    const rng = new RandomKey(tf.tensor1d([1, 2], "int32"));
    const values = tf.tidy(() => dropout(tf.ones([100_000]), 0.1, { rng })).dataSync<"float32">();
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Each is 1/0.9 with probability 0.9: deviation 1/3, of the mean 0.001; five of these.
    assert.ok(Math.abs(mean - 1) < 0.005, `mean ${mean}`);
  });

  it("draws no number where nothing can be dropped", () => {
    const rng = { uniform: () => assert.fail("drew") };
    const x = tf.tensor1d([1, 2]);
    assert.equal(dropout(x, 0, { rng }), x);
    assert.equal(dropout(x, 0.5, { rng: undefined }), x);
  });
});
