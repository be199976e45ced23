/**
 * The lab without Jupyter: the lessons as pages with live figures, run on this machine one after
 * the other without Python. The pages are there at once, with the outputs that the notebooks came
 * with; each is replaced when its own run has ended. The notebooks themselves stay as they are.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { exportPages } from "../pages/export.mjs";
import { servePages } from "../pages/serve.mjs";
import { ROOT } from "./root.mjs";
import { say } from "./say.mjs";

const require = createRequire(import.meta.url);
const { runNotebook } = require("../run-notebook.cjs");
const { writeNotebook } = require("../notebook/notebook-file.cjs");

const PAGES = path.join(ROOT, "pages");
/** Copies that hold this machine's outputs. */
const RUNS = path.join(ROOT, ".cache", "runs");

/**
 * @param options {{ port: number, notebook: string, backend?: string }}
 * @returns {Promise<{ address: string }>} the page of the notebook
 */
export async function startPages({ port, notebook, backend }) {
  const notebooks = fs
    .readdirSync(path.join(ROOT, "notebooks"))
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => path.join(ROOT, "notebooks", name));
  exportPages({ notebooks, out: PAGES });
  const { url } = await servePages(PAGES, { port });
  const first = path.join(ROOT, notebook);
  const order = [first, ...notebooks.filter((file) => file !== first)];
  runAll(order, notebooks, backend).catch((error) => say(`running the lessons: ${error.message}`));
  process.once("SIGINT", () => process.exit(0));
  return { address: `${url.replace(/\/$/, "")}/${path.basename(notebook, ".ipynb")}.html` };
}

async function runAll(order, notebooks, backend) {
  fs.mkdirSync(RUNS, { recursive: true });
  const current = new Map(notebooks.map((file) => [file, file]));
  for (const file of order) {
    const name = path.basename(file);
    say(`running ${name}`);
    const run = await runNotebook(file, {
      keepGoing: true,
      env: backend ? { LAB_BACKEND: backend } : {},
    });
    const copy = path.join(RUNS, name);
    writeNotebook(copy, run.notebook);
    current.set(file, copy);
    exportPages({ notebooks: [...current.values()], out: PAGES });
    const failed = run.cells.filter(({ error }) => error).length;
    const verdict = failed === 0 ? "ran" : `ran, with ${failed} failed cells`;
    say(
      `${name} ${verdict} in ${run.seconds.toFixed(0)} s; reload its page to see this machine's results`,
    );
  }
  say("all lessons have run");
}
