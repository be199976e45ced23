/**
 * Masking: hide some tokens, and let the model guess them from both sides.
 *
 *   15% of the tokens are chosen; of these
 *     80% become [MASK], 10% a random token, 10% stay as they are
 *
 * The loss looks at the chosen tokens only. Those that stay, or become another word, keep the
 * model from trusting what it reads: without them it would only have to think at [MASK], which it
 * never meets after pre-training.
 *
 * Devlin et al. 2019, "BERT", section 3.1 (task #1) and appendix A.1. They mask each text once, in
 * ten copies; here masks are new in each epoch, as in Liu et al. 2019, "RoBERTa", section 4.1.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertBetween, assertInteger, inWords } from "../core/check";
import type { Rng } from "../core/rng";

export interface MaskingOptions {
  /** The id of [MASK]. */
  maskTokenId: number;
  /** V: random tokens are drawn from 0 to V - 1, special ones left out. */
  vocabSize: number;
  /** Ids that are never chosen and never put in: [PAD], [UNK], [CLS], [SEP], [MASK]. */
  specialTokenIds: readonly number[];
  /** Share of the tokens to guess. Default 0.15. */
  maskProbability?: number;
  /** Of the chosen, the share that becomes [MASK]. Default 0.8. */
  replaceProbability?: number;
  /** Of the chosen, the share that becomes a random token. Default 0.1. */
  randomProbability?: number;
}

export interface MaskedTokens {
  /** The ids with some hidden, as many as were given. */
  inputIds: number[];
  /** The chosen places, in order. */
  positions: number[];
  /** The ids that stood there. */
  labels: number[];
}

/** Masks one sequence after another; draws from the generator that each call is given. */
export type Masker = (ids: ArrayLike<number>, rng: Rng) => MaskedTokens;

/**
 * Exactly round(0.15·n) of a sequence's n ordinary tokens are chosen, and at least one: every
 * sequence teaches something, and the work for the loss hardly varies.
 *
 * @throws RangeError for shares that don't fit together
 */
export function createMasker({
  maskTokenId,
  vocabSize,
  specialTokenIds,
  maskProbability = 0.15,
  replaceProbability = 0.8,
  randomProbability = 0.1,
}: MaskingOptions): Masker {
  assertInteger("createMasker", { vocabSize }, { min: 1 });
  assertInteger("createMasker", { maskTokenId }, { min: 0, max: vocabSize - 1 });
  assertBetween("createMasker", { maskProbability, replaceProbability, randomProbability }, 0, 1);
  if (replaceProbability + randomProbability > 1) {
    throw new RangeError(
      `createMasker: replaceProbability and randomProbability must not exceed 1 together, ` +
        `got ${replaceProbability} and ${randomProbability}`,
    );
  }
  const special = new Set(specialTokenIds);
  const ordinary: number[] = [];
  for (let id = 0; id < vocabSize; id++) if (!special.has(id)) ordinary.push(id);
  if (ordinary.length === 0) {
    throw new RangeError(`createMasker: all ${vocabSize} tokens are special, none can be masked`);
  }

  const hide = (id: number, rng: Rng): number => {
    const fate = rng.uniform();
    if (fate < replaceProbability) return maskTokenId;
    return fate < replaceProbability + randomProbability ? rng.pick(ordinary) : id;
  };
  return (ids, rng) => {
    const inputIds = Array.from(ids);
    const candidates: number[] = [];
    inputIds.forEach((id, place) => {
      if (!(Number.isInteger(id) && id >= 0 && id < vocabSize)) {
        const range = `from 0 to ${vocabSize - 1}`;
        throw new RangeError(
          `mask: id ${place} must be a whole number ${range}, got ${inWords(id)}`,
        );
      }
      if (!special.has(id)) candidates.push(place);
    });
    const count = countToMask(candidates.length, maskProbability);
    const positions = draw(candidates, count, rng);
    const labels = positions.map((place) => inputIds[place]!);
    for (const place of positions) inputIds[place] = hide(inputIds[place]!, rng);
    return { inputIds, positions, labels };
  };
}

function countToMask(candidates: number, probability: number): number {
  if (candidates === 0 || probability === 0) return 0;
  return Math.max(1, Math.round(candidates * probability));
}

/** `count` of the places, each set equally likely, in ascending order. */
function draw(places: number[], count: number, rng: Rng): number[] {
  for (let i = 0; i < count; i++) {
    const j = i + rng.integer(places.length - i);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places.slice(0, count).sort((a, b) => a - b);
}
