/**
 * Exercise 12.pack-sentences: sentences into chunks that an encoder can read whole.
 *
 * Lewis et al. 2020, "Retrieval-Augmented Generation", section 3, cut every 100 words; here no
 * sentence is cut (src/rag/chunk.ts).
 */
import type { Exercise } from "../exercise";

type Input = [lengths: number[], maxTokens: number];

export const packSentences: Exercise<Input, number[][]> = {
  id: "12.pack-sentences",
  title: "Sentences into chunks",
  functionName: "packSentences",
  statement:
    "Write `packSentences(lengths, maxTokens)`. `lengths[i]` is how many tokens sentence i has " +
    "(never more than `maxTokens`). Go through the sentences in order and put each into the " +
    "current chunk if the chunk then has at most `maxTokens`; otherwise begin a new chunk with " +
    "it. Return the chunks, each a list of the numbers of its sentences: `[[0, 1], [2]]`.",
  stub: `function packSentences(lengths: number[], maxTokens: number): number[][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[4, 3, 5], 8],
    [[5, 5, 2, 6], 10],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const maxTokens = 8 + rng.integer(6);
      const count = 3 + rng.integer(6);
      return [Array.from({ length: count }, () => 1 + rng.integer(maxTokens)), maxTokens];
    });
  },
  reference: (lengths, maxTokens) => pack(lengths, (sum) => sum <= maxTokens),
  misconceptions: [
    {
      name: "leaves a chunk unfilled",
      hint: "you began a new chunk where the sentence would just have fitted: at most, not below.",
      probes: [[[4, 4, 1], 8]],
      wrong: (lengths, maxTokens) => pack(lengths, (sum) => sum < maxTokens),
    },
    {
      name: "loses the last chunk",
      hint: "the chunk that was still open when the sentences ended is missing.",
      wrong: (lengths, maxTokens) => pack(lengths, (sum) => sum <= maxTokens).slice(0, -1),
    },
    {
      name: "never empties the count",
      hint: "after a chunk is closed, the count of its tokens must begin anew.",
      wrong: (lengths, maxTokens) => {
        let sum = 0;
        const chunks: number[][] = [[]];
        lengths.forEach((length, i) => {
          sum += length;
          if (sum > maxTokens && i > 0) chunks.push([i]);
          else chunks.at(-1)!.push(i);
        });
        return chunks;
      },
    },
    {
      name: "closes a chunk too late",
      hint: "you put the sentence in first and looked at the size after: the chunk is too long.",
      wrong: (lengths, maxTokens) => {
        let sum = 0;
        const chunks: number[][] = [[]];
        lengths.forEach((length, i) => {
          if (sum >= maxTokens) {
            chunks.push([]);
            sum = 0;
          }
          chunks.at(-1)!.push(i);
          sum += length;
        });
        return chunks;
      },
    },
  ],
};

function pack(lengths: readonly number[], fits: (sum: number) => boolean): number[][] {
  const chunks: number[][] = [];
  let sum = 0;
  lengths.forEach((length, i) => {
    if (chunks.length > 0 && fits(sum + length)) {
      chunks.at(-1)!.push(i);
      sum += length;
    } else {
      chunks.push([i]);
      sum = length;
    }
  });
  return chunks;
}
