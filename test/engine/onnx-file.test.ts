import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as ort from "onnxruntime-node";
import { writeOnnx, writeOnnxInParts, type OnnxModel } from "../../src/engine/onnx-file";

/** y = (x + [1, 2]) along a free axis, transposed. */
const MODEL: OnnxModel = {
  nodes: [
    { op: "Add", inputs: ["x", "offset"], outputs: ["sum"], attributes: {} },
    { op: "Transpose", inputs: ["sum"], outputs: ["y"], attributes: { perm: [1, 0] } },
  ],
  constants: [{ name: "offset", dtype: "float32", shape: [2], data: Float32Array.of(1, 2) }],
  inputs: [{ name: "x", dtype: "float32", shape: ["B", 2] }],
  outputs: [{ name: "y", dtype: "float32", shape: [2, "B"] }],
};

describe("writeOnnx", () => {
  it("writes the bytes worked out by hand for an empty graph", () => {
    const bytes = writeOnnx({ nodes: [], constants: [], inputs: [], outputs: [] });
    const expected = [
      ...[0x08, 8], // field 1 (version of the format), a varint: 8
      ...[0x12, 13, ...Buffer.from("embedding-lab")], // field 2 (producer), 13 bytes
      ...[0x3a, 7, 0x12, 5, ...Buffer.from("graph")], // field 7 (graph): field 2 (its name)
      ...[0x42, 4, 0x0a, 0, 0x10, 17], // field 8 (operators): field 1 (domain) "", field 2: 17
    ];
    assert.deepEqual([...bytes], expected);
  });

  it("writes a graph that ONNX Runtime loads and computes, at any size of a free axis", async () => {
    const session = await ort.InferenceSession.create(writeOnnx(MODEL));
    for (const rows of [1, 3]) {
      const x = Float32Array.from({ length: 2 * rows }, (_, i) => i);
      const { y } = await session.run({ x: new ort.Tensor("float32", x, [rows, 2]) });
      // column j of x is 0 + j, 2 + j, …; row j of y is that plus 1 + j
      const expected = [0, 1].flatMap((j) =>
        Array.from({ length: rows }, (_, i) => 2 * i + 2 * j + 1),
      );
      assert.deepEqual([...(y!.data as Float32Array)], expected);
      assert.deepEqual([...y!.dims], [2, rows]);
    }
  });

  it("keeps the names of free axes", async () => {
    const session = await ort.InferenceSession.create(writeOnnx(MODEL));
    const input = session.inputMetadata[0]!;
    assert.ok(input.isTensor);
    assert.deepEqual(input.shape, ["B", 2]);
  });

  it("writes negative whole numbers and lengths above 127, each type of constant", async () => {
    const long = Int32Array.from({ length: 300 }, (_, i) => i - 150);
    const model: OnnxModel = {
      nodes: [
        { op: "Gather", inputs: ["long", "place"], outputs: ["a"], attributes: { axis: -1 } },
        { op: "Where", inputs: ["yes", "a", "long"], outputs: ["y"], attributes: {} },
        { op: "Elu", inputs: ["x"], outputs: ["z"], attributes: { alpha: { float: 0.5 } } },
      ],
      constants: [
        { name: "long", dtype: "int32", shape: [300], data: long },
        { name: "place", dtype: "int64", shape: [1], data: BigInt64Array.of(-299n) },
        { name: "yes", dtype: "bool", shape: [1], data: Uint8Array.of(1) },
      ],
      inputs: [{ name: "x", dtype: "float32", shape: [] }],
      outputs: [
        { name: "y", dtype: "int32", shape: [300] },
        { name: "z", dtype: "float32", shape: [] },
      ],
    };
    const session = await ort.InferenceSession.create(writeOnnx(model));
    const { y, z } = await session.run({ x: new ort.Tensor("float32", Float32Array.of(-1), []) });
    assert.equal((y!.data as Int32Array)[7], -149); // long[-299] = long[1]
    // 0.5 (e^-1 - 1) = -0.31606
    assert.ok(Math.abs((z!.data as Float32Array)[0]! + 0.31606) < 1e-5);
  });

  it('writes whole numbers as Protocol Buffers\' "Encoding" does', () => {
    const bytesOf: [number, string][] = [
      [0, "00"],
      [127, "7f"],
      [150, "9601"],
      [2 ** 53 - 1, "ffffffffffffff0f"],
      [-1, "ffffffffffffffffff01"],
      [-2, "feffffffffffffffff01"],
      [1 - 2 ** 53, "81808080808080f0ff01"],
    ];
    for (const [k, expected] of bytesOf) {
      const node = { op: "A", inputs: [], outputs: [], attributes: { k } };
      const model = { nodes: [node], constants: [], inputs: [], outputs: [] };
      const hex = Buffer.from(writeOnnx(model)).toString("hex");
      const attribute = /0a016b18(\w+)a00102/.exec(hex); // name "k", the number, its kind
      assert.equal(attribute?.[1], expected, String(k));
    }
  });

  it("keeps large constants apart on request, each once, and ONNX Runtime makes them its own", async () => {
    const size = 1 << 14; // 64 KiB of float32
    const large = new Float32Array(size).fill(3);
    const model: OnnxModel = {
      nodes: [
        {
          op: "Mul",
          inputs: ["x", "large"],
          outputs: ["product"],
          attributes: {},
        },
        {
          op: "Add",
          inputs: ["product", "small"],
          outputs: ["y"],
          attributes: {},
        },
      ],
      constants: [
        {
          name: "small",
          dtype: "float32",
          shape: [1],
          data: Float32Array.of(0.5),
        },
        { name: "large", dtype: "float32", shape: [size], data: large },
      ],
      inputs: [{ name: "x", dtype: "float32", shape: [size] }],
      outputs: [{ name: "y", dtype: "float32", shape: [size] }],
    };
    const { bytes, externalData } = writeOnnxInParts(model);
    assert.ok(bytes.length < 1000, `${bytes.length} bytes besides the large constant`);
    assert.deepEqual(
      externalData.map(({ data }) => data.length),
      [4 * size],
    );
    assert.equal(externalData[0]!.data.buffer, large.buffer, "a view, not a copy");

    const session = await ort.InferenceSession.create(bytes, { externalData });
    large.fill(100); // the session has its own by now
    const x = new ort.Tensor("float32", new Float32Array(size).fill(2), [size]);
    const { y } = await session.run({ x });
    assert.ok((y!.data as Float32Array).every((value) => value === 6.5));
    assert.ok(writeOnnx(model).length > 4 * size, "all in one file otherwise");
  });
});
