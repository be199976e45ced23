/**
 * Downloads that can be trusted: resumed where the line broke, and refused when the bytes are not
 * those of the first time.
 *
 * The unfinished part lies beside the target as NAME.part, with the server's ETag (or date) in
 * NAME.part.json; the next attempt asks for the rest with `Range`, and with `If-Range` so that a
 * file that has changed meanwhile is sent whole (RFC 9110, sections 13.1.5 and 14.2). Only a
 * complete file with the right checksum is renamed to its name, so a reader never sees half of one.
 *
 * The checksum of the first download is kept in a lock file in the cache: later downloads of the
 * same address must give the same bytes, or a result would quietly change.
 */
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { checkAgainstLock, hashFile, writeLock } from "./download-lock";
import { DownloadError, fetchInto, type DownloadProgress } from "./fetch-into";

export { DownloadError, type DownloadProgress } from "./fetch-into";

export interface DownloadOptions {
  /** Folder for the file. Default: `cacheFolder()`. */
  folder?: string;
  /** Default: the last part of the address's path. */
  fileName?: string;
  /** SHA-256 in hexadecimal, if known. Default: that of the first download, from the lock file. */
  sha256?: string;
  /** Called as bytes arrive, at most every 100 ms and once at the end. */
  onProgress?: (progress: DownloadProgress) => void;
  /** Attempts after the first one, for a broken line and for server errors. Default 4. */
  retries?: number;
  /** Milliseconds before the first retry; each later one waits twice as long. Default 500. */
  backOff?: number;
  /** Milliseconds without a byte after which an attempt is given up. Default 30,000. */
  timeout?: number;
  /** Aborts the download; what has arrived is kept for the next time. */
  signal?: AbortSignal;
}

/** Where downloads are kept: LAB_CACHE, or `.cache` in the repository. */
export function cacheFolder(): string {
  return process.env["LAB_CACHE"] || path.resolve(__dirname, "../../.cache");
}

/**
 * Downloads a file once. When it is in the cache with the right checksum, nothing is fetched.
 *
 * @param url http or https
 * @returns the path of the complete, verified file
 * @throws DownloadError, saying what happened and what to do
 */
export async function download(url: string, options: DownloadOptions = {}): Promise<string> {
  const { folder = cacheFolder(), sha256, signal } = options;
  const fileName = options.fileName ?? nameFrom(url);
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256)) {
    throw new RangeError(`download: sha256 must be 64 hexadecimal digits, got "${sha256}"`);
  }
  const target = path.join(folder, fileName);
  await onDisk(target, () => mkdir(folder, { recursive: true }));
  const expected = await checkAgainstLock(folder, fileName, { url, sha256 });
  if (await isThere(target)) {
    const found = await hashFile(target);
    if (expected === undefined || found === expected) {
      if (expected === undefined) await writeLock(folder, fileName, { url, sha256: found });
      return target;
    }
    // Damaged on disk, or another version asked for: fetched anew, below.
    await rm(target);
  }
  const part = `${target}.part`;
  await withRetries(url, options, () => onDisk(part, () => fetchInto(part, url, options)));
  signal?.throwIfAborted();
  const found = await hashFile(part);
  if (expected !== undefined && found !== expected) {
    await rm(part);
    throw new DownloadError(
      `download: ${url} gave other bytes than expected (SHA-256 ${found.slice(0, 12)}…, ` +
        `not ${expected.slice(0, 12)}…). The file may have been replaced by a newer version: ` +
        `if you trust it, remove "${fileName}" from ${path.join(folder, "checksums.json")} (or ` +
        "correct the sha256 that was given) and try again",
    );
  }
  await onDisk(target, () => rename(part, target));
  await writeLock(folder, fileName, { url, sha256: found });
  return target;
}

async function withRetries(
  url: string,
  { retries = 4, backOff = 500, signal }: DownloadOptions,
  attempt: () => Promise<void>,
): Promise<void> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof DownloadError) || !error.mayPass) throw error;
      if (failures >= retries) {
        throw new DownloadError(
          `${error.message}; gave up after ${failures + 1} attempts. What has arrived of ${url} ` +
            "is kept, and the next call goes on from there",
        );
      }
      await sleep(backOff * 2 ** failures, signal);
    }
  }
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

function nameFrom(url: string): string {
  let name: string;
  try {
    const { pathname, protocol } = new URL(url);
    if (protocol !== "http:" && protocol !== "https:") throw new Error();
    name = decodeURIComponent(pathname.slice(pathname.lastIndexOf("/") + 1));
  } catch {
    throw new RangeError(`download: url must be an http or https address, got "${url}"`);
  }
  if (name === "" || /[/\\]/.test(name) || name.startsWith(".")) {
    throw new RangeError(`download: no file name in ${url}; give one with fileName`);
  }
  return name;
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Names the file when the disk refuses (full, read-only, no permission). */
async function onDisk<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!/^(ENOSPC|EROFS|EACCES|EPERM|ENOTDIR|EISDIR|EDQUOT|EEXIST)$/.test(String(code)))
      throw error;
    throw new DownloadError(
      `download: cannot write ${file} (${code}); free some space, or set LAB_CACHE to a folder ` +
        "that can be written",
    );
  }
}
