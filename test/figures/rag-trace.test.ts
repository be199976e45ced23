import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { bundleOf } from "../../src/figures/bundle";
import { ragReplay } from "../../src/figures/rag-replay";
import { ragTrace } from "../../src/figures/rag-trace";
import { rankColumns, rankLines } from "../../src/figures/rag-trace-ranks";
import type { RagAnswer } from "../../src/rag/pipeline";
import { NOT_IN_CORPUS } from "../../src/rag/prompt";
import type { RagTrace, TraceChunk } from "../../src/rag/trace";
import { TestBrowser } from "../browser/chromium";

const EVIL = '"><img src=x onerror=alert(1)><script>alert(2)</script>';

function chunk(id: string, more: Partial<TraceChunk>): TraceChunk {
  const found = { rank: 1, score: 0.5 };
  const base = { id, source: `${id}.md`, line: 5, headings: `Hills › ${id}`, found };
  return { ...base, text: `It is ${id}. It is high.`, ...more };
}

/** By meaning a b c, by words b, fused b a c, re-ranked c b a; c and b in the prompt. */
const chunks: TraceChunk[] = [
  chunk("c", {
    vector: { rank: 3, score: 0.2 },
    found: { rank: 3, score: 0.016 },
    reranked: { rank: 1, score: 0.9 },
    number: 1,
  }),
  chunk("b", {
    vector: { rank: 2, score: 0.4 },
    lexical: { rank: 1, score: 7 },
    found: { rank: 1, score: 0.03 },
    reranked: { rank: 2, score: 0.25 },
    number: 2,
  }),
  chunk("a", {
    vector: { rank: 1, score: 0.6 },
    found: { rank: 2, score: 0.017 },
    reranked: { rank: 3, score: 0.1 },
  }),
];
const trace: RagTrace = {
  ...{ question: "How high is c?", mode: "hybrid", chunks, confidence: 0.9, abstainBelow: 0.5 },
  steps: [
    { name: "embed", milliseconds: 1.26, detail: "2 numbers" },
    { name: "re-rank", milliseconds: 3.78, detail: "3 chunks" },
  ],
  prompt: "the prompt",
  quote: { chunkId: "c", start: 9, end: 20, text: "It is high.", score: 3 },
};
const answered: RagAnswer = {
  answer: "It is high.",
  sources: [{ number: 1, chunkId: "c", place: "c.md, line 5", headings: "Hills › c" }],
  ...{ abstained: false, trace },
};
const abstained: RagAnswer = {
  ...{ answer: NOT_IN_CORPUS, sources: [], abstained: true },
  trace: {
    ...trace,
    question: "Who?",
    confidence: 0.3,
    quote: undefined,
    cut: { tokens: 900, kept: 9 },
  },
};

describe("ragTrace", () => {
  it("marks the quoted sentence in its chunk and nowhere else", () => {
    const html = ragTrace(answered).toHtml();
    assert.deepEqual(
      [...html.matchAll(/(.{9})<mark[^>]*>([^<]*)<\/mark>/g)].map(([, before, quote]) => [
        before,
        quote,
      ]),
      [["It is c. ", "It is high."]],
    );
    assert.doesNotMatch(ragTrace(abstained).toHtml(), /<mark/);
  });

  it("says of each chunk in the prompt where it stood in each ranking", () => {
    const html = ragTrace(answered).toHtml();
    assert.ok(
      html.includes("by meaning 3 (0.2), by words not found → fused 3 (0.016) → re-ranked 1 (0.9)"),
    );
    assert.ok(
      html.includes("by meaning 2 (0.4), by words 1 (7) → fused 1 (0.03) → re-ranked 2 (0.25)"),
    );
    assert.ok(!html.includes("re-ranked 3 (0.1)"), "not in the prompt, so in the table only");
  });

  it("gives each step its time, and a bar as long as its share", () => {
    const html = ragTrace(answered).toHtml();
    assert.match(html, /embed<\/td>.*width:25\.0%.*>1\.3 ms</);
    assert.match(html, /re-rank<\/td>.*width:75\.0%.*>3\.8 ms</);
  });

  it("says how sure it was, and that a question was cut", () => {
    assert.match(ragTrace(answered).toHtml(), /confidence 0\.9, not below the threshold 0\.5/);
    const html = ragTrace(abstained).toHtml();
    assert.match(html, /confidence 0\.3, below the threshold 0\.5/);
    assert.match(html, /of 900 tokens the first 9 were read/);
    assert.ok(html.includes(NOT_IN_CORPUS));
  });

  it("stars what truly answers, and names it where it wasn't found", () => {
    const html = ragTrace(answered, { relevant: ["b", "x"] }).toHtml();
    assert.ok(html.includes("<strong>b</strong> ★") && !html.includes("<strong>c</strong> ★"));
    assert.ok(html.includes("not among the candidates: x"));
  });

  it("lists all candidates in words, in their final order, without times", () => {
    const text = ragTrace(answered, { relevant: ["b"] }).describe();
    const rows = text
      .split("\n")
      .slice(-3)
      .map((line) => line.trim().split(/ {2,}/));
    assert.deepEqual(rows, [
      ["1", "c", "c.md, line 5", "3", "0.2", "3", "0.016", "1", "0.9", "[1]"],
      ["2", "★ b", "b.md, line 5", "2", "0.4", "1", "7", "1", "0.03", "2", "0.25", "[2]"],
      ["3", "a", "a.md, line 5", "1", "0.6", "2", "0.017", "3", "0.1"],
    ]);
    assert.doesNotMatch(text, / ms/);
  });

  it("escapes every text of the corpus, the question and the answer", () => {
    const html = ragTrace(
      {
        answer: EVIL,
        sources: [{ number: 1, chunkId: EVIL, place: EVIL, headings: EVIL }],
        abstained: false,
        trace: {
          ...trace,
          question: EVIL,
          prompt: EVIL,
          steps: [{ name: "embed", milliseconds: 1, detail: EVIL }],
          chunks: [
            chunk(EVIL, { ...chunks[0], id: EVIL, source: EVIL, headings: EVIL, text: EVIL }),
          ],
          quote: { chunkId: EVIL, start: 2, end: 9, text: EVIL, score: 1 },
        },
      },
      { relevant: [EVIL, `${EVIL} missed`] },
    ).toHtml();
    assert.doesNotMatch(html, /<img|<script/);
  });

  it("is shown by show(), as HTML and as text", () => {
    const bundle = bundleOf(ragTrace(answered));
    assert.match(String(bundle["text/html"]), /^<figure class="lab-rag-trace"/);
    assert.match(String(bundle["text/plain"]), /^Question: How high is c\?\nAnswer: It is high\./);
  });

  it("draws nothing where nothing was found", () => {
    const html = ragTrace({ ...abstained, trace: { ...abstained.trace, chunks: [] } }).toHtml();
    assert.ok(html.includes("Nothing was found") && !html.includes("<svg"));
    assert.throws(() => ragTrace(answered, { maxPlaces: 0 }), /maxPlaces .*at least 1, got 0/);
  });
});

describe("rankLines", () => {
  const options = { maxPlaces: 8, relevant: new Set<string>() };

  it("has a column for each ranking that there was", () => {
    const names = (given: Pick<RagTrace, "mode" | "chunks">) =>
      rankColumns(given).map(({ name }) => name);
    assert.deepEqual(names(trace), ["by meaning", "by words", "fused", "re-ranked"]);
    const plain = chunks.map((given) => ({ ...given, reranked: undefined }));
    assert.deepEqual(names({ mode: "vector", chunks: plain }), ["by meaning"]);
    assert.deepEqual(names({ mode: "lexical", chunks }), ["by words", "re-ranked"]);
  });

  it("lowers a dot by one row for each place, and passes over a ranking without the chunk", () => {
    const svg = rankLines(trace, options);
    const group =
      /<g><title>c: 3 by meaning, not found by words, 3 fused, 1 re-ranked<[^]*?<\/g>/.exec(
        svg,
      )![0];
    const dots = [...group.matchAll(/cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    const [[x, y]] = dots as [[number, number]];
    assert.deepEqual(dots, [
      [x, y],
      [x + 260, y],
      [x + 390, y - 52],
    ]);
    assert.deepEqual(
      [...group.matchAll(/<path d="M(\d+) (\d+)C[^"]* (\d+) (\d+)" /g)].map((m) =>
        m.slice(1).map(Number),
      ),
      [
        [x, y, x + 260, y],
        [x + 260, y, x + 390, y - 52],
      ],
    );
  });

  it("leaves out what stood low everywhere, unless it answers", () => {
    const low = chunk("low", { vector: { rank: 9, score: 0 }, found: { rank: 9, score: 0 } });
    const plain = chunks.map((found) => ({ ...found, reranked: undefined }));
    const given = { mode: "vector" as const, chunks: [...plain, low] };
    assert.doesNotMatch(rankLines(given, options), /<title>low/);
    const svg = rankLines(given, { ...options, relevant: new Set(["low"]) });
    assert.match(svg, /<title>low: 9 by meaning/);
    assert.match(svg, />★ low/);
  });
});

describe("ragReplay", () => {
  it("holds each question with its whole trace, and needs no script", () => {
    const html = ragReplay([answered, abstained]).toHtml();
    assert.equal(html.match(/<details style/g)!.length, 2);
    assert.equal(html.match(/<figure class="lab-rag-trace"/g)!.length, 2);
    assert.doesNotMatch(html, /<script/);
    assert.equal(
      ragReplay([answered, abstained]).describe(),
      `How high is c?\n  It is high.\nWho?\n  ${NOT_IN_CORPUS}`,
    );
    assert.throws(() => ragReplay([]), /there must be answers, got 0/);
  });
});

describe("ragTrace in a browser", () => {
  const browser = new TestBrowser();
  before(() => browser.start());
  after(() => browser.stop());

  it("shows letters where a document holds tags, and fits a phone", async (t) => {
    const evilChunk = chunk(EVIL, { ...chunks[0], id: EVIL, source: EVIL, headings: EVIL });
    const evilTrace = {
      ...trace,
      question: EVIL,
      prompt: EVIL,
      chunks: [evilChunk, ...chunks.slice(1)],
    };
    const evil = { ...answered, answer: EVIL, trace: evilTrace };
    await browser.onPage(
      t,
      ragReplay([evil]).toHtml(),
      async ({ page }) => {
        await page.locator("summary").first().click();
        assert.ok(await page.getByText(EVIL, { exact: true }).first().isVisible());
        assert.equal(await page.locator("figure svg g").count(), 3);
        const tooWide =
          "document.documentElement.scrollWidth > document.documentElement.clientWidth";
        assert.equal(await page.evaluate(tooWide), false);
      },
      { viewport: { width: 390, height: 800 } },
    );
  });
});
