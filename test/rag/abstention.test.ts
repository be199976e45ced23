import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { abstentionRates, calibrateAbstention } from "../../src/rag/abstention";

describe("calibrateAbstention", () => {
  // Sorted: a .9, a .8, u .7, a .6, u .3, u .2 (a: answerable, u: not)
  const answerable = [0.9, 0.6, 0.8];
  const unanswerable = [0.2, 0.7, 0.3];

  it("takes the threshold with the highest sum of both shares", () => {
    // Below .6: 3/3 answered right, 1/3 wrongly: J = 2/3. Below .8: 2/3 and 0: J = 2/3, stricter.
    const found = calibrateAbstention(answerable, unanswerable);
    assert.ok(Math.abs(found.threshold - 0.45) < 1e-12, `${found.threshold}`);
    assert.equal(found.refused, 0);
    assert.ok(Math.abs(found.answered - 1 / 3) < 1e-12);
    assert.ok(Math.abs(found.balancedAccuracy - 5 / 6) < 1e-12);
  });

  it("is stricter where a wrong answer costs more", () => {
    const { threshold, refused, answered } = calibrateAbstention(answerable, unanswerable, {
      wrongAnswerCost: 2,
    });
    assert.ok(Math.abs(threshold - 0.75) < 1e-12);
    assert.ok(Math.abs(refused - 1 / 3) < 1e-12);
    assert.equal(answered, 0);
  });

  it("answers always where scores tell nothing, or the wrong thing", () => {
    assert.equal(calibrateAbstention([1, 1], [1, 1, 1]).threshold, -Infinity);
    assert.equal(calibrateAbstention([1, 2], [3, 4]).threshold, -Infinity);
    assert.equal(calibrateAbstention([1, 2], [3, 4]).balancedAccuracy, 0.5);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => calibrateAbstention([], [1]), /answerable must hold numbers, got none/);
    assert.throws(() => calibrateAbstention([1], [NaN]), /unanswerable must hold .*got NaN/);
    const cost = () => calibrateAbstention([1], [0], { wrongAnswerCost: 0 });
    assert.throws(cost, /wrongAnswerCost must be above 0, got 0/);
  });
});

describe("abstentionRates", () => {
  it("counts a score at the threshold as an answer", () => {
    assert.deepEqual(abstentionRates(0.5, [0.5, 0.4, 0.6, 0.7], [0.5, 0.1]), {
      refused: 0.25,
      answered: 0.5,
      balancedAccuracy: 0.625,
    });
  });
});
