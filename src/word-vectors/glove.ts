/**
 * GloVe: word vectors from counts. The score of two words comes to the logarithm of how often they
 * stand near each other; a word's vector is the sum of the two that were learned for it.
 *
 *   w_i · w̃_j + b_i + b̃_j ≈ ln X_ij          vector of word i = w_i + w̃_i
 *
 * Pennington, Socher & Manning 2014, "GloVe: Global Vectors for Word Representation". Where
 * word2vec reads the text again and again, this counts it once and learns from the counts. Defaults
 * are those of the authors' program but for vectorSize and minCount, which are as everywhere in the
 * lab.
 *
 * The whole algorithm in reading order: co-occurrence.ts, glove-step.ts, glove-training.ts.
 *
 * Lesson: notebooks/03-glove-and-fasttext.ipynb
 */
import { inWords } from "../core/check";
import { InterruptedError, withInterrupt, yieldToHost } from "../core/interrupt";
import { buildGloVeKernel } from "./glove-kernel";
import { checkGloVeOptions } from "./glove-options";
import type { CheckedGloVeOptions, GloVeOptions } from "./glove-options";
import { GloVeTraining } from "./glove-training";
import type { Sentences } from "./vocabulary";
import type { WordVectors } from "./word-vectors";

export interface GloVeProgress {
  /** From 0 to 1. */
  fraction: number;
  /** The pass over the counts that is under way, from 1. */
  epoch: number;
  /** Pairs learned from so far, all epochs counted. */
  pairs: number;
  totalPairs: number;
  pairsPerSecond: number;
  /** Mean of f · difference² since the last report. */
  loss: number;
}

export interface GloVeTrainOptions {
  /** Called about twenty times a second, and once at the end. */
  onProgress?: (progress: GloVeProgress) => void;
  /**
   * Stops training; what was learned by then is in `vectors`. Default: the notebook's stop button,
   * or Ctrl-C.
   */
  signal?: AbortSignal;
}

/** Pairs between two looks at the clock and the stop button: some milliseconds. */
const PIECE = 20_000;
const REPORT_INTERVAL = 50; // ms

export class GloVe {
  private readonly options: CheckedGloVeOptions;
  private trained: WordVectors | undefined;

  constructor(options: GloVeOptions = {}) {
    this.options = checkGloVeOptions(options);
  }

  /** What the last training learned, or learned by the time it was stopped. */
  get vectors(): WordVectors {
    if (!this.trained) throw new Error("GloVe.vectors: not trained yet; call train() first");
    return this.trained;
  }

  /**
   * Counts the text and learns from the counts. An interrupt ends it within milliseconds with an
   * InterruptedError, and what was learned by then is kept in `vectors`.
   */
  async train(
    sentences: Sentences,
    { onProgress, signal }: GloVeTrainOptions = {},
  ): Promise<WordVectors> {
    if (onProgress !== undefined && typeof onProgress !== "function") {
      throw new TypeError(`GloVe.train: onProgress must be a function, got ${inWords(onProgress)}`);
    }
    const training = new GloVeTraining("GloVe.train", sentences, this.options);
    const run = (stop: AbortSignal) => this.learn(training, stop, onProgress);
    const fraction = await (signal ? run(signal) : withInterrupt(run));
    this.trained = training.wordVectors();
    if (fraction < 1) {
      const percent = Math.floor(fraction * 100);
      throw new InterruptedError(`stopped; kept: .vectors as of ${percent} % of the training`);
    }
    return this.trained;
  }

  /** The same training, one pair at a time. */
  start(sentences: Sentences): GloVeTraining {
    return new GloVeTraining("GloVe.start", sentences, this.options);
  }

  /** Learns until all is done or the signal fires; returns the fraction that is done. */
  private async learn(
    training: GloVeTraining,
    signal: AbortSignal,
    onProgress: GloVeTrainOptions["onProgress"],
  ): Promise<number> {
    const { epochs, learningRate } = this.options;
    const kernel = buildGloVeKernel("GloVe.train", training.network, training.pairs, learningRate);
    const totalPairs = epochs * kernel.numPairs;
    const began = performance.now();
    let reported = { at: began, pairs: 0 };
    let done = 0;
    let loss = 0;
    while (done < totalPairs && !signal.aborted) {
      const first = done % kernel.numPairs;
      const count = Math.min(PIECE, kernel.numPairs - first);
      loss += kernel.learn(first, count);
      done += count;
      const now = performance.now();
      if (onProgress && (done === totalPairs || now - reported.at >= REPORT_INTERVAL)) {
        onProgress({
          fraction: done / totalPairs,
          epoch: Math.ceil(done / kernel.numPairs),
          pairs: done,
          totalPairs,
          pairsPerSecond: done / ((now - began) / 1000),
          loss: loss / (done - reported.pairs),
        });
        reported = { at: now, pairs: done };
        loss = 0;
      }
      await yieldToHost();
    }
    kernel.readInto(training.network);
    return done / totalPairs;
  }
}
