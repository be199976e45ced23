/**
 * The files of a folder and all folders in it, in a fixed order. Names that begin with a dot are
 * passed over, and links are named but not followed.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { inWords } from "../core/check";
import { RefusedDocument } from "./refused-document";

export interface ListedFile {
  /** Relative to the folder, with forward slashes: "streets/mill-lane.md". */
  source: string;
  /** Where it can be opened. */
  file: string;
  /** Why it can't be read, if that is known already. */
  refused?: RefusedDocument;
}

/** It is part of every chunk's id, for which stores have a limit. */
const LONGEST_PATH = 900;

/** @throws RangeError when there is no such folder */
export async function listFiles(caller: string, folder: string): Promise<ListedFile[]> {
  if (typeof folder !== "string" || folder === "") {
    throw new TypeError(`${caller}: folder must be a path, got ${inWords(folder)}`);
  }
  const found: ListedFile[] = [];
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(path.join(folder, below), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const source = below === "" ? entry.name : `${below}/${entry.name}`;
      const file = path.join(folder, below, entry.name);
      try {
        assertReadable(entry, source);
        if (entry.isDirectory()) await visit(source);
        else found.push({ source, file });
      } catch (error) {
        found.push({ source, file, refused: asRefusal(error) });
      }
    }
  };
  await visit("").catch((error: NodeJS.ErrnoException) => {
    const got = `${inWords(folder)} (${error.code})`;
    throw new RangeError(`${caller}: folder must be one that can be read, got ${got}`);
  });
  return found;
}

function assertReadable(entry: Dirent, source: string): void {
  if (source.length > LONGEST_PATH) {
    const why = `has a path of more than ${LONGEST_PATH} characters`;
    throw new RefusedDocument("unreadable", why);
  }
  if (entry.isSymbolicLink()) {
    throw new RefusedDocument("link", "is a symbolic link, which isn't followed");
  }
  if (entry.isFile() || entry.isDirectory()) return;
  throw new RefusedDocument("not a file", "is a device or a pipe");
}

function asRefusal(error: unknown): RefusedDocument {
  if (error instanceof RefusedDocument) return error;
  const { code } = error as NodeJS.ErrnoException;
  return new RefusedDocument("unreadable", `is a folder that can't be read (${code})`);
}
