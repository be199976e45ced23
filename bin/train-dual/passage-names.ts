/**
 * The names that stand in a passage, found by their capitals: its own title, titles of other
 * passages, and persons.
 */
import type { TownPassage } from "../../src/data/types";

/** Names of each kind: "title" is the passage's own, "streets" one of that chapter, "person". */
export type PassageNames = ReadonlyMap<string, readonly string[]>;

/** Words that begin sentences, and so spans of capitals. */
const OPENERS = /^(?:The|In|On|At|A|Of|Since|When|From|Every) /;
const SPAN = /[A-Z][\w'-]*(?: (?:of (?:the )?)?[A-Z][\w'-]*)*/g;

/** @returns by id of the passage */
export function passageNames(passages: readonly TownPassage[]): Map<string, PassageNames> {
  const chapterOf = new Map(passages.map(({ title, chapter }) => [bareTitle(title), chapter]));
  return new Map(passages.map((passage) => [passage.id, namesIn(passage, chapterOf)]));
}

function namesIn({ title, text }: TownPassage, chapterOf: ReadonlyMap<string, string>) {
  const own = bareTitle(title);
  const names = new Map([["title", [own]]]);
  for (const { 0: span, index } of text.matchAll(SPAN)) {
    const name = span.replace(OPENERS, "");
    const isOneWord = !name.includes(" ");
    // One capital at the beginning of a sentence may be any word's.
    const isFirst = index === 0 || /[.!?]\s+$/.test(text.slice(0, index));
    const kind = chapterOf.get(name) ?? (isOneWord ? "word" : "person");
    const known = names.get(kind) ?? [];
    if (name === own || known.includes(name) || (isFirst && isOneWord)) continue;
    names.set(kind, [...known, name]);
  }
  return names;
}

/** Without its article, as it may stand in a question. */
export function bareTitle(title: string): string {
  return title.replace(/^The /, "");
}
