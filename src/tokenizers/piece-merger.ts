/**
 * Words as rows of pieces, the counts of neighbouring pairs, and joining a pair everywhere.
 *
 * Each pair remembers in which words it stood, so that a merge visits those alone; only their
 * counts change. With the plain count as score the best pair comes from a heap. Its entries may be
 * out of date, but never too low: a pair that grows gets a new entry, one that shrank is put back
 * with its true count when it comes up. Other scores change everywhere with every merge, so with
 * them all pairs are looked at each time: slower, and simple.
 */
import { pairFrequency, type MergeScore } from "./merge-scores";
import { isOlder, PairHeap, type PiecePair } from "./pair-heap";

export interface WordToMerge {
  pieces: number[];
  /** How often the word occurs. */
  count: number;
}

export class PieceMerger {
  private readonly pairs = new Map<number, PiecePair>();
  private readonly heap = new PairHeap();
  private readonly pieceCounts = new Map<number, number>();
  private total = 0;
  private readonly isByCount: boolean;

  /** @param words their pieces are changed by merging; hand over a list of your own */
  constructor(
    private readonly words: readonly WordToMerge[],
    private readonly options: { minFrequency: number; score: MergeScore },
  ) {
    this.isByCount = options.score === pairFrequency;
    words.forEach(({ pieces, count }, word) => {
      for (let i = 0; i < pieces.length; i++) {
        this.addPiece(pieces[i]!, count);
        if (i > 0) this.addPair(pieces[i - 1]!, pieces[i]!, count, word);
      }
    });
    if (this.isByCount) for (const pair of this.pairs.values()) this.heap.push(pair, pair.count);
  }

  /** The pair to join next, or undefined when none occurs often enough. */
  best(): PiecePair | undefined {
    return this.isByCount ? this.mostFrequent() : this.highestScore();
  }

  /** Writes `id` wherever the pair stands; counts and heap follow. */
  merge(pair: PiecePair, id: number): void {
    const { left, right, words } = pair;
    const grown = new Set<PiecePair>();
    pair.words = [];
    for (const word of words) {
      const { pieces, count } = this.words[word]!;
      for (let i = 0; i + 1 < pieces.length; i++) {
        if (pieces[i] !== left || pieces[i + 1] !== right) continue;
        const before = pieces[i - 1];
        const after = pieces[i + 2];
        if (before !== undefined) {
          this.addPair(before, left, -count, word);
          grown.add(this.addPair(before, id, count, word));
        }
        if (after !== undefined) {
          this.addPair(right, after, -count, word);
          grown.add(this.addPair(id, after, count, word));
        }
        this.addPair(left, right, -count, word);
        this.addPiece(left, -count);
        this.addPiece(right, -count);
        this.addPiece(id, count);
        pieces.splice(i, 2, id);
      }
    }
    if (!this.isByCount) return;
    for (const other of grown) if (other.count > 0) this.heap.push(other, other.count);
  }

  private mostFrequent(): PiecePair | undefined {
    for (;;) {
      const top = this.heap.pop();
      if (top === undefined || top.count < this.options.minFrequency) return undefined;
      if (top.count === top.pair.count) return top.pair;
      if (top.count > top.pair.count && top.pair.count > 0) {
        this.heap.push(top.pair, top.pair.count);
      }
    }
  }

  private highestScore(): PiecePair | undefined {
    const { minFrequency, score } = this.options;
    let best: PiecePair | undefined;
    let highest = -Infinity;
    for (const pair of this.pairs.values()) {
      if (pair.count < minFrequency) continue;
      const value = score({
        pair: pair.count,
        left: this.pieceCounts.get(pair.left)!,
        right: this.pieceCounts.get(pair.right)!,
        total: this.total,
        isDouble: pair.left === pair.right,
      });
      const isBetter =
        value > highest || (value === highest && best !== undefined && isOlder(pair, best));
      if (isBetter) [best, highest] = [pair, value];
    }
    return best;
  }

  private addPiece(piece: number, count: number): void {
    this.pieceCounts.set(piece, (this.pieceCounts.get(piece) ?? 0) + count);
    this.total += count;
  }

  private addPair(left: number, right: number, count: number, word: number): PiecePair {
    const key = left * MAX_PIECES + right;
    let pair = this.pairs.get(key);
    if (pair === undefined) {
      pair = { left, right, count: 0, words: [] };
      this.pairs.set(key, pair);
    }
    pair.count += count;
    if (pair.count === 0 && !this.isByCount) this.pairs.delete(key);
    else if (count > 0 && pair.words.at(-1) !== word) pair.words.push(word);
    return pair;
  }
}

/** Two ids make one key below 2^53. */
const MAX_PIECES = 2 ** 26;
