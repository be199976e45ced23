/**
 * Kernels of matrix products.
 *
 * ONNX' MatMul doesn't transpose; Gemm does, for two matrices of real numbers. With more axes a
 * Transpose goes before, which ONNX Runtime takes into its own product when it loads the graph.
 */
import { add } from "./arithmetic";
import { broadcastShape, type Graph, type Value } from "./graph";
import type { KernelTable } from "./kernel";
import { map } from "./rewrite";
import { transpose } from "./shapes";

export const PRODUCTS: KernelTable = {
  BatchMatMul: ({ graph, inputs, settings }) =>
    product(graph, inputs["a"]!, inputs["b"]!, {
      transposeA: settings["transposeA"] === true,
      transposeB: settings["transposeB"] === true,
    }),
  _FusedMatMul: ({ graph, inputs, settings }) => {
    const plain = product(graph, inputs["a"]!, inputs["b"]!, {
      transposeA: settings["transposeA"] === true,
      transposeB: settings["transposeB"] === true,
    });
    const bias = inputs["bias"];
    const sum = bias === undefined ? plain : add(graph, plain, bias);
    const activation = (settings["activation"] as string | undefined) ?? "linear";
    const op = ACTIVATIONS[activation];
    if (op === undefined) {
      throw new RangeError(`fused.matMul: the kernel table has no activation "${activation}"`);
    }
    return op === "" ? sum : map(graph, op, sum);
  },
  Einsum: ({ graph, inputs, settings }) => {
    const items = Object.keys(inputs)
      .sort((a, b) => Number(a) - Number(b))
      .map((key) => inputs[key]!);
    const equation = (settings["equation"] as string).replace(/\s/g, "");
    const [from, to] = equation.split("->") as [string, string];
    const sizes = new Map<string, number>();
    from.split(",").forEach((letters, i) => {
      [...letters].forEach((letter, axis) => sizes.set(letter, items[i]!.shape[axis]!));
    });
    const shape = [...to].map((letter) => sizes.get(letter)!);
    return graph.add("Einsum", items, { shape, dtype: items[0]!.dtype }, { equation });
  },
};

const ACTIVATIONS: Record<string, string> = {
  linear: "",
  relu: "Relu",
  elu: "Elu",
  sigmoid: "Sigmoid",
  tanh: "Tanh",
};

interface Transposes {
  transposeA: boolean;
  transposeB: boolean;
}

function product(graph: Graph, a: Value, b: Value, { transposeA, transposeB }: Transposes): Value {
  const rows = a.shape[a.shape.length - (transposeA ? 1 : 2)]!;
  const columns = b.shape[b.shape.length - (transposeB ? 2 : 1)]!;
  const batch = broadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const typed = { shape: [...batch, rows, columns], dtype: a.dtype };
  const isPlain = !transposeA && !transposeB;
  const areMatrices = a.shape.length === 2 && b.shape.length === 2;
  if (!isPlain && areMatrices && a.dtype === "float32") {
    return graph.add("Gemm", [a, b], typed, { transA: +transposeA, transB: +transposeB });
  }
  const left = transposeA ? swapLastTwo(graph, a) : a;
  const right = transposeB ? swapLastTwo(graph, b) : b;
  return graph.add("MatMul", [left, right], typed);
}

function swapLastTwo(graph: Graph, x: Value): Value {
  const axes = x.shape.map((_, axis) => axis);
  const last = axes.length - 1;
  return transpose(graph, x, [...axes.slice(0, -2), last, last - 1]);
}
