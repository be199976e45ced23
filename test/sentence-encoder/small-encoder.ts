/** A tiny encoder with random weights, large enough that a wrong place in a vector shows. */
import { bertConfig, type BertConfig } from "../../src/bert/config";
import { initialParameters } from "../../src/bert/parameter-shapes";
import { createRng } from "../../src/core/rng";
import {
  encoderParameterShapes,
  type SentenceEncoderConfig,
} from "../../src/sentence-encoder/modules";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";

export const VOCABULARY = [
  ...["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cat", "sat", "on", "mat"],
  ...["dog", "##s", "a", "."],
];

/** Of several lengths, and one word that the vocabulary lacks. */
export const SENTENCES = [
  "The cat sat on the mat.",
  "a dogs",
  "unheard",
  "",
  "the the the the cat",
];

export function tinyBert(options: Partial<BertConfig> = {}): BertConfig {
  return bertConfig({
    ...{ vocabSize: VOCABULARY.length, hiddenSize: 16, numHiddenLayers: 2, numAttentionHeads: 4 },
    ...{ intermediateSize: 24, maxPositionEmbeddings: 64, initializerRange: 0.3 },
    ...options,
  });
}

export function smallEncoder(
  options: Partial<SentenceEncoderConfig> = {},
  { seed = 5, pooler = true }: { seed?: number; pooler?: boolean } = {},
): SentenceEncoder {
  const config: SentenceEncoderConfig = {
    bert: tinyBert(),
    ...{ pooling: ["mean"], normalize: false, maxSequenceLength: 32, lowercase: false },
    ...options,
  };
  const shapes = encoderParameterShapes(config, { pooler });
  const parameters = initialParameters(shapes, config.bert, createRng(seed));
  return new SentenceEncoder(config, new BertTokenizer(VOCABULARY), parameters, { threads: 1 });
}
