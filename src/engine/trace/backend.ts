/**
 * A TensorFlow.js back end that computes nothing: each kernel adds to a graph instead.
 *
 * TensorFlow.js takes care of everything above the kernels (shape checks, gradients, tf.tidy) just
 * as for a device that computes, so an ordinary function of tensors can be traced unchanged.
 */
import * as tf from "../../core/tf";
import { ARITHMETIC } from "./arithmetic";
import { calledAt, operationOf } from "./call-site";
import { FUNCTIONS } from "./functions";
import {
  Graph,
  sameShape,
  sizeOf,
  type GraphOptions,
  type GraphType,
  type Shape,
  type Value,
} from "./graph";
import type { KernelTable } from "./kernel";
import { LOOKUPS } from "./lookups";
import { NORMALIZATION } from "./normalization";
import { PRODUCTS } from "./products";
import { RANDOM } from "./random";
import { REDUCTIONS } from "./reductions";
import { cast, elementwise, reshape } from "./rewrite";
import { range, SHAPES } from "./shapes";

export const TRACE_BACKEND = "trace";

/** All that a traced function may use, by TensorFlow.js's kernel names. */
export const KERNELS: KernelTable = {
  ...ARITHMETIC,
  ...FUNCTIONS,
  ...LOOKUPS,
  ...NORMALIZATION,
  ...PRODUCTS,
  ...RANDOM,
  ...REDUCTIONS,
  ...SHAPES,
};

const DRAWING = /^(random|truncatedNormal|dropout|multinomial)/;

/** What a trace refuses, in words for the one who wrote the function. */
export class TraceError extends Error {
  override readonly name = "TraceError";
}

/** One trace under way: its graph, and which value each tensor stands for. */
export class Recording {
  readonly graph: Graph;
  private readonly values = new WeakMap<object, Value>();

  constructor(options?: GraphOptions) {
    this.graph = new Graph(options);
  }

  /** Lets a tensor that already exists, or a new id, stand for a value. */
  bind(dataId: object, value: Value): void {
    this.values.set(dataId, value);
  }

  /** A tensor of this trace for the value. */
  tensorInfo(value: Value): tf.TensorInfo {
    const dataId = {};
    this.bind(dataId, value);
    return { dataId, shape: [...value.shape], dtype: value.dtype as tf.DataType };
  }

  valueOf({ dataId, shape }: { dataId: object; shape: Shape }): Value {
    const value = this.values.get(dataId);
    if (value === undefined) {
      throw new TraceError(
        `a tensor of shape [${shape}] from outside is used${calledAt(new Error())}: its values ` +
          `would be frozen into the graph. Declare it in state (if it changes) or in constants`,
      );
    }
    // A tensor may be a view of another under a new shape.
    return sameShape(value.shape, shape) ? value : reshape(this.graph, value, shape);
  }

  /** Values made in JavaScript: constants, as long as every trace makes the same. */
  bindConstant(dataId: object, values: ArrayLike<number>, shape: Shape, dtype: GraphType): void {
    if (values.length !== sizeOf(shape)) {
      throw new TraceError(`${dtype} values don't fit shape [${shape}]${calledAt(new Error())}`);
    }
    const value = this.graph.array(values, shape, dtype);
    // Reading a stack takes longer than a kernel. For one number, or many equal ones, it isn't
    // worth it: if they are drawn, they differ in the next trace.
    const operation = value.kind === "array" ? operationOf(new Error()) : undefined;
    if (operation !== undefined && DRAWING.test(operation)) {
      throw new TraceError(
        `tf.${operation} draws its values in JavaScript${calledAt(new Error())}: one draw would ` +
          `be frozen into the graph. Pass random values as an input`,
      );
    }
    // tf.eye fills its array in JavaScript, but what it means is known: as large as any axis.
    const isEye = operation === "eye" && shape.length === 2;
    this.bind(dataId, isEye ? identityMatrix(this.graph, shape, dtype) : value);
  }

  /** Only constants can be read while tracing. */
  read(dataId: object): tf.DataTypeMap["float32" | "int32" | "bool"] {
    const value = this.values.get(dataId);
    if (value?.kind === "fill") return typed(value.dtype, sizeOf(value.shape)).fill(value.value);
    if (value?.kind === "array") {
      const made = typed(value.dtype, value.values.length);
      made.set(value.values);
      return made;
    }
    const from = value?.kind === "node" ? `the result of ${value.node.op}` : "an input";
    throw new TraceError(
      `${from} is read${calledAt(new Error())}, but while tracing there are no values yet. ` +
        `Choose with tf.where instead of if, and read outputs after run`,
    );
  }
}

let current: Recording | undefined;

/** Runs `act` with the trace back end, which records into `recording`. Not for async functions. */
export function record<Result>(recording: Recording, act: () => Result): Result {
  if (current !== undefined) throw new TraceError("a traced function can't trace another one");
  register();
  const before = tf.getBackend();
  const { assign } = tf.Variable.prototype;
  tf.Variable.prototype.assign = refuseAssign;
  current = recording;
  try {
    void tf.setBackend(TRACE_BACKEND);
    return act();
  } finally {
    current = undefined;
    tf.Variable.prototype.assign = assign;
    if (before) void tf.setBackend(before);
  }
}

function refuseAssign(this: tf.Variable): never {
  throw new TraceError(
    `variable ${this.name} is assigned${calledAt(new Error())}, as tf.train's optimizers do: ` +
      `a traced function returns its new state instead (src/training/optimizer.ts)`,
  );
}

function recording(): Recording {
  if (current === undefined) {
    throw new TraceError("a tensor of a trace is used after it: return it from the function");
  }
  return current;
}

class TraceBackend extends tf.KernelBackend {
  override write(values: tf.BackendValues, shape: number[], dtype: tf.DataType): object {
    const dataId = {};
    this.move(dataId, values, shape, dtype);
    return dataId;
  }
  override move(dataId: object, values: tf.BackendValues, shape: number[], dtype: tf.DataType) {
    if (dtype === "string" || dtype === "complex64") {
      throw new TraceError(`${dtype} tensors can't be compiled${calledAt(new Error())}`);
    }
    recording().bindConstant(dataId, values as ArrayLike<number>, shape, dtype as GraphType);
  }
  override readSync(dataId: object): tf.BackendValues {
    return recording().read(dataId);
  }
  override async read(dataId: object): Promise<tf.BackendValues> {
    return recording().read(dataId);
  }
  override floatPrecision(): 16 | 32 {
    return 32;
  }
  override epsilon(): number {
    return 1e-7;
  }
  // Nothing is held for a tensor, so there is nothing to count or give back.
  override numDataIds(): number {
    return 0;
  }
  override memory(): { unreliable: boolean } {
    return { unreliable: true };
  }
  override disposeData(): boolean {
    return true;
  }
  override refCount(): number {
    return 1;
  }
  override incRef(): void {}
  decRef(): void {}
  override dispose(): void {}
}

let isRegistered = false;

/** A notebook may load this file anew after an edit: what an older copy registered is replaced. */
function register(): void {
  if (isRegistered) return;
  if (tf.findBackendFactory(TRACE_BACKEND)) tf.removeBackend(TRACE_BACKEND);
  tf.registerBackend(TRACE_BACKEND, () => new TraceBackend(), 0);
  for (const kernelName of Object.keys(KERNELS)) {
    if (tf.getKernel(kernelName, TRACE_BACKEND)) tf.unregisterKernel(kernelName, TRACE_BACKEND);
    tf.registerKernel({
      kernelName,
      backendName: TRACE_BACKEND,
      kernelFunc: ({ inputs, attrs }) => runKernel(kernelName, inputs, attrs),
    });
  }
  isRegistered = true;
}

function runKernel(
  name: string,
  given: tf.NamedTensorInfoMap,
  settings: tf.NamedAttrMap | undefined,
): tf.TensorInfo | tf.TensorInfo[] {
  const here = recording();
  const inputs: Record<string, Value> = {};
  for (const [key, tensor] of Object.entries(given)) {
    if (tensor !== null && tensor !== undefined) inputs[key] = here.valueOf(tensor);
  }
  const made = explained(() =>
    KERNELS[name]!({ graph: here.graph, inputs, settings: { ...settings } }),
  );
  return Array.isArray(made) ? made.map((value) => here.tensorInfo(value)) : here.tensorInfo(made);
}

/** What a kernel refuses, with the line that called it. */
function explained<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw new TraceError(`${(error as Error).message}${calledAt(error as Error)}`);
  }
}

function identityMatrix(graph: Graph, [rows, columns]: Shape, dtype: GraphType): Value {
  const places = range(graph, 0, rows!, 1, "int32");
  const across = range(graph, 0, columns!, 1, "int32");
  const isOn = elementwise(graph, "Equal", reshape(graph, places, [rows!, 1]), across, {
    dtype: "bool",
  });
  return cast(graph, isOn, dtype);
}

function typed(dtype: GraphType, length: number): Float32Array | Int32Array | Uint8Array {
  if (dtype === "float32") return new Float32Array(length);
  return dtype === "bool" ? new Uint8Array(length) : new Int32Array(length);
}
