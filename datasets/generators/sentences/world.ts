/**
 * What the generated sentence pairs are about: words with their synonyms, opposites and kinds, and
 * the frames sentences are built in. Training has one world, dev and test another, so that a score
 * on them says what was understood and not what was remembered.
 *
 *   sofa=couch        two words for one thing
 *   big=large/small   what is one is not the other
 *   wet/dry!          and what is not the one is the other
 *   in the kitchen < in the house    who is at the first place is at the second
 */
import { logicalLines } from "../lexicon";

/** Words for one thing. */
export type Synonyms = readonly string[];

/** A kind of thing, and the things of that kind: nothing is two of them. */
export interface Group {
  name: string;
  members: Synonyms[];
}

/** A word (as one of its synonyms) with what it excludes. */
export interface Contrast {
  words: Synonyms;
  opposite: Synonyms;
  /** Not the one means the other. */
  complementary: boolean;
}

export interface Place {
  at: string;
  /** The larger place it is part of. */
  within?: string;
}

/** One side gives, the other gets: "sell" and "buy". */
export interface Transfer {
  give: string;
  get: string;
}

export type SceneKind = "act" | "meet" | "state" | "compare" | "transfer";

export interface Frames {
  plain: string[];
  negated: string[];
}

export interface World {
  people: Group[];
  animals: Group[];
  things: Group[];
  /** Groups whose things come one at a time: "two teas" are rare. */
  uncounted: string[];
  /** Groups whose things come in all colours. */
  coloured: string[];
  /** Groups whose things nobody can hand over. */
  fixed: string[];
  /** What one does with things of a group. */
  actions: Map<string, Contrast[]>;
  /** What one person or animal does to another. */
  meetings: Contrast[];
  transfers: Transfer[];
  personQualities: Contrast[];
  /** What things of a group can be. */
  thingQualities: Map<string, Contrast[]>;
  colours: Contrast[];
  /** Qualities with a comparative. */
  measures: Contrast[];
  places: Place[];
  times: string[];
  frames: Record<SceneKind, Frames>;
}

/** The same as text: one line an entry, see above. */
export interface WorldText {
  people: string;
  animals: string;
  things: string;
  uncounted: string;
  coloured: string;
  fixed: string;
  actions: string;
  meetings: string;
  transfers: string;
  personQualities: string;
  thingQualities: string;
  colours: string;
  measures: string;
  places: string;
  times: string;
  frames: Record<SceneKind, { plain: string; negated: string }>;
}

export function parseWorld(text: WorldText): World {
  const frames = Object.fromEntries(
    Object.entries(text.frames).map(([kind, { plain, negated }]) => [
      kind,
      { plain: logicalLines(plain), negated: logicalLines(negated) },
    ]),
  ) as World["frames"];
  const colours = list(text.colours);
  return {
    people: groups(text.people),
    animals: groups(text.animals),
    things: groups(text.things),
    uncounted: list(text.uncounted),
    coloured: list(text.coloured),
    fixed: list(text.fixed),
    actions: contrastsByGroup(text.actions),
    meetings: contrasts(text.meetings),
    transfers: list(text.transfers).map((pair) => {
      const [give, get] = pair.split("/");
      return { give: give!, get: get! };
    }),
    personQualities: contrasts(text.personQualities),
    thingQualities: contrastsByGroup(text.thingQualities),
    colours: colours.map((colour) => ({
      words: [colour],
      opposite: colours.filter((other) => other !== colour),
      complementary: false,
    })),
    measures: contrasts(text.measures),
    places: list(text.places).map((place) => {
      const [at, within] = place.split("<").map((part) => part.trim());
      return { at: at!, within };
    }),
    times: list(text.times),
    frames,
  };
}

function groups(text: string): Group[] {
  return logicalLines(text).map((line) => {
    const [name, members] = line.split(":");
    return { name: name!, members: list(members!).map((member) => member.split("=")) };
  });
}

function contrastsByGroup(text: string): Map<string, Contrast[]> {
  return new Map(
    logicalLines(text).map((line) => {
      const [group, entries] = line.split(":");
      return [group!, contrasts(entries!)];
    }),
  );
}

/** Both sides of each contrast; a word without an opposite has only one. */
function contrasts(text: string): Contrast[] {
  return list(text).flatMap((entry) => {
    const complementary = entry.endsWith("!");
    const [left, right] = entry
      .replace("!", "")
      .split("/")
      .map((side) => side.split("="));
    if (!right) return [{ words: left!, opposite: [], complementary }];
    return [
      { words: left!, opposite: right, complementary },
      { words: right, opposite: left!, complementary },
    ];
  });
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((entry) => entry.replace(/\s+/g, " ").trim())
    .filter((entry) => entry !== "");
}
