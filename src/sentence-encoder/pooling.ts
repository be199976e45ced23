/**
 * Pooling: many vectors, one for each token, become one vector for the sentence.
 *
 *   mean       Σ_t m_t h_t / Σ_t m_t                 m_t = 1 for a token, 0 for padding
 *   sqrt       Σ_t m_t h_t / √(Σ_t m_t)
 *   weighted   Σ_t m_t n_t h_t / Σ_t m_t n_t         n_t = 1, 2, 3, … over the tokens
 *   cls, last  h_t of the first token, of the last one
 *   max        max_t h_t, for each of the D numbers
 *
 * All but the last are sums over the tokens that differ in the weights alone, and all look at the
 * attention mask: a sentence has the same vector alone and in any batch. Leave the mask out, and
 * the vector depends on how long the neighbours are; nothing warns of it.
 *
 * Reimers & Gurevych 2019, "Sentence-BERT", section 3 (cls, mean, max); weighted mean Muennighoff
 * 2022, "SGPT", section 3.2.1. Names are those of sentence-transformers, whose numbers these are.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { assertRank, inWords } from "../core/check";
import * as tf from "../core/tf";

export type PoolingMode =
  "cls" | "max" | "mean" | "mean_sqrt_len_tokens" | "weightedmean" | "lasttoken";

/** In the order in which several of them are put side by side. */
export const POOLING_MODES: readonly PoolingMode[] = [
  ...(["cls", "max", "mean", "mean_sqrt_len_tokens"] as const),
  ...(["weightedmean", "lasttoken"] as const),
];

/** What a token's vector counts, from m [B, T], 1 for a token. @returns [B, T] */
type TokenWeights = (isToken: tf.Tensor2D) => tf.Tensor2D;

const WEIGHTS: Readonly<Record<Exclude<PoolingMode, "max">, TokenWeights>> = {
  cls: (isToken) => where(tf.equal(tf.mul(isToken, tf.cumsum(isToken, 1)), 1)),
  mean: (isToken) => share(isToken),
  mean_sqrt_len_tokens: (isToken) => tf.div(isToken, tf.sqrt(atLeastOne(isToken))),
  weightedmean: (isToken) => share(tf.mul(isToken, tf.cumsum(isToken, 1))),
  lasttoken: (isToken) => {
    // The first one, seen from the end.
    const fromEnd = tf.cumsum(isToken, 1, false, true);
    return where(tf.equal(tf.mul(isToken, fromEnd), 1));
  },
};

/**
 * One vector for each sentence. A row that is padding only has no tokens to speak of: it gives
 * zeros, and never NaN.
 *
 * @param hidden        [B, T, D] vectors of the tokens, as the encoder's last layer gives them
 * @param attentionMask [B, T] 1 for a token, 0 for padding
 * @param mode          default "mean"; several are put side by side, in the order of POOLING_MODES
 * @returns             [B, D], or [B, K·D] for K modes
 */
export function pool(
  hidden: tf.Tensor3D,
  attentionMask: tf.Tensor2D,
  mode: PoolingMode | readonly PoolingMode[] = "mean",
): tf.Tensor2D {
  const modes = poolingModes("pool", mode);
  assertRank("pool", "hidden", hidden, 3);
  const [batchSize, length] = hidden.shape;
  if (String(attentionMask.shape) !== String([batchSize, length])) {
    throw new RangeError(
      `pool: attentionMask must be [${[batchSize, length]}] like hidden [${hidden.shape}], ` +
        `got [${attentionMask.shape}]`,
    );
  }
  return tf.tidy(() => {
    const isToken = tf.cast(attentionMask, "float32") as tf.Tensor2D;
    const pooled = modes.map((each) =>
      each === "max" ? maximum(hidden, isToken) : weightedSum(hidden, WEIGHTS[each](isToken)),
    );
    return pooled.length === 1 ? pooled[0]! : (tf.concat(pooled, 1) as tf.Tensor2D);
  });
}

/** The modes asked for, in their one order, each once. @throws RangeError for one unknown */
export function poolingModes(
  caller: string,
  mode: PoolingMode | readonly PoolingMode[],
): PoolingMode[] {
  const asked = typeof mode === "string" ? [mode] : mode;
  const unknown = asked.find((each) => !POOLING_MODES.includes(each));
  if (asked.length === 0 || unknown !== undefined) {
    const known = POOLING_MODES.join(", ");
    throw new RangeError(`${caller}: pooling must be some of ${known}, got ${inWords(unknown)}`);
  }
  return POOLING_MODES.filter((each) => asked.includes(each));
}

/** Σ_t w_t h_t: [B, T, D] and [B, T] give [B, D]. */
function weightedSum(hidden: tf.Tensor3D, weights: tf.Tensor2D): tf.Tensor2D {
  return tf.sum(tf.mul(hidden, tf.expandDims(weights, 2)), 1) as tf.Tensor2D;
}

/** Below every number that a layer gives. */
const LOWEST = -1e9;

function maximum(hidden: tf.Tensor3D, isToken: tf.Tensor2D): tf.Tensor2D {
  const mask = tf.expandDims(isToken, 2); // [B, T, 1]
  // Times the mask first: a number that isn't finite at padding must not come through.
  const kept = tf.add(tf.mul(hidden, mask), tf.mul(tf.sub(1, mask), LOWEST));
  return tf.mul(tf.max(kept, 1), tf.max(isToken, 1, true)) as tf.Tensor2D;
}

/** Weights that sum to 1 over the sentence. */
function share(weights: tf.Tensor2D): tf.Tensor2D {
  return tf.div(weights, atLeastOne(weights));
}

/** The sum over each row; 1 where there is nothing to sum. @returns [B, 1] */
function atLeastOne(weights: tf.Tensor2D): tf.Tensor2D {
  return tf.maximum(tf.sum(weights, 1, true), 1);
}

function where(condition: tf.Tensor): tf.Tensor2D {
  return tf.cast(condition, "float32") as tf.Tensor2D;
}
