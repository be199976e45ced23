/**
 * What goes into BERT, with numbers: for each token the row of its word, of its segment and of its
 * position, their sum, and what layer norm makes of it.
 *
 *   token + segment + position = sum  →  layer norm
 *
 * The famous drawing (Devlin et al. 2019, "BERT", figure 2) has empty boxes; these hold the first
 * numbers of real tensors, and the figure refuses rows that don't sum to the fourth. No script, and
 * tints that one can see through: it works offline, in exported pages, on light and dark ones.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import { escapeHtml } from "../core/escape-html";
import { shorten, type FigureTable } from "./figure";
import { formatNumber, roundTo } from "./format-number";
import { textTable } from "./html-table";

/** For each token a list of D numbers: [T, D]. */
export type TokenRows = readonly (readonly number[])[];

export interface InputPictureRows {
  /** T of them, "[CLS]" and "[SEP]" among them. */
  tokens: readonly string[];
  /** 0 in sentence A, 1 in sentence B: written above the numbers of the segment's row. */
  tokenTypeIds?: readonly number[];
  token: TokenRows;
  segment: TokenRows;
  position: TokenRows;
  sum: TokenRows;
  /** A fifth band, below the sum. */
  normalized?: TokenRows;
}

export interface InputPictureOptions {
  /** How many of the D numbers are written out. Default 4. */
  dimensions?: number;
  title?: string;
}

/** Apart by so much, three float32 rows still sum to the fourth. */
const TOLERANCE = 1e-5;
const MAX_TOKENS = 40;
/** Blue below 0, red above, as in heat maps; see-through: the page's letters stay legible. */
const TINT = { below: "#2166ac", above: "#b2182b", strongest: 0.5 };

/** The picture, ready for show(): `toHtml()` for pages, `describe()` for a terminal. */
export class InputPicture {
  /** The largest |token + segment + position − sum| of all T · D numbers. */
  readonly largestDifference: number;

  constructor(
    private readonly rows: InputPictureRows,
    private readonly options: InputPictureOptions = {},
  ) {
    checkRows(rows);
    assertInteger("inputPicture", { dimensions: this.dimensions }, { min: 1 });
    this.largestDifference = largestDifference(rows);
  }

  toHtml(): string {
    const { tokens } = this.rows;
    const { title } = this.options;
    const bands = this.bands();
    const header = tokens
      .map((token) => `<th scope="col" style="${HEAD}">${tokenName(token)}</th>`)
      .join("");
    const body = bands.map((band) => this.bandHtml(band)).join("\n");
    return (
      `<figure class="lab-bert-input" style="margin:1em 0;max-width:60em">\n` +
      (title === undefined ? "" : `<p><strong>${escapeHtml(title)}</strong></p>\n`) +
      `<div style="overflow-x:auto">` +
      `<table style="border-collapse:separate;border-spacing:3px 6px">` +
      `<thead><tr style="background:none"><td></td>${header}</tr></thead>\n` +
      `<tbody>${body}</tbody></table></div>\n` +
      `<figcaption>${escapeHtml(this.caption())}</figcaption>\n</figure>`
    );
  }

  describe(): string {
    const { title = "What goes into BERT" } = this.options;
    return `${title}\n${textTable(this.table())}\n${this.caption()}`;
  }

  private get dimensions(): number {
    return this.options.dimensions ?? 4;
  }

  private caption(): string {
    const { tokens, token } = this.rows;
    const width = token[0]!.length;
    const shown = Math.min(this.dimensions, width);
    const difference = formatNumber(this.largestDifference, 2);
    return (
      `${tokens.length} tokens, the first ${shown} of ${formatNumber(width)} numbers each, ` +
      `rounded. ` +
      `Over all ${formatNumber(tokens.length * width)} numbers, token + segment + position and ` +
      `the sum differ by at most ${difference}.`
    );
  }

  private bands(): Band[] {
    const { tokenTypeIds, token, segment, position, sum, normalized } = this.rows;
    const letters = tokenTypeIds?.map((type) => ["A", "B"][type] ?? String(type));
    const scale = scaleOf([token, segment, position, sum], this.dimensions);
    const bands: Band[] = [
      { name: "token", values: token, scale },
      { name: "+ segment", values: segment, scale, above: letters },
      { name: "+ position", values: position, scale, above: token.map((_, i) => String(i)) },
      { name: "= sum", values: sum, scale },
    ];
    if (normalized === undefined) return bands;
    const own = scaleOf([normalized], this.dimensions);
    return [...bands, { name: "layer norm", values: normalized, scale: own }];
  }

  private bandHtml({ name, values, scale, above }: Band): string {
    const cells = values.map((row, t) => {
      const numbers = row
        .slice(0, this.dimensions)
        .map((value, d) => {
          const hover = escapeHtml(this.hover(name, value, t, d));
          const style = tint(value / scale);
          return `<div title="${hover}" style="${style}">${fixed(value, scale)}</div>`;
        })
        .join("");
      const head = above === undefined ? "" : `<small>${escapeHtml(above[t]!)}</small>`;
      return `<td style="${CELL}${name === "= sum" ? SUM : ""}">${head}${numbers}</td>`;
    });
    return (
      `<tr style="background:none"><th scope="row" style="text-align:left;white-space:nowrap;` +
      `vertical-align:middle">${escapeHtml(name)}</th>${cells.join("")}</tr>`
    );
  }

  /** "duck, number 1: 0.03127 + 0.02104 − 0.06341 = −0.0111" */
  private hover(name: string, value: number, t: number, d: number): string {
    const { tokens, token, segment, position } = this.rows;
    const place = `${tokens[t]!}, number ${d + 1}`;
    if (name !== "= sum") return `${place}: ${signed(value)}`;
    const [first, ...others] = [token, segment, position].map((rows) => rows[t]![d]!);
    const terms = others.map((x) => (x < 0 ? ` − ${signed(-x)}` : ` + ${signed(x)}`)).join("");
    return `${place}: ${signed(first!)}${terms} = ${signed(value)}`;
  }

  /** One line for each token and band. */
  private table(): FigureTable {
    const shown = Math.min(this.dimensions, this.rows.token[0]!.length);
    const columns = ["token", "band", ...Array.from({ length: shown }, (_, d) => String(d + 1))];
    const rows = this.rows.tokens.flatMap((token, t) =>
      this.bands().map(({ name, values }) => [
        ...[token, name],
        ...values[t]!.slice(0, shown).map((value) => roundTo(value, 4)),
      ]),
    );
    return rows.length > 60
      ? { columns, rows: rows.slice(0, 60), total: rows.length }
      : { columns, rows };
  }
}

/**
 * @param rows five lists over the same tokens; from tensors [1, T, D] by `tf.squeeze(x, [0])` and
 *   `await x.array()`
 * @throws RangeError where lengths differ, or token + segment + position isn't the sum
 */
export function inputPicture(
  rows: InputPictureRows,
  options: InputPictureOptions = {},
): InputPicture {
  return new InputPicture(rows, options);
}

interface Band {
  name: string;
  values: TokenRows;
  /** The number that gets the strongest tint. */
  scale: number;
  above?: readonly string[];
}

const HEAD = "text-align:center;font-weight:normal";
const CELL =
  "text-align:center;padding:0;line-height:1.45;font-size:0.85em;min-width:4.2em;" +
  "font-variant-numeric:tabular-nums;vertical-align:bottom;";
const SUM = "border-top:2px solid #888888;";

function tokenName(token: string): string {
  return `<bdi dir="ltr" style="font-family:monospace">${escapeHtml(shorten(token, 24))}</bdi>`;
}

function tint(share: number): string {
  const strength = Math.min(Math.abs(share), 1) * TINT.strongest;
  const alpha = Math.round(255 * strength);
  return `background:${share < 0 ? TINT.below : TINT.above}${alpha.toString(16).padStart(2, "0")}`;
}

/** Three digits of the largest number, so that a column can be added up. */
function fixed(value: number, scale: number): string {
  const decimals = Math.min(Math.max(0, 2 - Math.floor(Math.log10(scale))), 8);
  return value.toFixed(decimals).replace("-", "−");
}

function signed(value: number): string {
  return formatNumber(value, 4).replace("-", "−");
}

function scaleOf(bands: readonly TokenRows[], dimensions: number): number {
  let largest = 0;
  for (const rows of bands) {
    for (const row of rows) {
      for (const value of row.slice(0, dimensions)) largest = Math.max(largest, Math.abs(value));
    }
  }
  return largest > 0 ? largest : 1;
}

function largestDifference({ tokens, token, segment, position, sum }: InputPictureRows): number {
  let largest = 0;
  sum.forEach((row, t) => {
    row.forEach((value, d) => {
      const [a, b, c] = [token[t]![d]!, segment[t]![d]!, position[t]![d]!];
      const difference = Math.abs(a + b + c - value);
      const size = Math.max(1, Math.abs(a), Math.abs(b), Math.abs(c));
      if (!(difference <= TOLERANCE * size)) {
        throw new RangeError(
          `inputPicture: token + segment + position must be the sum, got ${a + b + c} and ` +
            `${value} for ${inWords(tokens[t])}, number ${d + 1}`,
        );
      }
      largest = Math.max(largest, difference);
    });
  });
  return largest;
}

function checkRows(rows: InputPictureRows): void {
  if (!Array.isArray(rows?.tokens)) {
    throw new TypeError(`inputPicture: rows must have tokens, got ${inWords(rows)}`);
  }
  const { length } = rows.tokens;
  if (length < 1 || length > MAX_TOKENS) {
    throw new RangeError(`inputPicture: there must be 1 to ${MAX_TOKENS} tokens, got ${length}`);
  }
  const { tokenTypeIds } = rows;
  if (tokenTypeIds !== undefined && tokenTypeIds.length !== length) {
    throw new RangeError(
      `inputPicture: tokenTypeIds must be as long as tokens (${length}), ` +
        `got ${tokenTypeIds.length}`,
    );
  }
  const width = rows.token?.[0]?.length ?? 0;
  for (const name of ["token", "segment", "position", "sum", "normalized"] as const) {
    const values = rows[name];
    if (name === "normalized" && values === undefined) continue;
    const isRows = Array.isArray(values) && values.every((row) => Array.isArray(row));
    if (!isRows) throw new TypeError(`inputPicture: ${name} must be rows, got ${inWords(values)}`);
    const wrong = values.find((row) => row.length !== width || width === 0);
    if (values.length === length && wrong === undefined) continue;
    throw new RangeError(
      `inputPicture: ${name} must have a row of ${width || "some"} numbers for each of ` +
        `${length} tokens, got [${values.length}, ${wrong?.length ?? width}]`,
    );
  }
}
