import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { startLab } from "../../src/engine/lab";
import { inverseFrequencyWeight, StaticEncoder } from "../../src/sentence-encoder/static-encoder";
import { WordVectors } from "../../src/word-vectors/word-vectors";
import { assertLeaves } from "../support/leaks";

describe("StaticEncoder", () => {
  const vectors = new WordVectors(["cat", "dog", "sat"], Float32Array.of(1, 0, 0, 3, 4, 1), {
    size: 2,
  });
  const encoder = new StaticEncoder(vectors);
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
  });

  it("is the mean of the words that have a vector, each as often as it stands there", async () => {
    const found = await encoder.encode(["The Cat sat, the cat!", "dog", "no such word", ""]);
    // (1 + 4 + 1) / 3 and (0 + 1 + 0) / 3
    assert.deepEqual(
      [...found.dataSync()].map((x) => Number(x.toFixed(5))),
      [...[2, 0.33333, 0, 3], ...[0, 0, 0, 0]],
    );
  });

  it("doesn't see the order of words", async () => {
    const found = (await (
      await encoder.encode(["cat sat dog", "dog cat sat"])
    ).array()) as number[][];
    assert.deepEqual(found[0], found[1]);
  });

  it("makes length 1 and cuts as a sentence encoder does", async () => {
    const unit = await encoder.encode(["sat", "unknown"], { normalize: true });
    const [x, y, ...rest] = [...unit.dataSync()];
    assert.ok(Math.abs(x! - 4 / Math.sqrt(17)) < 1e-6 && Math.abs(y! - 1 / Math.sqrt(17)) < 1e-6);
    assert.deepEqual(rest, [0, 0]);
    assert.deepEqual([...(await encoder.encode(["sat"], { truncateTo: 1 })).dataSync()], [1]);
    assert.deepEqual((await encoder.encode([])).shape, [0, 2]);
  });

  it("lets rare words count more where it is asked to", async () => {
    // "cat" is 3 of 4 words: 0.25 / (0.25 + 0.75) = 1/4; "sat" 1 of 4: 1/2; "dog" none: 1.
    const weightOf = inverseFrequencyWeight(["cat", "cat", "sat", "cat"], { a: 0.25 });
    assert.deepEqual(["cat", "sat", "dog"].map(weightOf), [0.25, 0.5, 1]);
    const weighted = new StaticEncoder(vectors, { weightOf });
    // (1/4 · (1, 0) + 1/2 · (4, 1) + (0, 3)) / 3
    const [x, y] = (await weighted.encode(["cat sat dog"])).dataSync();
    assert.ok(Math.abs(x! - 2.25 / 3) < 1e-6 && Math.abs(y! - 3.5 / 3) < 1e-6);
    const wrong = new StaticEncoder(vectors, { weightOf: () => -1 });
    await assert.rejects(wrong.encode(["cat"]), /weights must be at least 0, got -1 for "cat"/);
    assert.throws(() => inverseFrequencyWeight([], { a: 0 }), /a must be above 0, got 0/);
  });

  it("takes other words than its own", async () => {
    const letters = new StaticEncoder(vectors, { tokenize: (text) => text.split("|") });
    assert.deepEqual([...(await letters.encode(["dog|cat"])).dataSync()], [0.5, 1.5]);
    assert.equal(letters.coverage(["dog|cat|cow", "cow"]), 0.5);
  });

  it("says what it got when the input is wrong, and leaves one tensor behind", async () => {
    await assert.rejects(encoder.encode("cat" as never), /sentences must be an array of strings/);
    await assert.rejects(encoder.encode(["a"], { truncateTo: 3 }), /truncateTo .* got 3/);
    await assertLeaves(1, () => encoder.encode(["cat", "dog"], { normalize: true }));
  });
});
