/**
 * The manifest of `datasets/`: which files a data set or a trained model has, and what they must
 * hold to the byte.
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

/** A file and what it must hold. */
export interface StoredFile {
  /** Relative to the folder of the data sets, with forward slashes. */
  path: string;
  /** Of the content: where the file is compressed, after unpacking. */
  bytes: number;
  /** Of the content as well, since two versions of zlib compress the same text differently. */
  sha256: string;
}

export interface ManifestFile extends StoredFile {
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

/** A trained model that the repository carries: a folder `models/NAME`, as libraries load it. */
export interface ManifestModel {
  name: string;
  title: string;
  licence: string;
  /** What trains it. The generators don't: it takes minutes to hours. */
  command: string;
  files: StoredFile[];
}

export interface Manifest {
  seed: number;
  datasets: ManifestEntry[];
  models: ManifestModel[];
}

/** Who reads, and what the user can do where a file is not as it must be: both go into errors. */
export interface ReadVerifiedBytesOptions {
  caller: string;
  folder: string;
  remedy: string;
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
    const { seed, datasets, models = [] } = JSON.parse(text) as Manifest;
    if (Array.isArray(datasets) && Array.isArray(models)) return { seed, datasets, models };
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
  const options = { caller: "loadDataset", folder, remedy: REBUILD };
  return (await readVerifiedBytes(file, options)).toString("utf8");
}

/** The content of one file, unpacked, once its checksum has been found right. */
export async function readVerifiedBytes(
  file: StoredFile & Pick<ManifestFile, "compression">,
  { caller, folder, remedy }: ReadVerifiedBytesOptions,
): Promise<Buffer> {
  const refuse = (problem: string) =>
    new Error(`${caller}: datasets/${file.path} ${problem}; ${remedy}`);
  let bytes: Buffer;
  try {
    bytes = await readFile(path.join(folder, file.path));
  } catch (error) {
    const code = codeOf(error);
    throw refuse(code === "ENOENT" ? "is missing" : `cannot be read (${code})`);
  }
  if (file.compression === "gzip") {
    try {
      bytes = await promisify(gunzip)(bytes);
    } catch (error) {
      throw refuse(`is damaged (${codeOf(error)})`);
    }
  }
  const found = sha256(bytes);
  if (found === file.sha256) return bytes;
  const size = bytes.length === file.bytes ? "" : `, ${bytes.length} bytes not ${file.bytes}`;
  const sums = `SHA-256 ${found.slice(0, 12)}…, the manifest says ${file.sha256.slice(0, 12)}…`;
  throw refuse(`has changed (${sums}${size})`);
}

/** In hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
