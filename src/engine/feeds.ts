/**
 * What is handed to a compiled function, checked before anything is computed with it: inputs at
 * each run, and a state that replaces the one inside.
 */
import type * as tf from "../core/tf";
import { readFeed, type Feed, type HostArray, type HostType } from "./host-array";
import type { InputSpecs } from "./trace/trace-function";

export type Axes = Readonly<Record<string, { max?: number }>>;

/** These divide by a size without looking (ONNX Runtime 1.30): the whole process would end. */
const CRASHES_WHEN_EMPTY: readonly string[] = ["TopK"];

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
  { axes, operations }: { axes: Axes; operations: readonly string[] },
): Promise<Record<string, HostArray>> {
  const names = Object.keys(inputs);
  const unknown = Object.keys(feeds ?? {}).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`run: there is no input ${unknown}; declared: ${names.join(", ")}`);
  }
  const crashing = operations.find((op) => CRASHES_WHEN_EMPTY.includes(op));
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
          `run: axis ${i} of ${name} is empty, which ONNX Runtime's ${crashing} can't take, ` +
            `got [${array.shape}]`,
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
 * @throws RangeError where a name is missing, unknown or of another shape
 */
export async function checkedState(
  state: Readonly<Record<string, tf.Tensor | HostArray>>,
  declared: ReadonlyMap<string, ArrayType>,
): Promise<Record<string, HostArray>> {
  const names = [...declared.keys()];
  const unknown = Object.keys(state).find((name) => !declared.has(name));
  const missing = names.find((name) => state[name] === undefined);
  if (unknown !== undefined || missing !== undefined) {
    const wrong = unknown === undefined ? `${missing} is missing` : `there is no ${unknown}`;
    throw new RangeError(`writeState: ${wrong}; this function's state: ${names.join(", ")}`);
  }
  const arrays: Record<string, HostArray> = {};
  for (const [name, { dtype, shape }] of declared) {
    arrays[name] = await readFeed("writeState", name, state[name]!, dtype);
    if (String(arrays[name]!.shape) !== String(shape)) {
      throw new RangeError(
        `writeState: ${name} must have shape [${shape}], got [${arrays[name]!.shape}]`,
      );
    }
  }
  return arrays;
}
