/**
 * Mutual information: how much does knowing an item's cluster tell about its true group?
 *
 *   I = Σ_ij n_ij/n · ln(n · n_ij / (a_i b_j))        H = −Σ_i a_i/n · ln(a_i/n)        in nats
 *   NMI = I / mean(H(truth), H(clusters))             AMI = (I − E[I]) / (mean H − E[I])
 *   homogeneity = I / H(truth)   completeness = I / H(clusters)   V = their harmonic mean
 *
 * With many small clusters I is high by chance alone; the adjusted form takes off what random
 * groups of the same sizes would get. Strehl & Ghosh 2002, "Cluster ensembles" (NMI, geometric
 * mean); Rosenberg & Hirschberg 2007, "V-Measure" (equal to NMI with the arithmetic mean); Vinh,
 * Epps & Bailey 2010, "Information Theoretic Measures for Clusterings Comparison", section 4.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { ClusterLabel, Contingency, contingency } from "./contingency";

/** Between the two entropies: `arithmeticMean` (scikit-learn's default) or `geometricMean`. */
export type Mean = (a: number, b: number) => number;

export const arithmeticMean: Mean = (a, b) => (a + b) / 2;
export const geometricMean: Mean = (a, b) => Math.sqrt(a * b);

type Labels = ArrayLike<ClusterLabel>;

/** @returns in nats, at least 0 */
export function mutualInformation(truth: Labels, clusters: Labels): number {
  return informationIn(contingency(truth, clusters));
}

/** @returns from 0 to 1 */
export function normalizedMutualInformation(
  truth: Labels,
  clusters: Labels,
  mean: Mean = arithmeticMean,
): number {
  const table = contingency(truth, clusters);
  const information = informationIn(table);
  if (information > 0) return information / mean(...entropies(table));
  return table.rowSums.length === 1 && table.columnSums.length === 1 ? 1 : 0;
}

/** @returns 1 for equal clusterings, about 0 for one that knows nothing */
export function adjustedMutualInformation(truth: Labels, clusters: Labels): number {
  const table = contingency(truth, clusters);
  const expected = expectedInformation(table);
  const room = arithmeticMean(...entropies(table)) - expected;
  // No room: chance alone gets everything, since both put all into one group, or each item alone.
  return room < 1e-12 ? 1 : (informationIn(table) - expected) / room;
}

/** Is each cluster of one group only? @returns from 0 to 1 */
export function homogeneity(truth: Labels, clusters: Labels): number {
  return sharesExplained(truth, clusters)[0];
}

/** Is each group in one cluster only? @returns from 0 to 1 */
export function completeness(truth: Labels, clusters: Labels): number {
  return sharesExplained(truth, clusters)[1];
}

/** @returns from 0 to 1 */
export function vMeasure(truth: Labels, clusters: Labels): number {
  const [h, c] = sharesExplained(truth, clusters);
  return h + c === 0 ? 0 : (2 * h * c) / (h + c);
}

/** Of each entropy, the share that the other clustering explains. */
function sharesExplained(truth: Labels, clusters: Labels): [ofTruth: number, ofClusters: number] {
  const table = contingency(truth, clusters);
  const information = informationIn(table);
  const [ofTruth, ofClusters] = entropies(table);
  const share = (entropy: number) => (entropy === 0 ? 1 : information / entropy);
  return [share(ofTruth), share(ofClusters)];
}

function informationIn({ n, counts, rowSums, columnSums }: Contingency): number {
  let sum = 0;
  counts.forEach((row, i) => {
    row.forEach((count, j) => {
      if (count === 0) return;
      sum += (count / n) * Math.log((n * count) / (rowSums[i]! * columnSums[j]!));
    });
  });
  return sum;
}

function entropies({ n, rowSums, columnSums }: Contingency): [truth: number, clusters: number] {
  const entropy = (sizes: readonly number[]) =>
    sizes.reduce((sum, size) => sum - (size / n) * Math.log(size / n), 0);
  return [entropy(rowSums), entropy(columnSums)];
}

/** E[I] over all tables with these sums: each n_ij is hypergeometric (Vinh et al., theorem 1). */
function expectedInformation({ n, rowSums, columnSums }: Contingency): number {
  const logFactorial = logFactorials(n);
  let expected = 0;
  for (const a of rowSums) {
    for (const b of columnSums) {
      for (let count = Math.max(1, a + b - n); count <= Math.min(a, b); count++) {
        const logProbability =
          logFactorial[a]! + logFactorial[b]! + logFactorial[n - a]! + logFactorial[n - b]! -
          (logFactorial[n]! + logFactorial[count]! + logFactorial[a - count]!) -
          (logFactorial[b - count]! + logFactorial[n - a - b + count]!); // prettier-ignore
        expected += (count / n) * Math.log((n * count) / (a * b)) * Math.exp(logProbability);
      }
    }
  }
  return expected;
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i++) logs[i] = logs[i - 1]! + Math.log(i);
  return logs;
}
