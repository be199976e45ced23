/** What can be chosen about GloVe. */
import { assertInteger, assertPositive, inWords } from "../core/check";
import { createRng, type Rng } from "../core/rng";

export interface GloVeOptions {
  /** Numbers per vector, D. Default 100. */
  vectorSize?: number;
  /** Words on each side that count as near. Default 15. */
  window?: number;
  /** Pairs met so often count fully; rarer ones less. Default 100. */
  xMax?: number;
  /** How fast the weight falls below xMax. Default 0.75. */
  alpha?: number;
  /** η of AdaGrad. Default 0.05. */
  learningRate?: number;
  /** Passes over the counts. Default 25. */
  epochs?: number;
  /** Words rarer than this are dropped. Default 5. */
  minCount?: number;
  /** Whether words on both sides count, or only those to the right. Default true. */
  symmetric?: boolean;
  /** Where all chance comes from. Default: createRng(1). */
  rng?: Rng;
}

export type CheckedGloVeOptions = Required<GloVeOptions>;

const NAMES = [
  ...["vectorSize", "window", "xMax", "alpha", "learningRate", "epochs", "minCount"],
  ...["symmetric", "rng"],
];

/** Every option checked, and defaults for those not given. */
export function checkGloVeOptions(options: GloVeOptions): CheckedGloVeOptions {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`GloVe: options must be an object, got ${inWords(options)}`);
  }
  for (const name of Object.keys(options)) {
    if (NAMES.includes(name)) continue;
    throw new RangeError(`GloVe: there is no option ${name}; there are ${NAMES.join(", ")}`);
  }
  const {
    vectorSize = 100,
    window = 15,
    xMax = 100,
    alpha = 0.75,
    learningRate = 0.05,
    epochs = 25,
    minCount = 5,
    symmetric = true,
    rng = createRng(1),
  } = options;
  assertInteger("GloVe", { vectorSize, window, epochs, minCount }, { min: 1, max: 1e9 });
  assertPositive("GloVe", { xMax, learningRate });
  if (!(Number.isFinite(alpha) && alpha >= 0)) {
    throw new RangeError(`GloVe: alpha must be 0 or above, got ${inWords(alpha)}`);
  }
  if (typeof symmetric !== "boolean") {
    throw new TypeError(`GloVe: symmetric must be true or false, got ${inWords(symmetric)}`);
  }
  if (typeof rng?.fork !== "function") {
    throw new TypeError(`GloVe: rng must come from createRng, got ${inWords(rng)}`);
  }
  return { vectorSize, window, xMax, alpha, learningRate, epochs, minCount, symmetric, rng };
}
