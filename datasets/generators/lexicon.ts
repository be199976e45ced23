/**
 * Words with what belongs to them: a lexicon is a list of entries, an entry a word, its forms and
 * its attributes ("duck" has the sound "quack" and the home "pond").
 *
 * The attributes are the point. Were all birds interchangeable in the sentences, nothing in the
 * text could tell one from another, and a word vector could not either.
 *
 * One entry per line, the commonest words first; a line that begins with a space goes on:
 *
 *   duck: home pond, lake; sound quack
 *   goose: s geese; home meadow
 */
import type { Rng } from "../../src/core/rng";
import { adverb, comparison, plural, verbForms } from "./english";

/** What forms an entry has: nouns s; verbs es ed en ing; adjectives er est ly; words none. */
export type Kind = "noun" | "verb" | "adjective" | "word";

export interface Entry {
  readonly head: string;
  readonly kind: Kind;
  /** A form or an attribute by its name: all values that may stand there. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

export interface Lexicon {
  readonly name: string;
  readonly entries: readonly Entry[];
  /** Running sums of the weights with which entries are drawn; the last is the total. */
  readonly cumulative: Float64Array;
}

export interface LexiconOptions {
  /** Default: word. */
  kind?: Kind;
  /** Weight of the entry of rank r is 1 / (r + 3)^steepness: 0 draws all alike. Default 0.5. */
  steepness?: number;
}

const PRONOUNS = {
  m: { he: "he", him: "him", his: "his", himself: "himself", man: "man", boy: "boy" },
  f: { he: "she", him: "her", his: "her", himself: "herself", man: "woman", boy: "girl" },
};

/** Reads the lines described above; an entry written twice is an error, for it hides a slip. */
export function parseLexicon(
  name: string,
  lines: string,
  { kind = "word", steepness = 0.5 }: LexiconOptions = {},
): Lexicon {
  const entries = logicalLines(lines).map((line) => parseEntry(name, line, kind));
  const heads = new Set<string>();
  for (const { head } of entries) {
    if (heads.has(head)) throw new Error(`parseLexicon: ${name} has the entry "${head}" twice`);
    heads.add(head);
  }
  if (entries.length === 0) throw new Error(`parseLexicon: ${name} has no entries`);
  const cumulative = new Float64Array(entries.length);
  let total = 0;
  entries.forEach((_, rank) => {
    total += 1 / (rank + 3) ** steepness;
    cumulative[rank] = total;
  });
  return { name, entries, cumulative };
}

/** Lines of a text written in a template literal, those that begin with a space joined on. */
export function logicalLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    if (/^\s/.test(line) && lines.length > 0) lines[lines.length - 1] += ` ${line.trim()}`;
    else lines.push(line.trim());
  }
  return lines;
}

/** One entry, drawn with the lexicon's weights. */
export function drawEntry(lexicon: Lexicon, rng: Rng): Entry {
  const { cumulative, entries } = lexicon;
  const target = rng.uniform() * cumulative[cumulative.length - 1]!;
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle]! <= target) low = middle + 1;
    else high = middle;
  }
  return entries[low]!;
}

/** The values of a form or attribute; undefined where the entry has none of that name. */
export function formOf(entry: Entry, form: string): readonly string[] | undefined {
  const attribute = entry.attributes.get(form);
  if (attribute) return attribute;
  const { head, kind } = entry;
  if (kind === "noun" && form === "s") return [plural(head)];
  if (kind === "verb") {
    const { third, past, participle, gerund } = verbForms(head);
    const found = { es: third, ed: past, en: participle, ing: gerund }[form];
    if (found) return [found];
  }
  if (kind === "adjective") {
    if (form === "ly") return [adverb(head)];
    const { comparative, superlative } = comparison(head);
    const found = { er: comparative, est: superlative }[form];
    if (found) return [found];
  }
  const gender = entry.attributes.get("gender")?.[0];
  if (gender === "m" || gender === "f") {
    const pronoun = (PRONOUNS[gender] as Record<string, string>)[form];
    if (pronoun) return [pronoun];
  }
  return undefined;
}

function parseEntry(lexicon: string, line: string, kind: Kind): Entry {
  const colon = line.indexOf(":");
  const head = (colon < 0 ? line : line.slice(0, colon)).trim();
  const attributes = new Map<string, readonly string[]>();
  for (const part of colon < 0 ? [] : line.slice(colon + 1).split(";")) {
    const space = part.trim().indexOf(" ");
    if (space < 0) throw new Error(`parseLexicon: ${lexicon}: "${head}" has an empty attribute`);
    const values = part.trim().slice(space).split(",");
    attributes.set(
      part.trim().slice(0, space),
      values.map((value) => value.trim()),
    );
  }
  return { head, kind, attributes };
}
