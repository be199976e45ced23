/**
 * The modules of a sentence encoder, one after the other: a text's ids become one vector.
 *
 *   transformer   [B, T] → [B, T, D]     a vector for each token
 *   pooling       → [B, K·D]             one for the sentence, from K ways of pooling
 *   dense         → [B, E]               f(W·x + b), where there is one
 *   normalize     x / |x|                where it is asked for; dot product and cosine are then one
 *
 * Written once, as a pure function of weights and ids: it runs eagerly, compiled, in training and
 * in an exported file. Reimers & Gurevych 2019, "Sentence-BERT", section 3; the modules are
 * those of sentence-transformers.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { batchTensors, type BertBatch } from "../bert/batch";
import { encodeBatch, type ForwardOptions } from "../bert/bert-encoder";
import { maxSequenceLength, type BertConfig } from "../bert/config";
import { encoderShapes, type ParameterShapes } from "../bert/parameter-shapes";
import { affine, ParameterScope, type NamedParameters } from "../bert/parameters";
import { assertInteger, inWords } from "../core/check";
import * as tf from "../core/tf";
import { unitRows } from "../similarity/unit-rows";
import { pool, POOLING_MODES, poolingModes, type PoolingMode } from "./pooling";

export type DenseActivation = "tanh" | "identity";

export interface DenseConfig {
  /** E, the width of what comes out. */
  readonly outFeatures: number;
  readonly activation: DenseActivation;
  /** With b? */
  readonly bias: boolean;
}

export interface SentenceEncoderConfig {
  readonly bert: BertConfig;
  /** One way, or several, which are put side by side. */
  readonly pooling: readonly PoolingMode[];
  readonly dense?: DenseConfig;
  /** Do vectors get length 1? */
  readonly normalize: boolean;
  /** Most tokens of a sentence, [CLS] and [SEP] included; a longer one is cut. */
  readonly maxSequenceLength: number;
  /** Is text made small before the tokenizer sees it? */
  readonly lowercase: boolean;
}

/**
 * @param parameters names as encoderParameterShapes gives them: "bert.…" and "dense.linear.…"
 * @returns          [B, D]
 */
export function forwardSentences(
  parameters: NamedParameters,
  batch: BertBatch,
  config: SentenceEncoderConfig,
  options: ForwardOptions = {},
): tf.Tensor2D {
  return tf.tidy(() => {
    const hidden = forwardTokens(parameters, batch, config, options);
    const { inputIds, attentionMask } = batchTensors("forwardSentences", batch, config.bert);
    return sentencesOf(parameters, hidden, attentionMask ?? tf.onesLike(inputIds), config);
  });
}

/** The transformer alone. @returns [B, T, D] */
export function forwardTokens(
  parameters: NamedParameters,
  batch: BertBatch,
  config: SentenceEncoderConfig,
  options: ForwardOptions = {},
): tf.Tensor3D {
  return tf.tidy(() => {
    const scope = new ParameterScope(parameters).in("bert");
    const { hiddenStates } = encodeBatch(scope, batch, config.bert, options);
    return hiddenStates[hiddenStates.length - 1]!;
  });
}

/**
 * The transformer, and then the dense layer on each token instead of on their mean: what late
 * interaction compares. Where the layer is linear and pooling the mean, their mean is the sentence.
 *
 * @returns [B, T, E]
 */
export function forwardTokenVectors(
  parameters: NamedParameters,
  batch: BertBatch,
  config: SentenceEncoderConfig,
  options: ForwardOptions = {},
): tf.Tensor3D {
  return tf.tidy(() => {
    const hidden = forwardTokens(parameters, batch, config, options);
    const { dense } = config;
    if (dense === undefined) return hidden;
    const [batchSize, length, width] = hidden.shape;
    const rows = tf.reshape(hidden, [batchSize * length, width]) as tf.Tensor2D;
    const vectors = activate(linear(rows, parameters, dense), dense.activation);
    return tf.reshape(vectors, [batchSize, length, dense.outFeatures]) as tf.Tensor3D;
  });
}

/** All modules after the transformer. @returns [B, D] */
export function sentencesOf(
  parameters: NamedParameters,
  hidden: tf.Tensor3D,
  attentionMask: tf.Tensor2D,
  { pooling, dense, normalize }: SentenceEncoderConfig,
): tf.Tensor2D {
  return tf.tidy(() => {
    let sentences = pool(hidden, attentionMask, pooling);
    if (dense) sentences = activate(linear(sentences, parameters, dense), dense.activation);
    return normalize ? unitRows(sentences) : sentences;
  });
}

/** D, the width of the vectors that come out. */
export function embeddingSize({ bert, pooling, dense }: SentenceEncoderConfig): number {
  return dense?.outFeatures ?? pooling.length * bert.hiddenSize;
}

/** Every weight with its shape. */
export function encoderParameterShapes(
  config: SentenceEncoderConfig,
  { pooler }: { pooler: boolean },
): ParameterShapes {
  const shapes: Record<string, readonly number[]> = {};
  for (const [name, shape] of Object.entries(encoderShapes(config.bert, { pooler }))) {
    shapes[`bert.${name}`] = shape;
  }
  const { dense, pooling, bert } = config;
  if (dense === undefined) return shapes;
  shapes["dense.linear.weight"] = [dense.outFeatures, pooling.length * bert.hiddenSize];
  if (dense.bias) shapes["dense.linear.bias"] = [dense.outFeatures];
  return shapes;
}

/** @throws RangeError naming what can't be */
export function checkEncoderConfig(caller: string, config: SentenceEncoderConfig): void {
  poolingModes(caller, config.pooling);
  const { maxSequenceLength: length } = config;
  const longest = maxSequenceLength(config.bert);
  assertInteger(caller, { maxSequenceLength: length }, { min: 3, max: longest });
  if (config.dense === undefined) return;
  assertInteger(caller, { outFeatures: config.dense.outFeatures }, { min: 1 });
  const { activation } = config.dense;
  if (activation === "tanh" || activation === "identity") return;
  throw new RangeError(`${caller}: activation must be tanh, identity, got ${inWords(activation)}`);
}

/** As sentence-transformers prints a model. */
export function describeModules(config: SentenceEncoderConfig): string {
  const { maxSequenceLength, lowercase } = config;
  const transformer = python({ max_seq_length: maxSequenceLength, do_lower_case: lowercase });
  const family = {
    bert: "Bert",
    roberta: "Roberta",
    "xlm-roberta": "XLMRoberta",
    albert: "Albert",
  };
  const lines = [
    `Transformer(${transformer}) with Transformer model: ${family[config.bert.modelType]}Model`,
    `Pooling(${python(poolingJson(config))})`,
  ];
  if (config.dense) lines.push(`Dense(${python(denseJson(config)!)})`);
  if (config.normalize) lines.push("Normalize()");
  const numbered = lines.map((line, i) => `    (${i}): ${line}\n`);
  return `SentenceEncoder(\n${numbered.join("")})`;
}

const POOLING_KEYS: Readonly<Record<PoolingMode, string>> = {
  ...{ cls: "pooling_mode_cls_token", mean: "pooling_mode_mean_tokens" },
  max: "pooling_mode_max_tokens",
  mean_sqrt_len_tokens: "pooling_mode_mean_sqrt_len_tokens",
  weightedmean: "pooling_mode_weightedmean_tokens",
  lasttoken: "pooling_mode_lasttoken",
};

/** The pooling module's config.json, and which of its keys asks for which way. */
export function poolingJson({ bert, pooling }: SentenceEncoderConfig): Record<string, unknown> {
  const switches = Object.entries(POOLING_KEYS).map(([mode, key]) => {
    return [key, pooling.includes(mode as PoolingMode)];
  });
  const { hiddenSize } = bert;
  return {
    word_embedding_dimension: hiddenSize,
    ...Object.fromEntries(switches),
    include_prompt: true,
  };
}

/** The way that a key of the file asks for; undefined for a key that isn't known. */
export function poolingModeOfKey(key: string): PoolingMode | undefined {
  return POOLING_MODES.find((mode) => POOLING_KEYS[mode] === key);
}

/** The dense module's config.json. */
export function denseJson({
  bert,
  pooling,
  dense,
}: SentenceEncoderConfig): Record<string, unknown> | undefined {
  if (dense === undefined) return undefined;
  return {
    in_features: pooling.length * bert.hiddenSize,
    out_features: dense.outFeatures,
    bias: dense.bias,
    activation_function: ACTIVATIONS[dense.activation],
  };
}

/** Names as PyTorch's; the file names the class. */
export const ACTIVATIONS: Readonly<Record<DenseActivation, string>> = {
  tanh: "torch.nn.modules.activation.Tanh",
  identity: "torch.nn.modules.linear.Identity",
};

function linear(x: tf.Tensor2D, parameters: NamedParameters, { bias }: DenseConfig): tf.Tensor2D {
  const scope = new ParameterScope(parameters).in("dense.linear");
  if (bias) return affine(x, scope);
  return tf.matMul(x, scope.get("weight") as tf.Tensor2D, false, true);
}

function activate(x: tf.Tensor2D, activation: DenseActivation): tf.Tensor2D {
  return activation === "tanh" ? tf.tanh(x) : x;
}

/** {'max_seq_length': 128, 'do_lower_case': False} */
function python(values: Readonly<Record<string, unknown>>): string {
  const word = (value: unknown) => {
    if (typeof value === "boolean") return value ? "True" : "False";
    return typeof value === "string" ? `'${value}'` : String(value);
  };
  const parts = Object.entries(values).map(([name, value]) => `'${name}': ${word(value)}`);
  return `{${parts.join(", ")}}`;
}
