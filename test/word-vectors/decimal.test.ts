import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { parseDecimal, shortestFloat32 } from "../../src/word-vectors/decimal";

const parse = (text: string) => {
  const bytes = Buffer.from(`7${text}7`); // neighbours that must not be read
  return parseDecimal(bytes, 1, bytes.length - 1);
};

describe("parseDecimal", () => {
  it("reads what JavaScript reads, to the last bit", () => {
    const rng = createRng(4);
    for (let i = 0; i < 20000; i++) {
      const value = (rng.uniform() - 0.5) * 10 ** (rng.integer(60) - 30);
      for (const text of [
        String(value),
        value.toFixed(rng.integer(20)),
        value.toExponential(rng.integer(17)).replace("e", rng.pick(["e", "E"])),
        value.toPrecision(1 + rng.integer(21)),
        `000${Math.abs(value).toFixed(8)}`,
      ]) {
        assert.ok(Object.is(parse(text), Number(text)), text);
      }
    }
  });
  it("reads the corners of the notation", () => {
    const good = [
      "0",
      "-0",
      "+1.5",
      ".5",
      "-.5",
      "5.",
      "1e5",
      "1e+05",
      "1E-7",
      "1e-300",
      "12345678901234567890",
    ];
    for (const text of good) assert.ok(Object.is(parse(text), Number(text)), text);
  });
  it("is NaN for what is no finite number", () => {
    const bad = [
      "",
      "-",
      ".",
      "-.",
      "e5",
      "1e",
      "1e+",
      "1.2.3",
      "1,5",
      "0x10",
      "nan",
      "inf",
      "1e999",
      "1 ",
      "--1",
      "1e5.5",
      "1_0",
      "Infinity",
    ];
    for (const text of bad) assert.ok(Number.isNaN(parse(text)), text);
  });
});

describe("shortestFloat32", () => {
  it("reads back as the same number, and is no longer than it must be", () => {
    const rng = createRng(5);
    for (let i = 0; i < 20000; i++) {
      const value = Math.fround((rng.uniform() - 0.5) * 10 ** (rng.integer(70) - 35));
      const written = shortestFloat32(value);
      assert.equal(Math.fround(Number(written)), value);
      const digits = [7, 8, 9].find((n) => Math.fround(Number(value.toPrecision(n))) === value)!;
      const fewest = Number(value.toPrecision(digits));
      assert.ok(written.length <= String(fewest).length, `${written}, not ${fewest}`);
    }
    const written = [0.1, 1 / 3, -2.5, 1e-7, 16777216, 0].map(Math.fround).map(shortestFloat32);
    assert.deepEqual(written, ["0.1", "0.33333334", "-2.5", "1e-7", "16777216", "0"]);
  });
});
