/**
 * The folder of a LanceStore:
 *
 *   lock-3               who uses it
 *   store/store.json     dimension and model
 *   store/chunks.lance   the table
 *   store/records        what was committed
 *
 * `store` appears with all that is in it in one step, so that none is ever half made.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { inWords } from "../core/check";
import { LOCK_FILE, lockFolder, type FolderLock } from "../core/folder-lock";
import { syncFolder, writeFileWhole } from "../core/write-file";
import { CommitRecords, type Recovery } from "./commit-records";
import { LanceTable } from "./lance-table";
import { assertSameDescription, type StoreDescription } from "./vector-store";

const CALLER = "LanceStore.open";
const FORMAT = 1;
const UNFINISHED = /^new-[0-9a-f-]+$/;

export class LanceFolder {
  private constructor(
    readonly table: LanceTable,
    readonly records: CommitRecords,
    private readonly lock: FolderLock,
  ) {}

  /**
   * Opens the store in a folder, or makes an empty one in it.
   *
   * @param folder an absolute path; must exist
   * @param load   reads the table; what it throws is taken for damage
   */
  static async open(
    folder: string,
    about: StoreDescription,
    load: (table: LanceTable) => Promise<void>,
    warn: (message: string) => void,
  ): Promise<LanceFolder> {
    await assertOurs(folder);
    const lock = await lockFolder(CALLER, folder);
    try {
      const store = path.join(folder, "store");
      for (const name of await readdir(folder)) {
        if (UNFINISHED.test(name)) await rm(path.join(folder, name), { recursive: true });
      }
      if (!existsSync(store)) await create(folder, about);
      assertSameDescription(CALLER, inWords(folder), await readAbout(folder), about);
      const records = recordsIn(store);
      const table = await unlessDamaged(folder, async () => {
        report(folder, await records.recover(), warn);
        const opened = await LanceTable.open(store, about.dimension);
        await load(opened);
        return opened;
      });
      return new LanceFolder(table, records, lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async close(): Promise<void> {
    this.table.close();
    await this.lock.release();
  }
}

function recordsIn(store: string): CommitRecords {
  return new CommitRecords(path.join(store, "chunks.lance"), store);
}

async function create(folder: string, { dimension, model }: StoreDescription): Promise<void> {
  const unfinished = path.join(folder, `new-${randomUUID()}`);
  await mkdir(unfinished);
  const table = await LanceTable.create(unfinished, dimension);
  table.close();
  await recordsIn(unfinished).commit();
  const text = JSON.stringify({ format: FORMAT, dimension, model }, null, 2);
  await writeFileWhole(path.join(unfinished, "store.json"), [`${text}\n`]);
  await rename(unfinished, path.join(folder, "store"));
  await syncFolder(folder);
}

/** A folder with anything else in it is not to be filled with a store's files. */
async function assertOurs(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const others = names.filter((name) => !LOCK_FILE.test(name) && !UNFINISHED.test(name));
  if (others.length === 0 || others.includes("store")) return;
  throw new RangeError(
    `${CALLER}: folder must be new, empty or hold a store, got ${inWords(folder)} with ` +
      others.slice(0, 3).join(", "),
  );
}

function readAbout(folder: string): Promise<StoreDescription> {
  return unlessDamaged(folder, async () => {
    const text = await readFile(path.join(folder, "store", "store.json"), "utf8");
    const { format, dimension, model } = JSON.parse(text) as StoreDescription & { format: number };
    if (format !== FORMAT) throw new Error(`store.json has format ${format}, not ${FORMAT}`);
    return { dimension, model };
  });
}

async function unlessDamaged<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new Error(
      `${CALLER}: the store in ${inWords(folder)} is damaged (${why!.slice(0, 200)}): put a copy` +
        " of the folder in its place, or remove it and ingest again",
      { cause: error },
    );
  }
}

function report(
  folder: string,
  { unfinished, isRestored, lost }: Recovery,
  warn: (message: string) => void,
): void {
  const found = [
    ...(unfinished > 0
      ? ["a change that was cut off was taken out (it had not been reported as done)"]
      : []),
    ...(isRestored ? ["the newest manifest was damaged and is restored from its copy"] : []),
    ...(lost > 0
      ? ["the last change is lost, manifest and copy were both damaged: ingest again"]
      : []),
  ];
  if (found.length > 0) warn(`${CALLER}: ${inWords(folder)}: ${found.join("; ")}`);
}
