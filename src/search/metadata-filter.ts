/**
 * Filters: search only among documents whose metadata say so.
 *
 *   { kind: "shop", year: [1901, 1902] }     kind is "shop", and year is one of the two
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { inWords } from "../core/check";

export type MetadataValue = string | number | boolean;

export type Metadata = Readonly<Record<string, MetadataValue>>;

/** By name: the value that it must have, or several of which it must have one. */
export type MetadataFilter = Readonly<Record<string, MetadataValue | readonly MetadataValue[]>>;

/** Does every part of the filter hold? A document without the name is out. */
export function matchesFilter(metadata: Metadata | undefined, filter: MetadataFilter): boolean {
  return Object.entries(filter).every(([name, wanted]) => {
    const value = metadata?.[name];
    if (value === undefined) return false;
    return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
  });
}

/** @throws TypeError for what isn't a filter, such as a function or a nested object */
export function assertFilter(caller: string, filter: MetadataFilter): void {
  if (typeof filter !== "object" || filter === null || Array.isArray(filter)) {
    throw new TypeError(`${caller}: filter must be { name: value, … }, got ${inWords(filter)}`);
  }
  for (const [name, wanted] of Object.entries(filter)) {
    const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    const wrong = values.find((value) => !isValue(value));
    if (values.every(isValue)) continue;
    throw new TypeError(
      `${caller}: filter ${name} must be a string, number, truth value or a list of them,` +
        ` got ${inWords(wrong)}`,
    );
  }
}

function isValue(value: unknown): value is MetadataValue {
  return ["string", "number", "boolean"].includes(typeof value);
}
