import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { startLab } from "../../src/engine/lab";
import { cosineOfVectors } from "../../src/similarity/cosine";
import { WordVectors } from "../../src/word-vectors/word-vectors";
import { assertLeaves } from "../support/leaks";

interface GoldenAnalogies {
  names: string[];
  vectors: number[][];
  queries: {
    a: string;
    b: string;
    c: string;
    cosadd_scores: Record<string, number>;
    cosmul_scores: Record<string, number>;
  }[];
}

const golden = (
  JSON.parse(readFileSync(join(__dirname, "../golden/word2vec.json"), "utf8")) as {
    analogy: GoldenAnalogies;
  }
).analogy;
const royal = new WordVectors(golden.names, Float32Array.from(golden.vectors.flat()), { size: 5 });

// Right angles and 3-4-5 triangles: cos(east, north) = 0, cos(east, between) = 3/5.
const compass = new WordVectors(
  ["east", "north", "between", "west"],
  Float32Array.from([2, 0, 0, 5, 3, 4, -1, 0]),
  { size: 2, counts: [9, 7, 5, 3] },
);

describe("WordVectors", () => {
  it("finds each word's vector, place and count", () => {
    assert.deepEqual([...compass.vector("between")], [3, 4]);
    assert.deepEqual([compass.indexOf("west"), compass.indexOf("up")], [3, -1]);
    assert.deepEqual([compass.has("west"), compass.has("up")], [true, false]);
    assert.deepEqual(compass.counts, Float64Array.from([9, 7, 5, 3]));
  });
  it("keeps nothing of the caller's, and hands out copies", () => {
    const [words, values] = [["a", "b"], Float32Array.from([1, 2])];
    const vectors = new WordVectors(words, values, { size: 1 });
    [words[0], values[0]] = ["x", 9];
    vectors.vector("b")[0] = 9;
    assert.deepEqual([vectors.words[0], vectors.values], ["a", Float32Array.from([1, 2])]);
  });
  it("shares the caller's memory when told not to copy", () => {
    const values = Float32Array.from([1, 2]);
    assert.equal(new WordVectors(["a", "b"], values, { size: 1, copy: false }).values, values);
  });
  it("says what it got when the input is wrong", () => {
    const build = (words: string[], values: number[], options: object = {}) =>
      new WordVectors(words, Float32Array.from(values), { size: 2, ...options });
    assert.throws(() => build([], []), /words must not be empty/);
    assert.throws(() => build(["a"], [1, 2, 3]), /1 words of size 2 need 2 numbers, got 3/);
    assert.throws(() => build(["a", "a"], [1, 2, 3, 4]), /words must differ, got "a" twice/);
    assert.throws(() => build(["a", "b"], [1, 2, 3, NaN]), /must be finite, got NaN for "b"/);
    assert.throws(() => build(["a"], [1, 2], { size: 0 }), /size .* at least 1, got 0/);
    assert.throws(() => build(["a"], [1, 2], { counts: [1, 2] }), /got 2 for 1/);
    assert.throws(() => new WordVectors(["a"], [1] as unknown as Float32Array, { size: 1 }), {
      name: "TypeError",
      message: "WordVectors: vectors must be a Float32Array, got an array of 1",
    });
  });
  it("names an unknown word in every query, with the nearest spelling", () => {
    const message = /"nort" is not among the 4 words; the nearest spelling is "north"/;
    const queries: [string, () => unknown][] = [
      ["vector", () => compass.vector("nort")],
      ["nearest", () => compass.nearest("nort")],
      ["analogy", () => compass.analogy({ a: "east", b: "nort", c: "west" })],
      ["similarity", () => compass.similarity("east", "nort")],
      ["oddOneOut", () => compass.oddOneOut(["east", "west", "nort"])],
    ];
    for (const [member, query] of queries) {
      assert.throws(query, message);
      assert.throws(query, new RegExp(`^RangeError: WordVectors\\.${member}: `));
    }
  });
});

describe("WordVectors.describe", () => {
  it("says how many words of which size, and names the first", () => {
    const two = new WordVectors(["up", "down"], Float32Array.of(1, 0, 0, 1), { size: 2 });
    assert.equal(two.describe(), "2 words, 2 numbers each: up, down");
    const words = Array.from({ length: 1300 }, (_, i) => `w${i}`);
    const many = new WordVectors(words, new Float32Array(1300), { size: 1 });
    assert.match(many.describe(), /^1,300 words, 1 numbers each: w0, .*, w11, …$/);
  });
});

describe("WordVectors.nearest", () => {
  it("orders the others by cosine", () => {
    // from east (2, 0): between 6 / (2 · 5) = 0.6, north 0, west −1
    assert.deepEqual(compass.nearest("east"), [
      { word: "between", score: 0.6, rank: 1 },
      { word: "north", score: 0, rank: 2 },
      { word: "west", score: -1, rank: 3 },
    ]);
  });
  it("leaves nothing out for a vector, whose length doesn't matter", () => {
    const words = compass.nearest([0.1, 0]).map(({ word }) => word);
    assert.deepEqual(words, ["east", "between", "north", "west"]);
    assert.deepEqual(compass.nearest(Float32Array.of(300, 0)), compass.nearest([0.1, 0]));
  });
  it("returns k words at most, and none of those excluded", () => {
    const some = compass.nearest("east", { k: 1, exclude: ["between", "unheard-of"] });
    assert.deepEqual(
      some.map(({ word }) => word),
      ["north"],
    );
  });
  it("agrees with sorting all cosines", () => {
    const rng = createRng(3);
    const [count, size] = [500, 16];
    const words = Array.from({ length: count }, (_, i) => `w${i}`);
    // Each is 1 or −1, so cosines are sixteenths without rounding, and many are equal.
    const values = Float32Array.from({ length: count * size }, () => 2 * rng.integer(2) - 1);
    const vectors = new WordVectors(words, values, { size });
    const query = vectors.vector("w17");
    const cosines = words.map((word) => cosineOfVectors(vectors.vector(word), query));
    const order = words.map((_, i) => i).sort((i, j) => cosines[j]! - cosines[i]! || i - j);
    for (const k of [1, 2, 10, 499, 600]) {
      const found = vectors.nearest("w17", { k });
      const expected = order.filter((i) => i !== 17).slice(0, k);
      assert.deepEqual(
        found.map(({ score }) => round(score)),
        expected.map((i) => round(cosines[i]!)),
      );
      assert.deepEqual(
        found.map(({ word }) => word),
        expected.map((i) => words[i]),
      );
    }
  });
  it("gives a word of zeros the cosine 0", () => {
    const vectors = new WordVectors(["zero", "one"], Float32Array.of(0, 0, 1, 0), { size: 2 });
    assert.equal(vectors.nearest("one")[0]!.score, 0);
    assert.equal(vectors.similarity("zero", "zero"), 0);
  });
  it("says what it got when the vector is wrong", () => {
    assert.throws(() => compass.nearest([1]), /nearest: a vector has 2 numbers, got 1/);
    assert.throws(() => compass.nearest([1, NaN]), /nearest: numbers must be finite, got NaN/);
    assert.throws(() => compass.nearest({} as number[]), /TypeError: .* got an object/);
    assert.throws(() => compass.nearest("east", { k: 0 }), /nearest: k .* got 0/);
  });
});

describe("WordVectors.analogy", () => {
  for (const method of ["3CosAdd", "3CosMul"] as const) {
    it(`gives the golden scores of ${method}`, () => {
      for (const { a, b, c, cosadd_scores, cosmul_scores } of golden.queries) {
        const expected = Object.entries(method === "3CosAdd" ? cosadd_scores : cosmul_scores);
        expected.sort((one, other) => other[1] - one[1]);
        const found = royal.analogy({ a, b, c, method });
        assert.deepEqual(
          found.map(({ word }) => word),
          expected.map(([word]) => word),
        );
        found.forEach(({ score }, i) => {
          const gap = Math.abs(score - expected[i]![1]);
          assert.ok(gap < 1e-5 * Math.max(1, Math.abs(score)), `${score}`);
        });
      }
    });
  }
  it("ranks the inputs among the others when they are not left out", () => {
    const { a, b, c } = golden.queries[0]!;
    const all = royal.analogy({ a, b, c, excludeInputs: false });
    assert.deepEqual(all.map(({ word }) => word).sort(), [...golden.names].sort());
    assert.deepEqual(
      all.slice(0, 3).map(({ word }) => word),
      ["queen", "woman", "king"], // c and b themselves come before prince
    );
  });
  it("returns k words", () => {
    const [best, ...others] = royal.analogy({ a: "man", b: "king", c: "woman", k: 1 });
    assert.deepEqual([best!.word, others.length], ["queen", 0]);
  });
  it("refuses a method that it doesn't know", () => {
    const query = { a: "man", b: "king", c: "woman", method: "3cosadd" as "3CosAdd" };
    assert.throws(() => royal.analogy(query), /must be "3CosAdd" or "3CosMul", got "3cosadd"/);
  });
});

describe("WordVectors.similarity", () => {
  it("is the cosine", () => {
    assert.equal(compass.similarity("between", "west"), -0.6); // −3 / (5 · 1)
  });
});

describe("WordVectors.oddOneOut", () => {
  it("finds the word farthest from the mean direction, whatever the vectors' lengths", () => {
    const words = ["a", "b", "far"];
    // Directions (1, 0), (0.6, 0.8) and (−1, 0) sum to (0.6, 0.8): cosines 0.6, 1 and −0.6. With
    // its length of 9, "far" would draw the mean to (−7.4, 0.8), and "a" would be the odd one.
    const vectors = new WordVectors(words, Float32Array.of(1, 0, 0.6, 0.8, -9, 0), { size: 2 });
    assert.equal(vectors.oddOneOut(words), "far");
  });
  it("needs three words", () => {
    assert.throws(() => compass.oddOneOut(["east", "west"]), /3 words or more, got 2/);
  });
});

describe("WordVectors.normalized", () => {
  it("gives every vector length 1 and changes no cosine", () => {
    const unit = compass.normalized();
    assert.deepEqual(unit.vector("north"), Float32Array.of(0, 1));
    assert.deepEqual(unit.vector("between"), Float32Array.of(0.6, 0.8));
    assert.equal(round(unit.similarity("between", "west")), -0.6);
    assert.deepEqual([unit.words, unit.counts], [compass.words, compass.counts]);
    assert.deepEqual([...compass.vector("north")], [0, 5]);
  });
  it("leaves zeros as they are", () => {
    const zero = new WordVectors(["a"], new Float32Array(2), { size: 2 }).normalized();
    assert.deepEqual([...zero.values], [0, 0]);
  });
});

describe("WordVectors.toTensor", () => {
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
  });
  it("is [V, D], and the one tensor left behind", () => {
    const tensor = assertLeaves(1, () => compass.toTensor());
    assert.deepEqual(tensor.shape, [4, 2]);
    assert.deepEqual(tensor.dataSync(), compass.values);
    tensor.dispose();
  });
});

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
