/**
 * One attempt to fetch the rest of a file into its unfinished part. See download.ts, which decides
 * what happens when an attempt fails.
 */
import { open, readFile, rm, stat, writeFile } from "node:fs/promises";

export interface DownloadProgress {
  /** Bytes on disk so far, those of earlier attempts included. */
  received: number;
  /** The whole size in bytes; undefined where the server doesn't say. */
  total: number | undefined;
}

export interface FetchOptions {
  onProgress?: (progress: DownloadProgress) => void;
  timeout?: number;
  signal?: AbortSignal;
}

interface DownloadProgressOptions {
  total: number | undefined;
  onProgress?: (progress: DownloadProgress) => void;
}

/** A download that failed; mayPass tells whether another attempt could succeed. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  constructor(
    message: string,
    readonly mayPass = false,
  ) {
    super(message);
  }
}

const PROGRESS_INTERVAL = 100; // ms

/** Appends what is missing to the part; a part of another version of the file is begun anew. */
export async function fetchInto(
  part: string,
  url: string,
  { onProgress, timeout = 30_000, signal }: FetchOptions,
): Promise<void> {
  const note = `${part}.json`;
  const have = await resumable(part, note, url);
  const giveUp = new AbortController();
  const clock = setTimeout(() => giveUp.abort(), timeout);
  const isTimeout = () => giveUp.signal.aborted;
  try {
    const response = await fetch(url, {
      // Compressed in transit, a byte range would be one of the compressed bytes.
      headers: {
        "Accept-Encoding": "identity",
        ...(have && { Range: `bytes=${have.size}-`, "If-Range": have.validator }),
      },
      signal: signal ? AbortSignal.any([signal, giveUp.signal]) : giveUp.signal,
    });
    if (response.status === 416 && have) {
      // The part is as long as the file, or longer: not to be trusted, so from the start.
      await discard(part, note);
      throw new DownloadError(`download: ${url} refused the rest of the file (416)`, true);
    }
    if (!response.ok) throw statusError(url, response.status);
    const start = response.status === 206 && have ? startOf(response, have.size, url) : 0;
    const validator = validatorOf(response);
    if (validator) await writeFile(note, JSON.stringify({ url, validator }));
    else await rm(note, { force: true });
    const length = Number(response.headers.get("content-length") ?? NaN);
    const total = Number.isNaN(length) ? undefined : start + length;
    const received = await append(part, response, { start, total, onProgress }, () =>
      clock.refresh(),
    );
    if (total !== undefined && received !== total) {
      throw new DownloadError(`download: ${url} ended after ${received} of ${total} bytes`, true);
    }
    onProgress?.({ received, total: received });
    await rm(note, { force: true });
  } catch (error) {
    signal?.throwIfAborted();
    throw asDownloadError(error, url, isTimeout() ? timeout : undefined);
  } finally {
    clearTimeout(clock);
  }
}

/** What an earlier attempt left, if it is of this address and the server named its version. */
async function resumable(part: string, note: string, url: string) {
  try {
    const { size } = await stat(part);
    const noted = JSON.parse(await readFile(note, "utf8")) as { url?: string; validator?: string };
    if (size > 0 && noted.url === url && noted.validator) {
      return { size, validator: noted.validator };
    }
  } catch {
    // No part, or no note of which version it is a part of: from the start.
  }
  return undefined;
}

async function discard(part: string, note: string): Promise<void> {
  await rm(part, { force: true });
  await rm(note, { force: true });
}

/** A weak ETag (W/…) doesn't promise equal bytes, so it can't be resumed with. */
function validatorOf(response: Response): string | undefined {
  const etag = response.headers.get("etag");
  if (etag && !etag.startsWith("W/")) return etag;
  return response.headers.get("last-modified") ?? undefined;
}

/** Where a 206 begins; a server that sends another part than asked for must not be appended. */
function startOf(response: Response, asked: number, url: string): number {
  const range = response.headers.get("content-range") ?? "";
  const begin = Number(/^bytes (\d+)-/.exec(range)?.[1] ?? NaN);
  if (begin === asked) return asked;
  throw new DownloadError(`download: ${url} sent bytes "${range}", asked for ${asked} and after`);
}

/**
 * Writes each piece before it asks for the next, so that whatever arrived before the connection
 * broke is on disk; a stream pipeline would throw away what it still held.
 */
async function append(
  part: string,
  response: Response,
  { start, total, onProgress }: { start: number } & DownloadProgressOptions,
  onBytes: () => void,
): Promise<number> {
  let received = start;
  let told = 0;
  const file = await open(part, start > 0 ? "a" : "w");
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      await file.writeFile(chunk);
      received += chunk.length;
      onBytes();
      const now = Date.now();
      if (onProgress && now - told >= PROGRESS_INTERVAL) {
        told = now;
        onProgress({ received, total });
      }
    }
  } finally {
    await file.close();
  }
  return received;
}

function statusError(url: string, status: number): DownloadError {
  if (status === 404 || status === 410) {
    return new DownloadError(
      `download: ${url} is not there (${status}); its publisher may have moved it: look for the ` +
        "new address and give that",
    );
  }
  if (status === 401 || status === 403) {
    return new DownloadError(`download: ${url} may not be read without permission (${status})`);
  }
  const mayPass = status === 408 || status === 429 || status >= 500;
  return new DownloadError(`download: ${url} answered with status ${status}`, mayPass);
}

function asDownloadError(error: unknown, url: string, timeout: number | undefined): Error {
  if (timeout !== undefined) {
    return new DownloadError(`download: ${url} sent nothing for ${timeout / 1000} s`, true);
  }
  if (error instanceof DownloadError) return error;
  const { code, cause } = error as NodeJS.ErrnoException;
  const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? code ?? String(error);
  const isNetwork =
    error instanceof TypeError || /^(ECONN|EPIPE|UND_ERR|ERR_STREAM_PREM)/.test(reason);
  if (!isNetwork) return error as Error;
  if (/ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH/.test(reason)) {
    return new DownloadError(`download: no way to ${url} (${reason}); is there a network?`, true);
  }
  return new DownloadError(`download: the connection to ${url} broke off (${reason})`, true);
}
