/**
 * The lock file of the download cache: checksums.json, from file name to address and SHA-256.
 *
 * Written whole and renamed, so that a crash leaves the old one; read again before each write, so
 * that two downloads side by side keep each other's entries.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

export interface LockEntry {
  url: string;
  sha256: string;
}

let writing: Promise<void> = Promise.resolve();
let numWrites = 0;

/**
 * The checksum a file must have: the one given, or the locked one; undefined before the first
 * download. The same name locked for another address is refused: one would overwrite the other.
 */
export async function checkAgainstLock(
  folder: string,
  fileName: string,
  { url, sha256 }: { url: string; sha256?: string },
): Promise<string | undefined> {
  const locked = (await readLock(folder))[fileName];
  if (locked && locked.url !== url && sha256 === undefined) {
    throw new RangeError(
      `download: "${fileName}" in ${folder} came from ${locked.url}, not from ${url}; ` +
        "give another fileName",
    );
  }
  return sha256?.toLowerCase() ?? locked?.sha256;
}

/** Adds or replaces one entry. */
export function writeLock(folder: string, fileName: string, entry: LockEntry): Promise<void> {
  const turn = writing.then(async () => {
    const file = lockFile(folder);
    const entries = { ...(await readLock(folder)), [fileName]: entry };
    const temporary = `${file}.${process.pid}-${numWrites++}.tmp`;
    await writeFile(temporary, JSON.stringify(entries, null, 2) + "\n");
    await rename(temporary, file);
  });
  // A failed write is reported to its caller and must not stop those after it.
  writing = turn.catch(() => undefined);
  return turn;
}

/** The SHA-256 of a file of any size, in hexadecimal. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function readLock(folder: string): Promise<Record<string, LockEntry>> {
  const file = lockFile(folder);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    return {};
  }
  try {
    return JSON.parse(text) as Record<string, LockEntry>;
  } catch {
    throw new Error(`download: ${file} is damaged; mend it, or remove it to lock checksums anew`);
  }
}

function lockFile(folder: string): string {
  return path.join(folder, "checksums.json");
}
