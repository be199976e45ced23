/**
 * Learning a WordPiece vocabulary: start from single characters, join the best pair of neighbours,
 * again and again, until there are enough entries.
 *
 *   h ##u ##g   h ##u ##g ##s   →   hu ##g   hu ##g ##s   →   hug   hug ##s
 *
 * Which pair is best? Schuster & Nakajima 2012, "Japanese and Korean Voice Search", section 4, take
 * the one that raises the likelihood of the text most; Google never published the program that made
 * BERT's vocabulary. The default here is the plain count, as in Hugging Face's WordPieceTrainer
 * (and in byte pair encoding: Sennrich et al. 2016, section 3.2), which makes the vocabularies that
 * people train today. `score` takes the others: see merge-scores.ts.
 *
 * Always the same result for the same words, in whichever order they come: of equal scores the pair
 * wins whose left entry is older, then whose right one is. Departures from that library: a word
 * that holds a character outside the alphabet, or is too long to be looked up later, is left out as
 * a whole, as it will be [UNK] anyway; and all "##" characters come in order of their code points.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import { compareCodePoints, sortByCodePoint } from "../text/code-point-order";
import type { BasicTokenizerOptions } from "./basic-tokenizer";
import { countWords } from "./count-words";
import { pairFrequency, type MergeScore } from "./merge-scores";
import { PieceMerger } from "./piece-merger";
import { DEFAULT_SPECIAL_TOKENS } from "./tokenizer-config";

export interface TrainWordPieceOptions extends BasicTokenizerOptions {
  /** Entries wanted, special tokens and characters included. Default 30,000. */
  vocabSize?: number;
  /** A pair that occurs less often is never joined. Default 2. */
  minFrequency?: number;
  /** Most different characters kept, the frequent ones. Default 1,000. */
  limitAlphabet?: number;
  /** Characters that are kept in any case, seen or not. Default none. */
  initialAlphabet?: readonly string[];
  /** First entries. Default [PAD], [UNK], [CLS], [SEP], [MASK]. */
  specialTokens?: readonly string[];
  /** Which pair is joined next: the one with the highest. Default `pairFrequency`. */
  score?: MergeScore;
  /** Called now and then, and at the end. */
  onProgress?: (progress: TrainWordPieceProgress) => void;
}

export interface TrainWordPieceProgress {
  /** "words": texts are read, their number isn't known before. "merges": entries are made. */
  phase: "words" | "merges";
  done: number;
  total?: number;
}

/** Two entries that were joined, in the order of learning. */
export interface WordPieceMerge {
  left: string;
  right: string;
  /** left + right, "##" of the right one gone. */
  piece: string;
  /** How often the two stood side by side then. */
  count: number;
}

export interface TrainedWordPiece {
  /** Special tokens, characters, "##" characters, then pieces as they were learned. */
  vocabulary: string[];
  merges: WordPieceMerge[];
  /** Different words the pieces were learned from. */
  numWords: number;
}

const PREFIX = "##";
const MAX_WORD_LENGTH = 100; // in code points, as when words are looked up
const MERGES_BETWEEN_REPORTS = 200;

/**
 * @param texts sentences or documents; read once, so a generator will do
 * @returns fewer entries than vocabSize when no pair is left that occurs minFrequency times
 */
export function trainWordPiece(
  texts: Iterable<string>,
  options: TrainWordPieceOptions = {},
): TrainedWordPiece {
  const { vocabSize = 30000, minFrequency = 2, score = pairFrequency, onProgress } = options;
  const { limitAlphabet = 1000, initialAlphabet = [] } = options;
  const { specialTokens = Object.values(DEFAULT_SPECIAL_TOKENS) } = options;
  checkOptions({ vocabSize, minFrequency, limitAlphabet }, initialAlphabet, score);

  const { lowercase, stripAccents, handleChineseChars, cleanText } = options;
  const basic = { lowercase, stripAccents, handleChineseChars, cleanText };
  const counts = countWords("trainWordPiece", texts, basic, (done) =>
    onProgress?.({ phase: "words", done }),
  );

  const alphabet = chooseAlphabet(counts, limitAlphabet, initialAlphabet);
  const words = spellWords(counts, alphabet);
  const continuing = new Set(words.flatMap(({ characters }) => characters.slice(1)));
  const vocabulary = [
    ...new Set([
      ...specialTokens,
      ...sortByCodePoint([...alphabet]),
      ...sortByCodePoint([...continuing]).map((character) => PREFIX + character),
    ]),
  ];
  if (vocabulary.length > vocabSize) {
    throw new RangeError(
      `trainWordPiece: vocabSize must have room for the ${vocabulary.length} special tokens and ` +
        `characters, got ${vocabSize}; or set a smaller limitAlphabet`,
    );
  }
  const merges = learnMerges(vocabulary, words, { vocabSize, minFrequency, score, onProgress });
  return { vocabulary, merges, numWords: words.length };
}

interface SpelledWord {
  characters: string[];
  count: number;
}

/** Joins pairs until the vocabulary, which grows, is large enough. */
function learnMerges(
  vocabulary: string[],
  words: readonly SpelledWord[],
  {
    vocabSize,
    minFrequency,
    score,
    onProgress,
  }: Required<Pick<TrainWordPieceOptions, "vocabSize" | "minFrequency" | "score">> &
    Pick<TrainWordPieceOptions, "onProgress">,
): WordPieceMerge[] {
  const ids = new Map(vocabulary.map((entry, id) => [entry, id]));
  const merger = new PieceMerger(
    words.map(({ characters, count }) => ({
      pieces: characters.map((character, i) => ids.get(i === 0 ? character : PREFIX + character)!),
      count,
    })),
    { minFrequency, score },
  );
  const merges: WordPieceMerge[] = [];
  const report = () => onProgress?.({ phase: "merges", done: vocabulary.length, total: vocabSize });
  while (vocabulary.length < vocabSize) {
    const best = merger.best();
    if (best === undefined) break;
    const [left, right] = [vocabulary[best.left]!, vocabulary[best.right]!];
    const piece = left + right.slice(PREFIX.length);
    // It may be there already: as a special token, or made from two other parts before.
    let id = ids.get(piece);
    if (id === undefined) {
      id = vocabulary.push(piece) - 1;
      ids.set(piece, id);
    }
    merges.push({ left, right, piece, count: best.count });
    merger.merge(best, id);
    if (merges.length % MERGES_BETWEEN_REPORTS === 0) report();
  }
  report();
  return merges;
}

/** The most frequent characters, those asked for first; of equals, the lower code point. */
function chooseAlphabet(
  counts: ReadonlyMap<string, number>,
  limit: number,
  initial: readonly string[],
): ReadonlySet<string> {
  const frequency = new Map<string, number>();
  for (const [word, count] of counts) {
    for (const character of word) {
      frequency.set(character, (frequency.get(character) ?? 0) + count);
    }
  }
  for (const character of initial) frequency.set(character, Infinity);
  const ranked = [...frequency].sort(([a, n], [b, m]) =>
    n === m ? compareCodePoints(a, b) : m > n ? 1 : -1,
  );
  return new Set(ranked.slice(0, limit).map(([character]) => character));
}

function spellWords(
  counts: ReadonlyMap<string, number>,
  alphabet: ReadonlySet<string>,
): SpelledWord[] {
  const words: SpelledWord[] = [];
  for (const [word, count] of counts) {
    const characters = Array.from(word);
    if (characters.length > MAX_WORD_LENGTH) continue;
    if (characters.every((character) => alphabet.has(character))) words.push({ characters, count });
  }
  return words;
}

function checkOptions(
  numbers: { vocabSize: number; minFrequency: number; limitAlphabet: number },
  initialAlphabet: readonly string[],
  score: unknown,
): void {
  assertInteger("trainWordPiece", numbers, { min: 1 });
  const wrong = initialAlphabet.find((character) => Array.from(character).length !== 1);
  if (wrong !== undefined) {
    throw new RangeError(
      `trainWordPiece: initialAlphabet must hold single characters, got ${inWords(wrong)}`,
    );
  }
  if (typeof score !== "function") {
    throw new TypeError(
      `trainWordPiece: score must be a function, such as pairFrequency, got ${inWords(score)}`,
    );
  }
}
