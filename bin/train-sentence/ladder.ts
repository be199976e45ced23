/**
 * The whole ladder: baselines that nobody trained for sentences, every loss, and the cross-encoders,
 * once for each seed, into one file. What the file already has is not computed again.
 */
import { mkdir, readFile } from "node:fs/promises";
import { cpus } from "node:os";
import path from "node:path";
import type { CrossEncoder } from "../../src/cross-encoder/cross-encoder";
import { writeFileWhole } from "../../src/core/write-file";
import type { PairFeature } from "../../src/losses/softmax-classification";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { StaticEncoder } from "../../src/sentence-encoder/static-encoder";
import { byTfIdf, rarity, wordVectors } from "./baselines";
import { compareRungs, type Difference } from "./compare";
import {
  byCosine,
  byCrossEncoder,
  evaluate,
  textsOf,
  type PairScorer,
  type Scores,
} from "./evaluate";
import { LOSSES, type Plan } from "./plan";
import { trainCrossEncoder, trainEncoder, type TrainingParts, type TrainingReport } from "./train";

export interface Rung {
  name: string;
  /** 0 for what draws nothing. */
  seed: number;
  /** None for a classifier of relations, which gives no likeness. */
  scores?: Scores;
  training?: TrainingReport;
}

export interface LadderFile {
  madeBy: string;
  settings: object;
  seeds: number[];
  processor: string;
  node: string;
  rungs: Rung[];
  /** The softmax head with other features, seed 1. */
  features: (Rung & { features: readonly PairFeature[] })[];
  /** Of Spearman's correlations on sts/test, each seed with itself. */
  differences: Difference[];
}

/** Reimers & Gurevych 2019, table 6, in part. */
const FEATURES: readonly (readonly PairFeature[])[] = [
  ...([["u", "v"], ["|u-v|"], ["u*v"]] as const),
  ...([
    ["u", "v", "|u-v|"],
    ["u", "v", "|u-v|", "u*v"],
  ] as const),
];

/** @returns the file's path */
export async function runLadder(
  plan: Plan,
  common: Pick<TrainingParts, "bert" | "data">,
): Promise<string> {
  const { bert, data } = common;
  const file = path.join(plan.folder, "ladder.json");
  const settings = {
    ...plan,
    seeds: undefined,
    only: undefined,
    folder: undefined,
    bert: path.basename(bert),
  };
  const ladder = await readLadder(file, settings);
  const save = () => writeFileWhole(file, [`${JSON.stringify(ladder, null, 2)}\n`]);
  await mkdir(path.join(plan.folder, "scores"), { recursive: true });
  const isLeftOut = (name: string) => plan.only !== undefined && !plan.only.includes(name);
  const isKnown = (name: string, seed: number) =>
    isLeftOut(name) || ladder.rungs.some((rung) => rung.name === name && rung.seed === seed);
  const add = async (rung: Rung, scorer?: PairScorer) => {
    const scores = scorer && (await evaluate(scorer, data));
    if (scorer) await saveScores(plan, rung, await scorer(textsOf(data.sts.test)));
    ladder.rungs.push({ ...rung, ...(scores && { scores }) });
    await save();
    console.log(describe({ ...rung, ...(scores && { scores }) }));
  };

  if (!isKnown("tf-idf", 0)) await add({ name: "tf-idf", seed: 0 }, byTfIdf(data));
  if (!isKnown("raw-bert", 0)) {
    const encoder = await SentenceEncoder.fromBert(bert, plan);
    await add({ name: "raw-bert", seed: 0 }, byCosine(encoder));
    await encoder.dispose();
  }
  for (const seed of plan.seeds) {
    const parts = { plan, ...common, seed };
    for (const name of ["word-vectors", "word-vectors-weighted"]) {
      if (isKnown(name, seed)) continue;
      const options = name === "word-vectors" ? {} : { weightOf: rarity(data) };
      const encoder = new StaticEncoder(await wordVectors(data, { seed }), options);
      await add({ name, seed }, byCosine(encoder));
    }
    // Trained at the first rung that needs it; its checkpoints make a second call quick.
    let known: ReturnType<typeof trainCrossEncoder> | undefined;
    const crossEncoder = () => (known ??= trainCrossEncoder("cross-encoder", parts));
    const teacher = async (): Promise<CrossEncoder> => (await crossEncoder()).encoder;
    if (!isKnown("cross-encoder", seed)) {
      const { encoder, report } = await crossEncoder();
      await add({ name: "cross-encoder", seed, training: report }, byCrossEncoder(encoder));
    }
    for (const name of LOSSES) {
      if (isKnown(name, seed)) continue;
      const { encoder, report } = await trainEncoder(name, parts, teacher);
      await add({ name, seed, training: report }, byCosine(encoder));
      await encoder.dispose();
    }
    if (known) await (await teacher()).dispose();
    if (!isKnown("nli-cross-encoder", seed)) {
      const { encoder, report } = await trainCrossEncoder("nli-cross-encoder", parts);
      await encoder.dispose();
      await add({ name: "nli-cross-encoder", seed, training: report });
    }
    if (seed === plan.seeds[0] && !isLeftOut("features")) {
      for (const features of FEATURES) {
        if (ladder.features.some((rung) => String(rung.features) === String(features))) continue;
        const { encoder, report } = await trainEncoder("softmax", { ...parts, features }, teacher);
        const scores = await evaluate(byCosine(encoder), data);
        await encoder.dispose();
        ladder.features.push({ name: "softmax", seed, features, scores, training: report });
        await save();
        console.log(
          describe({ name: `softmax of ${features.join()}`, seed, scores, training: report }),
        );
      }
    }
  }
  const scoresOf = async (name: string, seed: number) => {
    const isThere = ladder.rungs.some((rung) => rung.name === name && rung.seed === seed);
    return isThere && name !== "nli-cross-encoder" ? readScores(plan, { name, seed }) : undefined;
  };
  const measured = ladder.rungs.map(({ seed }) => seed).filter((seed) => seed !== 0);
  ladder.seeds = [...new Set(measured)].sort((a, b) => a - b);
  ladder.differences = await compareRungs(ladder.seeds, data.sts.test, scoresOf);
  await save();
  return file;
}

function describe({ name, seed, scores, training }: Rung): string {
  const shown = { ...scores, ...training?.inference };
  const numbers = Object.entries(shown).map(
    ([key, { estimate }]) => `${key} ${estimate.toFixed(3)}`,
  );
  return `${name}, seed ${seed}: ${numbers.join(", ")}`;
}

function scoresFile({ folder }: Plan, { name, seed }: Rung): string {
  return path.join(folder, "scores", `${name}-${seed}.json`);
}

async function saveScores(plan: Plan, rung: Rung, scores: ArrayLike<number>): Promise<void> {
  await writeFileWhole(scoresFile(plan, rung), [JSON.stringify(Array.from(scores))]);
}

async function readScores(plan: Plan, rung: Rung): Promise<number[]> {
  return JSON.parse(await readFile(scoresFile(plan, rung), "utf8")) as number[];
}

function processorOf({ threads = cpus().length }: Partial<Plan>): string {
  return `${cpus()[0]?.model ?? "unknown"}, ${threads} ${threads === 1 ? "thread" : "threads"}`;
}

async function readLadder(file: string, settings: Partial<Plan>): Promise<LadderFile> {
  const madeBy = "npm run train:sentence -- --ladder";
  const fresh = {
    ...{ madeBy, settings, seeds: [], processor: processorOf(settings), node: process.version },
    ...{ rungs: [], features: [], differences: [] },
  };
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
