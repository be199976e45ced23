import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng, type Rng } from "../../src/core/rng";

/** Σ (seen − expected)² / expected: near the number of buckets − 1 when all are equally likely. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function countsOf(draw: () => number, buckets: number, draws: number): number[] {
  const counts = new Array<number>(buckets).fill(0);
  for (let i = 0; i < draws; i++) counts[draw()]!++;
  return counts;
}

const word = (rng: Rng) => rng.integer(4294967296);

describe("createRng", () => {
  it("gives the numbers of the published algorithm", () => {
    // Made by a C program of ours that follows the papers line by line: the state from splitmix32
    // with murmur3's finaliser, then xoshiro128**. That program, started from the state 1, 2, 3, 4,
    // begins 11520, 0, 5927040, 70819200, as other implementations do.
    const expected: Record<number, number[]> = {
      0: [3809008728, 1133695204, 53579671, 2891528803, 139681546, 2203266335],
      1: [2442144158, 3238099751, 3819917871, 2104621829, 2021136066, 4223536128],
      42: [2837322924, 544945897, 479756282, 3500138142, 339756180, 113173290],
      4294967295: [835879718, 1921286648, 2356205009, 1885780724, 980451116, 1053911718],
    };
    for (const [seed, numbers] of Object.entries(expected)) {
      const rng = createRng(Number(seed));
      assert.deepEqual(
        numbers.map(() => word(rng)),
        numbers,
        `seed ${seed}`,
      );
    }
  });

  it("makes uniform numbers of 53 bits from two draws", () => {
    const rng = createRng(42); // (2837322924 >> 5) · 2^26 + (544945897 >> 6), over 2^53
    assert.equal(rng.uniform(), 0.66061572080016207);
    assert.equal(rng.uniform(), 0.11170196395322241);
  });

  it("refuses seeds that aren't whole numbers of 32 bits", () => {
    for (const seed of [-1, 1.5, 4294967296, NaN, "7" as never]) {
      assert.throws(() => createRng(seed), /RangeError: createRng: seed must be a whole number/);
    }
  });
});

describe("rng.uniform", () => {
  it("fills 256 equal buckets equally, and stays in [0, 1)", () => {
    const rng = createRng(1);
    const counts = countsOf(() => Math.floor(256 * rng.uniform()), 256, 200_000);
    assert.equal(counts.length, 256); // anything outside would have made a new entry
    // 255 degrees of freedom: mean 255, standard deviation 22.6; five of them either way. Too
    // even is as suspicious as too uneven.
    const value = chiSquare(counts);
    assert.ok(value > 142 && value < 368, `chi-square ${value}`);
  });

  it("has no memory: pairs of neighbours fill a 16 by 16 grid equally", () => {
    const rng = createRng(2);
    const cell = () => Math.floor(16 * rng.uniform()) * 16 + Math.floor(16 * rng.uniform());
    const value = chiSquare(countsOf(cell, 256, 200_000));
    assert.ok(value > 142 && value < 368, `chi-square ${value}`);
  });

  it("sets each of its 53 bits half of the time", () => {
    const rng = createRng(3);
    const draws = 20_000;
    const ones = new Array<number>(53).fill(0);
    for (let i = 0; i < draws; i++) {
      let rest = rng.uniform();
      for (let bit = 0; bit < 53; bit++) {
        rest *= 2;
        if (rest >= 1) {
          ones[bit]!++;
          rest -= 1;
        }
      }
    }
    const five = 5 * Math.sqrt(draws / 4);
    ones.forEach((count, bit) => assert.ok(Math.abs(count - draws / 2) < five, `bit ${bit}`));
  });
});

describe("rng.integer", () => {
  it("makes all results equally likely where a plain remainder would not", () => {
    // 2^32 mod 3·2^30 leaves 2^30 over: with a remainder the first third gets half of all.
    const rng = createRng(4);
    const limit = 3 * 2 ** 30;
    const counts = countsOf(() => Math.floor(rng.integer(limit) / 2 ** 30), 3, 30_000);
    const value = chiSquare(counts); // 2 degrees of freedom: 28 is beyond one in a million
    assert.ok(value < 28, `${counts}`);
  });

  it("gives every number below the limit, and only these", () => {
    const rng = createRng(5);
    const seen = new Set(Array.from({ length: 500 }, () => rng.integer(7)));
    assert.deepEqual([...seen].sort(), [0, 1, 2, 3, 4, 5, 6]);
    assert.equal(rng.integer(1), 0);
  });

  it("refuses limits without a number below them, or beyond 32 bits", () => {
    for (const limit of [0, -1, 2.5, 4294967297, NaN]) {
      assert.throws(
        () => createRng(1).integer(limit),
        /rng\.integer: limit must be a whole number/,
      );
    }
  });
});

describe("rng.normal", () => {
  const rng = createRng(6);
  const draws = Float64Array.from({ length: 100_000 }, () => rng.normal());
  const moment = (power: number) => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length;

  it("has the moments of the normal distribution: 0, 1, 0, 3", () => {
    // Five standard errors: the variances of x, x², x³, x⁴ are 1, 2, 15, 96.
    const error = (variance: number) => 5 * Math.sqrt(variance / draws.length);
    assert.ok(Math.abs(moment(1)) < error(1), `mean ${moment(1)}`);
    assert.ok(Math.abs(moment(2) - 1) < error(2), `variance ${moment(2)}`);
    assert.ok(Math.abs(moment(3)) < error(15), `third moment ${moment(3)}`);
    assert.ok(Math.abs(moment(4) - 3) < error(96), `fourth moment ${moment(4)}`);
  });

  it("has the normal distribution's shares below -2, -1, 0, 1 and 2", () => {
    const shares = { "-2": 0.02275, "-1": 0.158655, "0": 0.5, "1": 0.841345, "2": 0.97725 };
    for (const [limit, expected] of Object.entries(shares)) {
      const share = draws.filter((x) => x < Number(limit)).length / draws.length;
      const five = 5 * Math.sqrt((expected * (1 - expected)) / draws.length);
      assert.ok(Math.abs(share - expected) < five, `${share} below ${limit}`);
    }
  });

  it("gives pairs without correlation: the two come from one point", () => {
    let sum = 0;
    for (let i = 0; i < draws.length; i += 2) sum += draws[i]! * draws[i + 1]!;
    assert.ok(Math.abs(sum / (draws.length / 2)) < 5 / Math.sqrt(draws.length / 2));
  });
});

describe("rng.shuffle", () => {
  it("makes each of the 24 orders of four items equally likely", () => {
    const rng = createRng(8);
    const orders = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = rng.shuffle(["a", "b", "c", "d"]).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    assert.equal(orders.size, 24);
    const value = chiSquare([...orders.values()]); // 23 degrees of freedom: 23 ± 6.8
    assert.ok(value < 23 + 5 * 6.8, `chi-square ${value}`);
  });

  it("leaves the array it was given as it is", () => {
    const items = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8]);
    const shuffled = createRng(9).shuffle(items);
    assert.deepEqual(items, [1, 2, 3, 4, 5, 6, 7, 8]);
    assert.deepEqual([...shuffled].sort(), [...items]);
  });
});

describe("rng.pick", () => {
  it("reaches every item, the first and the last too", () => {
    const rng = createRng(10);
    const seen = new Set(Array.from({ length: 200 }, () => rng.pick(["x", "y", "z"])));
    assert.equal(seen.size, 3);
  });
  it("refuses an empty list", () => {
    assert.throws(() => createRng(1).pick([]), /RangeError: rng\.pick: nothing to pick from/);
  });
});

describe("rng.fork", () => {
  it("depends on seed and label alone, not on what was drawn before", () => {
    const fresh = createRng(42);
    const used = createRng(42);
    for (let i = 0; i < 7; i++) used.normal();
    // FNV-1a of "42/a" is 2656934591: the fork is the generator with that seed.
    assert.equal(word(fresh.fork("a")), word(createRng(2656934591)));
    assert.equal(word(used.fork("a")), word(fresh.fork("a")));
  });
  it("does not disturb the stream it comes from", () => {
    const rng = createRng(42);
    rng.fork("a").uniform();
    assert.equal(word(rng), 2837322924);
  });
  it("gives streams without correlation for neighbouring labels and seeds", () => {
    const streams = [
      createRng(1).fork("0"),
      createRng(1).fork("1"),
      createRng(2).fork("0"),
      createRng(1),
      createRng(2),
    ].map((rng) => Array.from({ length: 20_000 }, () => rng.normal()));
    streams.forEach((a, i) =>
      streams.slice(i + 1).forEach((b, j) => {
        const correlation = a.reduce((sum, x, k) => sum + x * b[k]!, 0) / a.length;
        assert.ok(Math.abs(correlation) < 5 / Math.sqrt(a.length), `${i} and ${i + 1 + j}`);
      }),
    );
  });
});
