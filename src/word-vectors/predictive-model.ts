/**
 * What Word2Vec and FastText have in common: two ways to run one training.
 *
 *   start(sentences).step()      one prediction at a time, every number to look at; slow
 *   await train(sentences)       the same, in WebAssembly and on several threads
 *
 * With one worker both compute the same vectors, up to the rounding of float32.
 *
 * Lessons: notebooks/02-word2vec.ipynb, 03-glove-and-fasttext.ipynb
 */
import { InterruptedError, withInterrupt } from "../core/interrupt";
import { inWords } from "../core/check";
import { huffmanPaths } from "./huffman";
import { aliasTable, noiseDistribution } from "./negative-sampling";
import { streamSeed } from "./random-stream";
import { keepProbability } from "./subsampling";
import { SteppedTraining } from "./stepped-training";
import type { CheckedTrainingOptions } from "./training-options";
import { randomWeight } from "./embedding-table";
import type { InputRows, TrainingPlan } from "./training-plan";
import { trainInThreads, type TrainingProgress } from "./training-threads";
import { encodeText, type Sentences, type Vocabulary } from "./vocabulary";
import type { WordVectors } from "./word-vectors";

export interface TrainOptions {
  /** Called about twenty times a second, and once at the end. */
  onProgress?: (progress: TrainingProgress) => void;
  /**
   * Stops training; what was learned by then is in `vectors`. Default: the notebook's stop button,
   * or Ctrl-C.
   */
  signal?: AbortSignal;
}

/** A row of the input table [D]. */
export type InputRow = (index: number) => ArrayLike<number>;

export abstract class PredictiveModel<Vectors extends WordVectors> {
  private trained: Vectors | undefined;

  /** @param name the public class, for error messages */
  protected constructor(
    private readonly name: string,
    protected readonly options: CheckedTrainingOptions,
  ) {}

  /** Which rows make up each word. */
  protected abstract inputRows(vocabulary: Vocabulary): InputRows;
  /** Starting weights of the input rows lie between ± this. */
  protected abstract readonly initialLimit: number;
  /** What training hands out. */
  protected abstract toVectors(plan: TrainingPlan, inputRow: InputRow): Vectors;

  /** What the last training learned, or learned by the time it was stopped. */
  get vectors(): Vectors {
    if (!this.trained) throw new Error(`${this.name}.vectors: not trained yet; call train() first`);
    return this.trained;
  }

  /**
   * Learns from sentences, all at once. The main thread stays free: progress is shown, and an
   * interrupt ends the workers within a few milliseconds, with an InterruptedError. What was
   * learned by then is kept in `vectors`.
   *
   * @returns the word vectors, as `vectors` has them too
   */
  async train(sentences: Sentences, options: TrainOptions = {}): Promise<Vectors> {
    const caller = `${this.name}.train`;
    const { onProgress, signal } = options;
    if (onProgress !== undefined && typeof onProgress !== "function") {
      throw new TypeError(`${caller}: onProgress must be a function, got ${inWords(onProgress)}`);
    }
    const plan = this.plan(caller, sentences);
    const run = (signal: AbortSignal) => trainInThreads(caller, plan, { onProgress, signal });
    const { fraction, inputRow } = await (signal ? run(signal) : withInterrupt(run));
    this.trained = this.toVectors(plan, inputRow);
    if (fraction < 1) {
      const percent = Math.floor(fraction * 100);
      throw new InterruptedError(`stopped; kept: .vectors as of ${percent} % of the training`);
    }
    return this.trained;
  }

  /** The same training, one prediction at a time; with one worker's random numbers. */
  start(sentences: Sentences): SteppedTraining<Vectors> {
    const plan = this.plan(`${this.name}.start`, sentences);
    return new SteppedTraining(plan, (row) => this.toVectors(plan, row));
  }

  private plan(caller: string, sentences: Sentences): TrainingPlan {
    const { minCount, sample, noiseExponent, negative, objective, cbowMean, rng, ...rest } =
      this.options;
    const text = encodeText(caller, sentences, minCount);
    const { counts } = text.vocabulary;
    const total = counts.reduce((sum, count) => sum + count, 0);
    const keep = (count: number) => keepProbability(count, total, { sample });
    const isTree = objective === "hierarchical-softmax";
    const seeds = rng.fork("workers");
    const { initialLimit } = this;
    return {
      ...rest,
      objective,
      text,
      negative: objective === "negative-sampling" ? negative : 0,
      mean: rest.architecture === "skip-gram" || cbowMean,
      keepThresholds: Uint32Array.from(counts, (count) =>
        Math.min(0xffffffff, Math.floor(keep(count) * 0x100000000)),
      ),
      noise: aliasTable(noiseDistribution(counts, noiseExponent)),
      paths: isTree ? huffmanPaths(counts) : undefined,
      inputs: this.inputRows(text.vocabulary),
      drawInitialWeights() {
        const weights = rng.fork("initial weights");
        return () => randomWeight(weights, initialLimit);
      },
      seeds: Array.from({ length: rest.workers }, () => streamSeed(seeds)),
    };
  }
}
