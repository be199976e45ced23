#!/usr/bin/env node
/**
 * `npm run bench` lists the benchmarks, `npm run bench -- vectorizers` runs one.
 * `npm run bench -- --setup` installs the Python packages that we measure ourselves against, into
 * .cache/bench-venv; `--setup torch` PyTorch, too, which on Linux means several gigabytes. Everything after the name goes to the benchmark.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(FOLDER);
const VENV = join(ROOT, ".cache", "bench-venv");

const [name, ...rest] = process.argv.slice(2);
if (name === "--setup") process.exitCode = setUp(rest.includes("torch"));
else if (name === undefined || name.startsWith("-")) list();
else process.exitCode = start(name, rest);

function list() {
  console.log("Benchmarks (npm run bench -- NAME):\n");
  for (const benchmark of benchmarks()) {
    const source = readFileSync(join(FOLDER, `${benchmark}.ts`), "utf8");
    const purpose = /^\/\*\*\n \* (.*)/.exec(source)?.[1] ?? "";
    console.log(`  ${benchmark.padEnd(20)} ${purpose}`);
  }
  console.log("\nThe peers' Python packages: npm run bench -- --setup (see bench/README.md)");
}

function start(benchmark, options) {
  if (!benchmarks().includes(benchmark)) {
    console.error(`bench: there is no "${benchmark}"; there are ${benchmarks().join(", ")}`);
    return 1;
  }
  const script = join(FOLDER, `${benchmark}.ts`);
  return run(process.execPath, ["--import", "tsx", script, ...options]);
}

function setUp(withTorch) {
  const python = join(VENV, "bin", "python");
  if (!existsSync(python)) {
    console.log(`bench: creating ${VENV}`);
    const status = run(process.env.PYTHON ?? "python3", ["-m", "venv", VENV]);
    if (status !== 0) {
      console.error("bench: Python 3 with venv is needed (on Debian: apt install python3-venv)");
      return status;
    }
  }
  const lists = ["requirements.txt", ...(withTorch ? ["requirements-torch.txt"] : [])];
  console.log(`bench: installing what bench/peers/${lists.join(" and ")} lists`);
  const requirements = lists.flatMap((list) => ["-r", join(FOLDER, "peers", list)]);
  return run(python, ["-m", "pip", "install", "--quiet", ...requirements]);
}

function benchmarks() {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit" });
  if (error) console.error(`bench: ${command} could not be started: ${error.message}`);
  return status ?? 1;
}
