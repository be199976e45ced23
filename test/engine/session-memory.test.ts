import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";

/** 400 kB: large enough that its memory is given back at once. */
const SIZE = 100_000;

async function counter(w: tf.Tensor) {
  return compile(
    ({ by }, { w: held }) => {
      const next = tf.add(held, by);
      return { outputs: { first: tf.slice(next, [0], [1]), all: next }, state: { w: next } };
    },
    { inputs: { by: { dtype: "float32", shape: [] } }, state: { w } },
  );
}

describe("the state's memory", () => {
  it("is not the caller's: the tensor it began with keeps its values", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const w = tf.fill([SIZE], 5);
    const step = await counter(w);
    for (let i = 0; i < 3; i++) await step.run({ by: 1 });
    assert.equal((await w.data())[SIZE - 1], 5);
    assert.equal((await step.readState())["w"]!.data[SIZE - 1], 8);
    await step.dispose();
    assert.equal((await w.data())[SIZE - 1], 5);
    w.dispose();
  });

  it("is not shared with a state that was written, read or given out", async () => {
    const w = tf.zeros([SIZE]);
    const step = await counter(w);
    const written = { dtype: "float32", shape: [SIZE], data: new Float32Array(SIZE) } as const;
    await step.writeState({ w: written });
    const { all } = await step.run({ by: 2 });
    const read = await step.readState();
    await step.run({ by: 2 });
    await step.run({ by: 2 });
    assert.equal(written.data[7], 0);
    assert.equal(written.data.length, SIZE);
    assert.equal(all!.data[7], 2);
    assert.equal(read["w"]!.data[7], 2);
    await step.dispose();
    w.dispose();
  });

  it("is whole after a run that failed on its way, and after one that was called off", async () => {
    const w = tf.zeros([SIZE]);
    const step = await compile(
      ({ row, by }, { w: held, last }) => {
        const next = tf.add(held!, by!);
        // Reads a row of the table that isn't there, when all else is computed.
        const found = tf.gather(tf.reshape(next, [10, SIZE / 10]), row as tf.Tensor1D);
        return { outputs: {}, state: { w: next, last: tf.add(last!, tf.sum(found)) } };
      },
      {
        inputs: { row: { dtype: "int32", shape: [1] }, by: { dtype: "float32", shape: [] } },
        state: { w, last: tf.scalar(0) },
      },
    );
    const run = (row: number, by: number, options = {}) =>
      step.run({ row: { shape: [1], data: Int32Array.of(row) }, by }, options);
    for (let i = 0; i < 3; i++) await run(0, 1);
    const before = await step.readState();
    await assert.rejects(run(10, 100), /state is unchanged/);
    assert.deepEqual(await step.readState(), before);
    const stop = new AbortController();
    const under = run(0, 100, { signal: stop.signal });
    setImmediate(() => stop.abort()); // when ONNX Runtime has been called already
    await assert.rejects(under, { name: "InterruptedError" });
    assert.deepEqual(await step.readState(), before);
    await run(0, 1);
    const { w: after, last } = await step.readState();
    assert.equal(after!.data[SIZE - 1], 4);
    assert.equal(last!.data[0], (SIZE / 10) * (1 + 2 + 3 + 4));
    await step.dispose();
    w.dispose();
  });

  it("is given back at once: twenty steps don't need the memory of twenty states", async () => {
    const w = tf.zeros([SIZE * 50]); // 20 MB
    const step = await compile(
      ({ by }, { w: held }) => ({ outputs: { by }, state: { w: tf.add(held, by) } }),
      { inputs: { by: { dtype: "float32", shape: [] } }, state: { w } },
    );
    await step.run({ by: 1 });
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 20; i++) await step.run({ by: 1 });
    const grown = process.memoryUsage().arrayBuffers - before;
    assert.ok(grown < 30e6, `grew by ${grown}`);
    await step.dispose();
    w.dispose();
  });
});
