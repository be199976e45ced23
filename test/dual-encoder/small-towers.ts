/** A tiny BERT and questions that share no word with their answers, so that only training helps. */
import { BertEncoder } from "../../src/bert/bert-encoder";
import { createRng } from "../../src/core/rng";
import { DualEncoder, type TemperatureOptions } from "../../src/dual-encoder/dual-encoder";
import type { DualPair } from "../../src/dual-encoder/dual-batches";
import * as tf from "../../src/core/tf";
import type { SentenceEncoderConfig } from "../../src/sentence-encoder/modules";
import type { PoolingMode } from "../../src/sentence-encoder/pooling";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";

const ASKED = ["tallest", "oldest", "nearest", "coldest"];
const THINGS = ["mountain", "river", "bridge", "tower", "market", "forest"];
const PLACES = ["north", "south", "east", "west"];
const NAMES = ["calder", "ilden", "mossa", "perrin", "sarn", "tovick"];

/** 24 pairs: the word asked for decides the place, the thing decides the name. */
export const PAIRS: DualPair[] = ASKED.flatMap((asked, a) =>
  THINGS.map((thing, t) => ({
    question: `which ${thing} is the ${asked}`,
    answer: `${NAMES[t]} lies ${PLACES[a]}`,
  })),
);

const WORDS = PAIRS.flatMap(({ question, answer }) => `${question} ${answer}`.split(" "));
const SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];

export const tokenizer = () => new BertTokenizer([...SPECIAL, ...new Set(WORDS)]);

export function smallBert(seed: number = 1) {
  return BertEncoder.create(
    {
      ...{ vocabSize: tokenizer().vocabulary.length, hiddenSize: 16, intermediateSize: 32 },
      ...{ numHiddenLayers: 1, numAttentionHeads: 2, maxPositionEmbeddings: 64 },
      ...{ hiddenDropoutProb: 0, attentionProbsDropoutProb: 0 },
    },
    { rng: createRng(seed) },
  );
}

export interface SmallOptions extends TemperatureOptions {
  shared?: boolean;
  pooling?: readonly [question: PoolingMode, answer: PoolingMode];
  projectionSize?: number;
}

/** Without files: what fromBert makes, built in place. */
export function smallDual({ shared, pooling, projectionSize, ...rest }: SmallOptions = {}) {
  const tower = (seed: number, mode: PoolingMode) => {
    const bert = smallBert(1);
    const named = Object.entries(bert.parameters).filter(([name]) => !name.startsWith("pooler."));
    const weights = Object.fromEntries(named.map(([name, tensor]) => [`bert.${name}`, tensor]));
    const config: SentenceEncoderConfig = {
      ...{ bert: bert.config, pooling: [mode], normalize: false, lowercase: false },
      maxSequenceLength: 20,
      ...(projectionSize && {
        dense: { outFeatures: projectionSize, activation: "identity" as const, bias: false },
      }),
    };
    if (projectionSize) {
      const rng = createRng(seed);
      const values = Float32Array.from({ length: projectionSize * 16 }, () => rng.normal() / 4);
      weights["dense.linear.weight"] = tf.tensor2d(values, [projectionSize, 16]);
    }
    return new SentenceEncoder(config, tokenizer(), weights, { threads: 1 });
  };
  const [ofQuestion, ofAnswer] = pooling ?? ["mean", "mean"];
  const question = tower(2, ofQuestion);
  return new DualEncoder({ question, answer: shared ? question : tower(3, ofAnswer) }, rest);
}
