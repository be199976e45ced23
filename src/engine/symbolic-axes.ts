/**
 * Axes whose size is left open: finding, from a few numbers, how each depends on the axes.
 *
 * A function is traced several times, each time with other sizes for its named axes. A number that
 * came out differently (a shape, the divisor of a mean) is looked for as
 *
 *   n = a·m1 + b·m2 + c      m1, m2: products of axes, such as B·T, T² or 1/B
 *
 * The sizes are distinct primes, so that no two such formulas agree by accident. Three traces fix
 * a, b and c; the further ones only check them. What no formula gives is refused.
 */

/** The axes' sizes in one trace. */
export type AxisSizes = Readonly<Record<string, number>>;

/** A product of axes with exponents, such as { B: 1, T: 2 }. */
export type Powers = Readonly<Record<string, number>>;

/** constant + Σ factor · Π axis^power */
export interface SizeFormula {
  readonly constant: number;
  readonly terms: readonly { readonly factor: number; readonly powers: Powers }[];
}

/** How many traces: three to find a formula, one more to check it. */
export const NUM_TRACES = 4;

/**
 * Sizes for each trace: primes, all different, so that 512 - T can't be taken for 512 - B.
 *
 * @param axes each axis' name and largest size; Infinity where it has none
 * @throws RangeError when a largest size leaves fewer than four primes
 */
export function chooseSizes(axes: Readonly<Record<string, number>>): AxisSizes[] {
  const chosen: Record<string, number[]> = {};
  // The axis with the least room chooses first.
  const names = Object.keys(axes).sort((a, b) => axes[a]! - axes[b]!);
  for (const name of names) {
    const max = axes[name]!;
    const others = Object.values(chosen);
    const isFree = (prime: number) => !others.some((taken) => taken.includes(prime));
    // From 11: small sizes such as 2 and 3 are likely to stand beside it as fixed ones.
    const free = [
      ...primes(11, Math.min(max, 1000)).filter(isFree),
      ...primes(2, Math.min(max, 10)).reverse().filter(isFree),
    ];
    const found = orders(free).find((order) => others.every((other) => areDistinct(order, other)));
    if (found === undefined) {
      throw new RangeError(
        `compile: axis ${name} with at most ${max} leaves too few sizes to try; ` +
          `give it a fixed size, or a larger maximum`,
      );
    }
    chosen[name] = found;
  }
  return Array.from({ length: NUM_TRACES }, (_, trace) =>
    Object.fromEntries(names.map((name) => [name, chosen[name]![trace]!])),
  );
}

/** Four neighbouring primes at a time, each time in a few orders, the smallest first. */
function orders(free: readonly number[]): number[][] {
  const found: number[][] = [];
  for (let start = 0; start + NUM_TRACES <= free.length; start++) {
    const [a, b, c, d] = free.slice(start, start + NUM_TRACES) as [number, number, number, number];
    found.push([a, b, c, d], [a, d, b, c], [c, a, d, b], [b, c, a, d], [d, c, b, a]);
  }
  return found;
}

/**
 * Whether two axes change differently from trace to trace. If one changed in step with the other,
 * a sum of the two could not be taken apart, and 512 - T would pass for 512 - B.
 */
function areDistinct(a: readonly number[], b: readonly number[]): boolean {
  const steps = (axis: readonly number[]) => axis.slice(1).map((size) => size - axis[0]!);
  const [[a1, a2, a3], [b1, b2, b3]] = [steps(a), steps(b)] as [number[], number[]];
  return a1! * b2! !== a2! * b1! && a1! * b3! !== a3! * b1! && a2! * b3! !== a3! * b2!;
}

/**
 * The formula that gives values[i] at sizes[i] for every i, or undefined if there is none.
 *
 * @param isWhole only whole numbers: sizes, positions. Otherwise float32 precision is enough.
 */
export function solveSizes(
  values: readonly number[],
  sizes: readonly AxisSizes[],
  isWhole: boolean,
): SizeFormula | undefined {
  if (values.every((value) => Object.is(value, values[0]))) {
    return { constant: values[0]!, terms: [] };
  }
  const candidates = monomials(Object.keys(sizes[0]!), isWhole);
  for (const powers of candidates) {
    const formula = proportional(values, sizes, powers);
    if (fits(formula, values, sizes, isWhole)) return formula;
  }
  for (const powers of candidates) {
    const formula = affine(values, sizes, powers, isWhole);
    if (formula !== undefined && fits(formula, values, sizes, isWhole)) return formula;
  }
  const simple = candidates.filter((powers) => degree(powers) <= 2 && isWhole);
  for (const [i, first] of simple.entries()) {
    for (const second of simple.slice(i + 1)) {
      const formula = twoTerms(values, sizes, first, second);
      if (formula !== undefined && fits(formula, values, sizes, isWhole)) return formula;
    }
  }
  return undefined;
}

export function evaluateFormula({ constant, terms }: SizeFormula, sizes: AxisSizes): number {
  return terms.reduce((sum, { factor, powers }) => sum + factor * power(powers, sizes), constant);
}

function fits(
  formula: SizeFormula,
  values: readonly number[],
  sizes: readonly AxisSizes[],
  isWhole: boolean,
): boolean {
  const numbers = [formula.constant, ...formula.terms.map(({ factor }) => factor)];
  if (!numbers.every((number) => Number.isFinite(number))) return false;
  if (isWhole && !numbers.every((number) => Number.isInteger(number))) return false;
  return values.every((value, trace) => {
    const error = Math.abs(evaluateFormula(formula, sizes[trace]!) - value);
    return isWhole ? error === 0 : error <= 5e-7 * Math.abs(value);
  });
}

function proportional(
  values: readonly number[],
  sizes: readonly AxisSizes[],
  powers: Powers,
): SizeFormula {
  const factor = values[0]! / power(powers, sizes[0]!);
  return { constant: 0, terms: [{ factor: nearestSimple(factor), powers }] };
}

/** A float32 that should have been 1 or 10000 is taken for it; others stay as they are. */
function nearestSimple(value: number): number {
  const rounded = Math.round(value);
  return rounded !== 0 && Math.abs(value - rounded) <= 3e-7 * Math.abs(value) ? rounded : value;
}

function affine(
  values: readonly number[],
  sizes: readonly AxisSizes[],
  powers: Powers,
  isWhole: boolean,
): SizeFormula | undefined {
  const [m0, m1] = [power(powers, sizes[0]!), power(powers, sizes[1]!)];
  const factor = (values[1]! - values[0]!) / (m1 - m0);
  const constant = values[0]! - factor * m0;
  // Among real numbers a slope and an offset explain too much to be trusted with odd powers.
  if (!isWhole && degree(powers) !== 1) return undefined;
  return { constant, terms: [{ factor, powers }] };
}

/** a·m1 + b·m2 + c through three points, by Cramer's rule on the differences. */
function twoTerms(
  values: readonly number[],
  sizes: readonly AxisSizes[],
  first: Powers,
  second: Powers,
): SizeFormula | undefined {
  const [x0, x1, x2] = sizes.slice(0, 3).map((at) => power(first, at)) as [number, number, number];
  const [y0, y1, y2] = sizes.slice(0, 3).map((at) => power(second, at)) as [number, number, number];
  const [dx1, dx2, dy1, dy2] = [x1 - x0, x2 - x0, y1 - y0, y2 - y0];
  const [dv1, dv2] = [values[1]! - values[0]!, values[2]! - values[0]!];
  const determinant = dx1 * dy2 - dx2 * dy1;
  if (determinant === 0) return undefined;
  const a = (dv1 * dy2 - dv2 * dy1) / determinant;
  const b = (dx1 * dv2 - dx2 * dv1) / determinant;
  const terms = [
    { factor: a, powers: first },
    { factor: b, powers: second },
  ];
  return { constant: values[0]! - a * x0 - b * y0, terms };
}

/** Products of axes, simplest first. */
function monomials(axes: readonly string[], isWhole: boolean): Powers[] {
  const choices = isWhole ? [0, 1, 2] : [0, 1, -1, 2, -2, 0.5, -0.5];
  let products: Record<string, number>[] = [{}];
  for (const axis of axes) {
    products = products
      .flatMap((product) =>
        choices.map((exponent) => (exponent === 0 ? product : { ...product, [axis]: exponent })),
      )
      .filter((product) => degree(product) <= 4);
  }
  return products.filter((product) => degree(product) > 0).sort((a, b) => degree(a) - degree(b));
}

function degree(powers: Powers): number {
  return Object.values(powers).reduce((sum, exponent) => sum + Math.abs(exponent), 0);
}

function power(powers: Powers, sizes: AxisSizes): number {
  return Object.entries(powers).reduce(
    (product, [axis, exponent]) => product * sizes[axis]! ** exponent,
    1,
  );
}

function primes(from: number, to: number): number[] {
  const found: number[] = [];
  for (let candidate = Math.max(2, from); candidate <= to && found.length < 200; candidate++) {
    let isPrime = true;
    for (let d = 2; d * d <= candidate && isPrime; d++) isPrime = candidate % d !== 0;
    if (isPrime) found.push(candidate);
  }
  return found;
}
