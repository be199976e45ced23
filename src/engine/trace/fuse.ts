/**
 * Fusions on a finished graph: two patterns that ONNX Runtime computes in fewer passes over memory
 * when they are written another way. The numbers stay the same up to rounding.
 *
 *   A·B + c                              Gemm(A, B, c): the product is added to c in one pass
 *   x · (0.5·erf(x·√½) + 0.5), GELU      (0.5·x) · (1 + erf(x/√2)), which ONNX Runtime knows
 *
 * Only where nobody else asks for the values between: in a training step GELU's gradient does, and
 * so finds them computed.
 */
import type { OnnxConstant, OnnxModel, OnnxNode } from "../onnx-file";

export function fuse(model: OnnxModel): OnnxModel {
  return new Fusion(model).run();
}

/** Constants that a rewritten graph may need; a colon and a word are no other value's name. */
const NUMBERS = { ":one": 1, ":root2": Math.SQRT2 } as const;

class Fusion {
  private readonly nodes: (OnnxNode | undefined)[];
  /** Where in nodes a value is made. */
  private readonly places = new Map<string, number>();
  private readonly uses = new Map<string, number>();
  private readonly shapes = new Map<string, readonly (number | string)[]>();
  private readonly constants: Map<string, OnnxConstant>;

  constructor(private readonly model: OnnxModel) {
    this.nodes = [...model.nodes];
    this.constants = new Map(model.constants.map((constant) => [constant.name, constant]));
    this.nodes.forEach((node, i) => {
      for (const name of node!.outputs) this.places.set(name, i);
      for (const name of node!.inputs) this.uses.set(name, (this.uses.get(name) ?? 0) + 1);
    });
    // What is given out may not vanish.
    for (const { name } of model.outputs) this.uses.set(name, Infinity);
    for (const value of [...model.inputs, ...model.constants, ...(model.between ?? [])]) {
      this.shapes.set(value.name, value.shape);
    }
  }

  run(): OnnxModel {
    for (const [i, node] of this.model.nodes.entries()) {
      if (node.op === "Add") this.fuseBias(node, i);
      if (node.op === "Mul") this.fuseGelu(node);
    }
    const nodes = this.nodes.filter((node): node is OnnxNode => node !== undefined);
    const names = new Set(nodes.flatMap(({ outputs }) => outputs));
    const read = new Set(nodes.flatMap(({ inputs }) => inputs));
    const added = Object.entries(NUMBERS)
      .filter(([name]) => read.has(name))
      .map(([name, value]): OnnxConstant => {
        return { name, dtype: "float32", shape: [], data: Float32Array.of(value) };
      });
    return {
      ...this.model,
      nodes,
      constants: [...this.model.constants, ...added],
      between: this.model.between?.filter(({ name }) => names.has(name)),
    };
  }

  /** Gemm, then a row added: the row goes into the Gemm. */
  private fuseBias(add: OnnxNode, place: number): void {
    for (const [product, bias] of [add.inputs, [...add.inputs].reverse()] as [string, string][]) {
      const gemm = this.onlyFor(product, "Gemm");
      const [shape, biasShape] = [this.shapes.get(product), this.shapes.get(bias)];
      if (gemm?.inputs.length !== 2 || biasShape?.length !== 1) continue;
      if (shape?.[1] !== biasShape[0]) continue;
      this.nodes[this.places.get(product)!] = undefined;
      // Here rather than where the product was: by now the row has been computed, too.
      this.nodes[place] = { ...gemm, inputs: [...gemm.inputs, bias], outputs: add.outputs };
      return;
    }
  }

  private fuseGelu(mul: OnnxNode): void {
    const [x, below] = mul.inputs as [string, string];
    const shifted = this.onlyFor(below, "Add");
    if (!shifted || !this.isNumber(shifted.inputs[1]!, 0.5)) return;
    const scaled = this.onlyFor(shifted.inputs[0]!, "Mul");
    if (!scaled || !this.isNumber(scaled.inputs[1]!, 0.5)) return;
    const [erf, half] = scaled.inputs as [string, string];
    const inner = this.onlyFor(this.onlyFor(erf, "Erf")?.inputs[0], "Mul");
    if (inner?.inputs[0] !== x || !this.isNumber(inner.inputs[1]!, Math.SQRT1_2)) return;
    this.replace({ ...inner, op: "Div", inputs: [x, ":root2"] });
    this.replace({ ...scaled, inputs: [x, half] });
    this.replace({ ...shifted, inputs: [erf, ":one"] });
    this.replace({ ...mul, inputs: [scaled.outputs[0]!, below] });
  }

  /** Puts the node where its output was made before. */
  private replace(node: OnnxNode): void {
    this.nodes[this.places.get(node.outputs[0]!)!] = node;
  }

  /** What makes the value, if it is that operation, and nobody but one asks for the value. */
  private onlyFor(name: string | undefined, op: string): OnnxNode | undefined {
    const place = name === undefined ? undefined : this.places.get(name);
    const node = place === undefined ? undefined : this.nodes[place];
    return node?.op === op && this.uses.get(name!) === 1 ? node : undefined;
  }

  private isNumber(name: string, value: number): boolean {
    const constant = this.constants.get(name);
    if (constant?.dtype !== "float32" || constant.data.length !== 1) return false;
    return constant.data[0] === Math.fround(value);
  }
}
