import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { rowOf } from "../../src/similarity/dense-matrix";
import { pca, pcaProject } from "../../src/similarity/pca";
import golden from "../golden/maps.json";
import metrics from "../golden/metrics.json";

const close = (got: ArrayLike<number>, wanted: ArrayLike<number>, tolerance = 1e-9) => {
  assert.equal(got.length, wanted.length);
  Array.from(got).forEach((value, i) => {
    assert.ok(Math.abs(value - wanted[i]!) <= tolerance, `${i}: ${value} is not ${wanted[i]}`);
  });
};

const cloud = (n: number, d: number) => {
  const rng = createRng(3);
  return Array.from({ length: n }, () =>
    Array.from({ length: d }, (_, j) => (rng.normal() + 1) / (1 + j / 4)),
  );
};

describe("pca", () => {
  it("equals the value worked out by hand", () => {
    // Around their mean (2, 1) the points are ±(2, 1) and ±(1, 0.5) on one line through (2, 1)/√5:
    // squares along it 5 + 5 + 1.25 + 1.25 = 12.5, so 12.5/3 with N − 1, and nothing beside it.
    const points = [
      [4, 2],
      [0, 0],
      [3, 1.5],
      [1, 0.5],
    ];
    const { mean, components, explainedVariance, explainedVarianceRatio, projected } = pca(points);
    close(mean, [2, 1]);
    close(rowOf(components, 0), [2 / Math.sqrt(5), 1 / Math.sqrt(5)]);
    close(explainedVariance, [12.5 / 3, 0]);
    close(explainedVarianceRatio, [1, 0]);
    close(
      [0, 1, 2, 3].map((i) => projected.values[2 * i]!),
      [Math.sqrt(5), -Math.sqrt(5), Math.sqrt(1.25), -Math.sqrt(1.25)],
    );
  });

  it("equals scikit-learn's, up to signs", () => {
    const cases = [
      { points: golden.points, k: 3, wanted: golden.pca },
      {
        points: metrics.pca.X,
        k: 2,
        wanted: {
          mean: metrics.pca.mean,
          components: metrics.pca.components_up_to_sign,
          explainedVariance: metrics.pca.explained_variance,
          explainedVarianceRatio: metrics.pca.explained_variance_ratio,
          projected: metrics.pca.projected_up_to_sign,
        },
      },
    ];
    for (const { points, k, wanted } of cases) {
      const got = pca(points, { numComponents: k });
      close(got.mean, wanted.mean);
      close(got.explainedVariance, wanted.explainedVariance);
      close(got.explainedVarianceRatio, wanted.explainedVarianceRatio);
      for (let c = 0; c < k; c++) {
        const mine = rowOf(got.components, c);
        const sign = Math.sign(mine[0]! * wanted.components[c]![0]!);
        close(
          mine.map((value) => value * sign),
          wanted.components[c]!,
        );
        wanted.projected.forEach((row, i) =>
          close([rowOf(got.projected, i)[c]! * sign], [row[c]!]),
        );
      }
    }
  });

  it("makes each component's number farthest from 0 positive", () => {
    // Few features, many (which start by lot), and more than points.
    for (const points of [cloud(50, 6), cloud(100, 60), cloud(50, 60)]) {
      const { components } = pca(points, { numComponents: 6 });
      for (let k = 0; k < 6; k++) {
        const row = [...rowOf(components, k)];
        const largest = row.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
        assert.ok(largest > 0, `component ${k}: ${largest}`);
      }
    }
  });

  it("finds the same directions whether it multiplies features or points", () => {
    // 60 features in 100 points take the iteration; 100 features in 60 points the pairs of points.
    const tall = cloud(100, 60);
    const wide = cloud(60, 100);
    for (const points of [tall, wide]) {
      const { components, explainedVariance, projected, mean } = pca(points, { numComponents: 3 });
      for (let k = 0; k < 3; k++) {
        // C c = λ c, worked out from the definition.
        const c = rowOf(components, k);
        const image = new Float64Array(c.length);
        for (const point of points) {
          const along = point.reduce((sum, x, j) => sum + (x - mean[j]!) * c[j]!, 0);
          point.forEach((x, j) => (image[j]! += ((x - mean[j]!) * along) / (points.length - 1)));
        }
        close(
          image,
          c.map((x) => x * explainedVariance[k]!),
        );
        const variance = points.reduce((sum, _, i) => sum + rowOf(projected, i)[k]! ** 2, 0);
        close([variance / (points.length - 1)], [explainedVariance[k]!]);
      }
    }
  });

  it("keeps all distances when it keeps all components", () => {
    const points = cloud(12, 5);
    const { projected } = pca(points, { numComponents: 5 });
    const apart = (a: ArrayLike<number>, b: ArrayLike<number>) =>
      Math.hypot(...Array.from(a, (x, j) => x - b[j]!));
    for (let i = 1; i < 12; i++) {
      close(
        [apart(rowOf(projected, 0), rowOf(projected, i))],
        [apart(points[0]!, points[i]!)],
        1e-9,
      );
    }
  });

  it("puts points it has not seen where it would have put them", () => {
    const points = cloud(30, 4);
    const model = pca(points);
    close(pcaProject(model, points.slice(3, 5)).values, model.projected.values.slice(6, 10));
    assert.throws(() => pcaProject(model, [[1, 2]]), /points need 4 numbers each.*got 2/);
  });

  it("gives zeros where nothing varies, and leaves its input alone", () => {
    const points = [Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3), Float64Array.of(1, 2, 3)];
    const { explainedVariance, explainedVarianceRatio, projected } = pca(points);
    close(explainedVariance, [0, 0]);
    close(explainedVarianceRatio, [0, 0]);
    close(projected.values, [0, 0, 0, 0, 0, 0]);
    assert.deepEqual([...points[1]!], [1, 2, 3]);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => pca([[1, 2]]), /at least 2 points, got 1/);
    assert.throws(() => pca([[1, 2], [3]]), /every row of points needs 2 numbers, got 1 in row 1/);
    assert.throws(
      () =>
        pca([
          [1, 2],
          [3, NaN],
        ]),
      /must be finite, got NaN in row 1/,
    );
    assert.throws(
      () =>
        pca(
          [
            [1, 2],
            [3, 5],
          ],
          { numComponents: 3 },
        ),
      /numComponents must be a whole number from 1 to 2, got 3/,
    );
    assert.throws(() => pca(7 as unknown as number[][]), /pca: points must be a list of vectors/);
    const short = { shape: [2, 2] as const, values: new Float64Array(3) };
    assert.throws(() => pca(short), /shape \[2,2\] needs 4 numbers, got 3/);
  });
});
