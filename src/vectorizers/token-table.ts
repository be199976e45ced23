/**
 * Tokens to numbers, without making a string for each token met.
 *
 * A hash table whose keys are bytes (UTF-8): the text is hashed while it is scanned, the slot is
 * compared byte by byte, and only a token never seen before is copied. A Map would need a new
 * string for every one of the million words of a corpus, to find that it knows them already.
 *
 * Open addressing with linear probing: Knuth 1998, "The Art of Computer Programming" volume 3,
 * section 6.4. The scanner computes the hash, here it is only folded.
 */
import { sortByCodePoint } from "../text/code-point-order";
import { grown } from "./term-counter";

export class TokenTable {
  /** How many different tokens there are; their ids are 0 … size − 1. */
  size = 0;
  private slots: Int32Array = new Int32Array(1 << 12); // id + 1, or 0 where free
  private hashes: Int32Array = new Int32Array(1 << 11); // by id
  private offsets: Int32Array = new Int32Array((1 << 11) + 1); // by id: where its bytes begin
  private bytes = new Uint8Array(1 << 14);

  /** The id of the token source[start … end − 1], or −1. */
  find(source: Uint8Array, start: number, end: number, hash: number): number {
    const { slots, hashes, offsets, bytes } = this;
    const mask = slots.length - 1;
    const length = end - start;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]! - 1;
      if (id < 0) return -1;
      if (hashes[id] !== hash) continue;
      const at = offsets[id]!;
      if (offsets[id + 1]! - at !== length) continue;
      let same = 0;
      while (same < length && bytes[at + same] === source[start + same]) same++;
      if (same === length) return id;
    }
  }

  findOrAdd(source: Uint8Array, start: number, end: number, hash: number): number {
    const known = this.find(source, start, end, hash);
    return known >= 0 ? known : this.insert(source, start, end, hash);
  }

  /** Writes the bytes of a token from `at` on; returns where they end. */
  write(id: number, target: Uint8Array, at: number): number {
    const { bytes, offsets } = this;
    const end = offsets[id + 1]!;
    for (let k = offsets[id]!; k < end; k++) target[at++] = bytes[k]!;
    return at;
  }

  /** Gives the tokens new ids in the order of their code points; returns old id → new id. */
  renumberAlphabetically(): Int32Array {
    const { size, hashes, offsets, bytes } = this;
    const decoder = new TextDecoder();
    const oldIds = new Map<string, number>();
    for (let id = 0; id < size; id++) {
      oldIds.set(decoder.decode(bytes.subarray(offsets[id]!, offsets[id + 1]!)), id);
    }
    const newIds = new Int32Array(size);
    this.hashes = new Int32Array(hashes.length);
    this.offsets = new Int32Array(offsets.length);
    this.bytes = new Uint8Array(bytes.length);
    this.slots.fill(0);
    this.size = 0;
    for (const token of sortByCodePoint([...oldIds.keys()])) {
      const old = oldIds.get(token)!;
      newIds[old] = this.insert(bytes, offsets[old]!, offsets[old + 1]!, hashes[old]!);
    }
    return newIds;
  }

  /** How many bytes a token has. */
  lengthOf(id: number): number {
    return this.offsets[id + 1]! - this.offsets[id]!;
  }

  private insert(source: Uint8Array, start: number, end: number, hash: number): number {
    const id = this.size++;
    if (id === this.hashes.length) this.growIds();
    const at = this.offsets[id]!;
    const to = at + end - start;
    if (to > this.bytes.length) this.growBytes(to);
    for (let k = 0; k < to - at; k++) this.bytes[at + k] = source[start + k]!;
    this.offsets[id + 1] = to;
    this.hashes[id] = hash;
    this.occupy(id, hash);
    return id;
  }

  private occupy(id: number, hash: number): void {
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = id + 1;
  }

  /** Twice as many ids, and slots for them: at most half of the slots are ever in use. */
  private growIds(): void {
    const capacity = this.hashes.length * 2;
    this.hashes = grown(this.hashes, capacity);
    this.offsets = grown(this.offsets, capacity + 1);
    this.slots = new Int32Array(capacity * 2);
    for (let id = 0; id < this.size - 1; id++) this.occupy(id, this.hashes[id]!);
  }

  private growBytes(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}
