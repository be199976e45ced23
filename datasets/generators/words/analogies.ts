/**
 * The analogies data set: "a is to b as c is to d", by category, after the form of Mikolov et al.
 * 2013 ("Efficient estimation of word representations in vector space", section 4.1).
 *
 * No pair is picked by hand. A category's pairs are all entries of one lexicon of the corpus whose
 * two forms stand in it often enough to be learned; its questions are drawn from all combinations
 * of two pairs by the seed. So nothing can be chosen because models get it right.
 *
 * Lessons: notebooks/02-word2vec.ipynb, 03-glove-and-fasttext.ipynb
 */
import type { Rng } from "../../../src/core/rng";
import type { Analogy } from "../../../src/data/types";
import { corpusLexicons } from "../corpus/lexicons";
import { formOf, type Lexicon } from "../lexicon";

/** Both words of a pair stand at least so often in the corpus, in any case. */
export const SMALLEST_COUNT = 50;

/** Questions per category; one with fewer combinations has them all. */
export const QUESTIONS = 100;

/** For each category the lexicon and the form that makes the second word of the first. */
const CATEGORIES: { category: string; lexicon: string; form: string }[] = [
  { category: "gender", lexicon: "role", form: "pair" },
  { category: "capital", lexicon: "country", form: "capital" },
  { category: "nationality", lexicon: "country", form: "adj" },
  { category: "plural", lexicon: "thing", form: "s" },
  { category: "past tense", lexicon: "action", form: "ed" },
  { category: "present participle", lexicon: "action", form: "ing" },
  { category: "comparative", lexicon: "quality", form: "er" },
  { category: "superlative", lexicon: "quality", form: "est" },
];

type Pair = readonly [string, string];

/** @param counts how often each word stands in the corpus, in lower case */
export function analogyRows(counts: ReadonlyMap<string, number>, rng: Rng): Analogy[] {
  const lexicons = corpusLexicons();
  return CATEGORIES.flatMap(({ category, lexicon, form }) => {
    const pairs = pairsOf(
      lexicons.find(({ name }) => name === lexicon)!,
      form,
    ).filter((pair) =>
      pair.every((word) => (counts.get(word.toLowerCase()) ?? 0) >= SMALLEST_COUNT),
    );
    const questions = pairs.flatMap(([a, b]) =>
      pairs
        .map(([c, d]) => ({ category, a, b, c, d }))
        .filter(({ c, d }) => new Set([a, b, c, d]).size === 4),
    );
    return rng.fork(category).shuffle(questions).slice(0, QUESTIONS);
  });
}

/** Each entry with its form, where both are one word and differ ("cut" is its own past tense). */
function pairsOf({ entries }: Lexicon, form: string): Pair[] {
  const pairs: Pair[] = [];
  for (const entry of entries) {
    // Roles stand in their lexicon twice, once for each sex: from him to her is enough.
    if (form === "pair" && entry.attributes.get("gender")![0] !== "m") continue;
    const other = formOf(entry, form)![0]!;
    const areWords = [entry.head, other].every((word) => /^\p{L}+$/u.test(word));
    if (areWords && entry.head !== other) pairs.push([entry.head, other]);
  }
  return pairs;
}
