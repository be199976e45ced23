/**
 * exportOnnx: a function of tensors as a portable ONNX file.
 *
 * The file has standard operators only, the names that the function's inputs, outputs and axes have
 * here, and its weights inside: ONNX Runtime loads it in Python, in browsers and under Node, and so
 * does whatever builds on it, such as @huggingface/transformers.
 */
import { inWords } from "../core/check";
import type * as tf from "../core/tf";
import { checkDeclarations } from "./declarations";
import type { HostArray } from "./host-array";
import { load } from "./load";
import { writeOnnx, type OnnxConstant, type OnnxValue } from "./onnx-file";
import { TraceError } from "./trace/backend";
import { lower } from "./trace/lower";
import { traceFunction, type InputSpecs, type TensorMap } from "./trace/trace-function";

export interface ExportOptions {
  /** The tensors that the function uses from its surroundings, by the names the file gives them. */
  weights?: TensorMap;
  /** Named axes with a largest size, such as { T: { max: 512 } }. Default: no limit. */
  axes?: Readonly<Record<string, { max?: number }>>;
  /** Ends a trace of a function that never returns. Default 100,000. */
  maxOperations?: number;
  /** What the graph computes, for a reader of the file. Default: nothing is said. */
  description?: string;
  /** What an input or output is, by its name. Default: nothing is said. */
  descriptions?: Readonly<Record<string, string>>;
  /** Key and value pairs that the file carries along. Default none. */
  metadata?: Readonly<Record<string, string>>;
}

/**
 * @param fn     returns its outputs by name
 * @param inputs by name; dtype "int64" for readers that expect it, the function then sees int32
 * @returns the file's bytes
 * @throws TraceError for what can't be traced, with the operation and the line
 */
export async function exportOnnx<Inputs extends InputSpecs>(
  fn: (inputs: { readonly [Name in keyof Inputs]: tf.Tensor }) => TensorMap,
  inputs: Inputs,
  options: ExportOptions = {},
): Promise<Uint8Array> {
  const { weights = {}, axes = {}, metadata = {}, maxOperations, description } = options;
  if (typeof fn !== "function") {
    throw new TypeError(`exportOnnx: fn must be a function, got ${inWords(fn)}`);
  }
  checkDeclarations("exportOnnx", { inputs, state: {}, constants: weights, axes }, ["int64"]);
  const prefixes = { input: "", output: "", state: "", nextState: "", constant: "" };
  const trace = (keepsSites: boolean) =>
    traceFunction("exportOnnx", (given) => ({ outputs: fn(given as never) }), {
      ...{ inputs, state: {}, constants: weights, axes, prefixes, keepsSites },
      ...(maxOperations !== undefined && { maxOperations }),
    });
  const traces = trace(false);
  const names = [...Object.keys(inputs), ...Object.keys(weights), ...traces[0]!.outputs.keys()];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new RangeError(
      `exportOnnx: inputs, weights and outputs need distinct names, got ${twice} twice`,
    );
  }

  const { descriptions = {} } = options;
  checkTexts({ metadata, descriptions }, [...Object.keys(inputs), ...traces[0]!.outputs.keys()]);

  const constants: OnnxConstant[] = [];
  for (const [name, tensor] of Object.entries(weights)) {
    const data = (await tensor.data()) as HostArray["data"];
    constants.push({ name, dtype: tensor.dtype as HostArray["dtype"], shape: tensor.shape, data });
  }
  const declared = Object.entries(inputs).map(([name, spec]) => ({ name, ...spec }));
  try {
    const lowering = { inputs: [...declared, ...constants], constants, metadata };
    const model = lower(traces, lowering, () => trace(true));
    const described = (values: readonly OnnxValue[]) =>
      values.map((value) => {
        const text = descriptions[value.name];
        return text === undefined ? value : { ...value, description: text };
      });
    return writeOnnx({
      ...model,
      inputs: described(model.inputs),
      outputs: described(model.outputs),
      producerVersion: load<{ version: string }>("../../package.json").version,
      ...(description !== undefined && { description }),
    });
  } catch (error) {
    if (error instanceof TraceError) throw new TraceError(`exportOnnx: ${error.message}`);
    throw error;
  }
}

function checkTexts(
  given: {
    metadata: Readonly<Record<string, string>>;
    descriptions: Readonly<Record<string, string>>;
  },
  names: readonly string[],
): void {
  for (const [option, texts] of Object.entries(given)) {
    for (const [name, text] of Object.entries(texts)) {
      if (typeof text === "string") continue;
      throw new TypeError(`exportOnnx: ${option}.${name} must be text, got ${inWords(text)}`);
    }
  }
  const unknown = Object.keys(given.descriptions).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new RangeError(
    `exportOnnx: descriptions must be of inputs or outputs (${names.join(", ")}), got ${unknown}`,
  );
}
