import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { generateCorpus } from "../../datasets/generators/corpus/generate";
import { corpusLexicons } from "../../datasets/generators/corpus/lexicons";
import { readTopics } from "../../datasets/generators/corpus/read-topics";
import { CRAFTS } from "../../datasets/generators/corpus/topics/crafts";
import { DAILY_LIFE } from "../../datasets/generators/corpus/topics/daily-life";
import { NATURE } from "../../datasets/generators/corpus/topics/nature";
import { SHARED } from "../../datasets/generators/corpus/topics/shared";
import { SOCIETY } from "../../datasets/generators/corpus/topics/society";
import { Grammar, type Scope } from "../../datasets/generators/grammar";
import { createRng } from "../../src/core/rng";
import { loadCorpus } from "../../src/data/datasets";
import { wordCounts } from "../../datasets/generators/word-counts";

const corpus = loadCorpus();

describe("the corpus", () => {
  it("has about a million words of several thousand types", async () => {
    const counts = wordCounts((await corpus).sentences);
    const total = [...counts.values()].reduce((sum, count) => sum + count);
    assert.ok(total > 950_000 && total < 1_100_000, `${total} words`);
    assert.ok(counts.size > 5_000 && counts.size < 12_000, `${counts.size} types`);
  });

  it("falls off by Zipf's law: at ten times the rank, about ten times rarer", async () => {
    const sorted = [...wordCounts((await corpus).sentences).values()].sort((a, b) => b - a);
    // The slope of log count over log rank, by least squares on ranks spread evenly in the log.
    const points = Array.from({ length: 20 }, (_, i) => Math.round(10 * 1.37 ** i))
      .filter((rank) => rank <= 3000)
      .map((rank) => [Math.log(rank), Math.log(sorted[rank - 1]!)] as const);
    const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
    const [x, y] = [mean(0), mean(1)];
    const slope =
      points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) /
      points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
    assert.ok(slope < -0.7 && slope > -1.4, `slope ${slope}`);
  });

  it("has no sentence twice", async () => {
    const { sentences } = await corpus;
    assert.equal(new Set(sentences).size, sentences.length);
  });

  it("has documents of several sentences, which name the same people or things", async () => {
    const { documents } = await corpus;
    const long = documents.filter(({ sentences }) => sentences.length >= 4);
    assert.ok(long.length > 0.95 * documents.length);
    const shareWord = (a: string, b: string) => {
      const names = (text: string): string[] => text.match(/\b[A-Z]\w+/g) ?? [];
      return names(a).some((name) => names(b).includes(name));
    };
    const share = (pairs: [string, string][]) =>
      pairs.filter(([a, b]) => shareWord(a, b)).length / pairs.length;
    const next = long.map(({ sentences }) => [sentences[1]!, sentences[2]!] as [string, string]);
    const random = next.map(([a], i) => [a, next[(i + 7) % next.length]![1]] as [string, string]);
    assert.ok(share(next) > 4 * share(random), `${share(next)} against ${share(random)}`);
  });

  it("has each homonym and each name of a country often enough to be learned", async () => {
    const counts = wordCounts((await corpus).sentences);
    for (const word of ["duck", "bank", "bat", "bark", "crane", "seal", "spring", "match"]) {
      assert.ok(counts.get(word)! > 400, `${word}: ${counts.get(word)}`);
    }
    for (const { head, attributes } of new Grammar(corpusLexicons()).entries("country")) {
      for (const word of [head, attributes.get("capital")![0]!]) {
        assert.ok(counts.get(word.toLowerCase())! >= 50, `${word}: ${counts.get(word)}`);
      }
    }
  });

  it("has sentences from capital to stop, with nothing of the templates left", async () => {
    const { sentences } = await corpus;
    const wrong = sentences.filter(
      (sentence) =>
        !/^"?\p{Lu}.*[.?!]"?$/u.test(sentence) || /[{}[\]|@*]| {2}|undefined/.test(sentence),
    );
    assert.deepEqual(wrong.slice(0, 5), []);
  });

  it("has a or an by the sound of the next word", async () => {
    const { sentences } = await corpus;
    const wrong = sentences.filter((sentence) =>
      /\b(a [aeio]\w+|an [bcdfgjklmnpqrstvwxyz]\w+)/i.test(
        sentence.replace(/\ba (one|once|eu\w+)\b/gi, ""),
      ),
    );
    assert.deepEqual(wrong.slice(0, 5), []);
  });
});

describe("generateCorpus", () => {
  it("gives the same text from the same seed, and another from another", () => {
    const numWords = 5_000;
    const first = generateCorpus(createRng(3), { numWords });
    assert.deepEqual(generateCorpus(createRng(3), { numWords }), first);
    assert.notDeepEqual(generateCorpus(createRng(4), { numWords }), first);
  });

  it("has no template that any word it may draw cannot fill", () => {
    const grammar = new Grammar(corpusLexicons());
    const rng = createRng(1);
    for (const topic of [NATURE, SOCIETY, CRAFTS, DAILY_LIFE, SHARED].flatMap(readTopics)) {
      for (let round = 0; round < 25; round++) {
        const cast: Scope = new Map();
        for (const { bind, lexicon } of topic.cast) cast.set(bind, grammar.draw(lexicon, rng));
        for (const bind of ["h", "f"]) {
          if (!cast.has(bind)) cast.set(bind, grammar.draw("name", rng));
        }
        for (const template of [...topic.openings, ...topic.sentences]) {
          grammar.expand(template, rng, new Map(cast));
        }
      }
    }
  });
});
