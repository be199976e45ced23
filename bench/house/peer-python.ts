/**
 * The Python that has the peers' packages: $LAB_BENCH_PYTHON, or what `npm run bench -- --setup`
 * installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(__dirname, "../..");

/** The command, or undefined after saying in one line that there is none. */
export function findPeerPython(packageName: string): string | undefined {
  const named = process.env["LAB_BENCH_PYTHON"];
  const installed = join(ROOT, ".cache", "bench-venv", "bin", "python");
  const python = named ?? (existsSync(installed) ? installed : undefined);
  if (python !== undefined && canImport(python, packageName)) return python;
  const where =
    python === undefined ? "no Python for the peers" : `${python} has no ${packageName}`;
  console.log(`Without the peer: ${where}; npm run bench -- --setup, or set LAB_BENCH_PYTHON.`);
  return undefined;
}

function canImport(python: string, packageName: string): boolean {
  return spawnSync(python, ["-c", `import ${packageName}`], { stdio: "ignore" }).status === 0;
}
