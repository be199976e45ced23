/**
 * Lesson 12 asks for small versions of what the pipeline does; here they are held against the
 * library's.
 */
import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { meanOf } from "../../src/evaluation/bootstrap";
import { permutationTest } from "../../src/evaluation/permutation-test";
import { evaluateRetrieval } from "../../src/evaluation/retrieval";
import { bestThreshold } from "../../src/exercises/lesson-12/best-threshold";
import { fuse } from "../../src/exercises/lesson-12/fuse";
import { hitAndMrr } from "../../src/exercises/lesson-12/hit-and-mrr";
import { markDocument } from "../../src/exercises/lesson-12/mark-document";
import { packSentences } from "../../src/exercises/lesson-12/pack-sentences";
import { paired } from "../../src/exercises/lesson-12/paired";
import { calibrateAbstention } from "../../src/rag/abstention";
import { chunkDocument } from "../../src/rag/chunk";
import { buildPrompt } from "../../src/rag/prompt";
import { reciprocalRankFusion } from "../../src/search/fusion";
import { cases } from "./library-cases";

function near(got: number, wanted: number): void {
  assert.ok(Math.abs(got - wanted) < 1e-9, `${got} should be ${wanted}`);
}

describe("the exercises of lesson 12", () => {
  it("12.pack-sentences packs as chunkDocument packs", () => {
    for (const [lengths, maxTokens] of cases(packSentences)) {
      const sentences = lengths.map((length, i) => `S${i}${" word".repeat(length - 1)}.`);
      const chunks = chunkDocument(
        {
          ...{ source: "x.txt", hiddenCharacters: 0 },
          blocks: [{ text: sentences.join(" "), headings: [] }],
        },
        {
          countTokens: (text) => text.split(/\s+/).filter(Boolean).length,
          maxTokens,
          overlapTokens: 0,
        },
      );
      const numbers = chunks.map(({ text }) =>
        [...text.matchAll(/S(\d+)/g)].map(([, number]) => Number(number)),
      );
      assert.deepEqual(packSentences.reference(lengths, maxTokens), numbers);
    }
  });

  it("12.hit-and-mrr counts as evaluateRetrieval counts", () => {
    for (const [ranks, k] of cases(hitAndMrr)) {
      const queries = ranks.map((rank) => {
        const ranking = Array.from({ length: 9 }, (_, i) => (i + 1 === rank ? "right" : `${i}`));
        return { ranking, relevance: new Set(["right"]) };
      });
      const { mean } = evaluateRetrieval(queries, { ks: [k] });
      const { hit, mrr } = hitAndMrr.reference(ranks, k);
      near(hit, mean[`hit@${k}`]!);
      near(mrr, mean[`mrr@${k}`]!);
    }
  });

  it("12.fuse is reciprocalRankFusion", () => {
    for (const rankings of cases(fuse)) {
      const hits = rankings.map((names) =>
        names.map((id, i) => ({ id, score: 1 / (i + 1), rank: i + 1 })),
      );
      const ids = reciprocalRankFusion(hits).map(({ id }) => id);
      assert.deepEqual(fuse.reference(...rankings), ids);
    }
  });

  it("12.best-threshold is what calibrateAbstention reaches", () => {
    for (const [answerable, unanswerable] of cases(bestThreshold)) {
      const { balancedAccuracy } = calibrateAbstention(answerable, unanswerable);
      near(bestThreshold.reference(answerable, unanswerable), balancedAccuracy);
    }
  });

  it("12.mark-document escapes as the prompt does", () => {
    for (const [number, text] of cases(markDocument)) {
      const documents = Array.from({ length: number }, () => ({ source: "s", headings: "", text }));
      const prompt = buildPrompt("?", documents, { instruction: "" });
      const inside = prompt
        .split(`number="${number}" source="s">\n`)[1]!
        .split("\n</document>")[0]!;
      assert.equal(
        markDocument.reference(number, text),
        `<document number="${number}">${inside}</document>`,
      );
    }
  });

  it("12.paired is the permutation test on hits, tossed often enough", () => {
    for (const [a, b] of cases(paired).slice(0, 6)) {
      const options = { rng: createRng(1), permutations: 20_000 };
      const { pValue } = permutationTest(a, b, meanOf, options);
      const p = paired.reference(a, b);
      assert.ok(Math.abs(p - pValue) < 0.015, `${p} and ${pValue}`);
    }
  });
});
