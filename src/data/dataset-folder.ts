/**
 * Data sets that are a folder of files rather than rows, such as `datasets/town-files/`: only the
 * path is handed out, once every file has been found to be what `datasets/manifest.json` says.
 *
 *   await ingestFolder(await datasetFolder("town-files"), { store, encoder });
 */
import path from "node:path";
import { inWords } from "../core/check";
import { DATASETS_FOLDER, loadManifest, readVerifiedBytes } from "./manifest";

const FOLDERS = ["town-files"] as const;

export interface DatasetFolderOptions {
  /** Another folder with a manifest. Default: the repository's `datasets/`. */
  folder?: string;
}

/** @throws Error naming the file that is missing or has changed, and how to make it again */
export async function datasetFolder(
  name: (typeof FOLDERS)[number],
  { folder = DATASETS_FOLDER }: DatasetFolderOptions = {},
): Promise<string> {
  const { datasets } = await loadManifest(folder);
  const dataset = datasets.find((candidate) => candidate.name === name);
  if (!FOLDERS.includes(name) || dataset === undefined) {
    throw new RangeError(
      `datasetFolder: name must be one of ${FOLDERS.join(", ")}, got ${inWords(name)}`,
    );
  }
  const remedy = 'run "npm run datasets" to make it again';
  for (const file of dataset.files) {
    await readVerifiedBytes(file, { caller: "datasetFolder", folder, remedy });
  }
  return path.join(folder, name);
}
