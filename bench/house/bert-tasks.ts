/**
 * What bench/engine.ts measures, as pure functions of tensors made from the library's own parts: a
 * training step for masked words or for pairs of sentences, and sentence embeddings. They run
 * compiled (engine-ours.ts) or eagerly (engine-eager.ts).
 */
import { forwardEncoder } from "../../src/bert/bert-encoder";
import { forwardPretraining, pretrainingLoss } from "../../src/bert/bert-for-pretraining";
import { bertConfig, type BertConfig } from "../../src/bert/config";
import {
  encoderShapes,
  pretrainingShapes,
  type ParameterShapes,
} from "../../src/bert/parameter-shapes";
import type { NamedParameters } from "../../src/bert/parameters";
import * as tf from "../../src/core/tf";
import { softmaxCrossEntropy } from "../../src/engine/hand-gradients";
import type { HostArray } from "../../src/engine/host-array";
import { RandomKey } from "../../src/engine/random";
import type { InputSpecs } from "../../src/engine/trace/trace-function";
import { keepIfFinite, lossScaling, type LossScaling } from "../../src/training/loss-scaling";
import { adamW, type Optimizer } from "../../src/training/optimizer";
import type { BertCase } from "./bert-case";

export type Tensors = Readonly<Record<string, tf.Tensor>>;

const tokens = { dtype: "int32", shape: ["B", "T"] } as const;
const SENTENCES: InputSpecs = { ids: tokens, types: tokens, mask: { ...tokens, dtype: "float32" } };

export function configOf(task: BertCase): BertConfig {
  return bertConfig({
    vocabSize: task.vocabulary,
    hiddenSize: task.width,
    numHiddenLayers: task.layers,
    numAttentionHeads: task.heads,
    intermediateSize: task.inner,
    hiddenDropoutProb: task.dropout,
    attentionProbsDropoutProb: task.dropout,
  });
}

/** The weights of the task's model. */
export function weightShapes(task: BertCase): ParameterShapes {
  const config = configOf(task);
  if (task.task === "mlm") return pretrainingShapes(config, { nextSentence: false });
  const shapes: Record<string, readonly number[]> = {};
  for (const [name, shape] of Object.entries(encoderShapes(config, { pooler: false }))) {
    shapes[`bert.${name}`] = shape;
  }
  if (task.task === "encode") return shapes;
  return { ...shapes, "classifier.weight": [3, 3 * task.width], "classifier.bias": [3] };
}

/** What the task's function reads, by name. */
export function inputsOf({ task }: BertCase): InputSpecs {
  if (task === "encode") return SENTENCES;
  const places = { dtype: "int32", shape: ["N"] } as const;
  return {
    ...SENTENCES,
    ...(task === "mlm"
      ? { positions: places, labels: places }
      : { otherIds: tokens, classes: { dtype: "int32", shape: ["B"] } }),
    key: { dtype: "int32", shape: [2] },
    rate: { dtype: "float32", shape: [] },
  };
}

/** Of a batch, what the task's function reads. */
export function feedsOf(task: BertCase, batch: Record<string, HostArray>) {
  const names = Object.keys(inputsOf(task)).filter((name) => batch[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, batch[name]!]));
}

/** AdamW as BERT's authors set it: biases and layer norms don't decay. */
export function optimizerOf(): Optimizer {
  const isPlain = (name: string) => name.endsWith("bias") || name.includes("LayerNorm");
  return adamW({ weightDecay: (name) => (isPlain(name) ? 0 : 0.01) });
}

/** With float16 products gradients may overflow or vanish, unless the loss is scaled. */
export function scalingOf({ precision }: BertCase): LossScaling | undefined {
  return precision === "mixed" ? lossScaling() : undefined;
}

/** One step: the loss, and weights and moments after it. */
export function trainingStep(task: BertCase, optimizer: Optimizer, names: readonly string[]) {
  const config = configOf(task);
  const lossOf = task.task === "mlm" ? mlmLoss : siameseLoss;
  const scaling = scalingOf(task);
  return (inputs: Tensors, state: Tensors) => {
    const loss = (...tensors: tf.Tensor[]) =>
      lossOf(config, Object.fromEntries(names.map((name, i) => [name, tensors[i]!])), inputs);
    const list = names.map((name) => state[name]!);
    const scaled = scaling?.valueAndGrads(loss, list, state);
    const { value, grads } = scaled ?? tf.valueAndGrads(loss)(list);
    const gradients = Object.fromEntries(names.map((name, i) => [name, grads[i]!]));
    const weights = Object.fromEntries(names.map((name) => [name, state[name]!]));
    const moved = optimizer.update(weights, gradients, state, inputs["rate"] as tf.Scalar);
    const next = { ...moved.weights, ...moved.state };
    const kept = scaled ? keepIfFinite(scaled.isFinite, next, state) : next;
    return { outputs: { loss: value }, state: { ...kept, ...scaled?.state } };
  };
}

/** Sentence embeddings, [B, D]. */
export function encoding(task: BertCase, weights: NamedParameters) {
  const config = configOf(task);
  return (inputs: Tensors) => ({
    outputs: { embeddings: sentence(config, weights, inputs, inputs["ids"]!, undefined) },
  });
}

function mlmLoss(config: BertConfig, weights: NamedParameters, inputs: Tensors): tf.Scalar {
  const rng = new RandomKey(inputs["key"] as tf.Tensor1D);
  const maskedPositions = inputs["positions"] as tf.Tensor1D;
  const options = { maskedPositions, training: true, rng };
  const output = forwardPretraining(weights, batchOf(inputs, inputs["ids"]!), config, options);
  return pretrainingLoss(output, { words: inputs["labels"] as tf.Tensor1D }).total;
}

/** Reimers & Gurevych 2019, section 3: two sentences, one encoder, [u; v; |u - v|], 3 classes. */
function siameseLoss(config: BertConfig, weights: NamedParameters, inputs: Tensors): tf.Scalar {
  const rng = new RandomKey(inputs["key"] as tf.Tensor1D);
  const u = sentence(config, weights, inputs, inputs["ids"]!, rng);
  const v = sentence(config, weights, inputs, inputs["otherIds"]!, rng);
  const features = tf.concat([u, v, tf.abs(tf.sub(u, v))], 1);
  const product = tf.matMul(features, weights["classifier.weight"] as tf.Tensor2D, false, true);
  const logits = tf.add<tf.Tensor2D>(product, weights["classifier.bias"]!);
  return softmaxCrossEntropy(inputs["classes"] as tf.Tensor1D, logits);
}

/** The mean over the tokens, [B, D]. */
function sentence(
  config: BertConfig,
  weights: NamedParameters,
  inputs: Tensors,
  ids: tf.Tensor,
  rng: RandomKey | undefined,
): tf.Tensor2D {
  const encoderWeights = Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [name.replace(/^bert\./, ""), weight]),
  );
  const options = { training: rng !== undefined, rng };
  const { hiddenStates } = forwardEncoder(encoderWeights, batchOf(inputs, ids), config, options);
  const mask = tf.expandDims(inputs["mask"]!, 2);
  const sum = tf.sum(tf.mul(hiddenStates.at(-1)!, mask), 1);
  return tf.div(sum, tf.sum(mask, 1));
}

function batchOf({ types, mask }: Tensors, inputIds: tf.Tensor) {
  return { inputIds, tokenTypeIds: types!, attentionMask: mask! };
}
