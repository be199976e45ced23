/**
 * A case of the benchmarks compiled with the library's own parts: one graph that takes a whole
 * training step, or turns one batch into sentence embeddings.
 */
import { compile } from "../../src/engine/compile";
import { sentenceBatches, trainingBatch, type BertCase } from "./bert-case";
import * as tasks from "./bert-tasks";
import type { Act } from "./serve";

/** One step and its loss, or all sentences and a sum over their embeddings. */
export function compiledAct(task: BertCase, weights: tasks.Tensors): Promise<Act> {
  return task.task === "encode" ? compileEncoder(task, weights) : compileStep(task, weights);
}

async function compileStep(task: BertCase, weights: tasks.Tensors): Promise<Act> {
  const optimizer = tasks.optimizerOf();
  const moments = { ...optimizer.initialState(weights), ...tasks.scalingOf(task)?.initialState() };
  const names = Object.keys(weights);
  const step = await compile(tasks.trainingStep(task, optimizer, names), {
    ...settingsOf(task),
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

async function compileEncoder(task: BertCase, weights: tasks.Tensors): Promise<Act> {
  const settings = { ...settingsOf(task), constants: weights };
  const encoder = await compile(tasks.encoding(task, weights), settings);
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

function settingsOf(task: BertCase) {
  return {
    inputs: tasks.inputsOf(task),
    threads: task.threads,
    fewShapes: true,
    device: task.device ?? "cpu",
    precision: task.precision ?? "float32",
    axes: { T: { max: tasks.configOf(task).maxPositionEmbeddings } },
  };
}
