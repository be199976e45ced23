/**
 * The block pattern of a sentence pair: of each layer and head, the share of attention that goes
 * from the words of one sentence to those of the same, of the other, and to the special tokens.
 *
 *   A → A   A → B   A → [CLS]   A → [SEP]   |   B → A   B → B   B → [CLS]   B → [SEP]
 *
 * The shares of each half sum to 1; see src/bert/attention-blocks.ts.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { attentionBlocks } from "../bert/attention-blocks";
import { inWords } from "../core/check";
import type { AttentionWeights } from "./attention-weights";
import type { Figure } from "./figure";
import { heatmap, type HeatmapOptions } from "./heatmap";

export interface BlockPatternOptions extends HeatmapOptions {
  /** The groups whose tokens look. Default: all but those in brackets, such as "[SEP]". */
  from?: readonly string[];
}

/**
 * @param attentions [L, H, T, T]
 * @param groups     T names, from sentenceGroups() or of your own: "duck" and "the rest"
 */
export function blockPattern(
  attentions: AttentionWeights,
  groups: readonly string[],
  options: BlockPatternOptions = {},
): Figure {
  const names = [...new Set(groups)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const from = options.from ?? names.filter((name) => rank(name) === 0);
  const missing = from.find((name) => !names.includes(name));
  if (from.length === 0 || missing !== undefined) {
    throw new RangeError(
      `blockPattern: from must name groups (${names.join(", ")}), got ${inWords(missing)}`,
    );
  }
  const rows: string[] = [];
  const values = attentions.flatMap((heads, l) =>
    heads.map((weights, h) => {
      rows.push(`layer ${l + 1}, head ${h + 1}`);
      const shares = attentionBlocks(weights, groups);
      return from.flatMap((source) => names.map((target) => shares.get(source)!.get(target)!));
    }),
  );
  const columns = from.flatMap((source) => names.map((target) => `${source} → ${target}`));
  return heatmap(
    values,
    { rows, columns },
    { valueLabel: "share of attention", min: 0, max: 1, ...options },
  );
}

/** Words first, special tokens after them. */
function rank(name: string): number {
  return name.startsWith("[") ? 1 : 0;
}
