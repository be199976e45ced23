/**
 * Sentences from templates: the small language in which the generated data sets are written.
 *
 *   {bird}            a word from the lexicon "bird"
 *   {x=bird}          the same, remembered as x
 *   {x} {x.s} {x.home}  what was remembered: the word, a form of it, one of its attributes
 *   {x.act.ed}        a form of the attribute, where it begins with a verb or ends in a noun
 *   [calm|quiet|]     one of these; choices may hold slots and other choices
 *   @a                "a" or "an", by the sound of what follows
 *
 * The first letter becomes a capital. Whatever is drawn comes from the rng alone.
 */
import { assertInteger } from "../../src/core/check";
import type { Rng } from "../../src/core/rng";
import { article, plural, verbForms } from "./english";
import { drawEntry, formOf, type Entry, type Lexicon } from "./lexicon";

/** What slots of the form {x=…} have remembered so far. */
export type Scope = Map<string, Entry>;

type Part =
  | { kind: "text"; text: string }
  | { kind: "slot"; source: string; form?: string; inflection?: string; bind?: string }
  | { kind: "choice"; choices: Part[][] };

/** What one call of expand carries along; used and values hold what this sentence has drawn. */
interface Expansion {
  rng: Rng;
  scope: Scope;
  template: string;
  used: Set<Entry>;
  values: Set<string>;
}

/** Draws of one lexicon before a word that is already there is accepted again. */
const ATTEMPTS = 8;

export class Grammar {
  private readonly lexicons = new Map<string, Lexicon>();
  private readonly parsed = new Map<string, Part[]>();

  constructor(lexicons: readonly Lexicon[]) {
    for (const lexicon of lexicons) {
      if (this.lexicons.has(lexicon.name)) {
        throw new Error(`Grammar: two lexicons are called "${lexicon.name}"`);
      }
      this.lexicons.set(lexicon.name, lexicon);
    }
  }

  /** One sentence or more; scope is read, and what the template binds is added to it. */
  expand(template: string, rng: Rng, scope: Scope = new Map()): string {
    return tidy(
      this.expandParts(this.parse(template), {
        rng,
        scope,
        template,
        used: new Set(),
        values: new Set(),
      }),
    );
  }

  /** An entry of a lexicon whose word is not among those taken, if chance allows. */
  draw(name: string, rng: Rng, taken: readonly Entry[] = []): Entry {
    const lexicon = this.lexicons.get(name);
    if (!lexicon) throw new Error(`Grammar.draw: no lexicon called "${name}"`);
    const isTaken = ({ head }: Entry) => taken.some((other) => other.head === head);
    let entry = drawEntry(lexicon, rng);
    for (let i = 0; i < ATTEMPTS && isTaken(entry); i++) entry = drawEntry(lexicon, rng);
    return entry;
  }

  /** Every entry of a lexicon, for those who go through all. */
  entries(name: string): readonly Entry[] {
    const lexicon = this.lexicons.get(name);
    if (!lexicon) throw new Error(`Grammar.entries: no lexicon called "${name}"`);
    return lexicon.entries;
  }

  private parse(template: string): Part[] {
    let parts = this.parsed.get(template);
    if (!parts) {
      parts = parseTemplate(template);
      this.parsed.set(template, parts);
    }
    return parts;
  }

  private expandParts(parts: Part[], state: Expansion): string {
    let text = "";
    for (const part of parts) {
      if (part.kind === "text") text += part.text;
      else if (part.kind === "slot") text += this.expandSlot(part, state);
      else text += this.expandParts(state.rng.pick(part.choices), state);
    }
    return text;
  }

  private expandSlot(slot: Part & { kind: "slot" }, state: Expansion): string {
    const { source, form, inflection, bind } = slot;
    const { rng, scope, template, used } = state;
    const known = bind ? undefined : scope.get(source);
    const entry = known ?? this.draw(source, rng, [...scope.values(), ...used]);
    used.add(entry);
    if (bind) scope.set(bind, entry);
    if (form === undefined) return entry.head;
    const values = formOf(entry, form);
    if (!values) throw new Error(`Grammar: "${entry.head}" has no "${form}", in: ${template}`);
    // "The {q.of} and the {q.of}" means two different ones, while there are two.
    const fresh = values.filter((value) => !state.values.has(value));
    const value = rng.pick(fresh.length > 0 ? fresh : values);
    state.values.add(value);
    return inflection ? inflect(value, inflection, template) : value;
  }
}

/** Items without repetition, in random order; all of them where there are fewer than count. */
export function sample<T>(items: readonly T[], count: number, rng: Rng): T[] {
  assertInteger("sample", { count }, { min: 0 });
  return rng.shuffle(items).slice(0, count);
}

function parseTemplate(template: string): Part[] {
  const { parts, end } = parseUntil(template, 0, "");
  if (end !== template.length) throw new Error(`Grammar: a bracket too many in: ${template}`);
  return parts;
}

/** Reads up to one of the closing characters (or the end, when there are none). */
function parseUntil(text: string, start: number, closing: string): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  let at = start;
  while (at < text.length && !closing.includes(text[at]!)) {
    if (text[at] === "{") {
      const end = text.indexOf("}", at);
      const slot = /^(?:(\w+)=)?(\w+)(?:\.(\w+))?(?:\.(\w+))?$/.exec(text.slice(at + 1, end));
      if (end < 0 || !slot) throw new Error(`Grammar: a slot I cannot read in: ${text}`);
      const [, bind, source, form, inflection] = slot;
      parts.push({ kind: "slot", bind, source: source!, form, inflection });
      at = end + 1;
    } else if (text[at] === "[") {
      const choices: Part[][] = [];
      do {
        const choice = parseUntil(text, at + 1, "|]");
        choices.push(choice.parts);
        at = choice.end;
        if (at >= text.length) throw new Error(`Grammar: a choice without its end in: ${text}`);
      } while (text[at] === "|");
      parts.push({ kind: "choice", choices });
      at++;
    } else {
      let end = at;
      while (end < text.length && !"{[".includes(text[end]!) && !closing.includes(text[end]!)) {
        if (text[end] === "]" || text[end] === "}") {
          throw new Error(`Grammar: a bracket too many in: ${text}`);
        }
        end++;
      }
      parts.push({ kind: "text", text: text.slice(at, end) });
      at = end;
    }
  }
  return { parts, end: at };
}

/** A form of an attribute's value: "s" of a noun, "es", "ed", "en" and "ing" of a verb. */
function inflect(value: string, inflection: string, template: string): string {
  if (inflection === "s") return plural(value);
  const { third, past, participle, gerund } = verbForms(value);
  const form = { es: third, ed: past, en: participle, ing: gerund }[inflection];
  if (form === undefined)
    throw new Error(`Grammar: no inflection "${inflection}", in: ${template}`);
  return form;
}

/** Spaces, articles and capitals put right. */
function tidy(raw: string): string {
  const text = raw
    .replace(/\s+/g, " ")
    .replace(/ ([,.;:!?])/g, "$1")
    .trim()
    .replace(/@a (\S+)/g, (_, next: string) => `${article(next)} ${next}`);
  // The first letter of each sentence, past an opening quotation mark; but after '!" ' and '?" '
  // the sentence goes on ('"Stop!" she cried').
  return text.replace(
    /(^|[.!?] |\." )("?)([a-z])/g,
    (_, before: string, quote: string, c: string) => {
      return before + quote + c.toUpperCase();
    },
  );
}
