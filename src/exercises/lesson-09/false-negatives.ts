/**
 * Exercise 09.false-negatives: which in-batch negatives are none?
 *
 *   (i, j), i ≠ j, where positive j reads as positive i or as anchor i
 *
 * For why: Henderson et al. 2017, section 4.4, whose negatives are the batch's other positives.
 */
import type { Exercise } from "../exercise";

type Input = [pairs: [anchor: string, positive: string][]];

export const falseNegatives: Exercise<Input, number[][]> = {
  id: "09.false-negatives",
  title: "Negatives that are none",
  functionName: "falseNegatives",
  statement:
    "In the ranking loss all *other* positives of the batch are negatives for anchor i. Write " +
    "`falseNegatives(pairs)`, `pairs` a list of `[anchor, positive]`: all `[i, j]` where the " +
    "positive j of another row reads exactly as anchor i or as anchor i's own positive, so that " +
    "it would be pushed away although it means the same. In the order of i, then of j.",
  stub: `function falseNegatives(pairs: [string, string][]): number[][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [
        ["It rains.", "Rain falls."],
        ["Look, rain!", "Rain falls."],
        ["He sleeps.", "He is asleep."],
      ],
    ],
    [
      [
        ["It rains.", "Rain falls."],
        ["Rain falls.", "It rains."],
      ],
    ],
  ],
  hiddenCases(rng) {
    const pool = ["It rains.", "Rain falls.", "He sleeps.", "He is asleep.", "Why?", "Stop!"];
    return Array.from({ length: 8 }, (): Input => {
      const pair = (): [string, string] => [rng.pick(pool), rng.pick(pool)];
      return [Array.from({ length: 2 + rng.integer(3) }, pair)];
    });
  },
  reference: (pairs) =>
    found(pairs, ([anchor, positive], [, other]) => other === positive || other === anchor),
  misconceptions: [
    {
      name: "compares positives only",
      hint: "a positive of another row may also read as anchor i itself. Compare with both.",
      wrong: (pairs) => found(pairs, ([, positive], [, other]) => other === positive),
    },
    {
      name: "compares with the anchor only",
      hint: "two rows may have the same positive. Compare with anchor i and with its positive.",
      wrong: (pairs) => found(pairs, ([anchor], [, other]) => other === anchor),
    },
    {
      name: "counts the pair itself",
      hint: "you listed [i, i]. Row i's own positive is what anchor i looks for, no negative.",
      wrong: (pairs) =>
        pairs.flatMap(([anchor, positive], i) =>
          pairs.flatMap(([, other], j) =>
            i === j || other === positive || other === anchor ? [[i, j]] : [],
          ),
        ),
    },
    {
      name: "lists each two rows once",
      hint:
        "you listed [0, 1] and not [1, 0]. Each anchor has negatives of its own: look at both " +
        "directions.",
      wrong: (pairs) =>
        found(
          pairs,
          ([anchor, positive], [, other]) => other === positive || other === anchor,
        ).filter(([i, j]) => i! < j!),
    },
    {
      name: "looks for equal anchors",
      hint:
        "you looked for rows whose anchors are the same. Anchors are never compared with each " +
        "other in this loss; positives are the candidates.",
      wrong: (pairs) => found(pairs, ([anchor], [other]) => other === anchor),
    },
  ],
};

type Pair = readonly [anchor: string, positive: string];

function found(pairs: readonly Pair[], isFalse: (row: Pair, other: Pair) => boolean): number[][] {
  return pairs.flatMap((row, i) =>
    pairs.flatMap((other, j) => (i !== j && isFalse(row, other) ? [[i, j]] : [])),
  );
}
