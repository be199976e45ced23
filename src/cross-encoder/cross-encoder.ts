/**
 * A cross-encoder: two texts in at once, one score out.
 *
 *   [CLS] A [SEP] B [SEP]  →  logits = W·p + b, p the pooled vector of [CLS]   →  score = σ(logit)
 *
 * Each word of A can look at each word of B, so it judges better than comparing two vectors that
 * were made apart. The price: nothing can be computed before, n sentences have n(n − 1)/2 pairs,
 * and each pair is a pass through the model. Nogueira & Cho 2019, "Passage Re-ranking with BERT",
 * section 3; the costs Reimers & Gurevych 2019, "Sentence-BERT", section 1.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import { BertEncoder, type ForwardOptions } from "../bert/bert-encoder";
import type { BertBatch } from "../bert/batch";
import { maxSequenceLength as positionsOf, type BertConfig } from "../bert/config";
import type { LoadBertOptions } from "../bert/load-bert";
import type { LoadEncoderOptions } from "../bert/lowest-layers";
import { checkParameters, encoderShapes, initialParameters } from "../bert/parameter-shapes";
import type { NamedParameters } from "../bert/parameters";
import { forwardClassifier } from "../bert/sequence-classifier";
import {
  SequenceRunner,
  type RunSequencesOptions,
  type SequenceRunnerOptions,
} from "../bert/sequence-runner";
import { assertInteger, assertStrings, inWords } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { BertTokenizer } from "../tokenizers/bert-tokenizer";
import { padRows, tokenRows, type TokenRow } from "../tokenizers/token-rows";
import type { CrossEncoderConfig } from "./config";
import { rankedDocuments, type RankedDocument } from "./ranked-documents";
import {
  loadCrossEncoder,
  saveCrossEncoder,
  type SaveCrossEncoderOptions,
} from "./cross-encoder-files";

export type TextPair = readonly [first: string, second: string];

export interface FromBertOptions extends LoadEncoderOptions, SequenceRunnerOptions {
  /** Draws the head. */
  rng: Rng;
  /** Default 1. */
  numLabels?: number;
  /** Default 128, or the position table's length if that is less. */
  maxSequenceLength?: number;
}

export interface ScoreOptions extends RunSequencesOptions {
  /** "sigmoid": from 0 to 1. "identity": the logit itself, for distillation. Default "sigmoid". */
  activation?: "sigmoid" | "identity";
}

export interface RerankOptions extends ScoreOptions {
  /** How many to return at most. Default: all. */
  k?: number;
}

export class CrossEncoder {
  private readonly runner: SequenceRunner<TokenRow>;
  private hasSaidCut = false;

  /**
   * @param parameters "bert.…", "classifier.weight" [C, D] and "classifier.bias" [C]; the encoder
   *        owns them from now on
   */
  constructor(
    readonly config: CrossEncoderConfig,
    readonly tokenizer: BertTokenizer,
    readonly parameters: NamedParameters,
    private readonly execution: SequenceRunnerOptions = {},
  ) {
    const { bert, numLabels, maxSequenceLength } = config;
    assertInteger("CrossEncoder", { numLabels }, { min: 1 });
    assertInteger("CrossEncoder", { maxSequenceLength }, { min: 5, max: positionsOf(bert) });
    checkParameters("CrossEncoder", parameters, shapesOf(bert, numLabels));
    this.runner = new SequenceRunner(
      (weights, batch) => forwardClassifier(weights, batch, bert),
      (rows) => padRows(rows, bert.padTokenId),
      { parameters, config: bert },
      execution,
    );
  }

  /** From a folder in the layout of Hugging Face's BertForSequenceClassification. */
  static async load(
    folder: string,
    options: LoadBertOptions & SequenceRunnerOptions & { maxSequenceLength?: number } = {},
  ): Promise<CrossEncoder> {
    const { config, tokenizer, parameters } = await loadCrossEncoder(folder, options);
    return new CrossEncoder(config, tokenizer, parameters, options);
  }

  /** A pre-trained BERT with its pooler, and a new head that has to be trained. */
  static async fromBert(folder: string, options: FromBertOptions): Promise<CrossEncoder> {
    const { numLabels = 1, rng, ...rest } = options;
    assertInteger("CrossEncoder.fromBert", { numLabels }, { min: 1 });
    const tokenizer = await BertTokenizer.load(folder);
    const { config: bert, parameters } = await BertEncoder.load(folder, rest);
    if (parameters["pooler.dense.weight"] === undefined) {
      tf.dispose(Object.values(parameters));
      throw new RangeError(`CrossEncoder.fromBert: needs a BERT with a pooler, got ${folder}`);
    }
    const body = Object.entries(parameters).map(([name, tensor]) => [`bert.${name}`, tensor]);
    const head = initialParameters(headShapes(bert, numLabels), bert, rng);
    const maxSequenceLength = options.maxSequenceLength ?? Math.min(128, positionsOf(bert));
    const all = { ...(Object.fromEntries(body) as Record<string, tf.Tensor>), ...head };
    return new CrossEncoder({ bert, numLabels, maxSequenceLength }, tokenizer, all, rest);
  }

  /**
   * One score for each pair, in their order; for a model with one label.
   *
   * @returns [B]
   */
  async score(
    pairs: readonly TextPair[],
    { activation = "sigmoid", ...options }: ScoreOptions = {},
  ): Promise<Float32Array> {
    const { numLabels } = this.config;
    if (numLabels !== 1) {
      throw new RangeError(
        `CrossEncoder.score: this model has ${numLabels} classes and no score; ask for logits`,
      );
    }
    if (activation !== "sigmoid" && activation !== "identity") {
      const got = inWords(activation);
      throw new RangeError(`CrossEncoder.score: activation must be sigmoid, identity, got ${got}`);
    }
    const found = await this.run("CrossEncoder.score", pairs, options);
    return activation === "identity" ? found : found.map((logit) => 1 / (1 + Math.exp(-logit)));
  }

  /** What the head says of each pair, before any softmax or sigmoid. @returns [B, C] */
  async logits(
    pairs: readonly TextPair[],
    options: RunSequencesOptions = {},
  ): Promise<tf.Tensor2D> {
    const values = await this.run("CrossEncoder.logits", pairs, options);
    return tf.tensor2d(values, [pairs.length, this.config.numLabels]);
  }

  /** The documents by how well they answer the query, best first. */
  async rerank(
    query: string,
    documents: readonly string[],
    { k = documents.length, ...options }: RerankOptions = {},
  ): Promise<RankedDocument[]> {
    assertStrings("CrossEncoder.rerank", "documents", documents);
    assertInteger("CrossEncoder.rerank", { k }, { min: 0 });
    const pairs = documents.map((document) => [query, document] as const);
    const scores = await this.score(pairs, options);
    return rankedDocuments(documents, scores, k);
  }

  /** The rows of ids that `score` computes with; a trainer wants them, too. */
  rowsOf(pairs: readonly TextPair[], caller: string = "CrossEncoder.rowsOf"): TokenRow[] {
    if (!Array.isArray(pairs)) {
      throw new TypeError(`${caller}: pairs must be an array of pairs, got ${inWords(pairs)}`);
    }
    (pairs as readonly TextPair[]).forEach((pair, i) => {
      assertStrings(caller, `pairs[${i}]`, pair);
      if (pair.length === 2) return;
      throw new RangeError(
        `${caller}: pairs[${i}] must be two texts, got ${pair.length as number}`,
      );
    });
    const { maxSequenceLength: maxLength } = this.config;
    const { rows, numCut } = tokenRows(this.tokenizer, pairs, { maxLength });
    if (numCut > 0 && !this.hasSaidCut) {
      this.hasSaidCut = true;
      const some = `${numCut} of ${pairs.length} pairs`;
      console.warn(
        `CrossEncoder: ${some} were cut after ${maxLength} tokens; this is said only once`,
      );
    }
    return rows;
  }

  /** Ids to logits, eagerly. @returns [B, C] */
  forward(batch: BertBatch, options: ForwardOptions = {}): tf.Tensor2D {
    return forwardClassifier(this.parameters, batch, this.config.bert, options);
  }

  /** The same encoder with other weights, trained ones say; it owns them. */
  withParameters(parameters: NamedParameters): CrossEncoder {
    return new CrossEncoder(this.config, this.tokenizer, parameters, this.execution);
  }

  /** Writes a folder that Hugging Face's libraries open; whole or not at all. */
  save(folder: string, options: SaveCrossEncoderOptions = {}): Promise<void> {
    return saveCrossEncoder(folder, this, options);
  }

  /** Frees the weights and the compiled model. */
  async dispose(): Promise<void> {
    await this.runner.dispose();
    for (const tensor of Object.values(this.parameters)) tensor.dispose();
  }

  private async run(
    caller: string,
    pairs: readonly TextPair[],
    options: RunSequencesOptions,
  ): Promise<Float32Array> {
    const found = await this.runner.run(caller, this.rowsOf(pairs, caller), options);
    return found?.values ?? new Float32Array(0);
  }
}

function headShapes(bert: BertConfig, numLabels: number): Record<string, readonly number[]> {
  return { "classifier.weight": [numLabels, bert.hiddenSize], "classifier.bias": [numLabels] };
}

function shapesOf(bert: BertConfig, numLabels: number): Record<string, readonly number[]> {
  const body = Object.entries(encoderShapes(bert)).map(([name, shape]) => [`bert.${name}`, shape]);
  return {
    ...(Object.fromEntries(body) as Record<string, readonly number[]>),
    ...headShapes(bert, numLabels),
  };
}
