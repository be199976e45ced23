/** The data sets that encoders are trained and judged on, read once. */
import { generateScoredPairs } from "../../datasets/generators/sentences/sts";
import { createRng } from "../../src/core/rng";
import { loadDataset, type Datasets } from "../../src/data/datasets";
import type { ScoredPair } from "../../src/data/types";

export type SentenceData = Pick<Datasets, "nli" | "sts" | "triplets" | "pairs" | "corpus"> & {
  /**
   * Pairs that no one trains on, with words and frames of training: what an encoder can do where it
   * knows the words. They are a little harder than sts/test for one that learned nothing (TF-IDF).
   */
  familiar: readonly ScoredPair[];
};

const NUM_FAMILIAR = 720;

export async function loadSentenceData(): Promise<SentenceData> {
  const [nli, sts, triplets, pairs, corpus] = await Promise.all([
    ...([loadDataset("nli"), loadDataset("sts"), loadDataset("triplets")] as const),
    ...([loadDataset("pairs"), loadDataset("corpus")] as const),
  ]);
  return { nli, sts, triplets, pairs, corpus, familiar: familiarPairs(sts.train) };
}

function familiarPairs(trained: readonly ScoredPair[]): ScoredPair[] {
  const known = new Set(trained.flatMap(({ sentence1, sentence2 }) => [sentence1, sentence2]));
  const { train } = generateScoredPairs(createRng(2));
  const isNew = ({ sentence1, sentence2 }: ScoredPair) =>
    !known.has(sentence1) && !known.has(sentence2);
  return train.filter(isNew).slice(0, NUM_FAMILIAR);
}
