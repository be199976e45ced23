import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { inverseClozeQuestion } from "../../src/dual-encoder/inverse-cloze";

const PASSAGE =
  "Bell Hill is made of chalk. Rabbits have dug into it! Who rides there hears a bell.";
const WORDS = PASSAGE.split(" ");

/** Are these words of the passage, in its order? */
function isInOrder(words: readonly string[], all: readonly string[]): boolean {
  let place = -1;
  return words.every((word) => (place = all.indexOf(word, place + 1)) >= 0);
}

describe("inverseClozeQuestion", () => {
  it("takes the words of one sentence, in their order, at least two of them", () => {
    const rng = createRng(1);
    const sentences = PASSAGE.match(/[^.!]+[.!]/g)!.map((text) => text.trim().split(" "));
    const lengths = new Set<number>();
    for (let i = 0; i < 200; i++) {
      const words = inverseClozeQuestion(PASSAGE, { rng, scatteredShare: 0 }).split(" ");
      assert.ok(words.length >= 2);
      assert.ok(sentences.some((sentence) => isInOrder(words, sentence)));
      lengths.add(words.length);
    }
    assert.deepEqual([...lengths].sort(), [2, 3, 4, 5, 6]); // the longest sentence has 6
  });

  it("keeps a whole sentence where no word may be left out", () => {
    const options = { rng: createRng(1), scatteredShare: 0, minShare: 1 };
    for (let i = 0; i < 20; i++)
      assert.ok(PASSAGE.includes(inverseClozeQuestion(PASSAGE, options)));
  });

  it("or takes 3 to 9 words from all over it, each once, in the order of the text", () => {
    const rng = createRng(2);
    const lengths = new Set<number>();
    for (let i = 0; i < 300; i++) {
      const words = inverseClozeQuestion(PASSAGE, { rng, scatteredShare: 1 }).split(" ");
      assert.ok(isInOrder(words, WORDS), words.join(" "));
      lengths.add(words.length);
    }
    assert.deepEqual([...lengths].sort(), [3, 4, 5, 6, 7, 8, 9]);
    const short = inverseClozeQuestion("Two words.", { rng, scatteredShare: 1 });
    assert.equal(short, "Two words.");
  });

  it("begins with the title as often as it is told to", () => {
    const rng = createRng(3);
    const named = Array.from({ length: 400 }, () =>
      inverseClozeQuestion(PASSAGE, { rng, title: "The Bell" }),
    ).filter((question) => question.startsWith("The Bell "));
    assert.ok(Math.abs(named.length / 400 - 0.3) < 0.07, `${named.length}`); // 3 deviations
  });

  it("says the same for the same seed, and refuses what it can't use", () => {
    const ask = (seed: number) => inverseClozeQuestion(PASSAGE, { rng: createRng(seed) });
    assert.equal(ask(7), ask(7));
    assert.notEqual(ask(7), ask(8));
    const rng = createRng(1);
    assert.throws(() => inverseClozeQuestion(" ", { rng }), /must hold a sentence, got none/);
    assert.throws(() => inverseClozeQuestion("A.", { rng, minShare: 2 }), /minShare .* got 2/);
    assert.throws(() => inverseClozeQuestion(7 as never, { rng }), /passage/);
  });
});
