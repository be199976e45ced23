/**
 * JSON Lines: one JSON object per line (jsonlines.org). The format of the lab's own data sets, and
 * of SNLI, MultiNLI and Natural Questions.
 *
 * A row that is not what it should be is named by file and line, as a compiler would, since that is
 * what one needs to mend it.
 */
import { inWords } from "../core/check";
import type { RowOptions } from "./types";

/** One row before anything is known about its fields. */
export type JsonObject = Record<string, unknown>;

/** Thrown inside a row's reader; what reads the file adds file and line. */
export class RowError extends Error {}

/** A line of a file and its number, counted from 1. */
export interface NumberedLine {
  line: number;
  text: string;
}

export interface JsonLinesOptions extends RowOptions {
  /** The file's name for messages. */
  file: string;
}

/**
 * @param text the whole file; empty lines are passed over
 * @param readRow turns one object into a row; use the `…Field` functions below in it
 */
export function parseJsonLines<Row>(
  text: string,
  readRow: (object: JsonObject) => Row,
  options: JsonLinesOptions,
): Row[] {
  const rows: Row[] = [];
  for (const numbered of splitLines(text)) {
    const row = readJsonLine(numbered, readRow, options);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** One line to one row; undefined for an empty line, and for a bad one that `onBadRow` was told. */
export function readJsonLine<Row>(
  { line, text }: NumberedLine,
  readRow: (object: JsonObject) => Row,
  { file, onBadRow }: JsonLinesOptions,
): Row | undefined {
  if (text.trim() === "") return undefined;
  return guardRow({ file, line, onBadRow }, () => readRow(parseObject(text)));
}

/** Runs a row's reader and gives what it throws a file and a line. */
export function guardRow<Row>(
  { file, line, onBadRow }: JsonLinesOptions & { line: number },
  read: () => Row,
): Row | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    if (!onBadRow) throw new RangeError(`${file}:${line}: ${error.message}`);
    onBadRow({ file, line, reason: error.message });
    return undefined;
  }
}

/** A field that must be a string and not empty. */
export function stringField(object: JsonObject, name: string): string {
  const value = object[name];
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new RowError(`"${name}" must be a string that is not empty, got ${inWords(value)}`);
}

/** A field that must be a number from min to max. */
export function numberField(object: JsonObject, name: string, min: number, max: number): number {
  const value = object[name];
  if (typeof value === "number" && value >= min && value <= max) return value;
  throw new RowError(`"${name}" must be a number from ${min} to ${max}, got ${inWords(value)}`);
}

/** A field that must be true or false. */
export function booleanField(object: JsonObject, name: string): boolean {
  const value = object[name];
  if (typeof value === "boolean") return value;
  throw new RowError(`"${name}" must be true or false, got ${inWords(value)}`);
}

/** A field that must be one of the given words. */
export function choiceField<Choice extends string>(
  object: JsonObject,
  name: string,
  choices: readonly Choice[],
): Choice {
  const value = object[name];
  const choice = choices.find((allowed) => allowed === value);
  if (choice !== undefined) return choice;
  throw new RowError(`"${name}" must be one of ${choices.join(", ")}, got ${inWords(value)}`);
}

/** A field that must be a list of strings with at least one in it. */
export function stringListField(object: JsonObject, name: string): string[] {
  const value = object[name];
  const isList = Array.isArray(value) && value.length > 0;
  if (isList && value.every((item) => typeof item === "string")) return value as string[];
  throw new RowError(`"${name}" must be a list of strings, got ${inWords(value)}`);
}

/** Any JSON value; text that is none is a row's error. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RowError(`not JSON (${(error as Error).message}): ${inWords(text)}`);
  }
}

function parseObject(text: string): JsonObject {
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RowError(`must be a JSON object, got ${inWords(value)}`);
  }
  return value as JsonObject;
}

function* splitLines(text: string): Generator<NumberedLine> {
  let line = 0;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    line++;
    // A byte order mark is no part of the first row.
    const from = line === 1 && text.charCodeAt(0) === 0xfeff ? 1 : start;
    yield { line, text: text.slice(from, end) };
    start = end + 1;
  }
}
