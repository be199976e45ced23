/**
 * All that makes a BERT tokenizer this one and no other: its entries, and how text is prepared.
 *
 * Both file formats are read into this and written from it; the tokenizer is built from nothing
 * else.
 */
import { inWords } from "../core/check";
import { AddedToken } from "./added-tokens";
import { BasicTokenizerOptions } from "./basic-tokenizer";

/** The five tokens that BERT's inputs are made of, as the vocabulary spells them. */
export interface SpecialTokens {
  /** Fills short rows up. Default "[PAD]". */
  pad: string;
  /** Stands for a word that can't be cut. Default "[UNK]". */
  unk: string;
  /** Opens every input. Default "[CLS]". */
  cls: string;
  /** Ends each sentence. Default "[SEP]". */
  sep: string;
  /** Hides a token that is to be guessed. Default "[MASK]". */
  mask: string;
}

export interface TokenizerConfig {
  /** Every token; its place is its id. */
  vocabulary: readonly string[];
  basic: BasicTokenizerOptions;
  specialTokens: SpecialTokens;
  /** The special tokens and what a file adds to them. */
  addedTokens: readonly AddedToken[];
  /** Ids that only `addedTokens` has: WordPiece may not use them inside a word. */
  idsOutsideModel: ReadonlySet<number>;
  maxInputCharsPerWord: number;
  continuingSubwordPrefix: string;
}

export const DEFAULT_SPECIAL_TOKENS: SpecialTokens = {
  pad: "[PAD]",
  unk: "[UNK]",
  cls: "[CLS]",
  sep: "[SEP]",
  mask: "[MASK]",
};

export interface BuildConfigOptions extends BasicTokenizerOptions {
  /** Other spellings of the special tokens. */
  specialTokens?: Partial<SpecialTokens>;
}

const OPTION_NAMES = [
  "lowercase",
  "stripAccents",
  "handleChineseChars",
  "cleanText",
  "specialTokens",
] as const;

/** The configuration of a plain list of entries, checked. */
export function buildConfig(
  caller: string,
  vocabulary: readonly string[],
  options: BuildConfigOptions = {},
): TokenizerConfig {
  const unknown = Object.keys(options).find(
    (name) => !(OPTION_NAMES as readonly string[]).includes(name),
  );
  if (unknown !== undefined) {
    throw new RangeError(
      `${caller}: there is no option ${inWords(unknown)}; there are ${OPTION_NAMES.join(", ")}`,
    );
  }
  const { specialTokens, ...basic } = options;
  const special = { ...DEFAULT_SPECIAL_TOKENS, ...specialTokens };
  checkVocabulary(caller, vocabulary, special);
  const contents = [...new Set(Object.values(special))];
  return {
    vocabulary,
    basic,
    specialTokens: special,
    addedTokens: contents.map((content) => plainSpecial(content, vocabulary.indexOf(content))),
    idsOutsideModel: new Set(),
    maxInputCharsPerWord: 100,
    continuingSubwordPrefix: "##",
  };
}

/** A special token without flags, as BERT's are. */
export function plainSpecial(content: string, id: number): AddedToken {
  const flags = { singleWord: false, lstrip: false, rstrip: false };
  return { content, id, isSpecial: true, ...flags };
}

/** Every entry is a different, well-formed, non-empty string; the special ones are among them. */
export function checkVocabulary(
  caller: string,
  vocabulary: readonly string[],
  special: SpecialTokens,
): void {
  if (!Array.isArray(vocabulary)) {
    throw new TypeError(
      `${caller}: the vocabulary must be an array of strings, got ${inWords(vocabulary)}`,
    );
  }
  const ids = new Map<string, number>();
  vocabulary.forEach((entry: unknown, id) => {
    if (typeof entry !== "string") {
      throw new TypeError(`${caller}: entry ${id} must be a string, got ${inWords(entry)}`);
    }
    if (entry === "") throw new RangeError(`${caller}: entry ${id} is empty, got ""`);
    if (/\p{Surrogate}/u.test(entry)) {
      throw new RangeError(`${caller}: entry ${id} holds half a character, got ${inWords(entry)}`);
    }
    const first = ids.get(entry);
    if (first !== undefined) {
      throw new RangeError(
        `${caller}: no entry may stand twice, got ${inWords(entry)} as ${first} and as ${id}`,
      );
    }
    ids.set(entry, id);
  });
  for (const [role, token] of Object.entries(special) as [keyof SpecialTokens, string][]) {
    if (ids.has(token)) continue;
    throw new RangeError(
      `${caller}: the vocabulary must have ${inWords(token)} (${ROLES[role]}), ` +
        `got ${ids.size} entries without it; specialTokens names it where it is spelled otherwise`,
    );
  }
}

const ROLES: Record<keyof SpecialTokens, string> = {
  pad: "padding",
  unk: "for words that can't be cut",
  cls: "opens every input",
  sep: "ends each sentence",
  mask: "hides a token",
};
