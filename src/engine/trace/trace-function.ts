/**
 * One function of tensors, traced at several sizes of its named axes.
 *
 * The function is called once for each set of sizes, with tensors that stand for its inputs and
 * state. It must do the same each time; what it may not do is said where it tries.
 */
import { inWords } from "../../core/check";
import * as tf from "../../core/tf";
import { registerGradients } from "../gradients";
import { chooseSizes, type AxisSizes } from "../symbolic-axes";
import { record, Recording, TraceError } from "./backend";
import { calledAt, withDeepStacks } from "./call-site";
import type { Trace } from "./lower";
import type { GraphOptions, Value } from "./graph";

/** int64 is for exported models whose readers expect it; the function sees int32. */
export type InputType = "float32" | "int32" | "bool" | "int64";

export interface InputSpec {
  readonly dtype: InputType;
  /** A number fixes an axis; a name ("B", "T") leaves it open, equal wherever the name stands. */
  readonly shape: readonly (number | string)[];
}

export type InputSpecs = Readonly<Record<string, InputSpec>>;
export type TensorMap = Readonly<Record<string, tf.Tensor>>;

/** What a traced function returns, by names of its choice. */
export interface TracedResult {
  readonly outputs: TensorMap;
  /** New values for some or all of the state; the rest stays as it is. Default none. */
  readonly state?: TensorMap;
}

export type TracedFunction<Inputs extends InputSpecs, State extends TensorMap> = (
  inputs: { readonly [Name in keyof Inputs]: tf.Tensor },
  state: State,
) => TracedResult;

/** What the graph's names are made of, so that an input and an output may share theirs. */
export interface NamePrefixes {
  readonly input: string;
  readonly output: string;
  readonly state: string;
  readonly nextState: string;
  readonly constant: string;
}

export interface TraceOptions extends GraphOptions {
  readonly inputs: InputSpecs;
  readonly state: TensorMap;
  readonly constants: TensorMap;
  readonly axes: Readonly<Record<string, { max?: number }>>;
  readonly prefixes: NamePrefixes;
}

/** Calls the function once for each of four sets of sizes. */
export function traceFunction<Inputs extends InputSpecs, State extends TensorMap>(
  caller: string,
  fn: TracedFunction<Inputs, State>,
  options: TraceOptions,
): Trace[] {
  registerGradients();
  const limits: Record<string, number> = {};
  for (const { shape } of Object.values(options.inputs)) {
    for (const axis of shape) {
      if (typeof axis === "string") limits[axis] = options.axes[axis]?.max ?? Infinity;
    }
  }
  return chooseSizes(limits).map((sizes) => {
    const run = fn as unknown as UntypedFunction;
    return withDeepStacks(() => explained(caller, sizes, () => traceOnce(run, sizes, options)));
  });
}

type UntypedFunction = (inputs: TensorMap, state: TensorMap) => TracedResult;

function traceOnce(fn: UntypedFunction, sizes: AxisSizes, options: TraceOptions): Trace {
  const { inputs, state, constants, prefixes } = options;
  const recording = new Recording(options);
  const outputs = new Map<string, Value>();
  record(recording, () =>
    tf.tidy(() => {
      const given: Record<string, tf.Tensor> = {};
      for (const [name, spec] of Object.entries(inputs)) {
        given[name] = inputTensor(recording, prefixes.input + name, spec, sizes);
      }
      const held = bindOutside(recording, state, prefixes.state);
      bindOutside(recording, constants, prefixes.constant);
      const result = checkedResult(fn(given, held), state);
      for (const [name, tensor] of Object.entries(result.outputs)) {
        outputs.set(prefixes.output + name, recording.valueOf(tensor));
      }
      for (const [name, tensor] of Object.entries(result.state ?? {})) {
        outputs.set(prefixes.nextState + name, recording.valueOf(tensor));
      }
    }),
  );
  return { sizes, graph: recording.graph, outputs };
}

function inputTensor(
  recording: Recording,
  name: string,
  { dtype, shape }: InputSpec,
  sizes: AxisSizes,
): tf.Tensor {
  const concrete = shape.map((axis) => (typeof axis === "string" ? sizes[axis]! : axis));
  let value: Value = { kind: "input", name, shape: concrete, dtype };
  if (dtype === "int64") {
    value = recording.graph.add("Cast", [value], { shape: concrete, dtype: "int32" }, { to: 6 });
  }
  return tensorFor(recording, value);
}

function tensorFor(recording: Recording, value: Value): tf.Tensor {
  return tf.engine().makeTensorFromTensorInfo(recording.tensorInfo(value));
}

/**
 * Lets tensors from outside stand for inputs of the graph: the function may use them from its
 * surroundings or by name. Where two names share their data, each name gets a tensor of its own,
 * since the data alone would no longer say which is meant.
 */
function bindOutside(recording: Recording, tensors: TensorMap, prefix: string): TensorMap {
  const uses = new Map<object, number>();
  for (const { dataId } of Object.values(tensors)) uses.set(dataId, (uses.get(dataId) ?? 0) + 1);
  const held: Record<string, tf.Tensor> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    const { shape, dataId } = tensor;
    const dtype = tensor.dtype as Value["dtype"];
    const value: Value = { kind: "input", name: prefix + name, shape, dtype };
    const isShared = uses.get(dataId)! > 1;
    if (!isShared) recording.bind(dataId, value);
    held[name] = isShared ? tensorFor(recording, value) : tensor;
  }
  return held;
}

function checkedResult(result: unknown, state: TensorMap): TracedResult {
  if (result instanceof Promise) {
    throw new TraceError("the function must not be async: it describes work, it doesn't wait");
  }
  const { outputs, state: next = {} } = (result ?? {}) as Partial<TracedResult>;
  if (typeof outputs !== "object" || outputs === null) {
    throw new TraceError(
      `the function must return { outputs: { name: tensor } }, got ${inWords(result)}`,
    );
  }
  for (const [name, tensor] of [...Object.entries(outputs), ...Object.entries(next)]) {
    if (!(tensor instanceof tf.Tensor)) {
      throw new TraceError(`the function must return tensors, got ${inWords(tensor)} as ${name}`);
    }
  }
  for (const [name, tensor] of Object.entries(next)) {
    const before = state[name];
    if (before === undefined) {
      const names = Object.keys(state).join(", ") || "none";
      throw new TraceError(`the function returns state ${name}, but declared is: ${names}`);
    }
    if (String(before.shape) !== String(tensor.shape) || before.dtype !== tensor.dtype) {
      throw new TraceError(
        `state ${name} must stay ${before.dtype} [${before.shape}], ` +
          `got ${tensor.dtype} [${tensor.shape}]`,
      );
    }
  }
  return { outputs, state: next };
}

/** Says which function could not be traced, and at which sizes it was tried. */
function explained<Result>(caller: string, sizes: AxisSizes, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof TraceError) throw new TraceError(`${caller}: ${message}`);
    const missing = /kernel '(\w+)'.*'trace'/i.exec(message)?.[1];
    if (missing !== undefined) {
      const site = calledAt(error as Error);
      throw new TraceError(
        `${caller}: TensorFlow.js's kernel ${missing} isn't in the kernel table${site}; ` +
          `src/engine/README.md says how to add it`,
      );
    }
    const at = Object.entries(sizes).map(([axis, size]) => `${axis} = ${size}`);
    const where = at.length === 0 ? "" : ` with ${at.join(", ")}`;
    const isTooLong = at.length > 0 && /slice/i.test(message);
    const hint = isTooLong ? ". An axis with a largest size needs axes: { T: { max } }" : "";
    throw new Error(`${caller}: the function threw while traced${where}: ${message}${hint}`, {
      cause: error,
    });
  }
}
