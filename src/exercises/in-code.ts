/**
 * Values and calls as the reader would type them, short enough for a message:
 * termFrequency("cat", ["the", "cat"]) and 0.5.
 */
const MAX_ITEMS = 12;
const MAX_TEXT = 80;
const MAX_DEPTH = 4;

/** A call with these arguments. */
export function callInCode(functionName: string, input: readonly unknown[]): string {
  return `${functionName}(${input.map((argument) => valueInCode(argument)).join(", ")})`;
}

/** One value; numbers with at most 6 significant digits, what is long or deep cut with "…". */
export function valueInCode(value: unknown, depth = 0): string {
  if (typeof value === "number") return String(Number(value.toPrecision(6)));
  if (typeof value === "string") {
    return JSON.stringify(value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT)}…` : value);
  }
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    if (depth === MAX_DEPTH) return "[…]";
    const all = Array.from(value as ArrayLike<unknown>);
    const items = all.slice(0, MAX_ITEMS).map((item) => valueInCode(item, depth + 1));
    if (all.length > MAX_ITEMS) items.push(`… ${all.length - MAX_ITEMS} more`);
    return `[${items.join(", ")}]`;
  }
  if (value instanceof Map) return `Map ${valueInCode(Object.fromEntries(value), depth)}`;
  if (value instanceof Set) return `Set ${valueInCode([...value], depth)}`;
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) {
    if (depth === MAX_DEPTH) return "{…}";
    const all = Object.entries(value);
    const entries = all
      .slice(0, MAX_ITEMS)
      .map(([key, item]) => `${key}: ${valueInCode(item, depth + 1)}`);
    if (all.length > MAX_ITEMS) entries.push(`… ${all.length - MAX_ITEMS} more`);
    return `{${entries.join(", ")}}`;
  }
  return String(value);
}
