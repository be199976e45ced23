/**
 * BERT's tokenizer: text in, ids out, and back.
 *
 *   text → words (basic-tokenizer.ts) → pieces (wordpiece.ts) → [CLS] A [SEP] B [SEP] → ids
 *
 *   const tokenizer = await BertTokenizer.load("path/to/bert");
 *   tokenizer.encode("The cat sat.").tokens   // [CLS] the cat sat . [SEP]
 *
 * Offsets always slice the original text: `text.slice(start, end)` is what a token was made from,
 * whatever the clean-up took away. They count UTF-16 units, as JavaScript does; Python's count
 * characters, which `offsetUnit: "codePoint"` gives.
 *
 * Devlin et al. 2019, "BERT", section 3. Same ids as Hugging Face's tokenizers (the tests compare).
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { AddedTokens } from "./added-tokens";
import { BasicTokenizer } from "./basic-tokenizer";
import { decodeIds, type DecodeOptions } from "./decode";
import {
  asBatch,
  pad,
  paddedLength,
  RowCollector,
  type EncodedArrays,
  type EncodedBatch,
  type Encoding,
} from "./encode-batch";
import { checkEncodeOptions, type EncodeBatchOptions, type EncodeOptions } from "./encode-options";
import { explainTokens, type TokenizationSteps } from "./explain-tokens";
import { InputEncoder, type TextOrPair } from "./input-encoder";
import { PieceEncoder } from "./piece-encoder";
import { saveTokenizer } from "./save-tokenizer";
import { buildConfig, type BuildConfigOptions, type TokenizerConfig } from "./tokenizer-config";
import { readTokenizerFiles } from "./tokenizer-files";
import { WordPiece } from "./wordpiece";
import { trainWordPiece, type TrainWordPieceOptions } from "./wordpiece-trainer";

export type { DecodeOptions } from "./decode";
export type { EncodedArrays, EncodedBatch, Encoding, Offset } from "./encode-batch";
export type { EncodeBatchOptions, EncodeOptions, Padding } from "./encode-options";
export type { TokenizationSteps } from "./explain-tokens";
export type { TextOrPair } from "./input-encoder";
export type { SpecialTokens } from "./tokenizer-config";
export type { Truncation } from "./truncation";
export type { TrainWordPieceOptions } from "./wordpiece-trainer";

/** lowercase, stripAccents, handleChineseChars, cleanText; specialTokens spelled otherwise. */
export type BertTokenizerOptions = BuildConfigOptions;

export class BertTokenizer {
  /** Every token; its place is its id. */
  readonly vocabulary: readonly string[];
  /** The greedy search alone, for `explainWordPiece(word, tokenizer.wordPiece)`. */
  readonly wordPiece: WordPiece;
  readonly padId: number;
  readonly unkId: number;
  readonly clsId: number;
  readonly sepId: number;
  readonly maskId: number;

  private readonly ids: ReadonlyMap<string, number>;
  private readonly basic: BasicTokenizer;
  private readonly added: AddedTokens;
  private readonly inputs: InputEncoder;
  private readonly config: TokenizerConfig;

  /**
   * @param vocabulary every token, in the order of their ids, [PAD], [UNK], [CLS], [SEP] and
   *   [MASK] among them; or the configuration that a file was read into
   */
  constructor(vocabulary: readonly string[] | TokenizerConfig, options?: BertTokenizerOptions) {
    const config =
      Array.isArray(vocabulary) || !isConfig(vocabulary)
        ? buildConfig("BertTokenizer", vocabulary as readonly string[], options)
        : vocabulary;
    const { specialTokens, idsOutsideModel, maxInputCharsPerWord, continuingSubwordPrefix } =
      config;
    this.config = config;
    this.vocabulary = Object.freeze([...config.vocabulary]);
    this.ids = new Map(this.vocabulary.map((token, id) => [token, id]));
    const [padId, unkId, clsId, sepId, maskId] = (
      ["pad", "unk", "cls", "sep", "mask"] as const
    ).map((role) => this.ids.get(specialTokens[role])!) as [number, number, number, number, number];
    this.padId = padId;
    this.unkId = unkId;
    this.clsId = clsId;
    this.sepId = sepId;
    this.maskId = maskId;
    this.basic = new BasicTokenizer(config.basic);
    this.wordPiece = new WordPiece(
      idsOutsideModel.size === 0
        ? this.ids
        : [...this.ids].filter(([, id]) => !idsOutsideModel.has(id)),
      { unkToken: specialTokens.unk, maxInputCharsPerWord, continuingSubwordPrefix },
    );
    this.added = new AddedTokens(config.addedTokens);
    const pieces = new PieceEncoder(this.basic, this.wordPiece, this.added);
    this.inputs = new InputEncoder(pieces, this.vocabulary, { clsId, sepId });
  }

  /**
   * Reads tokenizer.json or vocab.txt. Beside vocab.txt, tokenizer_config.json says whether small
   * letters are wanted; without it they are, unless the options say otherwise.
   *
   * @param fileOrFolder one of the files, or the folder they are in (tokenizer.json is preferred)
   * @throws RangeError when the file isn't a BERT tokenizer, is damaged, or larger than 64 MB
   */
  static async load(fileOrFolder: string, options?: BertTokenizerOptions): Promise<BertTokenizer> {
    return new BertTokenizer(await readTokenizerFiles("BertTokenizer.load", fileOrFolder, options));
  }

  /** Learns a vocabulary from texts (see trainWordPiece) and makes the tokenizer that uses it. */
  static train(texts: Iterable<string>, options: TrainWordPieceOptions = {}): BertTokenizer {
    const { lowercase, stripAccents, handleChineseChars, cleanText } = options;
    const basic = { lowercase, stripAccents, handleChineseChars, cleanText };
    return new BertTokenizer(trainWordPiece(texts, options).vocabulary, basic);
  }

  /** One text, or a pair, with everything there is to know about its tokens. */
  encode(text: string, options: EncodeOptions = {}): Encoding {
    checkEncodeOptions("BertTokenizer.encode", options);
    const encoding = this.inputs.encode("BertTokenizer.encode", text, options.pair, options);
    const length = paddedLength(encoding.inputIds.length, options);
    return pad(encoding, length, this.padToken, options.paddingSide);
  }

  /**
   * The same for many, side by side: rows of equal length unless `padding` is false.
   *
   * @param texts sentences, or pairs `[question, answer]`; none gives lists without rows
   */
  encodeBatch(texts: readonly TextOrPair[], options: EncodeBatchOptions = {}): EncodedBatch {
    const caller = "BertTokenizer.encodeBatch";
    const settings = { padding: "longest" as const, ...options };
    checkEncodeOptions(caller, settings);
    const encodings = this.inputs.encodeAll(caller, texts, settings);
    const longest = encodings.reduce((most, row) => Math.max(most, row.inputIds.length), 0);
    const length = paddedLength(longest, settings);
    if (settings.padding !== false) {
      for (const row of encodings) pad(row, length, this.padToken, settings.paddingSide);
    }
    return asBatch(encodings);
  }

  /**
   * Only the numbers, in typed arrays, several times as fast: for whole corpora.
   *
   *   const { inputIds, shape } = tokenizer.encodeToArrays(sentences, { maxLength: 128 });
   *   tf.tensor2d(inputIds, shape, "int32")
   */
  encodeToArrays(texts: readonly TextOrPair[], options: EncodeBatchOptions = {}): EncodedArrays {
    const caller = "BertTokenizer.encodeToArrays";
    const settings = { padding: "longest" as const, ...options };
    checkEncodeOptions(caller, settings);
    if (settings.padding === (false as unknown)) {
      throw new RangeError(`${caller}: padding must be "longest" or "max_length", got false`);
    }
    const rows = new RowCollector();
    this.inputs.collect(caller, texts, settings, rows);
    return rows.toArrays(this.padId, settings);
  }

  /**
   * Ids back into text: pieces joined, spaces between words. What the clean-up took away (capitals,
   * accents, how many spaces) is gone for good.
   *
   * @param ids as `encode` gives them; also an Int32Array
   */
  decode(ids: ArrayLike<number>, options: DecodeOptions = {}): string {
    return decodeIds(ids, this.config, options);
  }

  /** The token's id, or undefined if the vocabulary doesn't have it. */
  tokenToId(token: string): number | undefined {
    return this.ids.get(token);
  }

  /** Every step from text to ids, with the attempts of the greedy search. */
  explain(text: string): TokenizationSteps {
    return explainTokens(text, this.added, this.basic, this.wordPiece);
  }

  /** Writes vocab.txt, tokenizer.json and tokenizer_config.json. */
  async save(folder: string): Promise<void> {
    await saveTokenizer(folder, this.config);
  }

  private get padToken(): { id: number; content: string } {
    return { id: this.padId, content: this.vocabulary[this.padId]! };
  }
}

function isConfig(value: readonly string[] | TokenizerConfig): value is TokenizerConfig {
  return typeof value === "object" && value !== null && "idsOutsideModel" in value;
}
