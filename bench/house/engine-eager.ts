/**
 * The same functions as engine-ours.ts, run eagerly, operation by operation, on the device of the
 * case. A case as JSON in the first argument, orders on stdin.
 */
import * as tf from "../../src/core/tf";
import { toTensor, type HostArray } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";
import { hashedWeights, sentenceBatches, trainingBatch, type BertCase } from "./bert-case";
import * as tasks from "./bert-tasks";
import { serve, type Act } from "./serve";

const task = JSON.parse(process.argv[2]!) as BertCase;

void serve(async () => {
  await startLab({ backend: task.device ?? "wasm", threads: task.threads, quiet: true });
  const weights = hashedWeights(tasks.weightShapes(task));
  return task.task === "encode" ? encoder(weights) : trainer(weights);
});

function trainer(weights: tasks.Tensors): Act {
  const optimizer = tasks.optimizerOf();
  const step = tasks.trainingStep(task, optimizer, Object.keys(weights));
  const inputs = tensorsOf(tasks.feedsOf(task, trainingBatch(task)));
  let state: tasks.Tensors = { ...weights, ...optimizer.initialState(weights) };
  let steps = 0;
  return async () => {
    const drawn = { key: tf.tensor1d([1, steps++], "int32"), rate: tf.scalar(task.learningRate) };
    const next = tf.tidy(() => step({ ...inputs, ...drawn }, state));
    tf.dispose([state, drawn] as unknown as tf.TensorContainer);
    state = next.state;
    const [loss] = await next.outputs.loss.data();
    next.outputs.loss.dispose();
    return loss!;
  };
}

function encoder(weights: tasks.Tensors): Act {
  const encode = tasks.encoding(task, weights);
  const batches = sentenceBatches(task).map((batch) => tensorsOf(batch));
  return async () => {
    let sum = 0;
    for (const batch of batches) {
      const { embeddings } = tf.tidy(() => encode(batch).outputs);
      for (const value of await embeddings.data()) sum += Math.abs(value);
      embeddings.dispose();
    }
    return sum;
  };
}

function tensorsOf(arrays: Record<string, HostArray>): tasks.Tensors {
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, toTensor(array)]));
}
