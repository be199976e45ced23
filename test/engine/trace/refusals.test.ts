import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../../src/core/rng";
import * as tf from "../../../src/core/tf";
import { compile } from "../../../src/engine/compile";
import { startLab } from "../../../src/engine/lab";
import { TraceError } from "../../../src/engine/trace/backend";
import type { TracedResult } from "../../../src/engine/trace/trace-function";

const INPUTS = { x: { dtype: "float32", shape: ["B", 3] } } as const;
const FIXED = { x: { dtype: "float32", shape: [4, 3] } } as const;

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

describe("what a trace refuses, so that nothing freezes silently", () => {
  const refuses = (
    name: string,
    fn: (x: tf.Tensor) => tf.Tensor | TracedResult,
    message: RegExp,
    inputs: typeof INPUTS | typeof FIXED = INPUTS,
  ) => {
    it(name, async () => {
      const run = ({ x }: { x: tf.Tensor }) => {
        const result = fn(x);
        return result instanceof tf.Tensor ? { outputs: { y: result } } : result;
      };
      await assert.rejects(compile(run, { inputs }), (error: Error) => {
        assert.ok(error instanceof TraceError, String(error.stack));
        assert.match(error.message, message);
        return true;
      });
    });
  };
  const HERE = String.raw`called at \S*refusals\.test\.ts:\d+`;
  const here = (text: string) => new RegExp(text.replaceAll("HERE", HERE));

  const drawn = createRng(5);
  const mask = (shape: readonly number[]) =>
    tf.tensor(
      Array.from({ length: shape[0]! * shape[1]! }, () => drawn.integer(2)),
      [...shape] as [number, number],
    );
  for (const [kind, inputs] of [
    ["fixed", FIXED],
    ["open", INPUTS],
  ] as const) {
    const differs = kind === "fixed" ? "differs from one trace to the next" : "another size";
    refuses(
      `a mask drawn in JavaScript, at ${kind} sizes`,
      (x) => tf.mul(x, mask(x.shape)),
      here(`${differs}.*`),
      inputs,
    );
    refuses(
      `tf.dropout at ${kind} sizes`,
      (x) => tf.dropout(x, 0.5),
      here("tf.dropout draws .*HERE.*Pass random values as an input"),
      inputs,
    );
    refuses(
      `tf.randomNormal with a seed at ${kind} sizes`,
      (x) => tf.add(x, tf.randomNormal(x.shape, 0, 1, "float32", 3)),
      here("tf.randomNormal draws .*HERE"),
      inputs,
    );
  }
  let calls = 3;
  refuses("a step number", (x) => tf.mul(x, ++calls), here("differs .*HERE.* got \\d+, \\d+"));
  refuses("a step number at fixed sizes", (x) => tf.mul(x, ++calls), here("HERE"), FIXED);
  refuses("a number drawn in JavaScript", (x) => tf.mul(x, drawn.uniform()), here("HERE"), FIXED);
  refuses(
    "two numbers drawn in JavaScript",
    (x) =>
      tf.pad(x, [
        [0, 0],
        [0, 1 + drawn.integer(1000000)],
      ]),
    here("differs from one trace"),
    FIXED,
  );
  refuses(
    "a triangle built in JavaScript as large as an axis",
    (x) => tf.mul(tf.ones([x.shape[0]!, x.shape[0]!]), tf.tensor2d(triangle(x.shape[0]!))),
    here("another size in each trace .*HERE"),
  );

  refuses("a read of values", (x) => tf.mul(x, x.dataSync()[0]!), here("an input is read .*HERE"));
  refuses(
    "an if on values",
    (x) => ((tf.sum(x).arraySync() as number) > 0 ? x : tf.neg(x)),
    here("the result of ReduceSum is read .*HERE.*tf.where"),
  );
  refuses(
    "a loop as long as an axis",
    (x) => tf.unstack(x).reduce((sum, row) => tf.add(sum, row)),
    here("does different things in different traces.*HERE"),
  );
  refuses(
    "operations more in later traces",
    (x) => (x.shape[0]! > 12 ? tf.sin(tf.cos(x)) : tf.cos(x)),
    here("does different things in different traces"),
  );
  refuses(
    "another operation at other sizes",
    (x) => (x.shape[0]! > 12 ? tf.sin(x) : tf.cos(x)),
    here("Cos .*HERE.* in one, Sin .*HERE.* in another"),
  );
  refuses(
    "a size that is rounded",
    (x) => tf.slice(x, [0, 0], [Math.floor(x.shape[0]! / 2), 3]),
    here("differs from one trace to the next"),
  );

  let outside: tf.Tensor;
  before(() => {
    outside = tf.tensor1d([1, 2, 3]);
  });
  refuses(
    "a tensor from outside",
    (x) => tf.add(x, outside),
    here("a tensor of shape \\[3\\] from outside .*HERE.*Declare it in state"),
  );
  refuses(
    "an assignment to a variable",
    (x) => {
      const w = tf.variable(tf.zeros([3]));
      w.assign(tf.ones([3]));
      return x;
    },
    here("is assigned .*HERE.*returns its new state"),
  );
  refuses(
    "a kernel that is not in the table",
    (x) => tf.depthToSpace(tf.reshape(x, [-1, 1, 1, 12]) as tf.Tensor4D, 2, "NHWC"),
    here("kernel DepthToSpace isn't in the kernel table .*HERE.*README"),
    FIXED,
  );
  refuses("bool arithmetic", (x) => tf.neg(tf.cast(x, "bool")), /Neg of bool values/);
  refuses("a promise", () => Promise.resolve() as never, /must not be async/);
  refuses("no outputs", () => ({}) as never, /must return \{ outputs/);
  refuses(
    "an output that is no tensor",
    () => ({ outputs: { y: 3 } }) as never,
    /must return tensors, got 3 as y/,
  );
  refuses(
    "a state nobody declared",
    (x) => ({ outputs: {}, state: { w: x } }),
    /returns state w, but declared is: none/,
  );

  refuses(
    "a function that never returns",
    (x) => {
      for (let y = x; ;) y = tf.sin(y);
    },
    here("more than 100000 operations. Does the function ever return.*HERE"),
  );

  it("takes as many operations as it is told to, and no more", async () => {
    const chain = ({ x }: { x: tf.Tensor }) => {
      let y = x;
      for (let i = 0; i < 60; i++) y = tf.sin(y);
      return { outputs: { y } };
    };
    const options = (maxOperations: number) => ({ inputs: INPUTS, maxOperations });
    await assert.rejects(compile(chain, options(59)), /more than 59 operations.*maxOperations/);
    await (await compile(chain, options(60))).dispose();
  });

  it("freezes what is declared as constant, and what is the same each time", async () => {
    const table = tf.tensor1d([1, 2, 3]);
    const step = await compile(
      ({ x }) => ({ outputs: { y: tf.add(tf.add(x, table), tf.tensor1d([10, 20, 30])) } }),
      { inputs: INPUTS, constants: { table } },
    );
    const { y } = await step.run({ x: tf.zeros([1, 3]) });
    assert.deepEqual([...y!.data], [11, 22, 33]);
    await step.dispose();
  });

  it("refuses a state from the surroundings whose memory another state shares", async () => {
    const a = tf.tensor1d([1, 2, 3]);
    const use = ({ x }: { x: tf.Tensor }) => ({ outputs: { y: tf.add(x, a) } });
    await assert.rejects(
      compile(use, { inputs: INPUTS, state: { a, b: a.clone() } }),
      /a tensor of shape \[3\] from outside/,
    );
  });

  it("refuses a state whose shape would change", async () => {
    const grow = (_: object, { w }: { w: tf.Tensor }) => ({
      outputs: {},
      state: { w: tf.concat([w, w]) },
    });
    await assert.rejects(
      compile(grow as never, { inputs: {}, state: { w: tf.zeros([2]) } }),
      /state w must stay float32 \[2\], got float32 \[4\]/,
    );
  });
});

function triangle(size: number): number[][] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => Number(j <= i)),
  );
}
