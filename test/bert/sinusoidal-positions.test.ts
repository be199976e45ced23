import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { sinusoidalPositions } from "../../src/bert/sinusoidal-positions";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { assertLeaves } from "../support/leaks";

/** Vaswani et al. 2017: the waves themselves, without a scale. */
const AS_PUBLISHED = { deviation: Math.SQRT1_2 };

function assertNear(got: ArrayLike<number>, wanted: readonly number[], tolerance = 1e-6): void {
  assert.equal(got.length, wanted.length);
  wanted.forEach((value, i) => {
    assert.ok(Math.abs(got[i]! - value) <= tolerance, `at ${i}: ${got[i]}, not ${value}`);
  });
}

/** Row t of a table, as numbers. */
function rowOf(table: tf.Tensor2D, t: number): number[] {
  return table.arraySync()[t]!;
}

describe("sinusoidalPositions", () => {
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
  });

  it("is sine and cosine of the place, and of a hundredth of it", () => {
    // D = 4: the frequencies are 1 and 10000^(-2/4) = 0.01.
    const table = assertLeaves(1, () => sinusoidalPositions(3, 4, AS_PUBLISHED));
    assert.deepEqual(table.shape, [3, 4]);
    assertNear(rowOf(table, 0), [0, 1, 0, 1]);
    assertNear(rowOf(table, 1), [0.841471, 0.540302, 0.01, 0.99995]);
    assertNear(rowOf(table, 2), [0.909297, -0.416147, 0.019999, 0.9998]);
  });

  it("has no scale unless one is asked for, and then every pair has the length sqrt(2) σ", () => {
    const plain = sinusoidalPositions(5, 6);
    assertNear(plain.dataSync(), [...sinusoidalPositions(5, 6, AS_PUBLISHED).dataSync()]);
    // Over many turns sine and cosine have the mean square 1/2, so σ is the numbers' deviation.
    const values = sinusoidalPositions(64, 8, { deviation: 0.02 }).dataSync<"float32">();
    for (let i = 0; i < values.length; i += 2) {
      const length = Math.hypot(values[i]!, values[i + 1]!);
      assert.ok(Math.abs(length - Math.SQRT2 * 0.02) < 1e-8, `pair ${i / 2}: ${length}`);
    }
    const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    assert.ok(Math.abs(Math.sqrt(square) - 0.02) < 1e-8, `deviation ${Math.sqrt(square)}`);
  });

  it("is alike where the distance is: the product of two rows depends on it alone", () => {
    const table = sinusoidalPositions(40, 16);
    const products = tf.matMul<tf.Tensor2D>(table, table, false, true).arraySync();
    // Σ over the frequencies w of cos(w · distance), by sin a sin b + cos a cos b = cos(a - b)
    const wanted = (distance: number) =>
      Array.from({ length: 8 }, (_, i) => Math.cos(distance / 10_000 ** (i / 8))).reduce(
        (sum, cosine) => sum + cosine,
      );
    for (let a = 0; a < 40; a++) {
      for (let b = 0; b < 40; b++) {
        const gap = Math.abs(products[a]![b]! - wanted(a - b));
        assert.ok(gap < 1e-4, `rows ${a} and ${b}: ${products[a]![b]}`);
      }
    }
    assert.ok(wanted(1) > wanted(2) && wanted(2) > wanted(3), "near places are alike");
  });

  it("turns each pair by the same angle from one place to the next", () => {
    const shift = 3;
    const values = sinusoidalPositions(20, 6).arraySync();
    for (let t = 0; t + shift < 20; t++) {
      for (let i = 0; i < 3; i++) {
        const angle = shift / 10_000 ** (i / 3);
        const [sine, cosine] = [values[t]![2 * i]!, values[t]![2 * i + 1]!];
        const turned = [
          sine * Math.cos(angle) + cosine * Math.sin(angle),
          cosine * Math.cos(angle) - sine * Math.sin(angle),
        ];
        assertNear(values[t + shift]!.slice(2 * i, 2 * i + 2), turned, 1e-5);
      }
    }
  });

  it("refuses sizes that are none", () => {
    for (const positions of [0, -1, 1.5, NaN, Infinity]) {
      assert.throws(() => sinusoidalPositions(positions, 4), {
        name: "RangeError",
        message: `sinusoidalPositions: positions must be at least 1, got ${positions}`,
      });
    }
    for (const width of [0, -2, 3, 2.5, NaN]) {
      assert.throws(() => sinusoidalPositions(4, width), {
        name: "RangeError",
        message: `sinusoidalPositions: width must be even and above 0, got ${width}`,
      });
    }
    assertLeaves(0, () => assert.throws(() => sinusoidalPositions(4, 5)));
  });
});
