/**
 * Grades notebooks: npm run grade -- notebooks/01-bag-of-words.ipynb
 *
 * Runs each from the top, without Python, and prints what its exercises earned. The notebook is
 * left as it is. Exits with 0 when every exercise is solved, 1 when not, 2 when it can't grade.
 */
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { gradeNotebook, gradeText } from "../src/exercises/grade.ts";

const { runNotebook } = createRequire(import.meta.url)("./run-notebook.cjs");

const HELP = `Usage: npm run grade -- [options] notebook.ipynb...

  --timeout SECONDS the longest one cell may take (default 60)
  --help            this text`;

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { timeout: { type: "string", default: "60" }, help: { type: "boolean" } },
  });
  if (values.help || positionals.length === 0) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const timeout = Number(values.timeout);
  if (!(timeout > 0)) throw new Error(`--timeout: must be above 0, got ${values.timeout}`);

  let allSolved = true;
  for (const file of positionals) {
    const grade = await gradeNotebook(file, { run: runNotebook, timeout });
    console.log(`${file}\n${gradeText(grade)}`);
    if (grade.rows.some(({ state }) => state !== "solved")) allSolved = false;
  }
  return allSolved ? 0 : 1;
}

main().then(
  (status) => (process.exitCode = status),
  (error) => {
    console.error(`grade: ${error.message}`);
    process.exitCode = 2;
  },
);
