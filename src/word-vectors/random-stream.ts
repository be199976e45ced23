/**
 * The random numbers of a training run, in a form that is as easy in WebAssembly as here: 32 bits
 * at a time from 64 bits of state. The kernel and the readable trainer draw the same ones, in the
 * same order, which is how they can be compared.
 *
 * xoroshiro64** (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators"); repeats
 * after 2^64 - 1 draws. src/core/rng.ts, whose state is twice as large, provides the seeds.
 */
import type { Rng } from "../core/rng";

/** Two halves, not both 0. */
export type StreamSeed = readonly [number, number];

/** The seed of a worker's stream; the first half is never 0, so both never are. */
export function streamSeed(rng: Rng): StreamSeed {
  return [1 + rng.integer(0xffffffff), rng.integer(0x100000000)];
}

export class RandomStream {
  private s0: number;
  private s1: number;

  constructor([s0, s1]: StreamSeed) {
    this.s0 = s0 | 0;
    this.s1 = s1 | 0;
  }

  /** A whole number from 0 to 2^32 - 1. */
  draw(): number {
    const { s0 } = this;
    const result = Math.imul(rotateLeft(Math.imul(s0, 0x9e3779bb), 5), 5) >>> 0;
    const s1 = this.s1 ^ s0;
    this.s0 = rotateLeft(s0, 26) ^ s1 ^ (s1 << 9);
    this.s1 = rotateLeft(s1, 13);
    return result;
  }

  /** A whole number from 0 to limit - 1, for limits up to 2^21; large ones are a little uneven. */
  below(limit: number): number {
    return Math.floor((this.draw() * limit) / 0x100000000);
  }
}

function rotateLeft(x: number, k: number): number {
  return (x << k) | (x >>> (32 - k));
}
