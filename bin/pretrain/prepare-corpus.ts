/**
 * The corpus as BERT reads it: documents split into training and held-out ones, a vocabulary
 * learned from the training ones, and every sentence as token ids.
 *
 * The vocabulary, too, comes from the training documents alone: held-out text must be as new to the
 * tokenizer as to the model.
 */
import type { TokenizedDocument } from "../../src/bert/next-sentence-pairs";
import type { Rng } from "../../src/core/rng";
import { loadDataset } from "../../src/data/datasets";
import { holdOutDocuments } from "../../src/data/held-out-documents";
import { loadManifest } from "../../src/data/manifest";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";

export interface PreparedCorpus {
  tokenizer: BertTokenizer;
  training: TokenizedDocument[];
  heldOut: TokenizedDocument[];
  /** For the record: what the numbers come from. */
  about: {
    dataset: string;
    sha256: string;
    trainingDocuments: number;
    heldOutDocuments: number;
    trainingTokens: number;
    heldOutTokens: number;
    vocabSize: number;
  };
}

export interface PrepareCorpusOptions {
  vocabSize: number;
  /** Share of the documents that no step may see. */
  heldOutShare: number;
  rng: Rng;
}

export async function prepareCorpus({
  vocabSize,
  heldOutShare,
  rng,
}: PrepareCorpusOptions): Promise<PreparedCorpus> {
  const { documents } = await loadDataset("corpus");
  const parts = holdOutDocuments(documents, { heldOutShare, rng });
  const texts = parts.training.flatMap(({ sentences }) => sentences);
  const tokenizer = BertTokenizer.train(texts, { vocabSize });

  const idsOf = (sentence: string) => {
    const { inputIds } = tokenizer.encode(sentence);
    return Array.from(inputIds).slice(1, -1); // without [CLS] and [SEP]
  };
  const tokenized = (part: typeof documents) => part.map(({ sentences }) => sentences.map(idsOf));
  const training = tokenized(parts.training);
  const heldOut = tokenized(parts.heldOut);
  const { datasets } = await loadManifest();
  return {
    ...{ tokenizer, training, heldOut },
    about: {
      dataset: "corpus",
      sha256: datasets.find(({ name }) => name === "corpus")!.files[0]!.sha256,
      trainingDocuments: training.length,
      heldOutDocuments: heldOut.length,
      trainingTokens: countTokens(training),
      heldOutTokens: countTokens(heldOut),
      vocabSize: tokenizer.vocabulary.length,
    },
  };
}

function countTokens(documents: readonly TokenizedDocument[]): number {
  return documents.reduce((sum, document) => sum + document.flat().length, 0);
}
