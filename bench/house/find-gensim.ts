/**
 * The gensims that we measure ourselves against: the benchmarks' own or the one of
 * $LAB_BENCH_PYTHON, and the system's (Debian's python3-gensim).
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./peer-python";

export interface Gensim {
  /** "4.4.0" */
  readonly version: string;
  readonly python: string;
}

/** Each release once, the newest first; none after saying so in one line. */
export function findGensims(): Gensim[] {
  const own = join(ROOT, ".cache", "bench-venv", "bin", "python");
  const found = new Map<string, Gensim>();
  for (const python of [process.env["LAB_BENCH_PYTHON"] ?? own, "/usr/bin/python3"]) {
    const version = existsSync(python) ? gensimVersion(python) : undefined;
    if (version !== undefined && !found.has(version)) found.set(version, { version, python });
  }
  if (found.size === 0) {
    console.log(
      "Without the peer: no gensim; npm run bench -- --setup, or set LAB_BENCH_PYTHON.\n",
    );
  }
  return [...found.values()].sort((a, b) => b.version.localeCompare(a.version));
}

function gensimVersion(python: string): string | undefined {
  const program = "import gensim; print(gensim.__version__)";
  const { status, stdout } = spawnSync(python, ["-c", program], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return status === 0 ? stdout.trim() : undefined;
}
