/**
 * Freed memory that stays with the process, for states of hundreds of megabytes.
 *
 * Each run of a compiled step writes the next state into new memory and frees the last one's. glibc
 * takes blocks of more than 32 MB from the system one by one and gives them back one by one, and
 * the system hands new memory out page by page, each filled with zeros first: for BERT-base, whose
 * weights and moments are 1.3 GB, that took longer than the gradients' half of the step. With two
 * switches of glibc's the freed blocks are kept, and are the next run's.
 *
 * The switches are the whole process's. They are set while somebody wants them, and then what is
 * free goes back to the system. Elsewhere than on Linux with glibc, or without the package koffi,
 * which calls a C function from JavaScript, nothing happens, and all works as before.
 *
 * mallopt(3), malloc_trim(3), Linux manual pages.
 */
import { load } from "./load";

/** From here on it pays. */
export const LARGE_STATE_BYTES = 128 * 2 ** 20;

/** <malloc.h>: how much may be free at the end of the heap, how many blocks lie outside it. */
const M_TRIM_THRESHOLD = -1;
const M_MMAP_MAX = -4;
const LARGEST_INT = 2 ** 31 - 1;
/** glibc's own, mallopt(3); the first one is where its growing threshold ends on 64 bits. */
const USUAL = { trimThreshold: 64 * 2 ** 20, mmapMax: 65536 };

interface Glibc {
  mallopt(parameter: number, value: number): number;
  trim(keptBytes: number): number;
}

interface Koffi {
  load(path: null): { func(prototype: string): (...values: number[]) => number };
}

let holders = 0;
/** Null where there is none, undefined before it was looked for. */
let found: Glibc | null | undefined;

/**
 * @returns whether it can be done here, and what ends it; a second call of that changes nothing
 */
export function keepFreedMemory(): { isKept: boolean; release: () => void } {
  found ??= findGlibc();
  const glibc = found;
  if (glibc === null) return { isKept: false, release: () => undefined };
  if (++holders === 1) {
    glibc.mallopt(M_TRIM_THRESHOLD, LARGEST_INT);
    glibc.mallopt(M_MMAP_MAX, 0);
  }
  let isHeld = true;
  const release = () => {
    if (!isHeld) return;
    isHeld = false;
    if (--holders > 0) return;
    glibc.mallopt(M_TRIM_THRESHOLD, USUAL.trimThreshold);
    glibc.mallopt(M_MMAP_MAX, USUAL.mmapMax);
    glibc.trim(0);
  };
  return { isKept: true, release };
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
