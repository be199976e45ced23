/**
 * Puts an ONNX graph together: names, constants used once, equal operations merged, sizes computed
 * from the inputs' shapes, and at the end only what the outputs need.
 */
import type { OnnxConstant, OnnxModel, OnnxNode, OnnxValue } from "../onnx-file";
import type { SizeFormula } from "../symbolic-axes";
import { sizeOf, type Attributes, type GraphType, type Shape } from "./graph";

export interface OnnxOutput extends OnnxValue {
  /** The value that it gives out. */
  readonly from: string;
}

/** Up to this many elements a constant is written out; larger fills are spread in the graph. */
const MAX_WRITTEN_FILL = 64;

const CAST_CODES: Record<GraphType, number> = { float32: 1, int32: 6, int64: 7, bool: 9 };

export class OnnxBuilder {
  private readonly nodes: OnnxNode[] = [];
  private readonly constants = new Map<string, OnnxConstant>();
  private readonly merged = new Map<string, string[]>();
  private readonly shapes = new Map<string, OnnxValue>();
  private count = 0;

  constructor(private readonly inputs: readonly OnnxValue[]) {}

  /** Adds an operation, or finds the equal one; the names of its outputs. All are pure. */
  node(op: string, inputs: readonly string[], attributes: Attributes, outputs: number): string[] {
    const key = JSON.stringify([op, inputs, attributes]);
    const before = this.merged.get(key);
    if (before !== undefined) return before;
    const names = Array.from({ length: outputs }, () => this.newName());
    this.nodes.push({ op, inputs, outputs: names, attributes });
    this.merged.set(key, names);
    return names;
  }

  /** An operation with one output. */
  one(op: string, inputs: readonly string[], attributes: Attributes = {}): string {
    return this.node(op, inputs, attributes, 1)[0]!;
  }

  /**
   * Says what shape an operation's output has. ONNX Runtime finds out by itself, but gives each
   * size that it can't follow a new name, for which it searches among all names; and it reuses
   * memory only between values whose sizes have equal names.
   */
  describe(name: string, shape: readonly SizeFormula[], dtype: GraphType): void {
    if (!this.shapes.has(name)) this.shapes.set(name, { name, dtype, shape: namedShape(shape) });
  }

  constant(values: readonly number[], shape: Shape, dtype: GraphType): string {
    // -0 would read as 0 in text.
    const text = values.map((value) => (Object.is(value, -0) ? "-0" : value)).join();
    const key = `${dtype} [${shape}] ${text}`;
    const before = this.constants.get(key);
    if (before !== undefined) return before.name;
    const name = this.newName();
    this.constants.set(key, { name, dtype, shape, data: toData(values, dtype) });
    return name;
  }

  /** One number spread over a shape, either of which may depend on the axes. */
  fill(value: SizeFormula, shape: readonly SizeFormula[], dtype: GraphType): string {
    const isFixed = shape.every(({ terms }) => terms.length === 0);
    const sizes = shape.map(({ constant }) => constant);
    if (isFixed && value.terms.length === 0 && sizeOf(sizes) <= MAX_WRITTEN_FILL) {
      return this.constant(Array<number>(sizeOf(sizes)).fill(value.constant), sizes, dtype);
    }
    const scalar =
      value.terms.length === 0
        ? this.constant([value.constant], [], dtype)
        : this.one("Squeeze", [this.formula(value, dtype), this.constant([0], [1], "int64")]);
    if (shape.length === 0) return scalar;
    return this.one("Expand", [scalar, this.sizes(shape)]);
  }

  /** A shape as a value. */
  private sizes(shape: readonly SizeFormula[]): string {
    if (shape.every(({ terms }) => terms.length === 0)) {
      const sizes = shape.map(({ constant }) => constant);
      return this.constant(sizes, [sizes.length], "int64");
    }
    const parts = shape.map((formula) => this.formula(formula, "int64"));
    return parts.length === 1 ? parts[0]! : this.one("Concat", parts, { axis: 0 });
  }

  /** A formula's value as a list of one number. */
  formula({ constant, terms }: SizeFormula, dtype: GraphType): string {
    // Whole numbers are computed as such: float32 would round sizes above 2^24.
    const inner: GraphType = dtype === "float32" ? "float32" : "int64";
    const number = (value: number) => this.constant([value], [1], inner);
    let sum: string | undefined;
    for (const { factor, powers } of terms) {
      let product: string | undefined = factor === 1 ? undefined : number(factor);
      for (const [axis, exponent] of Object.entries(powers)) {
        const base = this.power(this.axisSize(axis, inner), Math.abs(exponent));
        if (exponent > 0) product = product ? this.one("Mul", [product, base]) : base;
        else product = this.one("Div", [product ?? number(1), base]);
      }
      sum = sum === undefined ? product! : this.one("Add", [sum, product!]);
    }
    if (sum === undefined) return this.constant([constant], [1], dtype);
    if (constant !== 0) sum = this.one("Add", [sum, number(constant)]);
    return dtype === inner ? sum : this.one("Cast", [sum], { to: CAST_CODES[dtype] });
  }

  private power(base: string, exponent: number): string {
    if (exponent === 0.5) return this.one("Sqrt", [base]);
    let product = base;
    for (let i = 1; i < exponent; i++) product = this.one("Mul", [product, base]);
    return product;
  }

  private axisSize(axis: string, dtype: GraphType): string {
    for (const { name, shape } of this.inputs) {
      const start = shape.indexOf(axis);
      if (start < 0) continue;
      const size = this.one("Shape", [name], { start, end: start + 1 });
      return dtype === "int64" ? size : this.one("Cast", [size], { to: CAST_CODES[dtype] });
    }
    throw new RangeError(`no input has axis ${axis}`); // the axes come from the inputs
  }

  /** The graph with what the outputs need; an output takes over the name of what it gives out. */
  finish(
    outputs: readonly OnnxOutput[],
    constants: readonly OnnxConstant[],
    metadata: Readonly<Record<string, string>> = {},
  ): OnnxModel {
    const makers = new Map<string, OnnxNode>();
    for (const node of this.nodes) for (const name of node.outputs) makers.set(name, node);
    const renamed = new Map<string, string>();
    const copies: OnnxNode[] = [];
    for (const { name, from } of outputs) {
      if (makers.has(from) && !renamed.has(from)) renamed.set(from, name);
      else copies.push({ op: "Identity", inputs: [from], outputs: [name], attributes: {} });
    }

    const needed = new Set<string>();
    const pending = outputs.map(({ from }) => from);
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      if (needed.has(name)) continue;
      needed.add(name);
      pending.push(...(makers.get(name)?.inputs ?? []));
    }
    const rename = (name: string) => renamed.get(name) ?? name;
    const kept = this.nodes.filter((node) => node.outputs.some((name) => needed.has(name)));
    const nodes = [...kept, ...copies].map((node) => ({
      ...node,
      inputs: node.inputs.map(rename),
      outputs: node.outputs.map(rename),
    }));
    return {
      nodes,
      constants: [...this.constants.values(), ...constants].filter(({ name }) => needed.has(name)),
      inputs: this.inputs.filter(({ name }) => !constants.some((fixed) => fixed.name === name)),
      outputs: outputs.map(({ name, dtype, shape }) => ({ name, dtype, shape })),
      between: [...this.shapes.values()].filter(
        ({ name }) => needed.has(name) && !renamed.has(name),
      ),
      metadata,
    };
  }

  /** A colon keeps clear of the names that callers choose. */
  private newName(): string {
    return `:${this.count++}`;
  }
}

/** Each size a number, or the formula that it follows, in words. */
export function namedShape(shape: readonly SizeFormula[]): (number | string)[] {
  return shape.map((size) => (size.terms.length === 0 ? size.constant : formulaInWords(size)));
}

/** "2*B*T + 1": names the axis of an output whose size follows from the inputs'. */
function formulaInWords({ constant, terms }: SizeFormula): string {
  const products = terms.map(({ factor, powers }) => {
    const axes = Object.entries(powers).map(([axis, exponent]) =>
      exponent === 1 ? axis : `${axis}^${exponent}`,
    );
    return [...(factor === 1 ? [] : [String(factor)]), ...axes].join("*");
  });
  return [...products, ...(constant === 0 ? [] : [String(constant)])].join(" + ");
}

function toData(values: readonly number[], dtype: GraphType): OnnxConstant["data"] {
  switch (dtype) {
    case "float32":
      return Float32Array.from(values);
    case "int32":
      return Int32Array.from(values);
    case "bool":
      return Uint8Array.from(values);
    case "int64":
      return BigInt64Array.from(values, (value) => BigInt(value));
  }
}
