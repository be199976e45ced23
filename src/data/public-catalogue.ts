/**
 * Public data sets with their address, form, licence and what to cite. The licence is the
 * publisher's statement; read it before you publish anything made with the data.
 */
export interface PublicDataset {
  title: string;
  url: string;
  format: string;
  licence: string;
  citation: string;
}

export type PublicDatasetName =
  "snli" | "multinli" | "sts-benchmark" | "quora" | "natural-questions" | "text8";

const EXPORTS = "https://huggingface.co/datasets/sentence-transformers/embedding-training-data";

export const PUBLIC_DATASETS: Record<PublicDatasetName, PublicDataset> = {
  snli: {
    title: "Stanford Natural Language Inference, 570,000 pairs",
    url: "https://nlp.stanford.edu/projects/snli/snli_1.0.zip",
    format: "JSON Lines in a zip archive",
    licence: "CC BY-SA 4.0",
    citation:
      "Bowman, Angeli, Potts & Manning 2015, A large annotated corpus for learning natural " +
      "language inference",
  },
  multinli: {
    title: "Multi-Genre Natural Language Inference, 433,000 pairs",
    url: "https://cims.nyu.edu/~sbowman/multinli/multinli_1.0.zip",
    format: "JSON Lines in a zip archive",
    licence: "mixed, by source: see the paper, section 2.1",
    citation:
      "Williams, Nangia & Bowman 2018, A broad-coverage challenge corpus for sentence " +
      "understanding through inference",
  },
  "sts-benchmark": {
    title: "STS benchmark, 8,628 pairs with a similarity from 0 to 5",
    url: "https://sbert.net/datasets/stsbenchmark.tsv.gz",
    format: "tab-separated without quotes, gzip",
    licence: "mixed, by source: see the LICENSE file of the original release",
    citation:
      "Cer, Diab, Agirre, Lopez-Gazpio & Specia 2017, SemEval-2017 task 1: semantic textual " +
      "similarity",
  },
  quora: {
    title: "Quora question pairs, 404,000 pairs",
    url: "https://qim.fs.quoracdn.net/quora_duplicate_questions.tsv",
    format: "tab-separated with quotes",
    licence: "Quora's terms of service; no commercial use",
    citation: "Iyer, Dandekar & Csernai 2017, First Quora dataset release: question pairs",
  },
  "natural-questions": {
    title: "Natural Questions, 100,000 questions with a passage of Wikipedia",
    url: `${EXPORTS}/resolve/main/NQ-train_pairs.jsonl.gz`,
    format: "JSON Lines, gzip",
    licence: "CC BY-SA 3.0",
    citation:
      "Kwiatkowski et al. 2019, Natural questions: a benchmark for question answering research",
  },
  text8: {
    title: "text8, the first 100 MB of a cleaned English Wikipedia",
    url: "http://mattmahoney.net/dc/text8.zip",
    format: "plain text in a zip archive",
    licence: "CC BY-SA 3.0 (Wikipedia)",
    citation: "Mahoney 2006, About the test data",
  },
};
