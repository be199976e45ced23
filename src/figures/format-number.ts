/**
 * Numbers as a reader wants them: 1,234 and 0.3333, not 1234.0000 and 0.333333343267.
 */

/**
 * @param value  whole numbers get thousands separators; the others are rounded
 * @param digits how many significant digits a fraction keeps. Default 4
 * @returns "1,234", "0.3333", "1.2e-7", "NaN", "−∞"
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e15) return withSeparators(String(value));
  if (size < 1e-4 || size >= 1e15) return value.toExponential(Math.max(digits - 2, 0));
  // Above 1,000 a fraction no longer matters more than the digits before it.
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const [whole, fraction = ""] = value.toFixed(Math.min(decimals, 20)).split(".");
  const kept = fraction.replace(/0+$/, "");
  return withSeparators(whole!) + (kept ? `.${kept}` : "");
}

/**
 * A fraction rounded to so many significant digits: what a figure can show, in fewer bytes. Whole
 * numbers are counts, and stay exact.
 */
export function roundTo(value: number, digits = 5): number {
  return Number.isFinite(value) && !Number.isInteger(value)
    ? Number(value.toPrecision(digits))
    : value;
}

function withSeparators(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}
