/**
 * Reads one file out of a zip archive, the form in which SNLI, MultiNLI and text8 are published.
 *
 * The central directory at the end of the archive says what is in it and where (PKWARE APPNOTE
 * 6.3.10, sections 4.3.12 and 4.3.16); only it is to be trusted, since archives may hold remains of
 * deleted files. Node's zlib unpacks; the CRC-32 is compared as the last bytes pass. The archive is
 * not read into memory. Not supported, and said so: encryption, archives over 4 GB (ZIP64).
 */
import { createReadStream } from "node:fs";
import { open, type FileHandle } from "node:fs/promises";
import { crc32, createInflateRaw } from "node:zlib";

export interface ZipEntry {
  name: string;
  /** Unpacked, in bytes. */
  size: number;
}

interface Located extends ZipEntry {
  method: number;
  isEncrypted: boolean;
  crc: number;
  compressedSize: number;
  headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_SIZE = 22;
const MAX_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** What stands in the place of a number that is in a ZIP64 record instead. */
const IN_ZIP64 = 0xffffffff;

/** What an archive holds, in the order of its directory. */
export async function listZip(file: string): Promise<ZipEntry[]> {
  return (await readDirectory(file)).map(({ name, size }) => ({ name, size }));
}

/**
 * The unpacked bytes of one file in the archive, as a stream.
 *
 * @param entryName its name inside the archive, or the end of it ("snli_1.0_dev.jsonl"), if that is
 * the end of only one
 */
export async function* readZipEntry(file: string, entryName: string): AsyncGenerator<Buffer> {
  const entry = findEntry(file, await readDirectory(file), entryName);
  if (entry.isEncrypted)
    throw new RangeError(`readZipEntry: ${entry.name} in ${file} is encrypted`);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new RangeError(
      `readZipEntry: ${entry.name} is packed by method ${entry.method}, got only 0 and 8`,
    );
  }
  const start = await dataOffset(file, entry);
  let crc = 0;
  let size = 0;
  try {
    for await (const chunk of unpacked(file, start, entry)) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw damaged(file, `${entry.name}: ${(error as Error).message}`);
  }
  if (size !== entry.size || crc !== entry.crc) {
    throw damaged(file, `${entry.name} has ${size} bytes, not ${entry.size}, or a wrong checksum`);
  }
}

async function* unpacked(file: string, start: number, entry: Located): AsyncGenerator<Buffer> {
  if (entry.compressedSize === 0) return;
  const packed = createReadStream(file, { start, end: start + entry.compressedSize - 1 });
  if (entry.method === STORED) {
    for await (const chunk of packed) yield chunk as Buffer;
    return;
  }
  const inflate = createInflateRaw();
  packed.on("error", (error) => inflate.destroy(error));
  try {
    for await (const chunk of packed.pipe(inflate)) yield chunk as Buffer;
  } finally {
    // Whoever stops after some rows leaves no open file behind.
    packed.destroy();
  }
}

function findEntry(file: string, entries: Located[], wanted: string): Located {
  const found =
    entries.filter(({ name }) => name === wanted).length > 0
      ? entries.filter(({ name }) => name === wanted)
      : entries.filter(({ name }) => name.endsWith(`/${wanted}`) && !name.startsWith("__MACOSX/"));
  if (found.length === 1) return found[0]!;
  const names = entries.map(({ name }) => name).slice(0, 20);
  throw new RangeError(
    `readZipEntry: ${found.length === 0 ? "no" : "more than one"} "${wanted}" in ${file}, ` +
      `which holds ${names.join(", ")}`,
  );
}

async function readDirectory(file: string): Promise<Located[]> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const tailStart = Math.max(0, size - END_SIZE - MAX_COMMENT);
    const tail = await readAt(handle, tailStart, size - tailStart);
    let end = tail.length - END_SIZE;
    while (end >= 0 && tail.readUInt32LE(end) !== END_SIGNATURE) end--;
    if (end < 0) throw damaged(file, "it has no directory, so it is no zip file or cut short");
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const offset = tail.readUInt32LE(end + 16);
    if (offset === IN_ZIP64 || count === 0xffff) {
      throw new RangeError(`readZipEntry: ${file} is a ZIP64 archive, which is not supported`);
    }
    if (offset + length > size) throw damaged(file, "its directory lies outside it");
    return parseDirectory(file, await readAt(handle, offset, length), count);
  } finally {
    await handle.close();
  }
}

function parseDirectory(file: string, directory: Buffer, count: number): Located[] {
  const entries: Located[] = [];
  for (let i = 0, at = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_SIGNATURE) {
      throw damaged(file, `entry ${i + 1} of its directory cannot be read`);
    }
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const commentLength = directory.readUInt16LE(at + 32);
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The local header repeats the name, with an extra field of its own length, before the data. */
async function dataOffset(file: string, { headerOffset, name }: Located): Promise<number> {
  const handle = await open(file, "r");
  try {
    const header = await readAt(handle, headerOffset, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
      throw damaged(file, `${name} is not where the directory says`);
    }
    return headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await handle.close();
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function damaged(file: string, why: string): RangeError {
  return new RangeError(`readZipEntry: ${file} is damaged: ${why}; remove it and download again`);
}
