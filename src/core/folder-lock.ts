/**
 * A folder that one process at a time may use; the lock of a process that has died is taken over.
 *
 * Locks are numbered files, and the highest number counts. To take the lock is to create the next
 * number, which only one process can; a lock that is given back stays as a file that says so. So
 * no file is ever removed that somebody could still be looking at as the newest, and two processes
 * that find the same dead one's lock can't both come after it. Each file appears with its content
 * (it is linked to its name), so none is ever seen half-written.
 *
 * A process is known by its number and by when it began, since numbers are used again.
 */
import { randomUUID } from "node:crypto";
import { link, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { writeFileWhole } from "./write-file";

export interface FolderLock {
  /** Gives the folder free. */
  release(): Promise<void>;
}

interface Holder {
  /** Undefined once it is given back. */
  pid?: number;
  host?: string;
  /** Undefined where the system doesn't say. */
  began?: string;
}

/** What belongs to the lock among a folder's files. */
export const LOCK_FILE = /^lock-(\d+)(\.[0-9a-f-]+\.tmp)?$/;

/**
 * @param folder must exist
 * @throws an Error naming the process that uses the folder
 */
export async function lockFolder(caller: string, folder: string): Promise<FolderLock> {
  for (;;) {
    const newest = Math.max(0, ...(await lockNumbers(folder)));
    const holder = newest > 0 ? await readHolder(folder, newest) : {};
    if (holder === undefined) continue; // removed since: somebody else was quicker
    if (await isAlive(holder)) throw inUse(caller, folder, fileOf(folder, newest), holder);
    const own = newest + 1;
    if (!(await create(folder, own))) continue;
    const numbers = await lockNumbers(folder);
    if (numbers.some((number) => number > own)) {
      await rm(fileOf(folder, own), { force: true });
      continue;
    }
    for (const number of numbers) {
      if (number < own) await rm(fileOf(folder, number), { force: true });
    }
    return { release: () => writeFileWhole(fileOf(folder, own), ["{}"]) };
  }
}

async function create(folder: string, number: number): Promise<boolean> {
  const holder: Holder = { pid: process.pid, host: hostname(), ...(await beginning(process.pid)) };
  const temporary = `${fileOf(folder, number)}.${randomUUID()}.tmp`;
  await writeFile(temporary, JSON.stringify(holder));
  try {
    await link(temporary, fileOf(folder, number));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

async function lockNumbers(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => {
    const [, number, temporary] = LOCK_FILE.exec(name) ?? [];
    return number === undefined || temporary ? [] : [Number(number)];
  });
}

/** Undefined where the file is gone; one that says nothing is nobody's. */
async function readHolder(folder: string, number: number): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(fileOf(folder, number), "utf8")) as Holder;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : {};
  }
}

async function isAlive({ pid, host, began }: Holder): Promise<boolean> {
  if (pid === undefined) return false;
  if (host !== hostname()) return true; // can't be known from here
  try {
    process.kill(pid, 0); // sends nothing
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const now = await beginning(pid);
  return began === undefined || now.began === undefined || now.began === began;
}

/** When a process began, as Linux tells it: the system's start, and ticks since. */
async function beginning(pid: number): Promise<Pick<Holder, "began">> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const fields = await readFile(`/proc/${pid}/stat`, "utf8");
    // Field 22; the second is a name in brackets that may hold anything.
    const ticks = fields.slice(fields.lastIndexOf(")") + 2).split(" ")[19];
    return { began: `${boot.trim()} ${ticks}` };
  } catch {
    return {};
  }
}

function inUse(caller: string, folder: string, file: string, { pid, host }: Holder): Error {
  const where = host === hostname() ? "" : ` on ${host}`;
  const who = pid === process.pid && !where ? "this process" : `process ${pid}${where}`;
  return new Error(
    `${caller}: ${JSON.stringify(folder)} is in use by ${who}, and only one at a time may change` +
      ` it: close it there, or end that process (if there is none, remove ${path.basename(file)})`,
  );
}

function fileOf(folder: string, number: number): string {
  return path.join(folder, `lock-${number}`);
}
