import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fromHalf, toHalf } from "../../src/core/safetensors-dtypes";
import { entropy } from "../../src/sampling/entropy";
import { logSoftmax, logSumExp, softmax } from "../../src/sampling/softmax";
import { argmax } from "../../src/sampling/temperature";
import { close, GOLDEN } from "./golden-sampling";

const half = (values: ArrayLike<number>) => fromHalf(toHalf(Float32Array.from(values)));

describe("softmax", () => {
  it("equals the values worked out by hand", () => {
    close(softmax([Math.log(1), Math.log(2), Math.log(5)]), [1 / 8, 2 / 8, 5 / 8]);
    close(softmax([1, 3]), [1 / (1 + Math.E ** 2), Math.E ** 2 / (1 + Math.E ** 2)]);
  });
  it("doesn't change when the same number is added to all logits, however large", () => {
    for (const added of [-800, 800, 1e6]) close(softmax([1 + added, 3 + added]), softmax([1, 3]));
  });
  it("gives SciPy's values for logits without a temperature", () => {
    for (const { logits, temperature, probs, log_probs } of GOLDEN.temperature) {
      if (temperature !== 1) continue;
      close(softmax(logits), probs, `softmax of ${logits}`);
      close(logSoftmax(logits), log_probs, `logSoftmax of ${logits}`);
    }
  });
  it("says what it got when the input is wrong", () => {
    for (const of of [softmax, logSoftmax]) {
      const name = of.name;
      assert.throws(() => of([]), new RegExp(`${name}: there must be logits, got an array of 0`));
      assert.throws(() => of([1, NaN]), new RegExp(`${name}: .* got NaN at index 1`));
      assert.throws(() => of([Infinity]), new RegExp(`${name}: .* got Infinity at index 0`));
      assert.throws(() => of([-Infinity]), new RegExp(`${name}: .* above -Infinity, got 1 that`));
    }
  });
});

describe("logSumExp", () => {
  it("gives SciPy's values", () => {
    for (const { x, logsumexp } of GOLDEN.logsumexp) close(logSumExp(x), logsumexp, `of ${x}`);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => logSumExp([]), /logSumExp: there must be logits, got an array of 0/);
  });
});

describe("a vocabulary of 100,000", () => {
  for (const golden of GOLDEN.big_vocab) {
    it(`keeps its probabilities for logits ${golden.A} sin(0.37 i) + ${golden.B}`, () => {
      const logits = Float64Array.from(
        { length: golden.n },
        (_, i) => golden.A * Math.sin(i * 0.37) + golden.B,
      );
      const probabilities = softmax(logits);
      close(logSumExp(logits), golden.logsumexp, "log-sum-exp", 1e-10);
      close(probabilities[0]!, golden.p_first, "first", 1e-10);
      close(logSoftmax(logits)[0]!, golden.log_p_first, "log of the first", 1e-10);
      close(Math.max(...probabilities), golden.p_max, "largest", 1e-10);
      assert.equal(argmax(logits), golden.argmax);
      close(entropy(probabilities), golden.entropy_nats, "entropy", 1e-10);
      close(Math.exp(entropy(probabilities)), golden.perplexity, "perplexity", 1e-9);
    });
  }
  it("loses probabilities in single and half precision, and keeps their logarithms", () => {
    const logits = Float64Array.from({ length: 100_000 }, (_, i) => 60 * Math.sin(i * 0.37));
    const [probabilities, logs] = [softmax(logits), logSoftmax(logits)];
    const lost = (values: ArrayLike<number>) => Array.from(values).filter((p) => p === 0).length;
    assert.equal(lost(probabilities), 0);
    // e^-120 is 8e-53: below the least float32, 1.4e-45, and far below the least half, 6e-8.
    assert.ok(lost(Float32Array.from(probabilities)) > 5_000);
    assert.ok(lost(half(probabilities)) > 80_000);
    // The same in logarithms: nothing is lost but digits.
    const rounded = half(logs);
    assert.ok(rounded.every((log, i) => Math.abs(log - logs[i]!) <= Math.abs(logs[i]!) / 2048));
  });
  it("overflows in half precision where nothing is taken off first", () => {
    const naive = half([12, 1].map(Math.exp)); // e^12 = 162,755, beyond 65,504
    assert.equal(naive[0], Infinity);
    close(softmax([12, 1])[1]!, Math.exp(-11) / (1 + Math.exp(-11)));
  });
});
