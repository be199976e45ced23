/**
 * Installs the packages of package-lock.json when they are missing, incomplete or out of date.
 *
 * A mark with the lock file's checksum is written when an installation has ended well; without it,
 * or with another checksum, whatever lies in node_modules is taken for half-finished.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "./root.mjs";
import { runWithHeartbeat } from "./run-with-heartbeat.mjs";
import { LabError, say } from "./say.mjs";

const MARK = path.join(ROOT, "node_modules", ".lab-installed");
const NODE_OLDEST = [20, 19];

export function assertNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > NODE_OLDEST[0] || (major === NODE_OLDEST[0] && minor >= NODE_OLDEST[1])) return;
  throw new LabError(
    `the lab needs Node ${NODE_OLDEST.join(".")} or newer, got ${version}`,
    "Install a current Node (https://nodejs.org, or your system's packages), then run this again.",
  );
}

export async function installPackages() {
  const wanted = checksum(path.join(ROOT, "package-lock.json"));
  if (readMark() === wanted) return;

  const again = fs.existsSync(path.join(ROOT, "node_modules"));
  say(`installing packages${again ? " again, as they are incomplete or out of date" : ""}`);
  say("(once; about 1.8 GB on disk, from half a minute to a few minutes)");
  fs.rmSync(MARK, { force: true });
  await npmCi();
  fs.writeFileSync(MARK, wanted);
  say("packages installed");
}

async function npmCi() {
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status, complaint } = await runWithHeartbeat("npm", args, {
    cwd: ROOT,
    env: cacheThatCanBeWritten(),
    stdout: "inherit",
    describe: (seconds) => `still installing, ${seconds} s, ${installedSoFar()}`,
  });
  if (status !== 0) throw installationError(status, complaint);
}

function installationError(status, complaint) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|network/i.test(complaint)) {
    return new LabError(
      "npm cannot reach the package registry, so the packages are not installed",
      "Connect to the internet (or set npm's proxy) and run this again; nothing is lost.",
    );
  }
  if (/ENOSPC/.test(complaint)) {
    return new LabError("the disk is full", "Free about 2 GB and run this again.");
  }
  const lines = complaint.trim().split("\n").slice(-8).join("\n     ");
  return new LabError(
    `npm ci did not succeed (${status}): ${lines}`,
    "Run `npm ci` by hand to see all it says, then run this again.",
  );
}

/** npm keeps downloads in the home folder; where that is read-only, in the repository. */
function cacheThatCanBeWritten() {
  const folder = process.env.npm_config_cache ?? path.join(os.homedir(), ".npm");
  try {
    fs.mkdirSync(folder, { recursive: true });
    fs.accessSync(folder, fs.constants.W_OK);
    return {};
  } catch {
    const inside = path.join(ROOT, ".cache", "npm");
    say(`${folder} cannot be written; npm's downloads go to .cache/npm`);
    return { npm_config_cache: inside };
  }
}

function installedSoFar() {
  try {
    return `${fs.readdirSync(path.join(ROOT, "node_modules")).length} folders so far`;
  } catch {
    return "nothing unpacked yet";
  }
}

function readMark() {
  try {
    return fs.readFileSync(MARK, "utf8");
  } catch {
    return undefined;
  }
}

function checksum(file) {
  return createHash("sha256").update(fs.readFileSync(file)).digest("hex");
}
