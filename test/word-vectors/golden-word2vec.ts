/** Numbers computed apart from us (test/golden/word2vec.json: float64 numpy), typed. */
import golden from "../golden/word2vec.json";
import { EmbeddingTable } from "../../src/word-vectors/embedding-table";

export { golden };

export function table(rows: number[][]): EmbeddingTable {
  return new EmbeddingTable(Float64Array.from(rows.flat()), rows[0]!.length);
}

export const inputTable = () => table(golden.W_in);
export const outputTable = () => table(golden.W_out);

/** Largest distance between two lists of numbers, or tables. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const gap = Math.abs(a[i]! - b[i]!);
    if (!(gap <= largest)) largest = gap; // NaN counts
  }
  return largest;
}
