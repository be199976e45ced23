/**
 * Puts a trained model among those that the repository carries: copies its folder to
 * datasets/models/NAME, whole or not at all, and writes sizes and checksums into the manifest.
 *
 *   npx tsx bin/ship-model.ts .cache/pretrain/model bert-small --title "..." --command "..."
 *
 * Title and command stay as they are where the model was there before; the command's default is
 * `madeBy` of the folder's training.json.
 */
import { cp, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { writeFileWhole } from "../src/core/write-file";
import {
  DATASETS_FOLDER,
  loadManifest,
  sha256,
  type ManifestModel,
  type StoredFile,
} from "../src/data/manifest";

const USAGE = 'usage: npx tsx bin/ship-model.ts FOLDER NAME [--title "..."] [--command "..."]';

export interface ShipModelOptions {
  /** In a few words. Default: as in the manifest. */
  title?: string;
  /** What trains it. Default: as in the manifest, else `madeBy` of training.json. */
  command?: string;
  /** Where the manifest is. Default: the repository's `datasets/`. */
  folder?: string;
}

/** @returns the model's entry in the manifest */
export async function shipModel(
  source: string,
  name: string,
  { title, command, folder = DATASETS_FOLDER }: ShipModelOptions = {},
): Promise<ManifestModel> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new RangeError(`shipModel: name must be like "bert-small", got "${name}"`);
  }
  const manifest = await loadManifest(folder);
  const previous = manifest.models.find((model) => model.name === name);
  const entry = {
    name,
    title: title ?? previous?.title,
    licence: "MIT",
    command: command ?? previous?.command ?? (await madeBy(source)),
  };
  if (!entry.title || !entry.command) {
    const missing = entry.title ? "--command" : "--title";
    throw new RangeError(`shipModel: a model that is new needs ${missing}, got ${name} without`);
  }
  const target = path.join(folder, "models", name);
  if (path.resolve(source) !== path.resolve(target)) await replaceFolder(source, target);
  const model = { ...entry, files: await filesOf(target, folder) } as ManifestModel;
  const others = manifest.models.filter((other) => other.name !== name);
  const models = [...others, model].sort((a, b) => (a.name < b.name ? -1 : 1));
  const text = `${JSON.stringify({ ...manifest, models }, null, 2)}\n`;
  await writeFileWhole(path.join(folder, "manifest.json"), [text]);
  return model;
}

async function madeBy(source: string): Promise<string | undefined> {
  try {
    const record: unknown = JSON.parse(await readFile(path.join(source, "training.json"), "utf8"));
    return (record as { madeBy?: string }).madeBy;
  } catch {
    return undefined;
  }
}

async function replaceFolder(source: string, target: string): Promise<void> {
  const copy = `${target}.tmp`;
  await rm(copy, { recursive: true, force: true });
  await mkdir(path.dirname(target), { recursive: true });
  await cp(source, copy, { recursive: true });
  await rm(target, { recursive: true, force: true });
  await rename(copy, target);
}

async function filesOf(target: string, folder: string): Promise<StoredFile[]> {
  const found = await readdir(target, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  if (files.length === 0) throw new Error(`shipModel: ${target} holds no file`);
  return Promise.all(
    files.sort().map(async (file) => {
      const content = await readFile(file);
      const name = path.relative(folder, file).replaceAll("\\", "/");
      return { path: name, bytes: content.length, sha256: sha256(content) };
    }),
  );
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { title: { type: "string" }, command: { type: "string" } },
  });
  const [source, name, ...others] = positionals;
  if (!source || !name || others.length > 0) throw new RangeError(USAGE);
  const { files } = await shipModel(source, name, values);
  for (const { path: file, bytes } of files) console.log(`datasets/${file}: ${bytes} bytes`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
