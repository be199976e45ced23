import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../../src/core/tf";
import { startLab } from "../../../src/engine/lab";
import { assertLeaves } from "../../support/leaks";

const truths = (...values: number[]) => tf.tensor1d(values, "bool");
const whole = (...values: number[]) => tf.tensor1d(values, "int32");
const table = (dtype: "bool" | "int32") =>
  tf.tensor2d(dtype === "bool" ? [1, 0, 1, 0, 0, 1] : [7, -8, 9, -3, 4, 2], [2, 3], dtype);

/** Calls that stock wasm answers with other numbers or another type than the cpu back end. */
const CALLS: Record<string, () => tf.Tensor> = {
  "where, truth values": () =>
    tf.where(truths(1, 0, 1, 0, 1), truths(1, 1, 0, 0, 1), truths(0, 0, 1, 1, 0)),
  "where, rows of truth values": () =>
    tf.where(tf.tensor2d([1, 0], [2, 1], "bool"), table("bool"), tf.logicalNot(table("bool"))),
  "where, whole numbers and fractions": () => tf.where(truths(1, 0), whole(3, 4), [0.5, 1.5]),
  "where, fractions and whole numbers": () =>
    tf.where(truths(1, 0), tf.tensor1d([0.5, 1.5]), whole(3, 4)),
  "where, truth values and whole numbers": () =>
    tf.where(truths(1, 0, 1), truths(1, 0, 0), whole(3, 4, 5)),
  "reverse, truth values": () => tf.reverse(table("bool"), 1),
  "stridedSlice, truth values": () => tf.stridedSlice(table("bool"), [0, 0], [2, 3], [1, 2]),
  "stridedSlice, whole numbers": () => tf.stridedSlice(table("int32"), [0, 0], [2, 3], [1, 2]),
  "oneHot, truth values": () => tf.oneHot(whole(1, 0, 2), 3, 1, 0, "bool"),
  "cast of fractions to truth values": () => tf.cast(tf.tensor1d([0.5, 0, -2, NaN]), "bool"),
  "cast of whole numbers to truth values": () => tf.cast(whole(256, 0, 1, -1), "bool"),
  "clipByValue, whole numbers": () => tf.clipByValue(whole(7, -8, 16_777_217), -1, 2 ** 30),
  "isNaN, whole numbers": () => tf.isNaN(whole(7, -1)),
  ...Object.fromEntries(
    (["acosh", "asinh", "log1p", "reciprocal"] as const).map((name) => [
      `${name}, whole numbers`,
      () => tf[name](whole(7, 1, 20)),
    ]),
  ),
  "atanh, whole numbers": () => tf.atanh(whole(0, 1, -1)),
};

describe("truth values and whole numbers on wasm", () => {
  before(() => startLab({ backend: "wasm", threads: 1, quiet: true }));

  it("are chosen by tf.where as they are", () => {
    const chosen = tf.where(truths(1, 0, 1, 0), truths(1, 1, 0, 0), truths(0, 0, 1, 1));
    assert.equal(chosen.dtype, "bool");
    assert.deepEqual([...chosen.dataSync()], [1, 0, 0, 1]);
  });

  it("leave the memory beside them alone, however many they are", () => {
    const beside = Array.from({ length: 50 }, () => tf.fill([1000], 7));
    const many = tf.cast(tf.range(0, 100_000, 1, "int32"), "bool");
    for (let i = 0; i < 20; i++) tf.where(many, many, many).dispose();
    for (const tensor of beside) assert.ok(tensor.dataSync().every((value) => value === 7));
  });

  it("come out as on the cpu back end, in the same type, and nothing is left behind", async () => {
    const answer = (call: () => tf.Tensor) => {
      const tensor = assertLeaves(1, () => tf.tidy(call));
      const [dtype, values] = [tensor.dtype, [...tensor.dataSync()].map((v) => v.toFixed(4))];
      tensor.dispose();
      return `${dtype} [${tensor.shape}] ${values}`;
    };
    const onWasm = Object.values(CALLS).map(answer);
    const memory = tf.engine().backend.numDataIds();
    Object.values(CALLS).map(answer);
    assert.equal(tf.engine().backend.numDataIds(), memory, "values left in wasm's memory");
    await startLab({ backend: "cpu", quiet: true });
    const onCpu = Object.values(CALLS).map(answer);
    await startLab({ backend: "wasm", threads: 1, quiet: true });
    Object.keys(CALLS).forEach((name, i) => assert.equal(onWasm[i], onCpu[i], name));
  });

  it("leave float32 to TensorFlow.js's own kernels", () => {
    const values = tf.tensor1d([1, -2, 3]);
    const flipped = tf.where(truths(0, 1, 1), values, tf.neg(values));
    assert.deepEqual([...flipped.dataSync()], [-1, -2, 3]);
    assert.deepEqual([...tf.clipByValue(values, -1, 2).dataSync()], [1, -1, 2]);
    assert.deepEqual([...tf.reverse(values, 0).dataSync()], [3, -2, 1]);
  });

  it("are gone round once only, however often the lab is started", async () => {
    const before = tf.getKernel(tf.Select, "wasm").kernelFunc;
    await startLab({ backend: "wasm", threads: 1, quiet: true });
    assert.equal(tf.getKernel(tf.Select, "wasm").kernelFunc, before);
  });
});
