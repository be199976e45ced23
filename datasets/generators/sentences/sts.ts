/**
 * Semantic textual similarity: two sentences and how alike they are, from 0 to 5, by what was
 * changed between them. The scale is that of the STS tasks (Agirre et al. 2012, section 3):
 *
 *   5  the same in other words
 *   4  the same, but one says a little more
 *   3  the same but for one detail: another place, colour, number, thing
 *   2  the same people and things, another event: who did it to whom, the opposite, not at all
 *   1  one person in common, and perhaps place and time
 *   0  nothing in common but perhaps place and time
 *
 * Many pairs with a 2 share every word, and those with a 5 are written in another frame and with
 * synonyms where there are any, so counting shared words does not go far.
 */
import type { Rng } from "../../../src/core/rng";
import { parseScoredPairs } from "./by-hand/parse";
import { HAND_WRITTEN_SCORES } from "./by-hand/scores";
import {
  change,
  LESS_SPECIFIC,
  otherAction,
  OTHER_DETAIL,
  OTHER_EVENT,
  otherPredicate,
  SAME_MEANING,
  swapRoles,
  type Change,
} from "./changes";
import { HELD_OUT_WORLD } from "./held-out-world";
import { drawScene, writeScene, type Noun, type Scene } from "./scene";
import { numbered, splitRows, withoutRepeats, type Numbered, type Splits } from "./splits";
import { TRAIN_WORLDS } from "./train-world";
import type { World } from "./world";

export interface ScoredRow {
  sentence1: string;
  sentence2: string;
  score: number;
  source: "hand" | "generated";
}

export const SCORES = [0, 1, 2, 3, 4, 5] as const;

const NOUNS = ["actor", "object", "receiver"] as const;
/** How often two unrelated scenes happen at one place and time. */
const SAME_SETTING = 0.7;

/** Words replaced by synonyms, at most. */
const REWORDINGS = 5;
/** How many of the pairs of 4 and 5 without any synonym are kept. */
const SAME_WORDS = 0.1;

const PER_SCORE = { train: 1500, dev: 80, test: 120 };

export function generateScoredPairs(rng: Rng): Splits<Numbered<ScoredRow>> {
  const train = scoredPairs(TRAIN_WORLDS, PER_SCORE.train, rng.fork("train"));
  const heldOut = PER_SCORE.dev + PER_SCORE.test;
  const rest = scoredPairs([HELD_OUT_WORLD], heldOut, rng.fork("held out"));
  const { dev, test } = splitRows(rest, PER_SCORE.dev * SCORES.length);
  const hand = parseScoredPairs(HAND_WRITTEN_SCORES);
  return numbered("sts", { train, dev, test, hand });
}

function scoredPairs(worlds: readonly World[], perScore: number, rng: Rng): ScoredRow[] {
  const byScore = SCORES.map((score) => {
    const drawn: ScoredRow[] = [];
    while (drawn.length < 2 * perScore) {
      const row = scoredPair(worlds[drawn.length % worlds.length]!, score, rng);
      if (row) drawn.push(row);
    }
    return withoutRepeats(drawn, ({ sentence1, sentence2 }) => sentence1 + sentence2);
  });
  // In turns and not at random, so that dev and test have each score equally often.
  const rows: ScoredRow[] = [];
  for (let i = 0; i < perScore; i++) rows.push(...rng.shuffle(byScore.map((list) => list[i]!)));
  return rows;
}

function scoredPair(world: World, score: number, rng: Rng): ScoredRow | undefined {
  const first = drawScene(world, rng, { details: 0.45, negated: rng.uniform() < 0.1 });
  const second = alike(first, score, world, rng);
  if (!second) return undefined;
  const [one, two] = rng.shuffle([first, second]) as [Scene, Scene];
  const sentence1 = writeScene(one, world, rng);
  const sentence2 = writeScene(two, world, rng, rng.uniform() < 0.8 ? sentence1.frame : "");
  if (sentence1.text === sentence2.text) return undefined;
  return { sentence1: sentence1.text, sentence2: sentence2.text, score, source: "generated" };
}

/** A scene that is as much like the first as the score says. */
function alike(scene: Scene, score: number, world: World, rng: Rng): Scene | undefined {
  if (score === 0) return unrelated(scene, world, rng);
  if (score === 1) return sharingOnePerson(scene, world, rng);
  const changes: Record<number, readonly Change[]> = {
    2: [...OTHER_EVENT, swapRoles, otherAction, otherPredicate],
    3: OTHER_DETAIL,
    4: LESS_SPECIFIC,
    5: [],
  };
  let other: Scene | undefined = scene;
  if (score < 5) other = change(scene, changes[score]!, world, rng);
  let reworded = 0;
  for (let i = 0; i < REWORDINGS && other; i++) {
    const next = change(other, SAME_MEANING, world, rng);
    if (!next) break;
    other = next;
    reworded++;
  }
  if (score >= 4 && reworded === 0 && rng.uniform() > SAME_WORDS) return undefined;
  return other;
}

/** Another scene without a kind of thing or a verb in common; the setting may be the same. */
function unrelated(scene: Scene, world: World, rng: Rng): Scene | undefined {
  const other = drawScene(world, rng, { details: 0.45, negated: scene.negated });
  const groups = NOUNS.map((slot) => scene[slot]?.group);
  if (NOUNS.some((slot) => groups.includes(other[slot]?.group) && other[slot])) return undefined;
  if (other.verb && other.verb.contrast === scene.verb?.contrast) return undefined;
  if (rng.uniform() < SAME_SETTING) {
    if (scene.place && other.kind !== "compare") other.place = scene.place;
    if (scene.time) other.time = scene.time;
  }
  return other;
}

/** Another scene with one of the people of this one, who bears the same qualities. */
function sharingOnePerson(scene: Scene, world: World, rng: Rng): Scene | undefined {
  const other = unrelated(scene, world, rng);
  if (!other) return undefined;
  const isPerson = (noun?: Noun) => noun !== undefined && world.people.includes(noun.group);
  const from = NOUNS.find((slot) => isPerson(scene[slot]));
  const to = NOUNS.find((slot) => isPerson(other[slot]));
  if (!from || !to) return undefined;
  const { quality, ...person } = scene[from]!;
  const isPlain = other.kind === "state" || other.kind === "compare";
  return { ...other, [to]: isPlain ? person : { ...person, ...(quality ? { quality } : {}) } };
}
