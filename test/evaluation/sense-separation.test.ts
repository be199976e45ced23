import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { senseSeparation } from "../../src/evaluation/sense-separation";

describe("senseSeparation", () => {
  it("equals the cosines worked out by hand", () => {
    // Directions 0°, 60°, 90°, 90°. Same sense: cos 60° = 0.5 and cos 0° = 1.
    // Others: 0 and 0 from the first, cos 30° twice from the second.
    const root = Math.sqrt(3);
    const vectors = [
      [2, 0],
      [1, root],
      [0, 1],
      [0, 5],
    ];
    const { same, other, nearest, chance } = senseSeparation(vectors, ["a", "a", "b", "b"]);
    assert.ok(Math.abs(same - 0.75) < 1e-12);
    assert.ok(Math.abs(other - root / 4) < 1e-12);
    // The second is nearer to the other sense (30°) than to its own (60°).
    assert.deepEqual(nearest, [true, false, true, true]);
    // Of three others one has the same sense.
    assert.ok(Math.abs(chance - 1 / 3) < 1e-12);
  });

  it("finds one vector for all occurrences blind", () => {
    const vectors = ["a", "b", "a", "b"].map(() => [0.3, 0.4]);
    const { same, other } = senseSeparation(vectors, ["a", "b", "a", "b"]);
    assert.equal(same, other);
    assert.ok(Math.abs(same - 1) < 1e-12);
  });

  it("weighs each pair once, however uneven the senses are", () => {
    const vectors = [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ];
    const { same, other, chance } = senseSeparation(vectors, ["a", "a", "a", "b", "b"]);
    assert.deepEqual([same, other], [1, 0]);
    // 3·2 + 2·1 pairs of one sense among 5·4
    assert.equal(chance, 0.4);
  });

  it("refuses a sense alone, one sense, and lists that don't fit", () => {
    const two = [[1], [1], [1]];
    assert.throws(
      () => senseSeparation(two, ["a", "a", "b"]),
      /each twice or more, got a: 2, b: 1/,
    );
    assert.throws(() => senseSeparation(two, ["a", "a", "a"]), /got a: 3/);
    assert.throws(() => senseSeparation(two, ["a"]), /for each of 3 vectors, got 1/);
    assert.throws(() => senseSeparation([], []), /got none/);
  });
});
