/**
 * Writing: ask for the next token, choose one, append it, ask again.
 *
 * `generate` works with any function from tokens to logits, and any way to choose: `argmax` is
 * greedy decoding, `(logits) => sample(logits, { rng, temperature: 0.7 })` draws.
 *
 * Jurafsky & Martin, "Speech and Language Processing", section 10.2.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertInteger } from "../core/check";
import { Logits, logSoftmax } from "./softmax";
import { argmax } from "./temperature";

/** What a language model is here: tokens so far → logits [V] of the next. */
export type NextTokenLogits = (ids: readonly number[]) => Logits | Promise<Logits>;

/** Takes logits [V] and the tokens so far, and names one. */
export type ChooseToken = (logits: Logits, ids: readonly number[]) => number;

export interface GenerateOptions {
  /** Default `argmax`: greedy. */
  choose?: ChooseToken;
  /** Default 32. */
  maxNewTokens?: number;
  /** Tokens after which a text is finished; the one that came is kept. Default none. */
  endIds?: readonly number[];
  /** Called with each token as it comes. */
  onToken?: (id: number) => void;
}

export interface Generated {
  /** Prompt and new tokens. */
  readonly ids: readonly number[];
  readonly newIds: readonly number[];
  /** ln P of each new token by the model's own logits, whatever was done to them to choose. */
  readonly logProbabilities: readonly number[];
}

/** @param prompt tokens to begin with */
export async function generate(
  nextTokenLogits: NextTokenLogits,
  prompt: readonly number[],
  { choose = argmax, maxNewTokens = 32, endIds = [], onToken }: GenerateOptions = {},
): Promise<Generated> {
  assertInteger("generate", { maxNewTokens }, { min: 1 });
  const ids = [...prompt];
  const logProbabilities: number[] = [];
  while (logProbabilities.length < maxNewTokens) {
    const logits = await nextTokenLogits(ids);
    const id = choose(logits, ids);
    assertInteger("generate", { "the token chosen": id }, { min: 0, max: logits.length - 1 });
    logProbabilities.push(logSoftmax(logits)[id]!);
    ids.push(id);
    onToken?.(id);
    if (endIds.includes(id)) break;
  }
  return { ids, newIds: ids.slice(prompt.length), logProbabilities };
}
