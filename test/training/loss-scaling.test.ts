import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { keepIfFinite, lossScaling } from "../../src/training/loss-scaling";

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

const number = (tensor: tf.Tensor | undefined) => tensor!.dataSync()[0]!;

describe("lossScaling", () => {
  it("gives the loss and the gradients themselves, by hand: of 3w² at 2 they are 12 and 12", () => {
    tf.tidy(() => {
      const scaling = lossScaling();
      const loss = (w: tf.Tensor) => tf.sum(tf.mul(3, tf.square(w))) as tf.Scalar;
      const state = scaling.initialState();
      const found = scaling.valueAndGrads(loss, [tf.tensor1d([2])], state);
      assert.equal(number(found.value), 12);
      assert.equal(number(found.grads[0]), 12);
      assert.equal(number(found.isFinite), 1);
      assert.equal(number(found.state["lossScale"]), 2 ** 15);
      assert.equal(number(found.state["goodSteps"]), 1);
    });
  });

  it("halves the scale when a gradient isn't finite, and doubles it after enough good steps", () => {
    tf.tidy(() => {
      const scaling = lossScaling({ initialScale: 8, growthSteps: 3, maxScale: 16 });
      // d ln w = 1/w: infinite at 0
      const loss = (w: tf.Tensor) => tf.sum(tf.log(w)) as tf.Scalar;
      let state = scaling.initialState();
      const scales: number[] = [];
      for (const w of [0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1]) {
        state = scaling.valueAndGrads(loss, [tf.tensor1d([w])], state).state;
        scales.push(number(state["lossScale"]));
      }
      assert.deepEqual(scales, [4, 4, 4, 8, 8, 8, 16, 16, 16, 16, 8, 8]);
    });
  });

  it("keeps the tensors from before a step that isn't finite", () => {
    tf.tidy(() => {
      const [next, before] = [{ w: tf.tensor1d([NaN, 2]) }, { w: tf.tensor1d([1, 1]) }];
      const kept = keepIfFinite(tf.scalar(0, "bool"), next, before);
      assert.deepEqual([...kept["w"]!.dataSync()], [1, 1]);
      const moved = keepIfFinite(tf.scalar(1, "bool"), { w: tf.tensor1d([5, 2]) }, before);
      assert.deepEqual([...moved["w"]!.dataSync()], [5, 2]);
    });
  });

  it("says what it got when options or state are wrong", () => {
    assert.throws(() => lossScaling({ initialScale: 0 }), /initialScale must be above 0, got 0/);
    assert.throws(() => lossScaling({ growthSteps: 0.5 }), /growthSteps must be .*got 0.5/);
    const find = () => lossScaling().valueAndGrads((w) => tf.sum(w), [tf.zeros([1])], {});
    assert.throws(find, /the state lacks lossScale or goodSteps/);
    assert.throws(() => keepIfFinite(tf.scalar(1), { w: tf.scalar(1) }, {}), /before lacks w/);
  });
});

describe("a compiled step in mixed precision with loss scaling", () => {
  /** Fits y = x·w; the gradient of w is a product in float16. */
  const start = (initialScale: number) => {
    const scaling = lossScaling({ initialScale, growthSteps: 100 });
    return compile(
      ({ x, y }, { w, ...scale }: Record<string, tf.Tensor>) => {
        const loss = (v: tf.Tensor) =>
          tf.mean(
            tf.squaredDifference(tf.matMul(x as tf.Tensor2D, v as tf.Tensor2D), y),
          ) as tf.Scalar;
        const found = scaling.valueAndGrads(loss, [w!], scale);
        const next = { w: tf.sub(w!, tf.mul(found.grads[0]!, 0.1)) };
        return {
          outputs: { loss: found.value, isFinite: found.isFinite, gradient: found.grads[0]! },
          state: { ...keepIfFinite(found.isFinite, next, { w: w! }), ...found.state },
        };
      },
      {
        inputs: {
          x: { dtype: "float32", shape: ["B", 2] },
          y: { dtype: "float32", shape: ["B", 1] },
        },
        state: { w: tf.zeros([2, 1]), ...scaling.initialState() },
        ...{ precision: "mixed", threads: 1 },
      },
    );
  };
  const feeds = (size: number) => ({
    x: { data: Float32Array.of(1, 0, 0, 1, 1, 1), shape: [3, 2] },
    y: { data: Float32Array.of(size, -size, 0), shape: [3, 1] },
  });

  it("skips a step that overflows and halves the scale, until the step fits", async () => {
    // 2/3·1·s·1 for s = 2^18 is 174,763: above float16's 65,504; s = 2^16 fits, 2^17 does not.
    const step = await start(2 ** 18);
    for (const scale of [2 ** 18, 2 ** 17]) {
      const before = await step.readState();
      assert.equal(before["lossScale"]!.data[0], scale);
      const { isFinite, loss } = await step.run(feeds(1));
      assert.equal(isFinite!.data[0], 0);
      assert.ok(Math.abs(loss!.data[0]! - 2 / 3) < 1e-6);
      assert.deepEqual([...(await step.readState())["w"]!.data], [0, 0]);
    }
    const { isFinite, gradient } = await step.run(feeds(1));
    assert.equal(isFinite!.data[0], 1);
    // -2/3·Σ x·(y - 0) = -2/3·(1, -1)
    [-2 / 3, 2 / 3].forEach((value, i) =>
      assert.ok(Math.abs(gradient!.data[i]! - value) < 1e-3, String(gradient!.data)),
    );
    const after = await step.readState();
    assert.deepEqual([after["lossScale"]!.data[0], after["goodSteps"]!.data[0]], [2 ** 16, 1]);
    assert.ok(after["w"]!.data[0]! > 0.06);
    await step.dispose();
  });

  it("saves gradients that are too small for float16: without scaling they are 0", async () => {
    for (const [scale, isLost] of [
      [1, true],
      [2 ** 15, false],
    ] as const) {
      const step = await start(scale);
      // 2/3·3e-8 = 2e-8, below half of float16's smallest number, 6e-8
      const { gradient } = await step.run(feeds(3e-8));
      if (isLost) assert.deepEqual([...gradient!.data].map(Math.abs), [0, 0]);
      else assert.ok(Math.abs(gradient!.data[0]! + 2e-8) < 1e-10, String(gradient!.data));
      await step.dispose();
    }
  });

  it("learns what float32 learns", async () => {
    const step = await start(2 ** 15);
    for (let i = 0; i < 400; i++) await step.run(feeds(1));
    // w = (1, -1) fits all three rows.
    const { w } = await step.readState();
    [1, -1].forEach((value, i) => assert.ok(Math.abs(w!.data[i]! - value) < 2e-3, String(w!.data)));
    await step.dispose();
  });
});
