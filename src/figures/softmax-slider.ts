/**
 * From logits to probabilities with one's own hands: sliders for temperature, top-k and top-p, over
 * logits that a model really gave.
 *
 *   bar        P(token) after temperature and cuts          line   P(token) at T = 1, nothing cut
 *
 * All logits of the vocabulary are on board, so entropy and what is kept are those of the whole
 * distribution, computed in the page (browser/softmax/) by the same formulas as src/sampling. Works
 * offline; without scripts the bars stand as they are at T = 1.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertInteger } from "../core/check";
import { escapeHtml } from "../core/escape-html";
import { entropy } from "../sampling/entropy";
import { logSumExp, softmax, type Logits } from "../sampling/softmax";
import { topIndices } from "../sampling/top-indices";
import { base64 } from "./base64";
import { shorten } from "./figure";
import { htmlTable, textTable } from "./html-table";
import { jsonForScript } from "./loader";
import { packedScript } from "./page-script";
import { visibleToken } from "./tokens";

export interface SoftmaxContext {
  /** Where the logits come from: the model, and the text so far. */
  readonly name: string;
  /** [V] */
  readonly logits: Logits;
}

export interface SoftmaxSliderOptions {
  /** How many of the likeliest tokens have a bar of their own. Default 12. */
  numBars?: number;
  title?: string;
}

const SCRIPT = {
  parts: ["softmax/distribution", "softmax/page"],
  global: "labSoftmax",
  themes: {},
};
const TOKEN_LENGTH = 18;

interface Shown {
  readonly name: string;
  readonly tokens: readonly string[];
  /** [V], largest first: temperature never changes the order. */
  readonly sorted: Float64Array;
}

/** The view, ready for show(): `toHtml()` for pages, `describe()` for a terminal. */
export class SoftmaxSlider {
  private readonly shown: readonly Shown[];

  constructor(
    contexts: readonly SoftmaxContext[],
    vocabulary: readonly string[],
    private readonly options: SoftmaxSliderOptions,
  ) {
    const { numBars = 12 } = options;
    if (contexts.length === 0) {
      throw new RangeError("softmaxSlider: there must be a list of logits, got 0");
    }
    assertInteger("softmaxSlider", { numBars }, { min: 1 });
    this.shown = contexts.map(({ name, logits }) => {
      if (logits.length !== vocabulary.length) {
        throw new RangeError(
          `softmaxSlider: each token of the vocabulary (${vocabulary.length}) must have a logit, ` +
            `got ${logits.length} in "${name}"`,
        );
      }
      logSumExp(logits); // says what is wrong with them
      const top = topIndices(logits, Math.min(numBars, logits.length));
      const tokens = top.map((id) => shorten(visibleToken(vocabulary[id]!), TOKEN_LENGTH));
      return { name, tokens, sorted: Float64Array.from(logits).sort().reverse() };
    });
  }

  toHtml(): string {
    const contexts = this.shown.map(({ name, tokens, sorted }) => {
      return { name, tokens, logits: base64(Float32Array.from(sorted)) };
    });
    const { title } = this.options;
    const heading = title === undefined ? "" : `<p><b>${escapeHtml(title)}</b></p>\n`;
    return (
      `<figure class="lab-softmax" style="margin:1em 0;max-width:52em"` +
      ` data-lm-suppress-shortcuts="true" data-p-suppress-shortcuts="true">\n${heading}` +
      `<div class="lab-tools"></div>\n<div class="lab-bars">${this.bars()}</div>\n` +
      `<p class="lab-say" aria-live="polite">${escapeHtml(this.summary())}</p>\n` +
      `<figcaption>${escapeHtml(this.caption())}</figcaption>\n` +
      `<details><summary>At T = 1 as a table</summary>\n${htmlTable(this.table())}</details>\n` +
      `<script type="application/json" class="lab-data">${jsonForScript({ contexts })}</script>\n` +
      `<script class="lab-softmax-loader">${packedScript(SCRIPT)}</script>\n</figure>`
    );
  }

  describe(): string {
    const { title = "Softmax with temperature, top-k and top-p" } = this.options;
    return [`[${title}]`, this.caption(), this.summary(), textTable(this.table())].join("\n");
  }

  private bars(): string {
    const row = (token: string, share: number) =>
      `<div style="display:flex;gap:.6em;align-items:center;min-height:1.5em">` +
      `<code style="width:11em;text-align:right;overflow:hidden;white-space:pre;background:none">` +
      `${escapeHtml(token)}</code>` +
      `<span style="flex:1;height:1.05em;position:relative;border-left:1px solid currentColor">` +
      `<span class="lab-fill" style="position:absolute;inset:0 auto 0 0;background:#4477AA;` +
      `width:${(100 * share).toFixed(3)}%"></span>` +
      `<span class="lab-mark" style="position:absolute;inset:-1px auto -1px 0;width:0;` +
      `border-right:2px solid currentColor;left:${(100 * share).toFixed(3)}%"></span></span>` +
      `<span class="lab-share" style="width:9em;font-variant-numeric:tabular-nums">` +
      `${share.toFixed(4)}</span></div>`;
    return this.rows(0)
      .map(({ token, share }) => row(token, share))
      .join("\n");
  }

  private rows(at: number): { token: string; share: number }[] {
    const { tokens, sorted } = this.shown[at]!;
    const shares = softmax(sorted);
    const rows = tokens.map((token, i) => ({ token, share: shares[i]! }));
    const rest = shares.subarray(tokens.length).reduce((sum, share) => sum + share, 0);
    return [...rows, { token: "all others", share: rest }];
  }

  private summary(): string {
    const { name, sorted } = this.shown[0]!;
    return `${name}: T = 1, entropy ${entropy(softmax(sorted)).toFixed(3)} nats, nothing cut.`;
  }

  private caption(): string {
    const names = this.shown.map(({ name }) => name).join("; ");
    const size = this.shown[0]!.sorted.length;
    return `Logits of ${names}, over ${size} tokens. The line marks T = 1 with nothing cut.`;
  }

  private table() {
    const rows = this.shown.flatMap(({ name }, at) =>
      this.rows(at).map(({ token, share }) => [name, token, share.toFixed(4)]),
    );
    return { columns: ["logits of", "token", "P"], rows };
  }
}

/**
 * @param contexts   one or more lists of logits to choose between
 * @param vocabulary [V] tokens by id
 */
export function softmaxSlider(
  contexts: readonly SoftmaxContext[],
  vocabulary: readonly string[],
  options: SoftmaxSliderOptions = {},
): SoftmaxSlider {
  return new SoftmaxSlider(contexts, vocabulary, options);
}
