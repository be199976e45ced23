/** Runs a script of this folder in the Python environment that run.mjs has made. */
import { spawn } from "node:child_process";
import path from "node:path";

const PYTHON = process.env["LAB_INTEROP_PYTHON"];

/** Why these tests are left out by npm test, for describe's options. */
export const skip = PYTHON ? false : "run by npm run test:interop, which sets up Python";

/**
 * @param request given to the script as JSON on standard input
 * @returns what the script prints
 */
export function runPython(script: string, request: unknown): Promise<string> {
  if (!PYTHON) throw new Error(String(skip));
  return new Promise((resolve, reject) => {
    const child = spawn(PYTHON, [path.join(__dirname, script)], {
      env: { ...process.env, JAX_PLATFORMS: "cpu", HF_HUB_OFFLINE: "1" },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => (stdout += chunk));
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${script} ended with ${code}:\n${stderr.slice(-3000)}`));
    });
    child.stdin.end(JSON.stringify(request));
  });
}
