/**
 * Exercise 04.word-piece: a word cut into the longest pieces that the vocabulary knows.
 *
 * Wu et al. 2016, "Google's Neural Machine Translation System", section 4.1; the search is that of
 * the code published with Devlin et al. 2019, "BERT".
 */
import type { Exercise } from "../exercise";

type Input = [word: string, vocabulary: string[]];

const UNKNOWN = "[UNK]";

export const wordPiece: Exercise<Input, string[]> = {
  id: "04.word-piece",
  title: "The longest piece first",
  functionName: "wordPiece",
  statement:
    "Write `wordPiece(word, vocabulary)`. From left to right, take the longest piece that fits " +
    "and that the vocabulary has, and go on behind it. A piece that doesn't begin the word is " +
    "listed with `##` in front, and returned so. Where no piece fits, the whole word becomes " +
    '`["[UNK]"]`; so does a word of more than 100 characters. (Words are plain letters, at ' +
    "least one.)",
  stub: `function wordPiece(word: string, vocabulary: string[]): string[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 20,
  examples: [
    ["ducklings", ["duck", "du", "##ling", "##lings", "##s"]],
    ["duckings", ["duck", "##ling", "##s"]],
  ],
  hiddenCases(rng) {
    const cases: Input[] = Array.from({ length: 10 }, () => {
      const letters = ["a", "b", "c"];
      const text = (length: number) => Array.from({ length }, () => rng.pick(letters)).join("");
      const longer = Array.from({ length: 8 }, () => text(2 + rng.integer(2)));
      const entries = [...letters, ...longer].flatMap((entry) => [entry, `##${entry}`]);
      // Some are missing, so that a search may get stuck.
      const kept = entries.filter(() => rng.uniform() < 0.75);
      return [text(3 + rng.integer(6)), rng.shuffle([...new Set(kept)])];
    });
    return [...cases, ["a".repeat(100), ["a", "##a"]], ["a".repeat(101), ["a", "##a"]]];
  },
  reference: (word, vocabulary) => cut(word, vocabulary),
  misconceptions: [
    {
      name: "takes the shortest piece",
      hint:
        "you took the shortest piece that fits. Try the whole rest first, then one letter less, " +
        "and so on.",
      wrong: (word, vocabulary) => cut(word, vocabulary, { shortestFirst: true }),
    },
    {
      name: "looks up pieces inside a word without ##",
      hint:
        "inside the word you looked for the piece as it stands. Entries that go on with a word " +
        'have "##" in front; "ling" and "##ling" are two entries.',
      wrong: (word, vocabulary) => cut(word, vocabulary, { prefix: "" }),
    },
    {
      name: "leaves the ## out of the answer",
      hint: 'you found the right pieces but took their "##" off. They keep it.',
      wrong: (word, vocabulary) =>
        cut(word, vocabulary).map((piece) => (piece === UNKNOWN ? piece : piece.replace("##", ""))),
    },
    {
      name: "keeps the pieces it has when it gets stuck",
      hint:
        "where nothing fits you kept the pieces found before. The whole word becomes one [UNK], " +
        "not only its rest.",
      wrong: (word, vocabulary) =>
        cut(word, vocabulary, { stuck: (pieces) => [...pieces, UNKNOWN] }),
    },
    {
      name: "skips letters that nothing fits",
      hint:
        "where nothing fits you left a letter out and went on. Then the pieces spell another " +
        "word: the whole word becomes one [UNK].",
      wrong: (word, vocabulary) => cut(word, vocabulary, { skips: true }),
    },
    {
      name: "goes back to look for another way",
      hint:
        "you tried another way after getting stuck. BERT's search is greedy: what it took, it " +
        "never gives back, even where that ends in [UNK].",
      probes: [["abc", ["a", "ab", "##bc"]]],
      wrong: (word, vocabulary) => cutAnyWay(word, vocabulary) ?? [UNKNOWN],
    },
    {
      name: "reads words of any length",
      hint: "a word of more than 100 characters becomes [UNK] without a search.",
      wrong: (word, vocabulary) => cut(word, vocabulary, { longest: Infinity }),
    },
  ],
};

interface Variant {
  shortestFirst?: boolean;
  prefix?: string;
  stuck?: (pieces: string[]) => string[];
  skips?: boolean;
  longest?: number;
}

function cut(
  word: string,
  vocabulary: string[],
  {
    shortestFirst = false,
    prefix = "##",
    stuck = () => [UNKNOWN],
    skips = false,
    longest = 100,
  }: Variant = {},
): string[] {
  if (word.length > longest) return [UNKNOWN];
  const known = new Set(vocabulary);
  const pieces: string[] = [];
  for (let start = 0; start < word.length;) {
    const lengths = Array.from({ length: word.length - start }, (_, i) =>
      shortestFirst ? i + 1 : word.length - start - i,
    );
    const spell = (length: number) => (start > 0 ? prefix : "") + word.slice(start, start + length);
    const length = lengths.find((candidate) => known.has(spell(candidate)));
    if (length === undefined && !skips) return stuck(pieces);
    if (length !== undefined) pieces.push(spell(length));
    start += length ?? 1;
  }
  return pieces;
}

/** The first way there is, longest pieces preferred, with steps taken back. */
function cutAnyWay(word: string, vocabulary: string[], start = 0): string[] | undefined {
  if (word.length > 100) return undefined;
  if (start === word.length) return [];
  for (let end = word.length; end > start; end--) {
    const piece = (start > 0 ? "##" : "") + word.slice(start, end);
    if (!vocabulary.includes(piece)) continue;
    const rest = cutAnyWay(word, vocabulary, end);
    if (rest) return [piece, ...rest];
  }
  return undefined;
}
