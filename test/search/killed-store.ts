/**
 * A store that is made to be killed: as a program it opens the store in a folder, writes down what
 * it finds, and then adds, replaces and removes documents, writing down each before and after.
 *
 *   node --import tsx killed-store.ts '{"folder":"…","log":"…","seed":1}'
 *
 * killStoreAgainAndAgain starts it, kills it with SIGKILL at random instants, cuts its newest
 * manifest now and then, starts it again, and compares what it finds with what it had reported.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createRng, type Rng } from "../../src/core/rng";
import { LanceStore } from "../../src/search/lance-store";
import type { StoredChunk } from "../../src/search/vector-store";

interface Program {
  folder: string;
  log: string;
  seed: number;
  /** End after having written down what is there. */
  onlyLook?: boolean;
}

/** By source: "version/number of chunks". Without it: the source is taken out. */
type Documents = Record<string, string | undefined>;

export const ABOUT = { dimension: 4, model: "killed" };
/** The longest that a run lives after the line that it is to be killed at: about two changes. */
const DELAY = 60;
const SOURCES = Array.from({ length: 30 }, (_, i) => `it's 100% "d${i}" -- \\`);

async function work({ folder, log, seed, onlyLook }: Program): Promise<void> {
  const file = fs.openSync(log, "a");
  const note = (kind: string, value: unknown) =>
    fs.writeSync(file, `\n${kind} ${JSON.stringify(value)}`);
  const rng = createRng(seed);
  process.stdout.write("begun\n");
  const onWarning = (message: string) => note("warning", message);
  const store = await LanceStore.open(folder, ABOUT, { onWarning });
  const present = await look(store);
  note("found", present);
  if (onlyLook) return store.close();
  process.stdout.write("opened\n");
  for (;;) {
    const inside = SOURCES.filter((source) => present[source] !== undefined);
    const outside = SOURCES.filter((source) => present[source] === undefined);
    const choice = rng.integer(4);
    const changes: Documents = {};
    const next = () => `${rng.integer(1_000_000)}/${1 + rng.integer(6)}`;
    if (choice < 2 && outside.length > 0) {
      for (const source of rng.shuffle(outside).slice(0, 3)) changes[source] = next();
    } else if (choice < 3 && inside.length > 0) {
      changes[rng.pick(inside)] = next();
    } else if (inside.length > 20) {
      for (const source of rng.shuffle(inside).slice(0, 2)) changes[source] = "";
    } else continue;
    process.stdout.write("change\n");
    note("begin", changes);
    const [source] = Object.keys(changes);
    const chunks = Object.entries(changes).flatMap(([name, made]) => chunksOf(name, made!));
    if (chunks.length === 0) await store.removeSources(Object.keys(changes));
    else if (present[source!] === undefined) await store.add(chunks);
    else await store.replaceSource(source!, chunks);
    note("done", 1);
    apply(present, changes);
  }
}

/** Every chunk is looked at, with its vector and its text. */
async function look(store: LanceStore): Promise<Documents> {
  const found: Documents = {};
  for (const [source, hash] of await store.sources()) found[source] = hash;
  const wanted = Object.entries(found).flatMap(([source, made]) => chunksOf(source, made!));
  const got = new Map<string, StoredChunk>();
  for await (const batch of store.chunks()) for (const chunk of batch) got.set(chunk.id, chunk);
  const isSame = ({ id, text, vector, metadata }: StoredChunk) => {
    const other = got.get(id);
    return (
      other?.text === text &&
      other.metadata["hash"] === metadata["hash"] &&
      other.vector.every((value, j) => Math.abs(value - vector[j]!) < 1e-6)
    );
  };
  if (wanted.length !== got.size || !wanted.every(isSame)) {
    throw new Error(`half a document: ${JSON.stringify(found)}, ${[...got.keys()].join(" ")}`);
  }
  return found;
}

function chunksOf(source: string, made: string): StoredChunk[] {
  const [version, count] = made.split("/").map(Number);
  return Array.from({ length: count ?? 0 }, (_, i) => {
    const angle = version! + i;
    const vector = Float32Array.from([Math.sin(angle) * 0.6, Math.cos(angle) * 0.6, 0.8, 0]);
    const metadata = { source, hash: made };
    return { id: `${source}#${i}`, vector, text: `${i} of version ${version}`, metadata };
  });
}

function apply(documents: Documents, changes: Documents): void {
  for (const [source, made] of Object.entries(changes)) {
    if (made === "") delete documents[source];
    else documents[source] = made;
  }
}

export interface StoreKilling {
  kills: number;
  /** How many came between "begin" and "done". */
  whileWriting: number;
  /** Of these, how many changes were there afterwards all the same. */
  yetThere: number;
  /** Changes reported as done. */
  done: number;
  /** Newest manifests that were emptied or cut. */
  damaged: number;
  warnings: number;
}

export interface StoreKillOptions {
  kills: number;
  /** An empty folder. */
  folder: string;
  rng: Rng;
  /** The most changes that a run may begin. */
  changes: number;
  /** Cut the newest manifest after every so many kills. */
  damageEvery: number;
  onKill?: (killed: number) => void;
}

/** @throws an Error where what is found isn't what was reported */
export async function killStoreAgainAndAgain(options: StoreKillOptions): Promise<StoreKilling> {
  const { kills, rng, changes, damageEvery, onKill } = options;
  const folder = path.join(options.folder, "store");
  const log = path.join(options.folder, "changes.log");
  let damaged = 0;
  for (let killed = 1; killed <= kills; killed++) {
    const seed = rng.integer(2 ** 32);
    const lines = 1 + rng.integer(changes + 2);
    await start({ folder, log, seed }, { lines, milliseconds: rng.uniform() * DELAY });
    if (killed % damageEvery === 0 && cutNewestManifest(folder, rng)) damaged++;
    onKill?.(killed);
  }
  await start({ folder, log, seed: 0, onlyLook: true });
  return { kills, damaged, ...compare(fs.readFileSync(log, "utf8")) };
}

/** Replays what was written down. */
function compare(log: string) {
  const found = { whileWriting: 0, yetThere: 0, done: 0, warnings: 0 };
  const present: Documents = {};
  let begun: Documents | undefined;
  for (const line of log.split("\n").filter((line) => line !== "")) {
    const [, kind, json] = /^(\w+) (.*)$/.exec(line)!;
    const value = JSON.parse(json!) as Documents;
    if (kind === "begin") begun = value;
    if (kind === "warning") found.warnings++;
    if (kind === "done") {
      apply(present, begun!);
      begun = undefined;
      found.done++;
    }
    if (kind !== "found") continue;
    if (begun) found.whileWriting++;
    if (!isEqual(present, value) && begun) {
      apply(present, begun);
      found.yetThere++;
    }
    if (!isEqual(present, value)) {
      throw new Error(`found ${json}\nreported ${JSON.stringify(present)}`);
    }
    begun = undefined;
  }
  return found;
}

function isEqual(a: Documents, b: Documents): boolean {
  const sorted = (documents: Documents) => JSON.stringify(Object.entries(documents).sort());
  return sorted(a) === sorted(b);
}

/** When it has written so many lines, and so much time has gone by. */
interface KillAfter {
  lines: number;
  milliseconds: number;
}

/** Runs the program to its end, or kills it. */
function start(program: Program, killAfter?: KillAfter): Promise<void> {
  const node = [...process.execArgv, __filename, JSON.stringify(program)];
  const child = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "inherit"] });
  let lines = 0;
  child.stdout.on("data", (text: Buffer) => {
    const before = lines;
    lines += text.filter((byte) => byte === 10).length;
    if (killAfter === undefined || before >= killAfter.lines || lines < killAfter.lines) return;
    setTimeout(() => child.kill("SIGKILL"), killAfter.milliseconds);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      const isAsAsked = killAfter === undefined ? code === 0 : signal === "SIGKILL";
      if (isAsAsked) resolve();
      else reject(new Error(`killed-store: ended with code ${code}, signal ${signal}`));
    });
  });
}

/** What a power failure may leave of it: nothing, or a part. */
export function cutNewestManifest(folder: string, rng: Rng): boolean {
  const versions = path.join(folder, "store", "chunks.lance", "_versions");
  if (!fs.existsSync(versions)) return false;
  const [newest] = fs.readdirSync(versions).sort(); // 2^64 − 1 − version
  const file = path.join(versions, newest!);
  const { size } = fs.statSync(file);
  fs.truncateSync(file, rng.uniform() < 0.5 ? 0 : rng.integer(size));
  return true;
}

if (require.main === module) void work(JSON.parse(process.argv[2]!) as Program);
