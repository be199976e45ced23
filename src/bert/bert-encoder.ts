/**
 * BERT: every token becomes a vector that knows its sentence.
 *
 *   h_0 = embeddings of the input        h_l = layer_l(h_{l-1})        p = tanh(W·h_L[CLS] + b)
 *
 * The model is written once, as forwardEncoder: a pure function of weights and input, which runs
 * eagerly, to look at every value, or inside compile (src/engine/compile.ts), many times faster.
 * BertEncoder holds the weights for it.
 *
 * Devlin et al. 2019, "BERT: Pre-training of deep bidirectional transformers", section 3.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { causalBias, paddingBias } from "./attention";
import { batchTensors, type BertBatch } from "./batch";
import { bertConfig, groupOfLayer, type BertConfig } from "./config";
import type { UniformSource } from "./dropout";
import { embed } from "./embeddings";
import { encoderLayer } from "./encoder-layer";
import { loadBert } from "./load-bert";
import { lowestLayers, type LoadEncoderOptions } from "./lowest-layers";
import { checkParameters, encoderShapes, initialParameters } from "./parameter-shapes";
import { ParameterScope, type NamedParameters } from "./parameters";
import { pool } from "./pooler";
import { saveBert, type SaveBertOptions } from "./save-bert";

export interface ForwardOptions {
  /** Drop numbers at random, as while training? Default false. */
  training?: boolean;
  /** Where dropout gets its random numbers; needed for training only. */
  rng?: UniformSource;
}

export interface BertOutput {
  /** What the first layer reads, [B, T, D]. */
  embeddings: tf.Tensor3D;
  /** What comes out of each layer, the last one's at the end, each [B, T, D]. */
  hiddenStates: tf.Tensor3D[];
  /** Of each layer [B, H, T, T]: row = who looks, column = at whom; each row sums to 1. */
  attentions: tf.Tensor4D[];
  /** [B, D]; undefined for a model without a pooler. */
  pooled?: tf.Tensor2D;
}

/**
 * The whole encoder as a pure function.
 *
 * @param parameters names and shapes as encoderShapes(config) gives them
 * @throws RangeError for a batch that doesn't fit the model; see batchTensors
 */
export function forwardEncoder(
  parameters: NamedParameters,
  batch: BertBatch,
  config: BertConfig,
  options: ForwardOptions = {},
): BertOutput {
  return tf.tidy(() => ({
    ...encodeBatch(new ParameterScope(parameters), batch, config, options),
  }));
}

/** The same for weights that lie below some place of a larger model. */
export function encodeBatch(
  parameters: ParameterScope,
  batch: BertBatch,
  config: BertConfig,
  { training = false, rng }: ForwardOptions,
): BertOutput {
  const drops = config.hiddenDropoutProb > 0 || config.attentionProbsDropoutProb > 0;
  if (training && drops && rng === undefined) {
    throw new TypeError("forward: training with dropout needs an rng, got none");
  }
  const mode = { rng: training ? rng : undefined };
  const { attentionMask, ...ids } = batchTensors("forward", batch, config);
  const padding = attentionMask && paddingBias(attentionMask);
  const bias = config.isDecoder ? causalBias(ids.inputIds.shape[1], attentionMask) : padding;

  const embeddings = embed(ids, parameters, config, mode);
  const hiddenStates: tf.Tensor3D[] = [];
  const attentions: tf.Tensor4D[] = [];
  let hidden = embeddings;
  for (let layer = 0; layer < config.numHiddenLayers; layer++) {
    const weights = parameters.in(`encoder.layer.${groupOfLayer(config, layer)}`);
    const { output, probabilities } = encoderLayer(hidden, bias, weights, config, mode);
    hiddenStates.push(output);
    attentions.push(probabilities);
    hidden = output;
  }
  const pooler = parameters.in("pooler");
  if (!pooler.has("dense.weight")) return { embeddings, hiddenStates, attentions };
  return { embeddings, hiddenStates, attentions, pooled: pool(hidden, pooler) };
}

/** An encoder with its weights. */
export class BertEncoder {
  /**
   * @param config     the model's sizes
   * @param parameters its weights; the encoder owns them from now on, and dispose() frees them
   * @throws RangeError naming a weight that is missing, too many or of another shape
   */
  constructor(
    readonly config: BertConfig,
    readonly parameters: NamedParameters,
  ) {
    const pooler = "pooler.dense.weight" in parameters;
    checkParameters("BertEncoder", parameters, encoderShapes(config, { pooler }));
  }

  /** A new encoder with random weights, which knows nothing yet. */
  static create(config: Partial<BertConfig>, { rng }: { rng: Rng }): BertEncoder {
    const complete = bertConfig(config);
    const parameters = initialParameters(encoderShapes(complete), complete, rng);
    return new BertEncoder(complete, parameters);
  }

  /**
   * A published encoder, from a folder with config.json and model.safetensors. Heads that the
   * checkpoint has besides are left behind.
   */
  static async load(folder: string, options: LoadEncoderOptions = {}): Promise<BertEncoder> {
    const { numLayers, ...rest } = options;
    const loaded = await loadBert(folder, "encoder", rest);
    const all = loaded.config.numHiddenLayers;
    const { config, parameters } =
      numLayers === undefined || numLayers === all ? loaded : lowestLayers(loaded, numLayers);
    return new BertEncoder(config, parameters);
  }

  /** @returns tensors that the caller disposes of */
  forward(batch: BertBatch, options: ForwardOptions = {}): BertOutput {
    return forwardEncoder(this.parameters, batch, this.config, options);
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
