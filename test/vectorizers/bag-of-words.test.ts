import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { buildAnalyze, buildPreprocess } from "../../src/text/analyze";
import { BagOfWords } from "../../src/vectorizers/bag-of-words";
import type { BagOfWordsOptions } from "../../src/vectorizers/bag-of-words";
import { introsortIndices } from "../../src/vectorizers/introsort";
import { NgramCounter } from "../../src/vectorizers/ngram-counter";
import { countMatrix } from "../../src/vectorizers/select-terms";
import { PlainTermCounter } from "../../src/vectorizers/term-counter";
import type { TermCounter } from "../../src/vectorizers/term-counter";

const documents = ["The cat sat. The end!", "dog and cat", "the dog"];

describe("BagOfWords", () => {
  it("counts how often each document holds each word", () => {
    const bag = new BagOfWords();
    const counts = bag.fitTransform(documents);
    assert.deepEqual(bag.terms, ["and", "cat", "dog", "end", "sat", "the"]);
    assert.deepEqual(counts.toDense(), [
      [0, 1, 0, 1, 1, 2],
      [1, 1, 1, 0, 0, 0],
      [0, 0, 1, 0, 0, 1],
    ]);
    assert.ok(counts.values instanceof Int32Array);
    assert.equal(bag.vocabulary.get("sat"), 4);
  });
  it("passes over words that were not in the fitted documents", () => {
    const bag = new BagOfWords().fit(documents);
    assert.deepEqual(bag.transform(["a bird sat", ""]).toDense(), [
      [0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
    assert.deepEqual(bag.transform([]).toDense(), []);
  });
  it("can't tell who bites whom until it counts pairs", () => {
    const bites = ["dog bites man", "man bites dog"];
    const [alone, other] = new BagOfWords().fitTransform(bites).toDense();
    assert.deepEqual(alone, other);
    const pairs = new BagOfWords({ ngramRange: [1, 2] });
    const [first, second] = pairs.fitTransform(bites).toDense();
    assert.notDeepEqual(first, second);
    const [a, b, c] = ["bites", "bites dog", "bites man"];
    assert.deepEqual(pairs.terms, [a, b, c, "dog", "dog bites", "man", "man bites"]);
  });
  it("doesn't join the words on either side of an unknown one", () => {
    const bag = new BagOfWords({ ngramRange: [2, 2] }).fit(["cat sat"]);
    assert.deepEqual(bag.transform(["cat never sat", "cat sat"]).toDense(), [[0], [1]]);
  });
  it("orders columns by code point, beyond U+FFFF too", () => {
    const bag = new BagOfWords().fit(["ﬀx 𝔘𝔫 zz zz ab"]);
    assert.deepEqual(bag.terms, ["ab", "zz", "ﬀx", "𝔘𝔫"]);
  });
  it("counts a fixed vocabulary in the order given, and needs no fit for it", () => {
    const vocabulary = ["dog", "the cat", "cat"];
    const bag = new BagOfWords({ vocabulary, ngramRange: [1, 2] });
    vocabulary.push("changed");
    assert.deepEqual(bag.transform(documents).toDense(), [[0, 1, 1], [1, 0, 1], [1, 0, 0]]); // prettier-ignore
    assert.deepEqual(bag.fit(["nothing known"]).terms, ["dog", "the cat", "cat"]);
    const columns = new Map([["cat", 1], ["dog", 0]]); // prettier-ignore
    assert.deepEqual(new BagOfWords({ vocabulary: columns }).terms, ["dog", "cat"]);
    assert.deepEqual(new BagOfWords({ vocabulary: new Set(["b", "a"]) }).terms, ["a", "b"]);
    assert.deepEqual(new BagOfWords({ vocabulary: { b: 0, a: 1 } }).terms, ["b", "a"]);
  });
  it("reads a fraction as a share of the documents and a whole number as a number of them", () => {
    const terms = (options: BagOfWordsOptions) => new BagOfWords(options).fit(documents).terms;
    assert.deepEqual(terms({ minDf: 2 }), ["cat", "dog", "the"]);
    assert.deepEqual(terms({ minDf: 0.5 }), ["cat", "dog", "the"]);
    assert.deepEqual(terms({ maxDf: 1 }), ["and", "end", "sat"]);
    assert.deepEqual(terms({ maxDf: 0.5 }), ["and", "end", "sat"]);
    assert.deepEqual(terms({ maxFeatures: 1 }), ["the"]); // 3 times; with binary, twice as others
    assert.deepEqual(terms({ maxFeatures: 1, binary: true }), ["cat"]);
  });
  it("learns anew at each fit, and keeps what it knew when a fit fails", () => {
    const bag = new BagOfWords().fit(documents);
    assert.throws(() => bag.fit(["", "!"]));
    assert.equal(bag.terms.length, 6);
    assert.deepEqual(bag.fit(["new words"]).terms, ["new", "words"]);
    assert.equal(bag.vocabulary.size, 2);
  });
  it("leaves the caller's documents and options as they were", () => {
    const mine = [...documents];
    const options = { ngramRange: [1, 2] as [number, number], stopWords: ["the"] };
    const bag = new BagOfWords(options).fit(mine);
    options.ngramRange[1] = 1;
    options.stopWords.push("cat");
    assert.ok(bag.fit(mine).vocabulary.has("cat sat"));
    assert.deepEqual(mine, documents);
  });
});

describe("BagOfWords with bad input", () => {
  const refused: [string, () => unknown, RegExp][] = [
    ["an empty corpus", () => new BagOfWords().fit([]), /^BagOfWords\.fit: .* got 0$/],
    ["a string for a list", () => fit("the cat"), /^BagOfWords\.fit: documents .*got "the cat"$/],
    ["a number among texts", () => fit(["a", 7]), /documents\[1\] must be a string, got 7$/],
    ["stop words only", () => fit(["the on"], { stopWords: ["the", "on"] }), /no terms were found/],
    [
      "minDf above every count",
      () => fit(documents, { minDf: 9 }),
      /no terms are left .*lower min/,
    ],
    [
      "ngramRange reversed",
      () => fit(documents, { ngramRange: [2, 1] }),
      /turn it round: \[1, 2\]$/,
    ],
    ["ngramRange from 0", () => fit(documents, { ngramRange: [0, 1] }), /ngramRange\[0\].*got 0$/],
    ["a share above 1", () => fit(documents, { minDf: 1.5 }), /^BagOfWords: minDf .* got 1\.5$/],
    ["a share below 0", () => fit(documents, { maxDf: -0.1 }), /^BagOfWords: maxDf .* got -0\.1$/],
    ["NaN", () => fit(documents, { minDf: NaN }), /minDf .* got NaN$/],
    ["no features", () => fit(documents, { maxFeatures: 0 }), /maxFeatures .*at least 1, got 0$/],
    ["an empty vocabulary", () => fit(documents, { vocabulary: [] }), /vocabulary is empty; name/],
    ["a term twice", () => fit(documents, { vocabulary: ["a", "a"] }), /stand once, got two "a"$/],
    [
      "a column twice",
      () => fit([], { vocabulary: { a: 0, b: 0 } }),
      /0 to 1 once, got 0 for "b"$/,
    ],
    ["a gap", () => fit([], { vocabulary: { a: 0, b: 2 } }), /0 to 1 once, got 2 for "b"$/],
    [
      "a named stop list",
      () => fit([], { stopWords: "english" }),
      /list of words, got "english"; /,
    ],
    ["an unknown analyzer", () => fit([], { analyzer: "chars" }), /must be one of .* got "chars"$/],
    ["a misspelt option", () => fit([], { ngram_range: [1, 2] }), /no option "ngram_range"; there/],
    ["a number as pattern", () => fit([], { tokenPattern: 3 }), /string or a RegExp, got 3$/],
    ["transform before fit", () => new BagOfWords().transform([""]), /transform: not fitted; call/],
    ["terms before fit", () => new BagOfWords().terms, /^BagOfWords\.terms: not fitted/],
    ["vocabulary before fit", () => new BagOfWords().vocabulary, /vocabulary: not fitted/],
  ];
  for (const [name, act, message] of refused) {
    it(`refuses ${name}, and says what is wrong`, () => {
      assert.throws(act, (error: Error) => {
        assert.match(error.message, message);
        return true;
      });
    });
  }
  it("takes one document", () => {
    assert.deepEqual(new BagOfWords().fitTransform(["one two two"]).toDense(), [[1, 2]]);
  });

  /** What a learner in plain JavaScript may write. */
  function fit(input: unknown, options: object = {}): unknown {
    return new BagOfWords(options as BagOfWordsOptions).fit(input as string[]);
  }
});

describe("NgramCounter", () => {
  it("counts as PlainTermCounter does, on random text of all kinds", () => {
    const rng = createRng(7);
    const words = "aa bb cc a İı 𝔘𝔫 naïve ﬀ ﷺ 東京 cafe\u0301 x_1 ² é . \ud800 \u200b 😀".split(
      " ",
    );
    const spaces = [" ", " ", "", "-", "\n"];
    for (let round = 0; round < 60; round++) {
      const texts = Array.from({ length: 20 }, () =>
        Array.from({ length: rng.integer(30) }, () => rng.pick(words) + rng.pick(spaces)).join(""),
      );
      const longest = 1 + rng.integer(4);
      const options = {
        lowercase: rng.uniform() < 0.7,
        stripAccents: rng.pick([null, "unicode", "ascii"] as const),
        ngramRange: [1 + rng.integer(longest), longest] as const,
        stopWords: rng.pick([[], ["aa", "cc"]]),
      };
      const preprocess = buildPreprocess(options);
      const fast = new NgramCounter({ ...options, preprocess });
      const plain = new PlainTermCounter(buildAnalyze(options));
      const [train, test] = [texts.slice(0, 12), texts.slice(12)];
      assert.deepEqual(learned(fast, train), learned(plain, train));
      const numTerms = plain.learn(train).shape[0];
      for (const texts of [test, train, test]) {
        // The second time nothing may be left over from the first.
        assert.deepEqual(counted(fast, texts, numTerms), counted(plain, texts, numTerms));
      }
    }
  });
  it("tells two words of one length apart that have the same hash", () => {
    // FNV-1a of both is 0xe20e47d2: a table that trusts hashes would have one column.
    const counts = new BagOfWords().fitTransform(["declinate macallums declinate"]);
    assert.deepEqual(counts.toDense(), [[2, 1]]);
  });
  it("keeps tens of thousands of different words apart while its tables grow", () => {
    const words = Array.from({ length: 30000 }, (_, i) => `w${(i * 7919) % 30000}`);
    const bag = new BagOfWords({ ngramRange: [1, 2] });
    const counts = bag.fitTransform([words.join(" "), "w1 w2"]);
    assert.equal(bag.vocabulary.size, 30000 + 29999 + 1);
    assert.ok(counts.row(0).values.every((count) => count === 1));
    assert.equal(counts.at(1, bag.vocabulary.get("w1 w2")!), 1);
  });

  function learned(counter: TermCounter, texts: string[]): unknown {
    const { shape, rowOffsets, columns, values } = counter.learn(texts);
    const terms = counter.terms(Int32Array.from({ length: shape[0] }, (_, id) => id));
    return { shape, terms, arrays: [rowOffsets, columns, values].map((array) => [...array]) };
  }

  function counted(counter: TermCounter, texts: string[], numColumns: number): unknown {
    const columnOf = Int32Array.from({ length: numColumns }, (_, id) => id);
    return countMatrix(counter.count(texts), { columnOf, numColumns }, false);
  }
});

describe("introsortIndices", () => {
  it("leaves ties where numpy 1.24 leaves them", () => {
    // np.array([-1] * 17).argsort() and np.array([-1] * 16).argsort(), numpy 1.24.2
    const seventeen = [0, 14, 13, 12, 11, 10, 9, 15, 8, 6, 5, 4, 3, 2, 1, 7, 16];
    assert.deepEqual([...introsortIndices(new Array(17).fill(-1))], seventeen);
    assert.deepEqual([...introsortIndices(new Array(16).fill(-1))], [...Array(16).keys()]);
  });
  it("sorts", () => {
    const rng = createRng(1);
    const keys = Array.from({ length: 1000 }, () => rng.integer(50));
    const sorted = [...introsortIndices(keys)];
    assert.deepEqual([...sorted].sort((a, b) => a - b), [...keys.keys()]); // prettier-ignore
    assert.deepEqual(sorted.map((index) => keys[index]), [...keys].sort((a, b) => a - b)); // prettier-ignore
  });
});
