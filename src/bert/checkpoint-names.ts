/**
 * What weights are called in published checkpoints.
 *
 * Here each weight has the name that BERT's own checkpoints use. RoBERTa's differ in the head, and
 * ALBERT's in most places:
 *
 *   encoder.layer.0.attention.self.query.weight     here and in BERT
 *   encoder.albert_layer_groups.0.albert_layers.0.attention.query.weight       in ALBERT
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import type { BertConfig, BertModelType } from "./config";

/** Before the encoder's names, in checkpoints that have heads, too. */
const FAMILY_PREFIX: Readonly<Record<BertModelType, string>> = {
  bert: "bert.",
  roberta: "roberta.",
  "xlm-roberta": "roberta.",
  albert: "albert.",
};

type Renaming = readonly (readonly [here: RegExp, there: string])[];

const ROBERTA: Renaming = [
  [/^cls\.predictions\.transform\.dense\./, "lm_head.dense."],
  [/^cls\.predictions\.transform\.LayerNorm\./, "lm_head.layer_norm."],
  [/^cls\.predictions\./, "lm_head."],
];

const ALBERT_LAYER = "encoder.albert_layer_groups.$1.albert_layers.0.";

const ALBERT: Renaming = [
  [/^cls\.predictions\.transform\./, "predictions."],
  [/^cls\.predictions\./, "predictions."],
  [/^cls\.seq_relationship\./, "sop_classifier.classifier."],
  [/^embeddings\.projection\./, "encoder.embedding_hidden_mapping_in."],
  [/^pooler\.dense\./, "pooler."],
  [/^encoder\.layer\.(\d+)\.attention\.self\./, `${ALBERT_LAYER}attention.`],
  [/^encoder\.layer\.(\d+)\.attention\.output\./, `${ALBERT_LAYER}attention.`],
  [/^encoder\.layer\.(\d+)\.intermediate\.dense\./, `${ALBERT_LAYER}ffn.`],
  [/^encoder\.layer\.(\d+)\.output\.dense\./, `${ALBERT_LAYER}ffn_output.`],
  [/^encoder\.layer\.(\d+)\.output\.LayerNorm\./, `${ALBERT_LAYER}full_layer_layer_norm.`],
];

const RENAMING: Readonly<Record<BertModelType, Renaming>> = {
  bert: [],
  roberta: ROBERTA,
  "xlm-roberta": ROBERTA,
  albert: ALBERT,
};

/** A weight's name in its family's checkpoints: of the encoder alone, or with "bert." or "cls.". */
export function checkpointName(name: string, { modelType }: BertConfig): string {
  const isEncoder = name.startsWith("bert.");
  const inner = isEncoder ? name.slice("bert.".length) : name;
  const rule = RENAMING[modelType].find(([here]) => here.test(inner));
  const renamed = rule === undefined ? inner : inner.replace(rule[0], rule[1]);
  return isEncoder ? FAMILY_PREFIX[modelType] + renamed : renamed;
}

/** Where one checkpoint keeps its parts. */
export interface CheckpointLayout {
  /** Before the encoder's names: "bert.", "", "model.bert.", … */
  readonly encoder: string;
  /** Before the heads' names; undefined for an encoder that was saved without. */
  readonly heads: string | undefined;
}

const ANCHOR = "embeddings.word_embeddings.weight";

/**
 * Finds the encoder in a checkpoint, whatever it was wrapped in.
 *
 * @throws RangeError if there is none, or more than one
 */
export function findLayout(names: Iterable<string>, { modelType }: BertConfig): CheckpointLayout {
  const all = [...names];
  const anchors = all.filter((name) => name === ANCHOR || name.endsWith(`.${ANCHOR}`));
  if (anchors.length !== 1) {
    const found = anchors.length === 0 ? all.slice(0, 3) : anchors;
    throw new RangeError(
      `loadBert: a checkpoint must have one …${ANCHOR}, got ${anchors.length} ` +
        `(${found.join(", ")}${found.length < all.length ? ", …" : ""}); is it of this family?`,
    );
  }
  const encoder = anchors[0]!.slice(0, -ANCHOR.length);
  const family = FAMILY_PREFIX[modelType];
  const isWithHeads = encoder === family || encoder.endsWith(`.${family}`);
  return { encoder, heads: isWithHeads ? encoder.slice(0, -family.length) : undefined };
}

/** Older files' words for a layer norm's gain and bias. */
export function legacyName(name: string): string {
  return name
    .replace(/LayerNorm\.weight$/, "LayerNorm.gamma")
    .replace(/LayerNorm\.bias$/, "LayerNorm.beta");
}
