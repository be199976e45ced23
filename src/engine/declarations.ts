/**
 * Checks of what a caller declares of a function to be traced: inputs, state, constants, axes.
 */
import { inWords } from "../core/check";
import * as tf from "../core/tf";
import type { InputSpecs, TensorMap } from "./trace/trace-function";

export interface Declarations {
  inputs: InputSpecs;
  state: TensorMap;
  constants: TensorMap;
  axes: Readonly<Record<string, { max?: number }>>;
}

/** @param extraTypes input types beside float32, int32 and bool. Default none */
export function checkDeclarations(
  caller: string,
  { inputs, state, constants, axes }: Declarations,
  extraTypes: readonly string[] = [],
): void {
  if (typeof inputs !== "object" || inputs === null) {
    throw new TypeError(`${caller}: inputs must be an object of names, got ${inWords(inputs)}`);
  }
  const types = ["float32", "int32", "bool", ...extraTypes];
  const axisNames = new Set<string>();
  for (const [name, spec] of Object.entries(inputs)) {
    checkName(caller, name);
    if (!types.includes(spec?.dtype)) {
      throw new RangeError(
        `${caller}: input ${name} must have dtype ${types.join(", ")}, got ${inWords(spec?.dtype)}`,
      );
    }
    if (!Array.isArray(spec.shape)) {
      throw new TypeError(`${caller}: input ${name} needs a shape, got ${inWords(spec.shape)}`);
    }
    for (const axis of spec.shape) {
      const isName = typeof axis === "string" && /^[A-Za-z_]\w*$/.test(axis);
      if (isName) axisNames.add(axis);
      else if (!(Number.isInteger(axis) && (axis as number) >= 0)) {
        throw new RangeError(
          `${caller}: an axis of input ${name} must be a size or a name such as "B", ` +
            `got ${inWords(axis)}`,
        );
      }
    }
  }
  for (const [name, tensor] of Object.entries({ ...constants, ...state })) {
    checkName(caller, name);
    if (!(tensor instanceof tf.Tensor)) {
      throw new TypeError(`${caller}: ${name} must be a tensor, got ${inWords(tensor)}`);
    }
    if (tensor.isDisposed) throw new TypeError(`${caller}: tensor ${name} is disposed`);
    if (!["float32", "int32", "bool"].includes(tensor.dtype)) {
      throw new RangeError(`${caller}: ${name} must be a tensor of numbers, got ${tensor.dtype}`);
    }
  }
  for (const axis of Object.keys(axes)) {
    if (axisNames.has(axis)) continue;
    const known = [...axisNames].join(", ") || "none";
    throw new RangeError(`${caller}: no input has axis ${axis}; named axes: ${known}`);
  }
}

/** A colon marks the names that the graph makes for itself. */
function checkName(caller: string, name: string): void {
  if (name === "" || name.includes(":")) {
    throw new RangeError(`${caller}: a name may not be empty or hold a colon, got "${name}"`);
  }
}
