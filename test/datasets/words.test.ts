import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { corpusLexicons } from "../../datasets/generators/corpus/lexicons";
import { SEED } from "../../datasets/generators/registry";
import { analogyRows, QUESTIONS } from "../../datasets/generators/words/analogies";
import { homonymRows } from "../../datasets/generators/words/homonyms";
import { SMALLEST_SENSE_COUNT } from "../../datasets/generators/words/sense-words";
import { createRng } from "../../src/core/rng";
import { loadDataset } from "../../src/data/datasets";
import { wordCounts } from "../../datasets/generators/word-counts";

const counts = loadDataset("corpus").then(({ sentences }) => wordCounts(sentences));

describe("the analogies", () => {
  const analogies = loadDataset("analogies");
  it("are all that the seed draws, and no others", async () => {
    const rng = createRng(SEED).fork("analogies");
    assert.deepEqual(await analogies, analogyRows(await counts, rng));
  });
  it("are a hundred of each category, of four different words, and none is asked twice", async () => {
    const rows = await analogies;
    const perCategory = new Map<string, number>();
    for (const { category, a, b, c, d } of rows) {
      perCategory.set(category, (perCategory.get(category) ?? 0) + 1);
      assert.equal(new Set([a, b, c, d]).size, 4, `${a} ${b} ${c} ${d}`);
    }
    assert.deepEqual([...perCategory.values()], Array(8).fill(QUESTIONS));
    assert.equal(new Set(rows.map((row) => Object.values(row).join(" "))).size, rows.length);
  });
  it("use every pair of the lexicon that is frequent enough, and only those", async () => {
    const known = await counts;
    const countries = corpusLexicons().find(({ name }) => name === "country")!.entries;
    const frequent = countries
      .map(({ head, attributes }) => [head, attributes.get("capital")![0]!])
      .filter((pair) => pair.every((word) => (known.get(word.toLowerCase()) ?? 0) >= 50))
      .filter((pair) => pair.every((word) => !word.includes(" ")));
    const used = (await analogies)
      .filter(({ category }) => category === "capital")
      .flatMap(({ a, b, c, d }) => [`${a} ${b}`, `${c} ${d}`]);
    assert.deepEqual([...new Set(used)].sort(), frequent.map((pair) => pair.join(" ")).sort());
  });
  it("use words that stand at least 50 times in the corpus", async () => {
    const known = await counts;
    for (const { a, b, c, d } of await analogies) {
      for (const word of [a, b, c, d]) {
        assert.ok((known.get(word.toLowerCase()) ?? 0) >= 50, `${word}: ${known.get(word)}`);
      }
    }
  });
});

describe("the word similarities", () => {
  it("are at least 120 pairs of words that the corpus knows, each pair once", async () => {
    const known = await counts;
    const rows = await loadDataset("word-similarity");
    assert.ok(rows.length >= 120, `${rows.length}`);
    const pairs = rows.map(({ word1, word2 }) => [word1, word2].sort().join(" "));
    assert.equal(new Set(pairs).size, pairs.length);
    for (const word of rows.flatMap(({ word1, word2 }) => [word1, word2])) {
      assert.ok((known.get(word.toLowerCase()) ?? 0) >= 10, `${word}: ${known.get(word)}`);
    }
  });
  it("use the whole scale, and not only its ends", async () => {
    const scores = (await loadDataset("word-similarity")).map(({ score }) => score);
    for (const [low, high] of [
      [0, 1],
      [1, 3],
      [3, 5],
      [5, 7],
      [7, 10.1],
    ] as const) {
      const share = scores.filter((score) => score >= low && score < high).length / scores.length;
      assert.ok(share > 0.03, `${low} to ${high}: ${share}`);
    }
  });
});

describe("the homonyms", () => {
  it("have two senses each, and at least 12 sentences of each, half of them by hand", async () => {
    const rows = await loadDataset("homonyms");
    const senses = groupBySense(rows);
    assert.equal(senses.size, 16);
    for (const [sense, sentences] of senses) {
      assert.ok(sentences.length >= 12, `${sense}: ${sentences.length}`);
      const byHand = sentences.filter(({ source }) => source === "hand").length;
      assert.ok(2 * byHand >= sentences.length, `${sense}: ${byHand} by hand`);
    }
  });
  it("mark the word itself, whole", async () => {
    for (const { word, sentence, start, end } of await loadDataset("homonyms")) {
      assert.match(sentence.slice(start, end), new RegExp(`^${word}(s|es|ed)?$`, "i"));
      assert.doesNotMatch(sentence.slice(end, end + 1), /\w/, sentence);
    }
  });
  it("are not in the corpus", async () => {
    const inCorpus = new Set((await loadDataset("corpus")).sentences);
    const rows = await loadDataset("homonyms");
    assert.deepEqual(
      rows.filter(({ sentence }) => inCorpus.has(sentence)),
      [],
    );
    assert.equal(new Set(rows.map(({ sentence }) => sentence)).size, rows.length);
  });
  it("are the same from the same seed", () => {
    assert.deepEqual(homonymRows(createRng(1)), homonymRows(createRng(1)));
  });
});

describe("the sense words", () => {
  const rows = loadDataset("sense-words");
  it("cover the two senses of each homonym, six words or more each", async () => {
    const named = async (list: Promise<readonly { word: string; sense: string }[]>) =>
      [...new Set((await list).map(({ word, sense }) => `${word} ${sense}`))].sort();
    assert.deepEqual(await named(rows), await named(loadDataset("homonyms")));
    for (const { words } of await rows) assert.ok(words.length >= 6, String(words));
  });
  it("are never forms of their homonym, nor of both senses", async () => {
    const byWord = new Map<string, string[]>();
    for (const { word, words } of await rows) {
      assert.ok(!words.some((other) => other.startsWith(word)), word);
      byWord.set(word, [...(byWord.get(word) ?? []), ...words]);
    }
    for (const words of byWord.values()) assert.equal(new Set(words).size, words.length);
  });
  it("stand at least 20 times in the corpus", async () => {
    const known = await counts;
    for (const word of (await rows).flatMap(({ words }) => words)) {
      assert.ok((known.get(word) ?? 0) >= SMALLEST_SENSE_COUNT, `${word}: ${known.get(word)}`);
    }
  });
});

function groupBySense<Row extends { word: string; sense: string }>(rows: readonly Row[]) {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.word} ${row.sense}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
