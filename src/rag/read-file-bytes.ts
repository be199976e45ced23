/**
 * A file's bytes, once it is known to be a plain file of a size that is allowed.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { constants } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { RefusedDocument } from "./refused-document";

/**
 * @param followLink default false: a link in a folder may lead anywhere
 * @throws RefusedDocument
 */
export async function readFileBytes(
  file: string,
  { maxBytes, followLink = false }: { maxBytes: number; followLink?: boolean },
): Promise<Buffer> {
  // A pipe without a writer would keep us waiting for ever without O_NONBLOCK.
  const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = constants;
  const flags = O_RDONLY | O_NONBLOCK | (followLink ? 0 : O_NOFOLLOW);
  try {
    const handle = await open(file, flags);
    try {
      return await readWithin(handle, maxBytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asRefusal(error);
  }
}

async function readWithin(handle: FileHandle, maxBytes: number): Promise<Buffer> {
  const found = await handle.stat();
  if (found.isDirectory()) throw new RefusedDocument("not a file", "is a folder");
  if (!found.isFile()) throw new RefusedDocument("not a file", "is a device or a pipe");
  const refuse = (size: number) => {
    const limit = `${megabytes(maxBytes)} MB are allowed`;
    return new RefusedDocument("too large", `has ${megabytes(size)} MB, of which ${limit}`);
  };
  if (found.size > maxBytes) throw refuse(found.size);
  const bytes = await handle.readFile();
  if (bytes.length > maxBytes) throw refuse(bytes.length); // it grew meanwhile
  return bytes;
}

function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof RefusedDocument || code === undefined) return error;
  if (code === "ELOOP") {
    return new RefusedDocument("link", "is a symbolic link, which isn't followed");
  }
  return new RefusedDocument("unreadable", `can't be read (${code})`);
}

function megabytes(bytes: number): string {
  return String(Number((bytes / 1e6).toPrecision(3)));
}
