/** Reads what was written by hand: one row a line, its parts between bars. */
import { logicalLines } from "../../lexicon";
import type { InferenceRow, Label } from "../nli";
import type { QuestionRow } from "../questions";
import type { ReviewRow } from "../sentiment";
import type { ScoredRow } from "../sts";
import type { TripletRow } from "../triplets";

const LABEL_OF: Record<string, Label> = { E: "entailment", N: "neutral", C: "contradiction" };

/** "E | premise | hypothesis". */
export function parseInferencePairs(text: string): InferenceRow[] {
  return parts(text, 3).map(([letter, premise, hypothesis]) => {
    const label = LABEL_OF[letter!];
    if (!label) throw new Error(`parseInferencePairs: the label is E, N or C, got ${letter}`);
    return { premise: premise!, hypothesis: hypothesis!, label, source: "hand" };
  });
}

/** The parts of each line; a line with more or fewer is refused. */
export function parts(text: string, count: number): string[][] {
  return logicalLines(text).map((line) => {
    const found = line.split("|").map((part) => part.trim());
    if (found.length !== count || found.includes("")) {
      throw new Error(`parts: ${count} parts between bars are wanted, got: ${line}`);
    }
    return found;
  });
}

/** "4.5 | sentence | sentence". */
export function parseScoredPairs(text: string): ScoredRow[] {
  return parts(text, 3).map(([digits, sentence1, sentence2]) => {
    const score = Number(digits);
    if (!(score >= 0 && score <= 5)) {
      throw new Error(`parseScoredPairs: a score is from 0 to 5, got ${digits}`);
    }
    return { sentence1: sentence1!, sentence2: sentence2!, score, source: "hand" };
  });
}

/** "anchor | positive | negative". */
export function parseTriplets(text: string): TripletRow[] {
  return parts(text, 3).map(([anchor, positive, negative]) => {
    return { anchor: anchor!, positive: positive!, negative: negative!, source: "hand" };
  });
}

/** "= | question | question" for duplicates, "x | …" for others. */
export function parseQuestionPairs(text: string): QuestionRow[] {
  return parts(text, 3).map(([sign, question1, question2]) => {
    if (sign !== "=" && sign !== "x") {
      throw new Error(`parseQuestionPairs: a line begins with = or x, got ${sign}`);
    }
    return {
      question1: question1!,
      question2: question2!,
      isDuplicate: sign === "=",
      source: "hand",
    };
  });
}

/** "+ | topic | text" for a positive review, "- | …" for a negative one. */
export function parseReviews(text: string): ReviewRow[] {
  return parts(text, 3).map(([sign, topic, review]) => {
    if (sign !== "+" && sign !== "-") {
      throw new Error(`parseReviews: a line begins with + or -, got ${sign}`);
    }
    const label = sign === "+" ? "positive" : "negative";
    return { text: review!, label, topic: topic!, source: "hand" };
  });
}
