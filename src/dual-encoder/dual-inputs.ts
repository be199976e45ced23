/** What a training step reads of the batches that dualBatches makes. */
import { assertInteger } from "../core/check";
import * as tf from "../core/tf";
import type { InputSpecs } from "../engine/trace/trace-function";

/** @param numQuestions K, questions per answer: more than one have an axis of their own */
export function dualInputs(caller: string, numQuestions: number): InputSpecs {
  assertInteger(caller, { numQuestions }, { min: 1 });
  const asked = numQuestions === 1 ? inputIds("B", "Q") : inputIds("B", numQuestions, "Q");
  return {
    ...{ questionIds: asked, questionMask: asked },
    ...{ answerIds: inputIds("B", "A"), answerMask: inputIds("B", "A") },
  };
}

export function inputIds(...shape: (string | number)[]) {
  return { dtype: "int32" as const, shape };
}

/** [B, K, Q] as [B · K, Q], and what has two axes as it is. */
export function oneRowEach(tensor: tf.Tensor): tf.Tensor2D {
  if (tensor.rank === 2) return tensor as tf.Tensor2D;
  return tf.reshape(tensor, [tensor.shape[0]! * tensor.shape[1]!, tensor.shape[2]!]);
}
