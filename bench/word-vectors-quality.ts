/**
 * How good word2vec's and fastText's vectors are, against gensim's at equal settings on our corpus.
 *
 *   npm run bench -- word-vectors-quality [--quick]
 *
 * Analogies by 3CosAdd and Spearman's correlation with judged word similarity, each the mean over
 * several seeds, with the 95 % bootstrap interval of the difference over questions. `--quick` takes
 * one seed and word2vec only. One worker on either side, gensim's defaults, 5 epochs.
 */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createRng } from "../src/core/rng";
import { loadCorpus, loadDataset } from "../src/data/datasets";
import { evaluateAnalogies } from "../src/evaluation/analogies";
import { meanOf, pairedBootstrap } from "../src/evaluation/bootstrap";
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

/** What one side answered to each question and pair, averaged over its seeds. */
interface Answers {
  correct: Float64Array;
  cosines: Float64Array;
}

const EPOCHS = 5;
const KINDS: Kind[] = [
  { name: "skip-gram", seeds: 4, build: (o) => new Word2Vec(o) },
  { name: "CBOW", seeds: 4, build: (o) => new Word2Vec({ ...o, architecture: "cbow" }) },
  {
    name: "skip-gram, hierarchical softmax",
    seeds: 2,
    build: (o) => new Word2Vec({ ...o, objective: "hierarchical-softmax" }),
  },
  { name: "fastText skip-gram", seeds: 2, build: (o) => new FastText(o) },
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
    for (let seed = 1; seed <= (isQuick ? 1 : seeds); seed++) {
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
  const pairs = await loadDataset("word-similarity");
  const questions = await loadDataset("analogies");
  const known = evaluateWordSimilarity(ours[0]!, pairs).pairs;
  const scores = known.map(({ score }) => score);
  const asked = evaluateAnalogies(ours[0]!, questions).answers;
  const answersOf = (side: WordVectors[]): Answers => ({
    correct: mean(
      side.map((v) => evaluateAnalogies(v, asked).answers.map((a) => Number(a.isCorrect))),
    ),
    cosines: mean(side.map((v) => evaluateWordSimilarity(v, known).pairs.map((p) => p.cosine))),
  });
  const a = answersOf(ours);
  const b = peers.length > 0 ? answersOf(peers) : undefined;
  const print = (measure: string, ...numbers: (number | undefined)[]) => {
    const cells = numbers.map((x) => (x === undefined ? "" : x.toFixed(3)));
    const [low, high] = cells.splice(3, 2);
    const interval = low ? `${low} to ${high}` : "";
    console.log(`| ${[name, ours.length, measure, ...cells, interval].join(" | ")} |`);
  };
  const rng = createRng(1);
  const accuracy = b && pairedBootstrap([...a.correct], [...b.correct], meanOf, { rng });
  print(
    `analogies, ${asked.length} questions`,
    ...[meanOf([...a.correct]), b && meanOf([...b.correct])],
    ...[accuracy?.estimate, accuracy?.low, accuracy?.high],
  );
  for (const category of new Set(asked.map((question) => question.category))) {
    const of = (side: Answers) =>
      meanOf([...side.correct].filter((_, i) => asked[i]!.category === category));
    print(`– ${category}`, of(a), b && of(b), b && of(a) - of(b), undefined, undefined);
  }
  const items = (side: Answers) => scores.map((score, i) => ({ score, cosine: side.cosines[i]! }));
  const spearman = (sample: readonly { score: number; cosine: number }[]) =>
    spearmanCorrelation(
      sample.map(({ cosine }) => cosine),
      sample.map(({ score }) => score),
    );
  const order = b && pairedBootstrap(items(a), items(b), spearman, { rng });
  print(
    `similarity, ${known.length} pairs`,
    ...[spearman(items(a)), b && spearman(items(b))],
    ...[order?.estimate, order?.low, order?.high],
  );
}

function mean(lists: number[][]): Float64Array {
  const sum = new Float64Array(lists[0]!.length);
  for (const list of lists) list.forEach((value, i) => (sum[i]! += value / lists.length));
  return sum;
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
