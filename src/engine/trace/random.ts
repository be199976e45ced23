/**
 * The kernel of random numbers, StatelessUniform, as operations of a graph: the same steps as in
 * kernels/stateless-uniform.ts, on lists instead of single numbers.
 *
 * Whole numbers wrap around in ONNX Runtime's int32 on every device. Only the last steps run over
 * the whole result; the mixing before is done for its rows and columns, and for many calls at once.
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
  const salt = settings["salt"] as number;
  // A vector has as many columns as numbers, so mixing for others would cost more than it saves.
  const length = shape.length > 1 ? BLOCK : 1;
  const place = ((salt % length) + length) % length;
  const salts = Array.from({ length }, (_, i) => salt - place + i);
  const block = mixedBlock(graph, inputs["key"]!, salts, [rows, columns]);
  const own = (values: Value) => {
    const settings = { shape: values.shape.slice(1), dtype: values.dtype };
    return graph.add("Gather", [values, graph.scalar(place, "int32")], settings, { axis: 0 });
  };

  const product = multiply(graph, own(block.rows), own(block.factors));
  const hash = add(graph, product, own(block.terms)); // [rows, columns]
  const shift = graph.scalar(HASH.shift, "int32");
  const whole = cast(graph, elementwise(graph, "Div", hash, shift), "float32");
  const scaled = multiply(graph, whole, graph.scalar(HASH.scale, "float32"));
  return reshape(graph, add(graph, scaled, graph.scalar(0.5, "float32")), shape);
}

/**
 * Salts whose numbers are mixed together. What is mixed for others than the call's own is most
 * often wanted by the next call (a mask of the same shape, in the next layer), and else is lost:
 * little, beside rows × columns numbers with 100 columns or more.
 */
const BLOCK = 16;

interface Block {
  /** [S, rows, 1] for S salts */
  rows: Value;
  /** m and c of the columns, [S, columns] each. */
  factors: Value;
  terms: Value;
}

/**
 * What rows and columns come to under each of the salts. All calls of a block write down the
 * same operations, which then stand in the graph once. (They aren't kept by shape here: two shapes
 * may be equal in one trace and differ in the next.)
 */
function mixedBlock(
  graph: Graph,
  key: Value,
  salts: readonly number[],
  [rows, columns]: readonly [number, number],
): Block {
  const { base, stride } = mixedKeys(graph, key, salts);
  const places = range(graph, -2 * columns, rows, 1, "int32");
  const mixed = mix(graph, add(graph, multiply(graph, places, stride), base));
  const [factors, terms, own] = parts(graph, mixed, 1, [columns, columns, rows]);
  return {
    rows: reshape(graph, own!, [salts.length, rows, 1]),
    factors: odd(graph, factors!),
    terms: terms!,
  };
}

interface MixedKeys {
  /** b, [S, 1] */
  base: Value;
  /** 2g + 1, [S, 1] */
  stride: Value;
}

/** By key and salts: no size of an axis is in them, so they are the same in all traces. */
const knownKeys = new WeakMap<Value, Map<string, MixedKeys>>();

/** What the key and each of the salts come to. */
function mixedKeys(graph: Graph, key: Value, salts: readonly number[]): MixedKeys {
  const known = knownKeys.get(key) ?? new Map<string, MixedKeys>();
  knownKeys.set(key, known);
  const name = String(salts);
  const keys = known.get(name) ?? mixKeys(graph, key, salts);
  known.set(name, keys);
  return keys;
}

function mixKeys(graph: Graph, key: Value, salts: readonly number[]): MixedKeys {
  const pair = (values: readonly number[]) => graph.array(values, [2, 1], "int32");
  let state = pair(HASH.start);
  for (let word = 0; word < key.shape[0]!; word++) {
    const spread = multiply(graph, slice(graph, key, [word], [1]), pair(HASH.word));
    state = mix(graph, add(graph, state, spread));
  }
  const spread = HASH.salt.flatMap((factor) => salts.map((each) => Math.imul(each, factor)));
  const mixed = mix(graph, add(graph, state, graph.array(spread, [2, salts.length], "int32")));
  const column = (x: Value) => reshape(graph, x, [salts.length, 1]);
  const [base, step] = parts(graph, mixed, 0, [1, 1]).map(column);
  return { base: base!, stride: odd(graph, step!) };
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
