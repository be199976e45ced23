/**
 * The tiny BERT of test/golden: all that its file has numbers for, computed eagerly or compiled.
 *
 * As a program: node --import tsx golden-model.ts wasm prints the numbers as one line of JSON. In a
 * process of its own, since a back end can't be unloaded.
 */
import fs from "node:fs";
import path from "node:path";
import {
  BertForPreTraining,
  forwardPretraining,
  pretrainingLoss,
} from "../../src/bert/bert-for-pretraining";
import type { BertConfig } from "../../src/bert/config";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import type { HostArray } from "../../src/engine/host-array";
import { startLab } from "../../src/engine/lab";
import type { Backend } from "../../src/engine/backend";
import { adamW } from "../../src/training/optimizer";

export const GOLDEN_FOLDER = path.resolve(__dirname, "../golden/bert");

export interface Golden {
  batch: Record<"input_ids" | "token_type_ids" | "attention_mask" | "labels", number[][]> & {
    next_sentence_label: number[];
  };
  embeddings_output: number[][][];
  hidden_states: number[][][][];
  attention_probs_layer0: number[][][][];
  attention_probs_layer1_row_sums_over_real_keys: number[][][];
  pooler_output: number[][];
  mlm_logits_slice: { values: number[][][] };
  mlm_logits_at_labels: { row: number; pos: number; label: number; logits: number[] }[];
  nsp_logits: number[][];
  mlm_loss: number;
  nsp_loss: number;
  total_loss: number;
  mlm_grad_norms: Record<string, number | null>;
  total_grad_norms: Record<string, number | null>;
  mlm_global_grad_norm: number;
  mlm_grad_samples: Record<string, number[]>;
  word_embedding_grad_row_norms: number[];
  single_unpadded: {
    input_ids: number[];
    token_type_ids: number[];
    last_hidden_state: number[][][];
    pooler_output: number[][];
  };
  adamw_5_steps_total_loss: { lr: number; losses_before_each_step: number[] };
  n_parameters: number;
  parameter_shapes: Record<string, number[]>;
}

export const golden = JSON.parse(
  fs.readFileSync(path.resolve(__dirname, "../golden/bert.json"), "utf8"),
) as Golden;

/** By name: embeddings, hidden/0, attention/0, mlmLoss, mlmGradient/NAME, steps, … */
export type GoldenRun = Record<string, number[]>;

const NUM_STEPS = golden.adamw_5_steps_total_loss.losses_before_each_step.length;
const labels = golden.batch.labels.flat();
const places = labels.flatMap((label, i) => (label >= 0 ? [i] : []));

const FEEDS = {
  ids: intArray(golden.batch.input_ids.flat(), [3, 12]),
  types: intArray(golden.batch.token_type_ids.flat(), [3, 12]),
  mask: intArray(golden.batch.attention_mask.flat(), [3, 12]),
  positions: intArray(places, [places.length]),
  words: intArray(
    places.map((place) => labels[place]!),
    [places.length],
  ),
  next: intArray(golden.batch.next_sentence_label, [3]),
};

const INPUTS = {
  ids: { dtype: "int32", shape: ["B", "T"] },
  types: { dtype: "int32", shape: ["B", "T"] },
  mask: { dtype: "int32", shape: ["B", "T"] },
  positions: { dtype: "int32", shape: ["N"] },
  words: { dtype: "int32", shape: ["N"] },
  next: { dtype: "int32", shape: ["B"] },
} as const;

type Inputs = Readonly<Record<keyof typeof INPUTS, tf.Tensor>>;
type Named = Readonly<Record<string, tf.Tensor>>;

/** Every tensor that the golden file has numbers for. */
function evaluate(inputs: Inputs, weights: Named, config: BertConfig): Record<string, tf.Tensor> {
  const batch = batchOf(inputs);
  const { mlmLogits, nspLogits, ...encoded } = forwardPretraining(weights, batch, config);
  const losses = lossesOf(inputs, weights, config);
  const outputs: Record<string, tf.Tensor> = {
    ...{ embeddings: encoded.embeddings, pooled: encoded.pooled!, mlmLogits },
    ...{ nspLogits: nspLogits!, mlmLoss: losses.mlm, nspLoss: losses.nsp!, loss: losses.total },
  };
  encoded.hiddenStates.forEach((hidden, i) => (outputs[`hidden/${i}`] = hidden));
  encoded.attentions.forEach((attention, i) => (outputs[`attention/${i}`] = attention));
  const kinds = { mlm: golden.mlm_grad_norms, total: golden.total_grad_norms } as const;
  for (const [kind, norms] of Object.entries(kinds) as ["mlm" | "total", typeof kinds.mlm][]) {
    // Without a path to the loss there is no gradient: null in the golden file.
    const names = Object.keys(norms).filter((name) => norms[name] !== null);
    const gradients = gradientsOf(names, weights, (w) => lossesOf(inputs, w, config)[kind]).grads;
    names.forEach((name, i) => (outputs[`${kind}Gradient/${name}`] = gradients[i]!));
  }
  return outputs;
}

const optimizer = adamW({ weightDecay: 0.01 });

function trainStep(inputs: Inputs, state: Named, config: BertConfig) {
  const names = Object.keys(golden.parameter_shapes);
  const weights = Object.fromEntries(names.map((name) => [name, state[name]!]));
  const { value, grads } = gradientsOf(names, weights, (w) => lossesOf(inputs, w, config).total);
  const gradients = Object.fromEntries(names.map((name, i) => [name, grads[i]!]));
  const { lr } = golden.adamw_5_steps_total_loss;
  const moved = optimizer.update(weights, gradients, state, lr);
  return { outputs: { loss: value }, state: { ...moved.weights, ...moved.state } };
}

/** On the device that startLab chose, one operation after the other. */
export async function runEagerly(): Promise<GoldenRun> {
  const model = await BertForPreTraining.load(GOLDEN_FOLDER);
  const before = tf.memory().numTensors;
  const inputs = {} as Record<keyof typeof INPUTS, tf.Tensor>;
  for (const [name, { data, shape }] of Object.entries(FEEDS)) {
    inputs[name as keyof typeof INPUTS] = tf.tensor(data, shape, "int32");
  }
  const run: GoldenRun = {};
  const outputs = tf.tidy(() => evaluate(inputs, model.parameters, model.config));
  for (const [name, tensor] of Object.entries(outputs)) run[name] = [...(await tensor.data())];
  tf.dispose(outputs);

  const { input_ids: ids, token_type_ids: types } = golden.single_unpadded;
  const single = model.forward({ inputIds: [ids], tokenTypeIds: [types] });
  run["single"] = [...(await single.hiddenStates[1]!.data())];
  run["singlePooled"] = [...(await single.pooled!.data())];
  tf.dispose({ ...single });

  let state: Named = { ...model.parameters, ...optimizer.initialState(model.parameters) };
  run["steps"] = [];
  for (let step = 0; step < NUM_STEPS; step++) {
    const { outputs, state: next } = tf.tidy(() => trainStep(inputs, state, model.config));
    run["steps"].push((await outputs.loss.data())[0]!);
    tf.dispose([outputs.loss, Object.values(state)]);
    state = next;
  }
  tf.dispose([Object.values(state), Object.values(inputs)]);
  run["tensorsLeft"] = [tf.memory().numTensors - before + Object.keys(model.parameters).length];
  return run;
}

/** As graphs that ONNX Runtime runs: one to look into, one that trains. */
export async function runCompiled(): Promise<GoldenRun> {
  const model = await BertForPreTraining.load(GOLDEN_FOLDER);
  const { config, parameters } = model;
  const options = { inputs: INPUTS, axes: { T: { max: 40 } }, threads: 1 };
  const look = await compile((inputs, state) => ({ outputs: evaluate(inputs, state, config) }), {
    ...{ ...options, state: parameters },
  });
  const run: GoldenRun = {};
  for (const [name, { data }] of Object.entries(await look.run(FEEDS))) run[name] = [...data];
  const { input_ids: ids, token_type_ids: types } = golden.single_unpadded;
  const other = await look.run({
    ...{ ids: intArray(ids, [1, 5]), types: intArray(types, [1, 5]) },
    ...{ mask: intArray([1, 1, 1, 1, 1], [1, 5]), next: intArray([1], [1]) },
    ...{ positions: intArray([1], [1]), words: intArray([44], [1]) },
  });
  run["single"] = [...other["hidden/1"]!.data];
  run["singlePooled"] = [...other["pooled"]!.data];
  await look.dispose();

  const moments = optimizer.initialState(parameters);
  const train = await compile((inputs, state) => trainStep(inputs, state as Named, config), {
    ...{ ...options, state: { ...parameters, ...moments } },
  });
  run["steps"] = [];
  for (let step = 0; step < NUM_STEPS; step++) {
    run["steps"].push((await train.run(FEEDS))["loss"]!.data[0]!);
  }
  await train.dispose();
  tf.dispose(moments);
  model.dispose();
  return run;
}

function batchOf({ ids, types, mask }: Inputs) {
  return { inputIds: ids, tokenTypeIds: types, attentionMask: mask };
}

function lossesOf(inputs: Inputs, weights: Named, config: BertConfig) {
  const options = { maskedPositions: inputs.positions as tf.Tensor1D };
  const logits = forwardPretraining(weights, batchOf(inputs), config, options);
  const words = inputs.words as tf.Tensor1D;
  return pretrainingLoss(logits, { words, nextSentence: inputs.next as tf.Tensor1D });
}

function gradientsOf(names: string[], weights: Named, loss: (weights: Named) => tf.Scalar) {
  const rest = { ...weights };
  const of = (...given: tf.Tensor[]) =>
    loss({ ...rest, ...Object.fromEntries(names.map((name, i) => [name, given[i]!])) });
  return tf.valueAndGrads(of)(names.map((name) => weights[name]!));
}

function intArray(
  values: number[],
  shape: number[],
): Omit<HostArray, "dtype" | "shape"> & { shape: number[] } {
  return { data: Int32Array.from(values), shape };
}

if (require.main === module) {
  void (async () => {
    await startLab({ backend: process.argv[2] as Backend, quiet: true });
    console.log(JSON.stringify(await runEagerly()));
  })();
}
