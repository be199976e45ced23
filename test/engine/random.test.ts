import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import * as ort from "onnxruntime-node";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { exportOnnx } from "../../src/engine/export-onnx";
import { startLab } from "../../src/engine/lab";
import { load } from "../../src/engine/load";
import { RandomKey, statelessUniform } from "../../src/engine/random";
import { reasonToSkipWebGpu, runChild, softwareGpu } from "../support/child";
import { randomRun, type RandomRun } from "./random-run";

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

function draw(shape: number[], words: number[], salt = 0): Float32Array {
  return tf.tidy(() => {
    const key = tf.tensor1d(words, "int32");
    return statelessUniform(shape, key, salt).dataSync().slice() as Float32Array;
  });
}

describe("statelessUniform", () => {
  it("gives the numbers of its formula, computed here in whole numbers without limit", () => {
    const wrap = (x: bigint) => BigInt.asIntN(32, x);
    const permute = (x: bigint) => wrap(x * (2n * x + 1n));
    const fold = (x: bigint) => wrap(x + x / 65536n); // a bigint divides towards 0
    const mix = (x: bigint) => permute(fold(permute(fold(permute(wrap(x * 0x7feb352dn))))));
    const [seed, step, salt] = [42n, 3n, 5n];
    const [base, stride] = [
      [0x3c6ef372n, 0x2c1b3c6dn, 0x165667b1n],
      [-0x61c88647n, 0x297a2d39n, 0x27d4eb2fn],
    ].map(([start, word, last]) =>
      mix(mix(mix(start! + seed * word!) + step * word!) + salt * last!),
    );
    const at = (place: bigint) => mix(place * (2n * stride! + 1n) + base!);
    const [rows, columns] = [3n, 4n];
    const expected: number[] = [];
    for (let i = 0n; i < rows; i++) {
      for (let j = 0n; j < columns; j++) {
        const hash = wrap(at(i) * (2n * at(j - 2n * columns) + 1n) + at(j - columns));
        expected.push(Number(hash / 256n) / 2 ** 24 + 0.5);
      }
    }
    assert.deepEqual([...draw([3, 4], [42, 3], 5)], expected);
  });

  it("gives the same numbers for the same key, and others for another seed, step or salt", () => {
    const first = [...draw([50], [1, 2], 3)];
    assert.deepEqual([...draw([50], [1, 2], 3)], first);
    for (const other of [draw([50], [2, 2], 3), draw([50], [1, 3], 3), draw([50], [1, 2], 4)]) {
      assert.equal(first.filter((value, i) => value === other[i]).length, 0);
    }
    // Their order counts too, and a key of one number is a key.
    assert.notDeepEqual([...draw([50], [2, 1], 3)], first);
    assert.notDeepEqual([...draw([50], [1], 3)], first);
  });

  it("says what it got when the key, the salt or the shape is wrong", () => {
    const key = tf.tensor1d([1, 2], "int32");
    const bad = (shape: unknown, k: unknown, salt: unknown) => () =>
      statelessUniform(shape as number[], k as tf.Tensor1D, salt as number);
    assert.throws(bad([2], 7, 0), /statelessUniform: key must be a tensor of whole numbers, got 7/);
    assert.throws(bad([2], tf.tensor1d([1.5]), 0), /key must be int32 .*, got float32 \[1\]/);
    assert.throws(bad([2], tf.tensor1d([], "int32"), 0), /at least one number, got int32 \[0\]/);
    assert.throws(bad([2], tf.scalar(1, "int32"), 0), /key must have 1 axis, got shape \[\]/);
    assert.throws(bad([2], key, 0.5), /salt must be a whole number .*, got 0.5/);
    assert.throws(bad([2, -1], key, 0), /axis 1 of shape must be a whole number .*, got -1/);
  });
});

describe("RandomKey", () => {
  it("gives each call another salt, in the order of the calls", () => {
    tf.tidy(() => {
      const key = tf.tensor1d([9, 9], "int32");
      const random = new RandomKey(key);
      const calls = [0, 1, 2].map(() => [...random.uniform([20]).dataSync()]);
      calls.forEach((numbers, salt) => assert.deepEqual(numbers, [...draw([20], [9, 9], salt)]));
    });
  });
  it("refuses what is no key", () => {
    assert.throws(() => new RandomKey(3 as never), /RandomKey: key must be a tensor .* got 3/);
  });
});

// Limits of these tests: five standard deviations, or the chi-square of that rarity.
describe("the numbers of statelessUniform", () => {
  const ROWS = 1024;
  const COLUMNS = 256;
  const keys = [
    [0, 0],
    [0, 1],
    [1, 0],
    [123456789, -5],
  ];
  const samples = () => keys.map((key) => draw([ROWS, COLUMNS], key));

  it("lie in [0, 1), with mean 1/2 and variance 1/12", () => {
    for (const values of samples()) {
      let sum = 0;
      let squares = 0;
      for (const value of values) {
        assert.ok(value >= 0 && value < 1);
        sum += value - 0.5;
        squares += (value - 0.5) ** 2;
      }
      const n = values.length;
      assert.ok(Math.abs(sum / n) < 5 * Math.sqrt(1 / 12 / n), `mean off by ${sum / n}`);
      const off = squares / n - 1 / 12; // the variance of (u - 1/2)² is 1/180
      assert.ok(Math.abs(off) < 5 * Math.sqrt(1 / 180 / n), `variance off by ${off}`);
    }
  });

  it("fill all 256 values of each of their three bytes equally, together and by row", () => {
    for (const values of samples()) {
      for (const byte of [0, 8, 16]) {
        checkCounts(values, (value) => (value * 2 ** 24) >>> byte, `byte at ${byte}`);
        // Every 16th number: the same columns in all rows.
        checkCounts(
          values.filter((_, i) => i % 16 === 3),
          (value) => (value * 2 ** 24) >>> byte,
          `byte at ${byte} of some columns`,
        );
      }
    }
  });

  it("don't follow their neighbours in a row, in a column, in step, seed and salt", () => {
    const base = draw([ROWS, COLUMNS], [5, 100], 3);
    for (const lag of [1, 2, 3, 16, COLUMNS - 1, COLUMNS, COLUMNS + 1, 2 * COLUMNS, 16 * COLUMNS]) {
      checkIndependent(base.subarray(lag), base, `neighbours ${lag} apart`);
    }
    checkIndependent(draw([ROWS, COLUMNS], [5, 101], 3), base, "steps");
    checkIndependent(draw([ROWS, COLUMNS], [6, 100], 3), base, "seeds");
    checkIndependent(draw([ROWS, COLUMNS], [5, 100], 4), base, "salts");
    checkIndependent(draw([COLUMNS, ROWS], [5, 100], 3), base, "another shape");
  });

  it("differ as the first number of many steps and salts, too", () => {
    const firsts = Float32Array.from({ length: 4096 }, (_, step) => draw([1], [3, step])[0]!);
    checkIndependent(firsts.subarray(1), firsts.subarray(0, -1), "first numbers of steps");
    checkCounts(firsts, (value) => value * 256, "first numbers of steps");
    const salted = Float32Array.from({ length: 4096 }, (_, salt) => draw([1], [3, 0], salt)[0]!);
    checkIndependent(salted.subarray(1), salted.subarray(0, -1), "first numbers of salts");
    checkCounts(salted, (value) => value * 256, "first numbers of salts");
  });

  it("drop whole pairs of rows and of columns as often as chance does", () => {
    // Of a mask at rate 0.1, two rows agree in 0.82 of their places (0.9² + 0.1²); a pair of rows
    // that had the same or a mirrored mask would stand out at once.
    const values = draw([64, 4096], [8, 8]);
    for (let a = 0; a < 64; a++) {
      for (let b = 0; b < a; b++) {
        let agree = 0;
        for (let j = 0; j < 4096; j++) {
          if (values[a * 4096 + j]! < 0.1 === values[b * 4096 + j]! < 0.1) agree++;
        }
        // standard deviation √(0.82·0.18/4096) = 0.006
        assert.ok(Math.abs(agree / 4096 - 0.82) < 0.033, `rows ${a}, ${b}: ${agree / 4096}`);
      }
    }
  });
});

/** Chi-square over the 256 values of a byte: mean 255, standard deviation √510 = 22.6. */
function checkCounts(values: Float32Array, toByte: (value: number) => number, label: string) {
  const counts = new Float64Array(256);
  for (const value of values) counts[Math.floor(toByte(value)) & 255]!++;
  const expected = values.length / 256;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  assert.ok(chiSquare > 255 - 5 * 22.6 && chiSquare < 255 + 6 * 22.6, `${label}: ${chiSquare}`);
}

/** The correlation of two lists is 0, and their pairs fill a grid of 16 times 16 equally. */
function checkIndependent(a: Float32Array, b: Float32Array, label: string) {
  const n = Math.min(a.length, b.length);
  let sum = 0;
  const pairs = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    sum += (a[i]! - 0.5) * (b[i]! - 0.5);
    pairs[i] = 16 * Math.floor(16 * a[i]!) + Math.floor(16 * b[i]!);
  }
  const correlation = (12 * sum) / n;
  assert.ok(Math.abs(correlation) < 5 / Math.sqrt(n), `${label}: correlation ${correlation}`);
  checkCounts(pairs, (pair) => pair, `${label}, pairs`);
}

describe("statelessUniform on every device", () => {
  let reference: RandomRun;
  before(async () => {
    reference = await randomRun("cpu", "cpu");
  });

  it("gives the same numbers compiled as eagerly, and leaves no tensor behind", () => {
    assert.deepEqual(reference.compiled, reference.eager);
    assert.equal(reference.eager[4]!.length, 5 * 3 * 3 * 3);
    assert.equal(reference.tensorsLeft, 0);
  });

  it("may be drawn in two shapes that are equal at some size of an axis", async () => {
    const draw = (key: tf.Tensor, rows: readonly number[]) => {
      const random = new RandomKey(key as tf.Tensor1D);
      return rows.map((count) => random.uniform([count, 3]));
    };
    const fixed = [2, 3, 5, 7, 11, 13, 17, 19, 23]; // the traces take B from such numbers
    const step = await compile(
      ({ key, x }) => {
        const drawn = draw(key, [x.shape[0]!, ...fixed]);
        return { outputs: Object.fromEntries(drawn.map((u, i) => [`u${i}`, u])) };
      },
      {
        inputs: {
          key: { dtype: "int32", shape: [2] },
          x: { dtype: "float32", shape: ["B"] },
        },
      },
    );
    const key = tf.tensor1d([3, 1], "int32");
    const made = await step.run({ key, x: { data: new Float32Array(11), shape: [11] } });
    draw(key, [11, ...fixed]).forEach((expected, i) => {
      assert.deepEqual([...made[`u${i}`]!.data], [...expected.dataSync()]);
    });
    await step.dispose();
  });

  it("gives the same numbers on wasm", async () => check(await run("wasm", "cpu")));

  it("gives the same numbers on webgpu, eagerly and compiled", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    check(await run("webgpu", "webgpu"));
  });

  it("gives the same numbers in an exported file, in Node and in the browser's runtime", async () => {
    const bytes = await exportOnnx(
      ({ key, like }) => ({ u: new RandomKey(key as tf.Tensor1D).uniform(like!.shape) }),
      { key: { dtype: "int32", shape: [2] }, like: { dtype: "float32", shape: ["R", "C"] } },
    );
    const web = load<typeof ort>("onnxruntime-web");
    web.env.wasm.numThreads = 1;
    for (const runtime of [ort, web]) {
      const session = await runtime.InferenceSession.create(bytes);
      const { u } = await session.run({
        key: new runtime.Tensor("int32", Int32Array.of(5, -6), [2]),
        like: new runtime.Tensor("float32", new Float32Array(12), [3, 4]),
      });
      assert.deepEqual([...(u!.data as Float32Array)], [...draw([3, 4], [5, -6])]);
      await session.release();
    }
  });

  async function run(backend: string, device: string): Promise<RandomRun> {
    const program = join(__dirname, "random-run.ts");
    const { code, stdout, stderr } = await runChild([program, backend, device], {
      environment: softwareGpu() ?? {},
    });
    assert.equal(code, 0, stderr.slice(0, 2000));
    return JSON.parse(stdout) as RandomRun;
  }

  function check(found: RandomRun): void {
    assert.deepEqual(found.eager, reference.eager);
    assert.deepEqual(found.compiled, reference.eager);
    assert.equal(found.tensorsLeft, 0);
  }
});
