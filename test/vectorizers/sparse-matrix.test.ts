import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { startLab } from "../../src/engine/lab";
import { nearestRows } from "../../src/vectorizers/nearest-rows";
import { SparseMatrix } from "../../src/vectorizers/sparse-matrix";
import { assertLeaves } from "../support/leaks";

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

const dense = [
  [0, 2, 0, 1],
  [0, 0, 0, 0],
  [3, 0, 0, 4],
];
const matrix = SparseMatrix.fromDense(dense);

describe("SparseMatrix", () => {
  it("stores only what isn't zero", () => {
    assert.deepEqual([...matrix.rowOffsets], [0, 2, 2, 4]);
    assert.deepEqual([...matrix.columns], [1, 3, 0, 3]);
    assert.deepEqual([...matrix.values], [2, 1, 3, 4]);
    assert.equal(matrix.numNonZero, 4);
    assert.equal(matrix.density, 4 / 12);
    assert.equal(matrix.byteSize, 4 * 4 + 4 * 4 + 4 * 8);
  });
  it("gives every cell back", () => {
    assert.deepEqual(matrix.toDense(), dense);
    dense.forEach((row, i) => row.forEach((value, j) => assert.equal(matrix.at(i, j), value)));
  });
  it("becomes a float32 tensor, one and no more", () => {
    const tensor = assertLeaves(1, () => matrix.toTensor());
    assert.deepEqual(tensor.arraySync(), dense);
    assert.equal(tensor.dtype, "float32");
    tensor.dispose();
  });
  it("shows a row without copying, and its pairs", () => {
    assert.deepEqual([...matrix.row(2).columns], [0, 3]);
    assert.equal(matrix.row(2).values.buffer, matrix.values.buffer);
    assert.deepEqual([...matrix.entries(0)], [[1, 2], [3, 1]]); // prettier-ignore
    assert.deepEqual([...matrix.entries(1)], []);
  });
  it("turns over, and is itself again when turned twice", () => {
    const turned = matrix.transpose();
    assert.deepEqual(turned.toDense(), [[0, 0, 3], [2, 0, 0], [0, 0, 0], [1, 0, 4]]); // prettier-ignore
    assert.deepEqual(turned.transpose(), matrix);
  });
  it("adds up rows and counts columns", () => {
    assert.deepEqual([...matrix.rowSums()], [3, 0, 7]);
    assert.deepEqual([...matrix.rowNorms()], [Math.sqrt(5), 0, 5]);
    assert.deepEqual([...matrix.documentFrequency()], [1, 1, 0, 2]);
  });
  it("multiplies all rows with all rows", () => {
    // [0 2 0 1] · [3 0 0 4] = 4; itself: 5 and 25
    assert.deepEqual(matrix.dot(matrix), [[5, 0, 4], [0, 0, 0], [4, 0, 25]]); // prettier-ignore
    const query = SparseMatrix.fromDense([[1, 1, 1, 1]]);
    assert.deepEqual(query.dot(matrix), [[3, 0, 7]]);
  });
  it("gives the cosine 0 to a row of zeros", () => {
    const cosines = matrix.cosineSimilarity();
    assert.ok(Math.abs(cosines[0]![2]! - 4 / (Math.sqrt(5) * 5)) < 1e-15);
    assert.deepEqual(cosines[1], [0, 0, 0]);
  });
  it("refuses to write out a matrix that wouldn't fit, and says what to do", () => {
    const large = new SparseMatrix({
      shape: [20000, 20000],
      rowOffsets: new Int32Array(20001),
      columns: new Int32Array(0),
      values: new Float64Array(0),
    });
    assert.throws(() => large.toDense(), /toDense: 20000 × 20000 cells .*row\(i\)/);
    assert.throws(() => large.toTensor(), /toTensor: 20000 × 20000 cells/);
  });
  it("refuses arrays that don't fit together", () => {
    const parts = { rowOffsets: Int32Array.of(0, 2), values: Int32Array.of(1, 1) };
    const build = (columns: number[], shape: [number, number] = [1, 3]) =>
      new SparseMatrix({ ...parts, shape, columns: Int32Array.from(columns) });
    assert.deepEqual(build([0, 2]).toDense(), [[1, 0, 1]]);
    assert.throws(() => build([2, 0]), /columns must ascend .*, got 0 after 2 in row 0/);
    assert.throws(() => build([0, 3]), /below 3, got 3/);
    assert.throws(() => build([0]), /got 2 offsets, 1 columns, 2 values/);
    assert.throws(() => build([0, 2], [2, 3]), /rowOffsets must have 3 entries/);
    assert.throws(() => SparseMatrix.fromDense([[1], [1, 2]]), /needs 1 numbers, got 2 in row 1/);
  });
  it("names a row that isn't there, and matrices that don't belong together", () => {
    assert.throws(() => matrix.row(3), /SparseMatrix.row: row .* from 0 to 2, got 3/);
    const other = SparseMatrix.fromDense([[1]]);
    assert.throws(() => matrix.cosineSimilarity(other), /same columns, got 4 and 1; use one/);
  });
});

describe("nearestRows", () => {
  const documents = SparseMatrix.fromDense([[1, 0], [2, 2], [0, 1], [2, 2], [0, 0]]); // prettier-ignore
  it("ranks by direction, equal ones in their order, and leaves out rows without a common term", () => {
    const [hits] = nearestRows(SparseMatrix.fromDense([[5, 5]]), documents, { k: 3 });
    assert.deepEqual(hits!.map(({ id, rank }) => [id, rank]), [[1, 1], [3, 2], [0, 3]]); // prettier-ignore
    const [byOne] = nearestRows(SparseMatrix.fromDense([[1, 0]]), documents);
    assert.deepEqual(byOne!.map(({ id }) => id), [0, 1, 3]); // prettier-ignore
  });
  it("refuses a k below 1", () => {
    assert.throws(() => nearestRows(documents, documents, { k: 0 }), /k must be a whole number/);
  });
});
