import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { cosineOfVectors } from "../../src/similarity/cosine";
import { meanCosine } from "../../src/similarity/mean-cosine";

const close = (value: number, wanted: number) =>
  assert.ok(Math.abs(value - wanted) < 1e-12, `${value}, not ${wanted}`);

describe("meanCosine", () => {
  it("equals the value worked out by hand", () => {
    // right angle 0, 45° twice 1/√2: mean (0 + 2/√2) / 3
    close(meanCosine([[1, 0], [0, 3], [2, 2]]), Math.SQRT2 / 3); // prettier-ignore
  });

  it("is the mean of all pairs' cosines", () => {
    const rng = createRng(1);
    const points = Array.from({ length: 13 }, () =>
      Array.from({ length: 5 }, () => 1 + rng.normal()),
    );
    const cosines = points.flatMap((a, i) => points.slice(i + 1).map((b) => cosineOfVectors(a, b)));
    close(meanCosine(points), cosines.reduce((sum, x) => sum + x, 0) / cosines.length);
  });

  it("is 1 for one direction, and as low as −1 / (N − 1) for directions that cancel out", () => {
    close(meanCosine([[1, 1], [3, 3], [0.5, 0.5]]), 1); // prettier-ignore
    const third = (2 * Math.PI) / 3;
    close(meanCosine([0, third, 2 * third].map((a) => [Math.cos(a), Math.sin(a)])), -1 / 2);
  });

  it("takes a row of zeros for one without direction", () => {
    // pairs: (a, 0) 0, (b, 0) 0, (a, b) 1
    close(meanCosine([[2, 0], [0, 0], [1, 0]]), 1 / 3); // prettier-ignore
  });

  it("says what it got when there is no pair", () => {
    assert.throws(() => meanCosine([[1, 2]]), /meanCosine: there must be at least 2 points, got 1/);
    assert.throws(() => meanCosine([[1], [NaN]]), /meanCosine: points must be finite, got NaN/);
  });
});
