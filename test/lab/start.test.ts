import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../..");
const NODE_FOLDER = path.dirname(process.execPath);
/** Where npm connects to in these tests: nothing listens there. */
const NO_REGISTRY = { npm_config_registry: "http://127.0.0.1:9/", npm_config_fetch_retries: "0" };

/** A small repository with the lab's commands, in which anything may be broken. */
let copy: string;

describe("npm start", () => {
  before(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), "lab-start-"));
    fs.cpSync(path.join(ROOT, "bin"), path.join(copy, "bin"), { recursive: true });
    fs.mkdirSync(path.join(copy, "notebooks"));
    fs.copyFileSync(
      path.join(ROOT, "notebooks/00-start-here.ipynb"),
      path.join(copy, "notebooks/00-start-here.ipynb"),
    );
    writePackages({});
  });
  after(() => fs.rmSync(copy, { recursive: true }));

  it("lists its options", () => {
    const { status, stdout } = lab(["--help"]);
    assert.equal(status, 0);
    for (const option of ["--lesson", "--port", "--no-browser", "--backend", "--no-jupyter"]) {
      assert.match(stdout, new RegExp(option));
    }
  });

  it("refuses what it does not know, in two lines", () => {
    const refusals: [string[], RegExp][] = [
      [["--lesson", "99"], /--lesson: there is no lesson 99\n\s+There are 00\./],
      [["--lesson", "5"], /--lesson: there is no lesson 05\n/],
      [["--port", "x"], /--port: must be a whole number from 1 to 65535, got x\n/],
      [["--port", "80.5"], /--port: must be a whole number.*got 80\.5\n/],
      [["--port", "65536"], /--port: must be a whole number.*got 65536\n/],
      [["--backend", "abacus"], /--backend: unknown, got abacus\n\s+Choose from tensorflow/],
      [["--colour"], /Unknown option '--colour'[^]*--help lists the options/],
    ];
    for (const [args, message] of refusals) {
      const { status, stderr } = lab(args);
      assert.equal(status, 1);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n\s+at /, "no stack trace for an expected error");
    }
  });

  it("says so when the port is in use", async () => {
    const server = net.createServer().listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    const { port } = server.address() as net.AddressInfo;
    const child = spawn(
      process.execPath,
      [path.join(copy, "bin/lab.mjs"), "--port", String(port)],
      {
        env: { PATH: NODE_FOLDER, HOME: copy },
      },
    );
    let stderr = "";
    child.stderr.on("data", (text) => (stderr += text));
    const status = await new Promise((done) => child.once("close", done));
    await new Promise((done) => server.close(done));
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`port ${port} is in use\n.*--port ${port + 1}`));
  });

  it("refuses a Node that is too old, and takes the oldest that is not", () => {
    const check = (version: string) =>
      module(`import { assertNodeVersion } from "./bin/lab/packages.mjs";
        try { assertNodeVersion(${JSON.stringify(version)}); console.log("good"); }
        catch (error) { console.log(error.message); }`).stdout.trim();
    for (const version of ["18.20.0", "20.18.9"]) {
      assert.match(check(version), new RegExp(`needs Node 20.19 or newer, got ${version}`));
    }
    for (const version of ["20.19.0", "22.0.0", "24.1.0"]) assert.equal(check(version), "good");
  });

  it("names the ways to Jupyter that it tried, when none works", () => {
    const { stdout } = module(`import { findJupyter } from "./bin/lab/find-jupyter.mjs";
      const { jupyter, reasons } = await findJupyter();
      console.log(JSON.stringify({ jupyter, reasons }));`);
    const { jupyter, reasons } = JSON.parse(stdout) as { jupyter: unknown; reasons: string[] };
    assert.equal(jupyter, undefined);
    assert.equal(reasons.length, 6);
    for (const name of ["jupyter-lab", "uv", "pipx", "Python", "apt"]) {
      assert.ok(
        reasons.some((reason) => reason.includes(name)),
        name,
      );
    }
  });

  it("passes over a jupyter-lab that does not run", () => {
    const folder = path.join(copy, "broken-bin");
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, "jupyter-lab"), "#!/bin/sh\nexit 3\n", { mode: 0o755 });
    const { stdout } = module(
      `import { findJupyter } from "./bin/lab/find-jupyter.mjs";
       console.log(JSON.stringify(await findJupyter()));`,
      { PATH: folder },
    );
    assert.match(stdout, /jupyter-lab and jupyter-notebook are not on the PATH/);
  });
});

describe("runWithHeartbeat", () => {
  before(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), "lab-heartbeat-"));
    fs.cpSync(path.join(ROOT, "bin"), path.join(copy, "bin"), { recursive: true });
  });
  after(() => fs.rmSync(copy, { recursive: true }));

  const run = (command: string, args: string[]) =>
    module(`import { runWithHeartbeat } from "./bin/lab/run-with-heartbeat.mjs";
      const { status, complaint } = await runWithHeartbeat(
        ${JSON.stringify(command)}, ${JSON.stringify(args)},
        { env: { ADDED: "yes" }, describe: () => "still at it", everySeconds: 0.05 });
      console.log(JSON.stringify([status, complaint]));`).stdout;

  it("says that it goes on, keeps what is printed to itself, and gives status and complaint", () => {
    const code = `console.log("chatter"); console.error(process.env.ADDED, process.env.HOME);
      setTimeout(() => process.exit(3), 300);`;
    const stdout = run(process.execPath, ["--eval", code]);
    assert.match(stdout, /^(lab: still at it\n)+\[3,/);
    assert.deepEqual(JSON.parse(stdout.split("\n").at(-2)!), [3, `yes ${copy}\n`]);
  });

  it("says why a command could not be started, and ends", () => {
    assert.match(run("/nowhere/installer", []), /^\["spawn \/nowhere\/installer ENOENT",""\]\n$/);
  });
});

describe("installing packages", () => {
  before(() => {
    copy = fs.mkdtempSync(path.join(os.tmpdir(), "lab-install-"));
    fs.cpSync(path.join(ROOT, "bin"), path.join(copy, "bin"), { recursive: true });
  });
  after(() => fs.rmSync(copy, { recursive: true }));

  const install = (env: Record<string, string> = {}) =>
    module(
      `import { installPackages } from "./bin/lab/packages.mjs";
       import { fail } from "./bin/lab/say.mjs";
       await installPackages().catch(fail);`,
      { PATH: `${NODE_FOLDER}:/usr/bin:/bin`, ...env },
    );

  it("says that there is no network, what to do, and tries again the next time", () => {
    writePackages({ "is-number": "7.0.0" });
    const { status, stderr } = install(NO_REGISTRY);
    assert.equal(status, 1);
    assert.match(stderr, /npm cannot reach the package registry[^]*Connect to the internet/);
    assert.equal(fs.existsSync(path.join(copy, "node_modules/.lab-installed")), false);
  });

  it("does nothing when all is there, and starts anew where it was broken off", () => {
    writePackages({});
    assert.match(install().stdout, /packages installed/);
    assert.equal(install(NO_REGISTRY).stdout, "");
    // As a kill in the middle leaves it: files, but no mark.
    fs.rmSync(path.join(copy, "node_modules/.lab-installed"));
    fs.mkdirSync(path.join(copy, "node_modules/half-unpacked"), { recursive: true });
    const { status, stdout } = install();
    assert.equal(status, 0);
    assert.match(stdout, /again, as they are incomplete/);
    assert.equal(fs.existsSync(path.join(copy, "node_modules/half-unpacked")), false);
  });

  it("installs again when the lock file has changed", () => {
    writePackages({}, "1.0.1");
    assert.match(install().stdout, /packages installed/);
  });

  it("keeps npm's downloads in the repository where the home folder cannot be written", () => {
    writePackages({}, "1.0.2");
    const { status, stdout } = install({ HOME: "/dev/null/no-home" });
    assert.equal(status, 0, stdout);
    assert.match(stdout, /cannot be written; npm's downloads go to \.cache\/npm/);
  });
});

function writePackages(dependencies: Record<string, string>, version = "1.0.0"): void {
  const manifest = { name: "copy", version, dependencies };
  const packages: Record<string, object> = { "": manifest };
  for (const name of Object.keys(dependencies)) {
    packages[`node_modules/${name}`] = { version: dependencies[name] };
  }
  const lock = { name: "copy", version, lockfileVersion: 3, requires: true, packages };
  fs.writeFileSync(path.join(copy, "package.json"), JSON.stringify(manifest));
  fs.writeFileSync(path.join(copy, "package-lock.json"), JSON.stringify(lock));
  if (Object.keys(dependencies).length > 0) return;
  // So that npm start finds its packages in place and goes on.
  fs.mkdirSync(path.join(copy, "node_modules"), { recursive: true });
}

function lab(args: string[]) {
  return spawnSync(process.execPath, [path.join(copy, "bin/lab.mjs"), ...args], {
    encoding: "utf8",
    env: { PATH: NODE_FOLDER, HOME: copy },
  });
}

/** Runs a piece of code inside the copy, with nothing of this machine but Node on the PATH. */
function module(code: string, env: Record<string, string> = {}) {
  const options = ["--input-type=module", "--eval", code];
  return spawnSync(process.execPath, options, {
    cwd: copy,
    encoding: "utf8",
    timeout: 60_000,
    env: { PATH: "/nowhere", HOME: copy, ...env },
  });
}
