import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { createRng } from "../../src/core/rng";
import { QuantizedRows } from "../../src/search/kernels/quantized-rows";
import { hammingDistance } from "../../src/search/quantization";
import { importBin, ROOT } from "../browser/chromium";

interface BuildKernels {
  build(kernel: string): Promise<string>;
  moduleFile(kernel: string): string;
}

describe("quantized", () => {
  it("is what its source compiles to", async () => {
    const { build, moduleFile } = await importBin<BuildKernels>("build-kernels.mjs");
    const kernel = "src/search/kernels/quantized.as";
    const committed = fs.readFileSync(path.join(ROOT, moduleFile(kernel)), "utf8");
    assert.equal(await build(kernel), committed, "run npm run build:kernels");
  });
});

describe("QuantizedRows", () => {
  const rng = createRng(1);
  const random = (length: number) => Uint8Array.from({ length }, () => rng.integer(256));

  // Widths below, at and beyond one load of 8 bytes; numbers of rows that fill no four.
  for (const width of [1, 5, 8, 12, 16, 24, 25, 96]) {
    it(`counts the bits of rows of ${width} bytes as hammingDistance does`, () => {
      const [bytes, query] = [random(11 * width), random(width)];
      const rows = new QuantizedRows("signProducts", width);
      rows.add(bytes);
      const expected = Array.from({ length: 11 }, (_, i) => {
        return 8 * width - 2 * hammingDistance(query, bytes.subarray(i * width, (i + 1) * width));
      });
      assert.deepEqual([...rows.products(query)], expected);
    });

    it(`multiplies levels of ${width} numbers as a loop does`, () => {
      const levels = new Int8Array(random(11 * width).buffer);
      const query = Int16Array.from({ length: width }, () => rng.integer(65535) - 32767);
      const rows = new QuantizedRows("int8Products", width);
      rows.add(levels);
      const expected = Array.from({ length: 11 }, (_, i) => {
        return query.reduce((sum, digit, j) => sum + digit * levels[i * width + j]!, 0);
      });
      assert.deepEqual([...rows.products(query)], expected);
    });
  }

  it("goes on in a new block where one is full, in one call or in several", () => {
    const bytes = random(20_000);
    const [whole, parts] = ["", ""].map(() => new QuantizedRows("signProducts", 1));
    whole!.add(bytes);
    for (const end of [1, 8191, 8192, 8193, 16_384, 20_000]) {
      parts!.add(bytes.subarray(parts!.size, end));
    }
    assert.equal(whole!.size, 20_000);
    const query = Uint8Array.of(0b1011);
    assert.deepEqual(whole!.products(query), parts!.products(query));
    for (const at of [0, 8191, 8192, 19_999]) {
      assert.deepEqual([...whole!.row(at)], [bytes[at]]);
      const distance = hammingDistance(query, bytes.subarray(at, at + 1));
      assert.equal(whole!.products(query)[at], 8 - 2 * distance);
    }
  });
});
