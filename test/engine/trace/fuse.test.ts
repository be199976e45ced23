import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as ort from "onnxruntime-node";
import * as tf from "../../../src/core/tf";
import { compile } from "../../../src/engine/compile";
import { gelu } from "../../../src/engine/hand-gradients";
import { startLab } from "../../../src/engine/lab";
import { writeOnnx, type OnnxModel, type OnnxNode } from "../../../src/engine/onnx-file";
import { fuse } from "../../../src/engine/trace/fuse";

const node = (op: string, inputs: string[], output: string): OnnxNode => ({
  ...{ op, inputs, outputs: [output] },
  attributes: op === "Gemm" ? { transA: 0, transB: 1 } : {},
});

/** y from x [B, 3], w [2, 3], which a Gemm multiplies, and c. */
function model(nodes: OnnxNode[], cShape: number[], outputs = ["y"]): OnnxModel {
  return {
    nodes,
    constants: [],
    inputs: [
      { name: "x", dtype: "float32", shape: ["B", 3] },
      { name: "w", dtype: "float32", shape: [2, 3] },
      { name: "c", dtype: "float32", shape: cShape },
    ],
    outputs: outputs.map((name) => ({ name, dtype: "float32", shape: ["B", 2] })),
    between: [{ name: "p", dtype: "float32", shape: ["B", 2] }],
  };
}

const operations = ({ nodes }: OnnxModel) => nodes.map(({ op }) => op);
const product = node("Gemm", ["x", "w"], "p");

async function run(graph: OnnxModel): Promise<number[]> {
  const session = await ort.InferenceSession.create(writeOnnx(graph));
  const { y } = await session.run({
    x: new ort.Tensor("float32", [1, 2, 3, 4, 5, 6], [2, 3]),
    w: new ort.Tensor("float32", [1, 0, 2, -1, 3, 0], [2, 3]),
    c: new ort.Tensor("float32", [10, 20], [2]),
  });
  return [...(y!.data as Float32Array)];
}

describe("fuse", () => {
  for (const inputs of [
    ["p", "c"],
    ["c", "p"],
  ]) {
    it(`puts a row that is added to a product into it, written ${inputs.join(" + ")}`, async () => {
      const graph = model([product, node("Add", inputs, "y")], [2]);
      assert.deepEqual(operations(fuse(graph)), ["Gemm"]);
      assert.deepEqual(fuse(graph).between, []);
      // [1 2 3]·[1 0 2] + 10 = 17, [1 2 3]·[-1 3 0] + 20 = 25, then 4 + 12 + 10, -4 + 15 + 20
      assert.deepEqual(await run(fuse(graph)), [17, 25, 26, 31]);
      assert.deepEqual(await run(graph), [17, 25, 26, 31]);
    });
  }

  it("computes a row that is made after the product before the product", async () => {
    const row = node("Neg", ["c"], "n");
    const graph = model([product, row, node("Add", ["p", "n"], "y")], [2]);
    const between = [...graph.between!, { name: "n", dtype: "float32", shape: [2] } as const];
    const fused = fuse({ ...graph, between });
    assert.deepEqual(operations(fused), ["Neg", "Gemm"]);
    assert.deepEqual(await run(fused), [-3, -15, 6, -9]);
  });

  it("leaves a product alone that somebody else reads, or that is given out", () => {
    const sum = node("Add", ["p", "c"], "y");
    const readTwice = model([product, sum, node("Exp", ["p"], "z")], [2], ["y", "z"]);
    assert.deepEqual(operations(fuse(readTwice)), ["Gemm", "Add", "Exp"]);
    const givenOut = model([product, sum], [2], ["y", "p"]);
    assert.deepEqual(operations(fuse(givenOut)), ["Gemm", "Add"]);
  });

  it("leaves what isn't one number a column", () => {
    for (const shape of [[1], [2, 2], [2, 1], [], [3]]) {
      const graph = model([product, node("Add", ["p", "c"], "y")], shape);
      assert.deepEqual(operations(fuse(graph)), ["Gemm", "Add"], `c [${shape}]`);
    }
    const twice = model([product, node("Add", ["p", "p"], "y")], [2]);
    assert.deepEqual(operations(fuse(twice)), ["Gemm", "Add"]);
  });
});

describe("a compiled layer", () => {
  it("equals the eager one, at sizes 0 and 1 too", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const w = tf.tensor2d([1, 0, 2, -1, 3, 0.5], [2, 3]);
    const c = tf.tensor1d([0.25, -2]);
    const layer = (x: tf.Tensor) => gelu(tf.add(tf.matMul(x as tf.Tensor2D, w, false, true), c));
    const compiled = await compile(({ x }) => ({ outputs: { y: layer(x) } }), {
      inputs: { x: { dtype: "float32", shape: ["B", 3] } },
      constants: { w, c },
    });
    assert.deepEqual(compiled.operations, ["Gemm", "Div", "Erf", "Mul", "Add", "Mul"]);
    for (const rows of [0, 1, 5]) {
      const x = tf.tensor2d(
        Float32Array.from({ length: 3 * rows }, (_, i) => Math.sin(i) * 3),
        [rows, 3],
      );
      const { y } = await compiled.run({ x });
      const expected = layer(x);
      const difference = tf.max(tf.abs(tf.sub(tf.tensor(y!.data, [rows, 2]), expected)));
      if (rows > 0) assert.ok(difference.dataSync()[0]! < 1e-6);
      assert.deepEqual(y!.shape, [rows, 2]);
      tf.dispose([x, expected, difference]);
    }
    await compiled.dispose();
  });

  it("keeps GELU's parts where its gradient reads them", async () => {
    const step = await compile(
      ({ x }) => ({ outputs: { dx: tf.grad((v: tf.Tensor) => tf.sum(gelu(v)))(x), y: gelu(x) } }),
      { inputs: { x: { dtype: "float32", shape: ["B"] } } },
    );
    assert.ok(!step.operations.includes("Div"));
    const { dx } = await step.run({ x: { data: Float32Array.of(0, 1), shape: [2] } });
    // Φ(0) = 0.5; Φ(1) + φ(1) = 0.841345 + 0.241971
    assert.ok(Math.abs(dx!.data[0]! - 0.5) < 1e-6 && Math.abs(dx!.data[1]! - 1.083316) < 1e-6);
    await step.dispose();
  });
});
