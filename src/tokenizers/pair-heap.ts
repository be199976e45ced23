/**
 * A binary heap of pairs: the highest count on top, of equal ones the pair with the older pieces.
 *
 * Williams 1964, "Algorithm 232: Heapsort".
 */
/** Two pieces that stand side by side, and how often. */
export interface PiecePair {
  readonly left: number;
  readonly right: number;
  count: number;
  /** Words it stood in when it was counted; it may be gone from some, or listed twice. */
  words: number[];
}

/** A pair with the count that it had when it was put in. */
export interface HeapEntry {
  readonly pair: PiecePair;
  readonly count: number;
}

export class PairHeap {
  private readonly entries: HeapEntry[] = [];

  push(pair: PiecePair, count: number): void {
    const { entries } = this;
    const entry = { pair, count };
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isAbove(entry, entries[parent]!)) break;
      entries[at] = entries[parent]!;
      at = parent;
    }
    entries[at] = entry;
  }

  pop(): HeapEntry | undefined {
    const { entries } = this;
    const top = entries[0];
    const last = entries.pop();
    if (top === undefined || last === undefined || entries.length === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= entries.length) break;
      if (child + 1 < entries.length && isAbove(entries[child + 1]!, entries[child]!)) child++;
      if (!isAbove(entries[child]!, last)) break;
      entries[at] = entries[child]!;
      at = child;
    }
    entries[at] = last;
    return top;
  }
}

function isAbove(a: HeapEntry, b: HeapEntry): boolean {
  if (a.count !== b.count) return a.count > b.count;
  return isOlder(a.pair, b.pair);
}

/** Whether a's left piece was there first; with the same left piece, its right one. */
export function isOlder(a: PiecePair, b: PiecePair): boolean {
  return a.left !== b.left ? a.left < b.left : a.right < b.right;
}
