import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { mapBatches, shuffledBatches, type BatchStream } from "../../src/data/batch-stream";
import { distinctBatches } from "../../src/data/distinct-batches";
import { lengthBatches } from "../../src/data/length-batches";
import { mixedBatches } from "../../src/data/mixed-batches";

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);
const rng = (seed = 1) => createRng(seed);
const take = <B>(stream: BatchStream<B>, count: number) => numbers(count).map((i) => stream.at(i));

describe("shuffledBatches", () => {
  it("gives each row once an epoch, in another order in each", () => {
    const stream = shuffledBatches(numbers(10), { batchSize: 4, rng: rng() });
    const [first, second] = [take(stream, 3), numbers(3).map((i) => stream.at(3 + i))];
    assert.deepEqual(
      first.map(({ length }) => length),
      [4, 4, 2],
    );
    const ascending = (batches: number[][]) => batches.flat().sort((a, b) => a - b);
    assert.deepEqual(ascending(first), numbers(10));
    assert.deepEqual(ascending(second), numbers(10));
    assert.notDeepEqual(first.flat(), second.flat());
  });

  it("gives a batch by its number alone, in whatever order it is asked", () => {
    const rows = numbers(23);
    const straight = take(shuffledBatches(rows, { batchSize: 5, rng: rng() }), 30);
    const other = shuffledBatches(rows, { batchSize: 5, rng: rng() });
    for (const i of [29, 0, 17, 3, 28, 5]) assert.deepEqual(other.at(i), straight[i]);
    const different = shuffledBatches(rows, { batchSize: 5, rng: rng(2) });
    assert.notDeepEqual(take(different, 5), straight.slice(0, 5));
  });

  it("leaves out a small last batch where asked", () => {
    const stream = shuffledBatches(numbers(10), { batchSize: 4, rng: rng(), dropLast: true });
    assert.ok(take(stream, 20).every(({ length }) => length === 4));
  });

  it("has a fingerprint that tells rows, order and options apart", () => {
    const of = (rows: unknown[], batchSize: number, seed: number) =>
      shuffledBatches(rows, { batchSize, rng: rng(seed) }).fingerprint();
    const rows = [{ ids: Int32Array.of(1, 2) }, { ids: Int32Array.of(3) }];
    const changed = [{ ids: Int32Array.of(1, 2) }, { ids: Int32Array.of(4) }];
    assert.equal(of(rows, 2, 1), of([...rows], 2, 1));
    const all = [of(rows, 2, 1), of(changed, 2, 1), of(rows, 1, 1), of(rows, 2, 5)];
    assert.equal(new Set(all).size, 4);
  });

  it("says what it got when it can't make a batch", () => {
    assert.throws(() => shuffledBatches([1], { batchSize: 0, rng: rng() }), /batchSize must be/);
    const few = shuffledBatches([1, 2], { batchSize: 3, rng: rng(), dropLast: true });
    assert.throws(() => few.at(0), /2 rows don't make one whole batch/);
    assert.throws(() => few.at(-1), /index must be .* got -1/);
  });
});

describe("mapBatches", () => {
  it("converts with a generator that belongs to the batch's number", () => {
    const stream = shuffledBatches(numbers(6), { batchSize: 2, rng: rng() });
    const draw = (_: number[], batchRng: { uniform(): number }) => batchRng.uniform();
    const mapped = mapBatches(stream, draw, { rng: rng(7), name: "draw" });
    const first = take(mapped, 5);
    assert.equal(new Set(first).size, 5);
    assert.equal(mapped.at(2), first[2]);
    assert.notEqual(mapped.fingerprint(), stream.fingerprint());
  });
});

describe("lengthBatches", () => {
  const draw = rng(5);
  const rows = numbers(1000).map(() => 3 + draw.integer(60));
  const padding = (batches: number[][]) => {
    const places = batches.reduce((sum, batch) => sum + Math.max(...batch) * batch.length, 0);
    return 1 - rows.reduce((a, b) => a + b) / places;
  };
  const lengthOf = (row: number) => row;

  it("gives each row once, with less than a quarter of the padding of a plain shuffle", () => {
    const plain = take(shuffledBatches(rows, { batchSize: 10, rng: rng() }), 100);
    const sorted = take(lengthBatches(rows, { batchSize: 10, lengthOf, rng: rng() }), 100);
    const ascending = (batches: number[][]) => batches.flat().sort((a, b) => a - b);
    assert.deepEqual(
      ascending(sorted),
      [...rows].sort((a, b) => a - b),
    );
    assert.ok(padding(sorted) < padding(plain) / 4, `${padding(sorted)} ${padding(plain)}`);
    // Not from short to long: batches are shuffled.
    const longest = sorted.map((batch) => Math.max(...batch));
    assert.ok(longest.some((length, i) => i > 0 && length < longest[i - 1]!));
  });

  it("keeps to a number of tokens where asked, padding counted", () => {
    const stream = lengthBatches(rows, { batchSize: 50, lengthOf, maxTokens: 200, rng: rng() });
    const batches = take(stream, 100);
    assert.ok(batches.every((batch) => Math.max(...batch) * batch.length <= 200));
    assert.ok(batches.some((batch) => batch.length > 10));
    const tooSmall = () =>
      lengthBatches(rows, { batchSize: 5, lengthOf, maxTokens: 9, rng: rng() });
    assert.throws(tooSmall, /has \d+ tokens, more than maxTokens, got 9/);
  });
});

describe("distinctBatches", () => {
  // Thirty pairs over twelve anchors: shuffled plainly, most batches of four would repeat one.
  const rows = numbers(30).map((i) => ({ anchor: `a${i % 12}`, positive: `p${i}` }));
  const textsOf = ({ anchor, positive }: { anchor: string; positive: string }) => [
    anchor,
    positive,
  ];

  it("has no text twice in a batch, no row twice in an epoch, and only full batches", () => {
    const stream = distinctBatches(rows, { batchSize: 4, textsOf, rng: rng() });
    const batches = take(stream, 7);
    for (const batch of batches) {
      assert.equal(batch.length, 4);
      assert.equal(new Set(batch.flatMap(textsOf)).size, 8);
    }
    const positives = batches.flat().map(({ positive }) => positive);
    assert.equal(new Set(positives).size, 28);
    // Broken on purpose: the plain shuffle does repeat.
    const plain = take(shuffledBatches(rows, { batchSize: 4, rng: rng() }), 7);
    assert.ok(plain.some((batch) => new Set(batch.map(({ anchor }) => anchor)).size < 4));
  });

  it("says so where one text is in all rows", () => {
    const stream = distinctBatches(rows, { batchSize: 2, textsOf: () => ["same"], rng: rng() });
    assert.throws(() => stream.at(0), /don't make one whole batch/);
  });
});

describe("mixedBatches", () => {
  const parts = () => ({
    small: { stream: shuffledBatches(["s1", "s2"], { batchSize: 1, rng: rng() }), weight: 1 },
    large: { stream: shuffledBatches(["l1", "l2", "l3"], { batchSize: 1, rng: rng() }), weight: 3 },
  });

  it("draws by weight, and each data set goes through its own epochs", () => {
    const batches = take(mixedBatches(parts(), { rng: rng() }), 4000).flat();
    const share = batches.filter((row) => row.startsWith("s")).length / 4000;
    // Standard deviation √(0.25·0.75/4000) = 0.007
    assert.ok(Math.abs(share - 0.25) < 0.03, String(share));
    const large = batches.filter((row) => row.startsWith("l"));
    for (let i = 0; i + 3 <= 30; i += 3) assert.equal(new Set(large.slice(i, i + 3)).size, 3);
  });

  it("gives a batch by its number alone", () => {
    const straight = take(mixedBatches(parts(), { rng: rng() }), 50);
    const other = mixedBatches(parts(), { rng: rng() });
    for (const i of [49, 3, 20]) assert.deepEqual(other.at(i), straight[i]);
  });

  it("says what it got when a weight is wrong", () => {
    const { small } = parts();
    const wrong = { small: { ...small, weight: 0 } };
    assert.throws(() => mixedBatches(wrong, { rng: rng() }), /weight of small must be above 0/);
    assert.throws(() => mixedBatches({}, { rng: rng() }), /needs a data set, got none/);
  });
});
