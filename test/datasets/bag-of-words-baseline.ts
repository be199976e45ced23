/**
 * The baseline that data sets of sentences are measured against: softmax regression on which
 * features (words, overlaps) a row has. It knows no order and no meaning of a word.
 */
import type { Rng } from "../../src/core/rng";

export interface Example {
  features: readonly string[];
  label: string;
}

/** Share of right answers on `test` after `epochs` of stochastic gradient descent on `train`. */
export function baselineAccuracy(
  train: readonly Example[],
  test: readonly Example[],
  { rng, epochs = 6, rate = 0.1 }: { rng: Rng; epochs?: number; rate?: number },
): number {
  const labels = [...new Set(train.map(({ label }) => label))];
  const weights = new Map<string, Float64Array>();
  const scores = ({ features }: Example) => {
    const sums = new Float64Array(labels.length);
    for (const feature of features) {
      const row = weights.get(feature);
      if (row) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
    }
    return sums;
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const example of rng.shuffle(train)) {
      const sums = scores(example);
      const largest = Math.max(...sums);
      const powers = sums.map((sum) => Math.exp(sum - largest));
      const total = powers.reduce((sum, power) => sum + power, 0);
      const gradient = powers.map(
        (power, k) => power / total - (labels[k] === example.label ? 1 : 0),
      );
      // The step shrinks, so that the last examples do not weigh more than the first.
      const step = rate / (1 + epoch);
      for (const feature of example.features) {
        let row = weights.get(feature);
        if (!row) weights.set(feature, (row = new Float64Array(labels.length)));
        for (let k = 0; k < labels.length; k++) row[k]! -= step * gradient[k]!;
      }
    }
  }
  const right = test.filter((example) => {
    const sums = scores(example);
    return labels[sums.indexOf(Math.max(...sums))] === example.label;
  });
  return right.length / test.length;
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Words of either text, which of them both have, how many they share and how long they are. */
export function pairFeatures(first: string, second: string): string[] {
  const one = new Set(wordsOf(first));
  const two = new Set(wordsOf(second));
  const shared = [...one].filter((word) => two.has(word));
  return [
    ...[...one].map((word) => `first ${word}`),
    ...[...two].map((word) => `second ${word}`),
    ...shared.map((word) => `both ${word}`),
    `shared ${shared.length}`,
    `only first ${one.size - shared.length}`,
    `only second ${two.size - shared.length}`,
    `share ${Math.round((10 * shared.length) / Math.min(one.size, two.size))}`,
  ];
}
