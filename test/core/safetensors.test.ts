import { after, describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { createRng } from "../../src/core/rng";
import { openSafetensors, type SafetensorsTensor } from "../../src/core/safetensors";
import { fromBfloat, fromHalf, toBfloat, toHalf } from "../../src/core/safetensors-dtypes";
import { HeaderError } from "../../src/core/safetensors-json";
import { writeSafetensors } from "../../src/core/safetensors-write";
import { brokenPromise, fileOf, judge, mutatedFiles } from "./safetensors-mutations";

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), "safetensors-"));
after(() => fs.rmSync(FOLDER, { recursive: true }));

const GOLDEN = path.resolve(__dirname, "../golden/bert/model.safetensors");
const ONE = '"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';

describe("openSafetensors", () => {
  it("reads a file that another program wrote: names, shapes, values", async () => {
    const golden = JSON.parse(
      fs.readFileSync(path.resolve(__dirname, "../golden/bert.json"), "utf8"),
    ) as Record<"parameter_sums_f64" | "parameter_shapes", Record<string, number>>;
    const file = await openSafetensors(GOLDEN);
    assert.deepEqual([...file.tensors.keys()].sort(), Object.keys(golden.parameter_sums_f64));
    assert.equal(file.metadata.get("format"), "pt");
    for (const [name, sum] of Object.entries(golden.parameter_sums_f64)) {
      const { shape, values } = await file.read(name);
      assert.deepEqual(shape, golden.parameter_shapes[name]);
      const found = Array.from(values as Float32Array).reduce((a, b) => a + b, 0);
      assert.ok(Math.abs(found - sum) < 1e-9, `${name}: ${found} for ${sum}`);
    }
    await file.close();
  });

  const refused: [string, Buffer, RegExp][] = [
    ["an empty file", Buffer.alloc(0), /has 0 bytes/],
    ["a file shorter than the length", Buffer.from("abc"), /has 3 bytes/],
    ["a header over 100,000,000 bytes", fileOf("{}", 0, 100_000_001), /more than 100000000/],
    ["a length near 2^64", fileOf("{}", 0, 2n ** 64n - 1n), /more than 100000000/],
    ["a header longer than the file", fileOf("{}", 0, 99_999_999), /only 2 follow: it was cut off/],
    ["a header that isn't JSON", fileOf("{a:1}", 0), /key in quotes/],
    ["a header that isn't UTF-8", fileOf(Buffer.from([0x7b, 0xff, 0x7d]), 0), /isn't UTF-8/],
    ["an array for a header", fileOf("[]", 0), /must be an object/],
    ["text after the header", fileOf(`{${ONE}}x`, 4), /text after/],
    ["data cut off", fileOf(`{${ONE}}`, 3), /need 4 bytes, but 3 are there: it was cut off/],
    ["bytes after the data", fileOf(`{${ONE}}`, 5), /something follows/],
    [
      "a hole",
      fileOf(`{${ONE},"b":{"dtype":"U8","shape":[1],"data_offsets":[5,6]}}`, 6),
      /"b" lies from byte 5 to 6, but must begin at 4/,
    ],
    [
      "an overlap",
      fileOf(`{${ONE},"b":{"dtype":"U8","shape":[2],"data_offsets":[3,5]}}`, 5),
      /"b" lies from byte 3/,
    ],
    [
      "an end before its begin",
      fileOf(
        '{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,-1]}}',
        0,
      ),
      /whole number below 2\^64, got -1/,
    ],
    [
      "a product beyond 64 bits that wraps to 0",
      fileOf('{"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}', 0),
      /more elements than 64 bits/,
    ],
    [
      "an axis beyond safe integers",
      fileOf('{"a":{"dtype":"U8","shape":[0,9007199254740992],"data_offsets":[0,0]}}', 0),
      /beyond 2\^53 - 1/,
    ],
    [
      "a shape that needs more than is there",
      fileOf('{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}', 4),
      /F32 \[2\], needs 8 bytes, but has 4/,
    ],
    ["an unknown dtype", fileOf(`{${ONE.replace("F32", "F33")}}`, 4), /unknown dtype "F33"/],
    [
      "a dtype that is a property of objects",
      fileOf(`{${ONE.replace("F32", "constructor")}}`, 4),
      /unknown dtype/,
    ],
    [
      "half a byte",
      fileOf('{"a":{"dtype":"F4","shape":[1],"data_offsets":[0,0]}}', 0),
      /whole bytes/,
    ],
    ["a name that comes twice", fileOf(`{${ONE},${ONE}}`, 4), /the name "a" comes twice/],
    [
      "a field that comes twice",
      fileOf(`{${ONE.replace("}", ',"shape":[1]}')}}`, 4),
      /shape of tensor "a" comes twice/,
    ],
    [
      "a missing field",
      fileOf('{"a":{"dtype":"F32","shape":[1]}}', 4),
      /must have dtype, shape and/,
    ],
    ["1.0 for 1", fileOf(`{${ONE.replace("[1]", "[1.0]")}}`, 4), /got 1\.0/],
    ["metadata that isn't text", fileOf(`{"__metadata__":{"n":1},${ONE}}`, 4), /must be a string/],
    [
      "brackets a stack couldn't hold",
      fileOf(`{"a":{"x":${"[".repeat(200_000)}`, 0),
      /127 brackets/,
    ],
  ];
  for (const [what, bytes, message] of refused) {
    it(`refuses ${what}`, async () => {
      const file = path.join(FOLDER, "bad.safetensors");
      fs.writeFileSync(file, bytes);
      await assert.rejects(openSafetensors(file), (error: Error) => {
        assert.ok(error instanceof RangeError, String(error));
        assert.match(error.message, /^openSafetensors: .*bad\.safetensors isn't a sound/);
        assert.match(error.message, message);
        return true;
      });
      assert.ok(!isOpen(file), "the file stays open");
    });
  }

  it("takes no memory for what a header only claims", async () => {
    const file = path.join(FOLDER, "claims.safetensors");
    fs.writeFileSync(file, fileOf("{}", 0, 99_999_999));
    const before = process.memoryUsage().arrayBuffers;
    await assert.rejects(openSafetensors(file));
    assert.ok(process.memoryUsage().arrayBuffers - before < 1_000_000);
  });

  it("refuses pickles, saying why", async () => {
    for (const [name, begin] of [
      ["pytorch_model.bin", "PK\x03\x04"],
      ["old.pt", "\x80\x02}q\x00X"],
    ] as const) {
      const file = path.join(FOLDER, name);
      fs.writeFileSync(file, Buffer.from(begin.padEnd(64, "x"), "latin1"));
      await assert.rejects(
        openSafetensors(file),
        /pickle file .* can run any program hidden in it/,
      );
    }
  });

  it("takes any name for a name: __proto__ adds a tensor and changes no object", async () => {
    const file = path.join(FOLDER, "proto.safetensors");
    fs.writeFileSync(file, fileOf(`{${ONE.replace('"a"', '"__proto__"')}}`, 4));
    const opened = await openSafetensors(file);
    assert.deepEqual([...opened.tensors.keys()], ["__proto__"]);
    assert.deepEqual(await opened.read("__proto__").then(({ values }) => [...values]), [0]);
    await assert.rejects(opened.read("constructor"), /has no tensor constructor/);
    await opened.close();
  });

  it("judges thousands of damaged files without a fault, and keeps the promises of sound ones", () => {
    let sound = 0;
    let judged = 0;
    for (const bytes of mutatedFiles(3)) {
      const verdict = judge(bytes);
      if (!(verdict instanceof HeaderError)) {
        assert.equal(brokenPromise(verdict, bytes), undefined);
        sound++;
      }
      if (++judged === 4000) break;
    }
    assert.ok(sound > 50 && sound < 2000, `${sound} were sound: the mutations test nothing`);
  });
});

describe("writeSafetensors", () => {
  const f32 = (...values: number[]): SafetensorsTensor => ({
    ...{ dtype: "F32", shape: [values.length], values: Float32Array.from(values) },
  });

  it("writes what openSafetensors reads, for each type", async () => {
    const tensors = new Map<string, SafetensorsTensor>([
      ["f32", { dtype: "F32", shape: [2, 1], values: Float32Array.of(1.5, -0) }],
      ["f64", { dtype: "F64", shape: [1], values: Float64Array.of(Math.PI) }],
      ["f16", { dtype: "F16", shape: [2], values: Float32Array.of(0.5, -65504) }],
      ["bf16", { dtype: "BF16", shape: [1], values: Float32Array.of(3e38) }],
      ["i64", { dtype: "I64", shape: [1], values: BigInt64Array.of(-(2n ** 63n)) }],
      ["u64", { dtype: "U64", shape: [1], values: BigUint64Array.of(2n ** 64n - 1n) }],
      ["i32", { dtype: "I32", shape: [1], values: Int32Array.of(-7) }],
      ["u32", { dtype: "U32", shape: [1], values: Uint32Array.of(2 ** 32 - 1) }],
      ["i16", { dtype: "I16", shape: [1], values: Int16Array.of(-300) }],
      ["u16", { dtype: "U16", shape: [1], values: Uint16Array.of(60000) }],
      ["i8", { dtype: "I8", shape: [1], values: Int8Array.of(-128) }],
      ["u8", { dtype: "U8", shape: [3], values: Uint8Array.of(1, 2, 255) }],
      ["bool", { dtype: "BOOL", shape: [], values: Uint8Array.of(1) }],
      ["__proto__", f32(4)],
      ["empty", { dtype: "F32", shape: [0, 3], values: new Float32Array(0) }],
    ]);
    const file = path.join(FOLDER, "types.safetensors");
    await writeSafetensors(file, tensors, { metadata: { format: "pt", "": "ü" } });
    const opened = await openSafetensors(file);
    assert.equal(opened.tensors.size, tensors.size);
    assert.equal(opened.metadata.get(""), "ü");
    for (const [name, { dtype, shape, values }] of tensors) {
      const found = await opened.read(name);
      assert.deepEqual(
        { ...found, values: [...found.values] },
        {
          dtype,
          shape,
          values: name === "bf16" ? [...fromBfloat(toBfloat(values as Float32Array))] : [...values],
        },
      );
      assert.equal((opened.tensors.get(name)!.begin % values.BYTES_PER_ELEMENT) % 2, 0);
    }
    await opened.close();
  });

  it("gives equal files for equal tensors, whatever their order, and data that begin aligned", async () => {
    const [first, second] = ["1", "2"].map((n) => path.join(FOLDER, `order-${n}.safetensors`));
    const byte: SafetensorsTensor = { dtype: "U8", shape: [1], values: Uint8Array.of(9) };
    await writeSafetensors(first!, { a: byte, b: f32(1), c: f32(2) });
    await writeSafetensors(second!, { c: f32(2), b: f32(1), a: byte });
    assert.deepEqual(fs.readFileSync(first!), fs.readFileSync(second!));
    assert.equal(Number(fs.readFileSync(first!).readBigUInt64LE()) % 8, 0);
    assert.deepEqual([...(await contents(first!)).keys()], ["b", "c", "a"]);
  });

  it("leaves the old file and no other when it fails", async () => {
    const file = path.join(FOLDER, "kept", "w.safetensors");
    fs.mkdirSync(path.dirname(file));
    await writeSafetensors(file, { w: f32(1) });
    const before = fs.readFileSync(file);
    // Its numbers are there for the check and gone when they are to be written.
    let reads = 0;
    const broken: SafetensorsTensor = {
      ...{ dtype: "F32", shape: [1] },
      get values() {
        return reads++ < 1 ? Float32Array.of(2) : failing();
      },
    };
    await assert.rejects(writeSafetensors(file, { w: broken }));
    assert.deepEqual(fs.readFileSync(file), before);
    // A folder of that name can't be replaced by a file: the rename fails, after all was written.
    fs.mkdirSync(path.join(FOLDER, "kept", "folder", "x"), { recursive: true });
    await assert.rejects(writeSafetensors(path.join(FOLDER, "kept", "folder"), { w: f32(1) }));
    assert.deepEqual(fs.readdirSync(path.dirname(file)).sort(), ["folder", "w.safetensors"]);
  });

  it("leaves a whole file when killed at any instant", async () => {
    const file = path.join(FOLDER, "killed.safetensors");
    const rng = createRng(9);
    for (let i = 0; i < 4; i++) {
      // Files of 8 MB, one after the other, filled with 1, 2, 3, …
      const child = spawn(process.execPath, ["--import", "tsx", "-e", WRITE_FOR_EVER, file], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      await once(child.stdout, "data"); // the first file is written
      await setTimeout(rng.integer(60));
      child.kill("SIGKILL");
      await once(child, "close");
      const opened = await openSafetensors(file);
      const { values } = await opened.read("w");
      await opened.close();
      assert.equal(values.length, 2_000_000);
      assert.ok(
        values[0]! >= 1 && values.every((value) => value === values[0]),
        "two files in one",
      );
    }
  });

  it("refuses what can't be written, before it touches the disk", async () => {
    const file = path.join(FOLDER, "never.safetensors");
    const wrong: [Record<string, unknown>, RegExp][] = [
      [{ w: { ...f32(1), shape: [2] } }, /shape \[2\] can't have 1 numbers/],
      [{ w: { ...f32(1), shape: [-1, -1] } }, /shape \[-1,-1\]/],
      [{ w: { ...f32(1), dtype: "F64" } }, /w of type F64 can't be written from/],
      [{ w: { ...f32(1), dtype: "F4" } }, /w of type F4/],
      [{ __metadata__: f32(1) }, /can't be called "__metadata__"/],
    ];
    for (const [tensors, message] of wrong) {
      await assert.rejects(
        writeSafetensors(file, tensors as Record<string, SafetensorsTensor>),
        message,
      );
    }
    assert.ok(!fs.existsSync(file));
  });
});

describe("half precision", () => {
  const every = Uint16Array.from({ length: 65536 }, (_, i) => i);

  it("every F16 and BF16 number comes back as it went, but that NaNs become one NaN", () => {
    for (const [there, back] of [
      [fromHalf, toHalf],
      [fromBfloat, toBfloat],
    ] as const) {
      const floats = there(every);
      const bits = back(floats);
      every.forEach((value, i) => {
        if (Number.isNaN(floats[i])) assert.ok(Number.isNaN(there(bits.subarray(i, i + 1))[0]));
        else assert.equal(bits[i], value);
      });
    }
  });

  it("equals values worked out by hand", () => {
    // 0x3c00: exponent 15 - 15 = 0, fraction 0, so 1. 0x0001: 2^-24. 0x7bff: (2 - 2^-10)·2^15.
    const bits = Uint16Array.of(0x3c00, 0x0001, 0x7bff, 0xc000, 0x7c00);
    assert.deepEqual([...fromHalf(bits)], [1, 2 ** -24, 65504, -2, Infinity]);
    assert.deepEqual([...fromBfloat(Uint16Array.of(0x3f80, 0xc049))], [1, -3.140625]);
  });

  it("rounds to the nearest, ties to even", () => {
    // Between 1 and 1 + 2^-10 lies 1 + 2^-11: to the even one, 1. A little above it: up.
    const values = Float32Array.of(1 + 2 ** -11, 1 + 2 ** -11 + 2 ** -20, 1 + 3 * 2 ** -11);
    assert.deepEqual([...toHalf(values)], [0x3c00, 0x3c01, 0x3c02]);
    assert.deepEqual(
      [...toHalf(Float32Array.of(65519.99, 65520, 2 ** -25, 2 ** -25 * 1.01))],
      [0x7bff, 0x7c00, 0, 1],
    );
    assert.deepEqual(
      [...toBfloat(Float32Array.of(1 + 2 ** -8, 1 + 3 * 2 ** -8))],
      [0x3f80, 0x3f82],
    );
  });
});

const WRITE_FOR_EVER = `
  const { writeSafetensors } = require("./src/core/safetensors-write");
  (async () => {
    for (let i = 1; ; i++) {
      const values = new Float32Array(2_000_000).fill(i);
      await writeSafetensors(process.argv[1], { w: { dtype: "F32", shape: [2_000_000], values } });
      if (i === 1) console.log("written");
    }
  })();
`;

async function contents(file: string) {
  const opened = await openSafetensors(file);
  await opened.close();
  return opened.tensors;
}

function isOpen(file: string): boolean {
  if (!fs.existsSync("/proc/self/fd")) return false;
  return fs.readdirSync("/proc/self/fd").some((handle) => {
    try {
      return fs.readlinkSync(`/proc/self/fd/${handle}`) === file;
    } catch {
      return false; // closed since the folder was listed
    }
  });
}

function failing(): never {
  throw new Error("no values");
}
