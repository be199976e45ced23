/**
 * What ingesting and asking need of an encoder, whichever kind it is.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
export interface ChunkEncoder {
  /** D, numbers per vector. */
  readonly dimension: number;
  /** The same for the same weights, pooling and tokenizer; a store refuses another's vectors. */
  readonly fingerprint: string;
  /** Most tokens it reads of a text, special ones not counted. Default: any number. */
  readonly maxTokens?: number;
  /** @returns a vector [D] for each text */
  encode(texts: readonly string[]): Promise<Float32Array[]>;
  /** Tokens of a text, special ones not counted. */
  countTokens(text: string): number;
}
