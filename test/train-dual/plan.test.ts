import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parsePlan } from "../../bin/train-dual/plan";

describe("parsePlan of train:dual", () => {
  it("has three seeds and a re-ranker, unless told otherwise", () => {
    const plan = parsePlan([])!;
    assert.deepEqual(plan.seeds, [1, 2, 3]);
    assert.deepEqual([plan.rerankerSteps, plan.minedSteps], [600, 0]);
    const other = parsePlan(["--seeds", "4", "--reranker-steps", "0", "--mined-steps", "2"])!;
    assert.deepEqual([other.seeds, other.rerankerSteps, other.minedSteps], [[4], 0, 2]);
    assert.equal(parsePlan(["--help"]), undefined);
  });

  it("says what is wrong", () => {
    assert.throws(
      () => parsePlan(["--steps", "2"]),
      /--steps must be a whole number of at least 3/,
    );
    assert.throws(() => parsePlan(["--rate", "0"]), /--rate must be above 0, got 0/);
    assert.throws(
      () => parsePlan(["--questions", "2", "--asked", "3"]),
      /--asked must be at most --questions, 2, got 3/,
    );
    assert.throws(() => parsePlan(["--seeds", "1,x"]), /--seeds must be whole numbers, got 1,x/);
  });
});
