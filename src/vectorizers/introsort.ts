/**
 * Sorting ranks the way numpy does, so that ties fall as they fall in scikit-learn.
 *
 * `maxFeatures: 8` may have to choose between terms that occur equally often. There is no right
 * choice, but there is scikit-learn's: what numpy's argsort happens to leave in front. Up to 16
 * terms it is the alphabetically first; beyond, it follows from the steps of a quicksort with the
 * median of three as pivot, which finishes short parts by insertion. Same steps, same choice.
 *
 * Musser 1997, "Introspective Sorting and Selection Algorithms", as in numpy up to 1.24 (later
 * versions use vector instructions where the processor has them, and choose differently from one
 * machine to another). The switch to heapsort for adversarial input is left out: it could only
 * change ties, and these inputs are term counts.
 */

/** A part is short when it has up to 16 items, its ends 15 apart. */
const SHORT = 15;

/** The indices of `keys`, smallest key first; not stable, but always the same. */
export function introsortIndices(keys: ArrayLike<number>): Int32Array {
  const order = Int32Array.from({ length: keys.length }, (_, index) => index);
  const parts: [left: number, right: number][] = [[0, keys.length - 1]];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    let [left, right] = part;
    while (right - left > SHORT) {
      const middle = partition(order, keys, left, right);
      // The two parts don't touch each other; the longer waits, so the stack stays short.
      if (middle - left < right - middle) {
        parts.push([middle + 1, right]);
        right = middle - 1;
      } else {
        parts.push([left, middle - 1]);
        left = middle + 1;
      }
    }
    insertionSort(order, keys, left, right);
  }
  return order;
}

/** Puts one index where it belongs, smaller keys left of it and larger right; returns where. */
function partition(
  order: Int32Array,
  keys: ArrayLike<number>,
  left: number,
  right: number,
): number {
  const key = (at: number): number => keys[order[at]!]!;
  const middle = left + ((right - left) >> 1);
  if (key(middle) < key(left)) swap(order, middle, left);
  if (key(right) < key(middle)) swap(order, right, middle);
  if (key(middle) < key(left)) swap(order, middle, left);

  const pivot = key(middle);
  swap(order, middle, right - 1);
  let low = left;
  let high = right - 1;
  for (;;) {
    do low++;
    while (key(low) < pivot);
    do high--;
    while (pivot < key(high));
    if (low >= high) break;
    swap(order, low, high);
  }
  swap(order, low, right - 1);
  return low;
}

function insertionSort(
  order: Int32Array,
  keys: ArrayLike<number>,
  left: number,
  right: number,
): void {
  for (let at = left + 1; at <= right; at++) {
    const index = order[at]!;
    let to = at;
    for (; to > left && keys[index]! < keys[order[to - 1]!]!; to--) order[to] = order[to - 1]!;
    order[to] = index;
  }
}

function swap(order: Int32Array, a: number, b: number): void {
  [order[a], order[b]] = [order[b]!, order[a]!];
}
