/**
 * Loads a published model from its folder: config.json and model.safetensors, as Hugging Face's
 * libraries save them.
 *
 * The config says which weights there must be. Each is looked for under its family's name, its
 * shape is compared, and it is read into float32, from F16 and BF16, too. A weight that is missing
 * or left over, or a number that isn't finite, and nothing at all is loaded.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { openSafetensors, type SafetensorsFile } from "../core/safetensors";
import * as tf from "../core/tf";
import { checkpointName, findLayout, legacyName, type CheckpointLayout } from "./checkpoint-names";
import type { BertConfig } from "./config";
import { readBertConfig } from "./config-json";
import { encoderShapes, pretrainingShapes, type ParameterShapes } from "./parameter-shapes";

export interface LoadBertOptions {
  /** Keys of config.json that are unknown here and known to change nothing. Default none. */
  ignoreKeys?: readonly string[];
}

export interface LoadedBert {
  config: BertConfig;
  /** float32, by the names of encoderShapes or pretrainingShapes; the caller's to dispose of. */
  parameters: Record<string, tf.Tensor>;
}

/**
 * @param part what is wanted: the encoder alone, from any model that has one, or with its heads
 * @throws RangeError saying which file is wrong, and how
 */
export async function loadBert(
  folder: string,
  part: "encoder" | "pretraining",
  { ignoreKeys = [] }: LoadBertOptions = {},
): Promise<LoadedBert> {
  const config = await loadBertConfig(folder, { ignoreKeys });
  const weights = path.join(folder, "model.safetensors");
  if (!(await isThere(weights))) throw new RangeError(await whyNoWeights(folder));
  const file = await openSafetensors(weights);
  try {
    const places = findWeights(file, config, part);
    if (part === "pretraining") await checkTied(file, places);
    return { config, parameters: await readAll(file, places) };
  } catch (error) {
    if (error instanceof RangeError) error.message += ` (in ${weights})`;
    throw error;
  } finally {
    await file.close();
  }
}

/** The folder's config.json. */
export async function loadBertConfig(
  folder: string,
  options: LoadBertOptions = {},
): Promise<BertConfig> {
  const file = path.join(folder, "config.json");
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === "ENOENT" ? "isn't there" : "isn't JSON";
    throw new RangeError(`loadBert: ${file} ${reason}; a model's folder must have one`);
  }
  try {
    return readBertConfig(json, options);
  } catch (error) {
    (error as Error).message += ` (in ${file})`;
    throw error;
  }
}

/** Our name of each weight, and the file's. */
type Places = ReadonlyMap<string, string>;

function findWeights(
  file: SafetensorsFile,
  config: BertConfig,
  part: "encoder" | "pretraining",
): Places {
  const layout = findLayout(file.tensors.keys(), config);
  const isPretraining = part === "pretraining";
  if (isPretraining && layout.heads === undefined) {
    throw new RangeError("loadBert: this checkpoint is an encoder without pre-training heads");
  }
  const locate = (name: string) => placeOf(file, name, config, layout);
  const shapes = isPretraining
    ? pretrainingShapes(config, { nextSentence: file.tensors.has(locate(NEXT_SENTENCE)) })
    : encoderShapes(config, { pooler: file.tensors.has(locate("pooler.dense.weight")) });
  const places = new Map<string, string>();
  for (const name of Object.keys(shapes)) places.set(name, locate(name));
  checkPlaces(file, places, shapes);
  checkNothingLeft(file, places, layout, isPretraining);
  return places;
}

const NEXT_SENTENCE = "cls.seq_relationship.weight";

function placeOf(
  file: SafetensorsFile,
  name: string,
  config: BertConfig,
  { encoder, heads }: CheckpointLayout,
): string {
  const isHead = name.startsWith("cls.");
  const inner = name.startsWith("bert.") ? name.slice("bert.".length) : name;
  const place = (isHead ? (heads ?? "") : encoder) + checkpointName(inner, config);
  const others = [
    legacyName(place),
    place.replace(/(predictions|lm_head)\.bias$/, "$1.decoder.bias"),
  ];
  return [place, ...others].find((candidate) => file.tensors.has(candidate)) ?? place;
}

function checkPlaces(file: SafetensorsFile, places: Places, shapes: ParameterShapes): void {
  const missing = [...places.values()].filter((place) => !file.tensors.has(place));
  if (missing.length > 0) {
    throw new RangeError(
      `loadBert: ${missing.length} of ${places.size} weights are missing: ` +
        `${missing.slice(0, 3).join(", ")}${missing.length > 3 ? ", …" : ""}`,
    );
  }
  for (const [name, place] of places) {
    const { dtype, shape } = file.tensors.get(place)!;
    if (String(shape) !== String(shapes[name])) {
      throw new RangeError(
        `loadBert: by the config, ${place} must have shape [${shapes[name]}], got [${shape}]`,
      );
    }
    if (!/^(F32|F16|BF16|F64)$/.test(dtype)) {
      throw new RangeError(`loadBert: ${place} must be F32, F16, BF16 or F64, got ${dtype}`);
    }
  }
}

/** Tables that only count up, or repeat another weight; see checkTied. */
const BUFFERS = /(^|\.)embeddings\.(position_ids|token_type_ids)$/;
const DECODER = /(predictions|lm_head)\.decoder\.(weight|bias)$/;

function checkNothingLeft(
  file: SafetensorsFile,
  places: Places,
  { encoder, heads }: CheckpointLayout,
  isPretraining: boolean,
): void {
  const used = new Set(places.values());
  for (const name of file.tensors.keys()) {
    if (used.has(name) || BUFFERS.test(name)) continue;
    // Heads of any kind may be left behind when the encoder alone is wanted.
    const isHead = heads !== undefined && !name.startsWith(encoder);
    if (isHead && !isPretraining) continue;
    if (isPretraining && DECODER.test(name)) continue;
    // A pooler without a head on it has no part in pre-training.
    if (isPretraining && name.startsWith(`${encoder}pooler.`)) continue;
    throw new RangeError(`loadBert: the checkpoint has ${name}, for which the model has no place`);
  }
}

/** A decoder of its own would give other predictions than the tied one that this code has. */
async function checkTied(file: SafetensorsFile, places: Places): Promise<void> {
  const partners = {
    weight: places.get("bert.embeddings.word_embeddings.weight")!,
    bias: places.get("cls.predictions.bias")!,
  };
  for (const name of file.tensors.keys()) {
    const kind = DECODER.exec(name)?.[2] as keyof typeof partners | undefined;
    if (kind === undefined || name === partners[kind]) continue;
    const [own, tied] = [await file.read(name), await file.read(partners[kind])];
    const isEqual =
      String(own.shape) === String(tied.shape) &&
      own.values.every((value, i) => value === tied.values[i]);
    if (isEqual) continue;
    throw new RangeError(
      `loadBert: ${name} differs from ${partners[kind]}; decoders that aren't tied to the word ` +
        "embeddings aren't supported",
    );
  }
}

async function readAll(file: SafetensorsFile, places: Places): Promise<Record<string, tf.Tensor>> {
  const parameters: Record<string, tf.Tensor> = {};
  try {
    for (const [name, place] of places) {
      const { shape, values } = await file.read(place);
      const floats =
        values instanceof Float32Array ? values : Float32Array.from(values as Float64Array);
      const wrong = floats.findIndex((value) => !Number.isFinite(value));
      if (wrong >= 0) {
        throw new RangeError(`loadBert: ${place} holds ${floats[wrong]}, it is damaged`);
      }
      parameters[name] = tf.tensor(floats, [...shape], "float32");
    }
    return parameters;
  } catch (error) {
    for (const tensor of Object.values(parameters)) tensor.dispose();
    throw error;
  }
}

async function whyNoWeights(folder: string): Promise<string> {
  if (await isThere(path.join(folder, "pytorch_model.bin"))) {
    return (
      `loadBert: ${folder} has pytorch_model.bin and no model.safetensors. A pickle can run any ` +
      "program hidden in it, so it isn't read: look for a version of the model with safetensors"
    );
  }
  if (await isThere(path.join(folder, "model.safetensors.index.json"))) {
    return `loadBert: the weights in ${folder} are split over several files, which isn't supported`;
  }
  return `loadBert: ${folder} has no model.safetensors`;
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}
