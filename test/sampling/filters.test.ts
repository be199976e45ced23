import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { minP } from "../../src/sampling/min-p";
import { penalizeRepetition } from "../../src/sampling/repetition-penalty";
import { softmax } from "../../src/sampling/softmax";
import { applyTemperature, argmax } from "../../src/sampling/temperature";
import { topIndices } from "../../src/sampling/top-indices";
import { topK } from "../../src/sampling/top-k";
import { topP } from "../../src/sampling/top-p";
import { warpLogits } from "../../src/sampling/warp-logits";
import { close, GOLDEN, keptIn } from "./golden-sampling";

/** Probabilities 8, 4, 2, 2 of 16. */
const logits = [8, 4, 2, 2].map(Math.log);

describe("applyTemperature", () => {
  it("equals the values worked out by hand", () => {
    assert.deepEqual([...applyTemperature([1, 3], 2)], [0.5, 1.5]);
    close(
      softmax(applyTemperature(logits, 0.5)),
      [64, 16, 4, 4].map((x) => x / 88),
    ); // squared
  });
  it("gives SciPy's probabilities, at T from 1e-12 to a million", () => {
    for (const { logits: z, temperature, probs } of GOLDEN.temperature) {
      close(softmax(applyTemperature(z, temperature)), probs, `${z} at ${temperature}`);
    }
  });
  it("nears argmax, shared by ties, and the uniform distribution", () => {
    for (const { logits: z, T_to_0, T_to_inf } of GOLDEN.temperature_limits) {
      for (const tiny of [1e-9, 1e-300, 5e-324]) close(softmax(applyTemperature(z, tiny)), T_to_0);
      close(softmax(applyTemperature(z, 1e12)), T_to_inf, `${z}`, 1e-10);
      assert.ok(T_to_0[argmax(z)]! > 0);
    }
    close(softmax(applyTemperature([-5, -5, -9], 5e-324)), [0.5, 0.5, 0]);
  });
  it("raises odds to the power of 1/T", () => {
    for (const t of [0.2, 0.7, 3]) {
      const [a, b] = softmax(applyTemperature(logits, t));
      close(a! / b!, 2 ** (1 / t), "odds", 1e-10);
    }
  });
  it("leaves the logits as they are", () => {
    const given = [1, 3];
    applyTemperature(given, 2);
    assert.deepEqual(given, [1, 3]);
  });
  it("says what it got when the input is wrong", () => {
    for (const t of [0, -1, NaN, Infinity]) {
      const message = new RegExp(`applyTemperature: temperature .* above 0 and finite, got ${t}`);
      assert.throws(() => applyTemperature([1], t), message);
    }
    assert.throws(() => applyTemperature([1], 0), /take argmax/);
    assert.throws(() => applyTemperature([-Infinity], 1), /must be above -Infinity/);
    assert.throws(() => argmax([]), /argmax: there must be logits/);
  });
});

describe("argmax", () => {
  it("is the first of the largest", () => assert.equal(argmax([-Infinity, 2, 3, 3, 1]), 2));
});

describe("topK, topP and minP", () => {
  it("equal the values worked out by hand", () => {
    close(softmax(topK(logits, 2)), [8 / 12, 4 / 12, 0, 0]);
    close(softmax(topK(logits, 3)), [8 / 14, 4 / 14, 2 / 14, 0]); // of equals the first
    close(softmax(topP(logits, 0.6)), [8 / 12, 4 / 12, 0, 0]); // 0.5 + 0.25
    close(softmax(topP(logits, 0.4)), [1, 0, 0, 0]);
    close(softmax(minP(logits, 0.3)), [8 / 12, 4 / 12, 0, 0]); // at least 0.15
  });
  for (const { logits_name, logits: z, method, value, kept, probs, ...rest } of GOLDEN.filters) {
    if (rest.boundary_sensitive) continue;
    it(`give the reference values: ${method} ${value} of ${logits_name}`, () => {
      const filters = {
        // The reference takes a k above the vocabulary for all; here that is an error.
        top_k: () => topK(z, Math.min(value, z.length)),
        top_p: () => topP(z, value),
        min_p: () => minP(z, value),
      };
      const filtered = filters[method]();
      close(softmax(filtered), probs);
      const isPossible = (i: number) => z[i]! > -Infinity;
      assert.deepEqual(keptIn(filtered), kept.filter(isPossible)); // prettier-ignore
    });
  }
  it("keep what they keep as it is, and leave the logits given alone", () => {
    const given = [3, 1, 2];
    assert.deepEqual([...topK(given, 2)], [3, -Infinity, 2]);
    assert.deepEqual([...topP(given, 0.8)], [3, -Infinity, 2]);
    assert.deepEqual([...minP(given, 0.3)], [3, -Infinity, 2]);
    assert.deepEqual(given, [3, 1, 2]);
  });
  it("find the nucleus also where it is wider than the first look", () => {
    const flat = Array.from({ length: 10_000 }, (_, i) => -i * 1e-6);
    const kept = keptIn(topP(flat, 0.5));
    assert.equal(kept[kept.length - 1], kept.length - 1);
    assert.ok(kept.length > 4_980 && kept.length < 5_000, `${kept.length}`);
    assert.equal(keptIn(topP(flat, 0.9999999999999999)).length, 10_000);
  });
  it("keep everything at p = 1, and where rounding leaves the sum below p", () => {
    assert.deepEqual([...topP([0, -50], 1)], [0, -50]); // 1 + e^-50 is 1 in double precision
    const flat = Array<number>(14).fill(0); // as many 14ths sum to less than p
    assert.equal(keptIn(topP(flat, 1 - 2 ** -53)).length, 14);
  });
  it("say what they got when the input is wrong", () => {
    assert.throws(() => topK(logits, 0), /topK: k must be a whole number from 1 to 4, got 0/);
    assert.throws(() => topK(logits, 5), /topK: k .* from 1 to 4, got 5/);
    for (const p of [0, -0.1, 1.1, NaN]) {
      assert.throws(() => topP(logits, p), new RegExp(`topP: p must be above 0 .* 1, got ${p}`));
      assert.throws(() => minP(logits, p), new RegExp(`minP: p must be above 0 .* 1, got ${p}`));
    }
    for (const filter of [topK, topP, minP]) {
      assert.throws(() => filter([], 1), new RegExp(`${filter.name}: there must be logits`));
      assert.throws(() => filter([-Infinity], 1), new RegExp(`${filter.name}: .* above -Infinity`));
    }
  });
});

describe("topIndices", () => {
  it("is what sorting everything gives, for any k, also of many equals", () => {
    const rng = createRng(5);
    for (let round = 0; round < 200; round++) {
      const size = 1 + rng.integer(60);
      const values = Array.from({ length: size }, () =>
        rng.uniform() < 0.1 ? -Infinity : rng.integer(12),
      );
      const sorted = values.map((_, i) => i);
      sorted.sort((i, j) => (values[i] === values[j] ? i - j : values[j]! - values[i]!));
      const k = 1 + rng.integer(size);
      assert.deepEqual(topIndices(values, k), sorted.slice(0, k));
    }
  });
  it("doesn't take longer on values in order, or all equal", () => {
    for (const value of [(i: number) => i, (i: number) => -i, () => 0]) {
      const values = Float64Array.from({ length: 300_000 }, (_, i) => value(i));
      const began = performance.now();
      topIndices(values, 1000);
      // Where each split takes off one value it would be minutes.
      assert.ok(performance.now() - began < 2000);
    }
  });
});

describe("penalizeRepetition", () => {
  it("equals the values worked out by hand, each token once", () => {
    assert.deepEqual([...penalizeRepetition([2, -2, 2, 0], [0, 1, 1], 2)], [1, -4, 2, 0]);
  });
  it("never makes a used token likelier, nor does 1 change anything", () => {
    for (const z of [
      [3, 1],
      [-1, -2],
      [0.5, -0.5],
    ]) {
      // prettier-ignore
      const [before, after] = [softmax(z), softmax(penalizeRepetition(z, [0], 1.2))];
      assert.ok(after[0]! < before[0]!, `${z}`);
      assert.deepEqual([...penalizeRepetition(z, [0, 1], 1)], z);
    }
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => penalizeRepetition([1], [1], 2), /id must be .* from 0 to 0, got 1/);
    assert.throws(() => penalizeRepetition([1], [0], 0), /penalty must be above 0, got 0/);
  });
});

describe("warpLogits", () => {
  it("gives the reference values for temperature, then top-k, then top-p", () => {
    for (const { logits: z, temperature, top_k, top_p, kept, probs } of GOLDEN.combined) {
      const warped = warpLogits(z, { temperature, topK: top_k, topP: top_p });
      close(softmax(warped), probs);
      assert.deepEqual(keptIn(warped), kept);
    }
  });
  it("lets temperature decide how much top-p and min-p keep", () => {
    const count = (temperature: number, rest: object) =>
      keptIn(warpLogits(logits, { temperature, ...rest })).length;
    assert.deepEqual([count(0.5, { topP: 0.75 }), count(3, { topP: 0.75 })], [2, 3]);
    assert.deepEqual([count(0.5, { minP: 0.2 }), count(3, { minP: 0.2 })], [2, 4]);
  });
  it("counts top-p's share of what top-k has left", () => {
    // Of all, 8 + 4 of 16 reach 0.6; of the first two, 8 of 12 do.
    assert.deepEqual(keptIn(warpLogits(logits, { topP: 0.6 })), [0, 1]);
    assert.deepEqual(keptIn(warpLogits(logits, { topP: 0.6, topK: 2 })), [0]);
  });
  it("punishes repetition before everything else", () => {
    const warped = warpLogits([4, 3], { repetitionPenalty: 2, usedIds: [0], topK: 1 });
    assert.deepEqual([...warped], [-Infinity, 3]);
  });
  it("changes nothing without settings", () => {
    assert.deepEqual([...warpLogits([1, -Infinity, 3])], [1, -Infinity, 3]);
  });
});
