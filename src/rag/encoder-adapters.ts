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
  const countWord = (word: string) => {
    const { lengths } = tokenizer.encodeToArrays([lowercase ? word.toLowerCase() : word]);
    return lengths[0]! - SPECIAL_TOKENS;
  };
  return {
    ...{ dimension: encoder.size, fingerprint },
    maxTokens: maxSequenceLength - SPECIAL_TOKENS,
    encode: async (texts) => rowsOf(await encoder.encode(texts, { normalize: true })),
    countTokens: wordByWord(countWord),
  };
}

/**
 * WordPiece looks at each word alone, so a word has to be counted only once; a text's sentences are
 * counted several times while chunks are cut.
 */
function wordByWord(countWord: (word: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  const count = (word: string) => {
    const found = known.get(word) ?? countWord(word);
    if (known.size < MOST_WORDS) known.set(word, found);
    return found;
  };
  return (text) => {
    let sum = 0;
    for (const word of text.split(/\s+/)) if (word !== "") sum += count(word);
    return sum;
  };
}

/** Remembered; a corpus has some ten thousand, but a file may be made of nothing but new ones. */
const MOST_WORDS = 100_000;

/** [CLS] and [SEP]. */
const SPECIAL_TOKENS = 2;

/** [N, D] to N arrays [D]; the tensor is disposed of. */
async function rowsOf(tensor: tf.Tensor2D): Promise<Float32Array[]> {
  const [count, size] = tensor.shape;
  const values = (await tensor.data()) as Float32Array;
  tensor.dispose();
  return Array.from({ length: count }, (_, i) => values.slice(i * size, (i + 1) * size));
}
