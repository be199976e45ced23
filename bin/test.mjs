/**
 * npm test: installs what is missing, then checks format, lint and types, and runs every test.
 *
 *   npm test                    everything
 *   npm test -- vectorizers     only the test files whose path contains the word
 */
import fs from "node:fs";
import path from "node:path";
import { spawn } from "node:child_process";
import { assertNodeVersion, installPackages } from "./lab/packages.mjs";
import { ROOT } from "./lab/root.mjs";
import { LabError, fail, say } from "./lab/say.mjs";

const KERNEL_COMPILER = "node_modules/@tslab/typescript-for-tslab/bin/tsc";
/** Files run side by side; each is a process of its own with its own device and its own memory. */
const SIDE_BY_SIDE = 2;

const CHECKS = [
  {
    name: "format",
    args: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."],
    remedy: "npm run format mends it.",
  },
  { name: "lint", args: ["node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."] },
  { name: "types (strict)", args: ["node_modules/typescript/bin/tsc", "-p", "."] },
  { name: "types (the kernel's compiler)", args: [KERNEL_COMPILER, "-p", "."] },
];

async function main() {
  assertNodeVersion();
  await installPackages();
  const words = process.argv.slice(2);
  if (words.length === 0) await runChecks();
  await runTests(testFiles(words), { withCoverage: words.length === 0 });
}

async function runChecks() {
  for (const { name, args, remedy } of CHECKS) {
    const began = Date.now();
    const status = await run(process.execPath, args);
    if (status !== 0)
      throw new LabError(`${name}: see above`, remedy ?? "Mend it, then run this again.");
    say(`${name}: good (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  }
}

async function runTests(files, { withCoverage }) {
  say(`running ${files.length} test files`);
  const coverage = withCoverage
    ? ["node_modules/c8/bin/c8.js", "--include=src", "--reporter=text", process.execPath]
    : [];
  const args = [
    ...coverage,
    ...["--import", "tsx", "--test", `--test-concurrency=${SIDE_BY_SIDE}`],
    ...["--test-reporter=spec", ...files],
  ];
  const status = await run(process.execPath, args);
  if (status !== 0)
    throw new LabError("some tests failed: see above", "npm test -- WORD runs few.");
  say("all tests passed");
}

function testFiles(words) {
  const files = fs
    .readdirSync(path.join(ROOT, "test"), { recursive: true })
    .map((file) => path.join("test", file))
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();
  if (files.length > 0) return files;
  throw new LabError(`no test file has ${words.join(" or ")} in its path`, "See the folder test/.");
}

function run(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: "inherit" });
  return new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
}

main().catch(fail);
