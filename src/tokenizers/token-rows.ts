/**
 * Texts as rows of ids, each as long as its text: what a batch is made of once it is known which
 * rows are to stand beside each other.
 *
 *   tokenRows(tokenizer, ["The cat sat.", "A dog"], { maxLength: 128 }).rows[1].inputIds
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import type { BertTokenizer, TextOrPair } from "./bert-tokenizer";

/** One text or pair, without padding. */
export interface TokenRow {
  inputIds: Int32Array;
  /** 0 in sentence A, 1 in sentence B. */
  tokenTypeIds: Int32Array;
}

export interface TokenRows {
  /** Row i belongs to text i. */
  rows: TokenRow[];
  /** How many texts were longer than `maxLength`, and were cut. */
  numCut: number;
}

/** Tokenized at once; a rectangle of many more would be padding mostly. */
const CHUNK = 256;

/** @param options maxLength: most tokens of a row, [CLS] and [SEP] included */
export function tokenRows(
  tokenizer: BertTokenizer,
  texts: readonly TextOrPair[],
  { maxLength }: { maxLength: number },
): TokenRows {
  const rows: TokenRow[] = [];
  let numCut = 0;
  for (let from = 0; from < texts.length; from += CHUNK) {
    const chunk = texts.slice(from, from + CHUNK);
    // One token more than fits, so that a text that is cut can be told from one that just fits.
    const probe = tokenizer.encodeToArrays(chunk, { maxLength: maxLength + 1 });
    const isCut = probe.lengths.some((length) => length > maxLength);
    const arrays = isCut ? tokenizer.encodeToArrays(chunk, { maxLength }) : probe;
    const [, width] = arrays.shape;
    arrays.lengths.forEach((length, row) => {
      if (probe.lengths[row]! > maxLength) numCut++;
      const [start, end] = [row * width, row * width + length];
      rows.push({
        inputIds: arrays.inputIds.slice(start, end),
        tokenTypeIds: arrays.tokenTypeIds.slice(start, end),
      });
    });
  }
  return { rows, numCut };
}

/** Rows side by side, filled up to the longest: [B, T] each. */
export function padRows(
  rows: readonly TokenRow[],
  padId: number,
): Record<"inputIds" | "tokenTypeIds" | "attentionMask", { shape: number[]; data: Int32Array }> {
  const longest = rows.reduce((most, { inputIds }) => Math.max(most, inputIds.length), 0);
  const shape = [rows.length, longest];
  const filled = (value: number) => ({
    shape,
    data: new Int32Array(rows.length * longest).fill(value),
  });
  const batch = { inputIds: filled(padId), tokenTypeIds: filled(0), attentionMask: filled(0) };
  rows.forEach(({ inputIds, tokenTypeIds }, row) => {
    const start = row * longest;
    batch.inputIds.data.set(inputIds, start);
    batch.tokenTypeIds.data.set(tokenTypeIds, start);
    batch.attentionMask.data.fill(1, start, start + inputIds.length);
  });
  return batch;
}
