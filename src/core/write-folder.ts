/**
 * Folders that are written whole or not at all: into a temporary folder beside the target, which
 * takes the target's name once every file in it is written. Half a model never passes as one.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { inWords } from "./check";

export interface WriteFolderOptions {
  /** The function whose argument the folder is, for the error message. */
  caller: string;
  /** What a folder that may be replaced holds, such as "modules.json": no other is touched. */
  marker: string;
}

/**
 * @param folder made with all above it; replaced as a whole if it holds the marker or nothing
 * @param write  fills the folder it is given; if it throws, the target stays as it was
 * @throws RangeError where the folder holds something else
 */
export async function writeFolderWhole(
  folder: string,
  write: (temporary: string) => Promise<void>,
  { caller, marker }: WriteFolderOptions,
): Promise<void> {
  if (typeof folder !== "string" || folder === "") {
    throw new TypeError(`${caller}: folder must be a path, got ${inWords(folder)}`);
  }
  const target = path.resolve(folder);
  const before = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (before !== undefined && before.length > 0 && !before.includes(marker)) {
    throw new RangeError(
      `${caller}: folder must be new, empty or hold a model (${marker}), since it is replaced, ` +
        `got ${inWords(folder)} with ${before.slice(0, 3).join(", ")}`,
    );
  }
  const suffix = `${randomUUID().slice(0, 8)}.tmp`;
  const temporary = `${target}.${suffix}`;
  const old = `${target}.old-${suffix}`;
  try {
    await mkdir(temporary, { recursive: true });
    await write(temporary);
    if (before !== undefined) await rename(target, old);
    try {
      await rename(temporary, target);
    } catch (error) {
      if (before !== undefined) await rename(old, target);
      throw error;
    }
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
