/**
 * Exercise 05.block-share: how much attention goes from one sentence to the other?
 *
 *   share(F → G) = mean over the tokens i of F of Σ_{j in G} weight[i][j]
 */
import type { Exercise } from "../exercise";

type Input = [weights: number[][], groups: string[], from: string, to: string];

export const blockShare: Exercise<Input, number> = {
  id: "05.block-share",
  title: "From A to B",
  functionName: "blockShare",
  statement:
    "Write `blockShare(weights, groups, from, to)`. `weights[i][j]` is how much token i looks at " +
    'token j; `groups` names the group of each token, such as "A", "B" or "[SEP]". For each ' +
    "token of the group `from`, add up its weights for all tokens of the group `to`. Return the " +
    "mean of these sums. (`from` has at least one token; `to` may have none, which gives 0.)",
  stub: `function blockShare(
  weights: number[][], groups: string[], from: string, to: string,
): number {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [
        [0.5, 0.25, 0.25],
        [0.25, 0.5, 0.25],
        [0, 1, 0],
      ],
      ["A", "A", "B"],
      "A",
      "B",
    ],
    [
      [
        [0.5, 0.25, 0.25],
        [0.25, 0.5, 0.25],
        [0, 1, 0],
      ],
      ["A", "A", "B"],
      "B",
      "A",
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (_, i): Input => {
      const size = 4 + (i % 3);
      const row = () => {
        const drawn = Array.from({ length: size }, () => 1 + rng.integer(9));
        const sum = drawn.reduce((a, b) => a + b, 0);
        return drawn.map((value) => value / sum);
      };
      const groups = ["A", "A", "B", ...Array.from({ length: size - 3 }, () => rng.pick("AB"))];
      const [from, to] = [rng.pick(["A", "B"]), rng.pick(["A", "B"])];
      return [Array.from({ length: size }, row), rng.shuffle(groups), from, to];
    });
  },
  reference: (weights, groups, from, to) => share(weights, groups, from, to),
  misconceptions: [
    {
      name: "reads columns as who looks",
      hint:
        "you took the columns for the tokens that look. `weights[i]` is the row of the token " +
        "that looks, and its entries say at whom.",
      wrong: (weights, groups, from, to) =>
        share(
          weights.map((_, i) => weights.map((row) => row[i]!)),
          groups,
          from,
          to,
        ),
    },
    {
      name: "swaps from and to",
      hint: "that is the share from `to` to `from`. The two directions differ.",
      wrong: (weights, groups, from, to) => share(weights, groups, to, from),
    },
    {
      name: "takes the mean of single weights",
      hint:
        "you took the mean of all single weights. Add up the weights of one token first: the " +
        "share is of all its attention. Then take the mean over the tokens that look.",
      wrong(weights, groups, from, to) {
        const size = groups.filter((group) => group === to).length;
        return size === 0 ? 0 : share(weights, groups, from, to) / size;
      },
    },
    {
      name: "adds up all tokens that look",
      hint: "you added up the shares of all tokens in `from`. Take their mean.",
      wrong: (weights, groups, from, to) =>
        share(weights, groups, from, to) * groups.filter((group) => group === from).length,
    },
    {
      name: "divides by all tokens",
      hint: "you divided by the number of all tokens. Only those in `from` are asked.",
      wrong: (weights, groups, from, to) =>
        (share(weights, groups, from, to) * groups.filter((group) => group === from).length) /
        groups.length,
    },
    {
      name: "takes the first token alone",
      hint: "you looked at the first token of `from`. Take the mean over all of them.",
      wrong(weights, groups, from, to) {
        const first = groups.indexOf(from);
        return share([weights[first]!], [from], from, to, groups);
      },
    },
  ],
};

function share(
  rows: number[][],
  rowGroups: string[],
  from: string,
  to: string,
  groups = rowGroups,
): number {
  const looking = rows.filter((_, i) => rowGroups[i] === from);
  const sums = looking.map((row) => {
    return row.reduce((sum, weight, j) => sum + (groups[j] === to ? weight : 0), 0);
  });
  return sums.reduce((a, b) => a + b, 0) / looking.length;
}
