import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { FlatIndex } from "../../src/search/flat-index";
import { bestRows } from "../../src/search/hit";
import { cosineOfVectors } from "../../src/similarity/cosine";
import { assertLeaves } from "../support/leaks";

before(() => startLab({ backend: "cpu", quiet: true }));

function randomRows(rows: number, width: number, seed: number): Float32Array[] {
  const rng = createRng(seed);
  return Array.from({ length: rows }, () =>
    Float32Array.from({ length: width }, () => rng.normal()),
  );
}

const names = (count: number) => Array.from({ length: count }, (_, i) => `doc ${i}`);

describe("FlatIndex", () => {
  it("ranks by the cosine, worked out by hand", () => {
    const index = new FlatIndex();
    index.add(
      ["east", "north", "up"],
      [
        [2, 0],
        [0, 5],
        [3, 4],
      ],
    );
    const hits = index.search([4, 3]);
    assert.deepEqual(
      hits.map(({ id, rank }) => [id, rank]),
      [
        ["up", 1],
        ["east", 2],
        ["north", 3],
      ],
    );
    [0.96, 0.8, 0.6].forEach((score, i) => assert.ok(Math.abs(hits[i]!.score - score) < 1e-6));
  });
  it("ranks by the dot product when told to", () => {
    const index = new FlatIndex({ metric: "dot" });
    index.add(
      [1, 2],
      [
        [1, 1],
        [9, 0],
      ],
    );
    assert.deepEqual(
      index.search([1, 1]).map(({ id, score }) => [id, score]),
      [
        [2, 9],
        [1, 2],
      ],
    );
  });
  for (const [rows, width] of [
    [1, 1],
    [15, 7],
    [17, 8],
    [100, 13],
    [8200, 5], // more than a block
  ] as const) {
    it(`finds what comparing with each of ${rows} × ${width} finds`, () => {
      const documents = randomRows(rows, width, rows);
      const index = new FlatIndex();
      const cut = Math.floor(rows / 3);
      index.add(names(cut), documents.slice(0, cut));
      index.add(names(rows).slice(cut), documents.slice(cut));
      assert.equal(index.size, rows);
      const last = documents[rows - 1]!;
      assert.equal(index.search(last)[0]!.id, `doc ${width === 1 ? 0 : rows - 1}`);
      for (const query of [...randomRows(3, width, 99), last]) {
        const cosines = documents.map((document) => cosineOfVectors(query, document));
        const expected = bestRows(cosines, 7);
        const hits = index.search(query, { k: 7 });
        assert.equal(hits.length, Math.min(7, rows));
        hits.forEach(({ score, rank }, i) => {
          // Of nearly equal scores either may come first, so scores are compared, not names.
          assert.ok(Math.abs(score - cosines[expected[i]!]!) < 1e-6);
          assert.equal(rank, i + 1);
        });
        assert.equal(new Set(hits.map(({ id }) => id)).size, hits.length);
      }
    });
  }
  it("keeps equal documents in the order in which they came", () => {
    const index = new FlatIndex();
    index.add(
      names(40),
      Array.from({ length: 40 }, () => [1, 2]),
    );
    const found = index.search([1, 2], { k: 5 }).map(({ id }) => id);
    assert.deepEqual(found, names(5));
  });
  it("searches several queries as it searches each", () => {
    const index = new FlatIndex();
    index.add(names(50), randomRows(50, 6, 1));
    const queries = randomRows(4, 6, 2);
    const all = index.searchBatch(queries, { k: 3 });
    assert.deepEqual(
      all,
      queries.map((query) => index.search(query, { k: 3 })),
    );
  });
  it("leaves out what the filter doesn't want, and only for this search", () => {
    const index = new FlatIndex();
    const kinds = ["shop", "shop", "river", "shop"];
    const metadata = kinds.map((kind, i) => ({ kind, year: 1900 + i }));
    index.add(
      names(4),
      [
        [1, 0],
        [0.9, 0.1],
        [1, 0.01],
        [0, 1],
      ],
      metadata,
    );
    index.add(["bare"], [[1, 0]]);
    const ids = (filter?: Parameters<FlatIndex["search"]>[1]) =>
      index.search([1, 0], filter).map(({ id }) => id);
    assert.deepEqual(ids({ filter: { kind: "shop" } }), ["doc 0", "doc 1", "doc 3"]);
    assert.deepEqual(ids({ filter: { kind: "shop", year: [1901, 1902] } }), ["doc 1"]);
    assert.deepEqual(ids({ filter: { kind: "sea" } }), []);
    assert.deepEqual(ids({ filter: { toString: "shop" } }), []);
    assert.equal(ids({ k: 9 }).length, 5);
  });
  it("doesn't find what was removed, and gives its place to the next", () => {
    const index = new FlatIndex();
    const documents = randomRows(20, 3, 5);
    index.add(names(20), documents);
    assert.equal(index.remove(["doc 3", "doc 19", "none", "doc 3"]), 2);
    assert.equal(index.size, 18);
    assert.deepEqual([index.has("doc 3"), index.has("doc 4")], [false, true]);
    const found = () => index.search(documents[3]!, { k: 30 }).map(({ id }) => id);
    const left = names(20).filter((id) => id !== "doc 3" && id !== "doc 19");
    assert.deepEqual(found().sort(), [...left].sort());
    index.add(
      ["doc 3", "new", "newer"],
      [documents[3]!, documents[19]!, documents[0]!],
      [{ kind: "old" }, { kind: "new" }, { kind: "new" }],
    );
    assert.equal(found()[0], "doc 3");
    assert.equal(found().length, 21);
    const filtered = index.search(documents[19]!, { filter: { kind: "new" } });
    assert.deepEqual(
      filtered.map(({ id }) => id),
      ["new", "newer"],
    );
  });
  it("takes tensors, and leaves none behind", () => {
    const [documents, query] = [
      tf.tensor2d([
        [1, 0],
        [0, 1],
      ]),
      tf.tensor2d([[0, 3]]),
    ];
    assertLeaves(0, () => {
      const index = new FlatIndex();
      index.add(["a", "b"], documents);
      assert.equal(index.search(query)[0]!.id, "b");
    });
  });
  it("gives a row of zeros the score 0", () => {
    const index = new FlatIndex();
    index.add(
      ["zero", "against"],
      [
        [0, 0],
        [-1, 0],
      ],
    );
    assert.deepEqual(
      index.search([1, 0]).map(({ score }) => score),
      [0, -1],
    );
  });
  it("finds nothing where there is nothing", () => {
    assert.deepEqual(new FlatIndex().search([1, 2]), []);
    assert.deepEqual(
      new FlatIndex().searchBatch([
        [1, 2],
        [3, 4],
      ]),
      [[], []],
    );
  });
  it("doesn't keep what is the caller's", () => {
    const [rows, metadata] = [[[1, 0]], [{ kind: "shop" }]];
    const index = new FlatIndex();
    index.add(["a"], rows, metadata);
    rows[0]![0] = -1;
    metadata[0]!.kind = "river";
    assert.equal(index.search([1, 0], { filter: { kind: "shop" } })[0]!.score, 1);
  });
  it("refuses wrong input, and adds nothing then", () => {
    const index = new FlatIndex();
    index.add(["a"], [[1, 0]]);
    assert.throws(
      () =>
        index.add(
          ["b", "a"],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      /ids must differ, got "a" twice/,
    );
    assert.throws(
      () =>
        index.add(
          ["b", "b"],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      /got "b" twice/,
    );
    assert.throws(
      () =>
        index.add(
          ["b"],
          [
            [1, 0],
            [0, 1],
          ],
        ),
      /each of the 1 ids, got 2/,
    );
    assert.throws(
      () => index.add(["b"], [[1, NaN]]),
      /embeddings must be finite, got NaN in row 0/,
    );
    assert.throws(() => index.add(["b"], [[1, 2, 3]]), /must have 2 numbers, .*, got 3/);
    assert.throws(() => index.add([NaN], [[1, 2]]), /an id must be a string or a number, got NaN/);
    assert.throws(() => index.add(["b"], [[1, 2]], []), /each of the 1 documents, got 0/);
    assert.equal(index.size, 1);
    assert.throws(() => index.search([1, 2, 3]), /query must have 2 numbers, .*, got 3/);
    assert.throws(() => index.search([1, Infinity]), /query must be finite/);
    assert.throws(() => index.search([1, 2], { k: 0 }), /k must be a whole number .*, got 0/);
    const nested = { filter: { kind: { is: "shop" } } } as never;
    assert.throws(() => index.search([1, 2], nested), /filter kind must be .*, got an object/);
    assert.throws(() => new FlatIndex({ metric: "manhattan" as never }), /got "manhattan"/);
  });
});

describe("bestRows", () => {
  it("takes the first rows of equal scores, and none of those left out", () => {
    assert.deepEqual(bestRows([1, 3, 3, -Infinity, 3, 2], 2), [1, 2]);
    assert.deepEqual(bestRows([1, -Infinity, 2], 5), [2, 0]);
    assert.deepEqual(bestRows([], 5), []);
  });
});
