/**
 * Text that came from data, made safe to stand inside HTML.
 *
 * A document called `</script><img src=x onerror=…>` is a title like any other: it has to be seen,
 * not run. The five characters with a meaning in HTML become entities, as the HTML standard asks
 * of text and of quoted attribute values (WHATWG HTML, section 13.1.2).
 */

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Right between tags and inside a quoted attribute. Not for the inside of a `<script>` or
 * `<style>`, nor for a link's address: a browser reads those by other rules.
 *
 * @param text anything; what isn't a string is turned into one first, as a template would
 */
export function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
