/**
 * Exercise 04.first-merge: which two pieces does WordPiece join next?
 *
 *   the pair that stands side by side most often, each word counted as often as it occurs
 *
 * The rule of the vocabularies that people train today: Sennrich, Haddow & Birch 2016, "Neural
 * Machine Translation of Rare Words with Subword Units", section 3.2.
 */
import type { Exercise } from "../exercise";

type Word = [pieces: string[], count: number];
type Pair = [left: string, right: string];

export const firstMerge: Exercise<[words: Word[]], Pair> = {
  id: "04.first-merge",
  title: "The next merge",
  functionName: "bestPair",
  statement:
    "Write `bestPair(words)`. Each entry of `words` is a word in its pieces, and how often the " +
    'word occurs: `[["d", "##o", "##g"], 3]`. Return the pair of neighbouring pieces, ' +
    "`[left, right]`, that occurs most often in the text. Pieces of two different words are no " +
    "neighbours. (No two pairs come out equal here.)",
  stub: `function bestPair(words: [pieces: string[], count: number][]): [string, string] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [
        [["d", "##o", "##g"], 3],
        [["d", "##i", "##g"], 2],
        [["b", "##i", "##g"], 2],
      ],
    ],
    [
      [
        [["w", "##al", "##k"], 5],
        [["t", "##al", "##k"], 2],
        [["t", "##al", "##l"], 4],
      ],
    ],
  ],
  hiddenCases(rng) {
    const cases: [words: Word[]][] = [];
    while (cases.length < 8) {
      const words = Array.from({ length: 3 + rng.integer(3) }, (): Word => {
        const letters = Array.from({ length: 2 + rng.integer(4) }, () => rng.pick("abc"));
        const pieces = letters.map((letter, i) => (i === 0 ? letter : `##${letter}`));
        return [pieces, 1 + rng.integer(20)];
      });
      const counts = [...countPairs(words).values()].sort((a, b) => b - a);
      if (counts[0] !== counts[1]) cases.push([words]);
    }
    return cases;
  },
  reference: (words) => highest(countPairs(words)),
  misconceptions: [
    {
      name: "counts every word once",
      hint:
        "you counted each word once. A word that occurs 20 times has its pairs 20 times: add " +
        "the word's count, not 1.",
      probes: [
        [
          [
            [["a", "##b"], 9],
            [["c", "##b"], 1],
            [["c", "##b", "##a"], 1],
          ],
        ],
      ],
      wrong: (words) => highest(countPairs(words, { weight: () => 1 })),
    },
    {
      name: "counts a pair once in each word",
      hint:
        "you counted a pair once in a word that has it twice. Count every place where the two " +
        "stand side by side.",
      probes: [
        [
          [
            [["a", "##b", "##c", "##b", "##c"], 3],
            [["a", "##b"], 2],
          ],
        ],
      ],
      wrong: (words) => highest(countPairs(words, { oncePerWord: true })),
    },
    {
      name: "joins across words",
      hint:
        "you also paired the last piece of a word with the first of the next one. A piece never " +
        "reaches over the end of a word.",
      probes: [
        [
          [
            [["a", "##b"], 4],
            [["c", "##d"], 3],
            [["a", "##d"], 2],
            [["c", "##b"], 1],
            [["a", "##c"], 1],
          ],
        ],
        [
          [
            [["a"], 9],
            [["b"], 9],
            [["a", "##b"], 2],
          ],
        ],
      ],
      wrong(words) {
        const counts = countPairs(words);
        for (let i = 1; i < words.length; i++) {
          const [[before, n], [after, m]] = [words[i - 1]!, words[i]!];
          add(counts, [before.at(-1)!, after[0]!], Math.max(n, m));
        }
        return highest(counts);
      },
    },
    {
      name: "takes the two most frequent pieces",
      hint:
        "you took the two pieces that are frequent on their own. What counts is how often they " +
        "stand side by side, in this order.",
      probes: [
        [
          [
            [["a", "##b"], 5],
            [["a", "##c"], 6],
            [["d", "##b"], 5],
          ],
        ],
      ],
      wrong(words) {
        const counts = new Map<string, number>();
        for (const [pieces, count] of words) {
          for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + count);
        }
        const [first, second] = [...counts].sort((a, b) => b[1] - a[1]).map(([piece]) => piece);
        return [first!, second ?? ""];
      },
    },
    {
      name: "takes the rarest pair",
      hint: "you returned the rarest pair. The most frequent one is joined first.",
      wrong: (words) => highest(countPairs(words), -1),
    },
    {
      name: "drops the ##",
      hint:
        'you took the "##" off. It is part of the piece\'s name: "##o" inside a word and "o" at ' +
        "its beginning are two entries.",
      wrong(words) {
        const [left, right] = highest(countPairs(words));
        return [left.replace("##", ""), right.replace("##", "")];
      },
    },
  ],
};

interface Variant {
  weight?: (count: number) => number;
  oncePerWord?: boolean;
}

/** How often each pair occurs, under its two pieces in JSON. */
function countPairs(
  words: Word[],
  { weight = (count) => count, oncePerWord = false }: Variant = {},
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [pieces, count] of words) {
    const pairs = pieces.slice(1).map((piece, i) => JSON.stringify([pieces[i], piece]));
    for (const pair of oncePerWord ? new Set(pairs) : pairs) {
      counts.set(pair, (counts.get(pair) ?? 0) + weight(count));
    }
  }
  return counts;
}

function add(counts: Map<string, number>, pair: Pair, count: number): void {
  const key = JSON.stringify(pair);
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function highest(counts: Map<string, number>, sign = 1): Pair {
  const sorted = [...counts].sort((a, b) => sign * (b[1] - a[1]));
  return JSON.parse(sorted[0]![0]) as Pair;
}
