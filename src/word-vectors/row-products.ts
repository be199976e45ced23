/**
 * What every question to word vectors comes down to: one vector against all rows, and the best of
 * the results. Plain loops over typed arrays: 100,000 words of 300 numbers take about 30 ms.
 */

/**
 * @param rows [V, D] one after another
 * @param vector [D]
 * @returns [V] Σ_j rows[i][j] · vector[j]
 */
export function rowProducts(rows: Float32Array, vector: ArrayLike<number>): Float64Array {
  const size = vector.length;
  const query = Float64Array.from(vector);
  const products = new Float64Array(rows.length / size);
  const whole = size - (size % 4);
  for (let row = 0, at = 0; row < products.length; row++) {
    // Four sums that don't wait for each other: twice as fast as one.
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    let j = 0;
    for (; j < whole; j += 4, at += 4) {
      s0 += rows[at]! * query[j]!;
      s1 += rows[at + 1]! * query[j + 1]!;
      s2 += rows[at + 2]! * query[j + 2]!;
      s3 += rows[at + 3]! * query[j + 3]!;
    }
    for (; j < size; j++, at++) s0 += rows[at]! * query[j]!;
    products[row] = s0 + s1 + (s2 + s3);
  }
  return products;
}

/**
 * @param rows [V, D] one after another
 * @returns [V] the length of each row
 */
export function rowLengths(rows: Float32Array, size: number): Float64Array {
  const lengths = new Float64Array(rows.length / size);
  for (let row = 0, at = 0; row < lengths.length; row++) {
    let squared = 0;
    for (let j = 0; j < size; j++, at++) squared += rows[at]! * rows[at]!;
    lengths[row] = Math.sqrt(squared);
  }
  return lengths;
}

/** Where the first number stands that is infinite or none at all; −1 without one. */
export function firstNotFinite(values: ArrayLike<number>): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}

/**
 * The rows with the k highest scores, best first; of equal scores the earlier row comes first.
 *
 * @param skip rows that don't take part
 */
export function bestRows(scores: Float64Array, k: number, skip: ReadonlySet<number>): number[] {
  // A heap whose top is the worst of the best so far, the only one that a new row must beat.
  const heap: number[] = [];
  const isWorse = (a: number, b: number) =>
    scores[a]! < scores[b]! || (scores[a] === scores[b] && a > b);
  for (let row = 0; row < scores.length; row++) {
    if (heap.length === k && scores[row]! <= scores[heap[0]!]!) continue;
    if (skip.has(row)) continue;
    if (heap.length < k) rise(heap, row, isWorse);
    else sink(heap, row, isWorse);
  }
  return heap.sort((a, b) => (isWorse(a, b) ? 1 : -1));
}

type Before = (a: number, b: number) => boolean;

/** Adds an item below and lets it rise to its place. */
function rise(heap: number[], item: number, isBefore: Before): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(item, heap[parent]!)) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = item;
}

/** Puts an item in place of the top and lets it sink to its place. */
function sink(heap: number[], item: number, isBefore: Before): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
    if (!isBefore(heap[child]!, item)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
}
