import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { assertLeaves } from "./leaks";

describe("assertLeaves", () => {
  before(() => startLab({ backend: "cpu", quiet: true }));

  it("passes and hands on the result when the count is right", () => {
    const sum = assertLeaves(1, () => tf.tidy(() => tf.add(tf.scalar(1), tf.scalar(2))));
    assert.equal(sum.dataSync()[0], 3);
    assertLeaves(-1, () => sum.dispose());
  });
  it("fails for one tensor too many, and says how many", () => {
    assert.throws(() => assertLeaves(1, () => tf.add(tf.scalar(1), 2)), /left 2/);
  });
  it("fails for one tensor too few", () => {
    assert.throws(() => assertLeaves(1, () => undefined), /should leave 1 tensors behind, left 0/);
  });
  it("waits for work that is asynchronous before it counts", async () => {
    await assert.rejects(
      assertLeaves(0, async () => {
        await Promise.resolve();
        return tf.scalar(1);
      }),
      /left 1/,
    );
  });
});
