/**
 * The k largest of many numbers, without sorting the rest.
 *
 * Hoare's quickselect finds the k-th largest value: split at a value taken from the middle, and go
 * on in the part that holds place k, about 2V to 3V comparisons in all instead of V·log₂V. Then one
 * pass collects what is larger, and only these k are sorted.
 *
 * Hoare 1961, "Algorithm 65: find".
 *
 * Lesson: notebooks/11-temperature.ipynb
 */

/**
 * @param values no NaN among them
 * @param k      from 1 to the number of values
 * @returns      [k] indices, largest value first; of equal values the lower index first
 */
export function topIndices(values: ArrayLike<number>, k: number): number[] {
  const border = kthLargest(values, k);
  const indices: number[] = [];
  let atBorder = k;
  for (let i = 0; i < values.length; i++) if (values[i]! > border) atBorder--;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < border) continue;
    if (values[i] === border && atBorder-- <= 0) continue;
    indices.push(i);
  }
  // In the order of the values; sort leaves equals as they stand, lower index first.
  return indices.sort((i, j) => compare(values[j]!, values[i]!));
}

/** Two −∞ are equal, though their difference is NaN. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function kthLargest(given: ArrayLike<number>, k: number): number {
  const values = Float64Array.from(given);
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const pivot = middleOf(values[low]!, values[(low + high) >>> 1]!, values[high]!);
    // Larger ones to the left of `above`, smaller ones to the right of `below`, equal between.
    let [above, at, below] = [low, low, high];
    while (at <= below) {
      const value = values[at]!;
      if (value > pivot) swap(values, above++, at++);
      else if (value < pivot) swap(values, at, below--);
      else at++;
    }
    if (k - 1 < above) high = above - 1;
    else if (k - 1 > below) low = below + 1;
    else return pivot;
  }
  return values[low]!;
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function swap(values: Float64Array, i: number, j: number): void {
  const value = values[i]!;
  values[i] = values[j]!;
  values[j] = value;
}
