/**
 * A sentence encoder: any sentence in, one vector out, such that sentences which mean the same lie
 * close together.
 *
 *   const encoder = await SentenceEncoder.load("sentence-transformers/all-MiniLM-L6-v2");
 *   const embeddings = await encoder.encode(["The cat sat.", "A cat was sitting."]);   // [2, D]
 *
 * Each sentence is read alone, so n sentences cost n passes through the model, however many pairs
 * are compared afterwards. Reimers & Gurevych 2019, "Sentence-BERT".
 *
 * Lessons: notebooks/08-sentence-embeddings.ipynb, 09-sentence-bert.ipynb
 */
import type { BertBatch } from "../bert/batch";
import { BertEncoder, type ForwardOptions } from "../bert/bert-encoder";
import { maxSequenceLength } from "../bert/config";
import type { LoadBertOptions } from "../bert/load-bert";
import type { LoadEncoderOptions } from "../bert/lowest-layers";
import { checkParameters, initialParameters } from "../bert/parameter-shapes";
import type { NamedParameters } from "../bert/parameters";
import {
  SequenceRunner,
  type RunSequencesOptions,
  type SequenceRunnerOptions,
} from "../bert/sequence-runner";
import { assertInteger, assertStrings } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import type { DownloadModelOptions } from "../data/model-hub";
import { BertTokenizer } from "../tokenizers/bert-tokenizer";
import { padRows, tokenRows, type TokenRow } from "../tokenizers/token-rows";
import { shortened } from "./shortened";
import { findEncoderFolder, loadSentenceEncoder } from "./load-sentence-encoder";
import {
  checkEncoderConfig,
  describeModules,
  embeddingSize,
  encoderParameterShapes,
  forwardSentences,
  type DenseActivation,
  type SentenceEncoderConfig,
} from "./modules";
import { poolingModes, type PoolingMode } from "./pooling";
import { saveSentenceEncoder, type SaveSentenceEncoderOptions } from "./save-sentence-encoder";

export interface EncodeOptions extends RunSequencesOptions {
  /** Make all vectors length 1. Default false; a model with a normalize module does anyway. */
  normalize?: boolean;
  /**
   * Only the first so many numbers, made length 1 again: for models trained for it (Matryoshka).
   * Default: all.
   */
  truncateTo?: number;
}

export interface FromBertOptions extends LoadEncoderOptions, SequenceRunnerOptions {
  /** Default "mean". */
  pooling?: PoolingMode | readonly PoolingMode[];
  /** Default false. */
  normalize?: boolean;
  /** Most tokens of a sentence. Default 128, or the position table's length if that is less. */
  maxSequenceLength?: number;
  /** A layer on top, with new weights drawn from rng. Default none. */
  dense?: { outFeatures: number; activation?: DenseActivation; rng: Rng };
}

export class SentenceEncoder {
  private readonly runner: SequenceRunner<TokenRow>;
  private hasSaidCut = false;

  /**
   * @param parameters the weights, "bert.…" and "dense.…"; the encoder owns them from now on
   * @throws RangeError naming what doesn't fit the configuration
   */
  constructor(
    readonly config: SentenceEncoderConfig,
    readonly tokenizer: BertTokenizer,
    readonly parameters: NamedParameters,
    private readonly execution: SequenceRunnerOptions = {},
  ) {
    checkEncoderConfig("SentenceEncoder", config);
    const pooler = "bert.pooler.dense.weight" in parameters;
    checkParameters("SentenceEncoder", parameters, encoderParameterShapes(config, { pooler }));
    if (tokenizer.vocabulary.length > config.bert.vocabSize) {
      throw new RangeError(
        `SentenceEncoder: the model has ${config.bert.vocabSize} words, ` +
          `got a tokenizer with ${tokenizer.vocabulary.length}`,
      );
    }
    this.runner = new SequenceRunner(
      (weights, batch) => forwardSentences(weights, batch, config),
      (rows) => padRows(rows, config.bert.padTokenId),
      { parameters, config: config.bert },
      execution,
    );
  }

  /**
   * A trained encoder, from a folder in sentence-transformers' layout or from the hub.
   *
   * @param folderOrHubName a folder, or "ORGANISATION/MODEL"; one word is looked for among the
   *        models of the organisation sentence-transformers
   */
  static async load(
    folderOrHubName: string,
    options: DownloadModelOptions & LoadBertOptions & SequenceRunnerOptions = {},
  ): Promise<SentenceEncoder> {
    const folder = await findEncoderFolder("SentenceEncoder.load", folderOrHubName, options);
    const { config, parameters, tokenizer } = await loadSentenceEncoder(folder, options);
    return new SentenceEncoder(config, tokenizer, parameters, options);
  }

  /** A BERT that was trained on words, with pooling on top: not good yet, SBERT begins here. */
  static async fromBert(folder: string, options: FromBertOptions = {}): Promise<SentenceEncoder> {
    const { pooling = "mean", normalize = false, dense, ...rest } = options;
    const modes = poolingModes("SentenceEncoder.fromBert", pooling);
    const tokenizer = await BertTokenizer.load(folder);
    const { config: bert, parameters } = await BertEncoder.load(folder, rest);
    const config: SentenceEncoderConfig = {
      ...{ bert, pooling: modes, normalize, lowercase: false },
      maxSequenceLength: options.maxSequenceLength ?? Math.min(128, maxSequenceLength(bert)),
      ...(dense && {
        dense: {
          outFeatures: dense.outFeatures,
          activation: dense.activation ?? "tanh",
          bias: true,
        },
      }),
    };
    const named = Object.entries(parameters).map(([name, tensor]) => [`bert.${name}`, tensor]);
    const all = Object.fromEntries(named) as Record<string, tf.Tensor>;
    if (dense) {
      const shapes = encoderParameterShapes(config, { pooler: false });
      const fresh = Object.entries(shapes).filter(([name]) => name.startsWith("dense."));
      Object.assign(all, initialParameters(Object.fromEntries(fresh), bert, dense.rng));
    }
    return new SentenceEncoder(config, tokenizer, all, rest);
  }

  /** D, numbers per sentence. */
  get size(): number {
    return embeddingSize(this.config);
  }

  /**
   * Sentences to vectors. They are sorted by length and computed batch by batch; the rows come back
   * in the order given. No sentences give [0, D]; the empty sentence has a vector like any other,
   * that of [CLS] [SEP]. A sentence longer than maxSequenceLength is cut, which is said once.
   *
   * @returns [B, D]
   */
  async encode(
    sentences: readonly string[],
    { normalize = false, truncateTo, ...options }: EncodeOptions = {},
  ): Promise<tf.Tensor2D> {
    const caller = "SentenceEncoder.encode";
    assertStrings(caller, "sentences", sentences);
    if (truncateTo !== undefined) assertInteger(caller, { truncateTo }, { min: 1, max: this.size });
    const found = await this.runner.run(caller, this.rowsOf(sentences), options);
    const width = truncateTo ?? this.size;
    if (found === undefined) return tf.zeros([0, width]);
    return shortened(tf.tensor2d(found.values, found.shape), { normalize, truncateTo });
  }

  /** The rows of ids that `encode` computes with; a trainer wants them, too. */
  rowsOf(sentences: readonly string[]): TokenRow[] {
    const { maxSequenceLength: maxLength, lowercase } = this.config;
    const texts = lowercase ? sentences.map((text) => text.toLowerCase()) : sentences;
    const { rows, numCut } = tokenRows(this.tokenizer, texts, { maxLength });
    if (numCut > 0 && !this.hasSaidCut) {
      this.hasSaidCut = true;
      const some = `${numCut} of ${sentences.length} sentences`;
      console.warn(
        `SentenceEncoder: ${some} were cut after ${maxLength} tokens; this is said only once`,
      );
    }
    return rows;
  }

  /** Ids to vectors, eagerly: to look inside, or for a gradient. @returns [B, D] */
  forward(batch: BertBatch, options: ForwardOptions = {}): tf.Tensor2D {
    return forwardSentences(this.parameters, batch, this.config, options);
  }

  /**
   * The same encoder with other weights, trained ones say; it owns them.
   *
   * @param parameters what isn't the encoder's (a head that training needed) is disposed of
   */
  withParameters(parameters: NamedParameters): SentenceEncoder {
    const own = Object.entries(parameters).filter(([name]) => name in this.parameters);
    for (const [name, tensor] of Object.entries(parameters)) {
      if (!(name in this.parameters)) tensor.dispose();
    }
    const { config, tokenizer, execution } = this;
    return new SentenceEncoder(config, tokenizer, Object.fromEntries(own), execution);
  }

  /**
   * Writes a folder that sentence-transformers opens, and transformers.js with its ONNX file. The
   * folder is there whole or not at all.
   */
  save(folder: string, options: SaveSentenceEncoderOptions = {}): Promise<void> {
    return saveSentenceEncoder(folder, this, options);
  }

  /** The modules, as sentence-transformers prints them. */
  toString(): string {
    return describeModules(this.config);
  }

  /** The same, for show(). */
  describe(): string {
    return this.toString();
  }

  /** Frees the weights and the compiled model. */
  async dispose(): Promise<void> {
    await this.runner.dispose();
    for (const tensor of Object.values(this.parameters)) tensor.dispose();
  }
}
