import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { BertEncoder } from "../../src/bert/bert-encoder";
import { lookUpEmbeddings } from "../../src/bert/embeddings";
import { ParameterScope } from "../../src/bert/parameters";
import { bundleOf } from "../../src/figures/bundle";
import { inputPicture, type InputPictureRows } from "../../src/figures/bert-input";
import { THEME_COLOURS } from "../../src/figures/style";

/** Two tokens, three numbers. By hand: 1 + 0.25 − 0.5 = 0.75. */
const rows: InputPictureRows = {
  tokens: ["[CLS]", "duck"],
  tokenTypeIds: [0, 1],
  token: [
    [1, -2, 0],
    [0.5, 0.5, 0.125],
  ],
  segment: [
    [0.25, 0, 0],
    [0.125, 0, 0],
  ],
  position: [
    [-0.5, 0, 0],
    [0, -1, 0],
  ],
  sum: [
    [0.75, -2, 0],
    [0.625, -0.5, 0.125],
  ],
};
const EVIL = '"><img src=x onerror=alert(1)>';

/** The text of each cell's numbers, band by band. */
function numbers(html: string): string[][][] {
  return [...html.matchAll(/<tr [^>]*><th scope="row"[\s\S]*?<\/tr>/g)].map(([band]) =>
    [...band.matchAll(/<td[\s\S]*?<\/td>/g)].map(([cell]) =>
      [...cell.matchAll(/<div[^>]*>([^<]*)</g)].map((match) => match[1]!),
    ),
  );
}

describe("inputPicture", () => {
  it("writes the numbers of each band under their token", () => {
    const bands = numbers(inputPicture(rows).toHtml());
    assert.deepEqual(bands, [
      [
        ["1.00", "−2.00", "0.00"],
        ["0.50", "0.50", "0.13"],
      ],
      [
        ["0.25", "0.00", "0.00"],
        ["0.13", "0.00", "0.00"],
      ],
      [
        ["−0.50", "0.00", "0.00"],
        ["0.00", "−1.00", "0.00"],
      ],
      [
        ["0.75", "−2.00", "0.00"],
        ["0.63", "−0.50", "0.13"],
      ],
    ]);
  });

  it("tells the whole sum of a number on hover", () => {
    assert.match(inputPicture(rows).toHtml(), /title="\[CLS\], number 1: 1 \+ 0.25 − 0.5 = 0.75"/);
  });

  it("names segments and counts positions from 0", () => {
    const html = inputPicture(rows).toHtml();
    const above = [...html.matchAll(/<small>(.*?)<\/small>/g)].map((match) => match[1]);
    assert.deepEqual(above, ["A", "B", "0", "1"]);
  });

  it("shows as many numbers as asked for, and says of how many", () => {
    const picture = inputPicture(rows, { dimensions: 2, title: "Two" });
    assert.equal(numbers(picture.toHtml())[0]![0]!.length, 2);
    assert.match(picture.toHtml(), /2 tokens, the first 2 of 3 numbers each/);
    assert.match(picture.describe(), /^Two\ntoken +band +1 +2\n/);
  });

  it("refuses rows that don't sum to the fourth, also where they aren't shown", () => {
    const wrong = { ...rows, sum: [rows.sum[0]!, [0.625, -0.5, 0.25]] };
    assert.throws(
      () => inputPicture(wrong, { dimensions: 1 }),
      /RangeError: inputPicture: .*got 0.125 and 0.25 for "duck", number 3/,
    );
    const broken = { ...rows, sum: [rows.sum[0]!, [0.625, -0.5, NaN]] };
    assert.throws(() => inputPicture(broken), /got 0.125 and NaN/);
  });

  it("takes the tensors of the encoder, whose rows do", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const config = { vocabSize: 20, hiddenSize: 8, numHiddenLayers: 1, numAttentionHeads: 2 };
    const encoder = BertEncoder.create(config, { rng: createRng(3) });
    const scope = new ParameterScope(encoder.parameters).in("embeddings");
    const ids = tf.tensor2d([[2, 7, 3, 9, 3]], undefined, "int32");
    const types = tf.tensor2d([[0, 0, 0, 1, 1]], undefined, "int32");
    const found = lookUpEmbeddings(ids, types, scope, encoder.config);
    const first = (tensor: tf.Tensor3D) => tensor.arraySync()[0]!;
    const pictured: InputPictureRows = {
      tokens: ["[CLS]", "a", "[SEP]", "b", "[SEP]"],
      token: first(found.token),
      segment: first(found.segment),
      position: first(found.position),
      sum: first(found.sum),
      normalized: first(found.normalized),
    };
    const picture = inputPicture(pictured);
    assert.ok(picture.largestDifference < 1e-7);
    assert.equal(numbers(picture.toHtml()).length, 5);
    encoder.dispose();
  });

  it("tints numbers below 0 blue, above 0 red, and 0 not at all", () => {
    const html = inputPicture(rows).toHtml();
    const tints = [...html.matchAll(/background:(#\w{6})(\w\w)">([−\d.]+)/g)];
    for (const [, hue, alpha, number] of tints) {
      if (number === "0.00") assert.equal(alpha, "00");
      else assert.equal(hue, number!.startsWith("−") ? "#2166ac" : "#b2182b");
    }
    assert.equal(tints.length, 24);
  });

  it("escapes tokens and title", () => {
    const html = inputPicture({ ...rows, tokens: [EVIL, "a"] }, { title: EVIL }).toHtml();
    assert.ok(!html.includes("<img"));
    assert.ok(html.includes("&lt;img"));
  });

  it("needs no script and no address, so that it works offline and in exported pages", () => {
    assert.ok(!/<script|https?:|\bid="/.test(inputPicture(rows).toHtml()));
  });

  it("keeps letters legible on its strongest tints, on light and dark pages", () => {
    const tints = [
      ...inputPicture(rows)
        .toHtml()
        .matchAll(/background:(#\w{8})/g),
    ];
    for (const { ink, paper } of Object.values(THEME_COLOURS)) {
      for (const [, tint] of tints) {
        assert.ok(contrast(ink, blend(tint!, paper)) >= 4.5, `${ink} on ${tint} on ${paper}`);
      }
    }
    const alphas = tints.map((match) => parseInt(match[1]!.slice(7), 16));
    assert.equal(Math.max(...alphas), 128);
  });

  it("is shown by show(): a picture in a page, a table in a terminal", () => {
    const bundle = bundleOf(inputPicture(rows));
    assert.match(String(bundle["text/html"]), /lab-bert-input/);
    assert.match(String(bundle["text/plain"]), /duck +\+ segment +0.125 +0 +0/);
  });

  it("refuses lists that don't fit each other", () => {
    const short = { ...rows, segment: [[1, 2, 3]] };
    assert.throws(() => inputPicture(short), /RangeError: .*segment must have .*got \[1, 3\]/);
    const narrow = { ...rows, position: [[1, 2, 3], [1]] };
    assert.throws(() => inputPicture(narrow), /RangeError: .*position must .*got \[2, 1\]/);
    assert.throws(() => inputPicture({ ...rows, tokenTypeIds: [0] }), /tokenTypeIds must be as lo/);
    assert.throws(() => inputPicture({ ...rows, tokens: [] }), /1 to 40 tokens, got 0/);
    assert.throws(() => inputPicture("a" as unknown as InputPictureRows), /TypeError: .*got "a"/);
    assert.throws(() => inputPicture(rows, { dimensions: 0 }), /dimensions must be/);
  });
});

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

function blend(tint: string, paper: string): number[] {
  const alpha = parseInt(tint.slice(7), 16) / 255;
  const under = channels(paper);
  return channels(tint).map((x, i) => alpha * x + (1 - alpha) * under[i]!);
}

/** WCAG 2.1's contrast of two colours. */
function contrast(ink: string, ground: number[]): number {
  const luminance = (rgb: number[]) =>
    rgb
      .map((x) => x / 255)
      .map((x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
      .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i]!, 0);
  const [high, low] = [luminance(channels(ink)), luminance(ground)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}
