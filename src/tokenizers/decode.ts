/**
 * Ids back into text: "##" pieces are joined to what stands before them, other tokens get a space.
 *
 * The clean-up then takes the space before "." and its like away, token by token, with the
 * replacements of Hugging Face's WordPiece decoder.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { inWords } from "../core/check";
import type { TokenizerConfig } from "./tokenizer-config";

export interface DecodeOptions {
  /** Leaves [CLS], [SEP], [PAD], [UNK] and [MASK] out. Default true. */
  skipSpecialTokens?: boolean;
  /** "the end ." → "the end." Default true. */
  cleanUp?: boolean;
}

/** What follows is replaced where it stands in one token with its space: " ." → ".". */
const CLEAN_UP: readonly [string, string][] = [
  [" .", "."],
  [" ?", "?"],
  [" !", "!"],
  [" ,", ","],
  [" ' ", "'"],
  [" n't", "n't"],
  [" 'm", "'m"],
  [" do not", " don't"],
  [" 's", "'s"],
  [" 've", "'ve"],
  [" 're", "'re"],
];

export function decodeIds(
  ids: ArrayLike<number>,
  { vocabulary, addedTokens, continuingSubwordPrefix: prefix }: TokenizerConfig,
  { skipSpecialTokens = true, cleanUp = true }: DecodeOptions,
): string {
  const caller = "BertTokenizer.decode";
  if (typeof ids !== "object" || ids === null || typeof ids.length !== "number") {
    throw new TypeError(`${caller}: ids must be a list of ids, got ${inWords(ids)}`);
  }
  const special = new Set(
    addedTokens.flatMap(({ id, isSpecial }) => (skipSpecialTokens && isSpecial ? [id] : [])),
  );
  let text = "";
  let isFirst = true;
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    const token = vocabulary[id];
    if (token === undefined) {
      throw new RangeError(
        `${caller}: ids[${i}] must be a whole number from 0 to ${vocabulary.length - 1}, ` +
          `got ${inWords(id)}`,
      );
    }
    if (special.has(id)) continue;
    const isContinuing = !isFirst && token.startsWith(prefix);
    const part = isContinuing ? token.slice(prefix.length) : isFirst ? token : ` ${token}`;
    text += cleanUp ? cleanedUp(part) : part;
    isFirst = false;
  }
  return text;
}

function cleanedUp(part: string): string {
  return CLEAN_UP.reduce((text, [from, to]) => text.split(from).join(to), part);
}
