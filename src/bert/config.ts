/**
 * The sizes and switches of a BERT: what must be known before its weights mean anything.
 *
 *   BERT-base   12 layers, 768 wide, 12 heads, feed-forward 3,072, 512 positions, 30,522 tokens
 *
 * Two relatives are the same network with other settings:
 *
 *   RoBERTa     positions are counted from padTokenId + 1 and padding isn't counted; one type
 *   ALBERT      all layers share one set of weights (numHiddenGroups 1); words have vectors of
 *               embeddingSize, which one matrix widens to hiddenSize
 *
 * With `isDecoder` tokens see those before them only, and the network can predict the next one.
 *
 * Devlin et al. 2019, "BERT", section 3; Liu et al. 2019, "RoBERTa", section 4.4; Lan et al. 2020,
 * "ALBERT", section 3.1. Names are those of Hugging Face's config.json, made camelCase.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertBetween, assertInteger, assertPositive, inWords } from "../core/check";
import { ACTIVATIONS, type ActivationName } from "./activation";

/** Which family's names a checkpoint of this model has. */
export type BertModelType = "bert" | "roberta" | "xlm-roberta" | "albert";

export interface BertConfig {
  /** Default "bert". */
  readonly modelType: BertModelType;
  /** V, tokens in the vocabulary. Default 30,522. */
  readonly vocabSize: number;
  /** D, the width of every layer's output. Default 768. */
  readonly hiddenSize: number;
  /** Default 12. */
  readonly numHiddenLayers: number;
  /** H; each head is hiddenSize / H wide. Default 12. */
  readonly numAttentionHeads: number;
  /** The width inside the feed-forward part. Default 4 · hiddenSize. */
  readonly intermediateSize: number;
  /** Default "gelu", the exact one. */
  readonly hiddenAct: ActivationName;
  /** Share of numbers dropped after each part while training. Default 0.1. */
  readonly hiddenDropoutProb: number;
  /** Share of attention dropped while training. Default 0.1. */
  readonly attentionProbsDropoutProb: number;
  /** Rows of the position table. Default 512. */
  readonly maxPositionEmbeddings: number;
  /** Segments: sentence A and sentence B. Default 2. */
  readonly typeVocabSize: number;
  /** Standard deviation of new weights. Default 0.02. */
  readonly initializerRange: number;
  /** Added to the variance in layer norm. Default 1e-12. */
  readonly layerNormEps: number;
  /** Default 0. */
  readonly padTokenId: number;
  /** Width of the token, position and type tables. Default hiddenSize; ALBERT's is smaller. */
  readonly embeddingSize: number;
  /** Sets of layer weights; layers of one group share theirs. Default numHiddenLayers. */
  readonly numHiddenGroups: number;
  /** Positions as RoBERTa counts them. Default true for its family, else false. */
  readonly positionsSkipPadding: boolean;
  /** Does a token see only itself and those before it? Default, and undefined: false. */
  readonly isDecoder?: boolean;
}

const MODEL_TYPES: readonly string[] = ["bert", "roberta", "xlm-roberta", "albert"];

/**
 * Fills in the defaults, and checks that the settings fit together.
 *
 * @throws RangeError naming the setting that can't be
 */
export function bertConfig(options: Partial<BertConfig> = {}): BertConfig {
  const { modelType = "bert", hiddenSize = 768, numHiddenLayers = 12 } = options;
  const isRoberta = modelType === "roberta" || modelType === "xlm-roberta";
  const config: BertConfig = {
    vocabSize: 30522,
    numAttentionHeads: 12,
    intermediateSize: 4 * hiddenSize,
    hiddenAct: "gelu",
    hiddenDropoutProb: 0.1,
    attentionProbsDropoutProb: 0.1,
    maxPositionEmbeddings: 512,
    typeVocabSize: 2,
    initializerRange: 0.02,
    layerNormEps: 1e-12,
    padTokenId: 0,
    embeddingSize: hiddenSize,
    numHiddenGroups: numHiddenLayers,
    positionsSkipPadding: isRoberta,
    ...definedOnly(options),
    ...{ modelType, hiddenSize, numHiddenLayers },
  };
  checkConfig(config);
  return config;
}

/** The longest sequence the position table has room for. */
export function maxSequenceLength(config: BertConfig): number {
  const { maxPositionEmbeddings, positionsSkipPadding, padTokenId } = config;
  return positionsSkipPadding ? maxPositionEmbeddings - padTokenId - 1 : maxPositionEmbeddings;
}

/** Which set of weights a layer uses: layers are dealt to the groups in equal runs. */
export function groupOfLayer(config: BertConfig, layer: number): number {
  return Math.floor(layer / (config.numHiddenLayers / config.numHiddenGroups));
}

function checkConfig(config: BertConfig): void {
  const { vocabSize, hiddenSize, numHiddenLayers, numAttentionHeads, numHiddenGroups } = config;
  const { intermediateSize, maxPositionEmbeddings, typeVocabSize, embeddingSize } = config;
  if (!MODEL_TYPES.includes(config.modelType)) {
    const known = MODEL_TYPES.join(", ");
    throw new RangeError(
      `bertConfig: modelType must be ${known}, got ${inWords(config.modelType)}`,
    );
  }
  const counts = { vocabSize, hiddenSize, numHiddenLayers, numAttentionHeads, intermediateSize };
  assertInteger("bertConfig", counts, { min: 1 });
  const tables = { maxPositionEmbeddings, typeVocabSize, embeddingSize, numHiddenGroups };
  assertInteger("bertConfig", tables, { min: 1 });
  assertInteger("bertConfig", { padTokenId: config.padTokenId }, { min: 0, max: vocabSize - 1 });
  const { hiddenDropoutProb, attentionProbsDropoutProb } = config;
  assertBetween("bertConfig", { hiddenDropoutProb, attentionProbsDropoutProb }, 0, 0.99);
  const { initializerRange, layerNormEps } = config;
  assertPositive("bertConfig", { initializerRange, layerNormEps });
  if (!Object.prototype.hasOwnProperty.call(ACTIVATIONS, config.hiddenAct)) {
    const known = Object.keys(ACTIVATIONS).join(", ");
    throw new RangeError(
      `bertConfig: hiddenAct must be ${known}, got ${inWords(config.hiddenAct)}`,
    );
  }
  if (hiddenSize % numAttentionHeads !== 0) {
    throw new RangeError(
      `bertConfig: hiddenSize must be a multiple of numAttentionHeads, ` +
        `got ${hiddenSize} and ${numAttentionHeads}`,
    );
  }
  if (embeddingSize !== hiddenSize && config.modelType !== "albert") {
    throw new RangeError(
      `bertConfig: embeddingSize must be hiddenSize (${hiddenSize}) where modelType isn't ` +
        `"albert", got ${embeddingSize}`,
    );
  }
  const { isDecoder = false } = config;
  if (typeof isDecoder !== "boolean" || (isDecoder && config.modelType === "albert")) {
    throw new RangeError(
      `bertConfig: isDecoder must be true or false, and false for "albert", ` +
        `got ${inWords(isDecoder)}`,
    );
  }
  if (numHiddenLayers % numHiddenGroups !== 0) {
    throw new RangeError(
      `bertConfig: numHiddenLayers must be a multiple of numHiddenGroups, ` +
        `got ${numHiddenLayers} and ${numHiddenGroups}`,
    );
  }
  if (maxSequenceLength(config) < 1) {
    throw new RangeError(
      `bertConfig: maxPositionEmbeddings must leave room for a token after the ` +
        `${config.padTokenId + 1} rows that padding keeps, got ${maxPositionEmbeddings}`,
    );
  }
}

/** An option given as undefined is one not given. */
function definedOnly<T extends object>(options: T): Partial<T> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Partial<T>;
}
