/**
 * The lower part of an encoder: embeddings and the first layers, as if there were no others.
 *
 * Lower layers stay close to the words, higher ones to what was predicted in pre-training, and each
 * costs the same time. Where training is short, fewer layers can be more. Sun et al. 2019, "Patient
 * Knowledge Distillation for BERT Model Compression", section 4.2, begin students of 3 and 6 layers
 * like this.
 *
 * Lesson: notebooks/10-dual-encoder.ipynb
 */
import { assertInteger } from "../core/check";
import type { LoadBertOptions, LoadedBert } from "./load-bert";

export interface LoadEncoderOptions extends LoadBertOptions {
  /** Only so many of the layers, the lowest. Default: all. */
  numLayers?: number;
}

/** @param loaded its weights go on belonging to the caller, but for those that are disposed of */
export function lowestLayers({ config, parameters }: LoadedBert, numLayers: number): LoadedBert {
  const { numHiddenLayers: most } = config;
  assertInteger("lowestLayers", { numLayers }, { min: 1, max: most });
  if (config.numHiddenGroups !== most) {
    throw new RangeError("lowestLayers: layers that share their weights can't be taken apart");
  }
  const isKept = (name: string) =>
    Number(/^encoder\.layer\.(\d+)\./.exec(name)?.[1] ?? 0) < numLayers;
  const kept = Object.entries(parameters).filter(([name, tensor]) => {
    if (!isKept(name)) tensor.dispose();
    return isKept(name);
  });
  const sizes = { numHiddenLayers: numLayers, numHiddenGroups: numLayers };
  return { config: { ...config, ...sizes }, parameters: Object.fromEntries(kept) };
}
