import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { layerDifferences } from "../../src/evaluation/layer-differences";

/** One layer, two tokens, two numbers. */
const A = [
  [
    [1, 0],
    [0, 2],
  ],
];
const B = [
  [
    [0, 3],
    [0, 2],
  ],
];

describe("layerDifferences", () => {
  it("equals the differences worked out by hand", () => {
    const { layers, cosine, largest, relations } = layerDifferences(A, B);
    assert.deepEqual(layers, [[0, 0]]);
    // Token 0 turns by 90°; its numbers differ by 1 and 3. Token 1 stays.
    assert.deepEqual(cosine, [[1, 0]]);
    assert.deepEqual(largest, [[3, 0]]);
    // cos(a0, a1) = 0 and cos(b0, b1) = 1, seen from either token.
    assert.deepEqual(relations, [[1, 1]]);
  });

  it("finds a model equal to itself", () => {
    const { cosine, largest, relations } = layerDifferences(A, structuredClone(A));
    assert.deepEqual([cosine, largest, relations], [[[0, 0]], [[0, 0]], [[0, 0]]]);
  });

  it("sees by the relations that other axes are no other model", () => {
    const rng = createRng(5);
    const states = [Array.from({ length: 4 }, () => Array.from({ length: 3 }, () => rng.normal()))];
    const turned = states.map((rows) => rows.map(([x, y, z]) => [-z!, x!, y!]));
    const { cosine, relations } = layerDifferences(states, turned);
    assert.ok(Math.max(...cosine![0]!) > 0.5);
    assert.ok(Math.max(...relations[0]!) < 1e-12);
  });

  it("compares models of different widths by their relations alone", () => {
    const wide = A.map((rows) => rows.map((row) => [...row, 0]));
    const { cosine, largest, relations } = layerDifferences(A, wide);
    assert.deepEqual([cosine, largest], [undefined, undefined]);
    assert.deepEqual(relations, [[0, 0]]);
  });

  it("pairs layers by depth where one model has fewer", () => {
    const deep = Array.from({ length: 5 }, () => A[0]!);
    const { layers } = layerDifferences([A[0]!, A[0]!, A[0]!], deep);
    assert.deepEqual(layers, [
      [0, 0],
      [1, 1],
      [1, 2],
      [2, 3],
      [2, 4],
    ]);
    assert.deepEqual(layerDifferences(A, deep).layers.at(-1), [0, 4]);
  });

  it("refuses what isn't [layers, tokens, width], or has other tokens", () => {
    assert.throws(
      () => layerDifferences(A, [[[1, 2]]]),
      /RangeError: layerDifferences: both must have equally many tokens, got 2 and 1/,
    );
    assert.throws(
      () => layerDifferences([], A),
      /a must be \[layers, tokens, width\].*got \[0, 0, 0\]/,
    );
    assert.throws(() => layerDifferences(A, [[[1, 2], [1]]]), /b must be .* in the first/);
  });
});
