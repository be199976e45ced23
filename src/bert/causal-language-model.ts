/**
 * A causal language model: from the tokens so far to the next one.
 *
 *   P(w_1 … w_n) = Π_t P(w_t | w_1 … w_{t−1})          loss = −mean_t ln P(w_t | w_1 … w_{t−1})
 *
 * The layers are BERT's; what differs is the mask (no token sees a later one) and the task. Every
 * place of a text is an example at once: its output may be compared with the token that follows,
 * for it can't have looked. The head is BERT's for masked words, tied to the token vectors.
 *
 * Radford et al. 2018, "Improving Language Understanding by Generative Pre-Training", section 3.1;
 * saved as Hugging Face's BertLMHeadModel.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { inWords } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { softmaxCrossEntropy } from "../engine/hand-gradients";
import type { BertBatch } from "./batch";
import { forwardPretraining, type PretrainingForwardOptions } from "./bert-for-pretraining";
import type { BertOutput } from "./bert-encoder";
import { bertConfig, maxSequenceLength, type BertConfig } from "./config";
import { loadBert, type LoadBertOptions } from "./load-bert";
import { checkParameters, initialParameters, pretrainingShapes } from "./parameter-shapes";
import type { NamedParameters } from "./parameters";
import { saveBert, type SaveBertOptions } from "./save-bert";

export interface CausalOutput extends BertOutput {
  /** [B·T, V], or [N, V] at maskedPositions: for the token after each place. */
  logits: tf.Tensor2D;
}

/**
 * The whole model as a pure function, to run eagerly or inside compile.
 *
 * @param config with isDecoder true
 */
export function forwardCausal(
  parameters: NamedParameters,
  batch: BertBatch,
  config: BertConfig,
  options: PretrainingForwardOptions = {},
): CausalOutput {
  const { mlmLogits, ...encoded } = forwardPretraining(parameters, batch, config, options);
  return { ...encoded, logits: mlmLogits };
}

/**
 * @param logits [N, V]
 * @param next   [N] int32, the token that did follow
 * @returns      mean of −ln P(next)
 */
export function nextTokenLoss(logits: tf.Tensor2D, next: tf.Tensor1D): tf.Scalar {
  return softmaxCrossEntropy(next, logits);
}

/** The weights' names and shapes: BERT's with its head for words, without pooler. */
export function causalShapes(config: BertConfig) {
  return pretrainingShapes(config, { nextSentence: false });
}

/** The model with its weights. */
export class CausalLanguageModel {
  /**
   * @param parameters its weights; the model owns them from now on, and dispose() frees them
   * @throws RangeError for a config without isDecoder, or weights that don't fit it
   */
  constructor(
    readonly config: BertConfig,
    readonly parameters: NamedParameters,
  ) {
    if (!config.isDecoder) {
      throw new RangeError(
        `CausalLanguageModel: config.isDecoder must be true, got ${inWords(config.isDecoder)}; ` +
          "a model that was trained looking both ways can't predict the next token",
      );
    }
    checkParameters("CausalLanguageModel", parameters, causalShapes(config));
  }

  /** A new model with random weights, which knows nothing yet. */
  static create(config: Partial<BertConfig>, { rng }: { rng: Rng }): CausalLanguageModel {
    const complete = bertConfig({ ...config, isDecoder: true });
    return new CausalLanguageModel(
      complete,
      initialParameters(causalShapes(complete), complete, rng),
    );
  }

  /** From a folder with config.json and model.safetensors. */
  static async load(folder: string, options: LoadBertOptions = {}): Promise<CausalLanguageModel> {
    const { config, parameters } = await loadBert(folder, "pretraining", options);
    try {
      return new CausalLanguageModel(config, parameters);
    } catch (error) {
      tf.dispose(parameters);
      throw error;
    }
  }

  /** @returns tensors that the caller disposes of */
  forward(batch: BertBatch, options: PretrainingForwardOptions = {}): CausalOutput {
    return forwardCausal(this.parameters, batch, this.config, options);
  }

  /**
   * What `generate` asks for. Of a text longer than the model's positions it sees the end.
   *
   * @param ids tokens so far, one at least
   * @returns   [V] logits of the next
   */
  readonly nextTokenLogits = async (ids: readonly number[]): Promise<Float32Array> => {
    const seen = ids.slice(-maxSequenceLength(this.config));
    const [last] = await this.logitsAt(seen, [seen.length - 1]);
    return last!;
  };

  /**
   * @param ids a text that fits into the model
   * @returns   [T] rows [V]: after each token, what may follow
   */
  async logitsAlong(ids: readonly number[]): Promise<Float32Array[]> {
    return this.logitsAt(
      ids,
      ids.map((_, t) => t),
    );
  }

  /** Writes config.json and model.safetensors, as Hugging Face's libraries do. */
  save(folder: string, options: SaveBertOptions = {}): Promise<void> {
    return saveBert(folder, this, options);
  }

  /** Frees the weights. */
  dispose(): void {
    for (const tensor of Object.values(this.parameters)) tensor.dispose();
  }

  private async logitsAt(ids: readonly number[], places: number[]): Promise<Float32Array[]> {
    const logits = tf.tidy(
      () => this.forward({ inputIds: [ids] }, { maskedPositions: places }).logits,
    );
    const values = (await logits.data()) as Float32Array;
    const width = logits.shape[1];
    logits.dispose();
    return places.map((_, row) => values.slice(row * width, (row + 1) * width));
  }
}
