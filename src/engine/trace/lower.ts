/**
 * Several traces of one function, laid side by side, become one ONNX graph with open axes.
 *
 * Operation by operation the traces must agree; a constant that differs must follow from the axes'
 * sizes (symbolic-axes.ts), and is then computed in the graph from the inputs' shapes. What differs
 * otherwise came from JavaScript (chance, a counter, the clock) and is refused, so that nothing of
 * the kind can freeze into the graph unseen.
 *
 * On the way equal operations on equal values merge into one, and what no output needs is dropped.
 */
import type { OnnxConstant, OnnxModel, OnnxValue } from "../onnx-file";
import { solveSizes, type AxisSizes, type SizeFormula } from "../symbolic-axes";
import { TraceError } from "./backend";
import { calledAt } from "./call-site";
import { fuse } from "./fuse";
import { namedShape, OnnxBuilder } from "./onnx-builder";
import type { GraphNode, Graph, GraphType, Shape, Value } from "./graph";

/** One trace: the sizes it was made at, what was recorded, and what the function returned. */
export interface Trace {
  readonly sizes: AxisSizes;
  readonly graph: Graph;
  readonly outputs: ReadonlyMap<string, Value>;
}

export interface LoweringOptions {
  /** The graph's inputs, in the order the file lists them. */
  inputs: readonly OnnxValue[];
  /** Values that the function uses by a name of `inputs`' kind, but that are part of the file. */
  constants?: readonly OnnxConstant[];
  metadata?: Readonly<Record<string, string>>;
}

/**
 * @param retrace traces once more, keeping the lines that called: for the message of an error
 * @throws TraceError where the traces differ in a way that the sizes don't explain
 */
export function lower(
  traces: readonly Trace[],
  options: LoweringOptions,
  retrace: () => readonly Trace[] = () => traces,
): OnnxModel {
  try {
    return fuse(new Lowering(traces, options).run());
  } catch (error) {
    if (error instanceof TraceError) new Lowering(retrace(), options).run();
    throw error; // the second time all went well: the function isn't the same at each call
  }
}

class Lowering {
  private readonly builder: OnnxBuilder;
  private readonly sizes: readonly AxisSizes[];
  /** The names of node i's outputs. */
  private readonly names: string[][] = [];
  private readonly solved = new Map<string, SizeFormula | undefined>();

  constructor(
    private readonly traces: readonly Trace[],
    private readonly options: LoweringOptions,
  ) {
    this.builder = new OnnxBuilder(options.inputs);
    this.sizes = traces.map(({ sizes }) => sizes);
  }

  run(): OnnxModel {
    const [first, ...others] = this.traces.map(({ graph }) => graph.nodes);
    for (const [index, node] of first!.entries()) {
      this.lowerNode([node, ...others.map((nodes) => nodes[index])]);
    }

    const outputs = [...this.traces[0]!.outputs.keys()].map((name) => {
      const values = this.traces.map((trace) => trace.outputs.get(name));
      if (values.some((value) => value === undefined)) {
        throw new TraceError(`output ${name} is returned in one trace and not in another`);
      }
      return this.lowerOutput(name, values as Value[]);
    });
    const { constants = [], metadata } = this.options;
    return this.builder.finish(outputs, constants, metadata);
  }

  private lowerNode(nodes: readonly (GraphNode | undefined)[]): void {
    const first = nodes[0]!;
    const odd = nodes.findIndex((node) => node === undefined || !isSameOperation(node, first));
    if (odd >= 0) throw differentPaths(first, nodes[odd]);
    const inputs = first.inputs.map((_, i) =>
      this.lowerValue(nodes.map((node) => node!.inputs[i]!)),
    );
    const { op, attributes, outputs } = first;
    const names = this.builder.node(op, inputs, attributes, outputs.length);
    this.names.push(names);
    outputs.forEach(({ dtype }, i) => {
      const shape = this.trySolveShape(nodes.map((node) => node!.outputs[i]!.shape));
      if (shape !== undefined) this.builder.describe(names[i]!, shape, dtype);
    });
  }

  private lowerOutput(name: string, values: readonly Value[]) {
    const dtype: GraphType = values[0]!.dtype;
    const shape = namedShape(this.solveShape(values));
    return { name, dtype, shape, from: this.lowerValue(values) };
  }

  /** The name of what the traces all mean by this value. */
  private lowerValue(values: readonly Value[]): string {
    const first = values[0]!;
    if (values.some(({ kind, dtype }) => kind !== first.kind || dtype !== first.dtype)) {
      throw differentPaths(nodeOf(first), nodeOf(values.find(({ kind }) => kind !== first.kind)!));
    }
    switch (first.kind) {
      case "input":
        return first.name;
      case "node": {
        const isSame = (value: Value) =>
          value.kind === "node" &&
          value.node.index === first.node.index &&
          value.output === first.output;
        if (!values.every(isSame)) throw differentPaths(first.node, nodeOf(values[1]!));
        return this.names[first.node.index]![first.output]!;
      }
      case "array":
        return this.lowerArray(values as (typeof first)[]);
      case "fill":
        return this.lowerFill(values as (typeof first)[]);
    }
  }

  private lowerArray(values: readonly Extract<Value, { kind: "array" }>[]): string {
    const { shape, dtype, site } = values[0]!;
    const lengths = values.map((value) => value.values.length);
    if (lengths.some((length) => length !== lengths[0])) {
      throw new TraceError(
        `an array made in JavaScript has another size in each trace${calledAt(site)}: ` +
          `make it with tf operations such as tf.range, or pass it as an input`,
      );
    }
    const formulas = Array.from({ length: lengths[0]! }, (_, i) => {
      const numbers = values.map((value) => value.values[i]!);
      return this.solve(numbers, dtype, site);
    });
    if (formulas.every(({ terms }) => terms.length === 0)) {
      const numbers = formulas.map(({ constant }) => constant);
      return this.builder.constant(numbers, shape, dtype);
    }
    const parts = formulas.map((formula) => this.builder.formula(formula, dtype));
    const joined = parts.length === 1 ? parts[0]! : this.builder.one("Concat", parts, { axis: 0 });
    if (shape.length === 1) return joined;
    const wanted = this.builder.constant([...shape], [shape.length], "int64");
    return this.builder.one("Reshape", [joined, wanted]);
  }

  private lowerFill(values: readonly Extract<Value, { kind: "fill" }>[]): string {
    const { dtype, site } = values[0]!;
    const formula = this.solve(
      values.map(({ value }) => value),
      dtype,
      site,
    );
    const shape = this.solveShape(values);
    return this.builder.fill(formula, shape, dtype);
  }

  private solveShape(values: readonly Value[]): SizeFormula[] {
    return values[0]!.shape.map((_, axis) => {
      const sizes = values.map(({ shape }) => shape[axis]!);
      const formula = this.solveSize(sizes);
      if (formula === undefined) throw unexplained(sizes, "a size", nodeOf(values[0]!)?.site);
      return formula;
    });
  }

  /** Undefined where some size follows no formula: only outputs and constants must follow one. */
  private trySolveShape(shapes: readonly Shape[]): SizeFormula[] | undefined {
    const formulas = shapes[0]!.map((_, axis) =>
      this.solveSize(shapes.map((shape) => shape[axis]!)),
    );
    return formulas.includes(undefined) ? undefined : (formulas as SizeFormula[]);
  }

  /** Solved once for each list of sizes: a graph has thousands of shapes, but few differ. */
  private solveSize(sizes: readonly number[]): SizeFormula | undefined {
    const key = sizes.join();
    if (!this.solved.has(key)) this.solved.set(key, solveSizes(sizes, this.sizes, true));
    return this.solved.get(key);
  }

  private solve(
    numbers: readonly number[],
    dtype: GraphType,
    site: Error | undefined,
  ): SizeFormula {
    const formula =
      dtype === "bool" && numbers.some((number) => number !== numbers[0])
        ? undefined
        : solveSizes(numbers, this.sizes, dtype !== "float32");
    if (formula === undefined) throw unexplained(numbers, "a value made in JavaScript", site);
    return formula;
  }
}

function isSameOperation(a: GraphNode, b: GraphNode): boolean {
  return (
    a.op === b.op &&
    a.inputs.length === b.inputs.length &&
    JSON.stringify(a.attributes) === JSON.stringify(b.attributes)
  );
}

function nodeOf(value: Value): GraphNode | undefined {
  return value.kind === "node" ? value.node : undefined;
}

function differentPaths(a: GraphNode | undefined, b: GraphNode | undefined): TraceError {
  const inWords = (node: GraphNode | undefined) =>
    node === undefined ? "nothing" : `${node.op}${calledAt(node.site)}`;
  return new TraceError(
    `the function does different things in different traces: ${inWords(a)} in one, ` +
      `${inWords(b)} in another. A loop or an if may not depend on a named axis, on chance or on ` +
      `what changes between calls: give the axis a fixed size, or use operations on the whole axis`,
  );
}

function unexplained(
  numbers: readonly number[],
  what: string,
  site: Error | undefined,
): TraceError {
  return new TraceError(
    `${what} differs from one trace to the next${calledAt(site)}, and the named axes ` +
      `don't explain it: got ${numbers.join(", ")}. If it is random or counts calls, ` +
      `pass it as an input; if it rounds a size, give that axis a fixed size`,
  );
}
