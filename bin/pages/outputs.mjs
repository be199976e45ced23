/**
 * What a cell put out, as HTML.
 *
 * `text/html` is passed on as it is: it was made by the notebook's own code (src/figures/), which
 * escapes data. Everything else is text and gets escaped here.
 */
import { escapeHtml, joined } from "./escape-html.mjs";
import { markdownToHtml } from "./markdown.mjs";

export function outputToHtml(output) {
  if (output.output_type === "stream") {
    const name = output.name === "stderr" ? "stderr" : "stdout";
    return `<pre class="output ${name}">${ansiToHtml(joined(output.text))}</pre>`;
  }
  if (output.output_type === "error") {
    const trace = joined((output.traceback ?? []).map((line) => `${line}\n`)).trimEnd();
    const text = trace || `${output.ename}: ${output.evalue}`;
    return `<pre class="output error" role="alert">${ansiToHtml(text)}</pre>`;
  }
  return `<div class="output">${richest(output.data ?? {})}</div>`;
}

function richest(data) {
  if (data["text/html"] !== undefined) return joined(data["text/html"]);
  if (data["text/markdown"] !== undefined) return markdownToHtml(joined(data["text/markdown"]));
  for (const type of ["image/png", "image/jpeg", "image/gif"]) {
    if (data[type] === undefined) continue;
    const bytes = joined(data[type]).replace(/[^A-Za-z0-9+/=]/g, "");
    const alt = escapeHtml(joined(data["text/plain"]));
    return `<img src="data:${type};base64,${bytes}" alt="${alt}">`;
  }
  if (data["image/svg+xml"] !== undefined) {
    // As a picture, not as markup: scripts inside it do not run.
    const bytes = Buffer.from(joined(data["image/svg+xml"])).toString("base64");
    const alt = escapeHtml(joined(data["text/plain"]));
    return `<img src="data:image/svg+xml;base64,${bytes}" alt="${alt}">`;
  }
  return `<pre>${ansiToHtml(joined(data["text/plain"]))}</pre>`;
}

const COLOURS = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

/** Terminal text: colours become classes, `\r` rewrites its line, other control codes vanish. */
export function ansiToHtml(text) {
  let style = { colour: undefined, isBold: false };
  const parts = rewritten(text).split(/\u001b\[([\d;]*)m/);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) {
        style = part
          .split(";")
          .map(Number)
          .reduce((current, code) => afterCode(current, code), style);
        return "";
      }
      const letters = escapeHtml(part.replace(/\u001b\[[\d;?]*[A-Za-z]|\u001b[()][A-Z0-9]/g, ""));
      const classes = [style.colour && `ansi-${style.colour}`, style.isBold && "ansi-bold"];
      const names = classes.filter(Boolean).join(" ");
      return letters !== "" && names !== "" ? `<span class="${names}">${letters}</span>` : letters;
    })
    .join("");
}

function afterCode(style, code) {
  if (code === 0) return { colour: undefined, isBold: false };
  if (code === 1) return { ...style, isBold: true };
  if (code === 22) return { ...style, isBold: false };
  if (code === 39) return { ...style, colour: undefined };
  const colour = COLOURS[code >= 90 ? code - 90 : code - 30];
  return colour === undefined ? style : { ...style, colour };
}

function rewritten(text) {
  return text
    .replace(/\r\n/g, "\n")
    .split("\n")
    .map((line) => line.replace(/\r+$/, "").replace(/^[\s\S]*\r/, ""))
    .join("\n");
}
