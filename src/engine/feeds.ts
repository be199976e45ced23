/**
 * What is handed to a compiled function, checked before anything is computed with it: inputs at
 * each run, and a state that replaces the one inside.
 */
import { inWords } from "../core/check";
import type * as tf from "../core/tf";
import { readFeed, type Feed, type HostArray, type HostType } from "./host-array";
import type { CompileDevice } from "./session";
import type { InputSpecs } from "./trace/trace-function";

export type Axes = Readonly<Record<string, { max?: number }>>;

/** These use a size of 0 without looking (ONNX Runtime 1.30): the whole process would end. */
const CRASHES_WHEN_EMPTY: Readonly<Record<CompileDevice, readonly string[]>> = {
  cpu: ["TopK"],
  webgpu: ["TopK", "ScatterND"],
  cuda: ["TopK"],
};

export interface FeedLimits {
  axes: Axes;
  /** Of the compiled graph. Default none: an eager function has none that crash. */
  operations?: readonly string[];
  /** Where the graph runs. */
  device?: CompileDevice;
}

export interface ArrayType {
  readonly dtype: HostType;
  readonly shape: readonly number[];
}

/**
 * What a run is fed, checked against what was declared.
 *
 * @throws RangeError naming the axis, TypeError for another type of values
 */
export async function checkedFeeds(
  feeds: Readonly<Record<string, Feed>>,
  inputs: InputSpecs,
  { axes, operations = [], device = "cpu" }: FeedLimits,
): Promise<Record<string, HostArray>> {
  const names = Object.keys(inputs);
  const unknown = Object.keys(feeds ?? {}).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`run: there is no input ${unknown}; declared: ${names.join(", ")}`);
  }
  const crashing = operations.find((op) => CRASHES_WHEN_EMPTY[device].includes(op));
  const arrays: Record<string, HostArray> = {};
  const sizes = new Map<string, { size: number; from: string }>();
  for (const [name, { dtype, shape }] of Object.entries(inputs)) {
    const feed = feeds?.[name];
    if (feed === undefined) throw new RangeError(`run: input ${name} is missing`);
    const array = await readFeed("run", name, feed, dtype as HostType);
    const isRank = array.shape.length === shape.length;
    if (!isRank) {
      throw new RangeError(`run: ${name} must have shape [${shape}], got [${array.shape}]`);
    }
    shape.forEach((axis, i) => {
      const size = array.shape[i]!;
      const known = typeof axis === "string" ? sizes.get(axis)?.size : axis;
      const max = typeof axis === "string" ? (axes[axis]?.max ?? Infinity) : Infinity;
      const from = typeof axis === "string" ? sizes.get(axis)?.from : undefined;
      if (size > max || (known !== undefined && known !== size)) {
        const wanted = known === undefined ? `at most ${max}` : `${known}`;
        throw new RangeError(
          `run: axis ${i}${typeof axis === "string" ? ` (${axis})` : ""} of ${name} must have ` +
            `size ${wanted}${from === undefined ? "" : `, as in ${from}`}, got [${array.shape}]`,
        );
      }
      if (size === 0 && crashing !== undefined) {
        throw new RangeError(
          `run: axis ${i} of ${name} is empty, which ONNX Runtime's ${crashing} can't take ` +
            `on ${device}, got [${array.shape}]`,
        );
      }
      if (typeof axis === "string") sizes.set(axis, { size, from: name });
    });
    arrays[name] = array;
  }
  return arrays;
}

/**
 * A whole new state, checked against the first one.
 *
 * @throws RangeError saying all that doesn't fit: what is missing, unknown, of another shape
 */
export async function checkedState(
  state: Readonly<Record<string, tf.Tensor | HostArray>>,
  declared: ReadonlyMap<string, ArrayType>,
): Promise<Record<string, HostArray>> {
  if (typeof state !== "object" || state === null) {
    throw new TypeError(`writeState: the state must be arrays by name, got ${inWords(state)}`);
  }
  const names = [...declared.keys()];
  const missing = names.filter((name) => state[name] === undefined);
  const unknown = Object.keys(state).filter((name) => !declared.has(name));
  const common = names.filter((name) => state[name] !== undefined);
  const misfits = common.flatMap((name) => misfit(name, state[name]!, declared.get(name)!));
  const wrong = [
    ...(missing.length > 0 ? [`${someOf(missing)} missing`] : []),
    ...(unknown.length > 0 ? [`${someOf(unknown)} unknown here`] : []),
    ...(misfits.length > 0 ? [someOf(misfits)] : []),
  ];
  if (wrong.length > 0) {
    throw new RangeError(
      `writeState: this is the state of another function: ${wrong.join("; ")}. ` +
        `This one's state: ${someOf(names, 8)}. Nothing was replaced`,
    );
  }
  const arrays: Record<string, HostArray> = {};
  for (const [name, { dtype, shape }] of declared) {
    const array = await readFeed("writeState", name, state[name]!, dtype);
    // A bare number has a shape only now.
    if (String(array.shape) !== String(shape)) {
      throw new RangeError(
        `writeState: ${name} must have shape [${shape}], got [${array.shape}]. ` +
          "Nothing was replaced",
      );
    }
    arrays[name] = array;
  }
  return arrays;
}

/** What is wrong with one tensor, if its type and shape are there to be looked at. */
function misfit(name: string, given: tf.Tensor | HostArray, { dtype, shape }: ArrayType): string[] {
  if (!Array.isArray(given?.shape)) return []; // for readFeed to refuse
  const isSame = String(given.shape) === String(shape) && (given.dtype ?? dtype) === dtype;
  if (isSame) return [];
  return [`${name} is ${given.dtype} [${given.shape}] and not ${dtype} [${shape}]`];
}

function someOf(names: readonly string[], count: number = 3): string {
  if (names.length === 0) return "none";
  const more = names.length > count ? ` and ${names.length - count} more` : "";
  return names.slice(0, count).join(", ") + more;
}
