/**
 * UMAP's graph: who belongs together, and how surely, in the space of the vectors.
 *
 *   p(j | i) = exp(−(d_ij − ρ_i) / σ_i)        ρ_i: the distance to i's nearest neighbour
 *   σ_i so that Σ_j p(j | i) = log2(k)         dense places are stretched, sparse ones drawn in
 *   p_ij = p(j | i) + p(i | j) − p(j | i) p(i | j)          belongs by i's word, or by j's, or both
 *
 * McInnes, Healy & Melville 2018, "UMAP", section 3.1, algorithms 2 and 3, as in umap-learn: k
 * counts the point itself.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { Neighbours } from "./neighbours";

/** Every pair stands here twice, once from each end; in the order of the heads. */
export interface UmapGraph {
  readonly numPoints: number;
  /** [E] from. */
  readonly heads: Int32Array;
  /** [E] to. */
  readonly tails: Int32Array;
  /** [E] p_ij, above 0 and at most 1. */
  readonly weights: Float64Array;
}

const MOST_HALVINGS = 64;
const TOLERANCE = 1e-5;
/** σ is at least this share of the mean distance: equal points would make it 0. */
const SMALLEST_SIGMA = 1e-3;

/** @param neighbours [N, k − 1] the others among the k nearest of each point */
export function umapGraph({ shape: [n, width], ids, distances }: Neighbours): UmapGraph {
  const beliefs = new Float64Array(n * width);
  let meanOfAll = 0;
  for (const distance of distances) meanOfAll += distance;
  meanOfAll /= n * (width + 1);
  for (let i = 0; i < n; i++) {
    const row = distances.subarray(i * width, (i + 1) * width);
    const { rho, sigma } = scaleOf(row, meanOfAll);
    row.forEach((distance, j) => {
      const beyond = distance - rho;
      beliefs[i * width + j] = beyond <= 0 || sigma === 0 ? 1 : Math.exp(-beyond / sigma);
    });
  }
  return eitherWay(n, width, ids, beliefs);
}

/** ρ and σ of one point. */
function scaleOf(row: Float32Array, meanOfAll: number): { rho: number; sigma: number } {
  const rho = row.find((distance) => distance > 0) ?? 0;
  const target = Math.log2(row.length + 1);
  let [low, high, sigma] = [0, Infinity, 1];
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    let sum = 0;
    for (const distance of row) {
      sum += distance > rho ? Math.exp(-(distance - rho) / sigma) : 1;
    }
    if (Math.abs(sum - target) < TOLERANCE) break;
    if (sum > target) high = sigma;
    else low = sigma;
    sigma = high === Infinity ? sigma * 2 : (low + high) / 2;
  }
  let mean = meanOfAll;
  if (rho > 0) mean = row.reduce((sum, distance) => sum + distance, 0) / (row.length + 1);
  return { rho, sigma: Math.max(sigma, SMALLEST_SIGMA * mean) };
}

function eitherWay(n: number, width: number, ids: Int32Array, beliefs: Float64Array): UmapGraph {
  /** Where i stands in j's list, or -1. */
  const placeOf = (i: number, j: number) => {
    for (let at = j * width; at < (j + 1) * width; at++) if (ids[at] === i) return at;
    return -1;
  };
  const isMutual = new Uint8Array(n * width);
  const combined = new Float64Array(n * width);
  const starts = new Int32Array(n + 1);
  for (let at = 0; at < ids.length; at++) {
    const i = Math.floor(at / width);
    const back = placeOf(i, ids[at]!);
    const [there, here] = [beliefs[at]!, back < 0 ? 0 : beliefs[back]!];
    combined[at] = there + here - there * here;
    isMutual[at] = back < 0 ? 0 : 1;
    starts[i + 1]!++;
    if (back < 0) starts[ids[at]! + 1]!++;
  }
  for (let i = 0; i < n; i++) starts[i + 1]! += starts[i]!;
  const total = starts[n]!;
  const graph = {
    numPoints: n,
    heads: new Int32Array(total),
    tails: new Int32Array(total),
    weights: new Float64Array(total),
  };
  const add = (head: number, tail: number, weight: number) => {
    const at = starts[head]!++;
    graph.heads[at] = head;
    graph.tails[at] = tail;
    graph.weights[at] = weight;
  };
  for (let at = 0; at < ids.length; at++) {
    const i = Math.floor(at / width);
    add(i, ids[at]!, combined[at]!);
    if (isMutual[at] === 0) add(ids[at]!, i, combined[at]!);
  }
  return graph;
}
