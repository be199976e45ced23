import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainIdf, plainTfIdf } from "../../src/vectorizers/plain-tf-idf";
import { TfIdf } from "../../src/vectorizers/tf-idf";

const documents = ["cat cat dog", "cat bird"];

describe("TfIdf", () => {
  it("weighs counts by rarity and gives every row the length 1", () => {
    const model = new TfIdf();
    const weights = model.fitTransform(documents);
    // N = 2; cat stands in both: ln(3/3) + 1 = 1; bird and dog in one: ln(3/2) + 1 = 1.405465
    const rare = Math.log(3 / 2) + 1;
    assert.deepEqual(model.terms, ["bird", "cat", "dog"]);
    close([...model.idf], [rare, 1, rare]);
    // row 0: (0, 2·1, 1·rare) / √(4 + rare²); row 1: (rare, 1, 0) / √(rare² + 1)
    const [first, second] = weights.toDense();
    close(first!, [0, 2 / Math.hypot(2, rare), rare / Math.hypot(2, rare)]);
    close(second!, [rare / Math.hypot(rare, 1), 1 / Math.hypot(rare, 1), 0]);
  });
  it("gives the same whether it fits and transforms at once or in turn", () => {
    const model = new TfIdf({ sublinearTf: true });
    assert.deepEqual(model.fitTransform(documents), model.transform(documents));
  });
  it("counts repetition on a logarithmic scale when asked", () => {
    const model = new TfIdf({ sublinearTf: true, norm: null, useIdf: false });
    // 1 + ln 2 for two cats
    close(model.fitTransform(documents).toDense()[0]!, [0, 1 + Math.log(2), 1]);
    close([...model.idf], [1, 1, 1]);
  });
  it("makes a document without known words a row of zeros", () => {
    assert.deepEqual(new TfIdf().fit(documents).transform(["fish"]).toDense(), [[0, 0, 0]]);
  });
  it("hands out its weights as a copy", () => {
    const model = new TfIdf().fit(documents);
    model.idf[0] = 0;
    assert.notEqual(model.idf[0], 0);
  });
  it("says that it is not fitted, also with a fixed vocabulary", () => {
    assert.throws(() => new TfIdf().terms, /^Error: TfIdf\.terms: not fitted/);
    assert.throws(() => new TfIdf().transform(["a"]), /^Error: TfIdf\.transform: not fitted; call/);
    const fixed = new TfIdf({ vocabulary: ["cat"] });
    assert.throws(() => fixed.transform(["cat"]), /TfIdf\.transform: not fitted/);
    assert.throws(() => fixed.idf, /TfIdf\.idf: not fitted/);
  });
  it("names the term whose weight would be infinite", () => {
    const model = new TfIdf({ vocabulary: ["cat", "fish"], smoothIdf: false }).fit(documents);
    assert.equal(model.idf[1], Infinity);
    assert.deepEqual(model.transform(["cat"]).toDense(), [[1, 0]]);
    assert.throws(() => model.transform(["cat fish"]), /"fish" stood in no fitted document/);
  });
  it("refuses options it doesn't know, in its own name", () => {
    assert.throws(() => new TfIdf({ norm: "l3" as "l2" }), /^RangeError: TfIdf: norm .* got "l3"$/);
    assert.throws(
      () => new TfIdf({ useIdf: 1 as unknown as boolean }),
      /TfIdf: useIdf must be true/,
    );
    assert.throws(() => new TfIdf({ ngramRange: [3, 1] }), /^RangeError: TfIdf: ngramRange/);
    assert.throws(() => new TfIdf().fit([]), /^RangeError: TfIdf\.fit: /);
  });
});

describe("plainTfIdf", () => {
  it("is share of the document times −ln(share of documents)", () => {
    const { terms, termFrequency, idf, weights } = plainTfIdf(documents);
    assert.deepEqual(terms, ["bird", "cat", "dog"]);
    close(termFrequency.toDense()[0]!, [0, 2 / 3, 1 / 3]);
    close([...idf], [Math.log(2), 0, Math.log(2)]);
    close(weights.toDense()[0]!, [0, 0, Math.log(2) / 3]);
    close(weights.toDense()[1]!, [Math.log(2) / 2, 0, 0]);
  });
  it("loses a word that stands in every document, where the smoothed form keeps it", () => {
    assert.equal(plainTfIdf(documents).weights.at(0, 1), 0);
    assert.ok(new TfIdf().fitTransform(documents).at(0, 1) > 0.8);
  });
  it("gives a word in no document an infinite weight", () => {
    assert.deepEqual([...plainTfIdf(documents, { vocabulary: ["fish"] }).idf], [Infinity]);
    assert.equal(plainIdf(0, 2), Infinity);
  });
  it("divides by the length of the whole document, uncounted terms included", () => {
    const { termFrequency } = plainTfIdf(documents, { vocabulary: ["dog"] });
    close(termFrequency.toDense()[0]!, [1 / 3]);
  });
  it("refuses what can't be", () => {
    assert.throws(() => plainIdf(3, 2), /plainIdf: documentFrequency .* from 0 to 2, got 3/);
    assert.throws(() => plainIdf(0, 0), /plainIdf: numDocuments .* at least 1, got 0/);
    assert.throws(() => plainTfIdf([]), /plainTfIdf\.fit: /);
  });
});

function close(actual: number[], expected: number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(actual[i]! - value) < 1e-12, `${actual[i]} is not ${value}`);
  });
}
