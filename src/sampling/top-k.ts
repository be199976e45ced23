/**
 * Top-k: choose among the k likeliest tokens only.
 *
 * Fan, Lewis & Dauphin 2018, "Hierarchical Neural Story Generation", section 5.1, with k = 10. It
 * has to look at every logit to find the k largest, so it saves exponentials, not the scan; what it
 * is for is the text: the thousands of unlikely tokens together are likely enough that one of them
 * is drawn every few words. k is the same where one token is right and where fifty would do: for
 * that see top-p.ts.
 *
 * Lesson: notebooks/11-temperature.ipynb
 */
import { assertInteger } from "../core/check";
import { keepOnly } from "./keep";
import { assertLogits, Logits } from "./softmax";
import { topIndices } from "./top-indices";

/**
 * @param logits [V]
 * @param k      from 1 to V; of equal logits at the border the lower index stays
 * @returns      [V], −∞ at what is dropped
 */
export function topK(logits: Logits, k: number): Float64Array {
  assertLogits("topK", logits);
  assertInteger("topK", { k }, { min: 1, max: logits.length });
  return keepOnly(logits, topIndices(logits, k));
}
