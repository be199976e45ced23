/**
 * How far two models are apart on one sentence, layer by layer and token by token.
 *
 *   cosine     1 − cos(a_t, b_t)                                     0: same direction
 *   largest    max_d |a_t[d] − b_t[d]|                                0: same numbers
 *   relations  mean over s ≠ t of |cos(a_t, a_s) − cos(b_t, b_s)|     0: same company
 *
 * The first two compare number with number, which means something only where both models have the
 * same axes: one model before and after more training, in two precisions, with and without a mask.
 * Two models that began with other random weights have axes that nothing connects; `relations`
 * looks at how the tokens lie to each other, needs no common axes, and so no equal width (as in
 * Kriegeskorte, Mur & Bandettini 2008, "Representational Similarity Analysis").
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { cosineOfVectors } from "../similarity/cosine";

/** [L, T, D]: what comes out of each layer (or the input, and then each layer). */
export type HiddenStates = readonly (readonly ArrayLike<number>[])[];

export interface LayerDifferences {
  /** Which layer of a is compared with which of b, from 0; they are paired by depth. */
  readonly layers: readonly (readonly [a: number, b: number])[];
  /** [L, T]; undefined for models of different widths. */
  readonly cosine?: readonly (readonly number[])[];
  /** [L, T]; undefined for models of different widths. */
  readonly largest?: readonly (readonly number[])[];
  /** [L, T] */
  readonly relations: readonly (readonly number[])[];
}

/**
 * A model with fewer layers has each of its layers compared with several of the other's.
 *
 * @param a [La, T, Da]
 * @param b [Lb, T, Db], of equally many tokens
 */
export function layerDifferences(a: HiddenStates, b: HiddenStates): LayerDifferences {
  const [sizeA, sizeB] = [checkedSize(a, "a"), checkedSize(b, "b")];
  if (sizeA.tokens !== sizeB.tokens) {
    throw new RangeError(
      "layerDifferences: both must have equally many tokens, " +
        `got ${sizeA.tokens} and ${sizeB.tokens}`,
    );
  }
  const count = Math.max(a.length, b.length);
  const at = (layer: number, length: number) =>
    count === 1 ? 0 : Math.round((layer * (length - 1)) / (count - 1));
  const layers = Array.from({ length: count }, (_, layer) => {
    return [at(layer, a.length), at(layer, b.length)] as const;
  });
  const perToken = (measure: (of: Pair, token: number) => number) =>
    layers.map(([l, m]) => a[l]!.map((_, t) => measure({ a: a[l]!, b: b[m]! }, t)));
  const relations = perToken(relationDifference);
  if (sizeA.width !== sizeB.width) return { layers, relations };
  return {
    ...{ layers, relations },
    cosine: perToken((of, t) => 1 - cosineOfVectors(of.a[t]!, of.b[t]!)),
    largest: perToken((of, t) => largestDifference(of.a[t]!, of.b[t]!)),
  };
}

interface Pair {
  readonly a: readonly ArrayLike<number>[];
  readonly b: readonly ArrayLike<number>[];
}

function relationDifference({ a, b }: Pair, token: number): number {
  let sum = 0;
  for (let other = 0; other < a.length; other++) {
    const cosines = [a, b].map((states) => cosineOfVectors(states[token]!, states[other]!));
    sum += Math.abs(cosines[0]! - cosines[1]!);
  }
  return a.length === 1 ? 0 : sum / (a.length - 1);
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let d = 0; d < a.length; d++) largest = Math.max(largest, Math.abs(a[d]! - b[d]!));
  return largest;
}

function checkedSize(states: HiddenStates, name: string): { tokens: number; width: number } {
  const tokens = states?.[0]?.length ?? 0;
  const width = states?.[0]?.[0]?.length ?? 0;
  const isEven =
    Array.isArray(states) &&
    states.every((layer: HiddenStates[number]) => {
      return layer.length === tokens && layer.every((row) => row.length === width);
    });
  if (isEven && tokens > 0 && width > 0) return { tokens, width };
  throw new RangeError(
    `layerDifferences: ${name} must be [layers, tokens, width], equal in all layers, ` +
      `got [${states?.length ?? 0}, ${tokens}, ${width}]${isEven ? "" : " in the first"}`,
  );
}
