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
import { grown } from "./term-counter";

export class NgramTable {
  /** n-grams with n ≥ 2; their ids are numTokens … numTokens + size − 1. */
  size = 0;
  private slots = new Int32Array(1 << 12); // n-gram's number + 1, or 0 where free
  private beginnings = new Int32Array(1 << 11);
  private lasts = new Int32Array(1 << 11);

  constructor(readonly numTokens: number) {}

  /** All ids: tokens and n-grams. */
  get numIds(): number {
    return this.numTokens + this.size;
  }

  /** The id of the n-gram `beginning` (an id) followed by `last` (a token's id), or −1. */
  find(beginning: number, last: number): number {
    const { slots, beginnings, lasts } = this;
    const mask = slots.length - 1;
    for (let slot = mix(beginning, last) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0) return -1;
      if (lasts[number] === last && beginnings[number] === beginning) {
        return number + this.numTokens;
      }
    }
  }

  findOrAdd(beginning: number, last: number): number {
    const known = this.find(beginning, last);
    if (known >= 0) return known;
    if (this.size === this.lasts.length) this.grow();
    const number = this.size++;
    this.beginnings[number] = beginning;
    this.lasts[number] = last;
    this.occupy(number);
    return number + this.numTokens;
  }

  /** The id of all but the last token of an n-gram with n ≥ 2. */
  beginningOf(id: number): number {
    return this.beginnings[id - this.numTokens]!;
  }

  /** The id of the last token of an n-gram with n ≥ 2. */
  lastOf(id: number): number {
    return this.lasts[id - this.numTokens]!;
  }

  private occupy(number: number): void {
    const mask = this.slots.length - 1;
    let slot = mix(this.beginnings[number]!, this.lasts[number]!) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number + 1;
  }

  private grow(): void {
    const capacity = this.lasts.length * 2;
    this.beginnings = grown(this.beginnings, capacity);
    this.lasts = grown(this.lasts, capacity);
    this.slots = new Int32Array(capacity * 2);
    for (let number = 0; number < this.size; number++) this.occupy(number);
  }
}

function mix(beginning: number, last: number): number {
  const mixed = Math.imul(beginning, 0x9e3779b1) ^ Math.imul(last + 0x7f4a7c15, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
