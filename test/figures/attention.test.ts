import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { attentionView } from "../../src/figures/attention";
import { ATTENTION_SCRIPT, attentionScript } from "../../src/figures/attention-script";
import { checkedWeights, type AttentionWeights } from "../../src/figures/attention-weights";
import { bytesOf } from "../../src/figures/base64";
import { bundleOf } from "../../src/figures/bundle";
import { MAP_THEMES } from "../../src/figures/embedding-map-style";
import { pageScript } from "../../src/figures/page-script";
import { contrast } from "../browser/page-checks";

const EVIL = "</script><img src=x onerror=alert(1)>";
const TOKENS = ["[CLS]", "duck", "[SEP]"];
/** Two layers of one head. */
const WEIGHTS: AttentionWeights = [
  [
    [
      [0.5, 0.25, 0.25],
      [0, 1, 0],
      [0.2, 0.3, 0.5],
    ],
  ],
  [
    [
      [1, 0, 0],
      [0.125, 0.75, 0.125],
      [1 / 3, 1 / 3, 1 / 3],
    ],
  ],
];

interface PageData {
  weights: string;
  tokens: string[];
  turns: number[];
  start: { layer: number; head: number };
}

function pageData(html: string): PageData {
  return JSON.parse(/class="lab-data">([\s\S]*?)<\/script>/.exec(html)![1]!) as PageData;
}

describe("checkedWeights", () => {
  const { shares } = checkedWeights("test", WEIGHTS, TOKENS);

  it("writes each row in shares that sum to 65,535, within one of the exact value", () => {
    WEIGHTS.flat(2).forEach((row, r) => {
      const written = shares.subarray(3 * r, 3 * r + 3);
      assert.equal(
        written.reduce((a, b) => a + b),
        65_535,
      );
      Array.from(row).forEach((weight, j) =>
        assert.ok(Math.abs(written[j]! - 65_535 * weight) < 1),
      );
    });
    // 65,535 / 2 = 32,767.5, and the two quarters 16,383.75: these are rounded up first.
    assert.deepEqual([...shares.subarray(0, 3)], [32_767, 16_384, 16_384]);
  });

  it("takes what single precision leaves of a sum, and says how much", () => {
    const off: AttentionWeights = [[[Float32Array.from([0.7, 0.3])], []].slice(0, 1)];
    assert.throws(() => checkedWeights("test", off, ["a", "b"]), /\[2, 2\], got \[1, 2\]/);
    const rows = [
      [0.7001, 0.3],
      [0.5, 0.5],
    ];
    const { largestDifference } = checkedWeights("test", [[rows]], ["a", "b"]);
    assert.ok(Math.abs(largestDifference - 0.0001) < 1e-9);
  });

  it("refuses rows that are no weights, and says where they are", () => {
    const wrong = (row: number[]) => () =>
      checkedWeights("attentionView", [[[row, [0.5, 0.5]]]], ["a", "b"]);
    assert.throws(
      wrong([0.5, 0.6]),
      /RangeError: attentionView: each row must sum to 1, got 1.1 in/,
    );
    assert.throws(wrong([-0.5, 1.5]), /from 0 to 1, got -0.5 in layer 1, head 1, row 0/);
    assert.throws(wrong([NaN, 1]), /from 0 to 1, got NaN/);
    assert.throws(wrong([1]), /must be \[2, 2\], got \[2, 1\]/);
  });

  it("refuses no tokens, more than 40, more weights than a page should hold, uneven layers", () => {
    const many = Array.from({ length: 41 }, String);
    assert.throws(() => checkedWeights("test", WEIGHTS, many), /1 to 40 tokens, got 41/);
    assert.throws(() => checkedWeights("test", WEIGHTS, []), /1 to 40 tokens, got 0/);
    assert.throws(() => checkedWeights("test", [], TOKENS), /must be \[layers, heads/);
    assert.throws(() => checkedWeights("test", WEIGHTS, "duck" as never), /array of strings/);
    const uneven = [WEIGHTS[0]!, [...WEIGHTS[1]!, ...WEIGHTS[1]!]];
    assert.throws(() => checkedWeights("test", uneven, TOKENS), /1 heads, got 2 in layer 2/);
    const heads = new Array<(typeof WEIGHTS)[0][0]>(30_000).fill(WEIGHTS[0]![0]!);
    assert.throws(() => checkedWeights("test", [heads, heads], TOKENS), /at most 300000/);
  });
});

describe("attentionView", () => {
  it("puts all weights into the page, layer by layer", () => {
    const data = pageData(attentionView(WEIGHTS, TOKENS, { layer: 2 }).toHtml());
    const shares = new Uint16Array(bytesOf(data.weights));
    assert.deepEqual([...shares.subarray(9, 12)], [65_535, 0, 0]);
    assert.deepEqual(data.start, { layer: 1, head: 0 });
    assert.equal(shares.length, 18);
  });

  it("lists in its table whom each token looks at most, in the head shown at first", () => {
    const words = attentionView(WEIGHTS, TOKENS, { layer: 2 }).describe();
    assert.match(words, /^\[Attention\. 2 layers of 1 head over 3 tokens\.\]/);
    assert.match(words, /Layer 2, head 1\n/);
    assert.match(words, /1 +duck +duck 0.750, \[CLS\] 0.125, \[SEP\] 0.125 +1.000/);
  });

  it("says that rows sum to 1, and that attention is no explanation", () => {
    const html = attentionView(WEIGHTS, TOKENS, { caption: "Look at duck." }).toHtml();
    assert.match(html, /<figcaption>Look at duck\. Each row sums to 1\. .*no explanation/);
    const single = WEIGHTS.map((heads) =>
      heads.map((rows) => rows.map((row) => Float32Array.from(row))),
    );
    assert.match(attentionView(single, TOKENS).toHtml(), /to within [\d.]+e-8\)/);
  });

  it("marks where the second sentence begins", () => {
    const tokenTypeIds = [0, 0, 1];
    assert.deepEqual(
      pageData(attentionView(WEIGHTS, TOKENS, { tokenTypeIds }).toHtml()).turns,
      [2],
    );
    assert.throws(
      () => attentionView(WEIGHTS, TOKENS, { tokenTypeIds: [0] }),
      /tokenTypeIds must be as long as tokens \(3\), got 1/,
    );
  });

  it("lets no text out, and makes what can't be seen visible", () => {
    const html = attentionView(WEIGHTS, [EVIL, "a\u202e", "\u0301"], { title: EVIL }).toHtml();
    assert.ok(!html.includes("<img"));
    assert.equal(html.match(/<\/script>/g)!.length, 2);
    assert.ok(html.includes("\\\\u202e") && html.includes("◌\u0301"));
  });

  it("needs no address and no id, so that many may stand on a page, offline", () => {
    const html = attentionView(WEIGHTS, TOKENS).toHtml();
    assert.ok(!/https?:\/\/(?!www\.w3\.org)|\bid="/.test(html));
    assert.ok(!/https?:\/\/(?!www\.w3\.org\/2000\/svg)/.test(pageScript(ATTENTION_SCRIPT)));
  });

  it("stays within 15 kB for its script", () => {
    assert.ok(attentionScript().length < 15_000, `${attentionScript().length} bytes`);
    assert.doesNotThrow(() => new Function(pageScript(ATTENTION_SCRIPT)));
    const row = Array.from({ length: 40 }, () => 1 / 40);
    const base = new Array(12).fill(new Array(12).fill(new Array(40).fill(row))) as number[][][][];
    const html = attentionView(base, row.map(String)).toHtml();
    assert.ok(html.length < 650_000, `BERT-base with 40 tokens: ${html.length} bytes`);
  });

  it("is shown by show(): live in a page, words in a terminal", () => {
    const bundle = bundleOf(attentionView(WEIGHTS, TOKENS));
    assert.match(String(bundle["text/html"]), /^<figure class="lab-attention"/);
    assert.match(String(bundle["text/plain"]), /^\[Attention\. 2 layers/);
  });

  it("refuses a layer and a head that aren't there", () => {
    assert.throws(
      () => attentionView(WEIGHTS, TOKENS, { layer: 3 }),
      /RangeError: attentionView: layer must be from 1 to 2, got 3/,
    );
    assert.throws(
      () => attentionView(WEIGHTS, TOKENS, { head: 0 }),
      /head must be from 1 to 1, got 0/,
    );
  });

  it("writes in colours that can be read", () => {
    const rgb = (hex: string) =>
      `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
    for (const { ink, muted, paper } of Object.values(MAP_THEMES)) {
      for (const colour of [ink, muted]) assert.ok(contrast(rgb(colour), rgb(paper)) >= 4.5);
    }
  });
});
