/**
 * How chunks moved: a column for each ranking, a line for each chunk, the best at the top. Meaning
 * and words are searched side by side; what follows stands to their right.
 *
 *   by meaning    by words    fused    re-ranked
 *
 * Inline SVG without script; letters and lines take the page's own colour, so it is readable on
 * light and dark ones.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { escapeHtml } from "../core/escape-html";
import type { ChunkPlace, RagTrace, TraceChunk } from "../rag/trace";
import { shorten } from "./figure";
import { formatNumber } from "./format-number";
import { PALETTE } from "./style";

/** A ranking that the trace holds. */
export interface RankColumn {
  readonly name: string;
  place(chunk: TraceChunk): ChunkPlace | undefined;
}

export interface RankLinesOptions {
  /** Places shown; what lies below them is drawn at the lower edge. */
  maxPlaces: number;
  /** Ids of chunks that truly answer, if that is known. */
  relevant: ReadonlySet<string>;
}

/** The rankings in the order in which they were made. */
export function rankColumns({ mode, chunks }: Pick<RagTrace, "mode" | "chunks">): RankColumn[] {
  const vector: RankColumn = { name: "by meaning", place: (chunk) => chunk.vector };
  const lexical: RankColumn = { name: "by words", place: (chunk) => chunk.lexical };
  const fused: RankColumn = { name: "fused", place: (chunk) => chunk.found };
  const before = { vector: [vector], lexical: [lexical], hybrid: [vector, lexical, fused] }[mode];
  if (!chunks.some(({ reranked }) => reranked)) return before;
  return [...before, { name: "re-ranked", place: (chunk) => chunk.reranked }];
}

/** The last heading it stands below, else its file. */
export function chunkName({ headings, source }: Pick<TraceChunk, "headings" | "source">): string {
  return headings === "" ? source : headings.split(" › ").at(-1)!;
}

const [ROW, TOP, LEFT, GAP, LABELS] = [26, 30, 56, 130, 300];
const NAME_LENGTH = 34;

export function rankLines(
  trace: Pick<RagTrace, "mode" | "chunks">,
  { maxPlaces, relevant }: RankLinesOptions,
): string {
  const columns = rankColumns(trace);
  const isLow = (place: ChunkPlace | undefined) => !place || place.rank > maxPlaces;
  // Whatever stood high somewhere, and what should have.
  const shown = trace.chunks.filter(
    (chunk) => relevant.has(chunk.id) || !columns.every(({ place }) => isLow(place(chunk))),
  );
  const width = LEFT + GAP * (columns.length - 1) + LABELS;
  const height = TOP + ROW * (maxPlaces + 1) + 8;
  const names = columns.map(
    ({ name }, at) =>
      `<text x="${x(at)}" y="16" text-anchor="middle" font-weight="600">${name}</text>`,
  );
  const lines = shown.map((chunk) => chunkLine(chunk, { columns, maxPlaces, relevant }));
  // What got into the prompt is drawn last, above the others.
  const order = [...lines.keys()].sort(
    (a, b) => (shown[b]!.number ?? 99) - (shown[a]!.number ?? 99),
  );
  return (
    `<svg viewBox="0 0 ${width} ${height}" style="width:100%;max-width:${width}px;height:auto;` +
    `font:13px system-ui,sans-serif;fill:currentColor" role="img" ` +
    `aria-label="${escapeHtml(inWords(trace.chunks, columns))}">\n` +
    `${names.join("")}\n<text x="4" y="${height - 8}" font-size="11" opacity="0.75">` +
    `below ${maxPlaces}</text>\n${order.map((i) => lines[i]).join("\n")}\n</svg>`
  );
}

interface LineOptions extends RankLinesOptions {
  columns: readonly RankColumn[];
}

function chunkLine(chunk: TraceChunk, { columns, maxPlaces, relevant }: LineOptions): string {
  const y = (rank: number) => TOP + ROW * (Math.min(rank, maxPlaces + 1) - 0.5);
  const places = columns.map(({ place }) => place(chunk));
  const colour = chunk.number === undefined ? undefined : PALETTE[(chunk.number - 1) % 6];
  const stroke = colour ? `stroke="${colour}" stroke-width="3"` : LESSER;
  const parts: string[] = [];
  // A ranking that doesn't hold the chunk is passed over.
  const present = places.flatMap((place, at) => (place ? [{ at, y: y(place.rank) }] : []));
  present.slice(1).forEach(({ at: end, y: to }, i) => {
    const { at: start, y: from } = present[i]!;
    const middle = (x(start) + x(end)) / 2;
    parts.push(
      `<path d="M${x(start)} ${from}C${middle} ${from} ${middle} ${to} ${x(end)} ${to}" ` +
        `fill="none" ${stroke}/>`,
    );
  });
  places.forEach((place, at) => {
    if (!place || (place.rank > maxPlaces && !relevant.has(chunk.id))) return;
    const [cx, cy] = [x(at), y(place.rank)];
    const fill = colour ? `fill="${colour}" ` : `fill="#8a939d" `;
    parts.push(
      `<circle cx="${cx}" cy="${cy}" r="10" ${fill}/>` +
        `<text x="${cx}" y="${cy + 4.5}" text-anchor="middle" fill="#000" font-size="12">` +
        `${place.rank}</text>`,
    );
  });
  const last = places.at(-1);
  if (last && (last.rank <= maxPlaces || relevant.has(chunk.id))) {
    const star = relevant.has(chunk.id) ? "★ " : "";
    const label = `${star}${shorten(chunkName(chunk), NAME_LENGTH)}`;
    const weight = chunk.number === undefined ? "" : ` font-weight="600"`;
    parts.push(
      `<text x="${x(columns.length - 1) + 18}" y="${y(last.rank) + 4.5}"${weight}>` +
        `${escapeHtml(label)} <tspan opacity="0.75" font-weight="400">` +
        `${formatNumber(last.score, 3)}</tspan></text>`,
    );
  }
  return `<g><title>${escapeHtml(movesInWords(chunk, columns))}</title>${parts.join("")}</g>`;
}

const LESSER = `stroke="currentColor" stroke-opacity="0.3" stroke-width="1.5"`;

function x(column: number): number {
  return LEFT + GAP * column;
}

/** "The Anvil: 3 by meaning, 1 by words, 2 fused, 1 re-ranked" */
function movesInWords(chunk: TraceChunk, columns: readonly RankColumn[]): string {
  const moves = columns.map(({ name, place }) => `${place(chunk)?.rank ?? "not found"} ${name}`);
  return `${chunkName(chunk)}: ${moves.join(", ")}`;
}

function inWords(chunks: readonly TraceChunk[], columns: readonly RankColumn[]): string {
  const first = chunks.slice(0, 3).map((chunk) => movesInWords(chunk, columns));
  return `Places of ${chunks.length} chunks. ${first.join("; ")}.`;
}
