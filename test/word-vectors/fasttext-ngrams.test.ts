import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { characterNgrams, hashNgram, ngramBuckets } from "../../src/word-vectors/fasttext-ngrams";

interface GoldenWord {
  word: string;
  ngrams_3_6: string[];
  ngrams_1_2: string[];
  hashes: number[];
  buckets_2000000: number[];
  buckets_1000: number[];
  word_hash: number;
}

const golden = JSON.parse(readFileSync(join(__dirname, "../golden/word2vec.json"), "utf8")) as {
  fasttext: GoldenWord[];
};

describe("characterNgrams", () => {
  it("cuts where and its brackets into pieces of three letters", () => {
    const pieces = ["<wh", "whe", "her", "ere", "re>"];
    assert.deepEqual(characterNgrams("where", { minN: 3, maxN: 3 }), pieces);
  });
  it("gives the golden n-grams, letters outside of ASCII counted as one", () => {
    for (const { word, ngrams_3_6, ngrams_1_2 } of golden.fasttext) {
      assert.deepEqual(characterNgrams(word), ngrams_3_6, word);
      assert.deepEqual(characterNgrams(word, { minN: 1, maxN: 2 }), ngrams_1_2, word);
    }
  });
  it("gives none when the longest is shorter than the shortest", () => {
    assert.deepEqual(characterNgrams("where", { minN: 3, maxN: 0 }), []);
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => characterNgrams("a", { minN: 2.5 }), /characterNgrams: minN .* got 2\.5/);
    assert.throws(() => characterNgrams(undefined as unknown as string), {
      name: "TypeError",
      message: "characterNgrams: word must be a string, got undefined",
    });
  });
});

describe("hashNgram", () => {
  it("is plain FNV-1a for ASCII letters, where bytes have no sign", () => {
    assert.equal(hashNgram(""), 0x811c9dc5); // nothing mixed in: the offset
    assert.equal(hashNgram("a"), 0xe40c292c); // both from the tables of Fowler, Noll & Vo
  });
  it("gives the golden hashes, signed bytes included", () => {
    for (const { word, ngrams_3_6, hashes, word_hash } of golden.fasttext) {
      assert.deepEqual(ngrams_3_6.map(hashNgram), hashes, word);
      assert.equal(hashNgram(word), word_hash, word);
    }
  });
});

describe("ngramBuckets", () => {
  it("gives the buckets that fastText's files use", () => {
    for (const { word, buckets_2000000, buckets_1000 } of golden.fasttext) {
      assert.deepEqual([...ngramBuckets(word)], buckets_2000000, word);
      assert.deepEqual([...ngramBuckets(word, { buckets: 1000 })], buckets_1000, word);
    }
  });
  it("has one bucket for each n-gram, its hash modulo the number of buckets", () => {
    for (const word of ["a", "straße", "😀😀", "e\u0301te", "東京"]) {
      for (const range of [{}, { minN: 1, maxN: 2 }, { minN: 0, maxN: 9 }, { minN: 4, maxN: 3 }]) {
        const hashes = characterNgrams(word, range).map((ngram) => hashNgram(ngram) % 97);
        assert.deepEqual([...ngramBuckets(word, { ...range, buckets: 97 })], hashes, word);
      }
    }
  });
  it("refuses a table without rows", () => {
    assert.throws(() => ngramBuckets("a", { buckets: 0 }), /ngramBuckets: buckets .* got 0/);
  });
});
