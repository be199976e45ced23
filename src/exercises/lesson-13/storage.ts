/**
 * Exercise 13.storage: what a collection of embeddings takes.
 *
 *   bytes = N · D · bits / 8
 */
import type { Exercise } from "../exercise";

type Input = [documents: number, size: number, bits: number];

export const storage: Exercise<Input, number> = {
  id: "13.storage",
  title: "What it takes",
  functionName: "gigabytes",
  statement:
    "Write `gigabytes(documents, size, bits)`: how many gigabytes (10⁹ bytes) do the embeddings " +
    "of " +
    "so many documents take, with `size` numbers each and `bits` bits a number? 32 bits for " +
    "float32, 8 for int8, 1 for signs.",
  stub: `function gigabytes(documents: number, size: number, bits: number): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 5,
  examples: [
    [250_000_000, 1024, 32],
    [250_000_000, 1024, 1],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      return [1e6 * (1 + rng.integer(500)), rng.pick([64, 384, 768, 1536]), rng.pick([1, 8, 16])];
    });
  },
  reference: (documents, size, bits) => (documents * size * bits) / 8 / 1e9,
  misconceptions: [
    {
      name: "takes bits for bytes",
      hint: "eight bits are a byte: your answer is eight times too large.",
      wrong: (documents, size, bits) => (documents * size * bits) / 1e9,
    },
    {
      name: "counts in units of 1,024",
      hint: "you divided by 1,024³ (a gibibyte). A gigabyte is 10⁹ bytes.",
      wrong: (documents, size, bits) => (documents * size * bits) / 8 / 1024 ** 3,
    },
    {
      name: "returns bytes",
      hint: "these are bytes. Divide by 10⁹.",
      wrong: (documents, size, bits) => (documents * size * bits) / 8,
    },
  ],
};
