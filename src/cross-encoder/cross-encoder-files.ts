/**
 * A cross-encoder's folder, as Hugging Face's BertForSequenceClassification has it: the encoder
 * below "bert.", the head as classifier.weight and classifier.bias, and in config.json as many
 * labels as the head has rows.
 *
 * Lesson: notebooks/07-cross-and-bi-encoders.ipynb
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { BertEncoder } from "../bert/bert-encoder";
import { maxSequenceLength as positionsOf } from "../bert/config";
import { loadBertConfig, type LoadBertOptions } from "../bert/load-bert";
import type { NamedParameters } from "../bert/parameters";
import { saveBert, type SaveBertOptions } from "../bert/save-bert";
import { openSafetensors } from "../core/safetensors";
import * as tf from "../core/tf";
import { writeFolderWhole } from "../core/write-folder";
import { exportOnnx } from "../engine/export-onnx";
import { forwardClassifier } from "../bert/sequence-classifier";
import { BertTokenizer } from "../tokenizers/bert-tokenizer";
import type { CrossEncoderConfig } from "./config";

export interface SaveCrossEncoderOptions extends SaveBertOptions {
  /** With onnx/model.onnx for transformers.js, in float32? Default true. */
  onnx?: boolean;
  /** More files, by name. Default none. */
  files?: Readonly<Record<string, string>>;
}

interface Parts {
  config: CrossEncoderConfig;
  tokenizer: BertTokenizer;
  parameters: NamedParameters;
}

/** @param folder new, empty, or a model's, which is then replaced as a whole */
export function saveCrossEncoder(
  folder: string,
  { config, tokenizer, parameters }: Parts,
  { dtype = "F32", onnx = true, files = {} }: SaveCrossEncoderOptions = {},
): Promise<void> {
  const { bert, numLabels, maxSequenceLength: model_max_length } = config;
  const write = async (target: string) => {
    await saveBert(target, { config: bert, parameters }, { dtype });
    const labels = Array.from({ length: numLabels }, (_, i) => `LABEL_${i}`);
    await editJson(path.join(target, "config.json"), {
      architectures: ["BertForSequenceClassification"],
      id2label: Object.fromEntries(labels.map((label, i) => [i, label])),
      label2id: Object.fromEntries(labels.map((label, i) => [label, i])),
    });
    await tokenizer.save(target);
    await editJson(path.join(target, "tokenizer_config.json"), { model_max_length });
    if (onnx) await saveOnnx(target, { config, tokenizer, parameters }, dtype);
    for (const [name, text] of Object.entries(files))
      await writeFile(path.join(target, name), text);
  };
  return writeFolderWhole(folder, write, { caller: "CrossEncoder.save", marker: "config.json" });
}

export async function loadCrossEncoder(
  folder: string,
  options: LoadBertOptions & { maxSequenceLength?: number } = {},
): Promise<{
  config: CrossEncoderConfig;
  tokenizer: BertTokenizer;
  parameters: Record<string, tf.Tensor>;
}> {
  const bert = await loadBertConfig(folder, options);
  if (bert.modelType !== "bert") {
    throw new RangeError(`CrossEncoder.load: model_type must be bert, got ${bert.modelType}`);
  }
  const head = await readHead(path.join(folder, "model.safetensors"));
  const tokenizer = await BertTokenizer.load(folder);
  const { parameters } = await BertEncoder.load(folder, options);
  const body = Object.entries(parameters).map(([name, tensor]) => [`bert.${name}`, tensor]);
  const all = {
    ...(Object.fromEntries(body) as Record<string, tf.Tensor>),
    "classifier.weight": tf.tensor(head.weight.values, head.weight.shape),
    "classifier.bias": tf.tensor(head.bias.values, head.bias.shape),
  };
  const numLabels = head.bias.shape[0]!;
  const length = options.maxSequenceLength ?? (await longestText(folder));
  const maxSequenceLength = Math.min(length, positionsOf(bert));
  return { config: { bert, numLabels, maxSequenceLength }, tokenizer, parameters: all };
}

interface Weight {
  values: Float32Array;
  shape: number[];
}

async function readHead(file: string): Promise<Record<"weight" | "bias", Weight>> {
  const opened = await openSafetensors(file);
  try {
    const read = async (name: string): Promise<Weight> => {
      if (!opened.tensors.has(name)) {
        throw new RangeError(
          `CrossEncoder.load: ${file} has no ${name}; for a BERT without a head use ` +
            "CrossEncoder.fromBert",
        );
      }
      const { values, shape } = await opened.read(name);
      return { values: Float32Array.from(values as Float32Array), shape: [...shape] };
    };
    return { weight: await read("classifier.weight"), bias: await read("classifier.bias") };
  } finally {
    await opened.close();
  }
}

/** What the tokenizer's settings say; some say a number beyond all sense for "no limit". */
async function longestText(folder: string): Promise<number> {
  try {
    const file = path.join(folder, "tokenizer_config.json");
    const { model_max_length: length } = JSON.parse(await readFile(file, "utf8")) as {
      model_max_length?: number;
    };
    return typeof length === "number" ? length : Infinity;
  } catch {
    return Infinity; // the file may be missing: the position table sets the limit
  }
}

async function saveOnnx(folder: string, parts: Parts, dtype: string): Promise<void> {
  const { bert } = parts.config;
  // Rounded weights give rounded scores; both files must give the same ones.
  const rounded = dtype === "F32" ? undefined : (await loadCrossEncoder(folder)).parameters;
  const weights = rounded ?? parts.parameters;
  const ids = { dtype: "int64", shape: ["batch", "sequence"] } as const;
  const bytes = await exportOnnx(
    ({ input_ids: inputIds, attention_mask: attentionMask, token_type_ids: tokenTypeIds }) => ({
      logits: forwardClassifier(weights, { inputIds, attentionMask, tokenTypeIds }, bert),
    }),
    { input_ids: ids, attention_mask: ids, token_type_ids: ids },
    { weights, axes: { sequence: { max: positionsOf(bert) } }, description: "A cross-encoder" },
  );
  tf.dispose(rounded ?? {});
  await mkdir(path.join(folder, "onnx"), { recursive: true });
  await writeFile(path.join(folder, "onnx", "model.onnx"), bytes);
}

async function editJson(file: string, changes: object): Promise<void> {
  const json = JSON.parse(await readFile(file, "utf8")) as object;
  await writeFile(file, `${JSON.stringify({ ...json, ...changes }, null, 2)}\n`);
}
