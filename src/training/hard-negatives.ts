/**
 * Hard-negative mining: for each query the documents that look right and are not.
 *
 *   candidates: ranks from … to of all documents, without the query's own
 *   a negative: score ≤ score of the positive − absoluteMargin, and ≤ (1 − relativeMargin) × it
 *   with a judge (a cross-encoder): the same by the judge's scores
 *
 * What misses the margin is probably an answer that nobody marked, and would teach the model to
 * push answers away: Qu et al. 2021, "RocketQA", section 3.2 found 70 % of BERT's hardest negatives
 * on MS MARCO to be positives, and let a cross-encoder sort them out. Margins relative to the
 * positive: Moreira et al. 2024, "NV-Retriever", section 3.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertBetween, assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import { embeddingMatrix, unitLengths, type Embeddings } from "../search/embeddings";
import { FlatIndex } from "../search/flat-index";
import { rowOf } from "../similarity/dense-matrix";

/** Scores of pairs [query, document], both as row numbers; larger is better. */
export type PairJudge = (
  pairs: readonly (readonly [query: number, document: number])[],
) => Promise<ArrayLike<number>>;

export interface MiningOptions {
  /** [Q, D] */
  queries: Embeddings;
  /** [N, D] */
  documents: Embeddings;
  /** For each query the rows of the documents that answer it, at least one. */
  positives: readonly (readonly number[])[];
  /** Negatives per query at most. Default 5. */
  numNegatives?: number;
  /** The first and the last rank that is looked at, from 1; the query's own answers are not
   *  counted. Default 1 to 50. A first rank of 10 passes over what is likeliest a positive. */
  ranks?: readonly [from: number, to: number];
  /** A negative's cosine lies so far below the best positive's. Default 0. */
  absoluteMargin?: number;
  /** A negative's cosine is at most 1 − this of the best positive's. Default 0.05. */
  relativeMargin?: number;
  /** A cross-encoder's opinion. Default: none is asked. */
  judge?: PairJudge;
  /** A negative's score by the judge lies so far below the positive's. Default 0. */
  judgeMargin?: number;
  /** Draws among the candidates that pass. Default: those with the highest cosine are taken. */
  rng?: Rng;
}

export interface Candidate {
  /** Rows. */
  readonly query: number;
  readonly document: number;
  /** Cosine. */
  readonly score: number;
  /** Among the documents that don't answer the query, from 1. */
  readonly rank: number;
  /** By the judge, where there is one. */
  readonly judged?: number;
}

/** A candidate that was passed over, since it is probably an answer. */
export interface SuspectedPositive extends Candidate {
  readonly reason: "cosine" | "judge";
  /** The score of the query's best positive that it comes too near to or exceeds. */
  readonly positiveScore: number;
}

export interface MinedNegatives {
  /** For each query, best first: fewer than numNegatives where fewer passed. */
  readonly negatives: readonly (readonly Candidate[])[];
  /** To be looked at by a person: the nearest to their query first. */
  readonly suspects: readonly SuspectedPositive[];
}

export async function mineHardNegatives(options: MiningOptions): Promise<MinedNegatives> {
  const { numNegatives = 5, judge, judgeMargin = 0, rng } = options;
  assertInteger("mineHardNegatives", { numNegatives }, { min: 1 });
  const { passed, suspects, bestPositives } = byCosine(options);
  const kept = judge
    ? await byJudge(judge, { passed, bestPositives, judgeMargin, suspects })
    : passed;
  const negatives = kept.map((candidates) => {
    const drawn = rng ? rng.shuffle(candidates) : candidates;
    return drawn.slice(0, numNegatives).sort((a, b) => a.rank - b.rank);
  });
  suspects.sort((a, b) => b.score - a.score || a.query - b.query || a.rank - b.rank);
  return { negatives, suspects };
}

interface ByCosine {
  passed: Candidate[][];
  suspects: SuspectedPositive[];
  /** For each query the row of the positive with the highest cosine. */
  bestPositives: number[];
}

function byCosine(options: MiningOptions): ByCosine {
  const caller = "mineHardNegatives";
  const { positives, ranks = [1, 50], absoluteMargin = 0, relativeMargin = 0.05 } = options;
  const documents = embeddingMatrix(caller, "documents", options.documents);
  const queries = embeddingMatrix(caller, "queries", options.queries, documents.shape[1]);
  const [from, to] = ranks;
  assertInteger(caller, { "ranks[0]": from, "ranks[1]": to }, { min: 1 });
  if (from > to) throw new RangeError(`${caller}: ranks must be from … to, got ${from}, ${to}`);
  assertBetween(caller, { absoluteMargin }, 0, 2);
  assertBetween(caller, { relativeMargin }, 0, 1);
  checkPositives(positives, queries.shape[0], documents.shape[0]);
  const index = new FlatIndex();
  index.add(
    Array.from({ length: documents.shape[0] }, (_, row) => row),
    documents,
  );
  const unit = { shape: documents.shape, values: unitLengths(documents) };
  const found: ByCosine = { passed: [], suspects: [], bestPositives: [] };
  positives.forEach((right, query) => {
    const vector = unitLengths({ shape: [1, queries.shape[1]], values: rowOf(queries, query) });
    const best = right
      .map((document) => ({ document, score: product(vector, rowOf(unit, document)) }))
      .reduce((a, b) => (b.score > a.score ? b : a));
    // Of a negative cosine 1 − r of it would lie above it.
    const relative = best.score - relativeMargin * Math.abs(best.score);
    const limit = Math.min(best.score - absoluteMargin, relative);
    const own = new Set(right);
    const others = index
      .search(vector, { k: to + own.size })
      .filter(({ id }) => !own.has(id as number));
    const passed: Candidate[] = [];
    others.slice(from - 1, to).forEach(({ id, score }, i) => {
      const candidate = { query, document: id as number, score, rank: from + i };
      if (score <= limit) passed.push(candidate);
      else {
        const why = { reason: "cosine" as const, positiveScore: best.score };
        found.suspects.push({ ...candidate, ...why });
      }
    });
    found.passed.push(passed);
    found.bestPositives.push(best.document);
  });
  return found;
}

/** Asks once for all pairs, so that a model can work in batches. */
async function byJudge(
  judge: PairJudge,
  { passed, bestPositives, judgeMargin, suspects }: ByCosine & { judgeMargin: number },
): Promise<Candidate[][]> {
  assertBetween("mineHardNegatives", { judgeMargin }, 0, Number.MAX_VALUE);
  const candidates = passed.flat();
  const ofPositives = bestPositives.map((document, query) => [query, document] as const);
  const pairs = candidates.map(({ query, document }) => [query, document] as const);
  const scores = await judge([...ofPositives, ...pairs]);
  const numQueries = bestPositives.length;
  if (scores.length !== numQueries + candidates.length) {
    throw new RangeError(
      `mineHardNegatives: the judge must score all ${numQueries + candidates.length} pairs,` +
        ` got ${scores.length}`,
    );
  }
  const kept: Candidate[][] = passed.map(() => []);
  candidates.forEach((candidate, i) => {
    const judged = scores[numQueries + i]!;
    const positiveScore = scores[candidate.query]!;
    if (judged <= positiveScore - judgeMargin)
      kept[candidate.query]!.push({ ...candidate, judged });
    else suspects.push({ ...candidate, judged, reason: "judge", positiveScore });
  });
  return kept;
}

function product(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function checkPositives(
  positives: readonly (readonly number[])[],
  numQueries: number,
  numDocuments: number,
): void {
  if (positives.length !== numQueries) {
    throw new RangeError(
      `mineHardNegatives: positives must be given for each of the ${numQueries} queries,` +
        ` got ${positives.length}`,
    );
  }
  positives.forEach((right, query) => {
    if (right.length === 0) {
      throw new RangeError(`mineHardNegatives: query ${query} must have a positive, got none`);
    }
    for (const document of right) {
      const named = { [`positives[${query}]`]: document };
      assertInteger("mineHardNegatives", named, { min: 0, max: numDocuments - 1 });
    }
  });
}
