/** The page of `npm run ask`: a line to type a question into, and the last answer with its trace. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { escapeHtml } from "../../src/core/escape-html";

export interface AskPage {
  /** What is asked: the folder's name. */
  title: string;
  /** A sentence on what answers. */
  about: string;
  /** Questions to start with, a button each. */
  examples: readonly string[];
  /** Proves that a question was typed into this page: see server.ts. */
  token: string;
}

/** What stands below the form. */
export interface AskState {
  question?: string;
  /** Made by ragTrace, with all texts escaped. */
  answerHtml?: string;
  /** Why there is no answer. */
  error?: string;
}

const CSS = readFileSync(path.join(__dirname, "../pages/lab.css"), "utf8");

/** No script and nothing loaded from elsewhere: one document with its style. */
export function askPage({ title, about, examples, token }: AskPage, state: AskState): string {
  const { question = "", answerHtml, error } = state;
  const buttons = examples.map(
    (example) =>
      `<button name="question" value="${escapeHtml(example)}">${escapeHtml(example)}</button>`,
  );
  const hidden = `<input type="hidden" name="token" value="${escapeHtml(token)}">`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ask ${escapeHtml(title)}</title>
<style>${CSS}${OWN_CSS}</style>
</head>
<body>
<main>
<h1>Ask ${escapeHtml(title)}</h1>
<p><small>${escapeHtml(about)}</small></p>
<form method="post" action="/" class="ask">
${hidden}
<label for="question">Your question</label>
<input id="question" name="question" value="${escapeHtml(question)}" autocomplete="off" autofocus required maxlength="${MAX_TYPED}">
<button>Ask</button>
</form>
<form method="post" action="/" class="examples" aria-label="Questions to start with">
${hidden}
${buttons.join("\n")}
</form>
${error === undefined ? "" : `<p class="error" role="alert">${escapeHtml(error)}</p>`}
${answerHtml ?? ""}
</main>
</body>
</html>
`;
}

/** Letters that the line takes; a program that posts more is cut by the encoder, or refused. */
const MAX_TYPED = 1000;

const OWN_CSS = `
.ask { display: flex; gap: 0.5rem; flex-wrap: wrap; align-items: center; }
.ask label { flex-basis: 100%; }
.ask input { flex: 1; min-width: 12rem; padding: 0.5rem; font: inherit; }
button { padding: 0.5rem 1rem; font: inherit; cursor: pointer; }
.examples { display: flex; gap: 0.4rem; flex-wrap: wrap; margin: 0.8rem 0 1.5rem; }
.examples button { font-size: 0.875rem; padding: 0.25rem 0.6rem; text-align: left; }
.error { color: var(--error); }
`;
