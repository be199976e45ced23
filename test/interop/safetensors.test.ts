import { after, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { openSafetensors, type SafetensorsTensor } from "../../src/core/safetensors";
import { HeaderError } from "../../src/core/safetensors-json";
import { writeSafetensors } from "../../src/core/safetensors-write";
import { judge, mutatedFiles } from "../core/safetensors-mutations";
import { runPython, skip } from "./python";

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), "safetensors-interop-"));
after(() => fs.rmSync(FOLDER, { recursive: true }));

const NUM_FILES = 100_000;
/** What the format's reader lets pass and ours refuses on purpose: see safetensors-header.ts. */
const STRICTER = /comes twice|beyond 2\^53 - 1/;

describe("safetensors, beside the format's own reader", { skip }, () => {
  it(`gives the same verdict on ${NUM_FILES} damaged files, but for names that come twice`, async (t) => {
    const all = path.join(FOLDER, "all.bin");
    const pieces: Buffer[] = [];
    const reasons: (string | undefined)[] = [];
    for (const bytes of mutatedFiles(11)) {
      const verdict = judge(bytes);
      reasons.push(verdict instanceof HeaderError ? verdict.message : undefined);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      pieces.push(length, bytes);
      if (reasons.length === NUM_FILES) break;
    }
    fs.writeFileSync(all, Buffer.concat(pieces));
    const verdicts = (
      await runPython("safetensors_reference.py", { task: "judge", files: all })
    ).trim();
    assert.equal(verdicts.length, NUM_FILES);
    let [taken, stricter] = [0, 0];
    reasons.forEach((reason, i) => {
      const isTaken = verdicts[i] === "1";
      taken += Number(isTaken);
      if (isTaken === (reason === undefined)) return;
      assert.ok(isTaken, `file ${i}: the format's reader refuses it, ours takes it`);
      assert.match(reason!, STRICTER, `file ${i}: the format's reader takes it`);
      stricter++;
    });
    assert.ok(taken > 1000, `only ${taken} of the files were sound`);
    t.diagnostic(
      `${taken} of ${NUM_FILES} taken by the format's reader, ${stricter} of them not by ours`,
    );
  });

  it("reads what Python writes", async () => {
    const file = path.join(FOLDER, "python.safetensors");
    await runPython("safetensors_reference.py", { task: "write", file });
    const opened = await openSafetensors(file);
    assert.deepEqual([...opened.metadata], [["by", "Python"]]);
    assert.equal(opened.tensors.size, 11);
    for (const [name, entry] of opened.tensors) {
      const { values, dtype, shape } = await opened.read(name);
      if (name !== "empty") assert.equal(dtype, name);
      assert.deepEqual(shape, entry.shape);
      const expected = [0, 1, 2, 3, 4, 5].map((x) => (name === "BOOL" ? Number(x > 2) : x));
      if (name === "empty") assert.equal(values.length, 0);
      else if (name === "BF16") {
        values.forEach((value, i) =>
          assert.ok(Math.abs(Number(value) - i / 3) <= (2 ** -8 * i) / 3),
        );
      } else assert.deepEqual([...values].map(Number), expected);
    }
    await opened.close();
  });

  it("writes what Python reads, byte for byte", async () => {
    const file = path.join(FOLDER, "lab.safetensors");
    const tensors: Record<string, SafetensorsTensor> = {
      f32: { dtype: "F32", shape: [2, 2], values: Float32Array.of(1, -2, 0.1, 3e38) },
      f16: { dtype: "F16", shape: [3], values: Float32Array.of(1, 0.1, 1e-7) },
      bf16: { dtype: "BF16", shape: [2], values: Float32Array.of(1, 0.1) },
      i64: { dtype: "I64", shape: [1], values: BigInt64Array.of(-5n) },
      bool: { dtype: "BOOL", shape: [], values: Uint8Array.of(1) },
      "ü/日本": { dtype: "U8", shape: [0], values: new Uint8Array(0) },
    };
    await writeSafetensors(file, tensors, { metadata: { note: "ü" } });
    const found = JSON.parse(
      await runPython("safetensors_reference.py", { task: "read", file }),
    ) as Record<string, [string, number[], string]>;
    assert.deepEqual(found, {
      // 1 = 3f800000, -2 = c0000000, 0.1 = 3dcccccd, 3e38 = 7f61b1e6, little-endian
      f32: ["F32", [2, 2], "0000803f000000c0cdcccc3de6b1617f"],
      // 1 = 3c00, 0.1 = 2e66, 1e-7 = 2 · 2^-24
      f16: ["F16", [3], "003c662e0200"],
      bf16: ["BF16", [2], "803fcd3d"],
      i64: ["I64", [1], "fbffffffffffffff"],
      bool: ["BOOL", [], "01"],
      "ü/日本": ["U8", [0], ""],
    });
  });
});
