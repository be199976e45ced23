/**
 * Strings in the order of their code points, which is the order of Python and of UTF-8.
 *
 * JavaScript compares UTF-16 units, where 😀 (two units from U+D800 on) comes before ﬀ (U+FB00),
 * although its code point U+1F600 is the larger. Columns of a matrix would change places.
 */

const SURROGATE = /[\ud800-\udfff]/;

/** A new array in code point order; quick where no string holds a character above U+FFFF. */
export function sortByCodePoint(strings: readonly string[]): string[] {
  const sorted = [...strings];
  return sorted.some((text) => SURROGATE.test(text))
    ? sorted.sort(compareCodePoints)
    : sorted.sort();
}

/** Below 0 when `a` comes first, above 0 when `b` does, 0 when they are equal. */
export function compareCodePoints(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length) {
    const x = a.codePointAt(i)!;
    const y = b.codePointAt(i)!;
    if (x !== y) return x - y;
    i += x > 0xffff ? 2 : 1;
  }
  return a.length - b.length;
}
