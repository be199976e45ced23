/**
 * Skip-gram on a whole batch of pairs at once, as tensors: what a GPU wants.
 *
 *   s_bk = h_b · o_bk        h_b the row fed in, o_b0 the true word's, o_b1 … o_bK the negatives'
 *   L = Σ_b (log(1 + e^(-s_b0)) + Σ_k log(1 + e^(s_bk)))
 *
 * The same loss as negative-sampling.ts, but all pairs see the tables as they were before the
 * batch. One step after the other, a frequent word's row has moved on by the next pair; in a batch
 * of thousands its gradients add up, and plain steps would overshoot. Hence AdaGrad (Duchi et al.
 * 2011):
 *
 *   a ← a + g²,   w ← w − η · g / (√a + 10⁻⁷)
 *
 * The kernel on the processor is many times faster where there is no GPU: a batch has to read and
 * write both tables whole, whichever rows it needs. bench/README.md has the numbers.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertInteger, assertPositive } from "../core/check";
import * as tf from "../core/tf";
import { compile, type Compiled } from "../engine/compile";
import type { CompileDevice } from "../engine/session";
import type { SteppedTraining } from "./stepped-training";

/** Pairs as row numbers. */
export interface SkipGramBatch {
  /** [B] int32: the words fed in. */
  inputs: tf.Tensor1D;
  /** [B, 1 + K] int32: the true word, then the negatives. One equal to the true word is ignored. */
  targets: tf.Tensor2D;
}

/**
 * The loss of a batch, summed over its pairs; tf.grad gives the gradients of both tables.
 *
 * @param input  [V, D]
 * @param output [V, D]
 */
export function skipGramBatchLoss(
  { inputs, targets }: SkipGramBatch,
  input: tf.Tensor2D,
  output: tf.Tensor2D,
): tf.Scalar {
  return tf.tidy(() => {
    const hidden = tf.expandDims(tf.gather(input, inputs), 1); // [B, 1, D]
    const rows = tf.gather(output, targets); // [B, 1 + K, D]
    const scores = tf.sum(tf.mul(hidden, rows), 2); // [B, 1 + K]
    const width = targets.shape[1];
    const isFirst = tf.equal(tf.range(0, width, 1, "int32"), tf.scalar(0, "int32")); // [1 + K]
    const truth = tf.slice(targets, [0, 0], [-1, 1]); // [B, 1]
    const counts = tf.logicalOr(isFirst, tf.notEqual(targets, truth)); // [B, 1 + K]
    const losses = tf.softplus(tf.mul(scores, tf.where(isFirst, tf.scalar(-1), tf.scalar(1))));
    return tf.sum(tf.mul(losses, tf.cast(counts, "float32"))) as tf.Scalar;
  });
}

export interface BatchTrainingOptions {
  /** Pairs per step, B. Default 4096. */
  batchSize?: number;
  /** η of AdaGrad: about how far a weight moves at first. Default 0.05. */
  learningRate?: number;
  /** As compile's. Default "auto": a GPU where there is one. */
  device?: CompileDevice | "auto";
}

export interface BatchStep {
  /** Mean over the pairs, before the batch was learned. */
  loss: number;
  pairs: number;
  /** What the device took; finding the pairs comes on top. */
  milliseconds: number;
}

/** Trains a skip-gram model with negative sampling in batches, compiled for the device. */
export class SkipGramBatchTraining<Vectors> {
  private constructor(
    private readonly training: SteppedTraining<Vectors>,
    private readonly compiled: Compiled,
    private readonly batchSize: number,
    private readonly learningRate: number,
  ) {}

  /** @param training from `new Word2Vec(…).start(sentences)`: the pairs, and the first weights */
  static async create<Vectors>(
    training: SteppedTraining<Vectors>,
    { batchSize = 4096, learningRate = 0.05, device = "auto" }: BatchTrainingOptions = {},
  ): Promise<SkipGramBatchTraining<Vectors>> {
    assertInteger("SkipGramBatchTraining", { batchSize }, { min: 1 });
    assertPositive("SkipGramBatchTraining", { learningRate });
    const { numNegatives } = training;
    if (!training.isPlainSkipGram || numNegatives === 0) {
      throw new RangeError(
        "SkipGramBatchTraining: training must be of skip-gram with negative sampling, " +
          "from new Word2Vec().start()",
      );
    }
    const { input, output } = training.network;
    const shape: [number, number] = [input.numRows, input.size];
    const state = {
      input: tf.tensor2d(Float32Array.from(input.values), shape),
      output: tf.tensor2d(Float32Array.from(output.values), shape),
      inputSquares: tf.zeros(shape),
      outputSquares: tf.zeros(shape),
    };
    try {
      const compiled = await compile(batchStep, {
        inputs: {
          inputs: { dtype: "int32", shape: ["B"] },
          targets: { dtype: "int32", shape: ["B", 1 + numNegatives] },
          learningRate: { dtype: "float32", shape: [] },
        },
        ...{ state, device, fewShapes: true },
      });
      return new SkipGramBatchTraining(training, compiled, batchSize, learningRate);
    } finally {
      tf.dispose(state);
    }
  }

  /** Where it computes. */
  get device(): CompileDevice {
    return this.compiled.device;
  }

  /** Learns from the next batch; undefined once all pairs of all epochs are done. */
  async step(): Promise<BatchStep | undefined> {
    const { contexts, targets, width } = this.training.nextPairs(this.batchSize);
    const pairs = contexts.length;
    if (pairs === 0) return undefined;
    const feeds = {
      inputs: tf.tensor1d(contexts, "int32"),
      targets: tf.tensor2d(targets, [pairs, width], "int32"),
      learningRate: tf.scalar(this.learningRate),
    };
    try {
      const start = performance.now();
      const { loss } = await this.compiled.run(feeds);
      const milliseconds = performance.now() - start;
      return { loss: (loss!.data[0] as number) / pairs, pairs, milliseconds };
    } finally {
      tf.dispose(feeds);
    }
  }

  /** The word vectors as they are now. */
  async wordVectors(): Promise<Vectors> {
    const state = await this.compiled.readState();
    const values = state["input"]!.data as Float32Array;
    const { size } = this.training.network.input;
    return this.training.vectorsFrom((row) => values.subarray(row * size, (row + 1) * size));
  }

  async dispose(): Promise<void> {
    await this.compiled.dispose();
  }
}

function batchStep(
  batch: Record<"inputs" | "targets" | "learningRate", tf.Tensor>,
  state: Record<"input" | "output" | "inputSquares" | "outputSquares", tf.Tensor>,
) {
  const { value, grads } = tf.valueAndGrads((input: tf.Tensor, output: tf.Tensor) =>
    skipGramBatchLoss(
      batch as unknown as SkipGramBatch,
      input as tf.Tensor2D,
      output as tf.Tensor2D,
    ),
  )([state.input, state.output]);
  const [input, inputSquares] = adaGrad(state.input, state.inputSquares, grads[0]!, batch);
  const [output, outputSquares] = adaGrad(state.output, state.outputSquares, grads[1]!, batch);
  return { outputs: { loss: value }, state: { input, output, inputSquares, outputSquares } };
}

function adaGrad(
  weights: tf.Tensor,
  squares: tf.Tensor,
  gradient: tf.Tensor,
  { learningRate }: { learningRate: tf.Tensor },
): [weights: tf.Tensor, squares: tf.Tensor] {
  const next = tf.add(squares, tf.square(gradient));
  const step = tf.div(tf.mul(gradient, learningRate), tf.add(tf.sqrt(next), 1e-7));
  return [tf.sub(weights, step), next];
}
