/**
 * Writes every data set and the manifest, or compares them with what is there. Of the models in the
 * manifest, which come from training, it compares the checksums and changes nothing.
 *
 *   npm run datasets               writes datasets/ anew
 *   npm run datasets -- --check    generates into a temporary folder and compares checksums
 *
 * The same seed gives the same bytes on every machine. Compressed files are compared unpacked, for
 * zlib's versions differ in how they compress.
 */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { createRng } from "../../src/core/rng";
import {
  DATASETS_FOLDER,
  loadManifest,
  readVerified,
  sha256,
  type Manifest,
  type ManifestEntry,
} from "../../src/data/manifest";
import { shippedModelFolder } from "../../src/data/shipped-models";
import { buildAll, SEED, type GeneratedDataset } from "./registry";

/**
 * Writes all data sets below the folder and returns the manifest, which is written last. The models
 * of a manifest that is there already stay in it.
 */
export async function writeDatasets(folder: string): Promise<Manifest> {
  const isNew = !existsSync(path.join(folder, "manifest.json"));
  const models = isNew ? [] : (await loadManifest(folder)).models;
  const datasets = buildAll(createRng(SEED)).map((dataset) => writeDataset(folder, dataset));
  const manifest: Manifest = { seed: SEED, datasets, models };
  writeAtomically(path.join(folder, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
  return manifest;
}

/** What differs: data sets from freshly generated ones, models from what the manifest says. */
export async function compareDatasets(folder: string): Promise<string[]> {
  const fresh = mkdtempSync(path.join(tmpdir(), "datasets-"));
  try {
    const expected = await writeDatasets(fresh);
    const present = await loadManifest(folder);
    const differences: string[] = [];
    const { models } = present;
    if (JSON.stringify(present) !== JSON.stringify({ ...expected, models })) {
      differences.push("manifest.json differs from what the generators give");
    }
    const files = expected.datasets.flatMap((dataset) => dataset.files);
    const reads = [
      ...files.map((file) => readVerified(file, folder)),
      ...models.map(({ name }) => shippedModelFolder(name, { folder })),
    ];
    for (const read of await Promise.allSettled(reads)) {
      if (read.status === "rejected") differences.push((read.reason as Error).message);
    }
    return differences;
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

function writeDataset(folder: string, dataset: GeneratedDataset): ManifestEntry {
  const { files, ...described } = dataset;
  return {
    ...described,
    files: files.map(({ path: name, rows, compression, content: own }) => {
      const lines = () => rows.map((row) => JSON.stringify(row) + "\n").join("");
      const content = Buffer.from(own ?? lines());
      const target = path.join(folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      // Node's gzip writes no time and no name, so the same text gives the same bytes.
      writeAtomically(target, compression ? gzipSync(content, { level: 9 }) : content);
      return {
        path: name,
        bytes: content.length,
        sha256: sha256(content),
        rows: rows.length,
        ...(compression ? { compression } : {}),
      };
    }),
  };
}

function writeAtomically(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.tmp`, content);
  renameSync(`${file}.tmp`, file);
}

async function main(args: readonly string[]): Promise<number> {
  if (args.some((argument) => argument !== "--check")) {
    console.error(`datasets: the only option is --check, got ${args.join(" ")}`);
    return 2;
  }
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (args.includes("--check")) {
    const differences = await compareDatasets(DATASETS_FOLDER);
    for (const difference of differences) console.error(difference);
    if (differences.length === 0) {
      console.log(`datasets: all files are as generated (${seconds()})`);
    }
    return differences.length === 0 ? 0 : 1;
  }
  for (const { name, files } of (await writeDatasets(DATASETS_FOLDER)).datasets) {
    for (const file of files) {
      console.log(`${name}: ${file.path}, ${file.rows} rows, ${file.bytes} bytes`);
    }
  }
  console.log(`datasets: written in ${seconds()}`);
  return 0;
}

if (require.main === module) {
  main(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
