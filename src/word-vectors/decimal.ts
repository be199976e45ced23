/**
 * Decimal numbers in files of vectors: a file of 400,000 words has a hundred million of them.
 *
 * Up to 15 digits fit into a double exactly, and so do the powers of ten up to 10^22, so one
 * multiplication or division gives the nearest double (Clinger 1990, "How to Read Floating Point
 * Numbers Accurately", section 4). Longer numbers take the language's own slower way.
 */

const POWERS_OF_TEN = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const MOST_DIGITS = 15;
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The number written in these bytes as ASCII; NaN where it is none, or not finite. */
export function parseDecimal(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const isNegative = bytes[at] === 45; // -
  if (isNegative) at++;
  let [digits, value, exponent] = [0, 0, 0];
  let isFraction = false;
  for (; at < end; at++) {
    const digit = bytes[at]! - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      if (value > 0) digits++; // leading zeros are no digits
      if (isFraction) exponent--;
    } else if (bytes[at] === 46 && !isFraction) isFraction = true;
    else break;
  }
  const hasDigits = at > start + Number(isNegative) + Number(isFraction);
  if (hasDigits && at < end && (bytes[at]! | 32) === 101) {
    const sign = bytes[at + 1];
    let power = 0;
    const from = sign === 45 || sign === 43 ? at + 2 : at + 1;
    for (at = from; at < end && bytes[at]! >= 48 && bytes[at]! <= 57; at++) {
      power = power * 10 + bytes[at]! - 48;
    }
    if (at === from) return NaN;
    exponent += sign === 45 ? -power : power;
  }
  if (!hasDigits || at < end) return slowly(bytes, start, end);
  if (digits > MOST_DIGITS || Math.abs(exponent) > 22) return slowly(bytes, start, end);
  const size = exponent < 0 ? value / POWERS_OF_TEN[-exponent]! : value * POWERS_OF_TEN[exponent]!;
  return isNegative ? -size : size;
}

/** The shortest decimal that reads back as the same 32-bit number: 0.1, not 0.10000000149011612. */
export function shortestFloat32(value: number): string {
  const exponent = Math.floor(Math.log10(Math.abs(value)));
  for (let digits = 7; digits <= 9; digits++) {
    const scale = POWERS_OF_TEN[digits - 1 - exponent];
    if (scale === undefined) break; // 0, and very large or small
    const whole = Math.round(value * scale);
    if (Math.fround(whole / scale) === value) return writeShort(whole, digits, exponent, scale);
  }
  for (let digits = 7; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9))); // nine are always enough
}

/** whole / scale, which has so many digits and the first of them at 10^exponent. */
function writeShort(whole: number, digits: number, exponent: number, scale: number): string {
  const size = Math.abs(whole);
  // Most numbers in files of vectors are below 1; to write these, whole numbers are enough, and
  // three times as fast. Rounding up may have made one digit more: 0.99… to 1.
  if (exponent >= 0 || exponent < -6 || size >= POWERS_OF_TEN[digits]!)
    return String(whole / scale);
  let rest = size;
  while (rest % 10 === 0) rest /= 10;
  return `${whole < 0 ? "-0." : "0."}${"000000".slice(0, -1 - exponent)}${rest}`;
}

function slowly(bytes: Uint8Array, start: number, end: number): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
