/**
 * Random numbers that repeat: the same seed gives the same numbers, on every machine.
 *
 * A lesson makes one generator from a seed in its first cell and passes it on; no function of the
 * lab draws from a hidden source of chance.
 *
 * xoshiro128** 1.1 (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators",
 * section 5), its 128 bits of state filled from the seed with splitmix32. Not for secrets.
 */
import { assertInteger } from "./check";

export interface Rng {
  /** A number in [0, 1), one of 2^53 equally likely. */
  uniform(): number;
  /** A whole number in [0, limit), each equally likely; limit from 1 to 2^32. */
  integer(limit: number): number;
  /** A number from the normal distribution with mean 0 and standard deviation 1. */
  normal(): number;
  /** One item, each equally likely. */
  pick<T>(items: ArrayLike<T>): T;
  /** The items in a new, random order; the array given is left as it is. */
  shuffle<T>(items: readonly T[]): T[];
  /** A generator with its own stream, fixed by this one's seed and the label alone. */
  fork(label: string): Rng;
}

/** @param seed a whole number from 0 to 2^32 - 1 */
export function createRng(seed: number): Rng {
  assertInteger("createRng", { seed }, { min: 0, max: 0xffffffff });
  return new Xoshiro128(seed);
}

class Xoshiro128 implements Rng {
  private readonly state = new Uint32Array(4);
  private spareNormal: number | undefined;

  constructor(private readonly seed: number) {
    const mix = splitMix32(seed);
    for (let i = 0; i < 4; i++) this.state[i] = mix();
  }

  uniform(): number {
    const high = this.next() >>> 5; // 27 bits
    const low = this.next() >>> 6; // 26 bits
    return (high * 67108864 + low) / 9007199254740992;
  }

  integer(limit: number): number {
    assertInteger("rng.integer", { limit }, { min: 1, max: 4294967296 });
    // Numbers above the last whole multiple of limit are drawn again: without this, small
    // results would be a little likelier than large ones.
    const largest = 4294967296 - (4294967296 % limit);
    let drawn = this.next();
    while (drawn >= largest) drawn = this.next();
    return drawn % limit;
  }

  normal(): number {
    if (this.spareNormal !== undefined) {
      const spare = this.spareNormal;
      this.spareNormal = undefined;
      return spare;
    }
    // Marsaglia & Bray's polar method gives two at a time.
    let x: number, y: number, squared: number;
    do {
      x = 2 * this.uniform() - 1;
      y = 2 * this.uniform() - 1;
      squared = x * x + y * y;
    } while (squared >= 1 || squared === 0);
    const scale = Math.sqrt((-2 * Math.log(squared)) / squared);
    this.spareNormal = y * scale;
    return x * scale;
  }

  pick<T>(items: ArrayLike<T>): T {
    if (items.length === 0) throw new RangeError("rng.pick: nothing to pick from, got 0 items");
    return items[this.integer(items.length)]!;
  }

  shuffle<T>(items: readonly T[]): T[] {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    return shuffled;
  }

  fork(label: string): Rng {
    return new Xoshiro128(hash32(`${this.seed}/${label}`));
  }

  private next(): number {
    const s = this.state;
    const result = Math.imul(rotateLeft(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const t = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= t;
    s[3] = rotateLeft(s[3]!, 11);
    return result;
  }
}

function rotateLeft(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}

/** Steele, Lea & Flood 2014 ("SplitMix"), in its 32-bit form with the murmur3 finaliser. */
function splitMix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

/** FNV-1a over UTF-16 code units: a label to a seed. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
