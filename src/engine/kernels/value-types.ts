/**
 * Truth values and whole numbers on the wasm back end, put right.
 *
 * TensorFlow.js 4.22 keeps a truth value in one byte and a whole number in four. Some of its C++
 * kernels take both for float32, and say nothing: `tf.where` on truth values writes past its memory
 * (wrong values, and later calls that never return), `tf.cast` makes 0.5 false, `tf.clipByValue`
 * clips the bits of whole numbers. Such calls, and only they, are computed here in a type that the
 * kernel can take; the result has the type that the cpu back end gives it.
 */
import * as tf from "../../core/tf";
import type { WasmHeap } from "./unsorted-segment-sum";

interface Heap extends WasmHeap {
  disposeData(dataId: object): boolean;
}

type Params = Parameters<tf.KernelFunc>[0];
type Kernel = (params: Params) => tf.TensorInfo;
type Infos = Record<string, tf.TensorInfo>;

interface Detour {
  /** The inputs that hold values; others choose or count. */
  values: readonly string[];
  within: "int32" | "float32";
  result: tf.DataType;
}

/** Which calls need one; undefined: TensorFlow.js does it right. */
const DETOURS: Readonly<Record<string, (inputs: Infos, attrs: object) => Detour | undefined>> = {
  [tf.Select]: ({ t, e }) => {
    const result = tf.upcastType(t!.dtype, e!.dtype);
    if (t!.dtype === e!.dtype && result !== "bool") return undefined;
    return { values: ["t", "e"], within: result === "float32" ? result : "int32", result };
  },
  [tf.OneHot]: (_, { dtype }: Partial<tf.OneHotAttrs>) =>
    dtype === "bool" ? { values: [], within: "int32", result: dtype } : undefined,
  [tf.Reverse]: ({ x }) => (x!.dtype === "bool" ? moving(x!) : undefined),
  [tf.StridedSlice]: ({ x }) => (x!.dtype === "float32" ? undefined : moving(x!)),
  [tf.IsNan]: ({ x }) => inFloat32(x!, "bool"),
  // What stands in the result's memory before is what whole numbers get.
  [tf.Acosh]: ({ x }) => inFloat32(x!, x!.dtype),
  [tf.Asinh]: ({ x }) => inFloat32(x!, x!.dtype),
  [tf.Atanh]: ({ x }) => inFloat32(x!, x!.dtype),
  [tf.Log1p]: ({ x }) => inFloat32(x!, x!.dtype),
  [tf.Reciprocal]: ({ x }) => inFloat32(x!, x!.dtype),
};

/** For kernels that move four bytes a value, whatever these mean. */
function moving({ dtype }: tf.TensorInfo): Detour {
  return { values: ["x"], within: "int32", result: dtype };
}

function inFloat32({ dtype }: tf.TensorInfo, result: tf.DataType): Detour | undefined {
  return dtype === "float32" ? undefined : { values: ["x"], within: "float32", result };
}

const NAME = "labValueTypes";

/** Puts these before TensorFlow.js's own kernels; once is enough, a second call changes nothing. */
export function registerValueTypes(): void {
  for (const [kernelName, detourOf] of Object.entries(DETOURS)) {
    replace(kernelName, (params, original) => {
      const detour = detourOf(params.inputs as Infos, params.attrs ?? {});
      return detour === undefined ? original(params) : compute(params, original, detour);
    });
  }
  replace(tf.Cast, (params, original) => {
    const { x } = params.inputs as Infos;
    const { dtype } = params.attrs as unknown as tf.CastAttrs;
    if (dtype !== "bool") return original(params);
    return mapped(x!, "bool", params.backend as Heap);
  });
  replace(tf.ClipByValue, (params, original) => {
    const { x } = params.inputs as Infos;
    const { clipValueMin, clipValueMax } = params.attrs as unknown as tf.ClipByValueAttrs;
    if (x!.dtype !== "int32") return original(params);
    const clip = (value: number) => Math.min(clipValueMax, Math.max(clipValueMin, value));
    return mapped(x!, "int32", params.backend as Heap, clip);
  });
}

function replace(
  kernelName: string,
  act: (params: Params, original: Kernel) => tf.TensorInfo,
): void {
  const config = tf.getKernel(kernelName, "wasm");
  if (config.kernelFunc.name === NAME) return;
  const original = config.kernelFunc as Kernel;
  const kernel = { [NAME]: (params: Params) => act(params, original) };
  tf.unregisterKernel(kernelName, "wasm");
  tf.registerKernel({ ...config, kernelFunc: kernel[NAME] as tf.KernelFunc });
}

function compute(params: Params, original: Kernel, { values, within, result }: Detour) {
  const heap = params.backend as Heap;
  const inputs: Infos = { ...(params.inputs as Infos) };
  const made: tf.TensorInfo[] = [];
  for (const name of values) {
    if (inputs[name]!.dtype === within) continue;
    inputs[name] = mapped(inputs[name]!, within, heap);
    made.push(inputs[name]!);
  }
  const attrs = values.length > 0 ? params.attrs : { ...params.attrs, dtype: within };
  const computed = original({ inputs, attrs, backend: heap });
  let out = computed;
  if (computed.dtype !== result) {
    // Its label may be wrong (stridedSlice), its bits are of the type that was asked for.
    out = mapped({ ...computed, dtype: within }, result, heap);
    made.push(computed);
  }
  for (const { dataId } of made) heap.disposeData(dataId);
  return out;
}

/** Each value in new memory, of another type or changed. */
function mapped(
  tensor: tf.TensorInfo,
  dtype: tf.DataType,
  heap: Heap,
  change: (value: number) => number = (value) => value,
): tf.TensorInfo {
  const out = heap.makeOutput(tensor.shape, dtype);
  // Views are taken after the output has its memory: making room can move the heap.
  const from = heap.typedArrayFromHeap(tensor);
  const to = heap.typedArrayFromHeap(out);
  const isTruth = dtype === "bool";
  for (let i = 0; i < to.length; i++) {
    const value = change(from[i]!);
    to[i] = isTruth ? Number(value !== 0) : value;
  }
  return out;
}
