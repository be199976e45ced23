/**
 * What a model hub says of a model: which commit a branch stands at, and the files of that commit
 * with their sizes and checksums. The protocol is spoken by Hugging Face's own client.
 *
 *   large files (LFS)   SHA-256 of the content
 *   small files         Git's blob id: SHA-1 of "blob SIZE\0" and the content
 *
 * Nothing of it is believed: a path that leads out of its folder, or a checksum that isn't one, is
 * refused before a file is written.
 */
import { HubApiError, listFiles, modelInfo } from "@huggingface/hub";
import { DownloadError } from "./fetch-into";

export interface HubFile {
  /** Below the model's folder, with "/" between its parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly checksum: { readonly kind: "sha256" | "git"; readonly digest: string };
}

export interface HubListing {
  /** The full commit id, which fixes every byte. */
  readonly commit: string;
  readonly files: readonly HubFile[];
}

export interface HubOptions {
  /** Address of the hub, without a slash at the end. */
  hubUrl: string;
  /** Milliseconds for one answer. */
  timeout: number;
  signal?: AbortSignal;
}

/**
 * @param name     "sentence-transformers/all-MiniLM-L6-v2"
 * @param revision a branch, a tag or a commit
 * @throws DownloadError; mayPass is true where another try, or another day, could help
 */
export async function listModel(
  name: string,
  revision: string,
  options: HubOptions,
): Promise<HubListing> {
  const place = `${name} at ${revision}`;
  const asked = { hubUrl: options.hubUrl, fetch: patientFetch(options) };
  try {
    const { sha } = await modelInfo({ name, revision, additionalFields: ["sha"], ...asked });
    if (!/^[0-9a-f]{40}$/.test(sha)) throw new DownloadError(`${place}: no commit id, got ${sha}`);
    const files: HubFile[] = [];
    const repo = { type: "model", name } as const;
    for await (const entry of listFiles({ repo, revision: sha, recursive: true, ...asked })) {
      if (entry.type === "file") files.push(checkedFile(place, entry));
    }
    return { commit: sha, files };
  } catch (error) {
    options.signal?.throwIfAborted();
    throw asDownloadError(error, place, options);
  }
}

interface ListedFile {
  path: string;
  size: number;
  oid?: string;
  lfs?: { oid: string };
}

function checkedFile(place: string, { path, size, oid, lfs }: ListedFile): HubFile {
  const isPath =
    typeof path === "string" &&
    !/[\\\0]|^[a-z]:/i.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
  if (!isPath) throw new DownloadError(`${place}: unsafe path ${JSON.stringify(path)}`);
  const checksum =
    lfs === undefined
      ? ({ kind: "git", digest: String(oid) } as const)
      : ({ kind: "sha256", digest: String(lfs.oid) } as const);
  const digits = checksum.kind === "git" ? 40 : 64;
  const isDigest = checksum.digest.length === digits && /^[0-9a-f]+$/.test(checksum.digest);
  if (!isDigest || !Number.isSafeInteger(size) || size < 0) {
    throw new DownloadError(`${place}: ${path} has no size or checksum that could be one`);
  }
  return { path, size, checksum };
}

/** An answer that doesn't come must not hold the lesson up for ever. */
function patientFetch({ timeout, signal }: HubOptions): typeof fetch {
  return (input, init) => {
    const clock = AbortSignal.timeout(timeout);
    return fetch(input, { ...init, signal: signal ? AbortSignal.any([signal, clock]) : clock });
  };
}

function asDownloadError(error: unknown, place: string, { hubUrl, timeout }: HubOptions): Error {
  if (error instanceof DownloadError) {
    return new DownloadError(`downloadModel: ${error.message}`, error.mayPass);
  }
  if (error instanceof HubApiError) {
    const { statusCode: status } = error;
    if (status === 404) {
      return new DownloadError(
        `downloadModel: ${hubUrl} has no ${place} (404); is it spelt right?`,
      );
    }
    if (status === 401 || status === 403) {
      return new DownloadError(
        `downloadModel: ${place} isn't there, or may not be read without permission (${status}); ` +
          "is it spelt right?",
      );
    }
    const mayPass = status === 408 || status === 429 || status >= 500;
    return new DownloadError(`downloadModel: ${hubUrl} answered with status ${status}`, mayPass);
  }
  const { name, cause } = error as Error;
  if (name === "TimeoutError") {
    return new DownloadError(
      `downloadModel: no answer from ${hubUrl} in ${timeout / 1000} s`,
      true,
    );
  }
  if (error instanceof SyntaxError) {
    return new DownloadError(`downloadModel: ${hubUrl} answered with something that isn't JSON`);
  }
  const reason = (cause as NodeJS.ErrnoException | undefined)?.code ?? String(error);
  return new DownloadError(
    `downloadModel: no way to ${hubUrl} (${reason}); is there a network?`,
    true,
  );
}
