/**
 * Exercise 04.input-sum: three rows of three tables, added.
 *
 *   e_t = token[id_t] + segment[type_t] + position[t]
 *
 * Devlin et al. 2019, "BERT", section 3, figure 2.
 */
import type { Exercise } from "../exercise";

export interface Tables {
  token: number[][];
  segment: number[][];
  position: number[][];
}
type Input = [ids: number[], segments: number[], tables: Tables];

export const inputSum: Exercise<Input, number[][]> = {
  id: "04.input-sum",
  title: "Three rows, one sum",
  functionName: "inputSum",
  statement:
    "Write `inputSum(ids, segments, tables)`. `ids` has a token id for each place, `segments` a " +
    "0 or a 1; `tables.token`, `tables.segment` and `tables.position` are tables with a row of " +
    "numbers for each token, segment and place. Return one list for each place: the row of its " +
    "token, plus the row of its segment, plus the row of its place, counted from 0. Leave the " +
    "tables as they are.",
  stub: `function inputSum(ids: number[], segments: number[],
  tables: { token: number[][]; segment: number[][]; position: number[][] }): number[][] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [2, 0],
      [0, 1],
      {
        token: [
          [1, 0],
          [2, 0],
          [3, 0],
        ],
        segment: [
          [10, 0],
          [20, 0],
        ],
        position: [
          [0, 0.1],
          [0, 0.2],
          [0, 0.3],
        ],
      },
    ],
    [
      [1, 1],
      [0, 0],
      {
        token: [[0], [5]],
        segment: [[0.5], [0.25]],
        position: [[1], [-1]],
      },
    ],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const width = 1 + rng.integer(3);
      const table = (rows: number) =>
        Array.from({ length: rows }, () =>
          Array.from({ length: width }, () => Math.round(20 * rng.uniform() - 10) / 10),
        );
      const tables = { token: table(6), segment: table(2), position: table(6) };
      const length = 2 + rng.integer(3);
      const ids = Array.from({ length }, () => rng.integer(6));
      const turn = 1 + rng.integer(length);
      return [ids, ids.map((_, t) => (t < turn ? 0 : 1)), tables];
    });
  },
  reference: (ids, segments, tables) => sums(ids, segments, tables),
  misconceptions: [
    {
      name: "looks the position up by the token's id",
      hint:
        "you took the position's row by the token's id. The position is the place in the row of " +
        "tokens: 0, 1, 2, whatever the token.",
      wrong: (ids, segments, tables) => sums(ids, segments, tables, { place: (_, id) => id }),
    },
    {
      name: "counts positions from 1",
      hint: "you began with row 1 of the position table. The first place is place 0.",
      wrong: (ids, segments, tables) => sums(ids, segments, tables, { place: (t) => t + 1 }),
    },
    {
      name: "counts positions anew in sentence B",
      hint:
        "you began to count again at sentence B. Positions run on to the end; it is the segment " +
        "that tells A from B.",
      probes: [
        [
          [0, 1, 2],
          [0, 1, 1],
          {
            token: [[1], [2], [3]],
            segment: [[10], [20]],
            position: [[0.1], [0.2], [0.3]],
          },
        ],
      ],
      wrong: (ids, segments, tables) =>
        sums(ids, segments, tables, {
          place: (t) => (segments[t] === 0 ? t : t - segments.indexOf(1)),
        }),
    },
    {
      name: "leaves the segment out",
      hint: "the segment's row is missing from your sum.",
      wrong: (ids, segments, tables) => sums(ids, segments, tables, { weights: [1, 0, 1] }),
    },
    {
      name: "leaves the position out",
      hint: "the position's row is missing from your sum: the model would not know any order.",
      wrong: (ids, segments, tables) => sums(ids, segments, tables, { weights: [1, 1, 0] }),
    },
    {
      name: "takes the mean",
      hint: "you divided by 3. The three rows are added, and that is all.",
      wrong: (ids, segments, tables) =>
        sums(ids, segments, tables, { weights: [1 / 3, 1 / 3, 1 / 3] }),
    },
    {
      name: "puts the rows behind each other",
      hint:
        "you put the three rows behind each other, which makes a list three times as long. Add " +
        "them number by number.",
      wrong: (ids, segments, { token, segment, position }) =>
        ids.map((id, t) => [...token[id]!, ...segment[segments[t]!]!, ...position[t]!]),
    },
    {
      name: "always takes segment 0",
      hint: "you used row 0 of the segment table for all. Tokens of sentence B have row 1.",
      wrong: (ids, _segments, tables) =>
        sums(
          ids,
          ids.map(() => 0),
          tables,
        ),
    },
  ],
};

interface Variant {
  place?: (t: number, id: number) => number;
  weights?: [token: number, segment: number, position: number];
}

function sums(
  ids: number[],
  segments: number[],
  { token, segment, position }: Tables,
  { place = (t) => t, weights: [a, b, c] = [1, 1, 1] }: Variant = {},
): number[][] {
  return ids.map((id, t) =>
    token[id]!.map(
      (x, d) => a * x + b * segment[segments[t]!]![d]! + c * position[place(t, id)]![d]!,
    ),
  );
}
