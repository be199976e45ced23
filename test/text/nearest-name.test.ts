import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { nearestName } from "../../src/text/nearest-name";

describe("nearestName", () => {
  it("needs the fewest changed, missing or added letters", () => {
    // "idff": idf by one removed, rank by four replaced
    assert.equal(nearestName("idff", ["rank", "idf"]), "idf");
    assert.equal(nearestName("idf", ["01.idf", "01.rank", "xdx"]), "xdx"); // 2 replaced, not 3 added
  });

  it("gives the first of equally near names, wherever the nearest stands", () => {
    assert.equal(nearestName("cat", ["elephant", "cut", "cart", "at", "dog"]), "cut");
    assert.equal(nearestName("cat", ["xyz", "zat", "elephant", "cat", "cut"]), "cat");
    assert.equal(nearestName("", ["abc", "ab"]), "ab");
  });

  it("is undefined when there are no names", () => {
    assert.equal(nearestName("idf", []), undefined);
  });
});
