/**
 * Triplets: an anchor, a positive that means the same, and a negative that does not. Most
 * negatives share more words with the anchor than the positive does, so that words mislead.
 */
import type { Rng } from "../../../src/core/rng";
import { HAND_WRITTEN_TRIPLETS } from "./by-hand/triplets";
import { parseTriplets } from "./by-hand/parse";
import {
  change,
  MORE_SPECIFIC,
  OTHER_DETAIL,
  OTHER_EVENT,
  otherAction,
  otherPredicate,
  SAME_MEANING,
  swapRoles,
} from "./changes";
import { HELD_OUT_WORLD } from "./held-out-world";
import { drawScene, writeScene, type Scene } from "./scene";
import { numbered, splitRows, withoutRepeats, type Numbered, type Splits } from "./splits";
import { TRAIN_WORLDS } from "./train-world";
import type { World } from "./world";

export interface TripletRow {
  anchor: string;
  positive: string;
  negative: string;
  source: "hand" | "generated";
}

const ROWS = { train: 6000, dev: 300, test: 500 };
/** Words of the positive and of the negative that are replaced by synonyms, at most. */
const REWORDINGS = { positive: 4, negative: 1 };
/** How often the negative may have the frame of the anchor, which makes it look more alike. */
const SAME_FRAME = 0.5;

export function generateTriplets(rng: Rng): Splits<Numbered<TripletRow>> {
  const train = triplets(TRAIN_WORLDS, ROWS.train, rng.fork("train"));
  const rest = triplets([HELD_OUT_WORLD], ROWS.dev + ROWS.test, rng.fork("held out"));
  const hand = parseTriplets(HAND_WRITTEN_TRIPLETS);
  return numbered("triplets", { train, ...splitRows(rest, ROWS.dev), hand });
}

function triplets(worlds: readonly World[], count: number, rng: Rng): TripletRow[] {
  const rows: TripletRow[] = [];
  while (rows.length < 2 * count) {
    const row = triplet(worlds[rows.length % worlds.length]!, rng);
    if (row) rows.push(row);
  }
  return withoutRepeats(rows, ({ anchor }) => anchor).slice(0, count);
}

function triplet(world: World, rng: Rng): TripletRow | undefined {
  const scene = drawScene(world, rng, { details: 0.4, negated: rng.uniform() < 0.1 });
  const wrong = [...OTHER_DETAIL, ...OTHER_EVENT, swapRoles, otherAction, otherPredicate];
  const different = change(scene, wrong, world, rng);
  if (!different) return undefined;
  let same = reworded(scene, REWORDINGS.positive, world, rng);
  if (!scene.negated && rng.uniform() < 0.4) same = change(same, MORE_SPECIFIC, world, rng) ?? same;
  const anchor = writeScene(scene, world, rng);
  const positive = writeScene(same, world, rng, anchor.frame);
  const negative = writeScene(
    reworded(different, REWORDINGS.negative, world, rng),
    world,
    rng,
    rng.uniform() < SAME_FRAME ? "" : anchor.frame,
  );
  const texts = [anchor.text, positive.text, negative.text];
  if (new Set(texts).size < 3) return undefined;
  const [a, p, n] = texts as [string, string, string];
  return { anchor: a, positive: p, negative: n, source: "generated" };
}

function reworded(scene: Scene, atMost: number, world: World, rng: Rng): Scene {
  let other = scene;
  for (let i = 0; i < atMost; i++) other = change(other, SAME_MEANING, world, rng) ?? other;
  return other;
}
