import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface ChildResult {
  /** Null when it had to be killed: it did not end by itself. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface ChildOptions {
  environment?: Record<string, string>;
  /** Default 60 s. */
  timeoutMs?: number;
}

const ROOT = join(__dirname, "../..");

/** Runs TypeScript in a process of its own: a file with arguments, or `-e` with code. */
export function runChild(
  args: readonly string[],
  { environment = {}, timeoutMs = 60_000 }: ChildOptions = {},
): Promise<ChildResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], {
      cwd: ROOT,
      env: { ...withoutLabSettings(process.env), ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => (stdout += chunk));
    child.stderr.on("data", (chunk) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Code of a child: an async function's body with `startLab` and `tf` at hand. */
export function labCode(body: string): string[] {
  return [
    "-e",
    `const tf = require("./src/core/tf"); const { startLab } = require("./src/engine/lab");
     const fail = (error) => { console.error(error); process.exitCode = 1; };
     (async () => { ${body} })().catch(fail);`,
  ];
}

const SWIFTSHADER = "/usr/lib/chromium/vk_swiftshader_icd.json";

/** The environment in which Vulkan finds Chromium's software GPU, or undefined without it. */
export function softwareGpu(): Record<string, string> | undefined {
  if (!existsSync(SWIFTSHADER)) return undefined;
  return { VK_DRIVER_FILES: SWIFTSHADER, VK_ICD_FILENAMES: SWIFTSHADER };
}

/** Why a test with a software GPU is left out; undefined where it must run. */
export function reasonToSkipWebGpu(): string | undefined {
  if (softwareGpu() || process.env["LAB_REQUIRE_WEBGPU"] === "1") return undefined;
  return `NOT TESTED: no software GPU here (${SWIFTSHADER}; apt install chromium libvulkan1)`;
}

function withoutLabSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const rest = { ...environment };
  delete rest["LAB_BACKEND"];
  // With it, a child would report to the test runner instead of printing.
  delete rest["NODE_TEST_CONTEXT"];
  return rest;
}
