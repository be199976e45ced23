/** Lines of a byte stream, numbered, whatever pieces the bytes arrive in. */
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { NumberedLine } from "./json-lines";
import { readZipEntry } from "./zip";

/**
 * The bytes of a file; unpacked where its name ends in .gz, and where an entry of a zip is named.
 */
export function readBytes(file: string, entryName?: string): AsyncIterable<Uint8Array> {
  if (entryName !== undefined) return readZipEntry(file, entryName);
  return file.endsWith(".gz") ? gunzipped(file) : createReadStream(file);
}

/** Lines without their end ("\n" or "\r\n"); a byte order mark before the first is dropped. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  // A stream decoder keeps a letter whose bytes come in two pieces until it is complete.
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let line = 0;
  for await (const chunk of bytes) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop()!;
    for (const part of parts) yield { line: ++line, text: part.replace(/\r$/, "") };
  }
  rest += decoder.decode();
  if (rest !== "") yield { line: ++line, text: rest.replace(/\r$/, "") };
}

async function* gunzipped(file: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(file);
  const gunzip = createGunzip();
  packed.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const chunk of packed.pipe(gunzip)) yield chunk as Buffer;
  } catch (error) {
    throw new RangeError(
      `readLines: ${file} cannot be unpacked (${(error as Error).message}); remove it and ` +
        "download again",
    );
  } finally {
    packed.destroy();
  }
}
