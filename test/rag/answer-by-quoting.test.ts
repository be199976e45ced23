import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { bestSentence } from "../../src/rag/answer-by-quoting";
import {
  scoreByCosine,
  scoreByReranker,
  scoreByWords,
  type SentenceScorer,
} from "../../src/rag/score-sentences";

const chunks = [
  { id: "a", headings: "Hills › Bell Hill", text: "The hill is high.  It is made of chalk." },
  { id: "b", headings: "", text: "A bridge burnt in 1700." },
];

describe("bestSentence", () => {
  it("gives the sentence with the highest score, and where it stands", async () => {
    const quote = await bestSentence("?", chunks, async () => [1, 3, 2]);
    assert.deepEqual(quote, {
      ...{ chunkId: "a", start: 19, end: 39, text: "It is made of chalk.", score: 3 },
    });
    assert.equal(chunks[0]!.text.slice(19, 39), quote!.text);
  });

  it("reads each sentence with the innermost heading it stands below", async () => {
    let seen: readonly string[] = [];
    const score: SentenceScorer = async (question, sentences) => {
      assert.equal(question, "How?");
      seen = sentences;
      return sentences.map(() => 1);
    };
    const quote = await bestSentence("How?", chunks, score);
    assert.deepEqual(seen, [
      "Bell Hill\nThe hill is high.",
      "Bell Hill\nIt is made of chalk.",
      "A bridge burnt in 1700.",
    ]);
    assert.equal(quote!.text, "The hill is high.", "of equal scores the first");
  });

  it("finds none where there is no text, and refuses scores that don't fit", async () => {
    assert.equal(await bestSentence("?", [], scoreByWords), undefined);
    assert.equal(await bestSentence("?", [{ ...chunks[1]!, text: " " }], scoreByWords), undefined);
    await assert.rejects(
      bestSentence("?", chunks, async () => [1]),
      /a score for each of 3 sentences, got 1/,
    );
  });
});

describe("scoreByWords", () => {
  it("prefers the sentence with the rarer of the question's words, one-letter words too", async () => {
    const sentences = ["The hill is high.", "The tower is old.", "The hill is the X."];
    const scores = Array.from(await scoreByWords("Is the tower x?", sentences));
    assert.ok(scores[1]! > scores[0]! && scores[2]! > scores[0]!, scores.join());
    assert.deepEqual(Array.from(await scoreByWords("Nothing shared", sentences)), [0, 0, 0]);
  });
});

describe("scoreByCosine", () => {
  it("compares the question's vector with each sentence's", async () => {
    const plane = { dimension: 2, fingerprint: "f", countTokens: () => 1 };
    const score = scoreByCosine(
      { ...plane, embedQuery: async () => Float32Array.of(2, 0) },
      { ...plane, encode: async () => [Float32Array.of(0, 1), Float32Array.of(3, 4)] },
    );
    const [across, near] = Array.from(await score("?", ["x", "y"]));
    assert.equal(across, 0);
    assert.ok(Math.abs(near! - 0.6) < 1e-6);
  });
});

describe("scoreByReranker", () => {
  it("puts the scores back into the sentences' order", async () => {
    const reranker = {
      rerank: async () => [
        { index: 1, score: 0.9 },
        { index: 0, score: 0.2 },
      ],
    };
    assert.deepEqual([...Array.from(await scoreByReranker(reranker)("?", ["x", "y"]))], [0.2, 0.9]);
  });
});
