/**
 * The lab's encoders as ingesting and asking want them: vectors as plain arrays, of length 1, with
 * a fingerprint and a count of tokens.
 *
 *   const encoder = await sentenceChunkEncoder(await SentenceEncoder.load(folder));
 *   await ingestFolder("town", { store, encoder });
 *
 * The adapters don't own the encoders: whoever made one disposes of it.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import type * as tf from "../core/tf";
import type { DualEncoder } from "../dual-encoder/dual-encoder";
import type { SentenceEncoder } from "../sentence-encoder/sentence-encoder";
import type { StaticEncoder } from "../sentence-encoder/static-encoder";
import type { ChunkEncoder } from "./chunk-encoder";
import {
  sentenceEncoderFingerprint,
  staticEncoderFingerprint,
  towersFingerprint,
} from "./encoder-fingerprint";
import type { QueryEncoder } from "./query-encoder";

/** One encoder for chunks, and through queryEncoder() for questions. */
export async function sentenceChunkEncoder(encoder: SentenceEncoder): Promise<ChunkEncoder> {
  return towerEncoder(encoder, await sentenceEncoderFingerprint(encoder));
}

/** The two sides of a dual encoder, each for its own kind of text. */
export async function dualEncoderSides(
  dual: DualEncoder,
): Promise<{ chunks: ChunkEncoder; questions: QueryEncoder }> {
  const { question, answer } = dual.towers;
  const fingerprint = await towersFingerprint(question, answer);
  const { encode, ...questions } = towerEncoder(question, fingerprint);
  const embedQuery = async (text: string) => (await encode([text]))[0]!;
  return { chunks: towerEncoder(answer, fingerprint), questions: { ...questions, embedQuery } };
}

/** @param fingerprint default: a hash of the word vectors, where they are WordVectors */
export function staticChunkEncoder(encoder: StaticEncoder, fingerprint?: string): ChunkEncoder {
  return {
    dimension: encoder.size,
    fingerprint: fingerprint ?? staticEncoderFingerprint(encoder),
    encode: async (texts) => rowsOf(await encoder.encode(texts, { normalize: true })),
    countTokens: (text) => encoder.tokenize(text).length,
  };
}

function towerEncoder(encoder: SentenceEncoder, fingerprint: string): ChunkEncoder {
  const { tokenizer, config } = encoder;
  const { maxSequenceLength, lowercase } = config;
  return {
    ...{ dimension: encoder.size, fingerprint },
    maxTokens: maxSequenceLength - SPECIAL_TOKENS,
    encode: async (texts) => rowsOf(await encoder.encode(texts, { normalize: true })),
    countTokens(text) {
      const { lengths } = tokenizer.encodeToArrays([lowercase ? text.toLowerCase() : text]);
      return lengths[0]! - SPECIAL_TOKENS;
    },
  };
}

/** [CLS] and [SEP]. */
const SPECIAL_TOKENS = 2;

/** [N, D] to N arrays [D]; the tensor is disposed of. */
async function rowsOf(tensor: tf.Tensor2D): Promise<Float32Array[]> {
  const [count, size] = tensor.shape;
  const values = (await tensor.data()) as Float32Array;
  tensor.dispose();
  return Array.from({ length: count }, (_, i) => values.slice(i * size, (i + 1) * size));
}
