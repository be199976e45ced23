/**
 * Training a cross-encoder: pairs of texts with a label, through the whole model and its head.
 *
 *   one logit x         L = mean −(y · ln σ(x) + (1 − y) · ln(1 − σ(x)))      y from 0 to 1
 *   C logits            L = mean −ln softmax(logits)[y]                       y = 0, 1, …, C − 1
 *
 * With a label between 0 and 1 the first is a regression, too: it is smallest where σ(x) = y. Any
 * other loss on logits may be given instead. Nogueira & Cho 2019, "Passage Re-ranking with BERT",
 * equation 1; Devlin et al. 2019, "BERT", section 4.1.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import type { UniformSource } from "../bert/dropout";
import type { NamedParameters } from "../bert/parameters";
import { forwardClassifier } from "../bert/sequence-classifier";
import { inWords } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { mapBatches, type BatchStream } from "../data/batch-stream";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import { binaryCrossEntropyLoss } from "../losses/binary-cross-entropy";
import { padRows } from "../tokenizers/token-rows";
import type { CrossEncoder, TextPair } from "./cross-encoder";

/** @param logits [B, C] @param label [B] */
export type LogitLoss = (logits: tf.Tensor2D, label: tf.Tensor1D) => tf.Scalar;

export interface CrossEncoderObjectiveOptions {
  /** Default: binary cross-entropy for one label, softmax cross-entropy for more. */
  loss?: LogitLoss;
  /** Which weights stay as they are. Default: none. */
  frozen?: (name: string) => boolean;
}

/** The model that a Trainer takes; its weights stay the caller's. */
export function crossEncoderObjective(
  encoder: CrossEncoder,
  { loss = defaultLoss(encoder), frozen = () => false }: CrossEncoderObjectiveOptions = {},
) {
  if (typeof loss !== "function") {
    throw new TypeError(`crossEncoderObjective: loss must be a function, got ${inWords(loss)}`);
  }
  const { config, parameters } = encoder;
  const ids = { dtype: "int32" as const, shape: ["B", "T"] };
  return {
    weights: parameters,
    inputs: {
      ...{ inputIds: ids, tokenTypeIds: ids, attentionMask: ids },
      label: { dtype: labelType(encoder), shape: ["B"] },
    },
    loss: (
      weights: NamedParameters,
      batch: NamedParameters,
      { random, training }: { random: UniformSource; training: boolean },
    ) => {
      const { inputIds, tokenTypeIds, attentionMask, label } = batch as Record<string, tf.Tensor2D>;
      const input = {
        inputIds: inputIds!,
        tokenTypeIds: tokenTypeIds!,
        attentionMask: attentionMask!,
      };
      const logits = forwardClassifier(weights, input, config.bert, { training, rng: random });
      const labels = label as tf.Tensor as tf.Tensor1D;
      const weight = tf.sum(tf.onesLike(tf.cast(labels, "float32")));
      return { loss: loss(logits, labels), weight };
    },
    frozen,
    description: config,
  };
}

export interface CrossEncoderBatchOptions<Row> {
  pairOf: (row: Row) => TextPair;
  labelOf: (row: Row) => number;
  /** For the fingerprint of the stream. */
  rng: Rng;
}

/** Rows as batches of ids, padded to the longest pair of the batch. */
export function crossEncoderBatches<Row>(
  stream: BatchStream<Row[]>,
  encoder: CrossEncoder,
  { pairOf, labelOf, rng }: CrossEncoderBatchOptions<Row>,
): BatchStream<Readonly<Record<string, { shape: number[]; data: Int32Array | Float32Array }>>> {
  const { maxSequenceLength: length, bert } = encoder.config;
  const isWhole = labelType(encoder) === "int32";
  const convert = (rows: Row[]) => {
    const values = rows.map(labelOf);
    const data = isWhole ? Int32Array.from(values) : Float32Array.from(values);
    const batch = padRows(encoder.rowsOf(rows.map(pairOf)), bert.padTokenId);
    return { ...batch, label: { shape: [rows.length], data } };
  };
  return mapBatches(stream, convert, { rng, name: `crossEncoderBatches ${length} ${isWhole}` });
}

function labelType({ config }: CrossEncoder): "int32" | "float32" {
  return config.numLabels === 1 ? "float32" : "int32";
}

function defaultLoss({ config }: CrossEncoder): LogitLoss {
  if (config.numLabels > 1) return (logits, label) => softmaxCrossEntropy(label, logits);
  return (logits, label) => binaryCrossEntropyLoss(tf.reshape(logits, [-1]) as tf.Tensor1D, label);
}
