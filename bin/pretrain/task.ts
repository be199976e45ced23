/**
 * What is trained: BERT, on hidden words and next sentences, or a causal language model, on the next
 * token. Each with its weights, its batches, and what counting words would reach.
 */
import { BertForPreTraining } from "../../src/bert/bert-for-pretraining";
import { causalBatches, runningText } from "../../src/bert/causal-data";
import { CausalLanguageModel } from "../../src/bert/causal-language-model";
import { causalObjective } from "../../src/bert/causal-objective";
import type { BertConfig } from "../../src/bert/config";
import { maskedWordBaselines } from "../../src/bert/masked-word-baselines";
import { nextTokenBaselines } from "../../src/bert/next-token-baselines";
import { pretrainingBatches } from "../../src/bert/pretraining-data";
import { pretrainingObjective } from "../../src/bert/pretraining-objective";
import { sinusoidalPositions } from "../../src/bert/sinusoidal-positions";
import type { NamedParameters } from "../../src/bert/parameters";
import { createRng, type Rng } from "../../src/core/rng";
import type { BatchStream } from "../../src/data/batch-stream";
import type { TrainableModel } from "../../src/training/loss";
import type { Batch } from "../../src/training/stepper";
import { configOf, type Plan } from "./plan";
import type { PreparedCorpus } from "./prepare-corpus";

/** A fixed part of the held-out text, so that an evaluation takes seconds. */
const HELD_OUT_BATCHES = 24;

export interface PretrainingTask {
  bert: { readonly config: BertConfig; readonly parameters: NamedParameters; dispose(): void };
  model: TrainableModel;
  training: BatchStream<Batch>;
  heldOut: Batch[];
  baselines: Record<string, number>;
}

export function taskOf(plan: Plan, corpus: PreparedCorpus, rng: Rng): PretrainingTask {
  return plan.causal ? causalTask(plan, corpus, rng) : maskedTask(plan, corpus, rng);
}

function maskedTask(plan: Plan, corpus: PreparedCorpus, rng: Rng): PretrainingTask {
  const { padId, clsId, sepId, maskId, unkId, vocabulary } = corpus.tokenizer;
  const options = {
    ...{ batchSize: plan.batchSize, sequenceLength: plan.sequenceLength },
    special: { cls: clsId, sep: sepId, pad: padId },
  };
  const heldOut = {
    ...{ maskTokenId: maskId, vocabSize: vocabulary.length },
    specialTokenIds: [padId, unkId, clsId, sepId, maskId],
  };
  const masking = { heldOut, training: { ...heldOut, maskProbability: plan.maskShare } };
  const data = streams(plan, (part, partRng) =>
    pretrainingBatches(corpus[part], { ...options, masking: masking[part], rng: partRng }),
  );
  const baselines = maskedWordBaselines(corpus.training, data.heldOut, heldOut);
  const config = configOf(plan, corpus.about.vocabSize);
  const bert = BertForPreTraining.create(config, { rng: rng.fork("weights") });
  startWithWaves(bert);
  const objective = pretrainingObjective(bert.config, plan);
  return { ...data, ...trainable(bert, objective), baselines: { ...baselines } };
}

function causalTask(plan: Plan, corpus: PreparedCorpus, rng: Rng): PretrainingTask {
  const { clsId: cls, sepId: sep } = corpus.tokenizer;
  const { batchSize, sequenceLength } = plan;
  const special = { cls, sep };
  const data = streams(plan, (part, partRng) =>
    causalBatches(corpus[part], { batchSize, sequenceLength, special, rng: partRng }),
  );
  const { vocabSize } = corpus.about;
  const text = runningText(corpus.training, special);
  const baselines = nextTokenBaselines(text, data.heldOut, vocabSize);
  // Places beyond the pieces' length would stay untrained, and writing would go on into them.
  const config = { ...configOf(plan, vocabSize), maxPositionEmbeddings: sequenceLength };
  const bert = CausalLanguageModel.create(config, { rng: rng.fork("weights") });
  startWithWaves(bert);
  const objective = causalObjective(bert.config, plan);
  return { ...data, ...trainable(bert, objective), baselines: { ...baselines } };
}

function streams<Kind extends Batch>(
  { seed }: Plan,
  of: (part: "training" | "heldOut", rng: Rng) => BatchStream<Kind>,
): { training: BatchStream<Kind>; heldOut: Kind[] } {
  const rng = createRng(seed);
  const held = of("heldOut", rng.fork("held out"));
  return {
    training: of("training", rng.fork("training")),
    heldOut: Array.from({ length: HELD_OUT_BATCHES }, (_, i) => held.at(i)),
  };
}

function trainable(
  bert: PretrainingTask["bert"],
  objective: Pick<TrainableModel, "inputs" | "loss">,
): Pick<PretrainingTask, "bert" | "model"> {
  return {
    bert,
    model: { weights: bert.parameters, ...objective, description: bert.config },
  };
}

/** Begins with positions that know their neighbours; from there on they are learned. */
function startWithWaves({ config, parameters }: PretrainingTask["bert"]): void {
  const name = "bert.embeddings.position_embeddings.weight";
  const { maxPositionEmbeddings, hiddenSize, initializerRange } = config;
  const waves = { deviation: initializerRange };
  parameters[name]!.dispose();
  Object.assign(parameters, {
    [name]: sinusoidalPositions(maxPositionEmbeddings, hiddenSize, waves),
  });
}
