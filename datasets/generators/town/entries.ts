/**
 * The form in which the town's chapters are written: an entry has fields, a story and questions.
 *
 *   # Blue Heron | Ferry Street | 1712        the fields, in the order the chapter names them
 *   The ceiling is low. Tall guests ...       the story, in sentences
 *   i: Where must big people stoop? => Blue Heron
 *                                             a question and its answer; the letter is its style
 *
 * A line that begins with a space goes on from the one before. A story may quote a fact of another
 * entry as {@Lantern Bridge.year}, so that it is written down in one place only.
 */
import { logicalLines } from "../lexicon";

export const STYLES = ["direct", "paraphrase", "indirect", "multi-fact"] as const;
export type Style = (typeof STYLES)[number];

export interface Ask {
  style: Style;
  question: string;
  answer: string;
}

export interface Entry {
  /** By name; "name" is always there. */
  fields: Readonly<Record<string, string>>;
  story: readonly string[];
  asks: readonly Ask[];
}

/** A question frame: {name} and the like are filled in from an entry's fields. */
export interface QuestionFrame extends Ask {
  /** Frames that only questions of development and test passages are made with. */
  isHeldOut: boolean;
}

/** What can be put before a written question: "In a pub of {street}, what ...?" */
export interface Lead {
  text: string;
  isHeldOut: boolean;
}

export interface Chapter {
  name: string;
  /** Texts with {field} slots, {s1} for the first sentence of the story and {s2} for the rest. */
  shapes: readonly string[];
  leads: readonly Lead[];
  frames: readonly QuestionFrame[];
  entries: readonly Entry[];
  /** Fields that name a person, with the field of the year in which that person was at work. */
  people: Readonly<Record<string, string>>;
}

export interface ChapterSource {
  name: string;
  /** Names of the fields, separated by spaces. */
  fields: string;
  /** One a line. */
  shapes: string;
  /** One a line; a star in front holds the lead out. */
  leads: string;
  /** Lines "i: question => answer"; a star after the letter holds the frame out. */
  frames: string;
  entries: string;
  people?: Readonly<Record<string, string>>;
}

const LETTERS: Record<string, Style> = {
  d: "direct",
  p: "paraphrase",
  i: "indirect",
  m: "multi-fact",
};

/** Reads the source of a chapter; whatever doesn't fit the form is an error that quotes it. */
export function parseChapter(source: ChapterSource): Chapter {
  const names = source.fields.split(" ");
  const leads = logicalLines(source.leads).map((line) => ({
    text: line.replace(/^\* /, ""),
    isHeldOut: line.startsWith("* "),
  }));
  const frames = logicalLines(source.frames).map(parseFrame);
  const blocks = source.entries.split(/^# /m).slice(1);
  const entries = blocks.map((block) => parseEntry(logicalLines(block), names));
  const shapes = logicalLines(source.shapes);
  const { name, people = {} } = source;
  return { name, shapes, leads, frames, entries, people };
}

function parseEntry(lines: readonly string[], names: readonly string[]): Entry {
  const values = lines[0]!.split("|").map((value) => value.trim());
  if (values.length !== names.length) {
    throw new Error(`parseEntry: ${names.length} fields needed, got "${lines[0]}"`);
  }
  const fields = Object.fromEntries(names.map((name, i) => [name, values[i]!]));
  const isAsk = (line: string) => /^[a-z]\*?: /.test(line);
  const story = lines
    .slice(1)
    .filter((line) => !isAsk(line))
    .flatMap((line) => splitSentences(line));
  return { fields, story, asks: lines.slice(1).filter(isAsk).map(parseAsk) };
}

function parseAsk(line: string): Ask {
  const match = /^([dpim]): (.+\?) => (.+)$/.exec(line);
  if (!match) throw new Error(`parseAsk: not "letter: question? => answer", got "${line}"`);
  return { style: LETTERS[match[1]!]!, question: match[2]!, answer: match[3]! };
}

function parseFrame(line: string): QuestionFrame {
  return { ...parseAsk(line.replace(/^([a-z])\*:/, "$1:")), isHeldOut: line[1] === "*" };
}

/** At a full stop, question or exclamation mark (and closing quote) before a capital. */
export function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?]"?)(?<!\b(?:Mr|Mrs|Dr)\.) (?=["A-Z{])/);
}
