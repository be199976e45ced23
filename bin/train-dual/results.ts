/** One seed after the other, all systems, into one file; a seed that is there isn't taken again. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { writeFileWhole } from "../../src/core/write-file";
import { createRng } from "../../src/core/rng";
import type { Town, TownQuestion } from "../../src/data/types";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import type { LateInteraction } from "../../src/dual-encoder/late-interaction";
import type { Hit } from "../../src/search/hit";
import { measure, meanReciprocalRank, type Scores } from "./measure";
import type { Plan } from "./plan";
import { trainReranker, type RerankerReport } from "./reranker";
import { byBm25, byEmbedding, combined, fused, rankingsOf, Reranker } from "./systems";
import { trainTowers, type TowerName, type TowerReport, type TrainingParts } from "./towers";

/** A search as it is, with its first hits in the re-ranker's order, and with both scores added up. */
export interface SystemScores {
  plain: Scores;
  reranked?: Scores;
  fused?: Scores;
}

export interface Run {
  seed: number;
  training: { single: TowerReport; dual: TowerReport; reranker?: RerankerReport };
  /**
   * Chosen on dev questions: the encoder of the two hybrids, its weight beside BM25's 1 in the one
   * that adds up ranks and in the one that adds up scores, and that of the re-ranker's score beside
   * the hybrid's 1.
   */
  chosen: {
    hybridOf: TowerName;
    rankWeight: number;
    hybridWeight: number;
    rerankerWeight?: number;
  };
  devMrr: Record<string, number>;
  systems: Record<string, SystemScores>;
  /**
   * The first test question, "What is the tallest mountain?": the first hits of the hybrid's
   * encoder, and of the hybrid with the re-ranker's score added.
   */
  example: { question: string; found: ExampleHit[]; fused?: ExampleHit[] };
}

interface ExampleHit {
  id: string;
  score: number;
}

export interface RetrievalFile {
  madeBy: string;
  settings: object;
  machine: object;
  questions: { dev: number; test: number; passages: number };
  runs: Run[];
}

const MADE_BY = "npm run train:dual";
/** 0: the other ranking alone is better. */
const WEIGHTS = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6];

export async function runSeeds(
  plan: Plan,
  { bert, town, machine }: { bert: string; town: Town; machine: object },
): Promise<string> {
  const file = path.join(plan.folder, "retrieval.json");
  const settings = { ...plan, seeds: undefined, folder: undefined, bert: path.basename(bert) };
  const results = await readResults(file, settings);
  results.machine = machine;
  const { dev, test, passages } = town;
  results.questions = { dev: dev.length, test: test.length, passages: passages.length };
  for (const seed of plan.seeds) {
    if (results.runs.some((run) => run.seed === seed)) continue;
    results.runs.push(await runSeed({ plan, bert, town, seed }));
    await writeFileWhole(file, [`${JSON.stringify(results, null, 1)}\n`]);
    console.log(`seed ${seed}: wrote ${file}`);
  }
  return file;
}

async function runSeed(parts: TrainingParts): Promise<Run> {
  const { plan, bert, town, seed } = parts;
  const untuned = await DualEncoder.fromBert(bert, { ...plan, shared: true, rng: createRng(seed) });
  const single = await trainTowers("single", parts);
  const dual = await trainTowers("dual", parts);
  const encoders = { untuned, single: single.encoder, dual: dual.encoder };
  const rank = async (questions: readonly TownQuestion[]) => {
    const texts = questions.map(({ question }) => question);
    const found: Record<string, Hit[][]> = { bm25: byBm25(town, texts) };
    for (const [name, encoder] of Object.entries(encoders)) {
      found[name] = await byEmbedding(encoder, town, texts);
    }
    return { texts, found };
  };
  const trained = plan.rerankerSteps > 0 ? await trainReranker(parts) : undefined;

  const [dev, test] = [await rank(town.dev), await rank(town.test)];
  const mrr = (found: readonly (readonly Hit[])[]) =>
    meanReciprocalRank(town.dev, rankingsOf(found));
  const hybridOf: TowerName =
    mrr(dev.found["single"]!) >= mrr(dev.found["dual"]!) ? "single" : "dual";
  const byRank = ({ found }: typeof dev, weight: number) =>
    fused(found["bm25"]!, found[hybridOf]!, weight);
  const byScore = ({ found }: typeof dev, weight: number) =>
    combined(found["bm25"]!, found[hybridOf]!, weight);
  const rankWeight = bestWeight((weight) => mrr(byRank(dev, weight)));
  const hybridWeight = bestWeight((weight) => mrr(byScore(dev, weight)));
  for (const part of [dev, test]) {
    part.found["hybrid by rank"] = byRank(part, rankWeight);
    part.found["hybrid"] = byScore(part, hybridWeight);
  }
  const devMrr: Record<string, number> = Object.fromEntries(
    Object.entries(dev.found).map(([name, found]) => [name, mrr(found)]),
  );
  const bm25 = rankingsOf(test.found["bm25"]!);
  const scoresOf = (found: readonly (readonly Hit[])[]) =>
    measure(town.test, rankingsOf(found), bm25);
  const systems: Record<string, SystemScores> = {};
  for (const [name, found] of Object.entries(test.found)) {
    systems[name] = { plain: name === "bm25" ? measure(town.test, bm25) : scoresOf(found) };
  }
  const example: Run["example"] = {
    question: test.texts[0]!,
    found: exampleHits(test.found[hybridOf]!),
  };
  let rerankerWeight: number | undefined;
  if (trained !== undefined) {
    const read = (texts: readonly string[]) => Reranker.read(trained.reranker, town, texts);
    const [onDev, onTest] = [await read(dev.texts), await read(test.texts)];
    const first = dev.found["hybrid"]!;
    const second = onDev.first(first, plan.depth);
    rerankerWeight = bestWeight((weight) => mrr(combined(first, second, weight)));
    devMrr["hybrid, re-ranked"] = mrr(second);
    devMrr["hybrid, fused"] = mrr(combined(first, second, rerankerWeight));
    devMrr["re-ranker alone"] = mrr(onDev.all());
    for (const [name, found] of Object.entries(test.found)) {
      const reranked = onTest.first(found, plan.depth);
      const both = combined(found, reranked, rerankerWeight);
      systems[name]!.reranked = scoresOf(reranked);
      systems[name]!.fused = scoresOf(both);
      if (name === "hybrid") example.fused = exampleHits(both);
    }
    systems["re-ranker alone"] = { plain: scoresOf(onTest.all()) };
  }
  for (const [name, scores] of Object.entries(systems)) log(name, scores);
  const run: Run = {
    seed,
    training: {
      ...{ single: single.report, dual: dual.report },
      ...(trained && { reranker: trained.report }),
    },
    chosen: {
      hybridOf,
      rankWeight,
      hybridWeight,
      ...(rerankerWeight !== undefined && { rerankerWeight }),
    },
    ...{ devMrr, systems, example },
  };
  const made = { ...encoders, ...(trained && { reranker: trained.reranker }) };
  if (seed === plan.seeds[0]) await saveModels(plan, run, made);
  for (const encoder of Object.values(made)) await encoder.dispose();
  return run;
}

/** The first of equally good ones. */
function bestWeight(scoreOf: (weight: number) => number): number {
  const scores = WEIGHTS.map(scoreOf);
  return WEIGHTS[scores.indexOf(Math.max(...scores))]!;
}

function exampleHits([first]: readonly (readonly Hit[])[]): ExampleHit[] {
  return first!.slice(0, 5).map(({ id, score }) => {
    return { id: id as string, score: Number(score.toFixed(4)) };
  });
}

async function saveModels(
  { folder }: Plan,
  { seed, training, chosen, devMrr, systems }: Run,
  models: { single: DualEncoder; dual: DualEncoder; reranker?: LateInteraction },
): Promise<void> {
  const record = (report: object, scores: Scores) => {
    const made = { madeBy: MADE_BY, seed, ...report, chosen, devMrr, test: scores.all };
    return { "training.json": `${JSON.stringify(made, null, 2)}\n` };
  };
  const options = { dtype: "F16", onnx: false } as const;
  for (const name of ["single", "dual"] as const) {
    const files = record(training[name], systems[name]!.plain);
    await models[name].save(path.join(folder, name), { ...options, files });
  }
  if (models.reranker === undefined) return;
  const files = record(training.reranker!, systems["re-ranker alone"]!.plain);
  await models.reranker.save(path.join(folder, "reranker"), { ...options, files });
}

async function readResults(file: string, settings: object): Promise<RetrievalFile> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    const questions = { dev: 0, test: 0, passages: 0 };
    return { madeBy: MADE_BY, settings, machine: {}, questions, runs: [] }; // the first time
  }
  const found = JSON.parse(text) as RetrievalFile;
  if (JSON.stringify(found.settings) === JSON.stringify(settings)) return found;
  throw new RangeError(`${file} holds results of other settings; move it away, or take them again`);
}

function log(name: string, { plain, reranked, fused: both }: SystemScores): void {
  const of = (what: string, scores: Scores | undefined) => {
    if (scores === undefined) return "";
    const values = ["hit@1", "hit@10", "mrr@10"].map((key) => scores.all[key]!.estimate);
    return `${what} ${values.map((value) => value.toFixed(3)).join(" ")}`;
  };
  console.log(of(name, plain), of("· re-ranked", reranked), of("· fused", both));
}
