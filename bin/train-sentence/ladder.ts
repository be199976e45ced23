/**
 * The whole ladder: baselines that nobody trained for sentences, every loss, and the cross-encoder,
 * once for each seed, into one file. What the file already has is not computed again.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createRng } from "../../src/core/rng";
import type { CrossEncoder } from "../../src/cross-encoder/cross-encoder";
import { writeFileWhole } from "../../src/core/write-file";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { StaticEncoder } from "../../src/sentence-encoder/static-encoder";
import { wordTokenize } from "../../src/text/word-tokenize";
import { TfIdf } from "../../src/vectorizers/tf-idf";
import { Word2Vec } from "../../src/word-vectors/word2vec";
import type { SentenceData } from "./data";
import { byCosine, byCrossEncoder, evaluate, type Scores } from "./evaluate";
import { LOSSES, type Plan } from "./plan";
import { trainCrossEncoder, trainEncoder, type TrainingReport } from "./train";

export interface Rung {
  name: string;
  seed: number;
  scores: Scores;
  training?: TrainingReport;
}

export interface LadderFile {
  madeBy: string;
  settings: object;
  rungs: Rung[];
}

export async function runLadder(plan: Plan, bert: string, data: SentenceData): Promise<string> {
  const file = path.join(plan.folder, "ladder.json");
  const settings = { ...plan, seeds: undefined, folder: undefined, bert: path.basename(bert) };
  const ladder = await readLadder(file, settings);
  const add = async (
    name: string,
    seed: number,
    compute: () => Promise<Omit<Rung, "name" | "seed">>,
  ) => {
    if (ladder.rungs.some((rung) => rung.name === name && rung.seed === seed)) return;
    const rung = { name, seed, ...(await compute()) };
    ladder.rungs.push(rung);
    await writeFileWhole(file, [`${JSON.stringify(ladder, null, 2)}\n`]);
    const { sts, triplets, pairs } = rung.scores;
    const numbers = [sts, triplets, pairs].map(({ estimate }) => estimate.toFixed(3));
    console.log(
      `${name}, seed ${seed}: sts ${numbers[0]}, triplets ${numbers[1]}, pairs ${numbers[2]}`,
    );
  };

  await add("tf-idf", 0, async () => ({ scores: await evaluate(byTfIdf(data), data) }));
  await add("raw-bert", 0, async () => {
    const encoder = await SentenceEncoder.fromBert(bert, plan);
    const scores = await evaluate(byCosine(encoder), data);
    await encoder.dispose();
    return { scores };
  });
  for (const seed of plan.seeds) {
    await add("word-vectors", seed, async () => {
      const sentences = data.corpus.sentences.map((text) => wordTokenize(text.toLowerCase()));
      const vectors = await new Word2Vec({ rng: createRng(seed) }).train(sentences);
      return { scores: await evaluate(byCosine(new StaticEncoder(vectors)), data) };
    });
    // Trained at the first rung that needs it; its checkpoints make a second call quick.
    let known: Promise<Awaited<ReturnType<typeof trainCrossEncoder>>> | undefined;
    const parts = { plan, bert, data, seed };
    const crossEncoder = () => (known ??= trainCrossEncoder(parts));
    const teacher = async (): Promise<CrossEncoder> => (await crossEncoder()).encoder;
    await add("cross-encoder", seed, async () => {
      const { encoder, report } = await crossEncoder();
      return { scores: await evaluate(byCrossEncoder(encoder), data), training: report };
    });
    for (const name of LOSSES) {
      await add(name, seed, async () => {
        const { encoder, report } = await trainEncoder(name, parts, teacher);
        const scores = await evaluate(byCosine(encoder), data);
        await encoder.dispose();
        return { scores, training: report };
      });
    }
    if (known) await (await teacher()).dispose();
  }
  return file;
}

/** Word counts alone, told by the training sentences which words are rare. */
function byTfIdf(data: SentenceData) {
  const sentences = data.sts.train.flatMap(({ sentence1, sentence2 }) => [sentence1, sentence2]);
  const vectorizer = new TfIdf().fit(sentences);
  return async (pairs: readonly (readonly [string, string])[]) => {
    const [a, b] = ([0, 1] as const).map((side) =>
      vectorizer.transform(pairs.map((pair) => pair[side])).toDense(),
    );
    return pairs.map((_, i) =>
      a![i]!.reduce((sum, value, column) => sum + value * b![i]![column]!, 0),
    );
  };
}

async function readLadder(file: string, settings: object): Promise<LadderFile> {
  const fresh = { madeBy: "npm run train:sentence -- --ladder", settings, rungs: [] };
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return fresh; // the first time
  }
  const found = JSON.parse(text) as LadderFile;
  if (JSON.stringify(found.settings) === JSON.stringify(settings)) return found;
  throw new RangeError(
    `${file} holds a ladder of other settings; move it away, or take them again`,
  );
}
