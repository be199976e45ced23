/**
 * compile: an ordinary function of tensors becomes one graph that ONNX Runtime runs.
 *
 *   const step = await compile(
 *     ({ x, y }, { w }) => {
 *       const loss = (w: tf.Tensor) => tf.mean(tf.squaredDifference(tf.matMul(x, w), y));
 *       const { value, grad } = tf.valueAndGrad(loss)(w);
 *       return { outputs: { loss: value }, state: { w: tf.sub(w, tf.mul(grad, 0.1)) } };
 *     },
 *     {
 *       inputs: {
 *         x: { dtype: "float32", shape: ["B", 3] },
 *         y: { dtype: "float32", shape: ["B", 1] },
 *       },
 *       state: { w: tf.zeros([3, 1]) },
 *     },
 *   );
 *   const { loss } = await step.run({ x, y });
 *
 * The function runs four times while compiling and never after. How it works, and what can't be
 * compiled: src/engine/README.md.
 *
 * Lesson: notebooks/00-start-here.ipynb
 */
import { cpus } from "node:os";
import { assertInteger, inWords } from "../core/check";
import * as tf from "../core/tf";
import { bestCompileDevice, refuseWithoutFloat16 } from "./compile-devices";
import { checkedFeeds, checkedState, type ArrayType } from "./feeds";
import type { Feed, HostArray, HostType } from "./host-array";
import type { OnnxModel } from "./onnx-file";
import { toMixedPrecision } from "./mixed-precision";
import { Session, type CompileDevice, type SessionOptions } from "./session";
import { checkDeclarations } from "./declarations";
import { TraceError } from "./trace/backend";
import { MAX_OPERATIONS } from "./trace/graph";
import { lower } from "./trace/lower";
import {
  traceFunction,
  type InputSpecs,
  type NamePrefixes,
  type TensorMap,
  type TracedFunction,
} from "./trace/trace-function";

export interface CompileOptions<Inputs extends InputSpecs, State extends TensorMap> {
  /** What each run is fed, by name. */
  inputs: Inputs;
  /**
   * Tensors that stay inside from run to run: weights, an optimizer's moments. Their values now
   * are the first; later changes of the tensors don't matter. Default none.
   */
  state?: State;
  /** Tensors from outside whose values now are to be part of the graph for good. Default none. */
  constants?: TensorMap;
  /**
   * "auto" takes the fastest that works here (see compileDevices), or the CPU, with a message,
   * where a GPU refuses the graph. Default "cpu".
   */
  device?: CompileDevice | "auto";
  /**
   * "mixed": products of matrices in float16, for GPUs that are faster so; a CPU imitates it.
   * Training then wants src/training/loss-scaling.ts. Default "float32".
   */
  precision?: "float32" | "mixed";
  /** CPU threads that share one operation. Default: one a core. */
  threads?: number;
  /**
   * The runs have few different shapes, as in training with batches of one size. WebGPU then keeps
   * buffers of exactly their sizes and makes none anew, which is faster; with ever new shapes the
   * kept ones would fill its memory. Default false.
   */
  fewShapes?: boolean;
  /** Named axes with a largest size, such as { T: { max: 512 } }. Default: no limit. */
  axes?: Readonly<Record<string, { max?: number }>>;
  /** Ends a trace of a function that never returns. Default 100,000; BERT-base trains in 8,000. */
  maxOperations?: number;
}

export interface RunOptions {
  /**
   * Calls the run off: it is rejected with an InterruptedError, and the state stays as it was. What
   * ONNX Runtime has begun it brings to its end before.
   */
  signal?: AbortSignal;
}

export interface Compiled<InputName extends string = string> {
  /**
   * Computes the outputs, and moves the state on. A feed must have the declared type and shape;
   * an axis has one size wherever its name stands, and may have another at the next run.
   *
   * A run that fails or is called off leaves the state as it was. One run at a time.
   */
  run(
    feeds: Readonly<Record<InputName, Feed>>,
    options?: RunOptions,
  ): Promise<Record<string, HostArray>>;
  /** Copies of the state, for a checkpoint. */
  readState(): Promise<Record<string, HostArray>>;
  /** Replaces all of the state; if one part doesn't fit, nothing is replaced. */
  writeState(state: Readonly<Record<string, tf.Tensor | HostArray>>): Promise<void>;
  /** Gives the memory back; after it the function can't run. A second call changes nothing. */
  dispose(): Promise<void>;
  /** The graph's operations, for a look inside: ["MatMul", "Sub", …]. */
  readonly operations: readonly string[];
  readonly device: CompileDevice;
}

const PREFIXES: NamePrefixes = {
  input: "in/",
  output: "out/",
  state: "state/",
  nextState: "next/",
  constant: "constant/",
};

const DEVICES: readonly CompileDevice[] = ["cpu", "webgpu", "cuda"];

/**
 * @param fn called with tensors for the inputs and the state, both by name; returns
 *           { outputs: { name: tensor }, state: { name: tensor } }. Gradients inside are fine.
 * @throws TraceError for what can't be compiled, with the operation and the line
 */
export async function compile<Inputs extends InputSpecs, State extends TensorMap = TensorMap>(
  fn: TracedFunction<Inputs, State>,
  options: CompileOptions<Inputs, State>,
): Promise<Compiled<Extract<keyof Inputs, string>>> {
  if (typeof fn !== "function") {
    throw new TypeError(`compile: fn must be a function, got ${inWords(fn)}`);
  }
  const {
    inputs,
    constants = {},
    device = "cpu",
    threads = cpus().length || 1,
    axes = {},
    maxOperations = MAX_OPERATIONS,
    precision = "float32",
    fewShapes = false,
  } = options;
  const state: TensorMap = options.state ?? {};
  if (device !== "auto" && !DEVICES.includes(device)) {
    const known = DEVICES.join(", ");
    throw new RangeError(`compile: device must be ${known}, auto, got ${inWords(device)}`);
  }
  if (precision !== "float32" && precision !== "mixed") {
    throw new RangeError(`compile: precision must be float32, mixed, got ${inWords(precision)}`);
  }
  assertInteger("compile", { threads, maxOperations }, { min: 1 });
  checkDeclarations("compile", { inputs, state, constants, axes });

  const trace = (keepsSites: boolean) =>
    traceFunction("compile", fn, {
      ...{ inputs, state, constants, axes, keepsSites, maxOperations },
      prefixes: PREFIXES,
    });
  const traces = trace(false);
  const initialState = await valuesOf(state);
  const fixed = Object.entries(await valuesOf(constants)).map(([name, array]) => ({
    ...array,
    name: PREFIXES.constant + name,
  }));
  const held = Object.entries(state).map(([name, { shape, dtype }]) => ({
    ...{ name: PREFIXES.state + name, shape, dtype: dtype as HostType },
  }));
  const fed = Object.entries(inputs).map(([name, spec]) => ({
    ...spec,
    name: PREFIXES.input + name,
  }));
  const model = named("compile", () =>
    lower(traces, { inputs: [...fed, ...held, ...fixed], constants: fixed }, () => trace(true)),
  );

  const outputNames = [...traces[0]!.outputs.keys()];
  const opened = await openSession(model, {
    ...{ device, precision, threads, fewShapes, initialState },
    outputs: outputNames.filter((name) => name.startsWith(PREFIXES.output)),
    state: Object.keys(state).map((name) => {
      const output = PREFIXES.nextState + name;
      const isWritten = outputNames.includes(output);
      return { name, input: PREFIXES.state + name, output: isWritten ? output : undefined };
    }),
  });
  return createCompiled({ ...opened, inputs, initialState, axes });
}

interface Parts {
  session: Session;
  inputs: InputSpecs;
  /** Its shapes and types are what later states are checked against. */
  initialState: Readonly<Record<string, HostArray>>;
  axes: Readonly<Record<string, { max?: number }>>;
  operations: readonly string[];
}

interface OpenOptions extends Omit<SessionOptions, "device"> {
  device: CompileDevice | "auto";
  precision: "float32" | "mixed";
}

async function openSession(
  model: OnnxModel,
  { device: wanted, precision, ...options }: OpenOptions,
): Promise<Pick<Parts, "session" | "operations">> {
  const openOn = async (device: CompileDevice) => {
    const isMixed = precision === "mixed";
    if (isMixed) await refuseWithoutFloat16(device);
    const suited = isMixed ? toMixedPrecision(model, device === "cpu") : model;
    const session = await Session.open(suited, { ...options, device });
    return { session, operations: suited.nodes.map(({ op }) => op) };
  };
  const device = wanted === "auto" ? await bestCompileDevice() : wanted;
  try {
    return await openOn(device);
  } catch (error) {
    if (wanted !== "auto" || device === "cpu") throw error;
    console.warn(`${(error as Error).message}. Computing on the cpu instead.`);
    return openOn("cpu");
  }
}

function createCompiled(parts: Parts): Compiled {
  const { session, inputs, axes, operations } = parts;
  const { device } = session;
  const shapes = new Map<string, ArrayType>(
    Object.entries(parts.initialState).map(([name, { dtype, shape }]) => [name, { dtype, shape }]),
  );
  return {
    operations,
    device,
    async run(feeds, { signal } = {}) {
      const arrays = await checkedFeeds(feeds, inputs, { axes, operations, device });
      const results = await session.run(prefixed(PREFIXES.input, arrays), signal);
      return Object.fromEntries(
        Object.entries(results).map(([name, array]) => [name.slice(PREFIXES.output.length), array]),
      );
    },
    readState: () => session.readState(),
    writeState: async (state) => session.writeState(await checkedState(state, shapes)),
    dispose: () => session.dispose(),
  };
}

function prefixed<T>(prefix: string, map: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [prefix + name, value]));
}

async function valuesOf(tensors: TensorMap): Promise<Record<string, HostArray>> {
  const values: Record<string, HostArray> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    const data = (await tensor.data()) as HostArray["data"];
    values[name] = { dtype: tensor.dtype as HostType, shape: tensor.shape, data };
  }
  return values;
}

function named<Result>(caller: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof TraceError) throw new TraceError(`${caller}: ${error.message}`);
    throw error;
  }
}
