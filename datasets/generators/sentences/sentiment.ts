/**
 * Short reviews, positive or negative. Topics are crossed with sentiment: each praises and each
 * blames, so the topic says nothing of the label. "Not", "but" and what had been feared or hoped
 * turn words of one side into the other.
 */
import type { Rng } from "../../../src/core/rng";
import { HAND_WRITTEN_REVIEWS } from "./by-hand/reviews";
import { parseReviews } from "./by-hand/parse";
import { HELD_OUT_REVIEWS, TRAIN_REVIEWS, type ReviewWords } from "./review-words";
import { numbered, splitRows, type Numbered, type Splits } from "./splits";
import { capitalized, withArticles } from "./wording";

export type Sentiment = "positive" | "negative";

export interface ReviewRow {
  text: string;
  label: Sentiment;
  topic: string;
  source: "hand" | "generated";
}

const ROWS = { train: 2000, dev: 200, test: 400 };

export function generateReviews(rng: Rng): Splits<Numbered<ReviewRow>> {
  const train = reviews(TRAIN_REVIEWS, ROWS.train, rng.fork("train"));
  const rest = reviews(HELD_OUT_REVIEWS, ROWS.dev + ROWS.test, rng.fork("held out"));
  const hand = parseReviews(HAND_WRITTEN_REVIEWS);
  return numbered("sentiment", { train, ...splitRows(rest, ROWS.dev), hand });
}

function reviews(words: ReviewWords, count: number, rng: Rng): ReviewRow[] {
  const rows = new Map<string, ReviewRow>();
  for (let i = 0; rows.size < count; i++) {
    if (i > 50 * count) throw new Error(`reviews: too few different texts, got ${rows.size}`);
    // The label of the next row, and not at random, so that both are equally frequent.
    const label = rows.size % 2 === 0 ? "positive" : "negative";
    const row = review(words, label, rng);
    if (!rows.has(row.text)) rows.set(row.text, row);
  }
  return rng.shuffle([...rows.values()]);
}

function review(words: ReviewWords, label: Sentiment, rng: Rng): ReviewRow {
  const { name, things, parts, praise, blame } = rng.pick(words.topics);
  const [good, bad] = label === "positive" ? [praise, blame] : [blame, praise];
  const part = rng.shuffle(parts) as [string, string];
  const [same, again] = rng.shuffle([...good, ...words[label]]) as [string, string];
  const opposite = rng.pick([...bad, ...words[label === "positive" ? "negative" : "positive"]]);
  const values: Record<string, string> = {
    thing: rng.pick(things),
    part: part[0],
    other: part[1],
    same,
    again,
    opposite,
    verdict: rng.pick(words.verdicts[label]),
  };
  const text = rng
    .pick(words.frames)
    .replace(/\{(\w+)\}/g, (_, slot: string) => values[slot]!)
    .replace(/(?:^|[.!?] )[a-z]/g, (start) => start.toUpperCase());
  return { text: capitalized(withArticles(text)), label, topic: name, source: "generated" };
}
