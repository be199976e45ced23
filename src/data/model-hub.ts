/**
 * Models from a hub, by name: fetched once, then read from the disk.
 *
 *   const folder = await downloadModel("sentence-transformers/all-MiniLM-L6-v2");
 *   const encoder = await BertEncoder.load(folder);
 *
 * The cache has a folder for each commit of a model:
 *
 *   .cache/models/ORGANISATION--MODEL/COMMIT/           complete and verified, or not there
 *   .cache/models/ORGANISATION--MODEL/COMMIT.partial/   what has arrived so far
 *   .cache/models/ORGANISATION--MODEL/revisions.json    which commit "main" was last
 *
 * A broken line is taken up where it broke (download.ts), each file's checksum is compared, and the
 * folder gets its name when the last one is right. Without a network, the commit that was last
 * seen is used. What can't be read here (other frameworks' weights, pickles) isn't fetched.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { inWords } from "../core/check";
import { cacheFolder, download, DownloadError } from "./download";
import { listModel, type HubFile, type HubListing } from "./hub-listing";

export interface ModelProgress {
  /** The file under way, as the hub names it. */
  file: string;
  /** Bytes of all files so far, those of earlier attempts included. */
  received: number;
  /** Bytes of all files. */
  total: number;
}

export interface DownloadModelOptions {
  /** A branch, a tag or a commit; with a full commit the bytes never change. Default "main". */
  revision?: string;
  /** Default: HF_ENDPOINT, or https://huggingface.co. */
  hubUrl?: string;
  /** Where models are kept. Default: `models` in the cache folder. */
  folder?: string;
  onProgress?: (progress: ModelProgress) => void;
  /** Attempts after the first one, of each request. Default 4. */
  retries?: number;
  /** Milliseconds before the first retry; each later one waits twice as long. Default 500. */
  backOff?: number;
  /** Milliseconds without a byte after which an attempt is given up. Default 30,000. */
  timeout?: number;
  /** Aborts the download; what has arrived is kept for the next time. */
  signal?: AbortSignal;
}

const HUB = "https://huggingface.co";

/** Configurations, vocabularies and safetensors; not what is there for other programs. */
const WANTED = /\.(json|txt|safetensors|model)$/i;
const FOR_OTHERS = /^(onnx|openvino|coreml|\.)/i;

/**
 * Fetches a model, unless it is there already.
 *
 * @param name "ORGANISATION/MODEL", or one word for the oldest models
 * @returns the folder with the model's files
 * @throws DownloadError, saying what happened and what to do
 */
export async function downloadModel(
  name: string,
  options: DownloadModelOptions = {},
): Promise<string> {
  const { revision = "main", folder = path.join(cacheFolder(), "models") } = options;
  checkNames(name, revision);
  const home = path.join(folder, name.replace("/", "--"));
  // Two calls at once for one model must not write the same file: the second waits for the first.
  const key = `${home}@${revision}`;
  const running = underway.get(key) ?? fetchModel(name, revision, home, options);
  underway.set(key, running);
  try {
    return await running;
  } finally {
    underway.delete(key);
  }
}

const underway = new Map<string, Promise<string>>();

async function fetchModel(
  name: string,
  revision: string,
  home: string,
  options: DownloadModelOptions,
): Promise<string> {
  const hubUrl = (options.hubUrl ?? (process.env["HF_ENDPOINT"] || HUB)).replace(/\/+$/, "");
  const isCommit = /^[0-9a-f]{40}$/.test(revision);
  if (isCommit && (await isFolder(path.join(home, revision)))) return path.join(home, revision);

  let listing: HubListing;
  try {
    listing = await listWithRetries(name, revision, hubUrl, options);
  } catch (error) {
    const last = await lastSeen(home, revision);
    if (last !== undefined && error instanceof DownloadError && error.mayPass) return last;
    throw error;
  }
  const target = path.join(home, listing.commit);
  if (!(await isFolder(target))) {
    const files = listing.files.filter(
      (file) => WANTED.test(file.path) && !FOR_OTHERS.test(file.path),
    );
    if (files.length === 0) {
      throw new DownloadError(`downloadModel: ${name} has no files that could be read here`);
    }
    const source = `${hubUrl}/${name}/resolve/${listing.commit}`;
    await fetchAll(target, files, source, options);
  }
  await note(home, revision, listing.commit);
  return target;
}

async function fetchAll(
  target: string,
  files: readonly HubFile[],
  source: string,
  { onProgress, retries, backOff, timeout, signal }: DownloadModelOptions,
): Promise<void> {
  const partial = `${target}.partial`;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  let before = 0;
  for (const { path: name, size, checksum } of files) {
    const tell = (received: number) =>
      onProgress?.({ file: name, received: before + Math.min(received, size), total });
    const address = `${source}/${name.split("/").map(encodeURIComponent).join("/")}`;
    const file = await download(address, {
      ...{ folder: partial, fileName: flatName(name), retries, backOff, timeout, signal },
      ...(checksum.kind === "sha256" && { sha256: checksum.digest }),
      onProgress: ({ received }) => tell(received),
    });
    const found = (await stat(file)).size;
    const isRight =
      found === size &&
      (checksum.kind === "sha256" || (await gitId(file, size)) === checksum.digest);
    if (!isRight) {
      // The lock file in there has the wrong bytes' checksum, so nothing of it can be kept.
      await rm(partial, { recursive: true, force: true });
      throw new DownloadError(
        `downloadModel: ${address} isn't the file that the hub lists: ${found} bytes for ` +
          `${size}, or another checksum; it may just be changing, so try again later`,
      );
    }
    before += size;
    tell(0);
  }
  await assemble(partial, target, files);
}

/** Gives the verified files their names; the folder itself gets its own in one step. */
async function assemble(partial: string, target: string, files: readonly HubFile[]): Promise<void> {
  const ready = path.join(partial, "ready");
  for (const { path: name } of files) {
    const place = path.join(ready, ...name.split("/"));
    await mkdir(path.dirname(place), { recursive: true });
    await rename(path.join(partial, flatName(name)), place);
  }
  try {
    await rename(ready, target);
  } catch (error) {
    // Another process may have been quicker; what it put there was verified, too.
    if (!(await isFolder(target))) throw error;
  }
  await rm(partial, { recursive: true, force: true });
}

/** One name for a path, so that all files lie side by side while they arrive. */
function flatName(name: string): string {
  return `${encodeURIComponent(name)}.file`;
}

async function listWithRetries(
  name: string,
  revision: string,
  hubUrl: string,
  { retries = 4, backOff = 500, timeout = 30_000, signal }: DownloadModelOptions,
): Promise<HubListing> {
  for (let failures = 0; ; failures++) {
    try {
      return await listModel(name, revision, { hubUrl, timeout, signal });
    } catch (error) {
      const mayPass = error instanceof DownloadError && error.mayPass;
      if (!mayPass || failures >= retries) throw error;
      await new Promise((resolve) => setTimeout(resolve, backOff * 2 ** failures));
      signal?.throwIfAborted();
    }
  }
}

function checkNames(name: string, revision: string): void {
  const part = "[A-Za-z0-9_-][A-Za-z0-9._-]*";
  if (typeof name !== "string" || !new RegExp(`^${part}(/${part})?$`).test(name)) {
    throw new RangeError(`downloadModel: name must be "organisation/model", got ${inWords(name)}`);
  }
  if (typeof revision !== "string" || !new RegExp(`^${part}(/${part})*$`).test(revision)) {
    throw new RangeError(
      `downloadModel: revision must be a branch, tag or commit, got ${inWords(revision)}`,
    );
  }
}

async function gitId(file: string, size: number): Promise<string> {
  const hash = createHash("sha1").update(`blob ${size}\0`);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

type Revisions = Record<string, string>;

async function lastSeen(home: string, revision: string): Promise<string | undefined> {
  const revisions = await readRevisions(home);
  const isKnown = Object.prototype.hasOwnProperty.call(revisions, revision);
  const folder = isKnown && path.join(home, String(revisions[revision]));
  return folder && (await isFolder(folder)) ? folder : undefined;
}

async function readRevisions(home: string): Promise<Revisions> {
  try {
    return JSON.parse(await readFile(path.join(home, "revisions.json"), "utf8")) as Revisions;
  } catch {
    return {}; // the first time, or damaged: it is only a memory of the last time
  }
}

async function note(home: string, revision: string, commit: string): Promise<void> {
  const revisions = await readRevisions(home);
  if (revisions[revision] === commit) return;
  const file = path.join(home, "revisions.json");
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, JSON.stringify({ ...revisions, [revision]: commit }, null, 2) + "\n");
  await rename(temporary, file);
}

function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
