/**
 * Tables as text: fields between tabs or commas, one row a line (RFC 4180 for the quotes).
 *
 * The two public sets differ in the point on which most readers stumble: in Quora's file a quoted
 * field may hold tabs and line ends, in the STS benchmark a quotation mark is only a character.
 */
import { RowError, type NumberedLine } from "./json-lines";

export interface DelimitedOptions {
  /** Default: tab. */
  separator?: string;
  /** Whether a field in quotation marks may hold separators and line ends. Default true. */
  quotes?: boolean;
}

/** A row and the line it begins on; unfinished where a quotation mark is never closed. */
export interface DelimitedRow {
  line: number;
  fields: string[];
  isUnfinished: boolean;
}

/** Lines a quoted field may go over; more means that a mark was never closed. */
const MAX_LINES_PER_FIELD = 100;

export async function* readDelimited(
  lines: AsyncIterable<NumberedLine>,
  { separator = "\t", quotes = true }: DelimitedOptions = {},
): AsyncGenerator<DelimitedRow> {
  let pending: { line: number; text: string; count: number } | undefined;
  for await (const { line, text } of lines) {
    if (!pending && text === "") continue;
    pending = pending
      ? { line: pending.line, text: `${pending.text}\n${text}`, count: pending.count + 1 }
      : { line, text, count: 1 };
    const fields = quotes ? splitQuoted(pending.text, separator) : pending.text.split(separator);
    if (!fields && pending.count < MAX_LINES_PER_FIELD) continue;
    yield { line: pending.line, fields: fields ?? [], isUnfinished: fields === undefined };
    pending = undefined;
  }
  if (pending) yield { line: pending.line, fields: [], isUnfinished: true };
}

/** The fields by the names of the header; a row with another number of fields is a bad row. */
export function namedFields(
  header: readonly string[],
  { fields, isUnfinished }: DelimitedRow,
): Record<string, string> {
  if (isUnfinished) throw new RowError("a quotation mark is opened and never closed");
  if (fields.length !== header.length) {
    throw new RowError(`must have ${header.length} fields, got ${fields.length}`);
  }
  return Object.fromEntries(header.map((name, i) => [name, fields[i]!]));
}

/** Undefined when the text ends inside a quoted field. */
function splitQuoted(text: string, separator: string): string[] | undefined {
  const fields: string[] = [];
  for (let at = 0; ;) {
    if (text[at] !== '"') {
      const end = text.indexOf(separator, at);
      fields.push(text.slice(at, end < 0 ? undefined : end));
      if (end < 0) return fields;
      at = end + 1;
      continue;
    }
    let field = "";
    for (at++; ;) {
      const mark = text.indexOf('"', at);
      if (mark < 0) return undefined;
      field += text.slice(at, mark);
      at = mark + 1;
      if (text[at] !== '"') break;
      field += '"'; // a doubled mark stands for one
      at++;
    }
    const end = text.indexOf(separator, at);
    // What follows the closing mark belongs to the field, as csv readers have it.
    fields.push(field + text.slice(at, end < 0 ? undefined : end));
    if (end < 0) return fields;
    at = end + 1;
  }
}
