import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { BinaryIndex } from "../../src/search/binary-index";
import { FlatIndex } from "../../src/search/flat-index";
import { Int8Index } from "../../src/search/int8-index";
import {
  calibrationRanges,
  dequantizeInt8,
  hammingDistance,
  quantizeBinary,
  quantizeInt8,
} from "../../src/search/quantization";

describe("calibrationRanges", () => {
  it("goes from the smallest to the largest number of each column", () => {
    const { min, max } = calibrationRanges([
      [1, -5],
      [3, 7],
      [2, 0],
    ]);
    assert.deepEqual([...min, ...max], [1, -5, 3, 7]);
  });
  it("cuts off a share at either end", () => {
    const rows = Array.from({ length: 11 }, (_, i) => [i === 10 ? 1000 : i]);
    const { min, max } = calibrationRanges(rows, { clip: 0.1 });
    assert.deepEqual([min[0], max[0]], [1, 9]);
  });
  it("refuses nothing, and a share of a half", () => {
    assert.throws(() => calibrationRanges([]), /got 0/);
    assert.throws(() => calibrationRanges([[1]], { clip: 0.5 }), /clip must be between 0 and 0.49/);
  });
});

describe("quantizeInt8", () => {
  const ranges = { min: Float32Array.of(0, -1), max: Float32Array.of(255, 1) };
  it("equals the value worked out by hand, and cuts what lies outside", () => {
    // steps of 1 and 2/255; 0 is 127.5 steps above −1, rounded up
    const { values } = quantizeInt8(
      [
        [0, -1],
        [254.4, 0],
        [999, -3],
      ],
      ranges,
    );
    assert.deepEqual([...values], [-128, -128, 126, 0, 127, -128]);
  });
  it("comes back within half a step", () => {
    const rng = createRng(1);
    const rows = Array.from({ length: 50 }, () => [255 * rng.uniform(), 2 * rng.uniform() - 1]);
    const { values } = dequantizeInt8(quantizeInt8(rows, ranges));
    rows.flat().forEach((value, at) => {
      const half = (at % 2 === 0 ? 1 : 2 / 255) / 2;
      assert.ok(Math.abs(values[at]! - value) <= half * 1.0001);
    });
  });
  it("gives a column without a range its only value back", () => {
    const flat = { min: Float32Array.of(2), max: Float32Array.of(2) };
    assert.deepEqual([...dequantizeInt8(quantizeInt8([[2]], flat)).values], [2]);
  });
  it("refuses rows of another width", () => {
    assert.throws(() => quantizeInt8([[1, 2, 3]], ranges), /must have 2 numbers/);
  });
});

describe("quantizeBinary", () => {
  it("sets a bit for each number above 0, the first one highest", () => {
    const { bytes } = quantizeBinary([[1, -1, 0, 0.5, -2, -3, -4, 9]]);
    assert.deepEqual([...bytes], [0b10010001]);
  });
  it("refuses a number of numbers that doesn't fill bytes, and says what would", () => {
    const message =
      "quantizeBinary: a row must have a multiple of 8 numbers, eight to a byte, got 12;" +
      " cut it to 8";
    assert.throws(() => quantizeBinary([new Float32Array(12)]), { name: "RangeError", message });
  });
});

describe("hammingDistance", () => {
  it("counts the bits that differ", () => {
    assert.equal(hammingDistance(Uint8Array.of(0b1010, 255), Uint8Array.of(0b0110, 0)), 10);
    assert.throws(() => hammingDistance(new Uint8Array(2), new Uint8Array(3)), /got 2 and 3 bytes/);
  });
});

/** Clusters, so that there are true neighbours to find. */
function clustered(count: number, width: number, seed: number): Float32Array[] {
  const rng = createRng(seed);
  const centres = Array.from({ length: 20 }, () =>
    Array.from({ length: width }, () => rng.normal()),
  );
  return Array.from({ length: count }, (_, i) =>
    Float32Array.from(centres[i % 20]!, (value) => value + 0.7 * rng.normal()),
  );
}

describe("quantized indexes", () => {
  const documents = clustered(600, 64, 1);
  const queries = clustered(20, 64, 1).map((row, i) => {
    const rng = createRng(100 + i);
    return row.map((value) => value + 0.3 * rng.normal());
  });
  const ids = documents.map((_, i) => i);
  const exact = new FlatIndex();
  exact.add(ids, documents);
  /** The share of the 10 true neighbours that are found. */
  const recall = (search: (query: Float32Array) => { id: unknown }[]) => {
    const shares = queries.map((query) => {
      const truth = new Set(exact.search(query).map(({ id }) => id));
      return search(query).filter(({ id }) => truth.has(id as number)).length / 10;
    });
    return shares.reduce((sum, share) => sum + share, 0) / shares.length;
  };
  const int8 = Int8Index.calibrate(documents);
  int8.add(ids, documents);
  const binary = new BinaryIndex();
  binary.add(ids.slice(0, 100), documents.slice(0, 100));
  binary.add(ids.slice(100), documents.slice(100));

  it("int8 scores are cosines but for rounding, and find nearly all neighbours", () => {
    const truth = new Map(exact.search(queries[0]!, { k: 600 }).map((hit) => [hit.id, hit.score]));
    for (const { id, score } of int8.search(queries[0]!, { k: 600 })) {
      assert.ok(Math.abs(score - truth.get(id)!) < 0.01);
    }
    assert.ok(recall((query) => int8.search(query)) > 0.95);
    // To the last digits they are products of the query with what the levels stand for.
    const rows = [
      [0.6, 0.8],
      [-0.6, 0.8],
      [1, 0],
    ];
    const small = Int8Index.calibrate(rows);
    small.add([0, 1, 2], rows);
    const { values } = dequantizeInt8(quantizeInt8(rows, calibrationRanges(rows)));
    for (const { id, score } of small.search([0, 1])) {
      assert.ok(Math.abs(score - values[2 * (id as number) + 1]!) < 1e-6);
    }
  });
  it("int8 scores keep to what levels and query say, however wide the rows and large the query", () => {
    for (const width of [1, 7, 192, 3000]) {
      const rng = createRng(width);
      const random = (scale: number) => Array.from({ length: width }, () => scale * rng.normal());
      const rows = Array.from({ length: 9 }, () => random(1));
      const unit = rows.map((row) => row.map((value) => value / Math.hypot(...row)));
      const index = Int8Index.calibrate(rows);
      index.add([...rows.keys()], rows);
      const levels = quantizeInt8(unit, calibrationRanges(unit));
      const values = Array.from(dequantizeInt8(levels).values);
      const query = random(1e6);
      for (const { id, score } of index.search(query)) {
        const row = values.slice(width * (id as number), width * (id as number) + width);
        const product = row.reduce((sum, value, j) => sum + value * query[j]!, 0);
        assert.ok(Math.abs(score - product / Math.hypot(...query)) < 2e-5, `${width}: ${score}`);
      }
    }
    // Sums of 3,000 products that all point one way.
    const ones = new Array<number>(3000).fill(1);
    const poles = Int8Index.calibrate([ones, ones.map((one) => -one)]);
    poles.add(["north", "south"], [ones, ones.map((one) => -one)]);
    const [north, south] = poles.search(ones);
    assert.ok(Math.abs(north!.score - 1) < 1e-4 && north!.id === "north", `${north!.score}`);
    assert.ok(Math.abs(south!.score + 1) < 1e-4, `${south!.score}`);
    const zeros = Int8Index.calibrate([[0, 0]]);
    zeros.add(["a"], [[0, 0]]);
    assert.deepEqual(zeros.search([0, 0]), [{ id: "a", score: 0, rank: 1 }]);
  });
  it("re-scoring signs with the query's digits finds more than counting bits", () => {
    const counted = recall((query) => binary.search(query, { rescoreMultiplier: 0 }));
    const rescored = recall((query) => binary.search(query));
    assert.ok(rescored > counted + 0.02, `${rescored} and ${counted}`);
    const scores = binary.search(queries[0]!).map(({ score }) => score);
    assert.deepEqual(
      scores,
      [...scores].sort((a, b) => b - a),
    );
  });
  it("binary scores equal the values worked out by hand", () => {
    const index = new BinaryIndex();
    index.add(
      ["a", "b"],
      [
        [1, 1, 1, 1, -1, -1, -1, -1],
        [1, 1, 1, -1, -1, -1, -1, -1],
      ],
    );
    const query = [2, 2, 2, 2, -2, -2, -2, 2];
    // bits that differ: 1 of 8, 2 of 8: 1 − 2/8 and 1 − 4/8
    assert.deepEqual(
      index.search(query, { rescoreMultiplier: 0 }).map(({ score }) => score),
      [0.75, 0.5],
    );
    // the query has length √32: (7 − 1) · 2 / √32 / √8 = 0.75
    const [first, second] = index.search(query);
    assert.ok(Math.abs(first!.score - 0.75) < 1e-6 && first!.id === "a" && first!.rank === 1);
    assert.ok(Math.abs(second!.score - 0.5) < 1e-6 && second!.rank === 2);
  });
  it("refuse wrong input", () => {
    const index = new BinaryIndex();
    assert.throws(() => index.add(["a"], [[1, 2, 3]]), /multiple of 8 numbers.*got 3/);
    assert.equal(index.size, 0);
    assert.deepEqual(index.search([1, 2, 3]), []);
    assert.throws(() => binary.add([1], [documents[0]!]), /ids must differ/);
    assert.throws(() => binary.search([1, 2]), /query must have 64 numbers/);
    assert.throws(() => binary.search(queries[0]!, { k: 0 }), /k must be/);
    assert.throws(() => binary.search(queries[0]!, { rescoreMultiplier: 0.5 }), /got 0.5/);
    assert.throws(() => int8.search([NaN]), /query must be finite/);
    assert.throws(() => int8.add([1, 2], [documents[0]!]), /each of the 2 ids, got 1/);
  });
});
