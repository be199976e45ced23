/**
 * Paraphrase mining: of all pairs in a collection, those whose embeddings are nearest.
 *
 *   best over i < j of cos(x_i, x_j)
 *
 * N (N − 1) / 2 pairs: for 10,000 sentences 50 million. Blocks of the upper triangle are multiplied
 * by ONNX Runtime, and only the largest number of each row of a block comes back. A pair that
 * belongs to the best must lie in a row whose largest number does, so a few rows are looked at
 * again, in double precision, and the answer is exact.
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 1, with "the most similar pair among 10,000
 * sentences" as the example of what a cross-encoder can't do: 65 hours for 50 million runs of BERT.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import { assertInteger } from "../core/check";
import * as tf from "../core/tf";
import { compile, type Compiled } from "../engine/compile";
import { embeddingMatrix, unitLengths, type Embeddings } from "./embeddings";

/** Two rows, i < j. */
export interface SimilarPair {
  readonly i: number;
  readonly j: number;
  /** Their cosine. */
  readonly score: number;
}

export interface ParaphraseMiningOptions {
  /** How many pairs. Default 10. */
  k?: number;
  /** Rows of a block. Default 1024. */
  blockSize?: number;
  /** CPU threads. Default: one a core. */
  threads?: number;
}

/** Single precision may put a cosine so far off. */
const SLACK = 1e-5;

/**
 * @param embeddings [N, D]
 * @returns best first; fewer than k where there are fewer pairs
 */
export async function paraphraseMining(
  embeddings: Embeddings,
  { k = 10, blockSize = 1024, threads }: ParaphraseMiningOptions = {},
): Promise<SimilarPair[]> {
  assertInteger("paraphraseMining", { k, blockSize }, { min: 1 });
  const matrix = embeddingMatrix("paraphraseMining", "embeddings", embeddings);
  const [n, d] = matrix.shape;
  if (n < 2) throw new RangeError(`paraphraseMining: there must be at least 2 rows, got ${n}`);
  const rows = unitLengths(matrix);
  const strips = await rowMaxima({ rows, n, d, blockSize, threads });
  // Strips with the highest maximum first, until none can hold a better pair.
  strips.sort((a, b) => b.largest - a.largest);
  const best: SimilarPair[] = [];
  for (const { i, from, to, largest } of strips) {
    const worst = best.length < k ? -Infinity : best[k - 1]!.score;
    if (largest + SLACK < worst) break;
    for (let j = Math.max(from, i + 1); j < to; j++) keep(best, k, pairOf(rows, d, i, j));
  }
  return best;
}

/** Row i against the columns from … to, as far as they lie beyond i. */
interface Strip {
  i: number;
  from: number;
  to: number;
  largest: number;
}

interface Blocks {
  rows: Float32Array;
  n: number;
  d: number;
  blockSize: number;
  threads: number | undefined;
}

async function rowMaxima({ rows, n, d, blockSize, threads }: Blocks): Promise<Strip[]> {
  const beside = await compileMaxima(d, threads, false);
  const onDiagonal = await compileMaxima(d, threads, true);
  const strips: Strip[] = [];
  try {
    for (let top = 0; top < n; top += blockSize) {
      const a = slice(rows, d, top, Math.min(n, top + blockSize));
      for (let from = top; from < n; from += blockSize) {
        const to = Math.min(n, from + blockSize);
        const step = from === top ? onDiagonal : beside;
        const { largest } = await step.run({ a, b: slice(rows, d, from, to) });
        largest!.data.forEach((value, i) => {
          strips.push({ i: top + i, from, to, largest: value });
        });
      }
    }
  } finally {
    await beside.dispose();
    await onDiagonal.dispose();
  }
  return strips;
}

/** The largest of each row of a · bᵀ; on the diagonal only of what lies beyond it. */
function compileMaxima(
  d: number,
  threads: number | undefined,
  isDiagonal: boolean,
): Promise<Compiled<"a" | "b">> {
  return compile(
    ({ a, b }) => {
      const products = tf.matMul(a as tf.Tensor2D, b as tf.Tensor2D, false, true); // [A, B]
      if (!isDiagonal) return { outputs: { largest: tf.max(products, 1) } };
      const [height, width] = products.shape as [number, number];
      const row = tf.reshape(tf.range(0, height, 1, "int32"), [height, 1]);
      const isBeyond = tf.greater(tf.reshape(tf.range(0, width, 1, "int32"), [1, width]), row);
      const beyond = tf.where(isBeyond, products, tf.fill(products.shape, -2)); // below any cosine
      return { outputs: { largest: tf.max(beyond, 1) } };
    },
    {
      inputs: {
        a: { dtype: "float32", shape: ["A", d] },
        b: { dtype: "float32", shape: ["B", d] },
      },
      ...(threads === undefined ? {} : { threads }),
    },
  );
}

function slice(rows: Float32Array, d: number, from: number, to: number) {
  return {
    dtype: "float32" as const,
    shape: [to - from, d],
    data: rows.subarray(from * d, to * d),
  };
}

function pairOf(rows: Float32Array, d: number, i: number, j: number): SimilarPair {
  let score = 0;
  for (let a = i * d, b = j * d; a < (i + 1) * d; a++, b++) score += rows[a]! * rows[b]!;
  return { i, j, score };
}

/** Puts the pair into its place among the best, if it has one; of equal ones, lower i, j first. */
function keep(best: SimilarPair[], k: number, pair: SimilarPair): void {
  if (best.length === k && !isBefore(pair, best[k - 1]!)) return;
  let place = best.length < k ? best.length : k - 1;
  for (; place > 0 && isBefore(pair, best[place - 1]!); place--) best[place] = best[place - 1]!;
  best[place] = pair;
}

function isBefore(a: SimilarPair, b: SimilarPair): boolean {
  return a.score > b.score || (a.score === b.score && (a.i < b.i || (a.i === b.i && a.j < b.j)));
}
