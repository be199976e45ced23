/** npm start: installs what is missing, finds Jupyter, and opens the lab at a lesson. */
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { assertNodeVersion, installPackages } from "./lab/packages.mjs";
import { findJupyter } from "./lab/find-jupyter.mjs";
import { PortTaken, startJupyter } from "./lab/start-jupyter.mjs";
import { ROOT } from "./lab/root.mjs";
import { LabError, fail, say } from "./lab/say.mjs";

const HELP = `Usage: npm start -- [options]

Opens the lab in the browser. The first start installs what is missing.

  --lesson NN       the lesson to open: 00, 01, … (default 00)
  --port N          the port on this machine (default: 8888, or the next free one)
  --no-browser      print the address, open nothing
  --backend NAME    what computes: tensorflow, webgpu, wasm or cpu (default: the best there is)
  --no-jupyter      run the lessons without Python and serve them as pages with live figures
  --yes             agree to installing Jupyter with apt without being asked
  --help            this text`;

const BACKENDS = ["tensorflow", "webgpu", "wasm", "cpu"];
const FIRST_PORT = 8888;

async function main() {
  const options = readOptions();
  if (options.help) return console.log(HELP);

  assertNodeVersion();
  const notebook = lessonFile(options.lesson);
  await freePort(options.port); // a port in use is told before anything is installed
  await installPackages();
  const jupyter = options["no-jupyter"] ? undefined : await jupyterOrExplanation(options);
  const server = await startServer(jupyter, notebook, options);

  say(`the lab is open at\n\n     ${server.address}\n`);
  say("press Ctrl-C here to close it");
  if (!options["no-browser"]) openBrowser(server.address);
}

/** Another program may take a free port before ours does; then the next one is tried. */
async function startServer(jupyter, notebook, { port: asked, backend }) {
  for (let attempts = 1; ; attempts++) {
    const port = await freePort(asked);
    try {
      if (jupyter) return await startJupyter(jupyter, { port, notebook, backend });
      const { startPages } = await import("./lab/start-pages.mjs");
      return await startPages({ port, notebook, backend });
    } catch (error) {
      if (!(error instanceof PortTaken) || asked !== undefined || attempts === 5) throw error;
      say(`port ${port} was taken meanwhile; trying another`);
    }
  }
}

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        lesson: { type: "string", default: "00" },
        port: { type: "string" },
        "no-browser": { type: "boolean" },
        backend: { type: "string" },
        "no-jupyter": { type: "boolean" },
        yes: { type: "boolean" },
        help: { type: "boolean" },
      },
    }));
  } catch (error) {
    throw new LabError(error.message, "npm start -- --help lists the options.");
  }
  const { port, backend } = values;
  if (port !== undefined && !isPort(Number(port))) {
    throw new LabError(
      `--port: must be a whole number from 1 to 65535, got ${port}`,
      "For example: --port 8890",
    );
  }
  if (backend !== undefined && !BACKENDS.includes(backend)) {
    throw new LabError(`--backend: unknown, got ${backend}`, `Choose from ${BACKENDS.join(", ")}.`);
  }
  return values;
}

function isPort(port) {
  return Number.isInteger(port) && port > 0 && port < 65536;
}

function lessonFile(lesson) {
  const names = fs.readdirSync(path.join(ROOT, "notebooks")).filter((n) => n.endsWith(".ipynb"));
  const number = lesson.padStart(2, "0");
  const name = names.find((candidate) => candidate.startsWith(`${number}-`));
  if (name) return `notebooks/${name}`;
  const lessons = names.map((candidate) => candidate.slice(0, 2)).sort();
  throw new LabError(`--lesson: there is no lesson ${number}`, `There are ${lessons.join(", ")}.`);
}

async function jupyterOrExplanation({ yes }) {
  const { jupyter, reasons } = await findJupyter({ yes });
  if (jupyter) {
    say(`using ${jupyter.name}`);
    return jupyter;
  }
  say(`no Jupyter here: ${reasons.join("; ")}.`);
  say("install it with your system's packages (Debian: apt install jupyter-notebook) or with uv.");
  say("until then, the lessons run without it and are shown as pages");
  return undefined;
}

/** The port asked for, or the first free one from 8888; an asked-for port in use is an error. */
async function freePort(asked) {
  if (asked !== undefined) {
    if (await isFree(Number(asked))) return Number(asked);
    const other = Number(asked) + 1;
    throw new LabError(`port ${asked} is in use`, `Choose another: npm start -- --port ${other}`);
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + 50; port++) {
    if (await isFree(port)) return port;
  }
  throw new LabError(
    `no free port from ${FIRST_PORT} to ${FIRST_PORT + 49}`,
    "Choose one: npm start -- --port N",
  );
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

function openBrowser(address) {
  const command = process.platform === "darwin" ? "open" : "xdg-open";
  spawn(command, [address], { stdio: "ignore", detached: true })
    .on("error", () => say("no browser found to open; the address above works in any"))
    .unref();
}

main().catch(fail);
