import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Bm25 } from "../../src/vectorizers/bm25";

const documents = [
  "the cat sat on the mat",
  "the dog sat on the log",
  "cats and dogs chase the cat",
  "a bird sang",
];

describe("Bm25", () => {
  it("equals the value worked out by hand", () => {
    // "aa bb" and "aa aa bb bb": N = 2, both hold aa, so idf = ln(1 + 0.5 / 2.5) = ln 1.2.
    // Mean length 3, k1 = 1, b = 0.5: the first adds 1 · (0.5 + 0.5 · 2/3) = 5/6 to its count,
    // the second 0.5 + 0.5 · 4/3 = 7/6: 1 / (1 + 5/6) = 6/11 and 2 / (2 + 7/6) = 12/19.
    const model = new Bm25({ k1: 1, b: 0.5 }).fit(["aa bb", "aa aa bb bb"]);
    close(model.idf, [Math.log(1.2), Math.log(1.2)]);
    close(model.scores("aa"), [(Math.log(1.2) * 6) / 11, (Math.log(1.2) * 12) / 19]);
    assert.equal(model.meanLength, 3);
  });
  it("gives the scores of bm25s 0.3.16", () => {
    // BM25(method="lucene", k1=1.2, b=0.75, dtype="float64"), tokens by \b\w\w+\b
    const model = new Bm25().fit(documents);
    const expected: [string, number[]][] = [
      ["cat sat", [0.5824766223192818, 0.2912383111596409, 0.2912383111596409, 0]],
      ["the the dog", [0.42210052537128095, 0.9279714515586491, 0.2997268436459936, 0]],
      ["bird", [0, 0, 0, 0.725284821883094]],
    ];
    for (const [query, scores] of expected) close(model.scores(query), scores);
  });
  it("never weighs a term below 0, not even one in every document", () => {
    assert.ok(new Bm25().fit(["aa", "aa", "aa bb"]).idf.every((weight) => weight > 0));
  });
  it("adds less for each repetition, and never more than idf in all", () => {
    const repeats = ["aa", "aa aa", "aa aa aa", "aa ".repeat(500)];
    const model = new Bm25({ b: 0 }).fit(repeats);
    const [one, two, three, many] = model.scores("aa") as unknown as number[];
    assert.ok(two! - one! > three! - two! && three! - two! > 0);
    assert.ok(many! < model.idf[0]! && many! > 0.99 * model.idf[0]!);
  });
  it("prefers the shorter of two documents, unless b is 0", () => {
    const texts = ["aa bb cc dd", "aa bb"];
    const [long, short] = new Bm25().fit(texts).scores("aa");
    assert.ok(short! > long!);
    const [same, other] = new Bm25({ b: 0 }).fit(texts).scores("aa");
    assert.equal(same, other);
  });
  it("finds the best documents, and none that share no term with the query", () => {
    const hits = new Bm25().fit(documents).search("cat sat", { k: 2 });
    assert.deepEqual(hits.map(({ id, rank }) => [id, rank]), [[0, 1], [1, 2]]); // prettier-ignore
    assert.deepEqual(new Bm25().fit(documents).search("zebra"), []);
  });
  it("has weights whose sums are the scores", () => {
    const model = new Bm25().fit(documents);
    const weights = model.transform(documents);
    const [cat, sat] = [model.vocabulary.get("cat")!, model.vocabulary.get("sat")!];
    const sums = documents.map((_, i) => weights.at(i, cat) + weights.at(i, sat));
    close(model.scores("cat sat"), sums);
  });
  it("says what is wrong", () => {
    assert.throws(() => new Bm25({ b: 1.5 }), /Bm25: b must be between 0 and 1, got 1\.5/);
    assert.throws(() => new Bm25({ k1: -1 }), /Bm25: k1 must be 0 or above, got -1/);
    assert.throws(() => new Bm25().search("cat"), /Bm25\.scores: not fitted; call fit/);
    assert.throws(() => new Bm25().terms, /^Error: Bm25\.terms: not fitted/);
    const model = new Bm25().fit(documents);
    assert.throws(
      () => model.scores(["cat"] as unknown as string),
      /query must be a string, got an arr/,
    );
    assert.throws(() => model.search("cat", { k: 0 }), /Bm25\.search: k .* at least 1, got 0/);
  });
});

function close(actual: ArrayLike<number>, expected: number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(actual[i]! - value) < 1e-12, `${actual[i]} is not ${value}`);
  });
}
