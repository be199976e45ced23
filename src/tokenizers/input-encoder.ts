/**
 * Pieces put together as BERT wants them: [CLS] A [SEP], or [CLS] A [SEP] B [SEP].
 *
 * Devlin et al. 2019, "BERT", section 3, "Input/Output Representations".
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { inWords } from "../core/check";
import { assertString } from "./assert-text";
import type { Encoding, RowCollector } from "./encode-batch";
import type { EncodeBatchOptions } from "./encode-options";
import { PieceBuffer, PieceEncoder } from "./piece-encoder";
import { truncatedLengths } from "./truncation";

/** A sentence, or two: `["the question", "the answer"]`. */
export type TextOrPair = string | readonly [string, string];

export class InputEncoder {
  private readonly first = new PieceBuffer();
  private readonly second = new PieceBuffer();

  constructor(
    private readonly pieces: PieceEncoder,
    private readonly vocabulary: readonly string[],
    private readonly special: { clsId: number; sepId: number },
  ) {}

  /** One row, not yet padded. */
  encode(
    caller: string,
    text: string,
    pair: string | undefined,
    options: EncodeBatchOptions,
  ): Encoding {
    const [numFirst, numSecond] = this.cut(caller, text, pair, options);
    const encoding: Encoding = {
      inputIds: [],
      tokenTypeIds: [],
      attentionMask: [],
      specialTokensMask: [],
      tokens: [],
      offsets: [],
      wordIds: [],
    };
    const withSpecial = options.addSpecialTokens ?? true;
    const unit = options.offsetUnit === "codePoint" ? codePointOffset : undefined;
    if (withSpecial) this.addSpecial(encoding, this.special.clsId, 0);
    this.addPieces(encoding, this.first, numFirst, 0, unit?.(text));
    if (withSpecial) this.addSpecial(encoding, this.special.sepId, 0);
    if (pair === undefined) return encoding;
    this.addPieces(encoding, this.second, numSecond, 1, unit?.(pair));
    if (withSpecial) this.addSpecial(encoding, this.special.sepId, 1);
    return encoding;
  }

  encodeAll(caller: string, texts: readonly TextOrPair[], options: EncodeBatchOptions): Encoding[] {
    checkTexts(caller, texts);
    return texts.map((item) =>
      typeof item === "string"
        ? this.encode(caller, item, undefined, options)
        : this.encode(caller, item[0], item[1], options),
    );
  }

  /** The ids of all rows alone. */
  collect(
    caller: string,
    texts: readonly TextOrPair[],
    options: EncodeBatchOptions,
    rows: RowCollector,
  ): void {
    checkTexts(caller, texts);
    const numSpecial = (options.addSpecialTokens ?? true) ? 1 : 0;
    for (const item of texts) {
      const [text, pair] = typeof item === "string" ? [item, undefined] : item;
      const [numFirst, numSecond] = this.cut(caller, text, pair, options);
      if (numSpecial) rows.push(this.special.clsId);
      for (let i = 0; i < numFirst; i++) rows.push(this.first.ids[i]!);
      if (numSpecial) rows.push(this.special.sepId);
      const second = numFirst + 2 * numSpecial;
      if (pair === undefined) {
        rows.endRow(second, second);
        continue;
      }
      for (let i = 0; i < numSecond; i++) rows.push(this.second.ids[i]!);
      if (numSpecial) rows.push(this.special.sepId);
      rows.endRow(second + numSecond + numSpecial, second);
    }
  }

  /** Fills both buffers and says how much of each may stay. */
  private cut(
    caller: string,
    text: string,
    pair: string | undefined,
    options: EncodeBatchOptions,
  ): [number, number] {
    const { maxLength, truncation = "longest_first", addSpecialTokens = true } = options;
    assertString(caller, "text", text);
    if (pair !== undefined) assertString(caller, "pair", pair);
    else if (truncation === "only_second") {
      throw new RangeError(`${caller}: truncation "only_second" needs a second text, got one text`);
    }
    this.pieces.encode(text, this.first, options.splitSpecialTokens);
    if (pair !== undefined) this.pieces.encode(pair, this.second, options.splitSpecialTokens);
    const lengths = [this.first.length, pair === undefined ? 0 : this.second.length];
    if (maxLength === undefined || truncation === false) return [lengths[0]!, lengths[1]!];
    const numSpecial = addSpecialTokens ? (pair === undefined ? 2 : 3) : 0;
    if (maxLength < numSpecial) {
      throw new RangeError(
        `${caller}: maxLength must have room for the ${numSpecial} special tokens, ` +
          `got ${maxLength}`,
      );
    }
    return truncatedLengths(caller, lengths, maxLength - numSpecial, truncation);
  }

  private addSpecial(encoding: Encoding, id: number, segment: number): void {
    encoding.inputIds.push(id);
    encoding.tokenTypeIds.push(segment);
    encoding.attentionMask.push(1);
    encoding.specialTokensMask.push(1);
    encoding.tokens.push(this.vocabulary[id]!);
    encoding.offsets.push([0, 0]);
    encoding.wordIds.push(null);
  }

  private addPieces(
    encoding: Encoding,
    { ids, starts, ends, words }: PieceBuffer,
    length: number,
    segment: number,
    convert?: (offset: number) => number,
  ): void {
    for (let i = 0; i < length; i++) {
      const id = ids[i]!;
      encoding.inputIds.push(id);
      encoding.tokenTypeIds.push(segment);
      encoding.attentionMask.push(1);
      encoding.specialTokensMask.push(0);
      encoding.tokens.push(this.vocabulary[id]!);
      encoding.offsets.push(
        convert ? [convert(starts[i]!), convert(ends[i]!)] : [starts[i]!, ends[i]!],
      );
      encoding.wordIds.push(words[i]!);
    }
  }
}

/** UTF-16 offsets to code point offsets, for one text. */
function codePointOffset(text: string): (offset: number) => number {
  const codePoints = new Int32Array(text.length + 1);
  let at = 0;
  let count = 0;
  for (const character of text) {
    codePoints[at] = count++;
    at += character.length;
  }
  codePoints[at] = count;
  return (offset) => codePoints[offset]!;
}

function checkTexts(caller: string, texts: readonly TextOrPair[]): void {
  if (!Array.isArray(texts)) {
    throw new TypeError(
      `${caller}: texts must be an array of strings or pairs, got ${inWords(texts)}`,
    );
  }
  texts.forEach((item: unknown, i) => {
    const strings = Array.isArray(item) && item.length === 2 ? item : [item];
    if (strings.every((part) => typeof part === "string")) return;
    throw new TypeError(
      `${caller}: texts[${i}] must be a string or a pair of strings, got ${inWords(item)}`,
    );
  });
}
