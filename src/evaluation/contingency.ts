/**
 * Two ways of sorting the same items into groups, counted against each other.
 *
 *   n_ij = how many items are in group i of the one and in group j of the other
 *
 * Everything that compares two clusterings is computed from this table; the names of the groups
 * don't matter.
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
export type ClusterLabel = string | number;

export interface Contingency {
  readonly n: number;
  /** n_ij, row by row. */
  readonly counts: readonly (readonly number[])[];
  /** Sums of the rows: sizes of the groups of the first. */
  readonly rowSums: readonly number[];
  /** Sums of the columns. */
  readonly columnSums: readonly number[];
}

/**
 * @param truth   [N] the groups as they are
 * @param clusters [N] the groups as they were found
 */
export function contingency(
  truth: ArrayLike<ClusterLabel>,
  clusters: ArrayLike<ClusterLabel>,
): Contingency {
  if (truth.length !== clusters.length || truth.length === 0) {
    throw new RangeError(
      "contingency: both must group the same items, 1 at least, " +
        `got ${truth.length} and ${clusters.length}`,
    );
  }
  const [rows, columns] = [numbered(truth), numbered(clusters)];
  const counts = Array.from({ length: rows.count }, () => Array<number>(columns.count).fill(0));
  for (let i = 0; i < truth.length; i++) counts[rows.of[i]!]![columns.of[i]!]! += 1;
  const rowSums = counts.map(sum);
  const columnSums = Array.from({ length: columns.count }, (_, j) => sum(counts.map((r) => r[j]!)));
  return { n: truth.length, counts, rowSums, columnSums };
}

function numbered(labels: ArrayLike<ClusterLabel>): { of: number[]; count: number } {
  const numbers = new Map<ClusterLabel, number>();
  const of = Array.from(labels, (label) => {
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label)!;
  });
  return { of, count: numbers.size };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
