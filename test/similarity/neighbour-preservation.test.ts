import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { nearestNeighbours } from "../../src/similarity/nearest-neighbours";
import {
  neighbourPreservation,
  trustworthiness,
} from "../../src/similarity/neighbour-preservation";
import golden from "../golden/maps.json";

const cloud = (n: number, d: number) => {
  const rng = createRng(2);
  return Array.from({ length: n }, () => Array.from({ length: d }, () => rng.normal()));
};

describe("neighbourPreservation", () => {
  it("equals the share counted by hand", () => {
    // On the line 0, 1, 3, 7 the nearest are 1, 0, 1, 2; on the map 2, 3, 0, 1: none is kept.
    // With two neighbours, {1,2} {0,2} {1,0} {2,1} against {2,1} {3,2} {0,1} {1,2}: 2, 1, 2, 2.
    const points = [[0], [1], [3], [7]];
    const map = [
      [0, 0],
      [5, 0],
      [1, 0],
      [8, 0],
    ];
    const options = { metric: "euclidean" } as const;
    const one = neighbourPreservation(points, map, { ...options, k: 1 });
    assert.deepEqual([...one.kept], [0, 0, 0, 0]);
    assert.equal(one.chance, 1 / 3);
    const two = neighbourPreservation(points, map, { ...options, k: 2 });
    assert.deepEqual([...two.kept], [2, 1, 2, 2]);
    assert.equal(two.share, 7 / 8);
  });

  it("is 1 for a map that is the points themselves, about chance for one drawn by lot", () => {
    const points = cloud(400, 2);
    assert.equal(neighbourPreservation(points, points, { metric: "euclidean" }).share, 1);
    const lot = createRng(9).shuffle(points);
    const { share, chance } = neighbourPreservation(points, lot, { metric: "euclidean" });
    assert.ok(Math.abs(share - chance) < 0.01, `${share} ${chance}`);
  });

  it("does not mind a map that is turned, flipped, stretched and moved", () => {
    const points = cloud(100, 5);
    const map = cloud(100, 2);
    const other = map.map(([x, y]) => [3 - 2 * y!, 2 * x!]);
    assert.deepEqual(
      neighbourPreservation(points, map).kept,
      neighbourPreservation(points, other).kept,
    );
  });

  it("takes neighbours that are known already, and maps of three dimensions", () => {
    const points = cloud(50, 6);
    const map = points.map((row) => row.slice(0, 3));
    const known = nearestNeighbours(points, { k: 12 });
    assert.deepEqual(
      neighbourPreservation(known, map, { k: 7 }),
      neighbourPreservation(points, map, { k: 7 }),
    );
    assert.equal(neighbourPreservation(known, map).k, 12);
  });

  it("says what it got when the input is wrong", () => {
    const points = cloud(5, 3);
    assert.throws(() => neighbourPreservation(points, cloud(4, 2)), /equally many, got 5 and 4/);
    assert.throws(() => neighbourPreservation(points, points, { k: 5 }), /1 to 4, got 5/);
  });
});

describe("trustworthiness", () => {
  it("equals the value worked out by hand", () => {
    // k = 1, N = 4: truth on the line 0, 1, 3, 7; the map's nearest of each are 2, 3, 0, 1, whose
    // true ranks are 2, 3, 2, 2 (the last: from 7, 3 is nearest, then 1). Σ(r − 1) = 5, and the
    // factor is 2 / (4 · 1 · (8 − 3 − 1)) = 1/8: 1 − 5/8.
    const map = [
      [0, 0],
      [10, 0],
      [1, 0],
      [11, 0],
    ];
    const got = trustworthiness([[0], [1], [3], [7]], map, { k: 1, metric: "euclidean" });
    assert.equal(got, 1 - 5 / 8);
  });

  it("equals scikit-learn's", () => {
    for (const metric of ["euclidean", "cosine"] as const) {
      for (const [k, wanted] of Object.entries(golden.trustworthiness[metric])) {
        const got = trustworthiness(golden.points, golden.map, { k: Number(k), metric });
        assert.ok(Math.abs(got - wanted) < 1e-12, `${metric} ${k}: ${got} ${wanted}`);
      }
    }
  });

  it("refuses a k for which the formula leaves 0 to 1", () => {
    assert.throws(() => trustworthiness(cloud(10, 3), cloud(10, 2), { k: 5 }), /1 to 4, got 5/);
    assert.throws(() => trustworthiness(cloud(10, 3), cloud(9, 2), { k: 2 }), /got 10 and 9/);
  });
});
