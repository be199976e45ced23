/**
 * Mixed precision: products of matrices in float16, everything else in float32.
 *
 *   y = x·w   becomes   y = float32(float16(x)·float16(w))
 *
 * A product reads each number many times, so there half the bytes count, and GPUs have units that
 * multiply float16 several times faster. Sums, exponentials, norms and the weights themselves keep
 * float32: float16 has 11 bits, and ends at 65,504 above and 6e-8 below, which gradients reach (see
 * src/training/loss-scaling.ts).
 *
 * Micikevicius et al. 2018, "Mixed precision training", sections 3.1 and 3.3.
 */
import { toHalf } from "../core/safetensors-dtypes";
import type { OnnxConstant, OnnxModel, OnnxNode, OnnxType, OnnxValue } from "./onnx-file";

const PRODUCTS: readonly string[] = ["MatMul", "Gemm"];

/** Move numbers without computing, so they may take either type; how many inputs are data. */
const MOVES: Readonly<Record<string, number>> = {
  ...{ Reshape: 1, Transpose: 1, Slice: 1, Squeeze: 1, Unsqueeze: 1, Expand: 1, Identity: 1 },
  Concat: Infinity,
};

const CAST_CODES = { float32: 1, float16: 10 } as const;

/**
 * The same model, its products of float32 matrices in float16.
 *
 * @param isImitated for a CPU, which has no such products: the numbers are rounded as float16 would
 *        be, and multiplied as float32. Left alone, ONNX Runtime would take the rounding out again.
 */
export function toMixedPrecision(model: OnnxModel, isImitated: boolean): OnnxModel {
  return new HalfProducts(model, isImitated).run();
}

class HalfProducts {
  private readonly nodes: OnnxNode[] = [];
  private readonly values: OnnxValue[];
  private readonly known = new Map<string, OnnxValue | OnnxConstant>();
  private readonly constants = new Map<string, OnnxConstant>();
  /** float32 values that exist as float16 too, and under which name. */
  private readonly halves = new Map<string, string>();
  /** Those of them that exist as float16 only, as yet. */
  private readonly onlyHalf = new Set<string>();

  constructor(
    private readonly model: OnnxModel,
    private readonly isImitated: boolean,
  ) {
    const { inputs, outputs, constants, between = [] } = model;
    this.values = [...between];
    for (const value of [...inputs, ...outputs, ...between, ...constants]) {
      this.known.set(value.name, value);
    }
    for (const constant of constants) this.constants.set(constant.name, constant);
  }

  run(): OnnxModel {
    for (const node of this.model.nodes) this.rewrite(node);
    for (const { name } of this.model.outputs) this.full(name);
    const used = new Set(this.nodes.flatMap(({ inputs }) => inputs));
    const constants = [...this.constants.values()].filter(({ name }) => used.has(name));
    return { ...this.model, nodes: this.nodes, constants, between: this.values };
  }

  private rewrite(node: OnnxNode): void {
    const { op, inputs, outputs } = node;
    const isReal = (name: string) => this.known.get(name)?.dtype === "float32";
    const data = inputs.slice(0, MOVES[op] ?? inputs.length);
    const rest = inputs.slice(data.length).map((name) => this.full(name));
    const isProduct = PRODUCTS.includes(op) && [...data, ...outputs].every(isReal);
    const isMove = op in MOVES && data.every((name) => this.onlyHalf.has(name));
    if (isProduct || isMove) {
      const [name] = outputs as [string];
      const half = this.halfName(name);
      const given = [...data.map((input) => this.half(input)), ...rest];
      this.addRounded({ ...node, inputs: given, outputs: [half] });
      this.onlyHalf.add(name);
    } else {
      const given = [...data.map((input) => this.full(input)), ...rest];
      this.nodes.push({ ...node, inputs: given });
    }
  }

  /** The value's name as float32. */
  private full(name: string): string {
    if (this.onlyHalf.delete(name)) this.cast(this.halves.get(name)!, name, "float32");
    return name;
  }

  /** The value's name as float16: a constant is stored so, another value converted once. */
  private half(name: string): string {
    const before = this.halves.get(name);
    if (before !== undefined) return before;
    const half = this.halfName(name);
    const constant = this.constants.get(name);
    if (constant === undefined) this.cast(name, half, "float16");
    else {
      const data = toHalf(constant.data as Float32Array);
      this.constants.set(half, { ...constant, name: half, dtype: "float16", data });
    }
    return half;
  }

  private halfName(name: string): string {
    const half = `${name}:float16`;
    this.halves.set(name, half);
    const value = this.known.get(name);
    if (value !== undefined && !this.constants.has(name)) {
      this.values.push({ name: half, dtype: "float16", shape: value.shape });
    }
    return half;
  }

  private cast(from: string, to: string, type: OnnxType & keyof typeof CAST_CODES): void {
    const attributes = { to: CAST_CODES[type] };
    const node = { op: "Cast", inputs: [from], outputs: [to], attributes };
    if (type === "float16") this.addRounded(node);
    else this.nodes.push(node);
  }

  /** A node that gives float16; where that is imitated, a copy of it that isn't optimized away. */
  private addRounded(node: OnnxNode): void {
    const [to] = node.outputs as [string];
    const isSafe = !this.isImitated || node.op in MOVES;
    if (isSafe) return void this.nodes.push(node);
    const rounded = `${to}:rounded`;
    this.nodes.push({ ...node, outputs: [rounded] });
    this.nodes.push({ op: "Concat", inputs: [rounded], outputs: [to], attributes: { axis: 0 } });
  }
}
