/** All data sets of the lab: what each is called, who makes it, and into which files it goes. */
import type { Rng } from "../../src/core/rng";
import type { ManifestEntry } from "../../src/data/manifest";
import { generateTopics } from "./topics/generate";

/** Everything random in the data sets comes from this number. */
export const SEED = 20240601;

export interface GeneratedFile {
  path: string;
  rows: readonly object[];
  compression?: "gzip";
}

export type GeneratedDataset = Omit<ManifestEntry, "files"> & { files: GeneratedFile[] };

const LICENCE = "MIT";

export function buildAll(rng: Rng): GeneratedDataset[] {
  const topics = generateTopics(rng.fork("topics"));
  return [
    {
      name: "topics",
      title: "Short documents on six topics",
      version: "1.0.0",
      licence: LICENCE,
      generator: "datasets/generators/topics/generate.ts",
      files: [
        { path: "topics/train.jsonl", rows: topics.train },
        { path: "topics/test.jsonl", rows: topics.test },
      ],
    },
  ];
}
