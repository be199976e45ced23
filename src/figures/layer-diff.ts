/**
 * Layer by layer, token by token: how far apart are two models on one sentence, or two sentences in
 * one model?
 *
 *   show(layerDiff(before, after, tokens))
 *
 * A heat map, the input at the top and the last layer at the bottom, 0 where the two agree. What is
 * measured: see src/evaluation/layer-differences.ts.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { inWords } from "../core/check";
import {
  layerDifferences,
  type HiddenStates,
  type LayerDifferences,
} from "../evaluation/layer-differences";
import type { Figure } from "./figure";
import { heatmap, type HeatmapOptions } from "./heatmap";

/** One name for each token; two sentences have two. */
export type DiffTokens =
  readonly string[] | { readonly a: readonly string[]; readonly b: readonly string[] };

export interface LayerDiffOptions extends HeatmapOptions {
  /** Default "cosine", or "relations" for models of different widths. */
  measure?: "cosine" | "largest" | "relations";
  /** Whether the first of the states is what goes into layer 1. Default true. */
  hasInput?: boolean;
}

const LABELS = {
  cosine: "1 − cosine",
  largest: "largest difference of a number",
  relations: "mean change of its cosines",
};

/**
 * @param a      [L, T, D]: the input and what comes out of each layer, from BertOutput
 * @param b      the same of the other model, or the other sentence
 * @param tokens T names, or `{ a, b }` where two sentences differ
 */
export function layerDiff(
  a: HiddenStates,
  b: HiddenStates,
  tokens: DiffTokens,
  options: LayerDiffOptions = {},
): Figure {
  const differences = layerDifferences(a, b);
  const { hasInput = true, measure = differences.cosine ? "cosine" : "relations" } = options;
  if (!Object.prototype.hasOwnProperty.call(LABELS, measure)) {
    throw new RangeError(
      `layerDiff: measure must be ${Object.keys(LABELS).join(", ")}, got ${inWords(measure)}`,
    );
  }
  const values = differences[measure];
  if (values === undefined) {
    throw new RangeError(
      `layerDiff: models of widths ${a[0]![0]!.length} and ${b[0]![0]!.length} share no axes, ` +
        `so there is no ${measure}; take "relations"`,
    );
  }
  return heatmap(
    values,
    { rows: layerNames(differences, hasInput), columns: tokenNames(tokens) },
    { valueLabel: LABELS[measure], ...options },
  );
}

function layerNames({ layers }: LayerDifferences, hasInput: boolean): string[] {
  const name = (layer: number) =>
    hasInput && layer === 0 ? "input" : `layer ${layer + (hasInput ? 0 : 1)}`;
  return layers.map(([l, m]) => (l === m ? name(l) : `${name(l)} and ${name(m)}`));
}

function tokenNames(tokens: DiffTokens): readonly string[] {
  if (!("a" in tokens)) return tokens;
  if (tokens.a.length !== tokens.b.length) {
    throw new RangeError(
      "layerDiff: both sentences must have equally many tokens, " +
        `got ${tokens.a.length} and ${tokens.b.length}`,
    );
  }
  return tokens.a.map((token, t) => (token === tokens.b[t] ? token : `${token} | ${tokens.b[t]}`));
}
