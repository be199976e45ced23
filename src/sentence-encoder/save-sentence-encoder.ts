/**
 * Saves a sentence encoder so that others open it: sentence-transformers in Python, and
 * transformers.js, which reads the ONNX file beside the weights.
 *
 *   const pipe = await pipeline("feature-extraction", folder);
 *   await pipe(sentences, { pooling: "mean", normalize: true });
 *
 * The ONNX file gives both: last_hidden_state, which a pipeline pools, and sentence_embedding,
 * after all of the encoder's own modules. Of a text that is too long transformers.js (4.3) drops
 * the last [SEP] with the rest, so such a text's vector differs from ours.
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { maxSequenceLength } from "../bert/config";
import type { NamedParameters } from "../bert/parameters";
import { saveBert, type SaveBertOptions } from "../bert/save-bert";
import type { SafetensorsTensor } from "../core/safetensors";
import { writeSafetensors } from "../core/safetensors-write";
import type * as tf from "../core/tf";
import { writeFolderWhole } from "../core/write-folder";
import { exportOnnx } from "../engine/export-onnx";
import type { BertTokenizer } from "../tokenizers/bert-tokenizer";
import { loadSentenceEncoder } from "./load-sentence-encoder";
import {
  denseJson,
  forwardTokens,
  poolingJson,
  sentencesOf,
  type SentenceEncoderConfig,
} from "./modules";

export interface SaveSentenceEncoderOptions extends SaveBertOptions {
  /** With onnx/model.onnx, in float32? Default true. */
  onnx?: boolean;
  /** More files, by name: { "training.json": "…" }. Default none. */
  files?: Readonly<Record<string, string>>;
}

export interface SavedParts {
  config: SentenceEncoderConfig;
  tokenizer: BertTokenizer;
  parameters: NamedParameters;
}

/** @param folder new, empty, or an encoder's, which is then replaced as a whole */
export function saveSentenceEncoder(
  folder: string,
  parts: SavedParts,
  { dtype = "F32", onnx = true, files = {} }: SaveSentenceEncoderOptions = {},
): Promise<void> {
  const { config, tokenizer, parameters } = parts;
  const write = async (target: string) => {
    await saveBert(
      target,
      { config: config.bert, parameters: below(parameters, "bert.") },
      { dtype },
    );
    await saveTokenizer(target, tokenizer, config);
    await saveModules(target, config);
    if (config.dense) await saveDense(path.join(target, DENSE), parts, dtype);
    if (onnx) await saveOnnx(target, parts, dtype);
    for (const [name, text] of Object.entries(files))
      await writeFile(path.join(target, name), text);
  };
  const caller = "SentenceEncoder.save";
  return writeFolderWhole(folder, write, { caller, marker: "modules.json" });
}

const POOLING = "1_Pooling";
const DENSE = "2_Dense";

async function saveTokenizer(
  folder: string,
  tokenizer: BertTokenizer,
  { maxSequenceLength: model_max_length }: SentenceEncoderConfig,
): Promise<void> {
  await tokenizer.save(folder);
  // A pipeline cuts texts here; beyond it the position table has no rows.
  const file = path.join(folder, "tokenizer_config.json");
  const settings = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
  await writeJson(file, { ...settings, model_max_length });
  const roles = Object.entries(settings).filter(([key]) => key.endsWith("_token"));
  await writeJson(path.join(folder, "special_tokens_map.json"), Object.fromEntries(roles));
}

async function saveModules(folder: string, config: SentenceEncoderConfig): Promise<void> {
  const { dense, normalize, maxSequenceLength: max_seq_length, lowercase: do_lower_case } = config;
  const paths = ["", POOLING, ...(dense ? [DENSE] : [])];
  const kinds = ["Transformer", "Pooling", ...(dense ? ["Dense"] : [])];
  if (normalize) {
    paths.push(`${paths.length}_Normalize`);
    kinds.push("Normalize");
  }
  const modules = paths.map((where, idx) => ({
    ...{ idx, name: String(idx), path: where },
    type: `sentence_transformers.models.${kinds[idx]}`,
  }));
  for (const where of paths) await mkdir(path.join(folder, where), { recursive: true });
  await writeJson(path.join(folder, "modules.json"), modules);
  const sizes = { max_seq_length, do_lower_case };
  await writeJson(path.join(folder, "sentence_bert_config.json"), sizes);
  await writeJson(path.join(folder, "config_sentence_transformers.json"), {
    ...{ prompts: {}, default_prompt_name: null, similarity_fn_name: "cosine" },
  });
  await writeJson(path.join(folder, POOLING, "config.json"), poolingJson(config));
}

async function saveDense(
  folder: string,
  { config, parameters }: SavedParts,
  dtype: NonNullable<SaveBertOptions["dtype"]>,
): Promise<void> {
  const tensors = new Map<string, SafetensorsTensor>();
  for (const [name, tensor] of Object.entries(below(parameters, "dense."))) {
    const values = (await tensor.data()) as Float32Array;
    tensors.set(name, { dtype, shape: tensor.shape, values });
  }
  await writeJson(path.join(folder, "config.json"), denseJson(config));
  await writeSafetensors(path.join(folder, "model.safetensors"), tensors);
}

const DESCRIPTIONS = {
  last_hidden_state: "a vector for each token",
  sentence_embedding: "a vector for each text, after all modules of the encoder",
};

async function saveOnnx(folder: string, parts: SavedParts, dtype: string): Promise<void> {
  const { config } = parts;
  // Rounded weights give rounded vectors; both files must give the same ones.
  const rounded = dtype === "F32" ? undefined : (await loadSentenceEncoder(folder)).parameters;
  const weights = withoutPooler(rounded ?? parts.parameters);
  const ids = { dtype: "int64", shape: ["batch", "sequence"] } as const;
  const bytes = await exportOnnx(
    ({ input_ids: inputIds, attention_mask: attentionMask, token_type_ids: tokenTypeIds }) => {
      const hidden = forwardTokens(weights, { inputIds, attentionMask, tokenTypeIds }, config);
      const sentences = sentencesOf(weights, hidden, attentionMask as tf.Tensor2D, config);
      return { last_hidden_state: hidden, sentence_embedding: sentences };
    },
    { input_ids: ids, attention_mask: ids, token_type_ids: ids },
    {
      weights,
      axes: { sequence: { max: maxSequenceLength(config.bert) } },
      ...{ description: "A sentence encoder", descriptions: DESCRIPTIONS },
    },
  );
  for (const tensor of Object.values(rounded ?? {})) tensor.dispose();
  await mkdir(path.join(folder, "onnx"), { recursive: true });
  await writeFile(path.join(folder, "onnx", "model.onnx"), bytes);
}

/** The pooler belongs to BERT, and has no part in an embedding. */
function withoutPooler(weights: NamedParameters): Record<string, tf.Tensor> {
  const used = Object.entries(weights).filter(([name]) => !name.startsWith("bert.pooler."));
  return Object.fromEntries(used);
}

function below(parameters: NamedParameters, prefix: string): Record<string, tf.Tensor> {
  const found = Object.entries(parameters).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, tensor]) => [name.slice(prefix.length), tensor]));
}

function writeJson(file: string, value: unknown): Promise<void> {
  return writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
