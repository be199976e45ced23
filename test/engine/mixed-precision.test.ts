import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { toHalf } from "../../src/core/safetensors-dtypes";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { gelu, layerNorm } from "../../src/engine/hand-gradients";
import { startLab } from "../../src/engine/lab";
import { labCode, reasonToSkipWebGpu, runChild, softwareGpu } from "../support/child";

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

function toFloat16(value: number): number {
  return toHalf(Float32Array.of(value))[0]!;
}

/** The number that 16 bits stand for: sign, 5 bits of exponent, 10 of fraction. */
function fromFloat16(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const [exponent, fraction] = [(half >> 10) & 31, half & 1023];
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

describe("float16 of a number", () => {
  it("gives the published bits", () => {
    const known: [number, number][] = [
      [0, 0],
      [-0, 0x8000],
      [1, 0x3c00],
      [-2, 0xc000],
      [1 / 3, 0x3555],
      [65504, 0x7bff],
      [65519, 0x7bff],
      [65520, 0x7c00], // halfway to 65536: the even one is infinity
      [-1e9, 0xfc00],
      [2 ** -14, 0x0400],
      [2 ** -24, 0x0001],
      [2 ** -25, 0], // halfway to 2^-24: the even one is 0
      [1.0001 * 2 ** -25, 1],
      [1 + 2 ** -11, 0x3c00],
      [1 + 3 * 2 ** -11, 0x3c02],
      [Infinity, 0x7c00],
      [NaN, 0x7e00],
    ];
    for (const [value, half] of known) assert.equal(toFloat16(value), half, String(value));
  });

  it("gives back every number that float16 has, and else a neighbour no farther than any", () => {
    for (let half = 0; half < 0x7c00; half++) assert.equal(toFloat16(fromFloat16(half)), half);
    const rng = createRng(4);
    for (let i = 0; i < 20_000; i++) {
      const value = Math.fround(rng.normal() * 2 ** (rng.integer(40) - 26));
      const half = toFloat16(Math.abs(value));
      const off = Math.abs(fromFloat16(half) - Math.abs(value));
      for (const near of [half - 1, half + 1]) {
        if (near < 0 || near > 0x7bff) continue;
        assert.ok(off <= Math.abs(fromFloat16(near) - Math.abs(value)), String(value));
      }
    }
  });
});

describe("compile with precision mixed", () => {
  const rng = createRng(8);
  const random = (...shape: number[]) =>
    tf.tensor(
      Float32Array.from({ length: shape.reduce((n, size) => n * size, 1) }, () => rng.normal()),
      shape,
    );

  it("rounds the factors of a product to float16, and nothing else", async () => {
    const inputs = { x: { dtype: "float32", shape: ["B", 2] } } as const;
    const w = tf.tensor2d([1, 0, 0, 1], [2, 2]);
    const fn = ({ x }: { x: tf.Tensor }) => ({
      outputs: { product: tf.matMul(x as tf.Tensor2D, w), sum: tf.add(x, 1 / 3) },
    });
    const step = await compile(fn, { inputs, constants: { w }, precision: "mixed", threads: 1 });
    const third = 1 / 3;
    const { product, sum } = await step.run({
      x: { data: Float32Array.of(third, 3), shape: [1, 2] },
    });
    assert.deepEqual([...product!.data], [fromFloat16(toFloat16(third)), 3]);
    assert.equal(sum!.data[0], Math.fround(Math.fround(third) + Math.fround(third)));
    await step.dispose();
  });

  it("converts what a product gives only where float32 is wanted", async () => {
    const inputs = { x: { dtype: "float32", shape: ["B", 4] } } as const;
    const w = random(4, 4);
    const fn = ({ x }: { x: tf.Tensor }) => {
      const first = tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D);
      const turned = tf.transpose(tf.reshape(first, [-1, 2, 2]), [0, 2, 1]);
      return { outputs: { y: tf.softmax(tf.matMul(turned, turned)) } };
    };
    const step = await compile(fn, { inputs, constants: { w }, precision: "mixed" });
    // On a CPU a Concat keeps each rounding from being optimized away.
    const steps = step.operations.filter((op) => !["Shape", "Concat"].includes(op));
    const moves = ["Cast", "MatMul", "Reshape", "Transpose", "MatMul", "Cast", "Softmax"];
    assert.deepEqual(steps, moves);
    await step.dispose();
  });

  it("stays near float32 in a step of a transformer layer, gradients too", async () => {
    const [batch, length, width] = [4, 6, 32];
    const weights = [random(width, 3 * width), random(width, width), random(width, width)];
    const scaled = weights.map((w) => tf.mul(w, 1 / Math.sqrt(width)));
    const layer = (x: tf.Tensor, [inner, out, feed]: tf.Tensor[]) => {
      const rows = tf.reshape(x, [-1, width]) as tf.Tensor2D;
      const [q, k, v] = tf
        .split(tf.matMul(rows, inner as tf.Tensor2D), 3, 1)
        .map((part) => tf.transpose(tf.reshape(part, [batch, length, 4, width / 4]), [0, 2, 1, 3]));
      const scores = tf.mul(tf.matMul(q!, k!, false, true), 1 / Math.sqrt(width / 4));
      const mixed = tf.transpose(tf.matMul(tf.softmax(scores), v!), [0, 2, 1, 3]);
      const attended = tf.matMul(tf.reshape(mixed, [-1, width]) as tf.Tensor2D, out as tf.Tensor2D);
      const normal = layerNorm(tf.add(attended, rows), tf.ones([width]), tf.zeros([width]));
      return gelu(tf.matMul(normal as tf.Tensor2D, feed as tf.Tensor2D));
    };
    const step = ({ x }: { x: tf.Tensor }, state: Record<string, tf.Tensor>) => {
      const loss = (...w: tf.Tensor[]) => tf.mean(tf.square(layer(x, w))) as tf.Scalar;
      const { value, grads } = tf.valueAndGrads(loss)(Object.values(state));
      return { outputs: { value, g0: grads[0]!, g1: grads[1]!, g2: grads[2]! } };
    };
    const options = {
      inputs: { x: { dtype: "float32", shape: [batch, length, width] } } as const,
      state: { w0: scaled[0]!, w1: scaled[1]!, w2: scaled[2]! },
      threads: 1,
    };
    const x = random(batch, length, width);
    const exact = await compile(step, options);
    const mixed = await compile(step, { ...options, precision: "mixed" });
    const [expected, got] = [await exact.run({ x }), await mixed.run({ x })];
    for (const [name, { data }] of Object.entries(expected)) {
      const values = [...data];
      const largest = Math.max(...values.map(Math.abs));
      const worst = Math.max(
        ...values.map((value, i) => Math.abs(value - got[name]!.data[i]!) / largest),
      );
      // float16 rounds by up to 2^-12 = 2.4e-4 of a number, a few times on the way.
      assert.ok(worst > 1e-6 && worst < 3e-3, `${name}: off by ${worst} of its largest`);
    }
    await exact.dispose();
    await mixed.dispose();
  });

  it("refuses a GPU without float16, and other words", async (t) => {
    const fn = () => ({ outputs: { y: tf.zeros([1]) } });
    await assert.rejects(
      compile(fn, { inputs: {}, precision: "float16" as never }),
      /compile: precision must be float32, mixed, got "float16"/,
    );
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    const { stdout } = await runChild(
      labCode(`
        const { compile } = require("./src/engine/compile");
        const fn = ({ x }) => ({ outputs: { y: tf.matMul(x, x) } });
        const options = { inputs: { x: { dtype: "float32", shape: [2, 2] } }, device: "webgpu" };
        await compile(fn, { ...options, precision: "mixed" })
          .then(() => console.log("compiled"), (error) => console.log(error.message));
        process.exit();`),
      { environment: softwareGpu()! },
    );
    // A software GPU that has float16 may come: then it must compile.
    assert.match(stdout, /^compile: swiftshader.* has no float16.*use "float32"\n$|^compiled\n$/i);
  });
});
