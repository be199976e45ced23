/**
 * Tables as HTML and as text: numbers to the right, so that their digits stand below each other.
 *
 * Every cell is escaped: a document title is data, whatever it looks like.
 */
import { escapeHtml } from "../core/escape-html";
import { FigureTable, MAX_TABLE_ROWS, shorten } from "./figure";
import { formatNumber } from "./format-number";

/** A row as learners write it: `{ term: "cat", documents: 12 }`. */
export type TableRecord = Record<string, unknown>;

export interface TableOptions {
  /** The most rows shown; the rest is counted. Default 60. */
  maxRows?: number;
  /** Significant digits of fractions. Default 4. */
  digits?: number;
}

const CELL_TEXT_LENGTH = 300;

/** Columns are the keys of all records, in order of first appearance; a missing value is empty. */
export function tableFromRecords(
  records: readonly TableRecord[],
  { maxRows = MAX_TABLE_ROWS }: TableOptions = {},
): FigureTable {
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const rows = records
    .slice(0, maxRows)
    .map((record) => columns.map((column) => cellValue(record[column])));
  return rows.length < records.length
    ? { columns, rows, total: records.length }
    : { columns, rows };
}

/** Scrolls sideways on its own when it is wider than the page. */
export function htmlTable(
  table: FigureTable,
  { maxRows = MAX_TABLE_ROWS, digits }: TableOptions = {},
): string {
  const { columns } = table;
  const rows = table.rows.slice(0, maxRows);
  const isRight = columns.map((_, column) => isNumberColumn(table, column));
  const align = (column: number) => ` style="text-align:${isRight[column] ? "right" : "left"}"`;
  const head = columns
    .map((name, column) => `<th scope="col"${align(column)}>${escapeHtml(name)}</th>`)
    .join("");
  const body = rows
    .map((row) => {
      const cells = row.map((cell, column) => {
        const text = escapeHtml(shorten(cellText(cell, digits), CELL_TEXT_LENGTH));
        return `<td${align(column)}>${text}</td>`;
      });
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("\n");
  return (
    `<div class="lab-table" style="overflow-x:auto"><table>` +
    `<thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table>` +
    `${restInWords(table, rows.length, (text) => `<p><small>${text}</small></p>`)}</div>`
  );
}

/** The same for a terminal, columns padded with spaces. */
export function textTable(
  table: FigureTable,
  { maxRows = MAX_TABLE_ROWS, digits }: TableOptions = {},
): string {
  const shown = table.rows.slice(0, maxRows);
  const cells = [
    table.columns,
    ...shown.map((row) => row.map((cell) => shorten(cellText(cell, digits), 48))),
  ];
  const widths = table.columns.map((_, column) =>
    Math.max(...cells.map((row) => Array.from(row[column] ?? "").length)),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const padding = " ".repeat(widths[column]! - Array.from(cell).length);
        return isNumberColumn(table, column) ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd(),
  );
  return lines.join("\n") + restInWords(table, shown.length, (text) => `\n${text}`);
}

/** The cells as they are shown, row by row. */
export function tableTexts(table: FigureTable, { digits }: TableOptions = {}): string[][] {
  return table.rows.map((row) =>
    row.map((cell) => shorten(cellText(cell, digits), CELL_TEXT_LENGTH)),
  );
}

function restInWords(
  { rows, total = rows.length }: FigureTable,
  shown: number,
  wrap: (text: string) => string,
): string {
  return total > shown ? wrap(`${formatNumber(shown)} of ${formatNumber(total)} rows`) : "";
}

function isNumberColumn(table: FigureTable, column: number): boolean {
  return (
    table.rows.some((row) => typeof row[column] === "number") &&
    table.rows.every((row) => typeof row[column] === "number" || row[column] === "")
  );
}

function cellText(cell: string | number | undefined, digits?: number): string {
  return typeof cell === "number" ? formatNumber(cell, digits) : String(cell ?? "");
}

function cellValue(value: unknown): string | number {
  if (typeof value === "number") return value;
  if (value === undefined || value === null) return "";
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as number[]).join(", ");
  if (Array.isArray(value)) return value.map(cellValue).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
