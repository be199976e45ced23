/**
 * Files for the Embedding Projector (projector.tensorflow.org), which shows vectors in three
 * dimensions: one of numbers, one of words, row for row, separated by tabs.
 *
 * Smilkov et al. 2016, "Embedding Projector: Interactive Visualization and Interpretation of
 * Embeddings". A metadata file of one column has no header; with counts it has two, and one.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { writeFileWhole } from "../core/write-file";
import { textRows } from "./text-rows";
import { checkWords } from "./vector-rows";
import type { WordVectors } from "./word-vectors";

export interface ProjectorFiles {
  /** Path of the file of numbers, such as "vectors.tsv". */
  vectorsFile: string;
  /** Path of the file of words, such as "metadata.tsv". */
  metadataFile: string;
}

/** Writes both files, each whole or not at all; load them under "Load" in the projector. */
export async function saveForProjector(
  vectors: WordVectors,
  { vectorsFile, metadataFile }: ProjectorFiles,
): Promise<void> {
  checkWords("saveForProjector", vectors.words);
  await writeFileWhole(vectorsFile, textRows(vectors, "\t", false));
  await writeFileWhole(metadataFile, metadata(vectors));
}

function* metadata({ words, counts }: WordVectors): Generator<string> {
  if (!counts) yield words.map((word) => `${word}\n`).join("");
  else yield "word\tcount\n" + words.map((word, i) => `${word}\t${counts[i]}\n`).join("");
}
