import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import {
  likelihoodGain,
  pairAssociation,
  pairFrequency,
  type MergeScore,
} from "../../src/tokenizers/merge-scores";
import {
  trainWordPiece,
  type TrainWordPieceProgress,
} from "../../src/tokenizers/wordpiece-trainer";

const SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
const TEXTS = ["hug hug hug hugs hugs", "pug pug pun", "bun bun bun bun"];

describe("trainWordPiece", () => {
  it("joins the pairs worked out by hand", () => {
    // hug 3, hugs 2, pug 2, pun 1, bun 4.
    // ##u ##g: 3+2+2 = 7; h ##u: 5; ##u ##n: 5; b ##u: 4; p ##u: 3; ##g ##s: 2   → ##ug
    // h ##ug: 5; ##u ##n: 5; b ##u: 4; the tie goes to the older left entry: "##u" (id 14)
    // is older than "##ug", but "h" (id 7) is older than both                    → hug
    // ##u ##n 5 → ##un;  b ##un 4 → bun;  then p ##ug 2 and hug ##s 2: "h…" was learned later
    const { vocabulary, merges, numWords } = trainWordPiece(TEXTS, { vocabSize: 22 });
    assert.deepEqual(vocabulary, [
      ...SPECIAL,
      ...["b", "g", "h", "n", "p", "s", "u"],
      ...["##g", "##n", "##s", "##u"],
      ...["##ug", "hug", "##un", "bun", "pug", "hugs"],
    ]);
    assert.deepEqual(
      merges.map(({ count }) => count),
      [7, 5, 5, 4, 2, 2],
    );
    assert.deepEqual(merges[0], { left: "##u", right: "##g", piece: "##ug", count: 7 });
    assert.equal(numWords, 5);
  });

  it("stops early when no pair occurs minFrequency times", () => {
    const all = trainWordPiece(TEXTS, { vocabSize: 1000 }).vocabulary;
    const frequent = trainWordPiece(TEXTS, { vocabSize: 1000, minFrequency: 5 }).vocabulary;
    assert.ok(!all.includes("pun") && all.includes("hugs"));
    assert.deepEqual(frequent.slice(-3), ["##ug", "hug", "##un"]);
  });

  it("doesn't care in which order texts come", () => {
    const texts = randomTexts(3);
    const options = { vocabSize: 120 };
    assert.deepEqual(
      trainWordPiece(texts, options).vocabulary,
      trainWordPiece(createRng(4).shuffle(texts), options).vocabulary,
    );
  });

  const scores = { pairFrequency, pairAssociation, likelihoodGain };
  for (const [name, score] of Object.entries(scores)) {
    it(`takes the pairs that counting everything anew at each step takes, by ${name}`, () => {
      for (const seed of [1, 2, 3, 4]) {
        const texts = randomTexts(seed);
        const options = { vocabSize: 90, minFrequency: 3, score };
        const { vocabulary, merges } = trainWordPiece(texts, options);
        const expected = naiveTraining(texts, 90, 3, score);
        assert.deepEqual(
          merges.map((merge) => merge.piece),
          expected.merged,
        );
        assert.deepEqual(vocabulary, expected.vocabulary);
      }
    });
  }

  it("keeps the most frequent characters, and leaves words with others out", () => {
    const { vocabulary } = trainWordPiece(["aab aab abz abz q"], {
      limitAlphabet: 2,
      initialAlphabet: [],
    });
    assert.deepEqual(vocabulary.slice(5), ["a", "b", "##a", "##b", "aa", "aab"]);
  });

  it("has characters that were asked for, seen or not", () => {
    const { vocabulary } = trainWordPiece(["aa"], { initialAlphabet: ["ß"], limitAlphabet: 1 });
    assert.deepEqual(vocabulary.slice(5), ["ß"]);
  });

  it("lists a piece once, even one that was there from the beginning", () => {
    const specialTokens = ["[UNK]", "hug"];
    const { vocabulary, merges } = trainWordPiece(TEXTS, { vocabSize: 20, specialTokens });
    assert.equal(new Set(vocabulary).size, vocabulary.length);
    assert.equal(vocabulary.indexOf("hug"), 1);
    assert.ok(merges.some(({ piece }) => piece === "hug"));
  });

  it("learns from words of up to 100 characters, those that can be looked up later", () => {
    const last = (word: string) => trainWordPiece([word, word]).vocabulary.at(-1);
    assert.equal(last("ab".repeat(50)), "ab".repeat(50));
    assert.equal(last("ab".repeat(51)), "b");
    assert.equal(last(`${"ab".repeat(51)}-cd`), "cd");
  });

  it("tells its progress up to the end", () => {
    const seen: TrainWordPieceProgress[] = [];
    trainWordPiece(TEXTS, { vocabSize: 20, onProgress: (progress) => seen.push(progress) });
    assert.deepEqual(seen[0], { phase: "words", done: 3 });
    assert.deepEqual(seen.at(-1), { phase: "merges", done: 20, total: 20 });
  });

  it("learns nothing from nothing", () => {
    assert.deepEqual(trainWordPiece([]).vocabulary, SPECIAL);
    assert.deepEqual(trainWordPiece(["", " "]).vocabulary, SPECIAL);
  });

  it("refuses what it can't use", () => {
    const failing = (options: object, texts: unknown = TEXTS) =>
      assert.throws.bind(assert, () => trainWordPiece(texts as string[], options)) as (
        pattern: RegExp,
      ) => void;
    failing({ vocabSize: 10 })(
      /RangeError: trainWordPiece: vocabSize must have room for the 16 special .* got 10/,
    );
    failing({ vocabSize: 1.5 })(/RangeError: trainWordPiece: vocabSize must be a whole number/);
    failing({ minFrequency: 0 })(/RangeError: trainWordPiece: minFrequency .* got 0/);
    failing({ initialAlphabet: ["ab"] })(/RangeError: .*single characters, got "ab"/);
    failing({ score: "frequency" })(/TypeError: .*score must be a function/);
    failing({}, "one text")(/TypeError: .*texts must be a list of strings, got "one text"/);
    failing({}, ["a", 3])(/TypeError: .*texts\[1\] must be a string, got 3/);
  });
});

describe("merge scores", () => {
  it("equal the values worked out by hand", () => {
    const counts = { pair: 2, left: 4, right: 3, total: 10, isDouble: false };
    assert.equal(pairFrequency(counts), 2);
    assert.equal(pairAssociation(counts), 2 / 12);
    // after: pieces 2, 1 and 2 of 8; before: 4 and 3 of 10; the other 3 stand alone in both
    const after = 2 * Math.log(2 / 8) + Math.log(1 / 8) + 2 * Math.log(2 / 8) + 3 * Math.log(1 / 8);
    const before = 4 * Math.log(4 / 10) + 3 * Math.log(3 / 10) + 3 * Math.log(1 / 10);
    assert.ok(Math.abs(likelihoodGain(counts) - (after - before)) < 1e-12);
  });

  it("count a piece beside itself once", () => {
    // a a a a → aa aa: from 4 · ln(4/4) to 2 · ln(2/2)
    const counts = { pair: 2, left: 4, right: 4, total: 4, isDouble: true };
    assert.ok(Math.abs(likelihoodGain(counts)) < 1e-12);
  });
});

/** Words of few letters, so that pairs overlap ("aaa") and pieces come about in two ways. */
function randomTexts(seed: number): string[] {
  const rng = createRng(seed);
  const letters = ["a", "b", "c", "😀"];
  const word = () => Array.from({ length: 1 + rng.integer(7) }, () => rng.pick(letters)).join("");
  return Array.from({ length: 40 }, () => Array.from({ length: 5 }, word).join(" "));
}

/** The definition, without any bookkeeping. */
function naiveTraining(
  texts: string[],
  vocabSize: number,
  minFrequency: number,
  score: MergeScore,
) {
  const counts = new Map<string, number>();
  for (const word of texts.join(" ").split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].map(([word, count]) => ({
    pieces: Array.from(word, (character, i) => (i === 0 ? character : `##${character}`)),
    count,
  }));
  const byCodePoint = (a: string, b: string) => a.codePointAt(0)! - b.codePointAt(0)!;
  const letters = [...new Set([...texts.join("")].filter((c) => c !== " "))].sort(byCodePoint);
  const vocabulary = [...SPECIAL, ...letters, ...letters.map((letter) => `##${letter}`)];
  const merged: string[] = [];
  while (vocabulary.length < vocabSize) {
    const pieceCounts = new Map<string, number>();
    const pairs = new Map<string, { left: string; right: string; count: number }>();
    let total = 0;
    for (const { pieces, count } of words) {
      pieces.forEach((piece, i) => {
        pieceCounts.set(piece, (pieceCounts.get(piece) ?? 0) + count);
        total += count;
        if (i === 0) return;
        const key = `${pieces[i - 1]} ${piece}`;
        const pair = pairs.get(key) ?? { left: pieces[i - 1]!, right: piece, count: 0 };
        pair.count += count;
        pairs.set(key, pair);
      });
    }
    const ranked = [...pairs.values()]
      .filter(({ count }) => count >= minFrequency)
      .map((pair) => ({
        ...pair,
        score: score({
          pair: pair.count,
          left: pieceCounts.get(pair.left)!,
          right: pieceCounts.get(pair.right)!,
          total,
          isDouble: pair.left === pair.right,
        }),
      }))
      .sort(
        (p, q) =>
          q.score - p.score ||
          vocabulary.indexOf(p.left) - vocabulary.indexOf(q.left) ||
          vocabulary.indexOf(p.right) - vocabulary.indexOf(q.right),
      );
    const best = ranked[0];
    if (best === undefined) break;
    const piece = best.left + best.right.slice(2);
    if (!vocabulary.includes(piece)) vocabulary.push(piece);
    merged.push(piece);
    for (const { pieces } of words) {
      for (let i = 0; i + 1 < pieces.length; i++) {
        if (pieces[i] === best.left && pieces[i + 1] === best.right) pieces.splice(i, 2, piece);
      }
    }
  }
  return { merged, vocabulary };
}
