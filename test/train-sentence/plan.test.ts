import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { HELP, LOSSES, parsePlan } from "../../bin/train-sentence/plan";

describe("parsePlan", () => {
  it("trains one model, all of it, unless told otherwise", () => {
    const plan = parsePlan([])!;
    assert.deepEqual([plan.what, plan.seeds, plan.frozen], ["two-stages", [1], ""]);
    assert.equal(parsePlan(["--freeze", "bert.embeddings."])!.frozen, "bert.embeddings.");
    assert.equal(parsePlan(["--freeze", "none"])!.frozen, "");
    assert.equal(parsePlan(["--ladder", "--loss", "cosine"])!.what, "ladder");
    assert.equal(parsePlan(["--loss", "nli-cross-encoder"])!.what, "nli-cross-encoder");
    assert.deepEqual(parsePlan(["--seeds", "1,2,3"])!.seeds, [1, 2, 3]);
    assert.equal(parsePlan(["--help"]), undefined);
  });

  it("says what is wrong", () => {
    assert.throws(() => parsePlan(["--loss", "magic"]), /--loss must be softmax, .*, got magic/);
    assert.throws(
      () => parsePlan(["--steps", "1"]),
      /--steps must be a whole number of at least 2/,
    );
    assert.throws(() => parsePlan(["--rate", "0"]), /--rate must be above 0, got 0/);
    assert.throws(() => parsePlan(["--seeds", "1,x"]), /--seeds must be whole numbers, got 1,x/);
    assert.throws(() => parsePlan(["--speed", "9"]), /--speed/);
  });

  it("names every loss in the help", () => {
    for (const name of LOSSES) assert.ok(HELP.includes(name), name);
  });
});
