/**
 * What goes into BERT: for each token the sum of three vectors, then layer norm.
 *
 *   e_t = LayerNorm(token[id_t] + position[t] + segment[type_t])
 *
 * All three come from tables that are learned; a look-up is a row of a table. The positions are
 * learned too, unlike the sine waves of Vaswani et al. 2017.
 *
 * Devlin et al. 2019, "BERT", section 3 and figure 2.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import * as tf from "../core/tf";
import type { BertConfig } from "./config";
import { dropout, type DropoutMode } from "./dropout";
import { affine, norm, type ParameterScope } from "./parameters";

/** The three rows of the input picture and what is made of them, each [B, T, E]. */
export interface InputEmbeddings {
  token: tf.Tensor3D;
  /** [1, T, E], the same for each sentence; RoBERTa's, which skips padding, is [B, T, E]. */
  position: tf.Tensor3D;
  /** [1, 1, E] without tokenTypeIds. */
  segment: tf.Tensor3D;
  /** token + position + segment. */
  sum: tf.Tensor3D;
  /** Layer norm of the sum: what the first layer reads. */
  normalized: tf.Tensor3D;
}

/**
 * The three look-ups, their sum and its layer norm.
 *
 * @param inputIds     [B, T] int32
 * @param tokenTypeIds [B, T] int32; undefined: all of segment 0
 * @param parameters   the weights below `embeddings`
 */
export function lookUpEmbeddings(
  inputIds: tf.Tensor2D,
  tokenTypeIds: tf.Tensor2D | undefined,
  parameters: ParameterScope,
  config: BertConfig,
): InputEmbeddings {
  const token = lookUp(parameters.get("word_embeddings.weight"), inputIds);
  const segments = parameters.get("token_type_embeddings.weight") as tf.Tensor2D;
  const segment =
    tokenTypeIds === undefined ? firstRows(segments, 1) : lookUp(segments, tokenTypeIds);
  const positions = parameters.get("position_embeddings.weight") as tf.Tensor2D;
  const position = config.positionsSkipPadding
    ? lookUp(positions, positionsSkippingPadding(inputIds, config.padTokenId))
    : firstRows(positions, inputIds.shape[1]);
  const sum = tf.add<tf.Tensor3D>(tf.add(token, position), segment);
  const normalized = norm(sum, parameters.in("LayerNorm"), config.layerNormEps);
  return { token, position, segment, sum, normalized };
}

/**
 * What the first layer reads.
 *
 * @param parameters the whole encoder's weights
 * @returns          [B, T, D]
 */
export function embed(
  { inputIds, tokenTypeIds }: { inputIds: tf.Tensor2D; tokenTypeIds?: tf.Tensor2D },
  parameters: ParameterScope,
  config: BertConfig,
  mode: DropoutMode,
): tf.Tensor3D {
  const scope = parameters.in("embeddings");
  const { normalized } = lookUpEmbeddings(inputIds, tokenTypeIds, scope, config);
  const kept = dropout(normalized, config.hiddenDropoutProb, mode);
  // ALBERT's narrow vectors are widened here, once for all layers.
  return config.modelType === "albert" ? affine(kept, scope.in("projection")) : kept;
}

/** Rows of a table: [V, E] and ids [B, T] give [B, T, E]. */
function lookUp(table: tf.Tensor, ids: tf.Tensor2D): tf.Tensor3D {
  const [batchSize, length] = ids.shape;
  const rows = tf.gather(table, tf.reshape(ids, [batchSize * length])); // [B·T, E]
  return tf.reshape(rows, [batchSize, length, table.shape[1]!]);
}

function firstRows(table: tf.Tensor2D, length: number): tf.Tensor3D {
  const width = table.shape[1];
  return tf.reshape(tf.slice(table, [0, 0], [length, width]), [1, length, width]);
}

/**
 * RoBERTa's count: padding stays at padTokenId, the tokens get padTokenId + 1, padTokenId + 2, …
 *
 * @returns [B, T] int32
 */
function positionsSkippingPadding(inputIds: tf.Tensor2D, padTokenId: number): tf.Tensor2D {
  const isToken = tf.cast(tf.notEqual(inputIds, padTokenId), "int32");
  const count = tf.mul(tf.cumsum(isToken, 1), isToken);
  return tf.cast(tf.add(count, padTokenId), "int32") as tf.Tensor2D;
}
