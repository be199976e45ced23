/** Text that is to be seen, not run: src/core/escape-html.ts, for programs that run uncompiled. */

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (character) => ENTITIES[character]);
}

/** Jupyter stores long texts as lists of lines. */
export function joined(text) {
  return Array.isArray(text) ? text.join("") : String(text ?? "");
}
