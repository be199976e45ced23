/**
 * Beam search: keep the few likeliest beginnings, not only the one that looks best so far.
 *
 *   score = ln P(new tokens) / n^α
 *
 * Greedy decoding can't go back on a token that was likely and led nowhere; a beam of B carries B
 * texts side by side. Longer texts are less likely, so finished ones compete by score, with α
 * between 0 (the sum) and 1 (the mean). Wu et al. 2016, "Google's Neural Machine Translation
 * System", section 7, whose length penalty is ((5 + n)/6)^α; n^α as in Hugging Face's transformers.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertBetween, assertInteger } from "../core/check";
import type { NextTokenLogits } from "./generate";
import { logSoftmax } from "./softmax";
import { topIndices } from "./top-indices";

export interface BeamSearchOptions {
  /** B, texts carried side by side. Default 4; 1 is greedy decoding. */
  numBeams?: number;
  /** Default 32. */
  maxNewTokens?: number;
  /** Tokens after which a text is finished. Default none. */
  endIds?: readonly number[];
  /** α, from 0 to 2. Default 1. */
  lengthPenalty?: number;
}

export interface Beam {
  /** Prompt and new tokens. */
  readonly ids: readonly number[];
  readonly newIds: readonly number[];
  /** ln P of the new tokens. */
  readonly logProbability: number;
  readonly score: number;
}

/**
 * @param prompt tokens to begin with
 * @returns      up to B texts, best score first
 */
export async function beamSearch(
  nextTokenLogits: NextTokenLogits,
  prompt: readonly number[],
  { numBeams = 4, maxNewTokens = 32, endIds = [], lengthPenalty = 1 }: BeamSearchOptions = {},
): Promise<Beam[]> {
  assertInteger("beamSearch", { numBeams, maxNewTokens }, { min: 1 });
  assertBetween("beamSearch", { lengthPenalty }, 0, 2);
  let open: Beginning[] = [{ newIds: [], logProbability: 0 }];
  const finished: Beginning[] = [];
  for (let length = 1; length <= maxNewTokens && open.length > 0; length++) {
    const longer: Beginning[] = [];
    for (const { newIds, logProbability } of open) {
      const logs = logSoftmax(await nextTokenLogits([...prompt, ...newIds]));
      for (const id of topIndices(logs, Math.min(numBeams, logs.length))) {
        if (logs[id] === -Infinity) continue;
        longer.push({ newIds: [...newIds, id], logProbability: logProbability + logs[id]! });
      }
    }
    longer.sort((a, b) => b.logProbability - a.logProbability);
    open = [];
    for (const candidate of longer.slice(0, numBeams)) {
      const isFinished = endIds.includes(candidate.newIds[length - 1]!);
      (isFinished ? finished : open).push(candidate);
    }
  }
  return [...finished, ...open]
    .map(({ newIds, logProbability }) => ({
      ...{ ids: [...prompt, ...newIds], newIds, logProbability },
      score: logProbability / newIds.length ** lengthPenalty,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, numBeams);
}

interface Beginning {
  readonly newIds: readonly number[];
  readonly logProbability: number;
}
