/**
 * BERT with the two heads it is pre-trained with: guess masked words, and whether sentence B
 * follows sentence A.
 *
 *   loss = -mean ln P(masked word) - mean ln P(follows or not)
 *
 * Devlin et al. 2019, "BERT", section 3.1 (tasks #1 and #2) and appendix A.2 (the sum).
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { inWords } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import type { BertBatch } from "./batch";
import { encodeBatch, type BertOutput, type ForwardOptions } from "./bert-encoder";
import { bertConfig, type BertConfig } from "./config";
import { loadBert, type LoadBertOptions } from "./load-bert";
import { checkParameters, initialParameters, pretrainingShapes } from "./parameter-shapes";
import { ParameterScope, type NamedParameters } from "./parameters";
import { gatherPositions, maskedWordLogits, nextSentenceLogits } from "./pretraining-heads";
import { saveBert, type SaveBertOptions } from "./save-bert";

export interface PretrainingForwardOptions extends ForwardOptions {
  /**
   * Where to guess words, [N] int32: place t of row b is b·T + t. With 15% of the places masked
   * this spares most of the largest product. Default: everywhere.
   */
  maskedPositions?: tf.Tensor1D | readonly number[];
}

export interface PretrainingOutput extends BertOutput {
  /** [N, V] at maskedPositions, or without them [B·T, V], row b·T + t for place t of row b. */
  mlmLogits: tf.Tensor2D;
  /** [B, 2]: class 0, B follows A; class 1, it doesn't. Undefined for RoBERTa's family. */
  nspLogits?: tf.Tensor2D;
}

export interface PretrainingLabels {
  /** [N] int32, the word at each of the places that mlmLogits are for. */
  words: tf.Tensor1D;
  /** [B] int32, 0 or 1. Default: no part in the loss. */
  nextSentence?: tf.Tensor1D;
}

export interface PretrainingLoss {
  total: tf.Scalar;
  mlm: tf.Scalar;
  nsp?: tf.Scalar;
}

/**
 * The whole model as a pure function, to run eagerly or inside compile.
 *
 * @param parameters names and shapes as pretrainingShapes(config) gives them
 */
export function forwardPretraining(
  parameters: NamedParameters,
  batch: BertBatch,
  config: BertConfig,
  { maskedPositions, ...options }: PretrainingForwardOptions = {},
): PretrainingOutput {
  return tf.tidy(() => {
    const scope = new ParameterScope(parameters);
    const encoded = encodeBatch(scope.in("bert"), batch, config, options);
    const last = encoded.hiddenStates[encoded.hiddenStates.length - 1]!;
    const [batchSize, length, width] = last.shape;
    const hidden =
      maskedPositions === undefined
        ? (tf.reshape(last, [batchSize * length, width]) as tf.Tensor2D)
        : gatherPositions(last, positionTensor(maskedPositions, batchSize * length));
    const words = scope.get("bert.embeddings.word_embeddings.weight") as tf.Tensor2D;
    const mlmLogits = maskedWordLogits(hidden, words, scope.in("cls.predictions"), config);
    const nextSentence = scope.in("cls.seq_relationship");
    if (encoded.pooled === undefined || !nextSentence.has("weight")) {
      return { ...encoded, mlmLogits };
    }
    return { ...encoded, mlmLogits, nspLogits: nextSentenceLogits(encoded.pooled, nextSentence) };
  });
}

/** The joint loss: both means of -ln P, added. */
export function pretrainingLoss(
  { mlmLogits, nspLogits }: Pick<PretrainingOutput, "mlmLogits" | "nspLogits">,
  { words, nextSentence }: PretrainingLabels,
): PretrainingLoss {
  return tf.tidy(() => {
    const mlm = softmaxCrossEntropy(words, mlmLogits);
    if (nextSentence === undefined) return { total: tf.clone(mlm), mlm };
    if (nspLogits === undefined) {
      throw new RangeError("pretrainingLoss: labels for next sentences, but the model has no head");
    }
    const nsp = softmaxCrossEntropy(nextSentence, nspLogits);
    return { total: tf.add<tf.Scalar>(mlm, nsp), mlm, nsp };
  });
}

/** The model with its weights. */
export class BertForPreTraining {
  /**
   * @param parameters its weights; the model owns them from now on, and dispose() frees them
   * @throws RangeError naming a weight that is missing, too many or of another shape
   */
  constructor(
    readonly config: BertConfig,
    readonly parameters: NamedParameters,
  ) {
    const nextSentence = "cls.seq_relationship.weight" in parameters;
    const shapes = pretrainingShapes(config, { nextSentence });
    checkParameters("BertForPreTraining", parameters, shapes);
  }

  /** A new model with random weights, which knows nothing yet. */
  static create(config: Partial<BertConfig>, { rng }: { rng: Rng }): BertForPreTraining {
    const complete = bertConfig(config);
    const parameters = initialParameters(pretrainingShapes(complete), complete, rng);
    return new BertForPreTraining(complete, parameters);
  }

  /** A published model, from a folder with config.json and model.safetensors. */
  static async load(folder: string, options: LoadBertOptions = {}): Promise<BertForPreTraining> {
    const { config, parameters } = await loadBert(folder, "pretraining", options);
    return new BertForPreTraining(config, parameters);
  }

  /** @returns tensors that the caller disposes of */
  forward(batch: BertBatch, options: PretrainingForwardOptions = {}): PretrainingOutput {
    return forwardPretraining(this.parameters, batch, this.config, options);
  }

  /** Writes config.json and model.safetensors, as Hugging Face's libraries do. */
  save(folder: string, options: SaveBertOptions = {}): Promise<void> {
    return saveBert(folder, this, options);
  }

  /** Frees the weights. */
  dispose(): void {
    for (const tensor of Object.values(this.parameters)) tensor.dispose();
  }
}

function positionTensor(positions: tf.Tensor1D | readonly number[], places: number): tf.Tensor1D {
  if (positions instanceof tf.Tensor) {
    if (positions.rank === 1 && positions.dtype === "int32") return positions;
    throw new RangeError(
      `forward: maskedPositions must be int32 [N], got ${positions.dtype} [${positions.shape}]`,
    );
  }
  if (!Array.isArray(positions)) {
    throw new TypeError(`forward: maskedPositions must be numbers, got ${inWords(positions)}`);
  }
  const list = positions as readonly number[];
  const wrong = list.find((place) => !(Number.isInteger(place) && place >= 0 && place < places));
  if (list.length === 0 || wrong !== undefined) {
    throw new RangeError(
      `forward: maskedPositions must be places from 0 to ${places - 1}, at least one, ` +
        `got ${wrong === undefined ? "none" : inWords(wrong)}`,
    );
  }
  return tf.tensor1d(Int32Array.from(list), "int32");
}
