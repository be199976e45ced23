/** All runs as one table: means over seeds, with intervals over the test rows. */
import { createRng } from "../../src/core/rng";
import { bootstrap, meanOf } from "../../src/evaluation/bootstrap";
import { spearmanCorrelation } from "../../src/evaluation/spearman";
import { INDEXES, type IndexKind, type MatryoshkaTask, type Measured } from "./measure";
import { MODELS, type ModelName } from "./plan";
import type { TrainingRecord } from "./train";

export interface MeasuredRun {
  model: ModelName;
  seed: number;
  training: TrainingRecord;
  measured: Measured[];
}

/** A mean over seeds; the 95 % interval is a bootstrap over test rows, the seeds taken together. */
export interface Score {
  estimate: number;
  low: number;
  high: number;
  seeds: number[];
}

/** A test row with what each seed's run says about it. */
type Item = readonly number[];
type Statistic = (items: readonly Item[], run: number) => number;

const RESAMPLES = 500;

export function report(runs: readonly MeasuredRun[], task: MatryoshkaTask) {
  const gold = task.sts.map(({ score }) => score);
  const sizes = runs[0]!.measured.map(({ size }) => size);
  const of = (model: ModelName, at: number) =>
    runs.filter((run) => run.model === model).map(({ measured }) => measured[at]!);
  const kinds = Object.keys(INDEXES) as IndexKind[];
  // The judgement comes first, then each run's score.
  const sts = (found: Measured[]) =>
    gold.map((score, i) => [score, ...found.map((x) => x.sts[i]!)]);
  const retrieval = (found: Measured[], kind: IndexKind) =>
    task.queries.map((_, i) => found.map((x) => x.retrieval[kind][i]!));

  const truncation = (Object.keys(MODELS) as ModelName[]).flatMap((model) =>
    sizes.map((size, at) => {
      const found = of(model, at);
      return {
        ...{ model, size },
        sts: score(sts(found), found.length, spearmanOf),
        retrieval: score(retrieval(found, "float32"), found.length, meanOfRun),
      };
    }),
  );
  const differences = sizes.map((size, at) => {
    const [nested, control] = [of("matryoshka", at), of("control", at)];
    const both = [...nested, ...control];
    const minus =
      (statistic: Statistic): Statistic =>
      (items, run) =>
        statistic(items, run) - statistic(items, run + nested.length);
    return {
      size,
      sts: score(sts(both), nested.length, minus(spearmanOf)),
      retrieval: score(retrieval(both, "float32"), nested.length, minus(meanOfRun)),
    };
  });
  const quantization = (Object.keys(MODELS) as ModelName[]).flatMap((model) =>
    sizes.flatMap((size, at) =>
      kinds.map((kind) => {
        const found = of(model, at);
        const retrievalScore = score(retrieval(found, kind), found.length, meanOfRun);
        return { model, size, kind, bytes: INDEXES[kind](size), retrieval: retrievalScore };
      }),
    ),
  );
  return {
    numbers: {
      stsPairs: gold.length,
      queries: task.queries.length,
      documents: task.documents.length,
    },
    runs: runs.map(({ model, seed, training }) => ({ model, seed, ...training })),
    ...{ truncation, differences, quantization },
  };
}

const spearmanOf: Statistic = (items, run) =>
  spearmanCorrelation(
    items.map((item) => item[run + 1]!),
    items.map((item) => item[0]!),
  );

const meanOfRun: Statistic = (items, run) => meanOf(items.map((item) => item[run]!));

function score(items: readonly Item[], numRuns: number, statistic: Statistic): Score {
  const all = Array.from({ length: numRuns }, (_, run) => run);
  const mean = (drawn: readonly Item[]) => meanOf(all.map((run) => statistic(drawn, run)));
  const drawing = { rng: createRng(1), resamples: RESAMPLES };
  const { estimate, low, high } = bootstrap(items, mean, drawing);
  const seeds = all.map((run) => short(statistic(items, run)));
  return { estimate: short(estimate), low: short(low), high: short(high), seeds };
}

function short(value: number): number {
  return Number(value.toFixed(4));
}
