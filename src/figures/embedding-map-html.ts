/**
 * A map as HTML that stands on its own in any page: data, and the script that draws it.
 *
 * Until the script runs, and where none may, a sentence or a picture (PNG), the caption and a table
 * stand in its place. The script is plain JavaScript of its own files (browser/embedding-map/),
 * without a library; it draws into a shadow tree, so that the page's style sheets and ours don't
 * meet. Every text goes to the page as text.
 */
import { escapeHtml } from "../core/escape-html";
import { bytesOf } from "./base64";
import { FigureOptions, FigureTable, figureTable, shorten } from "./figure";
import { formatNumber } from "./format-number";
import { htmlTable, textTable } from "./html-table";
import { jsonForScript } from "./loader";
import type { MapData } from "./embedding-map-data";
import { mapLoaderSource } from "./embedding-map-loader";

const DEFAULT_HEIGHT = 480;

/** A map with what it keeps. show() displays it. */
export class EmbeddingMap {
  constructor(
    private readonly data: MapData,
    private readonly options: FigureOptions,
  ) {}

  /** For each frame, the share of true neighbours that it keeps, 0 to 1; undefined without. */
  get shares(): (number | undefined)[] {
    return this.data.frames.map(({ share }) => share);
  }

  /** What the last frame keeps. */
  get share(): number | undefined {
    return this.shares[this.shares.length - 1];
  }

  /** What a map drawn by lot would keep. */
  get chance(): number | undefined {
    return this.data.chance;
  }

  /** The figure in words, and its first points as a table. */
  describe(): string {
    const { caption } = this.options;
    const lines = [`[${this.alt()}]`, ...(caption === undefined ? [] : [caption])];
    return [...lines, textTable(this.table(), { maxRows: 10 })].join("\n");
  }

  toHtml(): string {
    const { title, caption, height = DEFAULT_HEIGHT } = this.options;
    const alt = this.alt();
    const page = { ...this.data, alt, height, ...(title === undefined ? {} : { title }) };
    return (
      // JupyterLab acts on keys before the page hears them, unless it finds one of these.
      `<figure class="lab-map" style="margin:1em 0;max-width:68em"` +
      ` data-lm-suppress-shortcuts="true" data-p-suppress-shortcuts="true">\n` +
      `<div class="lab-plot" style="min-height:${height}px">` +
      // The PNG step (bin/render-figures.mjs) puts the picture in place of this sentence.
      `<p class="lab-alt">${escapeHtml(alt)}</p></div>\n` +
      (caption === undefined ? "" : `<figcaption>${escapeHtml(caption)}</figcaption>\n`) +
      `<details><summary>The points as a table</summary>\n${htmlTable(this.table())}</details>\n` +
      `<script type="application/json" class="lab-data">${jsonForScript(page)}</script>\n` +
      `<script class="lab-map-loader">${mapLoaderSource()}</script>\n` +
      `</figure>`
    );
  }

  private alt(): string {
    const { alt, title } = this.options;
    if (alt !== undefined) return alt;
    const { labels, groups, frames, k, chance } = this.data;
    const name = title === undefined ? "Map" : `Map: ${title}`;
    const sizes = groups?.names.map((group, g) => `${group} (${formatNumber(groups.counts[g]!)})`);
    const members = sizes === undefined ? "" : ` in ${sizes.length} groups: ${sizes.join(", ")}`;
    const kept = frames.map(({ name: frame, share = 0 }) => {
      const percent = `${formatNumber(100 * share, 3)}%`;
      return frames.length === 1 ? percent : `${percent} (${frame})`;
    });
    const ends = kept.length > 3 ? [kept[0]!, kept[kept.length - 1]!] : kept;
    const trust =
      k === undefined
        ? ""
        : ` It keeps ${ends.join(", ")} of each point's ${k} true neighbours;` +
          ` chance is ${formatNumber(100 * chance!, 2)}%.`;
    return `${name}. ${formatNumber(labels.length)} points${members}.${trust}`;
  }

  /** The first points with their nearest, for those who read rather than look. */
  private table(): FigureTable {
    const { labels, groups, frames, truths, k } = this.data;
    const last = frames[frames.length - 1]!;
    const truth = last.truth === undefined ? undefined : truths[last.truth]!;
    const ids = truth && new Uint16Array(bytesOf(truth.ids));
    const high = truth?.high === undefined ? undefined : new Uint8Array(bytesOf(truth.high));
    const kept = last.kept === undefined ? undefined : new Uint8Array(bytesOf(last.kept));
    const of = groups && new Uint8Array(bytesOf(groups.of));
    const nearest = (i: number) =>
      Array.from({ length: Math.min(3, k!) }, (_, place) => {
        const at = i * k! + place;
        return shorten(labels[ids![at]! + 65536 * (high?.[at] ?? 0)]!, 40);
      }).join(", ");
    const columns = [
      ...["point", ...(groups ? [this.data.groupLabel ?? "group"] : [])],
      ...(k === undefined ? [] : ["nearest in truth", `kept of ${k}`]),
    ];
    const row = (i: number) => [
      ...[labels[i]!, ...(groups ? [groups.names[of![i]!]!] : [])],
      ...(k === undefined ? [] : [nearest(i), kept![i]!]),
    ];
    const shown = Array.from({ length: Math.min(labels.length, 60) }, (_, i) => row(i));
    return { ...figureTable(columns, shown), total: labels.length };
  }
}
