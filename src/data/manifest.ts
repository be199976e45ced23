/**
 * The manifest of `datasets/`: which files a data set has, and what they must hold to the byte.
 *
 * A result is only worth something when the data behind it is known. Every read of a data set
 * compares the SHA-256 of what was read with the manifest, so that an edited or half-checked-out
 * file is refused by name instead of giving slightly other numbers.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

export interface ManifestFile {
  /** Relative to the folder of the data sets, with forward slashes. */
  path: string;
  /** Of the content: where the file is compressed, after unpacking. */
  bytes: number;
  /** Of the content as well, since two versions of zlib compress the same text differently. */
  sha256: string;
  rows: number;
  compression?: "gzip";
}

export interface ManifestEntry {
  name: string;
  title: string;
  version: string;
  licence: string;
  /** The module that writes it, relative to the repository. */
  generator: string;
  files: ManifestFile[];
}

export interface Manifest {
  seed: number;
  datasets: ManifestEntry[];
}

/** Where the repository keeps its data sets. */
export const DATASETS_FOLDER = path.resolve(__dirname, "../../datasets");

const REBUILD = 'run "npm run datasets" to make it again';

export async function loadManifest(folder: string = DATASETS_FOLDER): Promise<Manifest> {
  const file = path.join(folder, "manifest.json");
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    throw new Error(`loadManifest: cannot read ${file} (${codeOf(error)}); ${REBUILD}`);
  }
  try {
    const manifest = JSON.parse(text) as Partial<Manifest>;
    if (Array.isArray(manifest.datasets)) return manifest as Manifest;
  } catch {
    // Falls through to the one message for both kinds of damage.
  }
  throw new Error(`loadManifest: ${file} is damaged; ${REBUILD}`);
}

/** The text of one file of a data set, unpacked, once its checksum has been found right. */
export async function readVerified(
  file: ManifestFile,
  folder: string = DATASETS_FOLDER,
): Promise<string> {
  const shown = `datasets/${file.path}`;
  let bytes: Buffer;
  try {
    bytes = await readFile(path.join(folder, file.path));
  } catch (error) {
    const what = codeOf(error) === "ENOENT" ? "is missing" : `cannot be read (${codeOf(error)})`;
    throw new Error(`loadDataset: ${shown} ${what}; ${REBUILD}`);
  }
  if (file.compression === "gzip") {
    try {
      bytes = await promisify(gunzip)(bytes);
    } catch (error) {
      throw new Error(`loadDataset: ${shown} is damaged (${codeOf(error)}); ${REBUILD}`);
    }
  }
  const found = sha256(bytes);
  if (found !== file.sha256) {
    const size = bytes.length === file.bytes ? "" : `, ${bytes.length} bytes not ${file.bytes}`;
    throw new Error(
      `loadDataset: ${shown} has changed (SHA-256 ${found.slice(0, 12)}…, ` +
        `the manifest says ${file.sha256.slice(0, 12)}…${size}); ${REBUILD}`,
    );
  }
  return bytes.toString("utf8");
}

/** In hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
