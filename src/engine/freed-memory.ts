/**
 * What becomes of memory that large models free, on Linux: kept for the next run, or given back.
 *
 * glibc takes blocks of more than 32 MB from the system one by one and gives them back one by one;
 * what is smaller lies in a heap whose holes stay with the process. Either is wrong once:
 *
 * - Each run of a compiled step writes the next state into new memory and frees the last one's. The
 *   system hands new memory out page by page, each filled with zeros first: for BERT-base, whose
 *   weights and moments are 1.3 GB, that took as long as half of the step.
 * - ONNX Runtime packs the weights of a graph for its products, one after the other, and frees what
 *   they were packed from: holes of a few megabytes, a quarter of BERT-base in all.
 *
 * The switches for it are the whole process's. They are set while somebody wants them; after that
 * what is free goes back to the system. Elsewhere than on Linux with glibc, or without the package
 * koffi, which calls a C function from JavaScript, nothing happens, and all works as before.
 *
 * mallopt(3), malloc_trim(3), Linux manual pages.
 */
import { load } from "./load";

/** Of a state or of a graph's weights: from here on it pays. */
export const LARGE_BYTES = 128 * 2 ** 20;

/** <malloc.h>: how much may be free at the end of the heap, from how large on a block lies outside
 * of it, how many of these there may be. */
const M_TRIM_THRESHOLD = -1;
const M_MMAP_THRESHOLD = -3;
const M_MMAP_MAX = -4;

const MB = 2 ** 20;
const LARGEST_INT = 2 ** 31 - 1;

/** A switch of mallopt's: where it stands while somebody wants it, and else. */
interface Switch {
  parameter: number;
  on: number;
  /** glibc's own; where that grows with use, where the growing ends on 64 bits. */
  off: number;
}

const KEEP: readonly Switch[] = [
  { parameter: M_TRIM_THRESHOLD, on: LARGEST_INT, off: 64 * MB },
  { parameter: M_MMAP_MAX, on: 0, off: 65536 },
];
const GIVE_BACK: readonly Switch[] = [{ parameter: M_MMAP_THRESHOLD, on: MB, off: 32 * MB }];

export interface Hold {
  /** Whether it can be done here. */
  readonly isHeld: boolean;
  /** A second call changes nothing. */
  release(): void;
}

/** Freed memory is the next one's to use, until it is released. */
export function keepFreedMemory(): Hold {
  return hold(KEEP);
}

/** Freed blocks of more than 1 MB go back to the system at once, until it is released. */
export function giveFreedMemoryBack(): Hold {
  return hold(GIVE_BACK);
}

interface Glibc {
  mallopt(parameter: number, value: number): number;
  trim(keptBytes: number): number;
}

interface Koffi {
  load(path: null): { func(prototype: string): (...values: number[]) => number };
}

const holders = new Map<readonly Switch[], number>();
/** Null where there is none, undefined before it was looked for. */
let found: Glibc | null | undefined;

function hold(switches: readonly Switch[]): Hold {
  if (found === undefined) found = findGlibc();
  const glibc = found;
  if (glibc === null) return { isHeld: false, release: () => undefined };
  const count = (by: 1 | -1) => {
    const next = (holders.get(switches) ?? 0) + by;
    holders.set(switches, next);
    return next;
  };
  if (count(1) === 1) for (const { parameter, on } of switches) glibc.mallopt(parameter, on);
  let isHeld = true;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    if (count(-1) > 0) return;
    for (const { parameter, off } of switches) glibc.mallopt(parameter, off);
    glibc.trim(0);
  };
  return { isHeld, release };
}

function findGlibc(): Glibc | null {
  if (process.platform !== "linux") return null;
  try {
    const symbols = load<Koffi>("koffi").load(null);
    symbols.func("const char *gnu_get_libc_version()"); // throws with any other C library
    return {
      mallopt: symbols.func("int mallopt(int parameter, int value)"),
      trim: symbols.func("int malloc_trim(size_t keptBytes)"),
    };
  } catch {
    return null;
  }
}
