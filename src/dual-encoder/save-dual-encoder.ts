/**
 * A dual encoder as a folder:
 *
 *   dual-encoder.json     are towers shared, and the temperature
 *   question/, answer/    a sentence encoder each, as sentence-transformers keeps them; or tower/
 *
 * The folder is there whole or not at all.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { SequenceRunnerOptions } from "../bert/sequence-runner";
import { inWords } from "../core/check";
import { writeFolderWhole } from "../core/write-folder";
import type { SaveSentenceEncoderOptions } from "../sentence-encoder/save-sentence-encoder";
import { SentenceEncoder } from "../sentence-encoder/sentence-encoder";
import { readSettings } from "./read-settings";
import type { Towers } from "./towers";

export interface SavedDual {
  readonly towers: Towers;
  readonly isShared: boolean;
  readonly temperature: number;
  readonly learnsTemperature: boolean;
}

interface Settings {
  isShared: boolean;
  temperature: number;
  learnTemperature: boolean;
}

const FORMAT = 1;
const SETTINGS = "dual-encoder.json";

/** `files` lie beside dual-encoder.json, the rest is for each tower. */
export type SaveDualOptions = SaveSentenceEncoderOptions;

/** @param folder new, empty, or a dual encoder's, which is then replaced as a whole */
export function saveDualEncoder(
  folder: string,
  dual: SavedDual,
  { files = {}, ...options }: SaveDualOptions = {},
): Promise<void> {
  const { towers, isShared, temperature, learnsTemperature: learnTemperature } = dual;
  const write = async (target: string) => {
    const sides = isShared ? { tower: towers.question } : towers;
    for (const [side, tower] of Object.entries(sides)) {
      await tower.save(path.join(target, side), options);
    }
    const settings = { format: FORMAT, isShared, temperature, learnTemperature };
    const all = { [SETTINGS]: `${JSON.stringify(settings, null, 2)}\n`, ...files };
    for (const [name, text] of Object.entries(all)) await writeFile(path.join(target, name), text);
  };
  return writeFolderWhole(folder, write, { caller: "DualEncoder.save", marker: SETTINGS });
}

/** @throws RangeError naming what is missing or wrong */
export async function loadDualEncoder(
  folder: string,
  execution: SequenceRunnerOptions = {},
): Promise<{ towers: Towers; options: Omit<Settings, "isShared"> }> {
  const { isShared, ...options } = await towerSettings(path.join(folder, SETTINGS));
  const load = (side: string) => SentenceEncoder.load(path.join(folder, side), execution);
  if (isShared) {
    const tower = await load("tower");
    return { towers: { question: tower, answer: tower }, options };
  }
  const question = await load("question");
  try {
    return { towers: { question, answer: await load("answer") }, options };
  } catch (error) {
    await question.dispose();
    throw error;
  }
}

async function towerSettings(file: string): Promise<Settings> {
  const settings = await readSettings("DualEncoder.load", file);
  const { format, isShared, temperature, learnTemperature } = settings;
  const isSound =
    format === FORMAT &&
    typeof isShared === "boolean" &&
    typeof learnTemperature === "boolean" &&
    typeof temperature === "number";
  if (isSound) return { isShared, temperature, learnTemperature };
  throw new RangeError(
    `DualEncoder.load: ${file} must have format ${FORMAT}, isShared, temperature and` +
      ` learnTemperature, got format ${inWords(format)}`,
  );
}
