import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as ort from "onnxruntime-node";
import * as tf from "../../src/core/tf";
import { exportOnnx } from "../../src/engine/export-onnx";
import { startLab } from "../../src/engine/lab";
import { load } from "../../src/engine/load";

const INPUTS = { input_ids: { dtype: "int64", shape: ["B", "T"] } } as const;
let table: tf.Tensor2D;

/** A little encoder: rows of a table, averaged over the tokens, to length 1. */
function encode({ input_ids: ids }: Record<string, tf.Tensor>) {
  const mean = tf.mean(tf.gather(table, ids!), 1);
  const length = tf.sqrt(tf.sum(tf.square(mean), -1, true));
  return { sentence_embedding: tf.div(mean, length) };
}

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
  table = tf.tensor2d([
    [3, 4],
    [0, 8],
    [-1, 0],
  ]);
});

describe("exportOnnx", () => {
  // rows 0 and 1 average to (1.5, 6), of length √38.25; row 2 twice is (-1, 0)
  const expected = [1.5 / Math.sqrt(38.25), 6 / Math.sqrt(38.25), -1, 0];
  const ids = BigInt64Array.of(0n, 1n, 2n, 2n);
  const check = (values: ArrayLike<number>) =>
    expected.forEach((value, i) => assert.ok(Math.abs(values[i]! - value) < 1e-6));

  it("writes a file that onnxruntime-node loads, with its own names and free axes", async () => {
    const bytes = await exportOnnx(encode, INPUTS, { weights: { "embeddings.weight": table } });
    const session = await ort.InferenceSession.create(bytes);
    assert.deepEqual(session.inputNames, ["input_ids"]);
    const input = session.inputMetadata[0]!;
    assert.ok(input.isTensor && input.type === "int64");
    assert.deepEqual(input.shape, ["B", "T"]);
    const fed = new ort.Tensor("int64", ids, [2, 2]);
    const { sentence_embedding: made } = await session.run({ input_ids: fed });
    check(made!.data as Float32Array);
  });

  it("writes a file that onnxruntime-web loads", async () => {
    const web = load<typeof ort>("onnxruntime-web");
    web.env.wasm.numThreads = 1;
    const bytes = await exportOnnx(encode, INPUTS, { weights: { table } });
    const session = await web.InferenceSession.create(bytes, { executionProviders: ["wasm"] });
    const { sentence_embedding: made } = await session.run({
      input_ids: new web.Tensor("int64", ids, [2, 2]),
    });
    check(made!.data as Float32Array);
    await session.release();
  });

  it("says who made it and what goes in and out, and keeps the weights' names", async () => {
    const bytes = await exportOnnx(encode, INPUTS, {
      weights: { "embeddings.weight": table },
      description: "Averages a sentence's word vectors",
      descriptions: { input_ids: "rows of the table", sentence_embedding: "of length 1" },
      metadata: { lesson: "08, sentence encoders" },
    });
    // Fields by number, as the specification's onnx.proto lists them.
    const file = readMessage(bytes);
    const text = (field: Uint8Array | undefined) => Buffer.from(field!).toString();
    assert.equal(text(file.get(2)![0]), "embedding-lab");
    const { version } = load<{ version: string }>("../../package.json");
    assert.equal(text(file.get(3)![0]), version);
    assert.equal(text(file.get(6)![0]), "Averages a sentence's word vectors");
    const entry = readMessage(file.get(14)![0]!);
    const pair = [text(entry.get(1)![0]), text(entry.get(2)![0])];
    assert.deepEqual(pair, ["lesson", "08, sentence encoders"]);

    const graph = readMessage(file.get(7)![0]!);
    const described = [11, 12].map((field) => {
      const value = readMessage(graph.get(field)![0]!);
      return [text(value.get(1)![0]), text(value.get(3)![0])];
    });
    assert.deepEqual(described, [
      ["input_ids", "rows of the table"],
      ["sentence_embedding", "of length 1"],
    ]);
    const tensors = graph.get(5)!.map((tensor) => text(readMessage(tensor).get(8)![0]));
    assert.ok(tensors.includes("embeddings.weight"));
  });

  it("says what it got when the input is wrong", async () => {
    await assert.rejects(exportOnnx(3 as never, {}), /exportOnnx: fn must be a function, got 3/);
    await assert.rejects(exportOnnx(encode, INPUTS), /exportOnnx: a tensor of shape \[3,2\] from/);
    const same = (given: Record<string, tf.Tensor>) => ({ input_ids: tf.neg(given["input_ids"]!) });
    await assert.rejects(exportOnnx(same, INPUTS), /need distinct names, got input_ids twice/);
    const wrong = (options: object) =>
      exportOnnx(encode, INPUTS, { weights: { table }, ...options });
    await assert.rejects(
      wrong({ descriptions: { ids: "x" } }),
      /inputs or outputs \(input_ids, sentence_embedding\), got ids/,
    );
    await assert.rejects(wrong({ metadata: { a: 1 } }), /metadata.a must be text, got 1/);
    await assert.rejects(wrong({ maxOperations: 2 }), /exportOnnx: the trace has more than 2/);
    const float64 = { x: { dtype: "float64", shape: [] } } as never;
    await assert.rejects(exportOnnx(encode, float64), /must have dtype .*int64, got "float64"/);
  });
});

/** The fields of a Protocol Buffers message that are messages or text, by number. */
function readMessage(bytes: Uint8Array): Map<number, Uint8Array[]> {
  const fields = new Map<number, Uint8Array[]>();
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    if ((key & 7) === 0) varint();
    else if ((key & 7) === 5) at += 4;
    else {
      const length = varint();
      const field = fields.get(key >>> 3) ?? [];
      fields.set(key >>> 3, [...field, bytes.subarray(at, at + length)]);
      at += length;
    }
  }
  return fields;
}
