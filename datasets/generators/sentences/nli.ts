/**
 * Natural language inference: does the hypothesis follow from the premise (entailment), can it not
 * be true with it (contradiction), or neither (neutral)?
 *
 * The hypothesis is drawn first and the premise made to fit the label, so the hypothesis alone says
 * nothing of it. What else could give the label away (negations, how much longer the premise is,
 * how many words are new) is then matched: of each combination every label keeps equally many.
 *
 * "Contradiction" follows the convention of SNLI (Bowman et al. 2015, section 2.1): both sentences
 * are taken to speak of one event, so another actor, place or number contradicts.
 */
import type { Rng } from "../../../src/core/rng";
import { parseInferencePairs } from "./by-hand/parse";
import { HAND_WRITTEN_INFERENCE } from "./by-hand/inference";
import {
  change,
  EXCLUDING,
  LESS_SPECIFIC,
  LESS_SPECIFIC_NOUN,
  MORE_SPECIFIC,
  MORE_SPECIFIC_NOUN,
  negate,
  negateComplement,
  oppositePredicate,
  otherAction,
  otherPredicate,
  SAME_MEANING,
  type Change,
} from "./changes";
import { HELD_OUT_WORLD } from "./held-out-world";
import { matched } from "./matched";
import { drawScene, writeScene, type Noun, type Scene } from "./scene";
import { numbered, splitRows, withoutRepeats, type Numbered, type Splits } from "./splits";
import { TRAIN_WORLDS } from "./train-world";
import { words } from "./wording";
import type { Place, Transfer, World } from "./world";

export const LABELS = ["entailment", "neutral", "contradiction"] as const;
export type Label = (typeof LABELS)[number];

export interface InferenceRow {
  premise: string;
  hypothesis: string;
  label: Label;
  source: "hand" | "generated";
}

const PER_LABEL = { train: 3000, dev: 200, test: 400 };
/** Candidates drawn for each row kept. */
const DRAWS = 4;
/** How often a hypothesis says that something is not so. */
const NEGATED = 0.35;
/** Chance of each further harmless change of the premise. */
const FURTHER = 0.75;
const MAX_CHANGES = 4;

export function generateInference(rng: Rng): Splits<Numbered<InferenceRow>> {
  const heldOut = PER_LABEL.dev + PER_LABEL.test;
  const train = pairs(TRAIN_WORLDS, PER_LABEL.train, rng.fork("train"));
  const rest = pairs([HELD_OUT_WORLD], heldOut, rng.fork("held out"));
  const { dev, test } = splitRows(rest, PER_LABEL.dev * LABELS.length);
  const hand = parseInferencePairs(HAND_WRITTEN_INFERENCE);
  return numbered("nli", { train, dev, test, hand });
}

function pairs(worlds: readonly World[], perLabel: number, rng: Rng): InferenceRow[] {
  const candidates: InferenceRow[] = [];
  while (candidates.length < DRAWS * LABELS.length * perLabel) {
    const row = pair(worlds[candidates.length % worlds.length]!, rng.pick(LABELS), rng);
    if (row) candidates.push(row);
  }
  const different = withoutRepeats(candidates, ({ premise, hypothesis }) => premise + hypothesis);
  return matched(different, { label: ({ label }) => label, key: surface, perLabel, rng });
}

function pair(world: World, label: Label, rng: Rng): InferenceRow | undefined {
  const scene = drawScene(world, rng, { details: 0.45, negated: rng.uniform() < NEGATED });
  const changed = premiseOf(scene, label, world, rng);
  if (!changed) return undefined;
  const hypothesis = writeScene(scene, world, rng);
  const premise = writeScene(changed, world, rng, rng.uniform() < 0.6 ? hypothesis.frame : "");
  if (premise.text === hypothesis.text) return undefined;
  return { premise: premise.text, hypothesis: hypothesis.text, label, source: "generated" };
}

/** What the sentences look like, without what they mean. */
function surface({ premise, hypothesis }: InferenceRow): string {
  const [first, second] = [words(premise), words(hypothesis)];
  const added = second.filter((word) => !first.includes(word)).length;
  const left = first.filter((word) => !second.includes(word)).length;
  return [first.includes("not"), second.includes("not"), Math.min(added, 5), Math.min(left, 6)]
    .map(String)
    .join();
}

function premiseOf(scene: Scene, label: Label, world: World, rng: Rng): Scene | undefined {
  const decided = decide(scene, label, world, rng);
  if (!decided) return undefined;
  const settled = differing(scene, decided);
  let premise = decided;
  for (let i = 0; i < MAX_CHANGES && rng.uniform() < FURTHER; i++) {
    const specific = premise.negated ? MORE_SPECIFIC_NOUN : MORE_SPECIFIC;
    const next = change(premise, [...SAME_MEANING, ...specific], world, rng);
    // What decided the label must stay as it is: a second quality of the same thing could undo it.
    if (next && !differing(premise, next).some((part) => settled.includes(part))) premise = next;
  }
  return premise;
}

/** The one change that makes the label; for an entailment mostly none. */
function decide(scene: Scene, label: Label, world: World, rng: Rng): Scene | undefined {
  const attempt = (changes: readonly Change[]) => change(scene, changes, world, rng);
  const isBinary = scene.predicate?.contrast.complementary === true;
  if (label === "contradiction") {
    // "Not open" and "not closed" exclude each other; of most things both may be denied.
    const both = isBinary ? [negate, oppositePredicate] : [negate];
    return attempt(scene.negated || isBinary ? both : EXCLUDING);
  }
  if (label === "neutral") {
    if (rng.uniform() < 0.3) {
      const other = attempt([otherAction, otherPredicate]);
      return other && { ...other, negated: rng.uniform() < 0.4 };
    }
    return attempt(scene.negated ? LESS_SPECIFIC_NOUN : LESS_SPECIFIC);
  }
  if (isBinary && rng.uniform() < 0.7) return attempt([negateComplement]);
  if (scene.kind === "state" && scene.negated && rng.uniform() < 0.7) {
    // Who is happy is not sad.
    const opposite = attempt([oppositePredicate]);
    if (opposite) return { ...opposite, negated: false };
  }
  return scene;
}

/** The parts in which two scenes differ. */
function differing(before: Scene, after: Scene): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Scene>;
  return [...keys].filter((key) => describe(before[key]) !== describe(after[key]));
}

function describe(part: Scene[keyof Scene]): unknown {
  if (typeof part !== "object") return part;
  const { word, quality, count, at, give } = part as Partial<Noun & Place & Transfer>;
  return [word, quality?.word, count, at, give].join();
}
