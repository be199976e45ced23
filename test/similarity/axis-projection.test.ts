import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { projectOnAxis } from "../../src/similarity/axis-projection";

const close = (got: number, wanted: number) => assert.ok(Math.abs(got - wanted) < 1e-9, `${got}`);

describe("projectOnAxis", () => {
  // The axis runs from (0, 0) to (4, 0): the middle is (2, 0), a unit of x is 2.
  const points = [
    [0, 0],
    [4, 0],
    [2, 3],
    [6, -3],
  ];

  it("equals the places worked out by hand", () => {
    const { x, y, shares } = projectOnAxis(points, 0, 1);
    assert.deepEqual([...x], [-1, 1, 0, 2]);
    // What is left is the second coordinate, around its mean 0.
    [0, 0, 3, -3].forEach((wanted, i) => close(Math.abs(y[i]!), Math.abs(wanted)));
    // Around the mean (3, 0): squares 9 + 1 + 1 + 9 = 20 along x, 9 + 9 = 18 along y.
    close(shares[0], 20 / 38);
    close(shares[1], 18 / 38);
  });

  it("is mirrored when the ends change places", () => {
    const [there, back] = [projectOnAxis(points, 0, 1).x, projectOnAxis(points, 1, 0).x];
    there.forEach((value, i) => close(value, -back[i]!));
  });

  it("gives all of the variance where points vary along the axis alone", () => {
    const { y, shares } = projectOnAxis([[0], [1], [5]], 0, 2);
    assert.deepEqual([...y], [0, 0, 0]);
    close(shares[0], 1);
  });

  it("says what it got when the ends are one", () => {
    const same = [
      [1, 2],
      [1, 2],
    ];
    assert.throws(() => projectOnAxis(same, 0, 1), /equal vectors in rows 0 and 1/);
    assert.throws(
      () => projectOnAxis(points, 0, 4),
      /to must be a whole number from 0 to 3, got 4/,
    );
  });
});
