/**
 * How good word2vec's and fastText's vectors are, against gensim's at equal settings on our corpus.
 *
 *   npm run bench -- word-vectors-quality [--quick]
 *
 * Analogies by 3CosAdd and Spearman's correlation with judged word similarity, each the mean over
 * several seeds, with the 95 % bootstrap interval of the difference over questions and seeds.
 * `--quick` takes word2vec with negative sampling only. One worker on either side, gensim's defaults, 5 epochs.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "../src/core/rng";
import { loadCorpus, loadDataset } from "../src/data/datasets";
import { evaluateAnalogies } from "../src/evaluation/analogies";
import { bootstrap, meanOf } from "../src/evaluation/bootstrap";
import { spearmanCorrelation } from "../src/evaluation/spearman";
import { evaluateWordSimilarity } from "../src/evaluation/word-similarity";
import { wordTokenize } from "../src/text/word-tokenize";
import { FastText } from "../src/word-vectors/fasttext";
import { Word2Vec } from "../src/word-vectors/word2vec";
import { loadWord2Vec } from "../src/word-vectors/word2vec-format";
import type { WordVectors } from "../src/word-vectors/word-vectors";
import { findGensims } from "./house/find-gensim";
import { ROOT } from "./house/peer-python";

interface Kind {
  name: string;
  seeds: number;
  build: (options: { rng: ReturnType<typeof createRng>; epochs: number }) => Word2Vec | FastText;
}

/** What a side said to one question or pair, once for each of its seeds. */
type Answers = number[];

/** One question or pair, and what both sides said to it. */
interface Item {
  ours: Answers;
  peers: Answers;
  /** The judged similarity, for pairs of words. */
  score: number;
}

const EPOCHS = 5;
const KINDS: Kind[] = [
  { name: "skip-gram", seeds: 6, build: (o) => new Word2Vec(o) },
  { name: "CBOW", seeds: 12, build: (o) => new Word2Vec({ ...o, architecture: "cbow" }) },
  {
    name: "skip-gram, hierarchical softmax",
    seeds: 5,
    build: (o) => new Word2Vec({ ...o, objective: "hierarchical-softmax" }),
  },
  { name: "fastText skip-gram", seeds: 3, build: (o) => new FastText(o) },
];

process.env["OPENBLAS_NUM_THREADS"] = "1";
delete process.env["OPENBLAS_CORETYPE"];

async function main(): Promise<void> {
  const isQuick = process.argv.includes("--quick");
  const { sentences } = await loadCorpus();
  const text = sentences.map((sentence) => wordTokenize(sentence.toLowerCase()));
  const folder = join(ROOT, ".cache", "bench", "quality");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "corpus.txt");
  writeFileSync(file, text.map((words) => words.join(" ")).join("\n"));
  const gensim = findGensims()[0];
  const peer = gensim ? `gensim ${gensim.version}` : "gensim";
  console.log(`| what | seeds | measure | ours | ${peer} | difference | 95 % interval |`);
  console.log("|---|---|---|---|---|---|---|");
  for (const { name, seeds, build } of isQuick ? KINDS.slice(0, 2) : KINDS) {
    const sides: { ours: WordVectors[]; peers: WordVectors[] } = { ours: [], peers: [] };
    for (let seed = 1; seed <= seeds; seed++) {
      const output = join(folder, `${name.replaceAll(/\W+/g, "-")}-${seed}.bin`);
      const args = [file, name, String(seed), String(EPOCHS), output];
      const training = gensim && runPython(gensim.python, args);
      sides.ours.push(await build({ rng: createRng(seed), epochs: EPOCHS }).train(text));
      await training;
      if (gensim) sides.peers.push(await loadWord2Vec(output));
      rmSync(output, { force: true });
    }
    await report(name, sides.ours, sides.peers);
  }
}

async function report(name: string, ours: WordVectors[], peers: WordVectors[]): Promise<void> {
  const asked = evaluateAnalogies(ours[0]!, await loadDataset("analogies")).answers;
  const correct = (vectors: WordVectors) =>
    evaluateAnalogies(vectors, asked).answers.map(({ isCorrect }) => Number(isCorrect));
  const questions = itemsOf(ours.map(correct), peers.map(correct), []);
  const accuracy: Statistic = (items, answer) => meanOf(items.map(answer));
  compare(name, `analogies, ${asked.length} questions`, questions, accuracy);
  for (const category of new Set(asked.map((question) => question.category))) {
    const own = questions.filter((_, i) => asked[i]!.category === category);
    compare(name, `– ${category}`, own, accuracy);
  }

  const known = evaluateWordSimilarity(ours[0]!, await loadDataset("word-similarity")).pairs;
  const cosines = (vectors: WordVectors) =>
    evaluateWordSimilarity(vectors, known).pairs.map(({ cosine }) => cosine);
  const scores = known.map(({ score }) => score);
  const pairs = itemsOf(ours.map(cosines), peers.map(cosines), scores);
  compare(name, `similarity, ${known.length} pairs`, pairs, (items, answer) =>
    spearmanCorrelation(
      items.map(answer),
      items.map(({ score }) => score),
    ),
  );
}

type Statistic = (items: readonly Item[], answer: (item: Item) => number) => number;

/** The mean over seeds on both sides, and how far their difference would move. */
function compare(name: string, measure: string, items: Item[], statistic: Statistic): void {
  const numSeeds = items[0]!.ours.length;
  const meanOver = (side: "ours" | "peers", seeds: number[], sample: readonly Item[]) =>
    meanOf(seeds.map((seed) => statistic(sample, (item) => item[side][seed]!)));
  const all = Array.from({ length: numSeeds }, (_, seed) => seed);
  const cells = [name, String(numSeeds), measure, meanOver("ours", all, items).toFixed(3)];
  if (items[0]!.peers.length > 0) {
    const rng = createRng(1);
    const drawSeeds = () => all.map(() => rng.integer(numSeeds));
    // Questions are drawn, and seeds of either side: both could have come out differently.
    const { low, high } = bootstrap(
      items,
      (sample) => meanOver("ours", drawSeeds(), sample) - meanOver("peers", drawSeeds(), sample),
      { rng },
    );
    const theirs = meanOver("peers", all, items);
    const difference = meanOver("ours", all, items) - theirs;
    cells.push(theirs.toFixed(3), difference.toFixed(3), `${low.toFixed(3)} to ${high.toFixed(3)}`);
  }
  console.log(`| ${cells.join(" | ")} |`);
}

/** @param ours for each seed, the answers to all questions */
function itemsOf(ours: number[][], peers: number[][], scores: number[]): Item[] {
  return ours[0]!.map((_, i) => ({
    ours: ours.map((answers) => answers[i]!),
    peers: peers.map((answers) => answers[i]!),
    score: scores[i] ?? NaN,
  }));
}

function runPython(python: string, args: string[]): Promise<void> {
  const script = join(ROOT, "bench/peers/word2vec_gensim_vectors.py");
  const child = spawn(python, [script, ...args], { stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`gensim failed: exit status ${code}`)),
    );
  });
}

void main();
