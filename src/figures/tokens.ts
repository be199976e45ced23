/**
 * Tokens as a reader sees them: one coloured box per token, the id below, where it came from on
 * hover or focus.
 *
 *   show(tokenView(tokenizer.encode(text), { text }))
 *
 * Boxes of one word share a colour, so that pieces of a word are seen to belong together; special
 * tokens are grey and dashed. The tint is see-through and the letters keep the page's own colour,
 * so light and dark pages both stay readable. No script: it works offline, in exported pages and
 * wherever HTML is shown. Below it, the same as a table, for those who don't see colours or hover.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */
import { inWords } from "../core/check";
import { escapeHtml } from "../core/escape-html";
import { shorten } from "./figure";
import { htmlTable, tableFromRecords, textTable, type TableRecord } from "./html-table";
import { PALETTE } from "./style";

/** What a tokenizer's `encode` returns, or any lists like it. All have the same length. */
export interface TokenLists {
  tokens: readonly string[];
  inputIds: readonly number[];
  /** `text.slice(start, end)` for each token; shown on hover. */
  offsets?: readonly (readonly [number, number])[];
  /** Tokens of one word have the same number, special ones null: gives the colours. */
  wordIds?: readonly (number | null)[];
  /** 0 or 1: a gap stands where it changes. */
  tokenTypeIds?: readonly number[];
}

export interface TokenViewOptions {
  /** The original, so that hover and table show which part of it a token is. */
  text?: string;
  /** The second sentence of a pair. */
  pair?: string;
  /** Whether the id stands below each token. Default true. */
  showIds?: boolean;
  /** The line above. Default: how many tokens there are. */
  title?: string;
  /** The most tokens shown; the rest is counted. Default 300. */
  maxTokens?: number;
}

/** Tokens ready for show(): `toHtml()` for pages, `describe()` for a terminal. */
export class TokenView {
  constructor(
    private readonly lists: TokenLists,
    private readonly options: TokenViewOptions = {},
  ) {
    checkLists(lists);
  }

  toHtml(): string {
    const { tokens } = this.lists;
    const shown = Math.min(tokens.length, this.options.maxTokens ?? 300);
    const boxes = Array.from({ length: shown }, (_, i) => this.box(i)).join("\n");
    const rest = tokens.length > shown ? ` <span>… ${tokens.length - shown} more</span>` : "";
    const table = htmlTable(tableFromRecords(this.records()));
    return (
      `<figure class="lab-tokens" style="margin:1em 0;max-width:60em">\n` +
      `<figcaption>${escapeHtml(this.title())}</figcaption>\n` +
      `<div role="list" style="line-height:1.3">${boxes}${rest}</div>\n` +
      `<details><summary>The tokens as a table</summary>\n${table}</details>\n</figure>`
    );
  }

  describe(): string {
    return `${this.title()}\n${textTable(tableFromRecords(this.records()))}`;
  }

  private title(): string {
    const { length } = this.lists.tokens;
    return this.options.title ?? `${length} ${length === 1 ? "token" : "tokens"}`;
  }

  private box(i: number): string {
    const { tokens, inputIds, wordIds, tokenTypeIds } = this.lists;
    const word = wordIds?.[i];
    const isSpecial = wordIds !== undefined && word === null;
    const hue = PALETTE[(word ?? i) % (PALETTE.length - 1)]!; // grey is for special tokens
    const colours = isSpecial
      ? "border:1px dashed #888888;background:#88888818"
      : `border:1px solid ${hue};background:${hue}38`;
    const isTurn = i > 0 && tokenTypeIds !== undefined && tokenTypeIds[i] !== tokenTypeIds[i - 1];
    const style =
      `display:inline-block;margin:2px ${isTurn ? "2px 2px 14px" : "2px"};padding:1px 5px;` +
      `border-radius:4px;text-align:center;vertical-align:top;${colours}`;
    const id =
      (this.options.showIds ?? true)
        ? `<br><small style="font-variant-numeric:tabular-nums">${Number(inputIds[i])}</small>`
        : "";
    const hover = escapeHtml(this.inOneLine(i));
    // <bdi>: a right-to-left token must not turn its neighbours round, nor its ## to the end.
    const token = escapeHtml(visibleToken(tokens[i]!));
    const name = `<bdi dir="ltr" style="font-family:monospace">${token}</bdi>`;
    return (
      `<span role="listitem" tabindex="0" title="${hover}" aria-label="${hover}" ` +
      `style="${style}">${name}${id}</span>`
    );
  }

  /** "##able · id 157 · from 8 to 12: “able” · word 0" */
  private inOneLine(i: number): string {
    const { word, from, to, source, id, token } = this.record(i);
    const parts = [`${String(token)} · id ${String(id)}`];
    if (from !== "" && from !== undefined) {
      const slice = source === undefined ? "" : `: “${String(source)}”`;
      parts.push(`from ${String(from)} to ${String(to)}${slice}`);
    }
    if (word !== "" && word !== undefined) parts.push(`word ${String(word)}`);
    return parts.join(" · ");
  }

  private records(): TableRecord[] {
    return this.lists.tokens.map((_, i) => this.record(i));
  }

  private record(i: number): TableRecord {
    const { tokens, inputIds, offsets, wordIds, tokenTypeIds } = this.lists;
    const { text, pair } = this.options;
    const record: TableRecord = { position: i, token: visibleToken(tokens[i]!), id: inputIds[i]! };
    const isSpecial = wordIds !== undefined && wordIds[i] === null;
    if (tokenTypeIds) record["segment"] = tokenTypeIds[i];
    if (wordIds) record["word"] = wordIds[i] ?? "";
    if (offsets) {
      const [from, to] = offsets[i]!;
      [record["from"], record["to"]] = isSpecial ? ["", ""] : [from, to];
      const original = tokenTypeIds?.[i] === 1 && pair !== undefined ? pair : text;
      if (original !== undefined) {
        record["source"] = isSpecial ? "" : shorten(visibleToken(original.slice(from, to)), 60);
      }
    }
    return record;
  }
}

/** A view of the tokens: `show(tokenView(tokenizer.encode(text), { text }))`. */
export function tokenView(lists: TokenLists, options: TokenViewOptions = {}): TokenView {
  return new TokenView(lists, options);
}

/** Characters without a shape of their own get one: a lone accent sits on a dotted circle. */
export function visibleToken(token: string): string {
  return token
    .replace(/[\p{Cc}\p{Cf}\p{Z}\p{Surrogate}]/gu, (character) =>
      character === " " ? "␣" : `\\u${character.codePointAt(0)!.toString(16).padStart(4, "0")}`,
    )
    .replace(/^(##)?(?=\p{M})/u, "$1◌");
}

function checkLists(lists: TokenLists): void {
  if (!Array.isArray(lists?.tokens) || !Array.isArray(lists.inputIds)) {
    throw new TypeError(
      `tokenView: the first argument must have tokens and inputIds, as encode returns them, ` +
        `got ${inWords(lists)}`,
    );
  }
  const { length } = lists.tokens;
  for (const name of ["inputIds", "offsets", "wordIds", "tokenTypeIds"] as const) {
    const list = lists[name];
    if (list === undefined || list.length === length) continue;
    throw new RangeError(
      `tokenView: ${name} must be as long as tokens (${length}), got ${list.length}`,
    );
  }
}
