/**
 * HTML and Markdown written in a cell, for show().
 *
 *   show(html`<p>The longest title is <b>${title}</b>.</p>`)
 *
 * What stands in ${…} is data and gets escaped; what stands around it is yours. HTML put into HTML
 * is kept as it is, so pieces can be built from pieces.
 */
import { escapeHtml } from "../core/escape-html";

/** HTML that may be shown as it is. */
export class Html {
  constructor(readonly source: string) {}
  toHtml(): string {
    return this.source;
  }
  /** The words without the tags, for a terminal. */
  describe(): string {
    const words = this.source.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    const letters: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
    return words.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => letters[name]!).trim();
  }
}

/** Markdown, which the notebook renders. */
export class Markdown {
  constructor(readonly source: string) {}
}

/** Lists in ${…} are joined, so `${rows.map((row) => html`<li>${row}</li>`)}` works. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
  return new Html(parts.reduce((text, part, index) => text + asHtml(values[index - 1]) + part));
}

export function markdown(source: string): Markdown {
  return new Markdown(source);
}

function asHtml(value: unknown): string {
  if (value instanceof Html) return value.source;
  if (Array.isArray(value)) return value.map(asHtml).join("");
  return escapeHtml(value ?? "");
}
