/**
 * Kernels of this lab's own, that TensorFlow.js doesn't have: only a trace knows them, and only
 * src/engine/hand-gradients.ts calls them.
 */
import type { Value } from "./graph";
import type { KernelTable } from "./kernel";

/** Layer norm as one operation: its result, and each row's mean and inverse deviation. */
export const LAYER_NORM = "LabLayerNorm";

export const NORMALIZATION: KernelTable = {
  [LAYER_NORM]: ({ graph, inputs, settings }) => {
    const { x, gain, bias } = inputs as { x: Value; gain: Value; bias: Value };
    const rows = { shape: [...x.shape.slice(0, -1), 1], dtype: x.dtype };
    return graph.addMany("LayerNormalization", [x, gain, bias], [x, rows, rows], {
      axis: -1,
      epsilon: { float: settings["epsilon"] as number },
      stash_type: 1,
    });
  },
};
