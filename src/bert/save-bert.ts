/**
 * Saves a model as a folder that Hugging Face's libraries load: config.json and model.safetensors,
 * with their names. Each of the two files is written whole or not at all.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SafetensorsTensor } from "../core/safetensors";
import { writeSafetensors } from "../core/safetensors-write";
import { checkpointName } from "./checkpoint-names";
import type { BertConfig, BertModelType } from "./config";
import { writeBertConfig } from "./config-json";
import type { NamedParameters } from "./parameters";

export interface SaveBertOptions {
  /** F16 and BF16 halve the file and round the numbers, to 11 and 8 bits. Default "F32". */
  dtype?: "F32" | "F16" | "BF16";
}

type Part = "encoder" | "pretraining";

const ARCHITECTURES: Readonly<Record<BertModelType, Readonly<Record<Part, string>>>> = {
  bert: { encoder: "BertModel", pretraining: "BertForPreTraining" },
  roberta: { encoder: "RobertaModel", pretraining: "RobertaForMaskedLM" },
  "xlm-roberta": { encoder: "XLMRobertaModel", pretraining: "XLMRobertaForMaskedLM" },
  albert: { encoder: "AlbertModel", pretraining: "AlbertForPreTraining" },
};

/** The same with a causal mask. */
const DECODERS: Readonly<Record<BertModelType, string>> = {
  ...{ bert: "BertLMHeadModel", roberta: "RobertaForCausalLM" },
  ...{ "xlm-roberta": "XLMRobertaForCausalLM", albert: "" }, // there is none
};

/** @param folder made if it isn't there; other files in it stay */
export async function saveBert(
  folder: string,
  { config, parameters }: { config: BertConfig; parameters: NamedParameters },
  { dtype = "F32" }: SaveBertOptions = {},
): Promise<void> {
  if (!["F32", "F16", "BF16"].includes(dtype)) {
    throw new RangeError(`saveBert: dtype must be F32, F16 or BF16, got ${String(dtype)}`);
  }
  const part: Part = "cls.predictions.bias" in parameters ? "pretraining" : "encoder";
  let architecture = ARCHITECTURES[config.modelType][part];
  if (config.isDecoder && part === "pretraining") architecture = DECODERS[config.modelType];
  else if (
    architecture === "BertForPreTraining" &&
    !("cls.seq_relationship.weight" in parameters)
  ) {
    architecture = "BertForMaskedLM";
  }
  const tensors = new Map<string, SafetensorsTensor>();
  for (const [name, tensor] of Object.entries(parameters)) {
    const values = (await tensor.data()) as Float32Array;
    tensors.set(checkpointName(name, config), { dtype, shape: tensor.shape, values });
  }
  await mkdir(folder, { recursive: true });
  await writeSafetensors(path.join(folder, "model.safetensors"), tensors);
  const json = { ...writeBertConfig(config, architecture), torch_dtype: TORCH_NAMES[dtype] };
  await writeWhole(path.join(folder, "config.json"), JSON.stringify(json, null, 2) + "\n");
}

const TORCH_NAMES = { F32: "float32", F16: "float16", BF16: "bfloat16" } as const;

async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
