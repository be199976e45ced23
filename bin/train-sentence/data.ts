/** The data sets that encoders are trained and judged on, read once. */
import { loadDataset, type Datasets } from "../../src/data/datasets";

export type SentenceData = Pick<Datasets, "nli" | "sts" | "triplets" | "pairs" | "corpus">;

export async function loadSentenceData(): Promise<SentenceData> {
  const [nli, sts, triplets, pairs, corpus] = await Promise.all([
    ...([loadDataset("nli"), loadDataset("sts"), loadDataset("triplets")] as const),
    ...([loadDataset("pairs"), loadDataset("corpus")] as const),
  ]);
  return { nli, sts, triplets, pairs, corpus };
}
