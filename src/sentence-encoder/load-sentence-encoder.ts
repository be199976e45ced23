/**
 * Loads a sentence encoder from a folder in sentence-transformers' layout.
 *
 *   modules.json               which modules there are, in which order
 *   sentence_bert_config.json  most tokens of a sentence
 *   config.json, model.safetensors, tokenizer.json or vocab.txt    the transformer
 *   1_Pooling/config.json      how it is pooled
 *   2_Dense/                   a layer on top, where there is one
 *
 * What isn't known here (another kind of module, another way of pooling, a prompt put before each
 * text) would give other vectors than the model's, and is refused.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { BertEncoder } from "../bert/bert-encoder";
import { maxSequenceLength } from "../bert/config";
import type { LoadBertOptions } from "../bert/load-bert";
import { inWords } from "../core/check";
import { openSafetensors } from "../core/safetensors";
import * as tf from "../core/tf";
import { downloadModel, type DownloadModelOptions } from "../data/model-hub";
import { BertTokenizer } from "../tokenizers/bert-tokenizer";
import {
  ACTIVATIONS,
  poolingModeOfKey,
  type DenseActivation,
  type DenseConfig,
  type SentenceEncoderConfig,
} from "./modules";
import { poolingModes, type PoolingMode } from "./pooling";

export interface LoadedSentenceEncoder {
  config: SentenceEncoderConfig;
  tokenizer: BertTokenizer;
  /** The caller's to dispose of. */
  parameters: Record<string, tf.Tensor>;
}

/** The folder itself, or that of the hub's model of this name, fetched if need be. */
export async function findEncoderFolder(
  caller: string,
  folderOrHubName: string,
  options: DownloadModelOptions,
): Promise<string> {
  if (typeof folderOrHubName !== "string" || folderOrHubName === "") {
    const got = inWords(folderOrHubName);
    throw new TypeError(`${caller}: folder or name must be a string, got ${got}`);
  }
  if (await isFolder(folderOrHubName)) return folderOrHubName;
  if (!/^[\w-][\w.-]*(\/[\w.-]+)?$/.test(folderOrHubName)) {
    throw new RangeError(`${caller}: there is no folder ${inWords(folderOrHubName)}`);
  }
  const isOneWord = !folderOrHubName.includes("/");
  return downloadModel(
    isOneWord ? `sentence-transformers/${folderOrHubName}` : folderOrHubName,
    options,
  );
}

type Json = Readonly<Record<string, unknown>>;

export async function loadSentenceEncoder(
  folder: string,
  options: LoadBertOptions = {},
): Promise<LoadedSentenceEncoder> {
  const modules = await readModules(folder);
  await refusePrompts(folder);
  const place = (kind: string) => {
    const found = modules.find((module) => module.kind === kind);
    return found && path.join(folder, found.path);
  };
  const transformer = place("Transformer")!;
  const sizes = await readJson(path.join(transformer, "sentence_bert_config.json"), true);
  const pooling = await readPooling(place("Pooling")!);
  const dense = place("Dense");
  const read = dense === undefined ? undefined : await readDense(dense);
  const tokenizer = await BertTokenizer.load(transformer);
  const { config: bert, parameters } = await BertEncoder.load(transformer, options);
  const longest = maxSequenceLength(bert);
  const length = sizes["max_seq_length"] ?? longest;
  const named = Object.entries(parameters).map(([name, tensor]) => [`bert.${name}`, tensor]);
  return {
    tokenizer,
    config: {
      ...{ bert, pooling, normalize: place("Normalize") !== undefined },
      maxSequenceLength: Math.min(Number(length), longest),
      lowercase: sizes["do_lower_case"] === true,
      ...(read && { dense: read.config }),
    },
    parameters: {
      ...(Object.fromEntries(named) as Record<string, tf.Tensor>),
      ...read?.parameters,
    },
  };
}

/** In this order; the last two may be missing. */
const KINDS = ["Transformer", "Pooling", "Dense", "Normalize"];

async function readModules(folder: string): Promise<{ kind: string; path: string }[]> {
  const file = path.join(folder, "modules.json");
  if (!(await isFile(file))) {
    throw new RangeError(
      `SentenceEncoder.load: ${folder} has no modules.json, so it isn't a sentence encoder; for ` +
        "a BERT use SentenceEncoder.fromBert(folder, { pooling })",
    );
  }
  const list: unknown = JSON.parse(await readFile(file, "utf8"));
  if (!Array.isArray(list)) throw new RangeError(`SentenceEncoder.load: ${file} must hold a list`);
  const modules = (list as Json[]).map((module) => {
    const kind = String(module["type"]).split(".").pop()!;
    const where = String(module["path"] ?? "");
    if (path.isAbsolute(where) || where.split(/[\\/]/).includes("..")) {
      throw new RangeError(`SentenceEncoder.load: ${file} leads out of its folder, got "${where}"`);
    }
    return { kind, path: where };
  });
  const kinds = modules.map(({ kind }) => kind);
  const inOrder = KINDS.filter((kind) => kinds.includes(kind));
  const isComplete = kinds.includes("Transformer") && kinds.includes("Pooling");
  if (isComplete && String(inOrder) === String(kinds)) return modules;
  throw new RangeError(
    `SentenceEncoder.load: modules must be Transformer, Pooling and, if there are any, Dense, ` +
      `Normalize, got ${kinds.join(", ") || "none"} (in ${file})`,
  );
}

async function refusePrompts(folder: string): Promise<void> {
  const file = path.join(folder, "config_sentence_transformers.json");
  const { default_prompt_name: name, prompts = {} } = await readJson(file, true);
  if (name === undefined || name === null) return;
  const prompt = (prompts as Json)[String(name)];
  if (prompt === undefined || prompt === "") return;
  throw new RangeError(
    `SentenceEncoder.load: this model puts a prompt before each text, got ${inWords(prompt)}; ` +
      "that isn't supported",
  );
}

async function readPooling(folder: string): Promise<PoolingMode[]> {
  const file = path.join(folder, "config.json");
  const json = await readJson(file);
  const asked: PoolingMode[] = [];
  for (const [key, value] of Object.entries(json)) {
    if (!key.startsWith("pooling_mode") || value === false) continue;
    const named = key === "pooling_mode" ? [value].flat() : [poolingModeOfKey(key) ?? key];
    asked.push(...(named as PoolingMode[]));
  }
  return poolingModes(`SentenceEncoder.load (${file})`, asked);
}

async function readDense(
  folder: string,
): Promise<{ config: DenseConfig; parameters: Record<string, tf.Tensor> }> {
  const file = path.join(folder, "config.json");
  const json = await readJson(file);
  const name = json["activation_function"];
  const activation = Object.keys(ACTIVATIONS).find(
    (known) => ACTIVATIONS[known as DenseActivation] === name,
  ) as DenseActivation | undefined;
  if (activation === undefined) {
    const known = Object.values(ACTIVATIONS).join(", ");
    throw new RangeError(
      `SentenceEncoder.load: activation_function must be ${known}, got ${inWords(name)} ` +
        `(in ${file})`,
    );
  }
  const weights = await openSafetensors(path.join(folder, "model.safetensors"));
  try {
    const parameters: Record<string, tf.Tensor> = {};
    for (const weight of weights.tensors.keys()) {
      const { shape, values } = await weights.read(weight);
      parameters[`dense.${weight}`] = tf.tensor(Float32Array.from(values as Float32Array), [
        ...shape,
      ]);
    }
    const bias = "dense.linear.bias" in parameters;
    return { parameters, config: { outFeatures: Number(json["out_features"]), activation, bias } };
  } finally {
    await weights.close();
  }
}

async function readJson(file: string, mayBeMissing: boolean = false): Promise<Json> {
  if (!(await isFile(file))) {
    if (mayBeMissing) return {};
    throw new RangeError(`SentenceEncoder.load: ${file} isn't there; half a model is none`);
  }
  const json: unknown = JSON.parse(await readFile(file, "utf8"));
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Json;
  throw new RangeError(`SentenceEncoder.load: ${file} must hold an object, got ${inWords(json)}`);
}

function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
