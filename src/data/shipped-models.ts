/**
 * Trained models that the repository carries, so that a lesson starts from one that knows
 * something: `datasets/models/NAME/`, laid out as the libraries of the field lay out a folder.
 *
 *   const bert = await BertForPreTraining.load(await shippedModelFolder("bert-small"));
 *
 * As with data sets, `datasets/manifest.json` says what each file must hold. Only the path is
 * handed out, for whoever loads the model reads the files in its own way.
 */
import path from "node:path";
import { inWords } from "../core/check";
import { DATASETS_FOLDER, loadManifest, readVerifiedBytes } from "./manifest";

export interface ShippedModelOptions {
  /** Another folder with a manifest. Default: the repository's `datasets/`. */
  folder?: string;
}

/** The models whose files were found right; they are not compared again. */
const verified = new Map<string, Promise<string>>();

/**
 * The folder of a model, once every file in it has been found to be what the manifest says. A
 * process compares checksums once.
 *
 * @param name as in the manifest's `models`
 * @throws Error naming the file that is missing or has changed, and what makes the model again
 */
export function shippedModelFolder(
  name: string,
  { folder = DATASETS_FOLDER }: ShippedModelOptions = {},
): Promise<string> {
  const target = path.join(folder, "models", String(name));
  const known = verified.get(target);
  if (known) return known;
  const found = verify(name, folder).then(() => target);
  verified.set(target, found);
  found.catch(() => verified.delete(target)); // it may have been mended by the next call
  return found;
}

async function verify(name: string, folder: string): Promise<void> {
  const { models } = await loadManifest(folder);
  const model = models.find((candidate) => candidate.name === name);
  if (!model) {
    const names = models.map((candidate) => candidate.name).join(", ") || "(none)";
    throw new RangeError(`shippedModelFolder: name must be one of ${names}, got ${inWords(name)}`);
  }
  const { files, command } = model;
  const remedy =
    `check it out again, or run "${command}" to train the model ` +
    `and "npx tsx bin/ship-model.ts FOLDER ${name}" to put it there`;
  for (const file of files) {
    await readVerifiedBytes(file, { caller: "shippedModelFolder", folder, remedy });
  }
}
