/**
 * Reads one file out of a zip archive, the form in which SNLI, MultiNLI and text8 are published.
 *
 * yauzl does the reading: from the central directory, streaming, sizes verified, ZIP64 included.
 * The archive is not read into memory. The CRC-32, which yauzl leaves to its callers, is compared
 * when the last bytes have passed.
 */
import { crc32 } from "node:zlib";
import { openPromise, type Entry, type ZipFile } from "yauzl";

export interface ZipEntry {
  name: string;
  /** Unpacked, in bytes. */
  size: number;
}

/** What an archive holds, in the order of its directory. */
export async function listZip(file: string): Promise<ZipEntry[]> {
  return withZip(file, async (zip) => {
    const entries = await readDirectory(zip);
    return entries.map(({ fileName, uncompressedSize }) => ({
      name: fileName,
      size: uncompressedSize,
    }));
  });
}

/**
 * The unpacked bytes of one file in the archive, as a stream.
 *
 * @param entryName its name inside the archive, or the end of it ("snli_1.0_dev.jsonl"), if that is
 * the end of only one
 * @throws RangeError when there is no such file, or the archive is damaged
 */
export async function* readZipEntry(file: string, entryName: string): AsyncGenerator<Buffer> {
  const zip = await openZip(file);
  try {
    const entry = findEntry(file, await readDirectory(zip), entryName);
    const content = await zip.openReadStreamPromise(entry);
    let checksum = 0;
    try {
      for await (const chunk of content as AsyncIterable<Buffer>) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } finally {
      content.destroy(); // whoever stops after some rows leaves no open file behind
    }
    if (checksum !== entry.crc32) throw new Error(`${entry.fileName} has a wrong checksum`);
  } catch (error) {
    throw asDamaged(file, error);
  } finally {
    zip.close();
  }
}

async function withZip<T>(file: string, use: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await openZip(file);
  try {
    return await use(zip);
  } catch (error) {
    throw asDamaged(file, error);
  } finally {
    zip.close();
  }
}

async function openZip(file: string): Promise<ZipFile> {
  try {
    return await openPromise(file, { autoClose: false, lazyEntries: true });
  } catch (error) {
    throw asDamaged(file, error);
  }
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function findEntry(file: string, entries: Entry[], wanted: string): Entry {
  const exact = entries.filter(({ fileName }) => fileName === wanted);
  const isEnd = (name: string) => name.endsWith(`/${wanted}`) && !name.startsWith("__MACOSX/");
  const found = exact.length > 0 ? exact : entries.filter(({ fileName }) => isEnd(fileName));
  if (found.length === 1) return found[0]!;
  const names = entries.map(({ fileName }) => fileName).slice(0, 20);
  throw new RangeError(
    `readZipEntry: ${found.length === 0 ? "no" : "more than one"} "${wanted}" in ${file}, ` +
      `which holds ${names.join(", ")}`,
  );
}

/** What yauzl says of a broken archive, with what to do; other errors pass as they are. */
function asDamaged(file: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof RangeError || code === "ENOENT" || code === "EACCES") return error;
  return new RangeError(
    `readZipEntry: ${file} is damaged: ${message}; remove it and download again`,
  );
}
