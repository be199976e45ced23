/**
 * WordPiece: a word cut into the longest pieces that the vocabulary knows, from left to right.
 *
 *   "unbelievable"  →  un  ##believ  ##able
 *
 * At each place the longest entry that fits is taken and never taken back: greedy longest match.
 * A piece inside a word is listed with "##" in front. A word with a place where nothing fits, or
 * with more than 100 characters, becomes [UNK] as a whole.
 *
 * Schuster & Nakajima 2012, "Japanese and Korean Voice Search"; Wu et al. 2016, "Google's Neural
 * Machine Translation System", section 4.1; the greedy search is that of the code published with
 * Devlin et al. 2019, "BERT". How the vocabulary is learned: wordpiece-trainer.ts.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import { assertString } from "./assert-text";

export interface WordPieceOptions {
  /** What stands for a word that can't be cut. Default "[UNK]". */
  unkToken?: string;
  /** Longer words become [UNK], in characters (code points). Default 100. */
  maxInputCharsPerWord?: number;
  /** In front of a piece that continues a word. Default "##". */
  continuingSubwordPrefix?: string;
}

/** The pieces of one word: piece i has ids[i] and ends before unit ends[i] of the word. */
export interface WordPieces {
  ids: number[];
  ends: number[];
}

export class WordPiece {
  readonly unkId: number;
  readonly unkToken: string;
  readonly maxInputCharsPerWord: number;
  readonly continuingSubwordPrefix: string;
  /** Entries without the prefix, which start a word. */
  private readonly initial = new Map<string, number>();
  /** Entries with it, listed here without. */
  private readonly continuing = new Map<string, number>();
  private readonly longestPiece: number;

  /** @param vocabulary entry and id: `[["the", 140], ["##s", 166]]`, or a Map */
  constructor(
    vocabulary: Iterable<readonly [string, number]>,
    {
      unkToken = "[UNK]",
      maxInputCharsPerWord = 100,
      continuingSubwordPrefix = "##",
    }: WordPieceOptions = {},
  ) {
    assertInteger("WordPiece", { maxInputCharsPerWord }, { min: 1 });
    assertString("WordPiece", "continuingSubwordPrefix", continuingSubwordPrefix);
    if (continuingSubwordPrefix === "") {
      throw new RangeError('WordPiece: continuingSubwordPrefix must not be empty, got ""');
    }
    let longest = 1;
    for (const [entry, id] of vocabulary) {
      this.initial.set(entry, id);
      longest = Math.max(longest, entry.length);
      if (entry.startsWith(continuingSubwordPrefix)) {
        this.continuing.set(entry.slice(continuingSubwordPrefix.length), id);
      }
    }
    const unkId = this.initial.get(unkToken);
    if (unkId === undefined) {
      throw new RangeError(
        `WordPiece: the vocabulary must have ${inWords(unkToken)}, for words that can't be cut, ` +
          `got ${this.initial.size} entries without it`,
      );
    }
    this.unkId = unkId;
    this.unkToken = unkToken;
    this.longestPiece = longest;
    this.maxInputCharsPerWord = maxInputCharsPerWord;
    this.continuingSubwordPrefix = continuingSubwordPrefix;
  }

  /** The id of a piece as it stands inside the word, without prefix; undefined if there is none. */
  pieceId(piece: string, isContinuing: boolean): number | undefined {
    return (isContinuing ? this.continuing : this.initial).get(piece);
  }

  /** Whether the word has more characters than may be looked up. */
  isTooLong(word: string): boolean {
    return (
      word.length > this.maxInputCharsPerWord && Array.from(word).length > this.maxInputCharsPerWord
    );
  }

  /** @param word one word of the basic tokenizer, cleaned and folded */
  encodeWord(word: string): WordPieces {
    const ids: number[] = [];
    const ends: number[] = [];
    if (this.isTooLong(word)) return { ids: [this.unkId], ends: [word.length] };
    for (let start = 0; start < word.length;) {
      const pieces = start === 0 ? this.initial : this.continuing;
      let id: number | undefined;
      let end = Math.min(word.length, start + this.longestPiece);
      for (; end > start; end--) {
        // An end inside a surrogate pair can't match: entries hold whole characters.
        id = pieces.get(word.slice(start, end));
        if (id !== undefined) break;
      }
      if (id === undefined) return { ids: [this.unkId], ends: [word.length] };
      ids.push(id);
      ends.push(end);
      start = end;
    }
    return { ids, ends };
  }
}
