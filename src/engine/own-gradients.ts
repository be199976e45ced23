/**
 * Gradients that TensorFlow.js 4.22 gets wrong or lacks, put right.
 *
 *   maximum, minimum, squaredDifference   it forgets to add up where one side was repeated
 *   cumsum                                off the last axis it swaps the axes of the result
 *   prod                                  needs a kernel that most devices don't have
 *   gather with batchDims                 takes the batch apart in a loop that no trace can follow
 *
 * Each is written with ordinary operations, so that it runs on every device and in a trace.
 */
import * as tf from "../core/tf";

/** Registers them in place of TensorFlow.js's own; after those, or they would be put back. */
export function registerOwnGradients(): void {
  for (const config of [MAXIMUM, MINIMUM, SQUARED_DIFFERENCE, CUMSUM, PROD, gatherConfig()]) {
    if (config === undefined) continue;
    if (tf.getGradient(config.kernelName)) tf.unregisterGradient(config.kernelName);
    tf.registerGradient(config);
  }
}

const MAXIMUM = choosing(tf.Maximum, (a, b) => tf.greaterEqual(a, b));
const MINIMUM = choosing(tf.Minimum, (a, b) => tf.lessEqual(a, b));

/** The gradient goes to the side that was chosen; among equals to the first. */
function choosing(
  kernelName: string,
  isFirst: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
): tf.GradConfig {
  return {
    kernelName,
    inputsToSave: ["a", "b"],
    gradFunc: (given, saved) => {
      const dy = given as tf.Tensor;
      const [a, b] = saved as [tf.Tensor, tf.Tensor];
      const share = (chosen: tf.Tensor) => tf.mul(dy, tf.cast(chosen, "float32"));
      return {
        a: () => sumToShape(share(isFirst(a, b)), a.shape),
        b: () => sumToShape(share(tf.logicalNot(isFirst(a, b))), b.shape),
      };
    },
  };
}

const SQUARED_DIFFERENCE: tf.GradConfig = {
  kernelName: tf.SquaredDifference,
  inputsToSave: ["a", "b"],
  gradFunc: (given, saved) => {
    const dy = given as tf.Tensor;
    const [a, b] = saved as [tf.Tensor, tf.Tensor];
    return {
      a: () => sumToShape(tf.mul(dy, tf.mul(2, tf.sub(a, b))), a.shape),
      b: () => sumToShape(tf.mul(dy, tf.mul(2, tf.sub(b, a))), b.shape),
    };
  },
};

/** Each number counts for all sums after it, so the gradient is a sum from the other end. */
const CUMSUM: tf.GradConfig = {
  kernelName: tf.Cumsum,
  gradFunc: (dy, _, attrs) => {
    const { axis, exclusive, reverse } = attrs as unknown as tf.CumsumAttrs;
    return { x: () => tf.cumsum(dy as tf.Tensor, axis, exclusive, !reverse) };
  },
};

/**
 * ∂(Π x)/∂x_i is the product of the others: Π x / x_i, unless something is 0. A single 0 gets the
 * product of the rest, and from two on nothing gets anything.
 */
const PROD: tf.GradConfig = {
  kernelName: tf.Prod,
  inputsToSave: ["x"],
  gradFunc: (dy, saved, attrs) => {
    const x = saved[0]!;
    const { axis } = attrs as unknown as tf.ProdAttrs;
    const axes = tf.util.parseAxisParam(axis, x.shape);
    const kept = x.shape.map((size, i) => (axes.includes(i) ? 1 : size));
    return {
      x: () => {
        const isZero = tf.equal(x, 0);
        const zeros = tf.cast(isZero, "float32");
        const safe = tf.add(x, zeros); // x, with 1 for 0
        const product = tf.prod(safe, axes, true);
        const otherZeros = tf.sub(tf.sum(zeros, axes, true), zeros);
        const others = tf.mul(tf.div(product, safe), tf.cast(tf.equal(otherZeros, 0), "float32"));
        return tf.mul(others, tf.reshape(dy as tf.Tensor, kept));
      },
    };
  },
};

/** With batch dimensions: all batches in one table, each with its own range of places. */
function gatherConfig(): tf.GradConfig | undefined {
  const original = tf.getGradient(tf.GatherV2);
  if (original === undefined || original.gradFunc.name === GATHER) return undefined;
  const named = {
    [GATHER](...given: Parameters<tf.GradFunc>) {
      const { axis, batchDims } = given[2] as unknown as tf.GatherV2Attrs;
      if (!batchDims) return original.gradFunc(...given);
      const [x, indices] = given[1] as [tf.Tensor, tf.Tensor];
      const place = { axis: tf.util.parseAxisParam(axis, x.shape)[0]!, batchDims };
      return {
        x: () => batchedGatherGradient(given[0] as tf.Tensor, x, indices, place),
        indices: () => indices,
      };
    },
  };
  return { ...original, gradFunc: named[GATHER] as tf.GradFunc };
}

const GATHER = "labGatherGradient";

function batchedGatherGradient(
  dy: tf.Tensor,
  x: tf.Tensor,
  indices: tf.Tensor,
  { axis, batchDims }: { axis: number; batchDims: number },
): tf.Tensor {
  const size = (from: number, to?: number) => tf.util.sizeFromShape(x.shape.slice(from, to));
  const [batch, middle, length] = [size(0, batchDims), size(batchDims, axis), x.shape[axis]!];
  const inner = size(axis + 1);
  const looked = tf.util.sizeFromShape(indices.shape.slice(batchDims));

  const rows = tf.transpose(tf.reshape(dy, [batch, middle, looked, inner]), [0, 2, 1, 3]);
  const starts = tf.range(0, batch * length, length, "int32");
  const places = tf.add(tf.reshape(indices, [batch, looked]), tf.reshape(starts, [batch, 1]));
  const sums = tf.unsortedSegmentSum(
    tf.reshape(rows, [batch * looked, middle * inner]),
    tf.reshape(places, [batch * looked]) as tf.Tensor1D,
    batch * length,
  );
  const turned = tf.transpose(tf.reshape(sums, [batch, length, middle, inner]), [0, 2, 1, 3]);
  return tf.reshape(turned, x.shape);
}

/** Adds up along the axes that were repeated when x met another shape. */
function sumToShape(x: tf.Tensor, shape: number[]): tf.Tensor {
  const axes = tf.broadcast_util.getReductionAxes(shape, x.shape);
  return axes.length === 0 ? x : tf.reshape(tf.sum(x, axes), shape);
}
