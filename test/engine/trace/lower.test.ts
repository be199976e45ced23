import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../../src/core/tf";
import { compile } from "../../../src/engine/compile";
import { lower, type Trace } from "../../../src/engine/trace/lower";
import { traceFunction, type TracedFunction } from "../../../src/engine/trace/trace-function";

const INPUTS = { x: { dtype: "float32", shape: ["B", "T", 4] } } as const;
const PREFIXES = { input: "", output: "", state: "", nextState: "", constant: "" };

function traced(fn: TracedFunction<typeof INPUTS, Record<string, never>>): Trace[] {
  return traceFunction("test", fn, {
    ...{ inputs: INPUTS, state: {}, constants: {}, axes: {}, prefixes: PREFIXES },
  });
}

const lowered = (traces: Trace[]) => lower(traces, { inputs: [{ name: "x", ...INPUTS.x }] });

describe("lower", () => {
  it("says of each value between what shape it has, by the names of the axes", () => {
    const model = lowered(
      traced(({ x }) => {
        const rows = tf.reshape(x, [-1, 4]); // [B·T, 4]
        const ends = tf.slice(rows, [1, 0], [rows.shape[0]! - 2, 4]); // [B·T - 2, 4]
        return { outputs: { sum: tf.sum(tf.exp(ends)) } };
      }),
    );
    const shapes = model.between!.map(({ shape }) => shape);
    assert.deepEqual(shapes, [
      ["B*T", 4],
      ["B*T + -2", 4],
      ["B*T + -2", 4],
    ]);
    assert.ok(model.between!.every(({ dtype }) => dtype === "float32"));
  });

  it("names no output among the values between", () => {
    const model = lowered(traced(({ x }) => ({ outputs: { y: tf.exp(tf.abs(x)) } })));
    const outputs = model.nodes.flatMap((node) => node.outputs);
    assert.deepEqual(
      model.between!.map(({ name }) => name),
      outputs.filter((name) => name !== "y"),
    );
  });

  it("traces again for the line that called, and only then", async () => {
    let calls = 0;
    const odd = () =>
      compile(
        ({ x }) => ({ outputs: { y: tf.mul(x, ++calls) } }), // another number at each call
        { inputs: INPUTS },
      );
    await assert.rejects(odd, /differs from one trace.*called at .*lower\.test\.ts:\d+/);
    assert.equal(calls, 8);
  });

  it("throws the first error when the function does better the second time", async () => {
    let calls = 0;
    const moody = () =>
      compile(({ x }) => ({ outputs: { y: tf.mul(x, ++calls === 2 ? 5 : 3) } }), {
        inputs: INPUTS,
      });
    await assert.rejects(moody, /differs from one trace/);
    assert.equal(calls, 8);
  });
});
