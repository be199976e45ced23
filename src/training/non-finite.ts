/**
 * NaN and infinity: caught in the step where they arise, with the tensors named.
 *
 * One NaN in one gradient is in every weight after the next step, and nothing then tells where it
 * came from. So every step looks at its loss and at one number for each gradient, and a step that
 * isn't finite moves no weight.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import type { Feed, HostArray } from "../engine/host-array";
import { someOf } from "./loss";

/** A step whose loss or gradients aren't finite. The weights are those from before it. */
export class NonFiniteError extends Error {
  override readonly name = "NonFiniteError";
  constructor(
    message: string,
    /** The step that failed, counted from 1. */
    readonly step: number,
    /** "loss", and names of weights whose gradients aren't finite. */
    readonly culprits: readonly string[],
  ) {
    super(message);
  }
}

export interface StepNumbers {
  step: number;
  loss: number;
  /** Names of the trained weights, and the sum of the squares of each one's gradient. */
  trained: readonly string[];
  squares: ArrayLike<number>;
}

/** Names of what isn't finite; none for a good step. */
export function findCulprits({ loss, trained, squares }: Omit<StepNumbers, "step">): string[] {
  const gradients = trained.filter((_, i) => !Number.isFinite(squares[i]));
  return Number.isFinite(loss) ? gradients : ["loss", ...gradients];
}

/**
 * Where a bad step comes from, as far as the numbers tell: a weight that was bad before, an input
 * that is, or the computation between.
 */
export function nonFiniteError(
  numbers: StepNumbers,
  { weights, batch }: { weights: Record<string, HostArray>; batch: Readonly<Record<string, Feed>> },
): NonFiniteError {
  const { step, loss, trained } = numbers;
  const culprits = findCulprits(numbers);
  const gradients = culprits.filter((name) => name !== "loss");
  const parts: string[] = [];
  if (culprits.includes("loss")) parts.push(`the loss is ${loss}`);
  if (gradients.length > 0) {
    const all = gradients.length === trained.length && trained.length > 1;
    const which = all ? `all ${trained.length} weights` : someOf(gradients);
    parts.push(`gradients that aren't finite: of ${which}`);
  }
  const badWeights = Object.keys(weights).filter((name) => !isAllFinite(weights[name]!.data));
  const badInputs = Object.keys(batch).filter((name) => !isFiniteFeed(batch[name]!));
  if (badWeights.length > 0) parts.push(`not finite before the step: ${someOf(badWeights)}`);
  if (badInputs.length > 0) parts.push(`not finite in the batch: ${someOf(badInputs)}`);
  return new NonFiniteError(
    `Trainer.step: step ${step} isn't finite: ${parts.join("; ")}. No weight was moved. ` +
      "A lower learning rate, a longer warm-up or clipping helps where training diverges",
    step,
    culprits,
  );
}

/** Tensors are not read here: they may be on a GPU. */
function isFiniteFeed(feed: Feed): boolean {
  if (typeof feed === "number") return Number.isFinite(feed);
  if (typeof feed === "boolean" || !ArrayBuffer.isView(feed.data)) return true;
  return isAllFinite(feed.data as ArrayLike<number>);
}

function isAllFinite(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}
