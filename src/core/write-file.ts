/**
 * Files that are written whole or not at all: into a temporary file beside the target, which takes
 * the target's name once everything is on disk. Whoever reads the target sees the old file or the
 * new one, never half of one, even if the power fails in between.
 */
import { randomUUID } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import path from "node:path";

export type FilePieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/**
 * Writes the pieces one after another; each is on its way before the next is asked for, so a
 * generator of a file of gigabytes holds one piece at a time. Whatever goes wrong, a generator's
 * own error included, leaves the target as it was and no temporary file behind.
 *
 * @param pieces text (written as UTF-8) or bytes
 */
export async function writeFileWhole(file: string, pieces: FilePieces): Promise<void> {
  const temporary = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  const handle = await open(temporary, "wx");
  try {
    try {
      for await (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/** Forces onto the disk what somebody else has written. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new name itself must reach the disk, too. Not every system can sync a folder. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows can't; the file is whole all the same.
  }
}
