/**
 * Finds Jupyter, or installs it inside the repository, in this order: on the PATH; installed here
 * before; with uv; with pipx; with Python's own venv and pip; with apt, where the user is root or
 * agrees. Each way that does not work is remembered with its reason, for the final message.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { recall, remember } from "./memory.mjs";
import { JUPYTER_HOME } from "./root.mjs";
import { runWithHeartbeat } from "./run-with-heartbeat.mjs";
import { say } from "./say.mjs";

const JUPYTERLAB = "jupyterlab>=4.4,<5";
const APT_PACKAGES = ["jupyter-notebook", "python3-nbconvert"];
const VENV = path.join(JUPYTER_HOME, "venv");
const PIPX = path.join(JUPYTER_HOME, "pipx");

/**
 * @param options.yes agree to apt without being asked
 * @returns {Promise<{ jupyter?: { command: string, isLab: boolean, name: string }, reasons: string[] }>}
 */
export async function findJupyter({ yes = false } = {}) {
  const reasons = [];
  const attempt = async (way) => {
    const found = await way();
    if (typeof found === "object") return found;
    reasons.push(found);
    return undefined;
  };
  const jupyter =
    (await attempt(onThePath)) ??
    (await attempt(installedHereBefore)) ??
    (await attempt(withUv)) ??
    (await attempt(withPipx)) ??
    (await attempt(withVenv)) ??
    (await attempt(() => withApt(yes)));
  return { jupyter, reasons };
}

/** Jupyter where it is there already; nothing is installed. */
export function existingJupyter() {
  return [onThePath(), installedHereBefore()].find((found) => typeof found === "object");
}

function onThePath() {
  for (const name of ["jupyter-lab", "jupyter-notebook"]) {
    const command = which(name);
    const version = command && versionOf(command);
    if (version) return { command, isLab: name === "jupyter-lab", name: `${name} ${version}` };
  }
  return "jupyter-lab and jupyter-notebook are not on the PATH";
}

function installedHereBefore() {
  for (const folder of [path.join(VENV, "bin"), path.join(PIPX, "bin")]) {
    const command = path.join(folder, "jupyter-lab");
    if (!fs.existsSync(path.join(folder, "..", DONE))) continue;
    const version = versionOf(command);
    if (version) return { command, isLab: true, name: `JupyterLab ${version}` };
  }
  return "none has been installed in .jupyter/ before";
}

async function withUv() {
  const uv = which("uv");
  if (!uv) return "uv is not installed";
  fs.rmSync(VENV, { recursive: true, force: true });
  const python = path.join(VENV, "bin", "python");
  const problem =
    (await run("uv", uv, ["venv", "--quiet", VENV])) ??
    (await run("uv", uv, ["pip", "install", "--quiet", "--python", python, JUPYTERLAB]));
  return problem ?? finished(VENV);
}

async function withPipx() {
  const pipx = which("pipx");
  if (!pipx) return "pipx is not installed";
  fs.rmSync(PIPX, { recursive: true, force: true });
  const problem = await run("pipx", pipx, ["install", "--quiet", JUPYTERLAB]);
  return problem ?? finished(PIPX);
}

async function withVenv() {
  const python = which("python3") ?? which("python");
  if (!python) return "Python is not installed";
  fs.rmSync(VENV, { recursive: true, force: true });
  const pip = path.join(VENV, "bin", "pip");
  const problem =
    (await run("python -m venv", python, ["-m", "venv", VENV])) ??
    (await run("pip", pip, ["install", "--quiet", "--disable-pip-version-check", JUPYTERLAB]));
  return problem ?? finished(VENV);
}

async function withApt(yes) {
  const apt = which("apt-get");
  if (!apt) return "apt is not on this system";
  const isRoot = process.getuid?.() === 0;
  const command = `apt-get install ${APT_PACKAGES.join(" ")}`;
  if (!isRoot && !which("sudo")) return `apt needs root (${command})`;
  if (!isRoot && !yes && !(await agrees(`May I run "sudo ${command}"?`))) {
    return `apt was not agreed to (${command})`;
  }
  const asRoot = isRoot ? [] : ["sudo"];
  const apply = (...words) => {
    const [program, ...rest] = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", apt, ...words];
    return run("apt", program, rest);
  };
  const problem =
    (await apply("update", "-qq")) ??
    (await apply("install", "-y", "-qq", "--no-install-recommends", ...APT_PACKAGES));
  return problem ?? onThePath();
}

async function agrees(question) {
  if (!process.stdin.isTTY) return false;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`lab: ${question} [y/N] `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Written last of all: a folder without it was left half-finished, and is made anew. */
const DONE = ".lab-installed";

function finished(folder) {
  fs.writeFileSync(path.join(folder, DONE), "");
  return installedHereBefore();
}

/** @returns {Promise<string | undefined>} what went wrong, in one line */
async function run(tool, command, args) {
  say(`${tool}: ${path.basename(command)} ${args.join(" ").replaceAll(JUPYTER_HOME, ".jupyter")}`);
  const { status, complaint } = await runWithHeartbeat(command, args, {
    env: FOLDERS_INSIDE,
    describe: (seconds) => `${tool}: still at it, ${seconds} s`,
    everySeconds: 10,
  });
  if (status === 0) return undefined;
  const lastLine = complaint.trim().split("\n").at(-1) ?? "";
  const problem = `${tool} did not succeed: ${lastLine.slice(0, 200) || `exit status ${status}`}`;
  say(problem);
  return problem;
}

/** The installers keep their caches and programs in the repository as well. */
const FOLDERS_INSIDE = {
  PIP_CACHE_DIR: path.join(JUPYTER_HOME, "cache", "pip"),
  UV_CACHE_DIR: path.join(JUPYTER_HOME, "cache", "uv"),
  UV_PYTHON_INSTALL_DIR: path.join(JUPYTER_HOME, "python"),
  PIPX_HOME: PIPX,
  PIPX_BIN_DIR: path.join(PIPX, "bin"),
  PIPX_MAN_DIR: path.join(PIPX, "man"),
};

function which(name) {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      if (fs.statSync(file).isFile()) return file;
    } catch {
      // not here
    }
  }
  return undefined;
}

/** Asks a command for its version, once: the answer is kept until the file changes. */
function versionOf(command) {
  const key = `${command} ${fs.statSync(command, { throwIfNoEntry: false })?.mtimeMs}`;
  const versions = recall("versions") ?? {};
  if (versions[key]) return versions[key];
  const { status, stdout } = spawnSync(command, ["--version"], {
    encoding: "utf8",
    timeout: 20000,
  });
  if (status !== 0) return undefined;
  const version = stdout.trim().split("\n").at(-1);
  remember("versions", { ...versions, [key]: version });
  return version;
}
