/**
 * The PyTorches that we measure ourselves against: every Python named in LAB_BENCH_TORCH (several
 * with colons between), the system's (Debian's python3-torch), and the benchmarks' own.
 *
 * Debian's package computes with any BLAS that is installed. The reference one is 16 times slower
 * than OpenBLAS, and so no peer: it comes where python3-torch is installed without recommendations.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./peer-python";

export interface Torch {
  /** "1.13.0a0" */
  readonly version: string;
  readonly python: string;
}

/** Each release once, the oldest first; says in one line which place has none. */
export function findTorches(): Torch[] {
  const named = (process.env["LAB_BENCH_TORCH"] ?? "").split(":").filter(Boolean);
  const own = join(ROOT, ".cache", "bench-venv", "bin", "python");
  const found = new Map<string, Torch>();
  for (const python of [...named, "/usr/bin/python3", own]) {
    const [version, blas] = existsSync(python) ? askTorch(python) : [];
    if (version === undefined) console.log(`Without a peer: no PyTorch under ${python}`);
    else if (blas === "reference") {
      console.log(`Without a peer: PyTorch under ${python} lacks OpenBLAS (libopenblas0-pthread)`);
    } else if (!found.has(version)) found.set(version, { version, python });
  }
  return [...found.values()].sort((a, b) => major(a.version) - major(b.version));
}

/** Which BLAS PyTorch has loaded shows in the files that its process maps (on Linux). */
const QUESTION = `
import os, torch
maps = open("/proc/self/maps").read() if os.path.exists("/proc/self/maps") else ""
print(torch.__version__.split("+")[0], "reference" if "/blas/libblas" in maps else "fast")
`;

/** Version, and "fast" or "reference"; nothing where there is no PyTorch. */
function askTorch(python: string): string[] {
  const { status, stdout } = spawnSync(python, ["-W", "ignore", "-c", QUESTION], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim().split(" ") : [];
}

function major(version: string): number {
  const [first = 0, second = 0] = version.split(".").map((part) => parseInt(part, 10));
  return first * 1000 + second;
}

/**
 * What PyTorch runs best with: its library of products may choose for this processor, and its
 * threads sleep while they wait (waking, the pools of two libraries fight for the cores).
 */
export function torchEnvironment(threads: number): Record<string, string | undefined> {
  const count = String(threads);
  return {
    OPENBLAS_CORETYPE: undefined,
    OPENBLAS_NUM_THREADS: count,
    OMP_NUM_THREADS: count,
    MKL_NUM_THREADS: count,
    OMP_WAIT_POLICY: "PASSIVE",
  };
}
