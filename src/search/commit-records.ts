/**
 * What has been committed, kept for certain: a copy of the newest manifest, beside a Lance table.
 *
 * Each change of a Lance table writes data files, then a manifest that names all that belong to
 * the new version. None of it is forced onto the disk: after a power failure the newest manifest
 * may be empty, and the table can't be opened. So a change is done only when its files are synced
 * and a copy of its manifest, with a checksum in the name, is in the folder `records`. On opening,
 * the newest sound record decides: a newer manifest was never reported as done and is taken out,
 * the recorded one is written anew where it isn't what it was.
 *
 * Lance's table layout: https://lancedb.github.io/lance (format, "Table"); a manifest is named
 * 2^64 − 1 − version, so that the newest comes first.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { syncFile, syncFolder, writeFileWhole } from "../core/write-file";

/** What was done on opening so that the table is as it was last reported. */
export interface Recovery {
  /** Versions that were begun and never reported as done. */
  unfinished: number;
  /** Was the manifest empty, cut or gone, and is restored? */
  isRestored: boolean;
  /** Records that were damaged: each a change that was reported as done and is lost. */
  lost: number;
}

/** Where Lance puts new files. */
const PARTS = ["data", "_deletions", "_versions"];
const MANIFEST = /^\d{20}\.manifest$/;
const RECORD = /^(\d{20}\.manifest)-([0-9a-f]{64})$/;
/** A second one, in case the newest is damaged. */
const KEPT = 2;

export class CommitRecords {
  /** Files that are on the disk for certain. */
  private synced = new Set<string>();
  private readonly records: string;

  /**
   * @param table  the folder "….lance"
   * @param folder where the folder records is
   */
  constructor(
    private readonly table: string,
    folder: string,
  ) {
    this.records = path.join(folder, "records");
  }

  /** How many versions the table has kept. */
  async numVersions(): Promise<number> {
    return (await this.manifests()).length;
  }

  /** Makes the change that the table has just taken a lasting one. */
  async commit(): Promise<void> {
    await this.sync();
    const [newest] = await this.manifests();
    const bytes = await readFile(this.manifest(newest!));
    await mkdir(this.records, { recursive: true });
    await writeFileWhole(path.join(this.records, `${newest}-${checksum(bytes)}`), [bytes]);
    for (const old of (await this.list()).slice(KEPT)) await this.removeRecord(old.name);
  }

  /** Before older versions are removed: what could no longer be opened is no record. */
  async keepNewestOnly(): Promise<void> {
    for (const old of (await this.list()).slice(1)) await this.removeRecord(old.name);
  }

  /**
   * Puts the table back into the state that was last committed. Nobody may have it open.
   *
   * @throws an Error when no record is sound
   */
  async recover(): Promise<Recovery> {
    const recovery = { unfinished: 0, isRestored: false, lost: 0 };
    for (const { name, manifest, sum } of await this.list()) {
      const copy = await readSound(path.join(this.records, name), sum);
      const original = await readSound(this.manifest(manifest), sum);
      if (copy === undefined && original === undefined) {
        recovery.lost++;
        await this.removeRecord(name);
        await rm(this.manifest(manifest), { force: true });
        continue;
      }
      for (const found of await this.manifests()) {
        if (found >= manifest) break; // the newest comes first
        await rm(this.manifest(found));
        recovery.unfinished++;
      }
      if (original === undefined) {
        await mkdir(path.join(this.table, "_versions"), { recursive: true });
        await writeFileWhole(this.manifest(manifest), [copy!]);
        recovery.isRestored = true;
      }
      if (copy === undefined) await writeFileWhole(path.join(this.records, name), [original!]);
      // Only a hint, and perhaps one at a version that is gone.
      await rm(this.manifest("latest_version_hint.json"), { force: true });
      return recovery;
    }
    throw new Error("no record of what was committed is sound");
  }

  /** Forces every file that is new since the last time onto the disk, and their names. */
  private async sync(): Promise<void> {
    const files: string[] = [];
    for (const part of PARTS) {
      const folder = path.join(this.table, part);
      for (const name of await namesIn(folder)) files.push(path.join(folder, name));
    }
    const fresh = files.filter((file) => !this.synced.has(file));
    const folders = new Set([this.table, ...fresh.map(path.dirname)]);
    await Promise.all([...fresh.map(syncFile), ...[...folders].map(syncFolder)]);
    this.synced = new Set(files);
  }

  private manifest(name: string): string {
    return path.join(this.table, "_versions", name);
  }

  /** Names, newest first. */
  private async manifests(): Promise<string[]> {
    const names = await namesIn(path.join(this.table, "_versions"));
    return names.filter((name) => MANIFEST.test(name)).sort();
  }

  /** Newest first. */
  private async list(): Promise<{ name: string; manifest: string; sum: string }[]> {
    return (await namesIn(this.records)).sort().flatMap((name) => {
      const [, manifest, sum] = RECORD.exec(name) ?? [];
      return manifest === undefined ? [] : [{ name, manifest, sum: sum! }];
    });
  }

  private removeRecord(name: string): Promise<void> {
    return rm(path.join(this.records, name), { force: true });
  }
}

/** The file's bytes, if it is there and has this checksum. */
async function readSound(file: string, sum: string): Promise<Uint8Array | undefined> {
  try {
    const bytes = await readFile(file);
    return checksum(bytes) === sum ? bytes : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function checksum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
