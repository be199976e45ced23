/**
 * Checks of what callers hand in, made once, at the edge of each public function.
 *
 * Every message has the same shape, "function: what is wrong, got X", so that a learner who reads
 * only the last line still knows where to look.
 */

/** The part of a tensor that the checks need; tensors of every device have it. */
export interface Shaped {
  readonly shape: readonly number[];
}

export interface IntegerRange {
  /** Default: no lower limit. */
  min?: number;
  /** Default: no upper limit. */
  max?: number;
}

/** Each named value is a whole number within the range, or a RangeError says which is not. */
export function assertInteger(
  caller: string,
  values: Record<string, number>,
  { min = -Infinity, max = Infinity }: IntegerRange = {},
): void {
  for (const [name, value] of Object.entries(values)) {
    if (Number.isInteger(value) && value >= min && value <= max) continue;
    throw new RangeError(
      `${caller}: ${name} must be a whole number${rangeInWords(min, max)}, got ${inWords(value)}`,
    );
  }
}

/** Each named value is a finite number above 0. */
export function assertPositive(caller: string, values: Record<string, number>): void {
  for (const [name, value] of Object.entries(values)) {
    if (Number.isFinite(value) && value > 0) continue;
    throw new RangeError(`${caller}: ${name} must be above 0, got ${inWords(value)}`);
  }
}

/** Each named value is a number from min to max, both included. */
export function assertBetween(
  caller: string,
  values: Record<string, number>,
  min: number,
  max: number,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "number" && value >= min && value <= max) continue;
    throw new RangeError(
      `${caller}: ${name} must be between ${min} and ${max}, got ${inWords(value)}`,
    );
  }
}

/** The value is an array of strings: the commonest slip is to pass one string, not a list. */
export function assertStrings(caller: string, name: string, value: unknown): void {
  if (!Array.isArray(value)) {
    throw new TypeError(`${caller}: ${name} must be an array of strings, got ${inWords(value)}`);
  }
  const wrong = value.findIndex((item) => typeof item !== "string");
  if (wrong >= 0) {
    throw new TypeError(
      `${caller}: ${name}[${wrong}] must be a string, got ${inWords(value[wrong])}`,
    );
  }
}

/** All named tensors have one shape. */
export function assertSameShape(caller: string, tensors: Record<string, Shaped>): void {
  const shapes = Object.entries(tensors).map(([name, { shape }]) => `${name} [${shape}]`);
  const distinct = new Set(Object.values(tensors).map(({ shape }) => String(shape)));
  if (distinct.size > 1) {
    throw new RangeError(`${caller}: shapes must be equal, got ${shapes.join(", ")}`);
  }
}

/** The tensor has this many axes. */
export function assertRank(caller: string, name: string, tensor: Shaped, rank: number): void {
  if (tensor.shape.length !== rank) {
    const axes = `${rank} ${rank === 1 ? "axis" : "axes"}`;
    throw new RangeError(`${caller}: ${name} must have ${axes}, got shape [${tensor.shape}]`);
  }
}

/** A value as it should stand in an error message: short, and telling "2" from 2. */
export function inWords(value: unknown): string {
  if (typeof value === "string") {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  }
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) {
    return `an object of type ${value.constructor?.name ?? "Object"}`;
  }
  return String(value);
}

function rangeInWords(min: number, max: number): string {
  if (min > -Infinity && max < Infinity) return ` from ${min} to ${max}`;
  if (min > -Infinity) return ` of at least ${min}`;
  if (max < Infinity) return ` of at most ${max}`;
  return "";
}
