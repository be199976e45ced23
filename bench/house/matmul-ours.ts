/**
 * The timed process of bench/matmul.ts: one product on wasm, by our kernel or TensorFlow.js's own.
 * A MatMulCase as JSON in the first argument, orders on stdin.
 */
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { load } from "../../src/engine/load";
import { serve } from "./serve";

export interface MatMulCase {
  readonly kernel: "ours" | "stock";
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  readonly threads: number;
  /** Products in one repetition, so that small ones can be timed. */
  readonly times: number;
}

if (require.main === module) void main(JSON.parse(process.argv[2]!) as MatMulCase);

async function main(task: MatMulCase): Promise<void> {
  load("@tensorflow/tfjs-backend-wasm"); // registers TensorFlow.js's kernels
  const stock = tf.getKernel(tf.BatchMatMul, "wasm");
  await startLab({ backend: "wasm", threads: task.threads, quiet: true });
  if (task.kernel === "stock") {
    tf.unregisterKernel(tf.BatchMatMul, "wasm");
    tf.registerKernel(stock);
  }
  const rng = createRng(3);
  const [a, b] = [task.a, task.b].map((shape) => {
    const size = shape.reduce((product, axis) => product * axis, 1);
    const values = Float32Array.from({ length: size }, () => rng.uniform() - 0.5);
    return tf.tensor(values, [...shape]);
  }) as [tf.Tensor, tf.Tensor];
  const multiply = () => tf.matMul(a, b, task.transposeA, task.transposeB);
  await serve(async () => {
    const sum = tf.tidy(() => tf.sum(tf.abs(multiply())).dataSync()[0]!);
    return async () => {
      // Each call has ended when it returns: wasm doesn't wait until somebody reads.
      for (let i = 0; i < task.times; i++) multiply().dispose();
      return sum;
    };
  });
}
