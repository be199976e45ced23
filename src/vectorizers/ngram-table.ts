/**
 * n-grams to numbers, without ever writing an n-gram out.
 *
 * "the black cat" is the pair ("the black", "cat"), and "the black" the pair ("the", "black"): an
 * n-gram's id is found from two ids, its beginning's and its last token's. The table is a tree
 * (a trie) that is stored as a hash table of its edges. Ids below `numTokens` are the tokens
 * themselves, so that a beginning is found by one number whatever its length.
 *
 * Open addressing with linear probing: Knuth 1998, "The Art of Computer Programming" volume 3,
 * section 6.4; the mixing constants are those of murmur3's and xxHash's finalisers.
 */
import type { NgramLevel } from "./ngram-levels";
import { grown } from "./term-counter";

export class NgramTable {
  /** n-grams with n ≥ 2; their ids are numTokens … numTokens + size − 1. */
  size = 0;
  private slots: Int32Array | undefined; // n-gram's number + 1, or 0 where free
  /** By number: its beginning and its last token, side by side, as they are read together. */
  private edges: Int32Array = new Int32Array(1 << 12);

  constructor(readonly numTokens: number) {}

  /** The n-grams of all levels, numbered one level after another. */
  static fromLevels(levels: readonly NgramLevel[]): NgramTable {
    const table = new NgramTable(levels[0]!.size);
    const size = levels.slice(1).reduce((sum, level) => sum + level.size, 0);
    table.edges = new Int32Array(Math.max(1 << 12, 2 ** Math.ceil(Math.log2(2 * size + 1))));
    let firstId = 0; // of the level below
    for (let i = 1; i < levels.length; i++) {
      const { beginnings, lasts, size: numNgrams } = levels[i]!;
      for (let ngram = 0; ngram < numNgrams; ngram++) {
        const number = table.size++;
        table.edges[2 * number] = firstId + beginnings[ngram]!;
        table.edges[2 * number + 1] = lasts[ngram]!;
      }
      firstId += levels[i - 1]!.size;
    }
    return table;
  }

  /** All ids: tokens and n-grams. */
  get numIds(): number {
    return this.numTokens + this.size;
  }

  /** The id of the n-gram `beginning` (an id) followed by `last` (a token's id), or −1. */
  find(beginning: number, last: number): number {
    const { edges } = this;
    const slots = this.slots ?? this.fillSlots();
    const mask = slots.length - 1;
    for (let slot = mix(beginning, last) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return -1;
      if (edges[2 * number + 1] === last && edges[2 * number] === beginning) {
        return number + this.numTokens;
      }
    }
  }

  findOrAdd(beginning: number, last: number): number {
    const known = this.find(beginning, last);
    if (known >= 0) return known;
    if (2 * this.size === this.edges.length) {
      this.edges = grown(this.edges);
      this.fillSlots();
    }
    const number = this.size++;
    this.edges[2 * number] = beginning;
    this.edges[2 * number + 1] = last;
    this.occupy(this.slots!, number);
    return number + this.numTokens;
  }

  /** The id of all but the last token of an n-gram with n ≥ 2. */
  beginningOf(id: number): number {
    return this.edges[2 * (id - this.numTokens)]!;
  }

  /** The id of the last token of an n-gram with n ≥ 2. */
  lastOf(id: number): number {
    return this.edges[2 * (id - this.numTokens) + 1]!;
  }

  /** Twice as many slots as there is room for n-grams. Only made when something is looked up. */
  private fillSlots(): Int32Array {
    const slots = new Int32Array(this.edges.length);
    for (let number = 0; number < this.size; number++) this.occupy(slots, number);
    this.slots = slots;
    return slots;
  }

  private occupy(slots: Int32Array, number: number): void {
    const mask = slots.length - 1;
    let slot = mix(this.edges[2 * number]!, this.edges[2 * number + 1]!) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
}

function mix(beginning: number, last: number): number {
  const mixed = Math.imul(beginning, 0x9e3779b1) ^ Math.imul(last + 0x7f4a7c15, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
