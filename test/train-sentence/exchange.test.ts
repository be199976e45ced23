import { describe, it } from "node:test";
import assert from "node:assert/strict";
import type { SentenceData } from "../../bin/train-sentence/data";
import { exchangeWords, neighbourhood } from "../../bin/train-sentence/exchange";
import { madePairs } from "../../bin/train-sentence/made-pairs";
import { createRng } from "../../src/core/rng";
import { WordVectors } from "../../src/word-vectors/word-vectors";

const OTHERS: Record<string, string[]> = {
  duke: ["cook", "lemon"],
  lemon: ["onion"],
  peeled: ["sliced"],
  sour: ["sweet"],
};
const substitutes = (word: string) => OTHERS[word] ?? [];

describe("exchangeWords", () => {
  const row = {
    texts: ["The duke peeled the lemon.", "Lemon was peeled by the duke."],
    label: 1,
  };

  it("exchanges shared words in all texts alike, and keeps capitals and label", () => {
    const rows = exchangeWords([row], { substitutes, copies: 2, rng: createRng(1) });
    // "lemon" stands in the row already, so it can't take the duke's place.
    const changed = {
      texts: ["The cook sliced the onion.", "Onion was sliced by the cook."],
      label: 1,
    };
    assert.deepEqual(rows, [row, changed, changed]);
  });

  it("leaves alone what one text has for itself, and rows that share nothing", () => {
    const own = { texts: ["The sour lemon.", "The lemon."], label: 0.8 };
    const other = { texts: ["The sour duke.", "A lemon."], label: 0 };
    const rows = exchangeWords([own, other], { substitutes, copies: 1, rng: createRng(1) });
    assert.deepEqual(rows, [own, { texts: ["The sour onion.", "The onion."], label: 0.8 }, other]);
  });

  it("gives the rows themselves for no copies", () => {
    assert.deepEqual(exchangeWords([row], { substitutes, copies: 0, rng: createRng(1) }), [row]);
  });
});

describe("neighbourhood", () => {
  const split = { train: [], dev: [], test: [], hand: [] };
  const held = [{ sentence1: "A melon.", sentence2: "A plum.", score: 0 }];
  const data = {
    ...{ nli: split, triplets: split, pairs: split },
    sts: { ...split, test: held },
  } as unknown as SentenceData;

  it("finds near words of the same form, but none of grammar and none that is held out", () => {
    const grammar = Array.from({ length: 100 }, (_, i) => `grammar${i}`);
    const words = [...grammar, "lemon", "melon", "plum", "peach", "apple", "lemons"];
    const values = words.flatMap((_, i) => (i < 100 ? [1, 0.1] : [1, (i - 100) / 100]));
    const find = neighbourhood(
      new WordVectors(words, Float32Array.from(values), { size: 2 }),
      data,
    );
    assert.deepEqual(find("lemon"), ["peach"]);
    assert.deepEqual(find("grammar3"), []);
    assert.deepEqual(find("unknown"), []);
  });
});

describe("madePairs", () => {
  const documents = [
    { topic: "a", sentences: ["The duke peeled the lemon.", "A sour lemon met the duke."] },
    { topic: "b", sentences: ["Sour, said the old duke.", "He peeled it and the lemon."] },
  ];
  const corpus = { documents, sentences: documents.flatMap(({ sentences }) => sentences) };

  it("scores each change by what it does", () => {
    const rows = madePairs({ corpus }, { substitutes, numRows: 400, rng: createRng(2) });
    assert.equal(rows.length, 400);
    const documentOf = (text: string) => documents.find((one) => one.sentences.includes(text));
    const words = (text: string) => text.toLowerCase().match(/[a-z]+/g)!;
    for (const { texts, label } of rows) {
      const whole = texts.find((text) => documentOf(text))!;
      const other = texts[0] === whole ? texts[1]! : texts[0]!;
      if (label === 0.8) assert.ok(words(whole).length >= (other.match(/[a-z]+/gi) ?? []).length);
      if (label === 0.6) assert.equal(words(whole).length, words(other).length);
      if (label === 0.4) assert.deepEqual(words(whole).sort(), words(other).sort());
      if (label === 0.1) assert.ok(documentOf(other) === documentOf(whole) && other !== whole);
      if (label === 0) assert.ok(documentOf(other));
    }
    assert.deepEqual([...new Set(rows.map(({ label }) => label))].sort(), [0, 0.1, 0.4, 0.6, 0.8]);
  });
});
