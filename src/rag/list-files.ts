/**
 * The files of a folder and all folders in it, in a fixed order. Names that begin with a dot are
 * passed over, and links are named but not followed.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
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
      if (!entry.isDirectory()) {
        found.push({ source, file, ...(!entry.isFile() && { refused: notAFile(entry) }) });
        continue;
      }
      await visit(source).catch(({ code }: NodeJS.ErrnoException) => {
        found.push({ source, file, refused: unreadable(code) });
      });
    }
  };
  await visit("").catch(({ code }: NodeJS.ErrnoException) => {
    throw new RangeError(`${caller}: folder can't be read (${code}), got ${inWords(folder)}`);
  });
  return found;
}

function notAFile(entry: { isSymbolicLink(): boolean }): RefusedDocument {
  return entry.isSymbolicLink()
    ? new RefusedDocument("link", "is a symbolic link, which isn't followed")
    : new RefusedDocument("not a file", "is a device or a pipe");
}

function unreadable(code: string | undefined): RefusedDocument {
  return new RefusedDocument("unreadable", `is a folder that can't be read (${code})`);
}
