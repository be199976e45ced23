import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { cosineOfVectors } from "../../src/similarity/cosine";
import { rowOf } from "../../src/similarity/dense-matrix";
import { fitWhitening, whiten } from "../../src/similarity/whitening";

const close = (value: number, wanted: number, within = 1e-9) =>
  assert.ok(Math.abs(value - wanted) < within, `${value}, not ${wanted}`);

/** Correlated, and far from the origin. */
function background(): number[][] {
  const rng = createRng(3);
  return Array.from({ length: 60 }, () => {
    const [x, y, z] = [rng.normal(), rng.normal(), rng.normal()];
    return [5 + 3 * x, 2 + x + 0.5 * y, -1 + y - 0.2 * z];
  });
}

describe("whiten", () => {
  it("equals the value worked out by hand", () => {
    // mean (1, 2); variances 4 and 1 along the axes: (3 − 1)/2 = 1, (5 − 2)/1 = 3
    const cross = [[3, 2], [-1, 2], [1, 3], [1, 1]]; // prettier-ignore
    // √2 farther out, as two of the four points lie in the middle of each axis.
    const out = (value: number, middle: number) => middle + (value - middle) * Math.SQRT2;
    const whitening = fitWhitening(cross.map(([x, y]) => [out(x!, 1), out(y!, 2)]));
    const { values } = whiten(whitening, [[3, 5]]);
    assert.deepEqual([...whitening.mean].map(Math.round), [1, 2]);
    close(whitening.variances[0]!, 4);
    close(Math.abs(values[0]!), 1);
    close(Math.abs(values[1]!), 3);
  });

  it("gives the background mean 0, variance 1 along every axis, and none between two", () => {
    const rows = background();
    const white = whiten(fitWhitening(rows), rows);
    for (let a = 0; a < 3; a++) {
      const column = (axis: number) => rows.map((_, i) => rowOf(white, i)[axis]!);
      close(column(a).reduce((sum, x) => sum + x, 0), 0); // prettier-ignore
      for (let b = 0; b < 3; b++) {
        const product = column(a).reduce((sum, x, i) => sum + x * column(b)[i]!, 0) / rows.length;
        close(product, a === b ? 1 : 0);
      }
    }
  });

  it("with strength 0 changes cosines as taking the mean away does, and no more", () => {
    const rows = background();
    const whitening = fitWhitening(rows);
    const centred = whiten(whitening, rows, { strength: 0 });
    const minusMean = (row: number[]) => row.map((x, j) => x - whitening.mean[j]!);
    for (const [i, j] of [
      [0, 1],
      [5, 40],
    ] as const) {
      // prettier-ignore
      const wanted = cosineOfVectors(minusMean(rows[i]!), minusMean(rows[j]!));
      close(cosineOfVectors(rowOf(centred, i), rowOf(centred, j)), wanted);
    }
  });

  it("lies in between for strengths in between", () => {
    const whitening = fitWhitening(background());
    const first = (strength: number) =>
      Math.abs(whiten(whitening, [[9, 9, 9]], { strength }).values[0]!);
    // factor λ^(−s/2): the middle is the geometric mean of the ends
    close(first(0.5), Math.sqrt(first(0) * first(1)));
  });

  it("gives 0 along a direction in which the background doesn't vary, and no infinity", () => {
    const flat = fitWhitening([[0, 1], [2, 1], [4, 1]]); // prettier-ignore
    const { values } = whiten(flat, [[2, 7]]);
    assert.deepEqual([...values].map(Math.abs), [0, 0]);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(
      () => fitWhitening([[1, 2]]),
      /fitWhitening: there must be at least 2 rows, got 1/,
    );
    const whitening = fitWhitening(background());
    assert.throws(() => whiten(whitening, [[1, 2]]), /whiten: points need 3 numbers each.*got 2/);
    assert.throws(() => whiten(whitening, [[1, 2, 3]], { strength: 2 }), /strength .*got 2/);
  });
});
