import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { createMasker, type MaskingOptions } from "../../src/bert/masking";

const MASK = 4;
const OPTIONS: MaskingOptions = {
  ...{ maskTokenId: MASK, vocabSize: 100, specialTokenIds: [0, 1, 2, 3, MASK] },
};
/** [CLS], 40 tokens, [SEP] */
const IDS = [2, ...Array.from({ length: 40 }, (_, i) => 10 + i), 3];

describe("createMasker", () => {
  it("chooses exactly 15% of the ordinary tokens, rounded, and at least one", () => {
    const mask = createMasker(OPTIONS);
    // 0.15·40 = 6; 0.15·3 = 0.45 → 1
    assert.equal(mask(IDS, createRng(1)).positions.length, 6);
    assert.equal(mask([2, 10, 11, 12, 3], createRng(1)).positions.length, 1);
    assert.deepEqual(mask([2, 3], createRng(1)), { inputIds: [2, 3], positions: [], labels: [] });
  });

  it("hides 80%, changes 10% and leaves 10%, within what chance allows", () => {
    const mask = createMasker(OPTIONS);
    const rng = createRng(3);
    const counts = { masked: 0, kept: 0, changed: 0 };
    for (let i = 0; i < 3000; i++) {
      const { inputIds, positions, labels } = mask(IDS, rng);
      positions.forEach((place, k) => {
        assert.equal(labels[k], IDS[place]);
        if (inputIds[place] === MASK) counts.masked++;
        else if (inputIds[place] === labels[k]) counts.kept++;
        else counts.changed++;
      });
    }
    // 18,000 tokens; of the random 10% one in 95 is the token itself. Standard deviations of the
    // shares are 0.003 and 0.0022: four of them are allowed.
    const total = 18_000;
    assert.equal(counts.masked + counts.kept + counts.changed, total);
    assert.ok(Math.abs(counts.masked / total - 0.8) < 0.012, JSON.stringify(counts));
    assert.ok(Math.abs(counts.changed / total - 0.1 * (94 / 95)) < 0.009, JSON.stringify(counts));
    assert.ok(Math.abs(counts.kept / total - 0.1 - 0.1 / 95) < 0.009, JSON.stringify(counts));
  });

  it("chooses every place equally often", () => {
    const mask = createMasker(OPTIONS);
    const rng = createRng(9);
    const counts = new Map<number, number>();
    for (let i = 0; i < 4000; i++) {
      for (const place of mask(IDS, rng).positions) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    // 600 expected at each of the 40 places; a standard deviation is √(4000·0.15·0.85) = 22.6.
    assert.equal(counts.size, 40);
    for (const [place, count] of counts)
      assert.ok(Math.abs(count - 600) < 100, `${place}: ${count}`);
  });

  it("never chooses a special token, puts one in, or touches another place", () => {
    const mask = createMasker({ ...OPTIONS, maskProbability: 0.9, replaceProbability: 0.1 });
    const rng = createRng(4);
    const ids = [2, 10, 1, 11, 0, 12, 3, 13, 14, 3, 0, 0];
    for (let i = 0; i < 500; i++) {
      const { inputIds, positions } = mask(ids, rng);
      ids.forEach((id, place) => {
        const isSpecial = id < 5;
        if (isSpecial) assert.ok(!positions.includes(place));
        if (!positions.includes(place)) assert.equal(inputIds[place], id);
        if (!isSpecial && inputIds[place] !== MASK) assert.ok(inputIds[place]! >= 5);
      });
    }
  });

  it("gives the same from the same seed, and keeps the ids that it is given", () => {
    const mask = createMasker(OPTIONS);
    const before = [...IDS];
    assert.deepEqual(mask(IDS, createRng(5)), mask(IDS, createRng(5)));
    assert.notDeepEqual(mask(IDS, createRng(5)), mask(IDS, createRng(6)));
    assert.deepEqual(IDS, before);
  });

  it("says what it got when the input is wrong", () => {
    const wrong = (options: Partial<MaskingOptions>) => () =>
      createMasker({ ...OPTIONS, ...options });
    assert.throws(
      wrong({ replaceProbability: 0.95 }),
      /must not exceed 1 together, got 0.95 and 0.1/,
    );
    assert.throws(wrong({ maskProbability: 1.1 }), /maskProbability must be between 0 and 1/);
    assert.throws(wrong({ maskTokenId: 100 }), /maskTokenId must be .* got 100/);
    assert.throws(wrong({ vocabSize: 5 }), /all 5 tokens are special/);
    assert.throws(() => createMasker(OPTIONS)([2, 100], createRng(1)), /id 1 must be .* got 100/);
  });
});
