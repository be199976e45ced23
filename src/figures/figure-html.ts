/**
 * A figure as HTML that stands on its own in any page: Jupyter, VS Code, an exported file.
 *
 *   <figure>  the plot's place: a picture (PNG) or the alt text, until a script draws
 *             the caption, and the numbers as a table
 *             the figure's JSON, and the loader that finds plotly.js and draws
 *   </figure>
 *
 * Where scripts do not run (an untrusted notebook, GitHub) picture, caption and table remain.
 * No ids: many figures, and many copies of one, may share a page.
 */
import { escapeHtml } from "../core/escape-html";
import { Figure, Trace } from "./figure";
import { htmlTable } from "./html-table";
import { jsonForScript, loaderSource } from "./loader";
import { DIVERGING, SEQUENTIAL } from "./style";

/** What the loader reads from the page. `frames` and `control` belong to sliders. */
export interface FigureData {
  data: Trace[];
  layout: Record<string, unknown>;
  [extra: string]: unknown;
}

export interface FigureHtmlOptions {
  /** What the loader needs beyond data and layout. */
  extra?: Record<string, unknown>;
  /** Draw at once when plotly.js is there: for figures that are replaced many times. */
  isLive?: boolean;
}

const DEFAULT_HEIGHT = 400;

/** The whole figure; about 10 kB for the loader, and the data. */
export function figureHtml(figure: Figure, options: FigureHtmlOptions = {}): string {
  const alt = figure.alt ?? "Figure";
  const height = Number(figure.layout.height) || DEFAULT_HEIGHT;
  const caption =
    figure.caption === undefined ? "" : `<figcaption>${escapeHtml(figure.caption)}</figcaption>\n`;
  const numbers = figure.table === undefined ? "" : htmlTable(figure.table);
  const table =
    numbers === ""
      ? ""
      : `<details><summary>The numbers as a table</summary>\n${numbers}</details>\n`;
  const live = options.isLive ? " data-lab-live" : "";
  return (
    `<figure class="lab-figure" style="margin:1em 0;max-width:60em"${live}>\n` +
    `<div class="lab-plot" style="min-height:${height}px">` +
    // The PNG step (bin/render-figures.mjs) puts the picture in place of this sentence.
    `<p class="lab-alt">${escapeHtml(alt)}</p></div>\n` +
    caption +
    table +
    `<script type="application/json" class="lab-data">` +
    `${jsonForScript({ ...compact(figure), alt, ...options.extra })}</script>\n` +
    `<script class="lab-loader">${loaderSource()}</script>\n` +
    `</figure>`
  );
}

/** The figure without what the loader knows already: the house template and colour scales. */
export function compact({ data, layout }: Figure): FigureData {
  const { template, ...rest } = layout;
  const isHouse = (template as { data?: object } | undefined)?.data !== undefined;
  return {
    data: data.map((trace) => {
      if (trace.colorscale === SEQUENTIAL.light)
        return { ...trace, colorscale: "house-sequential" };
      if (trace.colorscale === DIVERGING.light) return { ...trace, colorscale: "house-diverging" };
      return trace;
    }),
    layout: isHouse || template === undefined ? rest : layout,
  };
}
