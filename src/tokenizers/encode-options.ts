/**
 * What every way of encoding accepts, under the names that Hugging Face gave them, and its check.
 */
import { assertInteger, inWords } from "../core/check";
import { TRUNCATIONS, type Truncation } from "./truncation";

/** "longest": up to the longest row of the batch; "max_length": up to maxLength; false: not. */
export type Padding = "longest" | "max_length" | false;

export interface EncodeBatchOptions {
  /** Most tokens of a row, special ones included; longer rows are cut. Default: any number. */
  maxLength?: number;
  /** Where a row that is too long is cut. Default "longest_first". */
  truncation?: Truncation;
  /** How far rows are filled up. Default: false for one text, "longest" for a batch. */
  padding?: Padding;
  /** Rounds the padded length up to a multiple of this. Default 1. */
  padToMultipleOf?: number;
  /** At which end rows are filled up. Default "right". */
  paddingSide?: "right" | "left";
  /** Whether [CLS] and [SEP] are put around the sentences. Default true. */
  addSpecialTokens?: boolean;
  /** Whether "[SEP]" in the text is three words rather than the token. Default false. */
  splitSpecialTokens?: boolean;
  /** What offsets count: units of `text.slice` (default), or characters, as Python does. */
  offsetUnit?: "utf16" | "codePoint";
}

export interface EncodeOptions extends EncodeBatchOptions {
  /** The second sentence. */
  pair?: string;
}

const CHOICES: Record<string, readonly unknown[]> = {
  truncation: TRUNCATIONS,
  padding: ["longest", "max_length", false],
  paddingSide: ["right", "left"],
  addSpecialTokens: [true, false],
  splitSpecialTokens: [true, false],
  offsetUnit: ["utf16", "codePoint"],
};
const NAMES = [...Object.keys(CHOICES), "maxLength", "padToMultipleOf", "pair"];

/** Throws when an option doesn't exist, has a value it can't have, or lacks another it needs. */
export function checkEncodeOptions(caller: string, options: EncodeOptions): void {
  for (const name in options) {
    const value = options[name as keyof EncodeOptions];
    if (!NAMES.includes(name)) {
      throw new RangeError(
        `${caller}: there is no option ${inWords(name)}; there are ${NAMES.join(", ")}`,
      );
    }
    const choices = CHOICES[name];
    if (value === undefined || choices === undefined || choices.includes(value)) continue;
    throw new RangeError(
      `${caller}: ${name} must be ${choices.map(inWords).join(" or ")}, got ${inWords(value)}`,
    );
  }
  const { maxLength, padToMultipleOf, padding } = options;
  if (maxLength !== undefined) assertInteger(caller, { maxLength }, { min: 1 });
  if (padToMultipleOf !== undefined) assertInteger(caller, { padToMultipleOf }, { min: 1 });
  if (padding === "max_length" && maxLength === undefined) {
    throw new RangeError(`${caller}: padding "max_length" needs maxLength, got undefined`);
  }
}
