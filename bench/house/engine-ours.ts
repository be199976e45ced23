/**
 * Our timed process for bench/engine.ts: a case as JSON in the first argument, orders on stdin.
 *
 * The model is the library's own, compiled: one graph that takes a whole training step, or turns
 * one batch into sentence embeddings.
 */
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { hashedWeights, sentenceBatches, trainingBatch, type BertCase } from "./bert-case";
import * as tasks from "./bert-tasks";
import { serve, type Act } from "./serve";

const task = JSON.parse(process.argv[2]!) as BertCase;
const SETTINGS = {
  inputs: tasks.inputsOf(task),
  threads: task.threads,
  fewShapes: true,
  device: task.device ?? "cpu",
  precision: task.precision ?? "float32",
  axes: { T: { max: tasks.configOf(task).maxPositionEmbeddings } },
};

void main();

async function main(): Promise<void> {
  await startLab({ backend: "cpu", quiet: true });
  const weights = hashedWeights(tasks.weightShapes(task));
  await serve(async () => {
    const act = await (task.task === "encode" ? compileEncoder(weights) : compileStep(weights));
    for (const tensor of Object.values(weights)) tensor.dispose();
    return act;
  });
}

async function compileStep(weights: tasks.Tensors): Promise<Act> {
  const optimizer = tasks.optimizerOf();
  const moments = { ...optimizer.initialState(weights), ...tasks.scalingOf(task)?.initialState() };
  const names = Object.keys(weights);
  const step = await compile(tasks.trainingStep(task, optimizer, names), {
    ...SETTINGS,
    state: { ...weights, ...moments },
  });
  for (const tensor of Object.values(moments)) tensor.dispose();
  const feeds = { ...tasks.feedsOf(task, trainingBatch(task)), rate: task.learningRate };
  let steps = 0;
  return async () => {
    const key = { data: Int32Array.of(1, steps++), shape: [2] };
    return (await step.run({ ...feeds, key }))["loss"]!.data[0]!;
  };
}

async function compileEncoder(weights: tasks.Tensors): Promise<Act> {
  const encoder = await compile(tasks.encoding(task, weights), { ...SETTINGS, constants: weights });
  const batches = sentenceBatches(task);
  return async () => {
    let sum = 0;
    for (const batch of batches) {
      const { data } = (await encoder.run(batch))["embeddings"]!;
      for (const value of data) sum += Math.abs(value);
    }
    return sum;
  };
}
