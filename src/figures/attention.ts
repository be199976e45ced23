/**
 * Who looks at whom: the attention of a model on one sentence, for all layers and heads.
 *
 *   lines      from each token that looks (left) to those it takes from (right), darker for more
 *   heat map   the same numbers, a row for each token that looks; each row sums to 1
 *   grid       all layers × heads, small: choose one
 *
 *   show(attentionView(attentions, tokens))
 *
 * A token that is pointed at, or chosen, keeps its lines alone, with their weights and their sum.
 * Drawn by plain JavaScript (browser/attention/) from the numbers in the page: offline, in Jupyter,
 * in exported pages; without scripts a picture and a table stand there.
 *
 * The view with lines follows Vig 2019, "A Multiscale Visualization of Attention in the Transformer
 * Model". What it shows is no explanation: Jain & Wallace 2019, "Attention is not Explanation".
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { escapeHtml } from "../core/escape-html";
import { attentionScript } from "./attention-script";
import { checkedWeights, type AttentionWeights, type CheckedWeights } from "./attention-weights";
import { base64 } from "./base64";
import { type FigureOptions, type FigureTable, shorten } from "./figure";
import { formatNumber } from "./format-number";
import { htmlTable, textTable } from "./html-table";
import { jsonForScript } from "./loader";
import { visibleToken } from "./tokens";

export interface AttentionViewOptions extends Omit<FigureOptions, "height"> {
  /** 0 in sentence A, 1 in sentence B: a line is drawn between the two. */
  tokenTypeIds?: readonly number[];
  /** The layer shown at first, counted from 1. Default 1. */
  layer?: number;
  /** The head shown at first, counted from 1. Default 1. */
  head?: number;
}

const CAVEAT =
  "Attention says where a head takes from, not why the model decides as it does: it is no " +
  "explanation.";
const TOKEN_LENGTH = 24;

/** The view, ready for show(): `toHtml()` for pages, `describe()` for a terminal. */
export class AttentionView {
  /** The largest |row sum − 1| of all rows: what single precision leaves. */
  readonly largestDifference: number;
  private readonly weights: CheckedWeights;
  private readonly tokens: readonly string[];
  private readonly start: { layer: number; head: number };

  constructor(
    attentions: AttentionWeights,
    tokens: readonly string[],
    private readonly options: AttentionViewOptions = {},
  ) {
    const { tokenTypeIds, layer = 1, head = 1 } = options;
    this.weights = checkedWeights("attentionView", attentions, tokens);
    this.largestDifference = this.weights.largestDifference;
    this.tokens = tokens.map((token) => shorten(visibleToken(token), TOKEN_LENGTH));
    if (tokenTypeIds !== undefined && tokenTypeIds.length !== tokens.length) {
      throw new RangeError(
        `attentionView: tokenTypeIds must be as long as tokens (${tokens.length}), ` +
          `got ${tokenTypeIds.length}`,
      );
    }
    const { numLayers, numHeads } = this.weights;
    for (const [name, value, most] of [
      ["layer", layer, numLayers],
      ["head", head, numHeads],
    ] as const) {
      if (Number.isInteger(value) && value >= 1 && value <= most) continue;
      throw new RangeError(`attentionView: ${name} must be from 1 to ${most}, got ${value}`);
    }
    this.start = { layer: layer - 1, head: head - 1 };
  }

  toHtml(): string {
    const { numLayers, numHeads, shares } = this.weights;
    const { title, tokenTypeIds } = this.options;
    const alt = this.alt();
    const turns = (tokenTypeIds ?? []).flatMap((type, t, all) =>
      t > 0 && type !== all[t - 1] ? [t] : [],
    );
    const data = {
      ...{ alt, tokens: this.tokens, turns, numLayers, numHeads, start: this.start },
      ...(title === undefined ? {} : { title }),
      weights: base64(shares),
    };
    return (
      // JupyterLab acts on keys before the page hears them, unless it finds one of these.
      `<figure class="lab-attention" style="margin:1em 0;max-width:68em"` +
      ` data-lm-suppress-shortcuts="true" data-p-suppress-shortcuts="true">\n` +
      // The PNG step (bin/render-figures.mjs) puts the picture in place of this sentence.
      `<div class="lab-plot"><p class="lab-alt">${escapeHtml(alt)}</p></div>\n` +
      `<figcaption>${escapeHtml(this.caption())}</figcaption>\n` +
      `<details><summary>${this.place()} as a table</summary>\n` +
      `${htmlTable(this.table())}</details>\n` +
      `<script type="application/json" class="lab-data">${jsonForScript(data)}</script>\n` +
      `<script class="lab-attention-loader">${attentionScript()}</script>\n` +
      `</figure>`
    );
  }

  describe(): string {
    return [`[${this.alt()}]`, this.caption(), this.place(), textTable(this.table())].join("\n");
  }

  private alt(): string {
    const { alt, title } = this.options;
    if (alt !== undefined) return alt;
    const { numLayers, numHeads } = this.weights;
    const name = title === undefined ? "Attention" : `Attention: ${title}`;
    return (
      `${name}. ${numLayers} ${numLayers === 1 ? "layer" : "layers"} of ${numHeads} ` +
      `${numHeads === 1 ? "head" : "heads"} over ${this.tokens.length} tokens.`
    );
  }

  private caption(): string {
    const { caption } = this.options;
    const sums =
      this.largestDifference < 1e-12
        ? "Each row sums to 1."
        : `Each row sums to 1 (to within ${formatNumber(this.largestDifference, 2)}).`;
    return [...(caption === undefined ? [] : [caption]), sums, CAVEAT].join(" ");
  }

  private place(): string {
    return `Layer ${this.start.layer + 1}, head ${this.start.head + 1}`;
  }

  /** For each token the three it takes most from, in the head shown at first. */
  private table(): FigureTable {
    const { numHeads, size, values } = this.weights;
    const matrix = (this.start.layer * numHeads + this.start.head) * size * size;
    const rows = this.tokens.map((token, i) => {
      const row = Array.from(values.subarray(matrix + i * size, matrix + (i + 1) * size));
      const most = row.map((_, j) => j).sort((a, b) => row[b]! - row[a]!);
      const named = most.slice(0, 3).map((j) => `${this.tokens[j]!} ${row[j]!.toFixed(3)}`);
      return [i, token, named.join(", "), row.reduce((a, b) => a + b, 0).toFixed(3)];
    });
    return { columns: ["place", "token", "looks most at", "row sum"], rows };
  }
}

/**
 * @param attentions [L, H, T, T]: for each layer and head, a row for each token that looks; from
 *   tensors [1, H, T, T] by `(await x.array())[0]`
 * @param tokens     T of them, at most 40
 * @throws RangeError where shapes differ, or a row isn't weights that sum to 1
 */
export function attentionView(
  attentions: AttentionWeights,
  tokens: readonly string[],
  options: AttentionViewOptions = {},
): AttentionView {
  return new AttentionView(attentions, tokens, options);
}
