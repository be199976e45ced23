/**
 * Changes of a scene whose effect on the meaning is known. Each takes a scene and gives another, or
 * undefined where it has nothing to change.
 *
 *   sameMeaning   another word for the same thing
 *   moreSpecific  what is said still holds, and more with it: "animal" becomes "dog"
 *   lessSpecific  a detail is lost, so the scene no longer follows: "dog" becomes "animal"
 *   excluding     both cannot be true of one event: another colour, another actor, the opposite
 */
import type { Rng } from "../../../src/core/rng";
import { copyScene, COUNTS, draw, qualitiesOf, SOME, type Noun, type Scene } from "./scene";
import type { World } from "./world";

export type Change = (scene: Scene, world: World, rng: Rng) => Scene | undefined;
type NounSlot = "actor" | "object" | "receiver";
type NounChange = (noun: Noun, world: World, rng: Rng, scene: Scene) => Noun | undefined;

const SLOTS: readonly NounSlot[] = ["actor", "object", "receiver"];

/** One of the changes that has something to change, drawn at random. */
export function change(
  scene: Scene,
  changes: readonly Change[],
  world: World,
  rng: Rng,
): Scene | undefined {
  for (const one of rng.shuffle([...changes])) {
    const changed = one(copyScene(scene), world, rng);
    if (changed) return changed;
  }
  return undefined;
}

const changeNoun =
  (nounChange: NounChange): Change =>
  (scene, world, rng) => {
    for (const slot of rng.shuffle([...SLOTS])) {
      const noun = scene[slot];
      const changed = noun && nounChange(noun, world, rng, scene);
      if (changed) return { ...scene, [slot]: changed };
    }
    return undefined;
  };

const otherSynonym: NounChange = (noun, _, rng) => {
  const others = noun.member?.filter((word) => word !== noun.word) ?? [];
  return others.length > 0 ? { ...noun, word: rng.pick(others) } : undefined;
};

const dropQuality: NounChange = ({ quality, ...noun }) => (quality ? noun : undefined);
const addQuality: NounChange = (noun, world, rng, scene) =>
  noun.quality || scene.kind === "compare" || (scene.kind === "state" && noun === scene.actor)
    ? undefined
    : { ...noun, quality: draw(qualitiesOf(world, noun.group), rng) };
const oppositeQuality: NounChange = (noun, _, rng) => {
  const { quality } = noun;
  if (!quality || quality.contrast.opposite.length === 0) return undefined;
  const { words, opposite, complementary } = quality.contrast;
  const contrast = { words: opposite, opposite: words, complementary };
  return { ...noun, quality: { word: rng.pick(opposite), contrast } };
};
const toKind: NounChange = (noun) =>
  noun.member ? { ...noun, member: undefined, word: noun.group.name } : undefined;
const toMember: NounChange = (noun, _, rng) => {
  if (noun.member) return undefined;
  const member = rng.pick(noun.group.members);
  return { ...noun, member, word: rng.pick(member) };
};
const otherMember: NounChange = (noun, _, rng) => {
  if (!noun.member) return undefined;
  const member = rng.pick(noun.group.members.filter((one) => one !== noun.member));
  return { ...noun, member, word: rng.pick(member) };
};
const countToSome: NounChange = (noun) =>
  noun.count && noun.count !== SOME ? { ...noun, count: SOME } : undefined;
const someToCount: NounChange = (noun, _, rng) =>
  noun.count === SOME ? { ...noun, count: rng.pick(COUNTS.slice(1)) } : undefined;
const otherCount: NounChange = (noun, _, rng) =>
  noun.count && noun.count !== SOME
    ? { ...noun, count: rng.pick(COUNTS.filter((count) => count !== noun.count)) }
    : undefined;

const oppositeVerb: Change = (scene, _, rng) => {
  const { verb } = scene;
  if (!verb || verb.contrast.opposite.length === 0) return undefined;
  const { words, opposite, complementary } = verb.contrast;
  const contrast = { words: opposite, opposite: words, complementary };
  return { ...scene, verb: { word: rng.pick(opposite), contrast } };
};
export const oppositePredicate: Change = (scene, _, rng) => {
  const { predicate, kind } = scene;
  if (!predicate || kind !== "state" || predicate.contrast.opposite.length === 0) return undefined;
  const { words, opposite, complementary } = predicate.contrast;
  const contrast = { words: opposite, opposite: words, complementary };
  return { ...scene, predicate: { word: rng.pick(opposite), contrast } };
};
/** "Is not open" says the same as "is closed". */
export const negateComplement: Change = (scene, world, rng) => {
  if (!scene.predicate?.contrast.complementary) return undefined;
  const opposite = oppositePredicate(scene, world, rng);
  return opposite && { ...opposite, negated: !scene.negated };
};

const otherVerbWord: Change = (scene, _, rng) => {
  const others = scene.verb?.contrast.words.filter((word) => word !== scene.verb!.word) ?? [];
  if (others.length === 0) return undefined;
  return { ...scene, verb: { ...scene.verb!, word: rng.pick(others) } };
};
const otherQualityWord: NounChange = (noun, _, rng) => {
  const others = noun.quality?.contrast.words.filter((word) => word !== noun.quality!.word) ?? [];
  if (others.length === 0) return undefined;
  return { ...noun, quality: { ...noun.quality!, word: rng.pick(others) } };
};
const otherPredicateWord: Change = (scene, _, rng) => {
  const { predicate } = scene;
  if (scene.kind !== "state" || !predicate) return undefined;
  const others = predicate.contrast.words.filter((word) => word !== predicate.word);
  if (others.length === 0) return undefined;
  return { ...scene, predicate: { ...predicate, word: rng.pick(others) } };
};

/** Another action with the same thing, neither the same nor the opposite. */
export const otherAction: Change = (scene, world, rng) => {
  if (!scene.verb) return undefined;
  const all = scene.kind === "act" ? world.actions.get(scene.object!.group.name)! : world.meetings;
  const { words, opposite } = scene.verb.contrast;
  const others = all.filter(({ words: w }) => w[0] !== words[0] && w[0] !== opposite[0]);
  return { ...scene, verb: draw(others, rng) };
};
/** Something else is said of the same thing, neither the same nor the opposite. */
export const otherPredicate: Change = (scene, world, rng) => {
  const { predicate, kind } = scene;
  if (!predicate || kind === "act") return undefined;
  const all =
    kind === "compare"
      ? world.measures.filter(({ opposite }) => opposite.length > 0)
      : qualitiesOf(world, scene.actor.group, false);
  const { words, opposite } = predicate.contrast;
  const others = all.filter(({ words: w }) => w[0] !== words[0] && w[0] !== opposite[0]);
  return { ...scene, predicate: draw(others, rng) };
};

const dropPlace: Change = ({ place, ...scene }) => (place ? scene : undefined);
const widerPlace: Change = (scene) =>
  scene.place?.within ? { ...scene, place: { at: scene.place.within } } : undefined;
const narrowerPlace: Change = (scene, world, rng) => {
  const inside = world.places.filter(({ within }) => within && within === scene.place?.at);
  return inside.length > 0 ? { ...scene, place: rng.pick(inside) } : undefined;
};
const addPlace: Change = (scene, world, rng) =>
  scene.place || scene.kind === "compare" ? undefined : { ...scene, place: rng.pick(world.places) };
const otherPlace: Change = (scene, world, rng) => {
  const { place } = scene;
  if (!place) return undefined;
  const apart = world.places.filter(
    ({ at, within }) =>
      at !== place.at && within !== place.at && (!within || within !== place.within),
  );
  return { ...scene, place: rng.pick(apart) };
};
const dropTime: Change = ({ time, ...scene }) => (time ? scene : undefined);
const addTime: Change = (scene, world, rng) =>
  scene.time ? undefined : { ...scene, time: rng.pick(world.times) };
const otherTime: Change = (scene, world, rng) =>
  scene.time
    ? { ...scene, time: rng.pick(world.times.filter((time) => time !== scene.time)) }
    : undefined;

/** Man bites dog. */
export const swapRoles: Change = (scene) => {
  const { actor, object, receiver, kind } = scene;
  if (kind === "transfer") return { ...scene, actor: receiver!, receiver: actor };
  if (kind === "meet" || kind === "compare") return { ...scene, actor: object!, object: actor };
  return undefined;
};
export const negate: Change = (scene) => ({ ...scene, negated: !scene.negated });

export const SAME_MEANING: readonly Change[] = [
  changeNoun(otherSynonym),
  changeNoun(otherQualityWord),
  otherVerbWord,
  otherPredicateWord,
  negateComplement,
];

/** Of who and what only: these hold under "not" too. */
export const MORE_SPECIFIC_NOUN: readonly Change[] = [
  changeNoun(toMember),
  changeNoun(addQuality),
  changeNoun(someToCount),
];
export const MORE_SPECIFIC: readonly Change[] = [
  ...MORE_SPECIFIC_NOUN,
  changeNoun(addQuality),
  addPlace,
  narrowerPlace,
  addTime,
];

export const LESS_SPECIFIC_NOUN: readonly Change[] = [
  changeNoun(toKind),
  changeNoun(dropQuality),
  changeNoun(countToSome),
];
export const LESS_SPECIFIC: readonly Change[] = [
  ...LESS_SPECIFIC_NOUN,
  changeNoun(dropQuality),
  dropPlace,
  widerPlace,
  dropTime,
];

/** One detail is another. */
export const OTHER_DETAIL: readonly Change[] = [
  changeNoun(oppositeQuality),
  changeNoun(otherCount),
  changeNoun(otherMember),
  otherPlace,
  otherTime,
];
/** The event itself is another, or none. */
export const OTHER_EVENT: readonly Change[] = [oppositeVerb, oppositePredicate, swapRoles, negate];

export const EXCLUDING: readonly Change[] = [
  ...OTHER_DETAIL,
  changeNoun(otherMember),
  ...OTHER_EVENT,
  swapRoles,
];
