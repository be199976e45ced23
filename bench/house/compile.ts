/**
 * Our side compiled beforehand, the way the kernel compiles it (CommonJS, ES2022): what is measured
 * then is the library, not the compiler that tsx keeps in the same process.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./peer-python";

/** @param script TypeScript below the repository's root; returns the JavaScript to run */
export function compiled(script: string): string {
  const folder = join(ROOT, ".cache", "bench", "compiled");
  const compiler = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  const options = ["--target", "ES2022", "--module", "CommonJS", "--moduleResolution", "Node10"];
  const emit = ["--esModuleInterop", "--noCheck", "--types", "node", "--outDir", folder];
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, ...options, ...emit, "--rootDir", ROOT, join(ROOT, script)],
    { cwd: ROOT, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`${script} can't be compiled:\n${stdout}`);
  return join(folder, script.replace(/\.ts$/, ".js"));
}
