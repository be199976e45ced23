/**
 * What one entry of the kernel table is: it writes a TensorFlow.js operation as ONNX operations.
 *
 * A table maps the kernel's name to it; the tables of the neighbouring files together are all that
 * a traced function may use. How to add one: src/engine/README.md.
 */
import type { Graph, Value } from "./graph";

/** The kernel's settings as TensorFlow.js passes them; each kernel knows its own. */
export type KernelSettings = Readonly<Record<string, unknown>>;

export interface KernelCall {
  readonly graph: Graph;
  /** By the kernel's own names for them ("x", "a", "b"); lists under "0", "1", …. */
  readonly inputs: Readonly<Record<string, Value>>;
  readonly settings: KernelSettings;
}

export type Kernel = (call: KernelCall) => Value | Value[];
export type KernelTable = Readonly<Record<string, Kernel>>;

/** The inputs of a kernel that takes any number of them, in their order. */
export function listOf(inputs: Readonly<Record<string, Value>>): Value[] {
  return Object.keys(inputs)
    .sort((a, b) => Number(a) - Number(b))
    .map((key) => inputs[key]!);
}
