/** What both halves of bench/word-vectors.ts share. */
import type { Measurement } from "./measure";

export interface TrainingMeasurement extends Measurement {
  /** Seconds of each repetition without counting words and building tables. */
  readonly trainingSeconds: number[];
}

/** One sentence per full stop, words of two letters or more in lower case, as in the peer. */
export function sentencesOf(text: string): string[][] {
  return text
    .toLowerCase()
    .split(/[.\n]/)
    .filter((sentence) => sentence.trim() !== "")
    .map((sentence) => sentence.match(/\w\w+/g) ?? []);
}
