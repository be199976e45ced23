/**
 * A question's way through the pipeline: what was found, how re-ranking moved it, what was quoted,
 * and what each step cost.
 *
 *   show(ragTrace(await pipeline.ask("What is the tallest mountain?")))
 *
 * Plain HTML and SVG without script: it works offline, in exported pages, and where scripts are
 * stripped. All texts of documents, questions and files are escaped: an instruction or a tag in a
 * document is seen as the letters it is made of.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger } from "../core/check";
import { escapeHtml } from "../core/escape-html";
import type { RagAnswer } from "../rag/pipeline";
import { placeOf, type RagTrace, type TraceChunk } from "../rag/trace";
import type { FigureTable } from "./figure";
import { formatNumber } from "./format-number";
import { htmlTable, textTable } from "./html-table";
import { chunkName, rankColumns, rankLines } from "./rag-trace-ranks";
import { PALETTE } from "./style";

export interface RagTraceOptions {
  /** Ids of chunks that truly answer, if that is known: they get a star. */
  relevant?: Iterable<string>;
  /** Places of each ranking that are drawn. Default 8. */
  maxPlaces?: number;
}

/** Marks: the quoted sentence, and bars; seen through, letters stay legible on light and dark. */
const MARK = "background:#ccbb4466;color:inherit;padding:0 0.15em;border-radius:3px";
const BOX =
  "border:1px solid #8a939d66;border-radius:6px;padding:0.5em 0.8em;margin:0.5em 0;" +
  "overflow-wrap:anywhere";
const QUIET = "opacity:0.75";

/** The view, ready for show(): `toHtml()` for pages, `describe()` for a terminal. */
export class RagTraceView {
  private readonly relevant: ReadonlySet<string>;
  private readonly maxPlaces: number;

  constructor(
    private readonly answered: RagAnswer,
    { relevant = [], maxPlaces = 8 }: RagTraceOptions = {},
  ) {
    assertInteger("ragTrace", { maxPlaces }, { min: 1 });
    this.relevant = new Set(relevant);
    this.maxPlaces = maxPlaces;
  }

  toHtml(): string {
    const { trace } = this.answered;
    const ranks =
      trace.chunks.length === 0
        ? "<p>Nothing was found.</p>"
        : rankLines(trace, { maxPlaces: this.maxPlaces, relevant: this.relevant });
    return (
      `<figure class="lab-rag-trace" style="margin:1em 0;max-width:60em">\n` +
      `<p style="margin:0.3em 0"><span style="${QUIET}">Question</span> ` +
      `<strong>${escapeHtml(trace.question)}</strong></p>\n` +
      cutNote(trace) +
      this.answerHtml() +
      stepsHtml(trace) +
      `<div style="overflow-x:auto">${ranks}</div>\n` +
      this.missedNote() +
      trace.chunks
        .filter(({ number }) => number !== undefined)
        .map((chunk) => this.chunkHtml(chunk))
        .join("\n") +
      `<details><summary>All ${trace.chunks.length} candidates as a table</summary>\n` +
      `${htmlTable(this.table(), { digits: 3 })}</details>\n` +
      `<details><summary>The prompt (${trace.prompt.length} characters)</summary>\n` +
      `<pre style="white-space:pre-wrap">${escapeHtml(trace.prompt)}</pre></details>\n` +
      `</figure>`
    );
  }

  /** Without the times: the same question gives the same words. */
  describe(): string {
    const { answer, sources, abstained, trace } = this.answered;
    const from = sources.map(({ number, place }) => `[${number}] ${place}`).join("; ");
    return [
      `Question: ${trace.question}`,
      `Answer: ${answer}${abstained ? "" : `  (${from})`}`,
      sureness(trace),
      trace.steps.map(({ name, detail }) => `${name} (${detail})`).join(" → "),
      textTable(this.table(), { maxRows: this.maxPlaces, digits: 3 }),
    ].join("\n");
  }

  private answerHtml(): string {
    const { answer, sources, abstained, trace } = this.answered;
    const from = sources.map(
      ({ number, place, headings }) =>
        `[${number}] ${escapeHtml(place)}${headings === "" ? "" : `, ${escapeHtml(headings)}`}`,
    );
    const colour = abstained ? "#8a939d" : PALETTE[2]!;
    return (
      `<div style="${BOX};border-left:5px solid ${colour}">` +
      `<span style="${QUIET}">Answer</span> <strong>${escapeHtml(answer)}</strong>` +
      (abstained ? "" : `<br><span style="${QUIET}">from ${from.join("; ")}</span>`) +
      `<br><small style="${QUIET}">${escapeHtml(sureness(trace))}</small></div>\n`
    );
  }

  /** A chunk that answers, and wasn't found: no line can show it. */
  private missedNote(): string {
    const found = new Set(this.answered.trace.chunks.map(({ id }) => id));
    const missed = [...this.relevant].filter((id) => !found.has(id));
    if (this.relevant.size === 0) return "";
    const words =
      missed.length === 0
        ? "★ holds the answer"
        : `★ holds the answer; not among the candidates: ${missed.join(", ")}`;
    return `<p style="margin:0.2em 0"><small>${escapeHtml(words)}</small></p>\n`;
  }

  private chunkHtml(chunk: TraceChunk): string {
    const { quote } = this.answered.trace;
    const { text, number, headings } = chunk;
    const marked =
      quote?.chunkId === chunk.id
        ? `${escapeHtml(text.slice(0, quote.start))}<mark style="${MARK}">` +
          `${escapeHtml(text.slice(quote.start, quote.end))}</mark>` +
          escapeHtml(text.slice(quote.end))
        : escapeHtml(text);
    const colour = PALETTE[(number! - 1) % 6]!;
    const star = this.relevant.has(chunk.id) ? " ★" : "";
    return (
      `<div style="${BOX};border-left:5px solid ${colour}">[${number}] ` +
      `<strong>${escapeHtml(chunkName(chunk))}</strong>${star} ` +
      `<small style="${QUIET}">${escapeHtml(placeOf(chunk))}` +
      `${headings === "" ? "" : ` · ${escapeHtml(headings)}`}` +
      ` · ${escapeHtml(this.movesInWords(chunk))}</small><br>${marked}</div>`
    );
  }

  /** "by meaning 3 (0.71), by words not found → fused 4 (0.016) → re-ranked 1 (0.93)" */
  private movesInWords(chunk: TraceChunk): string {
    const { mode } = this.answered.trace;
    return rankColumns(this.answered.trace)
      .map(({ name, place }, i) => {
        const at = place(chunk);
        const own = at ? `${name} ${at.rank} (${formatNumber(at.score, 3)})` : `${name} not found`;
        return i === 0 ? own : `${mode === "hybrid" && i === 1 ? "," : " →"} ${own}`;
      })
      .join("");
  }

  private table(): FigureTable {
    const { trace } = this.answered;
    const columns = rankColumns(trace);
    const rows = trace.chunks.map((chunk, i) => [
      i + 1,
      `${this.relevant.has(chunk.id) ? "★ " : ""}${chunkName(chunk)}`,
      placeOf(chunk),
      ...columns.flatMap(({ place }) => [place(chunk)?.rank ?? "", place(chunk)?.score ?? ""]),
      chunk.number === undefined ? "" : `[${chunk.number}]`,
    ]);
    const names = columns.flatMap(({ name }) => [name, "score"]);
    return { columns: ["", "chunk", "place", ...names, "in the prompt"], rows };
  }
}

/** @param answered what RagPipeline.ask gave, or the same read from a file */
export function ragTrace(answered: RagAnswer, options: RagTraceOptions = {}): RagTraceView {
  return new RagTraceView(answered, options);
}

function cutNote({ cut }: RagTrace): string {
  if (!cut) return "";
  return (
    `<p style="margin:0.3em 0"><small>The question was too long: of ${formatNumber(cut.tokens)} ` +
    `tokens the first ${formatNumber(cut.kept)} were read.</small></p>\n`
  );
}

function sureness({ confidence, abstainBelow }: RagTrace): string {
  const sure = `confidence ${formatNumber(confidence, 3)}`;
  if (abstainBelow === undefined) return `${sure}, no threshold set`;
  const side = confidence < abstainBelow ? "below" : "not below";
  return `${sure}, ${side} the threshold ${formatNumber(abstainBelow, 3)}`;
}

/** A row for each step, with a bar as long as it took. */
function stepsHtml({ steps }: RagTrace): string {
  const total = steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const cell = `style="padding:0.1em 0.8em 0.1em 0;text-align:left;border:0`;
  const rows = steps.map(({ name, milliseconds, detail }, i) => {
    const share = (100 * milliseconds) / Math.max(total, 1e-9);
    const bar =
      `<span style="display:inline-block;height:0.8em;min-width:2px;width:${share.toFixed(1)}%;` +
      `background:${PALETTE[i % 6]!}"></span>`;
    return (
      `<tr style="background:none"><td ${cell}">${name}</td><td ${cell};width:12em">${bar}</td>` +
      `<td ${cell};text-align:right">${milliseconds.toFixed(1)} ms</td>` +
      `<td ${cell}"><small style="${QUIET}">${escapeHtml(detail)}</small></td></tr>`
    );
  });
  return (
    `<table style="border-collapse:collapse;margin:0.6em 0" aria-label="Steps, ` +
    `${total.toFixed(1)} ms together"><tbody>${rows.join("\n")}</tbody></table>\n`
  );
}
