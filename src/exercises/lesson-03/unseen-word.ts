/**
 * Exercise 03.unseen-word: a vector for a word that was never seen, from its pieces.
 *
 * fastText looks a piece up by its hash: bucket = hash mod number of buckets; the vector of an
 * unseen word is the mean of its pieces' vectors. Bojanowski et al. 2017, "Enriching Word Vectors
 * with Subword Information", section 3.2 (which adds where the program takes the mean).
 */
import type { Exercise } from "../exercise";

type Input = [hashes: number[], buckets: number[][]];

export const unseenWord: Exercise<Input, number[]> = {
  id: "03.unseen-word",
  title: "A vector for a word never seen",
  functionName: "unseenVector",
  statement:
    "Write `unseenVector(hashes, buckets)`. `hashes` holds one whole number for each piece of " +
    "the word, `buckets` one vector for each bucket. A piece belongs to bucket number " +
    "`hash % buckets.length`. Return the mean of the vectors of all pieces; two pieces in the " +
    "same bucket count twice. A word without pieces gets a vector of zeros.",
  stub: `function unseenVector(hashes: number[], buckets: number[][]): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [4, 9],
      [
        [1, 0],
        [0, 2],
        [4, 4],
      ],
    ],
    [
      [],
      [
        [1, 0],
        [0, 2],
      ],
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i) => {
      const dimensions = 1 + rng.integer(3);
      const buckets = Array.from({ length: 2 + rng.integer(4) }, () =>
        Array.from({ length: dimensions }, () => rng.integer(19) - 9),
      );
      return [Array.from({ length: i }, () => rng.integer(4_000_000_000)), buckets];
    });
  },
  reference: (hashes, buckets) =>
    meanOf(
      hashes.map((hash) => hash % buckets.length),
      buckets,
    ),
  misconceptions: [
    {
      name: "adds without dividing",
      hint:
        "you added the vectors. Take their mean, or long words would have longer vectors than " +
        "short ones.",
      wrong: (hashes, buckets) => {
        const mean = meanOf(
          hashes.map((hash) => hash % buckets.length),
          buckets,
        );
        return mean.map((x) => x * hashes.length);
      },
    },
    {
      name: "divides by zero for a word without pieces",
      hint: "a word without pieces gives 0 / 0 = NaN: return zeros.",
      wrong: (hashes, buckets) => {
        if (hashes.length > 0) {
          return meanOf(
            hashes.map((hash) => hash % buckets.length),
            buckets,
          );
        }
        return buckets[0]!.map(() => NaN);
      },
    },
    {
      name: "counts a bucket once",
      hint:
        "you counted each bucket once. Two pieces in the same bucket (a collision, or a piece " +
        "that repeats) count twice.",
      probes: [
        [
          [1, 3, 2],
          [
            [1, 0],
            [0, 2],
          ],
        ],
      ],
      wrong: (hashes, buckets) =>
        meanOf([...new Set(hashes.map((hash) => hash % buckets.length))], buckets),
    },
    {
      name: "divides by the number of buckets",
      hint: "you divided by the number of buckets. Divide by the number of pieces.",
      wrong: (hashes, buckets) => {
        const mean = meanOf(
          hashes.map((hash) => hash % buckets.length),
          buckets,
        );
        return mean.map((x) => (x * hashes.length) / buckets.length);
      },
    },
    {
      name: "cuts the hash to 32 bits with a sign",
      hint:
        "a hash above 2,147,483,647 became negative in your code (`| 0` and `>>` do that), and " +
        "so its bucket was another one. Use % on the number as it is.",
      probes: [[[4_000_000_000], [[1], [2], [3]]]],
      wrong: (hashes, buckets) =>
        meanOf(
          hashes.map((hash) => Math.abs((hash | 0) % buckets.length)),
          buckets,
        ),
    },
  ],
};

/** The mean of the rows with these numbers; zeros for none. */
function meanOf(rows: number[], table: number[][]): number[] {
  return table[0]!.map((_, column) => {
    const sum = rows.reduce((total, row) => total + table[row]![column]!, 0);
    return rows.length === 0 ? 0 : sum / rows.length;
  });
}
