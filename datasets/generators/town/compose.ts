/**
 * From an entry to a passage: one of the chapter's shapes, filled with its fields and its story.
 */
import type { Chapter, Entry } from "./entries";

export interface Passage {
  id: string;
  chapter: string;
  title: string;
  text: string;
}

/** A value of one entry, and the passages in which it stands because of that entry. */
export interface Fact {
  subject: string;
  relation: string;
  value: string;
  passageIds: string[];
}

export interface Composed {
  passage: Passage;
  entry: Entry;
  chapter: Chapter;
}

export interface Composition {
  composed: Composed[];
  facts: Fact[];
}

/** All passages of all chapters, in order, and the facts they state. */
export function composePassages(chapters: readonly Chapter[]): Composition {
  const facts = new Map<string, Fact>();
  const everyEntry = chapters.flatMap((chapter) => chapter.entries);
  for (const { fields } of everyEntry) {
    for (const [relation, value] of Object.entries(fields)) {
      if (relation === "name" || relation === "gender") continue;
      const key = `${fields["name"]!}.${relation}`;
      if (facts.has(key)) throw new Error(`composePassages: two entries give "${key}"`);
      facts.set(key, { subject: fields["name"]!, relation, value, passageIds: [] });
    }
  }
  const composed = chapters.flatMap((chapter) =>
    chapter.entries.map((entry, position) => {
      const id = `${slug(chapter.name)}/${slug(entry.fields["name"]!)}`;
      const shape = chapter.shapes[position % chapter.shapes.length]!;
      const text = fillPassage(shape, entry, (key) => {
        const fact = facts.get(key);
        if (!fact) throw new Error(`composePassages: ${id} quotes "${key}", which nothing gives`);
        if (!fact.passageIds.includes(id)) fact.passageIds.push(id);
        return fact.value;
      });
      return {
        passage: { id, chapter: chapter.name, title: upperFirst(entry.fields["name"]!), text },
        entry,
        chapter,
      };
    }),
  );
  return { composed, facts: [...facts.values()].filter(({ passageIds }) => passageIds.length > 0) };
}

/** A frame of a question or an answer, with an entry's fields in its slots. */
export function fillSlots(frame: string, fields: Readonly<Record<string, string>>): string {
  return frame.replace(/\{([A-Za-z]+)\}/g, (_, slot: string) => {
    const value = PRONOUNS[slot]?.[fields["gender"]!] ?? fields[slot] ?? fields[lowerFirst(slot)];
    if (value === undefined) throw new Error(`fillSlots: no field for {${slot}} in "${frame}"`);
    return /^[A-Z]/.test(slot) ? upperFirst(value) : value;
  });
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const PRONOUNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  he: { m: "he", f: "she" },
  He: { m: "he", f: "she" },
  his: { m: "his", f: "her" },
  His: { m: "his", f: "her" },
  him: { m: "him", f: "her" },
};

function fillPassage(shape: string, entry: Entry, quote: (key: string) => string): string {
  const { fields, story } = entry;
  // A field that the shape itself uses is a fact of this passage.
  for (const [, slot] of shape.matchAll(/\{([A-Za-z]+)\}/g)) {
    const relation = lowerFirst(slot!);
    if (relation in fields && relation !== "name") quote(`${fields["name"]!}.${relation}`);
  }
  const told = shape.replace("{s1}", story[0] ?? "").replace("{s2}", story.slice(1).join(" "));
  const quoted = told.replace(/\{@([^}]+)\}/g, (_, key: string) => quote(key));
  return fillSlots(quoted, fields).replace(/\s+/g, " ").trim();
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^(the-)?(.*?)-?$/, "$2");
}

export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
