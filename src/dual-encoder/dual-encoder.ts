/**
 * A dual encoder: one tower for questions, one for answers, meeting in one space.
 *
 *   score(question, answer) = cos(tower_q(question), tower_a(answer))
 *
 * A question doesn't look like its answer, so each side gets weights of its own; a tower is a
 * sentence encoder. Answers are encoded once and stored; a question costs one run of its tower and
 * a search. Karpukhin et al. 2020, "Dense Passage Retrieval for Open-Domain Question Answering".
 * With one encoder on both sides it is the siamese network of Sentence-BERT; Dong et al. 2022,
 * "Exploring Dual Encoder Architectures for Question Answering", compare the two.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { maxSequenceLength } from "../bert/config";
import type { SequenceRunnerOptions } from "../bert/sequence-runner";
import type { NamedParameters } from "../bert/parameters";
import { assertPositive } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import type { PoolingMode } from "../sentence-encoder/pooling";
import {
  SentenceEncoder,
  type EncodeOptions,
  type FromBertOptions,
} from "../sentence-encoder/sentence-encoder";
import { cosineSimilarity } from "../similarity/cosine";
import type { TrainableModel } from "../training/loss";
import {
  dualObjective,
  LARGEST_LOG_SCALE,
  LOG_SCALE,
  type DualObjectiveOptions,
} from "./dual-objective";
import { loadDualEncoder, saveDualEncoder, type SaveDualOptions } from "./save-dual-encoder";
import { type Side, type Towers, weightsBelow } from "./towers";

export interface TemperatureOptions {
  /** T of the loss, or where it begins. Default 0.05. */
  temperature?: number;
  /** Is T learned? Default false. */
  learnTemperature?: boolean;
}

type BertOptions = Pick<FromBertOptions, "maxSequenceLength" | "numLayers" | "threads" | "device">;

export interface DualFromBertOptions extends TemperatureOptions, BertOptions {
  /** One set of weights for questions and answers. Default false. */
  shared?: boolean;
  /** Default mean, on both sides. */
  pooling?: PoolingMode | Readonly<Record<Side, PoolingMode>>;
  /** E of a linear layer on each tower. Default: none, embeddings are as wide as the BERT. */
  projectionSize?: number;
  /** Draws the projections. */
  rng: Rng;
}

export class DualEncoder {
  /** "question.…" and "answer.…", or "tower.…" where they are one; logScale where T is learned. */
  readonly parameters: NamedParameters;

  /**
   * @param towers the encoder owns them from now on; the same one twice makes it siamese
   */
  constructor(
    readonly towers: Towers,
    private readonly options: TemperatureOptions = {},
  ) {
    const { temperature = 0.05, learnTemperature = false } = options;
    assertPositive("DualEncoder", { temperature });
    const { question, answer } = towers;
    if (question.size !== answer.size) {
      throw new RangeError(
        "DualEncoder: both towers must give embeddings of one size," +
          ` got ${question.size} and ${answer.size}; give them projections`,
      );
    }
    const sides: Record<string, SentenceEncoder> = this.isShared
      ? { tower: question }
      : { question, answer };
    const named = Object.entries(sides).flatMap(([side, { parameters }]) =>
      Object.entries(parameters).map(([name, tensor]) => [`${side}.${name}`, tensor] as const),
    );
    const all: Record<string, tf.Tensor> = Object.fromEntries(named);
    if (learnTemperature) all[LOG_SCALE] = tf.scalar(-Math.log(temperature));
    this.parameters = all;
  }

  /**
   * Two copies of a pre-trained BERT, or one of each of two.
   *
   * @param folder config.json, model.safetensors and a tokenizer
   */
  static async fromBert(
    folder: string | Readonly<Record<Side, string>>,
    { rng, shared = false, pooling = "mean", projectionSize, ...options }: DualFromBertOptions,
  ): Promise<DualEncoder> {
    const { temperature = 0.05, learnTemperature = false, ...bert } = options;
    const load = (side: Side) =>
      SentenceEncoder.fromBert(typeof folder === "string" ? folder : folder[side], {
        ...bert,
        pooling: typeof pooling === "string" ? pooling : pooling[side],
        ...(projectionSize !== undefined && {
          dense: { outFeatures: projectionSize, activation: "identity", rng: rng.fork(side) },
        }),
      });
    if (shared && (typeof folder !== "string" || typeof pooling !== "string")) {
      throw new RangeError("DualEncoder.fromBert: a shared tower has one folder and one pooling");
    }
    const question = await load("question");
    const answer = shared ? question : await load("answer");
    return new DualEncoder({ question, answer }, { temperature, learnTemperature });
  }

  /** What save() wrote. */
  static async load(folder: string, execution: SequenceRunnerOptions = {}): Promise<DualEncoder> {
    const { towers, options } = await loadDualEncoder(folder, execution);
    return new DualEncoder(towers, options);
  }

  /** Are both sides one encoder? */
  get isShared(): boolean {
    return this.towers.question === this.towers.answer;
  }

  /** E, numbers per embedding. */
  get size(): number {
    return this.towers.question.size;
  }

  /** Is T a weight? */
  get learnsTemperature(): boolean {
    return LOG_SCALE in this.parameters;
  }

  /** T as it is: fixed, or learned so far. */
  get temperature(): number {
    const learned = this.parameters[LOG_SCALE];
    if (learned === undefined) return this.options.temperature ?? 0.05;
    return Math.exp(-Math.min(learned.dataSync()[0]!, LARGEST_LOG_SCALE));
  }

  /** Rows of length 1, as the loss compares them. @returns [B, E], the caller's to dispose of */
  encodeQuestions(questions: readonly string[], options?: EncodeOptions): Promise<tf.Tensor2D> {
    return this.towers.question.encode(questions, { normalize: true, ...options });
  }

  /** Likewise. @returns [B, E], the caller's to dispose of */
  encodeAnswers(answers: readonly string[], options?: EncodeOptions): Promise<tf.Tensor2D> {
    return this.towers.answer.encode(answers, { normalize: true, ...options });
  }

  /** Cosine of each question with each answer. @returns [N, M] */
  async score(questions: readonly string[], answers: readonly string[]): Promise<tf.Tensor2D> {
    const a = await this.encodeQuestions(questions);
    const b = await this.encodeAnswers(answers);
    const scores = cosineSimilarity(a, b);
    tf.dispose([a, b]);
    return scores;
  }

  /** What a Trainer takes; with dualBatches for the data. @see dualObjective */
  trainable(options: DualObjectiveOptions = {}): TrainableModel {
    return dualObjective(this, options);
  }

  /** For a Trainer's execution, with the options of trainable: how long texts may be. */
  axes({ numNegatives = 0 }: DualObjectiveOptions = {}): Record<string, { max: number }> {
    const [question, answer] = (["question", "answer"] as const).map((side) => {
      return { max: maxSequenceLength(this.towers[side].config.bert) };
    });
    return { Q: question!, A: answer!, ...(numNegatives > 0 && { M: answer! }) };
  }

  /** The same encoder with other weights, such as a trainer's; it owns them. */
  withParameters(parameters: NamedParameters): DualEncoder {
    const tower = (side: Side) =>
      this.towers[side].withParameters(weightsBelow(this.isShared ? "tower" : side, parameters));
    const question = tower("question");
    const towers = { question, answer: this.isShared ? question : tower("answer") };
    const learned = parameters[LOG_SCALE];
    const temperature = learned ? Math.exp(-learned.dataSync()[0]!) : this.temperature;
    learned?.dispose();
    return new DualEncoder(towers, { temperature, learnTemperature: this.learnsTemperature });
  }

  /** Writes a folder with one for each tower, that sentence-transformers opens. */
  save(folder: string, options: SaveDualOptions = {}): Promise<void> {
    return saveDualEncoder(folder, this, options);
  }

  /** Frees weights and compiled models. */
  async dispose(): Promise<void> {
    this.parameters[LOG_SCALE]?.dispose();
    await this.towers.question.dispose();
    if (!this.isShared) await this.towers.answer.dispose();
  }
}
