/**
 * Siamese training: two or three sentences go through one encoder, with one set of weights, and a
 * loss looks at the vectors that come out.
 *
 *   u = f(a; w),  v = f(b; w)        L(u, v, label),  ∂L/∂w = both paths, added up
 *
 * Each sentence is read by itself, as it will be later, so nothing has to change after training but
 * to throw away what the loss needed besides (a classifier on [u; v; |u − v|], say).
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3; Bromley et al. 1993, "Signature Verification
 * using a Siamese Time Delay Neural Network", for the idea.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import type { UniformSource } from "../bert/dropout";
import type { NamedParameters } from "../bert/parameters";
import { assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import { mapBatches, type BatchStream } from "../data/batch-stream";
import { padRows } from "../tokenizers/token-rows";
import { forwardSentences } from "./modules";
import type { SentenceEncoder } from "./sentence-encoder";

/** What a loss may look at besides the embeddings. */
export interface EmbeddingLossContext {
  /** [B], where the objective has labels. */
  label: tf.Tensor1D;
  /** The weights given as `head`, by their names there. */
  head: NamedParameters;
  random: UniformSource;
  training: boolean;
}

/**
 * Any loss of src/losses with its options filled in:
 *
 *   ([u, v], { label }) => cosineSimilarityLoss(u, v, label)
 *
 * @param embeddings one [B, D] for each column: anchor, positive, negative
 */
export type EmbeddingLoss = (
  embeddings: readonly tf.Tensor2D[],
  context: EmbeddingLossContext,
) => tf.Scalar;

export interface SiameseOptions {
  /** Sentences per row: 2 for pairs, 3 for triplets. Default 2. */
  numColumns?: number;
  loss: EmbeddingLoss;
  /** The type of a row's label: int32 for classes. Default: rows have none. */
  label?: "float32" | "int32";
  /** Weights that the loss needs besides; they are trained along. Default none. */
  head?: NamedParameters;
  /** Which of the encoder's weights stay as they are. Default: none but BERT's own pooler. */
  frozen?: (name: string) => boolean;
}

export interface SiameseObjective {
  weights: Record<string, tf.Tensor>;
  inputs: Record<string, { dtype: "int32" | "float32"; shape: (number | string)[] }>;
  loss(
    weights: NamedParameters,
    batch: NamedParameters,
    context: { random: UniformSource; training: boolean },
  ): { loss: tf.Scalar; weight: tf.Tensor };
  frozen(name: string): boolean;
  description: unknown;
}

/** What siameseBatches makes, as a trainer feeds it. */
export type SiameseBatch = Readonly<
  Record<string, { shape: number[]; data: Int32Array | Float32Array }>
>;

/**
 * The model that a Trainer takes. Its weights are the encoder's and, as head/NAME, the head's; they
 * stay the caller's. Trained ones make a new encoder: encoder.withParameters(await
 * trainer.weights()).
 */
export function siameseObjective(
  encoder: SentenceEncoder,
  { numColumns = 2, loss, label, head = {}, frozen = () => false }: SiameseOptions,
): SiameseObjective {
  assertInteger("siameseObjective", { numColumns }, { min: 1 });
  if (typeof loss !== "function") {
    throw new TypeError(`siameseObjective: loss must be a function, got ${inWords(loss)}`);
  }
  const { config, parameters } = encoder;
  const named = Object.entries(head).map(([name, tensor]) => [HEAD + name, tensor] as const);
  const ids = { dtype: "int32" as const, shape: [numColumns, "B", "T"] };
  return {
    weights: { ...parameters, ...Object.fromEntries(named) },
    inputs: {
      ...{ inputIds: ids, attentionMask: ids },
      ...(label && { label: { dtype: label, shape: ["B"] } }),
    },
    loss: (weights, batch, { random, training }) => {
      const embeddings = embedColumns(weights, batch, encoder, { training, rng: random });
      const own = Object.entries(weights).filter(([name]) => name.startsWith(HEAD));
      const context = {
        head: Object.fromEntries(own.map(([name, tensor]) => [name.slice(HEAD.length), tensor])),
        ...{ label: batch["label"] as tf.Tensor1D, random, training },
      };
      const rows = tf.slice(tf.onesLike(embeddings[0]!), [0, 0], [-1, 1]);
      return { loss: loss(embeddings, context), weight: tf.sum(rows) };
    },
    // BERT's own pooler stands beside the path from words to embedding.
    frozen: (name) => name.startsWith("bert.pooler.") || frozen(name),
    description: { ...config, numColumns, label: label ?? "none" },
  };
}

const HEAD = "head/";

/** All columns in one pass: [C, B, T] as [C·B, T], and back. @returns C tensors [B, D] */
function embedColumns(
  weights: NamedParameters,
  { inputIds, attentionMask }: NamedParameters,
  { config }: SentenceEncoder,
  mode: { training: boolean; rng: UniformSource },
): tf.Tensor2D[] {
  const [numColumns, batchSize, length] = inputIds!.shape as [number, number, number];
  const flat = (tensor: tf.Tensor) => tf.reshape(tensor, [numColumns * batchSize, length]);
  const batch = { inputIds: flat(inputIds!), attentionMask: flat(attentionMask!) };
  const all = forwardSentences(weights, batch, config, mode);
  const columns = tf.reshape(all, [numColumns, batchSize, all.shape[1]]);
  return tf.unstack(columns, 0) as tf.Tensor2D[];
}

export interface SiameseBatchOptions<Row> {
  /** A row's sentences, as many as the objective has columns. */
  sentencesOf: (row: Row) => readonly string[];
  /** A row's label. Default: none. */
  labelOf?: (row: Row) => number;
  /** The label's type, as the objective's. Default "float32". */
  label?: "float32" | "int32";
  /** For the fingerprint of the stream. */
  rng: Rng;
}

/**
 * Rows as batches of ids, padded to the longest sentence of the batch.
 *
 * @param stream such as shuffledBatches, or distinctBatches for losses with in-batch negatives
 */
export function siameseBatches<Row>(
  stream: BatchStream<Row[]>,
  encoder: Pick<SentenceEncoder, "rowsOf" | "config">,
  { sentencesOf, labelOf, label = "float32", rng }: SiameseBatchOptions<Row>,
): BatchStream<SiameseBatch> {
  const { maxSequenceLength: length, bert } = encoder.config;
  const convert = (rows: Row[]): SiameseBatch => {
    const sentences = rows.map(sentencesOf);
    const numColumns = sentences[0]!.length;
    const odd = sentences.findIndex((each) => each.length !== numColumns);
    if (odd >= 0) {
      throw new RangeError(
        `siameseBatches: each row must have ${numColumns} sentences, got ${sentences[odd]!.length}`,
      );
    }
    const columns = Array.from({ length: numColumns }, (_, column) =>
      sentences.map((each) => each[column]!),
    );
    const { inputIds, attentionMask } = padRows(encoder.rowsOf(columns.flat()), bert.padTokenId);
    const shape = [numColumns, rows.length, inputIds.shape[1]!];
    const batch = {
      inputIds: { shape, data: inputIds.data },
      attentionMask: { shape, data: attentionMask.data },
    };
    if (labelOf === undefined) return batch;
    const values = rows.map(labelOf);
    const data = label === "int32" ? Int32Array.from(values) : Float32Array.from(values);
    return { ...batch, label: { shape: [rows.length], data } };
  };
  return mapBatches(stream, convert, { rng, name: `siameseBatches ${length} ${label}` });
}
