/**
 * Late interaction as a folder: a sentence encoder's, as sentence-transformers keeps it, and beside
 * it late-interaction.json, which says that it is to be asked word by word.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import path from "node:path";
import type { SequenceRunnerOptions } from "../bert/sequence-runner";
import { inWords } from "../core/check";
import type { SaveSentenceEncoderOptions } from "../sentence-encoder/save-sentence-encoder";
import { SentenceEncoder } from "../sentence-encoder/sentence-encoder";
import { readSettings } from "./read-settings";

export interface SavedLateInteraction {
  readonly encoder: SentenceEncoder;
  /** T of the loss, for whoever trains on. */
  readonly temperature: number;
}

const SETTINGS = "late-interaction.json";
const FORMAT = 1;

/** @param folder new, empty, or a model's, which is then replaced as a whole */
export function saveLateInteraction(
  folder: string,
  { encoder, temperature }: SavedLateInteraction,
  { files = {}, ...options }: SaveSentenceEncoderOptions = {},
): Promise<void> {
  const settings = `${JSON.stringify({ format: FORMAT, temperature }, null, 2)}\n`;
  return encoder.save(folder, { ...options, files: { ...files, [SETTINGS]: settings } });
}

/** @throws RangeError naming what is missing or wrong */
export async function loadLateInteraction(
  folder: string,
  execution: SequenceRunnerOptions = {},
): Promise<SavedLateInteraction> {
  const temperature = await readTemperature(path.join(folder, SETTINGS));
  return { encoder: await SentenceEncoder.load(folder, execution), temperature };
}

async function readTemperature(file: string): Promise<number> {
  const { format, temperature } = await readSettings("LateInteraction.load", file);
  if (format === FORMAT && typeof temperature === "number") return temperature;
  throw new RangeError(
    `LateInteraction.load: ${file} must have format ${FORMAT} and a temperature,` +
      ` got format ${inWords(format)}`,
  );
}
