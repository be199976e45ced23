import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { toTensor } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";

const X = { x: { dtype: "float32", shape: ["B", 3] } } as const;
const rows = (...values: number[]) => ({
  data: Float32Array.from(values),
  shape: [values.length / 3, 3],
});

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

describe("compile", () => {
  it("gives the value worked out by hand, at every size of a named axis", async () => {
    const mean = await compile(({ x }) => ({ outputs: { mean: tf.mean(x, 0) } }), { inputs: X });
    assert.deepEqual([...(await mean.run({ x: rows(1, 2, 3) }))["mean"]!.data], [1, 2, 3]);
    // (1 + 3) / 2 = 2, (2 + 4) / 2 = 3, (3 + 8) / 2 = 5.5
    const two = await mean.run({ x: rows(1, 2, 3, 3, 4, 8) });
    assert.deepEqual([...two["mean"]!.data], [2, 3, 5.5]);
    await mean.dispose();
  });

  it("compiles the README's worked example, which finds the line through its points", async () => {
    const step = await compile(
      ({ x, y }, { w }) => {
        const loss = (v: tf.Tensor) => tf.mean(tf.squaredDifference(tf.matMul(x, v), y));
        const { value, grad } = tf.valueAndGrad(loss)(w);
        return { outputs: { loss: value }, state: { w: tf.sub(w, tf.mul(grad, 0.1)) } };
      },
      {
        inputs: {
          x: { dtype: "float32", shape: ["B", 3] },
          y: { dtype: "float32", shape: ["B", 1] },
        },
        state: { w: tf.zeros([3, 1]) },
      },
    );
    assert.deepEqual(
      step.operations.filter((op) => !["Shape", "Cast", "Div", "Squeeze"].includes(op)),
      ["MatMul", "Sub", "Mul", "ReduceMean", "Mul", "Mul", "Gemm", "Mul", "Sub"],
    );
    // y = 1·x0 - 2·x1 + 3·x2, at the corners of a cube
    const x = rows(0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1);
    const y = { data: Float32Array.of(3, -2, 1, 2), shape: [4, 1] };
    for (let i = 0; i < 600; i++) await step.run({ x, y });
    const { w } = await step.readState();
    [1, -2, 3].forEach((value, i) => assert.ok(Math.abs(w!.data[i]! - value) < 1e-3));
    await step.dispose();
  });

  it("keeps state inside, moves it on, gives it out and takes a new one", async () => {
    const count = await compile(
      ({ x }, { total }) => {
        const next = tf.add(total, tf.sum(x));
        return { outputs: { before: total }, state: { total: next } };
      },
      { inputs: X, state: { total: tf.scalar(10) } },
    );
    // 10, then 10 + 6 = 16
    assert.equal((await count.run({ x: rows(1, 2, 3) }))["before"]!.data[0], 10);
    assert.equal((await count.run({ x: rows(0, 0, 1) }))["before"]!.data[0], 16);
    assert.equal((await count.readState())["total"]!.data[0], 17);
    await count.writeState({ total: tf.scalar(-1) });
    assert.equal((await count.run({ x: rows(0, 0, 1) }))["before"]!.data[0], -1);
    await count.dispose();
  });

  it("gives out state that later runs don't change", async () => {
    const step = await compile(
      (_, { w }) => ({ outputs: { w: tf.mul(w, 1) }, state: { w: tf.mul(w, 2) } }),
      { inputs: {}, state: { w: tf.tensor1d([1, 2]) } },
    );
    const before = await step.readState();
    await step.run({});
    await step.run({});
    assert.deepEqual([...before["w"]!.data], [1, 2]);
    assert.deepEqual([...(await step.readState())["w"]!.data], [4, 8]);
    await step.dispose();
  });

  it("does not change the caller's tensors", async () => {
    const w = tf.tensor1d([1, 2]);
    const step = await compile((_, s) => ({ outputs: {}, state: { w: tf.mul(s.w, 2) } }), {
      inputs: {},
      state: { w },
    });
    await step.run({});
    assert.deepEqual([...(await w.data())], [1, 2]);
    await step.dispose();
  });

  it("tells two states apart that share their values' memory", async () => {
    const w = tf.tensor1d([3]);
    const step = await compile(
      (_, s) => ({ outputs: {}, state: { a: tf.add(s.a, 1), b: tf.mul(s.b, 10) } }),
      { inputs: {}, state: { a: w, b: w.clone() } },
    );
    await step.run({});
    const state = await step.readState();
    assert.deepEqual([state["a"]!.data[0], state["b"]!.data[0]], [4, 30]);
    await step.dispose();
  });

  it("takes weights used from the function's surroundings, and their gradients", async () => {
    const w = tf.variable(tf.tensor2d([[1], [2], [3]]));
    const loss = (x: tf.Tensor) => tf.sum(tf.matMul(x as tf.Tensor2D, w as never)) as tf.Scalar;
    const step = await compile(
      ({ x }) => {
        const { value, grads } = tf.variableGrads(() => loss(x), [w]);
        return { outputs: { loss: value, gradient: grads[w.name]! } };
      },
      { inputs: X, state: { w } },
    );
    const { loss: value, gradient } = await step.run({ x: rows(1, 0, 1, 2, 2, 2) });
    assert.equal(value!.data[0], 16); // 1·1 + 3·1 + 2·(1 + 2 + 3)
    assert.deepEqual([...gradient!.data], [3, 2, 3]); // the sums of x's columns
    w.dispose();
    await step.dispose();
  });

  it("makes equal operations one, and drops what no output needs", async () => {
    const step = await compile(
      ({ x }) => {
        tf.exp(x);
        return { outputs: { y: tf.add(tf.sin(x), tf.mul(tf.add(tf.sin(x), 0), 1)) } };
      },
      { inputs: X },
    );
    assert.deepEqual(step.operations, ["Sin", "Add"]);
    await step.dispose();
  });

  it("gives out inputs, constants and one value under two names", async () => {
    const step = await compile(
      ({ x }) => {
        const y = tf.neg(x);
        return { outputs: { x, two: tf.fill(x.shape, 2), y, again: y } };
      },
      { inputs: X },
    );
    const { x, two, y, again } = await step.run({ x: rows(1, 2, 3) });
    assert.deepEqual([...x!.data], [1, 2, 3]);
    assert.deepEqual([...two!.data], [2, 2, 2]);
    assert.deepEqual([...y!.data], [-1, -2, -3]);
    assert.deepEqual([...again!.data], [-1, -2, -3]);
    await step.dispose();
  });

  it("trains to the same weights as eager, for 20 steps at changing batch sizes", async () => {
    const rng = createRng(3);
    const initial = tf.tensor2d(
      Float32Array.from({ length: 6 }, () => rng.normal()),
      [3, 2],
    );
    const next = (x: tf.Tensor, w: tf.Tensor) => {
      const loss = (v: tf.Tensor) =>
        tf.mean(tf.square(tf.softmax(tf.matMul(x as never, v as never))));
      return tf.sub(w, tf.mul(tf.grad(loss)(w), 0.5));
    };
    const step = await compile(({ x }, s) => ({ outputs: {}, state: { w: next(x, s.w) } }), {
      inputs: X,
      state: { w: initial },
    });
    let eager: tf.Tensor = initial;
    for (let i = 0; i < 20; i++) {
      const size = 1 + (i % 4);
      const x = rows(...Array.from({ length: 3 * size }, () => rng.normal()));
      await step.run({ x });
      eager = next(tf.tensor2d(x.data, [size, 3]), eager);
    }
    const compiled = (await step.readState())["w"]!;
    const expected = await eager.data();
    compiled.data.forEach((value, i) => assert.ok(Math.abs(value - expected[i]!) < 1e-6));
    await step.dispose();
  });

  it("leaves no tensor behind, nor another back end chosen", async () => {
    const tensors = tf.memory().numTensors;
    const step = await compile(({ x }) => ({ outputs: { y: tf.softmax(x) } }), { inputs: X });
    await step.run({ x: rows(1, 2, 3) });
    await step.dispose();
    assert.equal(tf.memory().numTensors, tensors);
    assert.equal(tf.getBackend(), "cpu");
  });

  it("is usable again after a function that throws", async () => {
    const tensors = tf.memory().numTensors;
    const fail = () => {
      throw new Error("no luck");
    };
    await assert.rejects(compile(fail, { inputs: X }), /compile: the function threw .*no luck/);
    assert.equal(tf.memory().numTensors, tensors);
    assert.equal(tf.getBackend(), "cpu");
    assert.equal(tf.add(1, 2).dataSync()[0], 3);
  });

  it("turns outputs into tensors", async () => {
    const step = await compile(({ x }) => ({ outputs: { y: tf.neg(x) } }), { inputs: X });
    const { y } = await step.run({ x: tf.tensor2d([[1, 2, 3]]) });
    assert.deepEqual(await toTensor(y!).array(), [[-1, -2, -3]]);
    await step.dispose();
  });
});

describe("run, readState, writeState and dispose, given what is wrong", () => {
  const specs = { ...X, y: { dtype: "int32", shape: ["B"] } } as const;
  const start = () =>
    compile(
      ({ x, y }, { w }) => ({
        outputs: { z: tf.add(tf.sum(x), tf.cast(tf.sum(y), "float32")) },
        state: { w: tf.add(w, tf.sum(x)) },
      }),
      { inputs: specs, state: { w: tf.zeros([2]) } },
    );
  const y = (size: number) => ({ data: new Int32Array(size), shape: [size] });

  it("names the input and the axis of a shape that doesn't fit", async () => {
    const step = await start();
    const run = (feeds: object) => step.run(feeds as never);
    await assert.rejects(run({ x: rows(1, 2, 3), y: y(2) }), {
      name: "RangeError",
      message: "run: axis 0 (B) of y must have size 1, as in x, got [2]",
    });
    const wide = { data: new Float32Array(4), shape: [1, 4] };
    await assert.rejects(
      run({ x: wide, y: y(1) }),
      /run: axis 1 of x must have size 3, got \[1,4\]/,
    );
    const flat = { data: new Float32Array(3), shape: [3] };
    await assert.rejects(run({ x: flat, y: y(1) }), /run: x must have shape \[B,3\], got \[3\]/);
    const short = { data: new Float32Array(4), shape: [2, 3] };
    await assert.rejects(run({ x: short, y: y(2) }), /x of shape \[2,3\] can't have 4 values/);
    await step.dispose();
  });

  it("names the input of another type, that is missing, or that nobody declared", async () => {
    const step = await start();
    const run = (feeds: object) => step.run(feeds as never);
    const doubles = { data: new Float64Array(3), shape: [1, 3] };
    await assert.rejects(run({ x: doubles, y: y(1) }), {
      name: "TypeError",
      message: /run: x must be float32 \(Float32Array\), got an object of type Float64Array/,
    });
    const reals = tf.zeros([1]);
    await assert.rejects(run({ x: rows(1, 2, 3), y: reals }), /run: y must be int32, got float32/);
    await assert.rejects(run({ x: rows(1, 2, 3) }), /run: input y is missing/);
    await assert.rejects(run({ x: rows(1, 2, 3), y: "no" }), /run: y must be a tensor/);
    await assert.rejects(
      run({ x: rows(1, 2, 3), y: y(1), z: 1 }),
      /run: there is no input z; declared: x, y/,
    );
    await step.dispose();
  });

  it("refuses an empty axis for what would end the whole process", async () => {
    const step = await compile(({ x }) => ({ outputs: { y: tf.topk(x, 2).values } }), {
      inputs: { x: { dtype: "float32", shape: ["B", 4] } },
    });
    const empty = { data: new Float32Array(0), shape: [0, 4] };
    await assert.rejects(
      step.run({ x: empty }),
      /^RangeError: run: axis 0 of x is empty, which ONNX Runtime's TopK can't take on cpu, got \[0,4\]$/,
    );
    const { y } = await step.run({ x: { data: Float32Array.of(1, 4, 2, 3), shape: [1, 4] } });
    assert.deepEqual([...y!.data], [4, 3]);
    await step.dispose();
  });

  it("refuses a second run while one is under way, and the first one counts", async () => {
    const step = await start();
    const first = step.run({ x: rows(1, 0, 0), y: y(1) });
    const second = step.run({ x: rows(5, 0, 0), y: y(1) });
    const write = step.writeState({ w: tf.ones([2]) });
    await assert.rejects(second, /run: a run is still under way; await it/);
    await assert.rejects(write, /writeState: a run is still under way; await it/);
    await first;
    assert.deepEqual([...(await step.readState())["w"]!.data], [1, 1]);
    await step.dispose();
  });

  it("refuses the state of another model, says all that doesn't fit, and replaces nothing", async () => {
    const step = await start();
    const write = (state: object) => step.writeState(state as never);
    await assert.rejects(
      write({}),
      /another function: w missing\. This one's state: w\. Nothing was replaced/,
    );
    await assert.rejects(write({ w: tf.zeros([2]), v: tf.zeros([1]) }), /function: v unknown here/);
    const wide = /w is float32 \[3\] and not float32 \[2\]/;
    await assert.rejects(write({ w: tf.ones([3]) }), wide);
    await assert.rejects(write({ w: tf.ones([2], "int32") }), /w is int32 \[2\] and not float32/);
    await assert.rejects(
      write({ a: 1, b: 1, c: 1, d: 1 }),
      /function: w missing; a, b, c and 1 more unknown here/,
    );
    await assert.rejects(write({ w: 3 }), /w must have shape \[2\], got \[\]. Nothing was/);
    await assert.rejects(write(null as never), /the state must be arrays by name, got null/);
    assert.deepEqual([...(await step.readState())["w"]!.data], [0, 0]);
    await step.dispose();
  });

  it("replaces nothing where one part of many is wrong", async () => {
    const step = await compile((_, s) => ({ outputs: { sum: tf.add(s.a, s.b) } }), {
      inputs: {},
      state: { a: tf.tensor1d([1, 2]), b: tf.tensor1d([3, 4]) },
    });
    const a = { dtype: "float32", shape: [2], data: Float32Array.of(9, 9) } as const;
    const short = { ...a, data: Float32Array.of(1) };
    await assert.rejects(step.writeState({ a, b: short }), /b of shape \[2\] can't have 1 values/);
    const disposed = tf.tensor1d([1, 2]);
    disposed.dispose();
    await assert.rejects(step.writeState({ a, b: disposed }), /tensor b is disposed/);
    assert.deepEqual([...(await step.run({}))["sum"]!.data], [4, 6]);
    await step.dispose();
  });

  it("calls a run off before or while it runs, and the state stays as it was", async () => {
    const step = await start();
    const feeds = { x: rows(1, 2, 3), y: y(1) };
    const controller = new AbortController();
    // After the run has begun to wait for its turn, and before it gets it.
    setImmediate(() => controller.abort());
    const running = step.run(feeds, { signal: controller.signal });
    const stopped = { name: "InterruptedError", message: /stopped at your request; .*unchanged/ };
    await assert.rejects(running, stopped);
    await assert.rejects(step.run(feeds, { signal: controller.signal }), stopped);
    assert.deepEqual([...(await step.readState())["w"]!.data], [0, 0]);
    await step.run(feeds, { signal: new AbortController().signal });
    assert.deepEqual([...(await step.readState())["w"]!.data], [6, 6]);
    await step.dispose();
  });

  it("refuses everything once disposed, except to be disposed again", async () => {
    const step = await start();
    await step.dispose();
    await step.dispose();
    await assert.rejects(step.run({ x: rows(1, 2, 3), y: y(1) }), /run: .* has been disposed/);
    await assert.rejects(step.readState(), /readState: .* has been disposed/);
  });

  it("keeps the state whole when a run fails half-way", async () => {
    const step = await compile(
      ({ ids }, { table, count }) => ({
        outputs: {},
        state: {
          count: tf.add(count, 1),
          table: tf.add(table, tf.sum(tf.gather(table, ids))),
        },
      }),
      {
        inputs: { ids: { dtype: "int32", shape: ["B"] } },
        state: { table: tf.tensor1d([1, 2, 3]), count: tf.scalar(0) },
      },
    );
    const outside = { data: Int32Array.of(1, 99), shape: [2] };
    await assert.rejects(step.run({ ids: outside }), /run: ONNX Runtime stopped: .*unchanged/);
    const state = await step.readState();
    assert.deepEqual([...state["table"]!.data], [1, 2, 3]);
    assert.deepEqual([...state["count"]!.data], [0]);
    await step.run({ ids: { data: Int32Array.of(1), shape: [1] } });
    assert.deepEqual([...(await step.readState())["table"]!.data], [3, 4, 5]);
    await step.dispose();
  });

  it("refuses declarations that make no sense", async () => {
    const fn = () => ({ outputs: {} });
    const start = (options: object) => compile(fn, options as never);
    await assert.rejects(compile("no" as never, { inputs: {} }), /fn must be a function, got "no"/);
    await assert.rejects(start({}), /inputs must be an object of names, got undefined/);
    await assert.rejects(
      start({ inputs: { x: { dtype: "float64", shape: [] } } }),
      /got "float64"/,
    );
    await assert.rejects(start({ inputs: { x: { dtype: "int32" } } }), /input x needs a shape/);
    await assert.rejects(start({ inputs: { x: { dtype: "int32", shape: [-1] } } }), /got -1/);
    await assert.rejects(
      start({ inputs: {}, state: { w: [1] } }),
      /w must be a tensor, got an array/,
    );
    await assert.rejects(start({ inputs: {}, device: "tpu" }), /device must be cpu, webgpu, cuda/);
    await assert.rejects(start({ inputs: {}, threads: 0 }), /threads must be .* got 0/);
    await assert.rejects(start({ inputs: {}, maxOperations: 0 }), /maxOperations must be .* got 0/);
    await assert.rejects(start({ inputs: {}, axes: { T: { max: 9 } } }), /no input has axis T/);
  });
});
