import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { kMeans, kMeansFrom } from "../../src/similarity/k-means";
import { close, GOLDEN } from "../evaluation/golden-metrics";

const { points } = GOLDEN;

describe("kMeansFrom", () => {
  it("equals the values worked out by hand", () => {
    // Centres 0 and 1: 1, 2 and 9 go to the second, whose mean is 4. Then 1 and 2 (as near to 0 as
    // to 4: the first wins) come back, and the means are 1 and 9.
    const { labels, centers, inertia, iterations } = kMeansFrom([[0], [1], [2], [9]], [0, 1]);
    assert.deepEqual([...labels], [0, 0, 0, 1]);
    assert.deepEqual(centers.map((c) => c[0]), [1, 9]); // prettier-ignore
    assert.deepEqual([inertia, iterations], [2, 2]);
  });
  for (const golden of GOLDEN.kmeans) {
    it(`gives scikit-learn's clusters from rows ${golden.init_rows}`, () => {
      const { labels, centers, inertia, iterations } = kMeansFrom(points, golden.init_rows);
      assert.deepEqual([...labels], golden.labels);
      close(centers.map((c) => [...c]), golden.centers); // prettier-ignore
      close(inertia, golden.inertia);
      assert.equal(iterations, golden.assignment_rounds_until_stable);
    });
  }
  it("gives an empty cluster the point that lies farthest from its centre", () => {
    // Both centres on 0: everything goes to the first, and the second takes 9.
    const { labels, inertia } = kMeansFrom([[0], [0], [1], [9]], [0, 1]);
    assert.deepEqual([...labels], [0, 0, 0, 1]);
    close(inertia, 2 / 3);
  });
  it("ends where there are fewer different points than centres", () => {
    const { labels, inertia } = kMeansFrom([[1], [1], [1]], [0, 1, 2]);
    assert.deepEqual([[...labels], inertia], [[0, 0, 0], 0]);
  });
  it("stops after maxIterations", () => {
    assert.equal(kMeansFrom([[0], [1], [2], [9]], [0, 1], { maxIterations: 1 }).iterations, 1);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => kMeansFrom(points, []), /k must be a whole number from 1 to 21, got 0/);
    assert.throws(() => kMeansFrom(points, [21]), /row .* from 0 to 20, got 21/);
  });
});

describe("kMeans", () => {
  it("reaches the best inertia known for each k", () => {
    for (const { k, best_inertia_of_50_starts: best } of GOLDEN.kmeans_curve) {
      const { inertia } = kMeans(points, k, { rng: createRng(1), starts: 50 });
      assert.ok(inertia <= best + 1e-9, `${k}: ${inertia}, not ${best}`);
    }
  });
  it("begins with centres far from each other", () => {
    // 98 points at 0 and one each at 100 and −100: uniform draws would seldom hit all three places.
    const line = Array.from({ length: 100 }, (_, i) => [i === 0 ? 100 : i === 1 ? -100 : 0]);
    let perfect = 0;
    for (let seed = 0; seed < 50; seed++) {
      const { inertia, iterations } = kMeans(line, 3, { rng: createRng(seed), starts: 1 });
      if (inertia === 0 && iterations === 1) perfect++;
    }
    assert.equal(perfect, 50);
  });
  it("keeps the best of its starts, and is the same for the same seed", () => {
    const of = (starts: number, seed = 3) => kMeans(points, 5, { rng: createRng(seed), starts });
    const single = Array.from({ length: 10 }, (_, seed) => of(1, seed).inertia);
    assert.ok(new Set(single).size > 1, "starts end in different places");
    for (const seed of single.keys()) assert.ok(of(10, seed).inertia <= single[seed]!);
    assert.deepEqual(of(4), of(4));
  });
  it("says what it got when the input is wrong", () => {
    const rng = createRng(1);
    assert.throws(() => kMeans(points, 22, { rng }), /kMeans: k .* from 1 to 21, got 22/);
    assert.throws(() => kMeans(points, 2, { rng, starts: 0 }), /starts .* got 0/);
    assert.throws(() => kMeans([[1], [NaN]], 1, { rng }), /points must be finite, got NaN/);
  });
});
