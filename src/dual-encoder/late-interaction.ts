/**
 * Late interaction: a dual encoder that keeps a vector for each word instead of one for the text.
 *
 *   one vector      score = cos(mean of the question's words, mean of the answer's)
 *   each word's     score = mean over the question's words of the best match in the answer
 *
 * An answer of a hundred words has to say in one vector of E numbers all that may be asked about
 * it. Here it says it in a hundred vectors. Answers are still read without the question, so their
 * vectors could be stored, a hundred times as many; this lab reads the few that a search has found,
 * as a re-ranker does. Khattab & Zaharia 2020, "ColBERT", which re-ranks in section 3.5.
 *
 * Inside it is a sentence encoder whose dense layer runs over each token; the folder that is saved
 * opens as one, and its sentence embedding is then the mean of the tokens' vectors.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { maxSequenceLength } from "../bert/config";
import { loadBertConfig } from "../bert/load-bert";
import type { NamedParameters } from "../bert/parameters";
import type { SequenceRunnerOptions } from "../bert/sequence-runner";
import { assertInteger, assertPositive, assertStrings, inWords } from "../core/check";
import { withInterrupt, yieldToHost } from "../core/interrupt";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { rankedDocuments, type RankedDocument } from "../cross-encoder/ranked-documents";
import { compile, type Compiled } from "../engine/compile";
import { forwardTokenVectors } from "../sentence-encoder/modules";
import type { SaveSentenceEncoderOptions } from "../sentence-encoder/save-sentence-encoder";
import { SentenceEncoder } from "../sentence-encoder/sentence-encoder";
import { padRows, type TokenRow } from "../tokenizers/token-rows";
import type { TrainableModel } from "../training/loss";
import { lateInteractionObjective } from "./late-interaction-objective";
import { maxSim } from "./max-sim";
import { loadLateInteraction, saveLateInteraction } from "./save-late-interaction";
import type { Towers } from "./towers";

export interface LateFromBertOptions extends SequenceRunnerOptions {
  /** Draws the dense layer. */
  rng: Rng;
  /** E, numbers per token. Default: as many as the BERT's. */
  size?: number;
  /** T of the loss. Default 0.05. */
  temperature?: number;
  /** Most tokens of a text. Default 128, or the position table's length if that is less. */
  maxSequenceLength?: number;
  /** Of the BERT, the lowest. Default: all. */
  numLayers?: number;
}

/** A token of the question, and what it found. */
export interface TokenMatch {
  readonly token: string;
  /** The answer's token that is most like it. */
  readonly match: string;
  /** Their dot product: the score is the mean of these. */
  readonly score: number;
}

/** So many texts of each side are read at a time. */
const BLOCK = { questions: 16, answers: 64 };

export class LateInteraction {
  private compiled: Promise<Compiled> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  /** @param encoder this owns it from now on */
  constructor(
    readonly encoder: SentenceEncoder,
    /** T of the loss. */
    readonly temperature: number = 0.05,
    private readonly execution: SequenceRunnerOptions = {},
  ) {
    assertPositive("LateInteraction", { temperature });
    const { pooling, dense } = encoder.config;
    if (String(pooling) === "mean" && dense?.activation !== "tanh") return;
    throw new RangeError(
      "LateInteraction: the encoder must have mean pooling and no dense layer but a linear one," +
        ` got ${pooling.join(", ")} and ${inWords(dense?.activation)}`,
    );
  }

  /** A BERT that was trained on words, with a new dense layer: it has to be trained. */
  static async fromBert(
    folder: string,
    { rng, size, temperature, ...options }: LateFromBertOptions,
  ): Promise<LateInteraction> {
    const outFeatures = size ?? (await loadBertConfig(folder)).hiddenSize;
    const dense = { outFeatures, activation: "identity", rng } as const;
    const encoder = await SentenceEncoder.fromBert(folder, { ...options, dense });
    return new LateInteraction(encoder, temperature, options);
  }

  /** What save() wrote. @throws RangeError for another folder */
  static async load(
    folder: string,
    execution: SequenceRunnerOptions = {},
  ): Promise<LateInteraction> {
    const { encoder, temperature } = await loadLateInteraction(folder, execution);
    return new LateInteraction(encoder, temperature, execution);
  }

  get parameters(): NamedParameters {
    return this.encoder.parameters;
  }

  /** Both sides are read by one encoder; for dualBatches. */
  get towers(): Towers {
    return { question: this.encoder, answer: this.encoder };
  }

  /** Each question with each answer. @returns [N, M], the caller's to dispose of */
  async score(questions: readonly string[], answers: readonly string[]): Promise<tf.Tensor2D> {
    assertStrings("LateInteraction.score", "questions", questions);
    assertStrings("LateInteraction.score", "answers", answers);
    const scores = new Float32Array(questions.length * answers.length);
    const [asked, given] = [questions, answers].map((texts) => byLength(this.encoder, texts));
    await this.inTurn(async (signal) => {
      for (const some of blocks(given!, BLOCK.answers)) {
        for (const few of blocks(asked!, BLOCK.questions)) {
          await yieldToHost(signal);
          const found = await this.scoreBlock(few, some);
          few.forEach(({ place: row }, i) =>
            some.forEach(({ place: column }, j) => {
              scores[row * answers.length + column] = found[i * some.length + j]!;
            }),
          );
        }
      }
    });
    return tf.tensor2d(scores, [questions.length, answers.length]);
  }

  /** The documents by how well they answer the question, best first: as a CrossEncoder has it. */
  async rerank(
    question: string,
    documents: readonly string[],
    { k = documents.length }: { k?: number } = {},
  ): Promise<RankedDocument[]> {
    assertInteger("LateInteraction.rerank", { k }, { min: 0 });
    const scores = await this.score([question], documents);
    const ranked = rankedDocuments(documents, scores.dataSync(), k);
    scores.dispose();
    return ranked;
  }

  /** Token by token, what the score is made of: a look inside. */
  matches(question: string, answer: string): TokenMatch[] {
    const [tokens, others] = [question, answer].map((text) => {
      return this.encoder.tokenizer.encode(text, {
        maxLength: this.encoder.config.maxSequenceLength,
      }).tokens;
    });
    return tf.tidy(() => {
      const [own, all] = [question, answer].map((text) => this.vectorsOf(text));
      // Each token as a question and as an answer of its own.
      const alone = (vectors: tf.Tensor2D) => ({
        vectors: tf.expandDims(vectors, 1) as tf.Tensor3D,
        mask: tf.ones([vectors.shape[0], 1]) as tf.Tensor2D,
      });
      const scores = maxSim(alone(own!), alone(all!)).arraySync();
      return tokens!.map((token, i) => {
        const score = Math.max(...scores[i]!);
        return { token, match: others![scores[i]!.indexOf(score)]!, score };
      });
    });
  }

  /** What a Trainer takes; with dualBatches for the data. @see lateInteractionObjective */
  trainable(options: { numQuestions?: number } = {}): TrainableModel {
    const { parameters, temperature } = this;
    return lateInteractionObjective(
      { parameters, config: this.encoder.config, temperature },
      options,
    );
  }

  /** For a Trainer's execution: how long texts may be. */
  axes(): Record<"Q" | "A", { max: number }> {
    const longest = { max: maxSequenceLength(this.encoder.config.bert) };
    return { Q: longest, A: longest };
  }

  /** The same with other weights, such as a trainer's; it owns them. */
  withParameters(parameters: NamedParameters): LateInteraction {
    const encoder = this.encoder.withParameters(parameters);
    return new LateInteraction(encoder, this.temperature, this.execution);
  }

  /** Writes a folder that `load` opens, and SentenceEncoder.load; whole or not at all. */
  save(folder: string, options: SaveSentenceEncoderOptions = {}): Promise<void> {
    return saveLateInteraction(folder, this, options);
  }

  /** Frees the weights and the compiled model. */
  async dispose(): Promise<void> {
    await this.last;
    const compiled = this.compiled;
    this.compiled = undefined;
    await (await compiled)?.dispose();
    await this.encoder.dispose();
  }

  /** [T, E] */
  private vectorsOf(text: string): tf.Tensor2D {
    const { config, parameters } = this.encoder;
    const { inputIds } = this.encoder.rowsOf([text])[0]!;
    const batch = { inputIds: tf.tensor2d(inputIds, [1, inputIds.length], "int32") };
    return tf.squeeze(forwardTokenVectors(parameters, batch, config), [0]);
  }

  private async scoreBlock(few: readonly Placed[], some: readonly Placed[]): Promise<Float32Array> {
    this.compiled ??= this.compile();
    const { padTokenId } = this.encoder.config.bert;
    const [asked, given] = [few, some].map((texts) => {
      return padRows(
        texts.map(({ row }) => row),
        padTokenId,
      );
    });
    const { scores } = await (
      await this.compiled
    ).run({
      ...{ questionIds: asked!.inputIds, questionMask: asked!.attentionMask },
      ...{ answerIds: given!.inputIds, answerMask: given!.attentionMask },
    });
    return scores!.data as Float32Array;
  }

  private compile(): Promise<Compiled> {
    const { config, parameters } = this.encoder;
    const { device, threads } = this.execution;
    const ids = (...shape: string[]) => ({ dtype: "int32" as const, shape });
    const compiled = compile(
      (inputs, weights) => {
        const read = (side: "question" | "answer") => {
          const [inputIds, mask] = [inputs[`${side}Ids`]!, inputs[`${side}Mask`]! as tf.Tensor2D];
          const batch = { inputIds, attentionMask: mask };
          return { vectors: forwardTokenVectors(weights, batch, config), mask };
        };
        return { outputs: { scores: maxSim(read("question"), read("answer")) } };
      },
      {
        inputs: {
          ...{ questionIds: ids("N", "Q"), questionMask: ids("N", "Q") },
          ...{ answerIds: ids("M", "A"), answerMask: ids("M", "A") },
        },
        state: parameters,
        axes: this.axes(),
        ...(device !== undefined && { device }),
        ...(threads !== undefined && { threads }),
      },
    );
    compiled.catch(() => (this.compiled = undefined));
    return compiled;
  }

  /** After the run before: a compiled model computes one at a time. */
  private inTurn(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const result = this.last.then(() => withInterrupt(work));
    this.last = result.catch(() => undefined);
    return result;
  }
}

interface Placed {
  row: TokenRow;
  /** Among the texts given. */
  place: number;
}

/** Rows of equal length stand together: hardly any padding. */
function byLength(encoder: SentenceEncoder, texts: readonly string[]): Placed[] {
  const rows = encoder.rowsOf(texts).map((row, place) => ({ row, place }));
  return rows.sort((a, b) => a.row.inputIds.length - b.row.inputIds.length);
}

function blocks<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
