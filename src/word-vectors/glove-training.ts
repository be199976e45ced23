/**
 * Training GloVe one pair at a time: slow, and every number is there to look at.
 *
 *   const training = new GloVe({ minCount: 1 }).start(sentences);
 *   training.counts.at("cat", "dog");
 *   const step = training.step();      // { word: "cat", context: "dog", score, target, loss, … }
 *   training.run(1000);
 *   training.wordVectors().nearest("cat");
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { assertInteger } from "../core/check";
import type { Rng } from "../core/rng";
import { countInText, type CooccurrenceMatrix } from "./co-occurrence";
import { EmbeddingTable } from "./embedding-table";
import type { CheckedGloVeOptions } from "./glove-options";
import type { GloVePairs } from "./glove-kernel";
import { gloveStep, gloveWeight } from "./glove-step";
import type { GloVeNetwork, GloVeSide, GloVeStep } from "./glove-step";
import { encodeText, type Sentences } from "./vocabulary";
import { WordVectors } from "./word-vectors";

/** A step with its words spelled out. */
export interface NamedGloVeStep extends GloVeStep {
  /** Counted from 1. */
  number: number;
  word: string;
  context: string;
  /** X, how often the two stand near each other. */
  count: number;
  /** How much of the training lies behind, from 0 to 1. */
  fraction: number;
}

export class GloVeTraining {
  /** X, what is learned from. */
  readonly counts: CooccurrenceMatrix;
  /** Both sides as they are now; each step changes them. */
  readonly network: GloVeNetwork;
  /** All pairs in the order in which each epoch takes them. */
  readonly pairs: GloVePairs;
  /** Steps made so far. */
  numSteps = 0;
  /** [n] X of each pair. */
  private readonly values: Float32Array;

  /** @param caller for error messages */
  constructor(
    caller: string,
    sentences: Sentences,
    private readonly options: CheckedGloVeOptions,
  ) {
    const { rng, minCount, vectorSize } = options;
    this.counts = countInText(caller, encodeText(caller, sentences, minCount), options);
    const { size } = this.counts.vocabulary;
    const weights = rng.fork("initial weights");
    this.network = {
      words: buildSide(size, vectorSize, weights),
      contexts: buildSide(size, vectorSize, weights),
    };
    // One after the other, the pairs of a word would pull it about before the others have moved.
    const order = shuffled(this.counts.numNonZero, rng.fork("order"));
    this.values = Float32Array.from(order, (k) => this.counts.values[k]!);
    this.pairs = {
      words: rowsOf(this.counts, order),
      contexts: Uint32Array.from(order, (k) => this.counts.columns[k]!),
      targets: this.values.map(Math.log),
      weights: this.values.map((count) => gloveWeight(count, options)),
    };
  }

  /** Learns from the next pair; undefined once all epochs are done. */
  step(): NamedGloVeStep | undefined {
    const { pairs, values, options } = this;
    if (this.numSteps >= options.epochs * values.length) return undefined;
    const next = this.numSteps % values.length;
    const [word, context, count] = [pairs.words[next]!, pairs.contexts[next]!, values[next]!];
    const step = gloveStep(this.network, { word, context, count }, options);
    const { words } = this.counts.vocabulary;
    return {
      ...step,
      number: ++this.numSteps,
      word: words[word]!,
      context: words[context]!,
      count,
      fraction: this.numSteps / (options.epochs * values.length),
    };
  }

  /** Makes so many steps, or all that are left; returns the mean loss, NaN if none was left. */
  run(steps: number = Infinity): number {
    if (steps !== Infinity) assertInteger("GloVeTraining.run", { steps }, { min: 1 });
    let sum = 0;
    let made = 0;
    for (; made < steps; made++) {
      const step = this.step();
      if (!step) break;
      sum += step.loss;
    }
    return sum / made;
  }

  /** w + w̃ of each word as they are now; a copy. */
  wordVectors(): WordVectors {
    const { words, contexts } = this.network;
    const { words: names, counts } = this.counts.vocabulary;
    const sums = Float32Array.from(words.vectors.values, (value, i) => {
      return value + contexts.vectors.values[i]!;
    });
    return new WordVectors(names, sums, { size: words.vectors.size, counts, copy: false });
  }
}

/** Weights and biases between ± 1 / 2D, as in the authors' program; AdaGrad's sums at 1. */
function buildSide(numRows: number, size: number, rng: Rng): GloVeSide {
  const limit = 0.5 / size;
  return {
    vectors: EmbeddingTable.random(numRows, size, limit, rng),
    biases: EmbeddingTable.random(numRows, 1, limit, rng).values,
    squares: new EmbeddingTable(new Float32Array(numRows * size).fill(1), size),
    biasSquares: new Float32Array(numRows).fill(1),
  };
}

/** 0 … n − 1 in a random order (Fisher & Yates 1938, in Durstenfeld's form of 1964). */
function shuffled(n: number, rng: Rng): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    const other = order[j]!;
    order[j] = order[i]!;
    order[i] = other;
  }
  return order;
}

function rowsOf({ rowOffsets, numNonZero }: CooccurrenceMatrix, order: Uint32Array): Uint32Array {
  const rows = new Uint32Array(numNonZero);
  for (let row = 0; row + 1 < rowOffsets.length; row++) {
    rows.fill(row, rowOffsets[row], rowOffsets[row + 1]);
  }
  return order.map((k) => rows[k]!);
}
