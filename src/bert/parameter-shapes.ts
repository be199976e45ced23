/**
 * Every weight of a model with its shape, from the config alone: to count them before there are
 * any, to make new ones, and to check those that come from a file.
 *
 *   BERT-base: 30,522·768 + 512·768 + 2·768 + … + 12·7,087,872 + 590,592 = 109,482,240
 *
 * Names as in Hugging Face's BertModel; matrices are [out, in], as PyTorch keeps them.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { createRng, type Rng } from "../core/rng";
import * as tf from "../core/tf";
import type { BertConfig } from "./config";
import type { NamedParameters } from "./parameters";

export type ParameterShapes = Readonly<Record<string, readonly number[]>>;

export interface ShapeOptions {
  /** With the pooler's two? Some published encoders have none. Default true. */
  pooler?: boolean;
}

/** The weights of BertEncoder. */
export function encoderShapes(
  config: BertConfig,
  { pooler = true }: ShapeOptions = {},
): ParameterShapes {
  const { hiddenSize, intermediateSize, embeddingSize, numHiddenGroups } = config;
  const shapes: Record<string, readonly number[]> = {
    "embeddings.word_embeddings.weight": [config.vocabSize, embeddingSize],
    "embeddings.position_embeddings.weight": [config.maxPositionEmbeddings, embeddingSize],
    "embeddings.token_type_embeddings.weight": [config.typeVocabSize, embeddingSize],
    ...normShapes("embeddings.LayerNorm", embeddingSize),
  };
  if (config.modelType === "albert") {
    Object.assign(shapes, affineShapes("embeddings.projection", embeddingSize, hiddenSize));
  }
  for (let group = 0; group < numHiddenGroups; group++) {
    const layer = `encoder.layer.${group}`;
    for (const part of ["self.query", "self.key", "self.value", "output.dense"]) {
      Object.assign(shapes, affineShapes(`${layer}.attention.${part}`, hiddenSize, hiddenSize));
    }
    Object.assign(shapes, normShapes(`${layer}.attention.output.LayerNorm`, hiddenSize));
    Object.assign(
      shapes,
      affineShapes(`${layer}.intermediate.dense`, hiddenSize, intermediateSize),
      affineShapes(`${layer}.output.dense`, intermediateSize, hiddenSize),
      normShapes(`${layer}.output.LayerNorm`, hiddenSize),
    );
  }
  if (pooler) Object.assign(shapes, affineShapes("pooler.dense", hiddenSize, hiddenSize));
  return shapes;
}

export interface PretrainingShapeOptions {
  /** With the next sentence head, and the pooler it stands on? Default: all but RoBERTa have it. */
  nextSentence?: boolean;
}

/** The weights of BertForPreTraining: the encoder's below "bert.", the heads' below "cls.". */
export function pretrainingShapes(
  config: BertConfig,
  { nextSentence = hasNextSentence(config) }: PretrainingShapeOptions = {},
): ParameterShapes {
  const { hiddenSize, embeddingSize, vocabSize } = config;
  const shapes: Record<string, readonly number[]> = {};
  for (const [name, shape] of Object.entries(encoderShapes(config, { pooler: nextSentence }))) {
    shapes[`bert.${name}`] = shape;
  }
  Object.assign(
    shapes,
    affineShapes("cls.predictions.transform.dense", hiddenSize, embeddingSize),
    normShapes("cls.predictions.transform.LayerNorm", embeddingSize),
    { "cls.predictions.bias": [vocabSize] },
  );
  if (nextSentence) Object.assign(shapes, affineShapes("cls.seq_relationship", hiddenSize, 2));
  return shapes;
}

/** Is the model of a family that was pre-trained on sentence pairs, too? */
export function hasNextSentence({ modelType }: BertConfig): boolean {
  return modelType === "bert" || modelType === "albert";
}

/** How many numbers the shapes hold in all. */
export function countParameters(shapes: ParameterShapes): number {
  return Object.values(shapes).reduce((sum, shape) => sum + sizeOf(shape), 0);
}

/**
 * New weights as BERT begins with: matrices and tables from a normal distribution, drawn again
 * beyond two standard deviations, biases 0, layer norms' gains 1 (Devlin et al.'s code).
 *
 * Each weight has its own stream of random numbers, so another layer more changes no other weight.
 */
export function initialParameters(
  shapes: ParameterShapes,
  { initializerRange }: BertConfig,
  rng: Rng,
): Record<string, tf.Tensor> {
  const parameters: Record<string, tf.Tensor> = {};
  const root = createRng(rng.integer(2 ** 32));
  for (const [name, shape] of Object.entries(shapes)) {
    if (name.endsWith("bias")) parameters[name] = tf.zeros([...shape]);
    else if (name.endsWith("LayerNorm.weight")) parameters[name] = tf.ones([...shape]);
    else {
      const values = truncatedNormal(sizeOf(shape), initializerRange, root.fork(name));
      parameters[name] = tf.tensor(values, [...shape], "float32");
    }
  }
  return parameters;
}

/** @throws RangeError naming the first weight that is missing, too many or of another shape */
export function checkParameters(
  caller: string,
  parameters: NamedParameters,
  shapes: ParameterShapes,
): void {
  for (const [name, shape] of Object.entries(shapes)) {
    const found = Object.prototype.hasOwnProperty.call(parameters, name) && parameters[name];
    if (!found) throw new RangeError(`${caller}: the weight ${name} is missing`);
    if (String(found.shape) !== String(shape) || found.dtype !== "float32") {
      throw new RangeError(
        `${caller}: ${name} must be float32 [${shape}], got ${found.dtype} [${found.shape}]`,
      );
    }
  }
  const extra = Object.keys(parameters).find((name) => !(name in shapes));
  if (extra !== undefined) throw new RangeError(`${caller}: there is no place for ${extra}`);
}

function affineShapes(name: string, from: number, to: number): ParameterShapes {
  return { [`${name}.weight`]: [to, from], [`${name}.bias`]: [to] };
}

function normShapes(name: string, width: number): ParameterShapes {
  return { [`${name}.weight`]: [width], [`${name}.bias`]: [width] };
}

function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

function truncatedNormal(length: number, deviation: number, rng: Rng): Float32Array {
  const values = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    let drawn = rng.normal();
    while (Math.abs(drawn) > 2) drawn = rng.normal();
    values[i] = drawn * deviation;
  }
  return values;
}
