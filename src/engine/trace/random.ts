/**
 * The kernel of random numbers, StatelessUniform, as operations of a graph: the same steps as in
 * kernels/stateless-uniform.ts, on lists instead of single numbers.
 *
 * Whole numbers wrap around in ONNX Runtime's int32 on every device. Only the last steps run over
 * the whole result; the mixing before is done for its rows and columns.
 */
import { HASH, rowsAndColumns, STATELESS_UNIFORM } from "../kernels/stateless-uniform";
import { add, multiply } from "./arithmetic";
import type { Graph, Value } from "./graph";
import type { KernelCall, KernelTable } from "./kernel";
import { cast, elementwise, reshape } from "./rewrite";
import { parts, range, slice } from "./shapes";

export const RANDOM: KernelTable = { [STATELESS_UNIFORM]: statelessUniform };

function statelessUniform({ graph, inputs, settings }: KernelCall): Value {
  const shape = settings["shape"] as number[];
  const [rows, columns] = rowsAndColumns(shape);
  const number = (value: number) => graph.scalar(value, "int32");

  const { base, step } = mixedKey(graph, inputs["key"]!, settings["salt"] as number);
  const stride = odd(graph, step);
  const places = range(graph, -2 * columns, rows, 1, "int32");
  const mixed = mix(graph, add(graph, multiply(graph, places, stride), base));
  const [factors, terms, own] = parts(graph, mixed, 0, [columns, columns, rows]);
  const a = reshape(graph, own!, [rows, 1]);

  const hash = add(graph, multiply(graph, a, odd(graph, factors!)), terms!); // [rows, columns]
  const whole = cast(graph, elementwise(graph, "Div", hash, number(HASH.shift)), "float32");
  const scaled = multiply(graph, whole, graph.scalar(HASH.scale, "float32"));
  return reshape(graph, add(graph, scaled, graph.scalar(0.5, "float32")), shape);
}

/** Salts whose keys are mixed together. */
const BLOCK = 64;

/**
 * What the key [K] and the salt come to, [1] int32 each. It is computed for a block of salts at
 * once: these operations are the same for all calls with one key, and so stand in the graph once.
 */
function mixedKey(graph: Graph, key: Value, salt: number): { base: Value; step: Value } {
  const pair = (values: readonly number[]) => graph.array(values, [2, 1], "int32");
  let state = pair(HASH.start);
  for (let word = 0; word < key.shape[0]!; word++) {
    const spread = multiply(graph, slice(graph, key, [word], [1]), pair(HASH.word));
    state = mix(graph, add(graph, state, spread));
  }
  const place = ((salt % BLOCK) + BLOCK) % BLOCK;
  const salts = Array.from({ length: BLOCK }, (_, i) => salt - place + i);
  const spread = HASH.salt.flatMap((factor) => salts.map((each) => Math.imul(each, factor)));
  const mixed = mix(graph, add(graph, state, graph.array(spread, [2, BLOCK], "int32")));
  const flat = reshape(graph, mixed, [2 * BLOCK]);
  return {
    base: slice(graph, flat, [place], [1]),
    step: slice(graph, flat, [BLOCK + place], [1]),
  };
}

function mix(graph: Graph, number: Value): Value {
  const fold = (x: Value) =>
    add(graph, x, elementwise(graph, "Div", x, graph.scalar(HASH.fold, "int32")));
  let x = permute(graph, multiply(graph, number, graph.scalar(HASH.spread, "int32")));
  x = permute(graph, fold(x));
  return permute(graph, fold(x));
}

function permute(graph: Graph, x: Value): Value {
  return multiply(graph, x, odd(graph, x));
}

/** 2x + 1 */
function odd(graph: Graph, x: Value): Value {
  return add(graph, add(graph, x, x), graph.scalar(1, "int32"));
}
