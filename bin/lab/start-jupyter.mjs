/** Starts a Jupyter server on the repository and waits until it answers. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { jupyterEnvironment, writeKernelSpec } from "./kernel-spec.mjs";
import { recall, remember } from "./memory.mjs";
import { JUPYTER_HOME, ROOT } from "./root.mjs";
import { LabError, say } from "./say.mjs";

const LOG = path.join(JUPYTER_HOME, "jupyter.log");
const PATIENCE_MS = 60_000;

/** The port was free when it was looked at, and no longer when Jupyter wanted it. */
export class PortTaken extends LabError {}

let isUp = false;

/**
 * @param jupyter as findJupyter() returns it
 * @param options {{ port: number, notebook: string, backend?: string }}
 * @returns {Promise<{ address: string }>} the page of the notebook
 */
export async function startJupyter(jupyter, { port, notebook, backend }) {
  writeKernelSpec();
  const token = randomBytes(24).toString("hex");
  const env = { ...jupyterEnvironment({ backend }), JUPYTER_TOKEN: token };
  const trusted = trustNotebooks(jupyter, env);

  const log = fs.openSync(LOG, "w");
  const child = spawn(jupyter.command, serverOptions(jupyter, port), {
    cwd: ROOT,
    env,
    stdio: ["ignore", log, log],
  });
  endTogether(child);
  await Promise.all([
    answers(child, `http://127.0.0.1:${port}/api/status?token=${token}`),
    trusted,
  ]);
  isUp = true;
  const page = jupyter.isLab ? "lab/tree" : "notebooks";
  const address = `http://127.0.0.1:${port}/${page}/${notebook}?token=${token}`;
  return { address };
}

/** Jupyter is not left behind when the lab ends, nor the lab when Jupyter does. */
function endTogether(child) {
  const close = () => {
    say("closing");
    child.kill("SIGTERM");
  };
  process.once("SIGINT", close);
  process.once("SIGTERM", close);
  process.once("exit", () => child.kill("SIGTERM"));
  child.once("exit", () => isUp && process.exit(0)); // before that, answers() says what happened
}

function serverOptions({ isLab, name }, port) {
  const isNotebook6 = !isLab && / [456]\./.test(name);
  const app = isNotebook6 ? "NotebookApp" : "ServerApp";
  return [
    "--no-browser",
    "--ip=127.0.0.1",
    `--port=${port}`,
    `--${app}.port_retries=0`,
    `--${isNotebook6 ? "NotebookApp.notebook_dir" : "ServerApp.root_dir"}=${ROOT}`,
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
  ];
}

/**
 * The lessons come with their outputs; Jupyter shows the live figures among them at once only in
 * notebooks that it trusts. The signature is kept in .jupyter/, for this repository alone.
 */
async function trustNotebooks({ command }, env) {
  const folder = path.join(ROOT, "notebooks");
  const names = fs.readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  const files = names.map((name) => path.join(folder, name));
  // Signing costs a second of Python: only when a notebook has changed since.
  const state = files.map((file) => `${file} ${fs.statSync(file).mtimeMs}`).join("\n");
  if (recall("trusted") === state) return;

  const sign = "from nbformat.sign import TrustNotebookApp as app; app.launch_instance()";
  const child = spawn(pythonOf(command), ["-c", sign, ...files], { env, stdio: "ignore" });
  const status = await new Promise((resolve) => child.on("error", resolve).on("close", resolve));
  if (status === 0) remember("trusted", state);
}

/** The Python that runs a Jupyter command: it has the packages that belong to it. */
function pythonOf(command) {
  const firstLine = fs.readFileSync(command, "utf8").split("\n", 1)[0];
  return /^#!\s*(\S*python\S*)/.exec(firstLine)?.[1] ?? "python3";
}

async function answers(child, url) {
  let ended;
  child.on("error", (error) => (ended = error.message));
  child.on("exit", (status, signal) => (ended ??= `it ended (${signal ?? status})`));
  const deadline = Date.now() + PATIENCE_MS;
  let toldToWait = Date.now() + 4000;
  while (Date.now() < deadline) {
    if (ended) throw jupyterFailed(ended);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
      if (response.ok) return;
    } catch {
      // not up yet
    }
    if (Date.now() > toldToWait) {
      say("waiting for Jupyter to answer");
      toldToWait = Date.now() + 5000;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw jupyterFailed(`no answer within ${PATIENCE_MS / 1000} s`);
}

function jupyterFailed(reason) {
  const log = fs.readFileSync(LOG, "utf8");
  const lines = log.trim().split("\n").slice(-6).join("\n     ");
  const Kind = /port \d+ is (already in use|not available)/i.test(log) ? PortTaken : LabError;
  return new Kind(
    `Jupyter did not start: ${reason}. Its last words:\n     ${lines}`,
    "Try another port (npm start -- --port 8890), or the pages without Jupyter (--no-jupyter).",
  );
}
