/**
 * Exercise 10.distinct-batch: no text twice in a batch.
 *
 * Henderson et al. 2017, "Efficient Natural Language Response Suggestion for Smart Reply", section
 * 4.4, for the loss that needs it.
 */
import type { Exercise } from "../exercise";

type Input = [pairs: [question: string, answer: string][], batchSize: number];

export const distinctBatch: Exercise<Input, number[]> = {
  id: "10.distinct-batch",
  title: "No answer twice",
  functionName: "distinctBatch",
  statement:
    "Write `distinctBatch(pairs, batchSize)`: which pairs go into the first batch? Go through " +
    "the pairs in order and take each whose question and whose answer are both not in the batch " +
    "yet, until there are `batchSize`. Return their indices. (If the pairs run out first, return " +
    "those you have.)",
  stub: `function distinctBatch(pairs: [string, string][], batchSize: number): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [
      [
        ["How high is it?", "hill"],
        ["What rock is it?", "hill"],
        ["Who runs it?", "inn"],
        ["Who founded it?", "bakery"],
      ],
      2,
    ],
    [
      [
        ["How old is it?", "inn"],
        ["How old is it?", "bridge"],
        ["Who built it?", "bridge"],
        ["Who sleeps there?", "inn"],
      ],
      3,
    ],
  ],
  hiddenCases(rng) {
    const draw = (): Input => {
      const word = (kind: string, count: number) => `${kind} ${rng.integer(count)}`;
      const pairs = Array.from({ length: 6 + rng.integer(4) }, (): [string, string] => [
        word("question", 7),
        word("answer", 5),
      ]);
      return [pairs, 2 + rng.integer(4)];
    };
    return Array.from({ length: 10 }, draw);
  },
  reference: (pairs, batchSize) => taken(pairs, batchSize, (pair) => pair),
  misconceptions: [
    {
      name: "looks at answers only",
      hint:
        "no answer stands twice, but a question does: then its other answer is a negative for " +
        "it.",
      wrong: (pairs, batchSize) => taken(pairs, batchSize, ([, answer]) => [answer]),
    },
    {
      name: "looks at questions only",
      hint:
        "no question stands twice, but an answer does: then it is a negative for a question that " +
        "it answers.",
      wrong: (pairs, batchSize) => taken(pairs, batchSize, ([question]) => [question]),
    },
    {
      name: "cuts first",
      hint:
        "you took the first batchSize pairs and dropped the doubled ones: the batch came out too " +
        "small. Go on with later pairs until it is full.",
      wrong: (pairs, batchSize) => taken(pairs.slice(0, batchSize), batchSize, (pair) => pair),
    },
    {
      name: "doesn't stop",
      hint: "the batch is larger than batchSize: stop once it is full.",
      wrong: (pairs) => taken(pairs, pairs.length, (pair) => pair),
    },
    {
      name: "compares whole pairs",
      hint: "a pair with a new question and an answer that is there already must wait, too.",
      wrong: (pairs, batchSize) => taken(pairs, batchSize, (pair) => [pair.join("|")]),
    },
  ],
};

function taken(
  pairs: readonly [string, string][],
  batchSize: number,
  textsOf: (pair: [string, string]) => readonly string[],
): number[] {
  const seen = new Set<string>();
  const batch: number[] = [];
  pairs.forEach((pair, i) => {
    const texts = textsOf(pair);
    if (batch.length === batchSize || texts.some((text) => seen.has(text))) return;
    texts.forEach((text) => seen.add(text));
    batch.push(i);
  });
  return batch;
}
