import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { denseMatrix } from "../../src/similarity/dense-matrix";
import {
  distanceBetween,
  Metric,
  nearestNeighbours,
} from "../../src/similarity/nearest-neighbours";
import { neighboursOf } from "../../src/similarity/neighbours";
import { planarNeighbours } from "../../src/similarity/planar-neighbours";
import golden from "../golden/maps.json";

function cloud(n: number, d: number, seed = 1): Float64Array[] {
  const rng = createRng(seed);
  return Array.from({ length: n }, () => Float64Array.from({ length: d }, () => rng.normal()));
}

/** Sorting all distances: what the name says, and slow. */
function bySorting(points: readonly ArrayLike<number>[], k: number, metric: Metric): number[][] {
  const distance = distanceBetween(denseMatrix("test", "points", points), metric);
  return points.map((_, i) => {
    const others = points.map((_, j) => j).filter((j) => j !== i);
    return others.sort((a, b) => distance(i, a) - distance(i, b) || a - b).slice(0, k);
  });
}

const METRICS: Metric[] = ["cosine", "euclidean"];

describe("nearestNeighbours", () => {
  it("equals the lists worked out by hand", () => {
    const points = [
      [1, 0],
      [3, 0.3],
      [0, 1],
      [1, 1],
    ];
    // From (1, 0): (1, 1) is 1 away, (0, 1) √2, (3, 0.3) √4.09; by direction (3, 0.3) comes first.
    const near = nearestNeighbours(points, { k: 3, metric: "euclidean" });
    assert.deepEqual([...neighboursOf(near, 0)], [3, 2, 1]);
    assert.ok(Math.abs(near.distances[2]! - Math.sqrt(4.09)) < 1e-6);
    const along = nearestNeighbours(points, { k: 3 });
    assert.deepEqual([...neighboursOf(along, 0)], [1, 3, 2]);
    assert.ok(Math.abs(along.distances[1]! - (1 - Math.SQRT1_2)) < 1e-6);
  });

  it("equals scikit-learn's", () => {
    for (const metric of METRICS) {
      const { ids, distances } = nearestNeighbours(golden.points, { k: 5, metric });
      assert.deepEqual([...ids], golden.neighbours[metric].ids.flat());
      golden.neighbours[metric].distances.flat().forEach((distance, at) => {
        assert.ok(Math.abs(distances[at]! - distance) < 1e-6, `${distances[at]} ${distance}`);
      });
    }
  });

  it("finds what sorting all distances finds, at every size of its blocks", () => {
    // Around the kernel's borders: 4 queries, 8 points, 512 rows, 1024 points a block.
    for (const [n, d, k] of [
      [2, 3, 1],
      [9, 1, 8],
      [37, 5, 10],
      [515, 3, 4],
      [1033, 7, 6],
    ] as const) {
      for (const metric of METRICS) {
        const points = cloud(n, d);
        const { ids } = nearestNeighbours(points, { k, metric });
        assert.deepEqual([...ids], bySorting(points, k, metric).flat(), `${n} ${metric}`);
      }
    }
  });

  it("keeps its digits far away from 0", () => {
    const near0 = cloud(60, 4);
    const away = near0.map((row) => row.map((x) => x + 1e5));
    const wanted = nearestNeighbours(near0, { k: 5, metric: "euclidean" });
    assert.deepEqual(nearestNeighbours(away, { k: 5, metric: "euclidean" }).ids, wanted.ids);
  });

  it("lists equals in order, and knows no direction of zeros", () => {
    const equal = Array.from({ length: 20 }, () => [1, 2]);
    assert.deepEqual([...neighboursOf(nearestNeighbours(equal, { k: 3 }), 4)], [0, 1, 2]);
    const { ids, distances } = nearestNeighbours(
      [
        [0, 0],
        [1, 0],
        [-1, 0],
      ],
      { k: 2 },
    );
    assert.deepEqual([...ids], [1, 2, 0, 2, 0, 1]);
    assert.deepEqual([...distances], [1, 1, 1, 2, 1, 2]);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => nearestNeighbours([[1]]), /at least 2 points, got 1/);
    assert.throws(() => nearestNeighbours(cloud(5, 2), { k: 5 }), /k must be .* 1 to 4, got 5/);
    assert.throws(
      () => nearestNeighbours(cloud(5, 2), { metric: "l1" as Metric }),
      /metric must be cosine or euclidean, got l1/,
    );
  });
});

describe("planarNeighbours", () => {
  it("equals a comparison of all pairs, in every kind of map", () => {
    const spread = cloud(700, 2);
    const clumps = cloud(300, 2).map(([x, y], i) => [x! / 50 + (i % 7), y! / 50]);
    const line = cloud(200, 2).map(([x]) => [x!, 3]);
    const grid = Array.from({ length: 100 }, (_, i) => [i % 10, Math.floor(i / 10)]);
    const far = [...cloud(50, 2), [1e6, 1e6]];
    for (const points of [spread, clumps, line, grid, far]) {
      const wanted = bySorting(points, 8, "euclidean").flat();
      assert.deepEqual([...planarNeighbours(points, 8).ids], wanted);
    }
  });

  it("takes equal places in order", () => {
    const points = Array.from({ length: 30 }, () => [2, 2]);
    assert.deepEqual([...neighboursOf(planarNeighbours(points, 3), 0)], [1, 2, 3]);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => planarNeighbours(cloud(4, 3), 2), /\[N, 2\], got \[4,3\]/);
    assert.throws(() => planarNeighbours(cloud(4, 2), 4), /1 to 3, got 4/);
  });
});
