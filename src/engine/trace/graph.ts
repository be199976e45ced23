/**
 * The graph that a trace writes down: values, and the operations that made them.
 *
 * Values have the sizes of one trace. Which of them depend on an axis is found out later, by laying
 * several traces with different sizes side by side (unify.ts). So nothing here merges two constants
 * that merely happen to be equal.
 *
 * A constant whose elements are all equal stays one number with a shape (a "fill"): it meets other
 * values as a scalar, and never takes the memory of its shape.
 */
import type { OnnxAttribute } from "../onnx-file";

/** int64 is the type of ONNX' shapes and indices; TensorFlow.js never sees it. */
export type GraphType = "float32" | "int32" | "bool" | "int64";
export type Attributes = Readonly<Record<string, OnnxAttribute>>;
export type Shape = readonly number[];

interface Typed {
  readonly shape: Shape;
  readonly dtype: GraphType;
}

export interface InputValue extends Typed {
  readonly kind: "input";
  readonly name: string;
}

export interface NodeValue extends Typed {
  readonly kind: "node";
  readonly node: GraphNode;
  /** Which of the node's outputs. */
  readonly output: number;
}

export interface ArrayValue extends Typed {
  readonly kind: "array";
  readonly values: ArrayLike<number>;
  /** Where it was made, if the graph keeps that. */
  readonly site: Error | undefined;
}

export interface FillValue extends Typed {
  readonly kind: "fill";
  readonly value: number;
  readonly site: Error | undefined;
}

export type Value = InputValue | NodeValue | ArrayValue | FillValue;

export interface GraphNode {
  readonly op: string;
  /** Its place in graph.nodes. */
  readonly index: number;
  readonly inputs: readonly Value[];
  readonly attributes: Attributes;
  readonly outputs: readonly Typed[];
  /** Where it was called, if the graph keeps that; its text is built when somebody reads it. */
  readonly site: Error | undefined;
}

/** A function that adds more than this isn't thought to return; BERT-base trains in 8,000. */
export const MAX_OPERATIONS = 100_000;

export interface GraphOptions {
  /**
   * Remember for each operation the line that called it, for error messages? That is half of a
   * trace's time. Default false.
   */
  readonly keepsSites?: boolean;
  /** Default 100,000. */
  readonly maxOperations?: number;
}

export class Graph {
  readonly nodes: GraphNode[] = [];
  private readonly keepsSites: boolean;
  private readonly maxOperations: number;

  constructor({ keepsSites = false, maxOperations = MAX_OPERATIONS }: GraphOptions = {}) {
    this.keepsSites = keepsSites;
    this.maxOperations = maxOperations;
  }

  /** Adds an operation with one output. */
  add(
    op: string,
    inputs: readonly Value[],
    { shape, dtype }: { shape: Shape; dtype: GraphType },
    attributes: Attributes = {},
  ): Value {
    return this.addMany(op, inputs, [{ shape, dtype }], attributes)[0]!;
  }

  /** Adds an operation with several outputs. */
  addMany(
    op: string,
    inputs: readonly Value[],
    outputs: readonly Typed[],
    attributes: Attributes = {},
  ): Value[] {
    const index = this.nodes.length;
    if (index === this.maxOperations) {
      throw new RangeError(
        `the trace has more than ${index} operations. Does the function ever return? A loop that ` +
          `waits for a value never does; if it is merely long, raise maxOperations`,
      );
    }
    const node: GraphNode = { op, index, inputs, attributes, outputs, site: this.site() };
    this.nodes.push(node);
    return outputs.map((typed, output) => ({ ...typed, kind: "node", node, output }));
  }

  fill(value: number, shape: Shape, dtype: GraphType): Value {
    return { kind: "fill", value, shape, dtype, site: this.site() };
  }

  scalar(value: number, dtype: GraphType): Value {
    return this.fill(value, [], dtype);
  }

  /** A constant; the values are copied, since their owner may change them after the trace. */
  array(values: ArrayLike<number>, shape: Shape, dtype: GraphType): Value {
    const first = values[0];
    if (first !== undefined && allEqual(values)) return this.fill(first, shape, dtype);
    return { kind: "array", values: Array.from(values), shape, dtype, site: this.site() };
  }

  /** A list of whole numbers in the type that ONNX wants for shapes, axes and positions. */
  integers(values: readonly number[]): Value {
    const shape = [values.length];
    return { kind: "array", values, shape, dtype: "int64", site: this.site() };
  }

  private site(): Error | undefined {
    return this.keepsSites ? new Error() : undefined;
  }
}

/** Bit for bit, so that 0 and -0 differ and a NaN equals itself. */
function allEqual(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (!Object.is(values[i], values[0])) return false;
  return true;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** The shape of a and b together, by NumPy's rule; TensorFlow.js has checked that they fit. */
export function broadcastShape(a: Shape, b: Shape): number[] {
  if (sameShape(a, b)) return [...a];
  const rank = Math.max(a.length, b.length);
  const shape: number[] = [];
  for (let axis = 0; axis < rank; axis++) {
    const left = a[a.length - rank + axis] ?? 1;
    const right = b[b.length - rank + axis] ?? 1;
    shape.push(left === 1 ? right : left);
  }
  return shape;
}

/** -1 is the last axis. */
export function positiveAxis(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}
