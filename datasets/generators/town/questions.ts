/**
 * The questions about a passage: those written for it, and some made from its chapter's frames.
 *
 * A question that was written asks about the story in other words, and often nothing in it says
 * where to look; some are therefore given a lead, "Concerning the Blue Heron" or "In a pub of ...".
 * Some frames and leads are held out: only questions about development and test passages use them,
 * so that a model can't score by having learnt all wordings.
 */
import type { Rng } from "../../../src/core/rng";
import { fillSlots, lowerFirst, upperFirst, type Composed } from "./compose";
import { STYLES, type Ask, type Chapter, type QuestionFrame, type Style } from "./entries";

export const SPLITS = ["train", "dev", "test"] as const;
export type Split = (typeof SPLITS)[number];

export interface Question {
  id: string;
  question: string;
  answer: string;
  passageId: string;
  style: Style;
  /** Written for this passage, or from a frame that training questions have, too, or have not. */
  source: "hand" | "frame" | "held-out frame";
}

type Fields = Readonly<Record<string, string>>;

/** How many questions of a passage come from frames. */
const FRAMES = { train: 6, dev: 3, test: 3 };

/** The share of written questions without a lead; half of the others are given the name. */
const BARE_SHARE = 0.4;

const NAME_LEADS = ["As to {name}", "In the case of {name}", "When we think of {name}"];
const HELD_OUT_NAME_LEADS = ["Speaking of {name}", "Concerning {name}"];

export function questionsAbout(
  { passage, entry, chapter }: Composed,
  split: Split,
  rng: Rng,
): Omit<Question, "id">[] {
  const written = entry.asks.map((ask) => ({
    ...withLead(ask, chapter, entry.fields, split, rng),
    passageId: passage.id,
    source: "hand" as const,
  }));
  const framed = chooseFrames(chapter, entry.fields, split, rng).map((frame) => ({
    question: upperFirst(fillSlots(frame.question, entry.fields)),
    answer: fillSlots(frame.answer, entry.fields),
    style: frame.style,
    passageId: passage.id,
    source: frame.isHeldOut ? ("held-out frame" as const) : ("frame" as const),
  }));
  return [...written, ...framed];
}

/** Where the words to look for come with the question, its style is another. */
function withLead(ask: Ask, chapter: Chapter, fields: Fields, split: Split, rng: Rng): Ask {
  const drawn = rng.uniform();
  if (ask.style !== "indirect" || drawn < BARE_SHARE) return ask;
  const isName = drawn < (1 + BARE_SHARE) / 2;
  const leads = chapter.leads.filter(({ isHeldOut }) => isHeldOut === (split !== "train"));
  const nameLeads = split === "train" ? NAME_LEADS : HELD_OUT_NAME_LEADS;
  const lead = fillSlots(rng.pick(isName ? nameLeads : leads.map(({ text }) => text)), fields);
  // A lead must not say what is asked for.
  if (lead.toLowerCase().includes(ask.answer.toLowerCase())) return ask;
  return {
    question: upperFirst(`${lead}, ${lowerFirst(ask.question)}`),
    answer: ask.answer,
    style: isName ? "paraphrase" : "multi-fact",
  };
}

/** Frames of all styles in turn; outside of training, two in three are held-out ones. */
function chooseFrames(chapter: Chapter, fields: Fields, split: Split, rng: Rng): QuestionFrame[] {
  const usable = rng
    .shuffle(chapter.frames)
    .filter((frame) => (split !== "train" || !frame.isHeldOut) && isUnique(frame, chapter, fields));
  const styles = rng.shuffle(STYLES);
  const chosen: QuestionFrame[] = [];
  for (let turn = 0; chosen.length < FRAMES[split] && turn < 2 * STYLES.length; turn++) {
    const ofStyle = usable.filter(
      (frame) => frame.style === styles[turn % STYLES.length] && !chosen.includes(frame),
    );
    const heldOut = ofStyle.filter(({ isHeldOut }) => isHeldOut);
    const pool = heldOut.length > 0 && rng.integer(3) > 0 ? heldOut : ofStyle;
    if (pool.length > 0) chosen.push(pool[0]!);
  }
  return chosen;
}

/** Would the frame, filled with another entry's fields, ask the same? Then two passages answer. */
function isUnique(frame: QuestionFrame, chapter: Chapter, fields: Fields): boolean {
  const text = fillSlots(frame.question, fields);
  const same = chapter.entries.filter((entry) => fillSlots(frame.question, entry.fields) === text);
  return same.length === 1;
}
