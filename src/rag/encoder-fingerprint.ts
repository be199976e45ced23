/**
 * A name for what an encoder computes: the same weights, pooling and tokenizer have the same, and
 * any change of one number gives another. Vectors of two encoders can't be compared, and a store
 * tells by this which encoder filled it.
 *
 * SHA-256 (FIPS 180-4) of everything that the vectors depend on; the first 16 of its letters, after
 * a word for the reader.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { createHash, type Hash } from "node:crypto";
import { inWords } from "../core/check";
import type { SentenceEncoder } from "../sentence-encoder/sentence-encoder";
import type { StaticEncoder } from "../sentence-encoder/static-encoder";
import { FastTextVectors } from "../word-vectors/fasttext-vectors";
import { WordVectors } from "../word-vectors/word-vectors";

/** What tokenizers differ in: capitals, accents, marks, other scripts, unknown words. */
const PROBE = "Straße, ÉTÉ déjà; it's UNseen-words\u0000 東京 42nd\u200b!";

/** @returns "bert-128-9f86d081884c7d65": the kind, the width, the hash */
export async function sentenceEncoderFingerprint(encoder: SentenceEncoder): Promise<string> {
  const hash = createHash("sha256");
  await addSentenceEncoder(hash, encoder);
  return named(encoder.config.bert.modelType, encoder.size, hash);
}

/** Of both towers, since vectors of one are only good for questions of the other. */
export async function towersFingerprint(
  question: SentenceEncoder,
  answer: SentenceEncoder,
): Promise<string> {
  const hash = createHash("sha256");
  await addSentenceEncoder(hash, question);
  if (question !== answer) await addSentenceEncoder(hash, answer);
  return named(question === answer ? "siamese" : "dual", answer.size, hash);
}

/** @throws TypeError for word vectors of a kind that can't be listed */
export function staticEncoderFingerprint({ words, tokenize, size }: StaticEncoder): string {
  if (!(words instanceof WordVectors)) {
    throw new TypeError(
      "staticChunkEncoder: words must be WordVectors, or fingerprint must be given," +
        ` got ${inWords(words)}`,
    );
  }
  const hash = createHash("sha256");
  hash.update(JSON.stringify(words.words)).update(bytesOf(words.values));
  if (words instanceof FastTextVectors) {
    const { minN, maxN, buckets } = words;
    hash.update(JSON.stringify({ minN, maxN, buckets })).update(bytesOf(words.ngramVectors));
  }
  hash.update(JSON.stringify(tokenize(PROBE)));
  return named("static", size, hash);
}

async function addSentenceEncoder(hash: Hash, encoder: SentenceEncoder): Promise<void> {
  const { config, tokenizer, parameters } = encoder;
  hash.update(JSON.stringify(config)).update(JSON.stringify(tokenizer.vocabulary));
  hash.update(JSON.stringify(tokenizer.encode(PROBE).inputIds));
  for (const name of Object.keys(parameters).sort()) {
    const { shape } = parameters[name]!;
    hash.update(JSON.stringify([name, shape])).update(bytesOf(await parameters[name]!.data()));
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function named(kind: string, size: number, hash: Hash): string {
  return `${kind}-${size}-${hash.digest("hex").slice(0, 16)}`;
}
