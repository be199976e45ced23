/**
 * Does memory stay flat? The shipped BERT pre-trains for 1,000 steps with dropout.
 *
 *   npm run bench -- memory
 *
 * Prints resident memory and tensors in between; fails if memory at step 1,000 is more than 2%
 * above that of step 100, or if a tensor is left behind. The garbage collector runs before each
 * reading, so that what is counted is held, not merely not yet collected.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { BertForPreTraining } from "../src/bert/bert-for-pretraining";
import { pretrainingBatches } from "../src/bert/pretraining-data";
import { pretrainingObjective } from "../src/bert/pretraining-objective";
import { createRng } from "../src/core/rng";
import * as tf from "../src/core/tf";
import { loadCorpus } from "../src/data/datasets";
import { shippedModelFolder } from "../src/data/shipped-models";
import { startLab } from "../src/engine/lab";
import { BertTokenizer } from "../src/tokenizers/bert-tokenizer";
import { Trainer } from "../src/training/trainer";

const STEPS = 1000;
const SIZE = { batchSize: 8, sequenceLength: 32 };

void main();

async function main(): Promise<void> {
  await startLab({ backend: "cpu", quiet: true });
  const trainer = await bertTrainer();
  const readings = new Map<number, { megabytes: number; tensors: number }>();
  for (const step of [100, 250, 500, 750, STEPS]) {
    await trainer.run({ steps: step });
    const reading = { megabytes: residentMegabytes(), tensors: tf.memory().numTensors };
    readings.set(step, reading);
    console.log(`step ${step}: ${reading.megabytes.toFixed(0)} MB, ${reading.tensors} tensors`);
  }
  await trainer.dispose();
  const [first, last] = [readings.get(100)!, readings.get(STEPS)!];
  const growth = last.megabytes / first.megabytes - 1;
  console.log(`from step 100 to ${STEPS}: ${(100 * growth).toFixed(1)} %`);
  if (growth > 0.02 || last.tensors !== first.tensors) process.exitCode = 1;
}

async function bertTrainer(): Promise<Trainer> {
  const folder = await shippedModelFolder("bert-small");
  const bert = await BertForPreTraining.load(folder);
  const config = { ...bert.config, hiddenDropoutProb: 0.1, attentionProbsDropoutProb: 0.1 };
  const tokenizer = await BertTokenizer.load(folder);
  const { documents } = await loadCorpus();
  const ids = documents
    .slice(0, 500)
    .map(({ sentences }) =>
      sentences.map((text) => tokenizer.encode(text, { addSpecialTokens: false }).inputIds),
    );
  const { clsId: cls, sepId: sep, padId: pad, maskId, unkId, vocabulary } = tokenizer;
  const data = pretrainingBatches(ids, {
    ...SIZE,
    special: { cls, sep, pad },
    masking: {
      ...{ maskTokenId: maskId, vocabSize: vocabulary.length },
      specialTokenIds: [pad, unkId, cls, sep, maskId],
    },
    rng: createRng(1),
  });
  return new Trainer({
    model: { weights: bert.parameters, ...pretrainingObjective(config, SIZE) },
    ...{ data, rng: createRng(2), optimization: { learningRate: 1e-4 } },
  });
}

function residentMegabytes(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  return process.memoryUsage().rss / 2 ** 20;
}
