/**
 * Markdown as blocks: rendered to HTML, and read as that, for the two can be mixed and what hides
 * text in one hides it in the other. Each element carries the line that it was written on.
 *
 * GitHub's dialect, as marked reads it. Front matter (between two lines of "---") is left out.
 */
import { Lexer, Parser, Renderer } from "marked";
import { parseHtml } from "./html.mjs";

/** @param {{ maxCharacters: number }} limits */
export function parseMarkdown(text, { maxCharacters }) {
  const frontMatter = /^---\n[\s\S]*?\n(---|\.\.\.)(\n|$)/.exec(text)?.[0] ?? "";
  const tokens = new Lexer({ gfm: true }).lex(text.slice(frontMatter.length));
  noteLines(tokens, 1 + lineEnds(frontMatter));
  const html = new Parser({ gfm: true, renderer: new LineRenderer() }).parse(tokens);
  const { blocks, hiddenCharacters } = parseHtml(html, { maxCharacters, hasLineMarks: true });
  const title = titleOf(frontMatter) ?? blocks[0]?.headings[0];
  return { blocks, ...(title && { title }), hiddenCharacters };
}

function titleOf(frontMatter) {
  const title = /^title:[ \t]*(.*)$/m.exec(frontMatter)?.[1].trim();
  return title?.replace(/^(["'])(.*)\1$/, "$2") || undefined;
}

/** What is written before a token within its parent has as many line ends as lie between them. */
function noteLines(tokens, line) {
  for (const token of tokens) {
    token.line = line;
    noteLines(token.type === "list" ? token.items : (token.tokens ?? []), line);
    line += lineEnds(token.raw);
  }
}

function lineEnds(text) {
  return text.split("\n").length - 1;
}

class LineRenderer extends Renderer {
  heading(token) {
    return marked(super.heading(token), token);
  }
  paragraph(token) {
    return marked(super.paragraph(token), token);
  }
  code(token) {
    const isFenced = /^ *[`~]{3}/.test(token.raw);
    return marked(super.code(token), { line: token.line + (isFenced ? 1 : 0) });
  }
  listitem(token) {
    return marked(super.listitem(token), token);
  }
  html(token) {
    // Beside it, not around it: it may open an element that a later one closes.
    return token.block ? `<span data-line="${token.line}"></span>${token.text}` : token.text;
  }
  table(token) {
    let row = 0; // below the first there is the line of dashes
    const lines = () => `<tr data-line="${token.line + (row === 0 ? row++ : 1 + row++)}">`;
    return super.table(token).replace(/<tr>/g, lines);
  }
}

function marked(html, { line }) {
  return html.replace(/^<(\w+)/, `<$1 data-line="${line}"`);
}
