/**
 * A scene is what a sentence says, apart from how it says it: who does what to what, where and
 * when. Pairs are made by changing a scene in a known way and writing both down; what was changed
 * decides the label.
 */
import type { Rng } from "../../../src/core/rng";
import { comparison, plural, verbForms } from "../english";
import { capitalized, withArticles } from "./wording";
import type { Contrast, Group, Place, SceneKind, Synonyms, Transfer, World } from "./world";

export interface Quality {
  word: string;
  contrast: Contrast;
}

export interface Noun {
  group: Group;
  /** Undefined: only the kind is named ("the animal"). */
  member: Synonyms | undefined;
  word: string;
  quality?: Quality;
  /** Undefined: one, "the". */
  count?: string;
}

export interface Scene {
  kind: SceneKind;
  actor: Noun;
  /** What is acted upon, or compared with. */
  object?: Noun;
  /** Who gets what is given. */
  receiver?: Noun;
  verb?: Quality;
  transfer?: Transfer;
  /** What a state or a comparison says of the actor. */
  predicate?: Quality;
  place?: Place;
  time?: string;
  negated: boolean;
}

/** Function words, and so allowed in both worlds. */
export const COUNTS = ["two", "three", "four", "five", "six"];
export const SOME = "some";

/** How often a state is one of two, such as open and closed, where its subject allows. */
const BINARY = 0.5;

/** How often each kind of scene is drawn. */
const KINDS: readonly SceneKind[] = [
  ...(["act", "act", "act", "act", "meet", "meet"] as const),
  ...(["state", "state", "state", "compare", "transfer"] as const),
];

/** A scene drawn at random; `details` is the chance of each quality, number, place and time. */
export function drawScene(
  world: World,
  rng: Rng,
  { details = 0.4, kind = rng.pick(KINDS), negated = rng.uniform() < 0.2 } = {},
): Scene {
  const living = [...world.people, ...world.animals];
  const noun = (from: readonly Group[]) => drawNoun(world, from, rng, details);
  const scene: Scene = { kind, negated, actor: noun(world.people) };
  if (kind === "act") {
    scene.object = noun(world.things);
    scene.verb = draw(world.actions.get(scene.object.group.name)!, rng);
  } else if (kind === "meet") {
    scene.actor = noun(living);
    scene.object = noun(living.filter((group) => group !== scene.actor.group));
    scene.verb = draw(world.meetings, rng);
  } else if (kind === "transfer") {
    scene.object = noun(world.things.filter(({ name }) => !world.fixed.includes(name)));
    scene.receiver = noun(world.people.filter((group) => group !== scene.actor.group));
    scene.transfer = rng.pick(world.transfers);
  } else if (kind === "compare") {
    scene.actor = noun(living);
    scene.object = noun(living.filter((group) => group !== scene.actor.group));
    scene.predicate = draw(
      world.measures.filter(({ opposite }) => opposite.length > 0),
      rng,
    );
    delete scene.actor.quality;
    delete scene.object.quality;
  } else {
    scene.actor = noun([...world.people, ...world.things]);
    const qualities = qualitiesOf(world, scene.actor.group, false);
    const complementary = qualities.filter((quality) => quality.complementary);
    const isBinary = complementary.length > 0 && rng.uniform() < BINARY;
    scene.predicate = draw(isBinary ? complementary : qualities, rng);
    delete scene.actor.quality;
  }
  if (kind !== "compare" && rng.uniform() < details) scene.place = rng.pick(world.places);
  if (rng.uniform() < details) scene.time = rng.pick(world.times);
  return scene;
}

/** What may be said of the things of a group. */
export function qualitiesOf(world: World, group: Group, withColours = true): readonly Contrast[] {
  if (world.people.includes(group)) return world.personQualities;
  if (world.animals.includes(group)) return world.measures;
  const qualities = world.thingQualities.get(group.name)!;
  return withColours && world.coloured.includes(group.name)
    ? [...qualities, ...world.colours]
    : qualities;
}

export function draw(contrasts: readonly Contrast[], rng: Rng): Quality {
  const contrast = rng.pick(contrasts);
  return { word: rng.pick(contrast.words), contrast };
}

/** A copy that can be changed without changing the scene. */
export function copyScene(scene: Scene): Scene {
  const { actor, object, receiver } = scene;
  return {
    ...scene,
    actor: { ...actor },
    ...(object ? { object: { ...object } } : {}),
    ...(receiver ? { receiver: { ...receiver } } : {}),
  };
}

/** The scene as a sentence, in one of the frames of its kind. */
export function writeScene(scene: Scene, world: World, rng: Rng, avoid = ""): Written {
  const frames = world.frames[scene.kind][scene.negated ? "negated" : "plain"];
  const usable = frames.filter(
    (frame) =>
      (scene.place || !frame.startsWith("{p}")) &&
      (scene.time || !frame.startsWith("{t}")) &&
      !(frame.includes("{A}") && !scene.actor.count && scene.actor.member === undefined),
  );
  const others = usable.filter((frame) => frame !== avoid);
  const frame = rng.pick(others.length > 0 ? others : usable);
  const words = frame.replace(/\{(\w+)(?:\.(\w+))?\}/g, (_, slot: string, form?: string) =>
    fillSlot(scene, slot, form),
  );
  return { frame, text: capitalized(withArticles(words)) + "." };
}

export interface Written {
  text: string;
  frame: string;
}

function drawNoun(world: World, from: readonly Group[], rng: Rng, details: number): Noun {
  const group = rng.pick(from);
  const member = rng.uniform() < 0.3 ? undefined : rng.pick(group.members);
  const noun: Noun = { group, member, word: member ? rng.pick(member) : group.name };
  if (rng.uniform() < details) noun.quality = draw(qualitiesOf(world, group), rng);
  if (!world.uncounted.includes(group.name) && rng.uniform() < details / 2)
    noun.count = rng.pick([...COUNTS, SOME, SOME]);
  return noun;
}

function fillSlot(scene: Scene, slot: string, form = ""): string {
  const { actor, object, receiver, verb, transfer, predicate, place, time } = scene;
  if (slot === "p") return place?.at ?? "";
  if (slot === "t") return time ?? "";
  if (slot === "q") return predicate!.word;
  if (slot === "more") return comparison(predicate!.word).comparative;
  if (slot === "less") return comparison(predicate!.contrast.opposite[0]!).comparative;
  if (slot === "give" || slot === "get") return verbForm(transfer![slot], form);
  if (slot === "A") return phrase(actor, "@a");
  const noun = { a: actor, o: object, b: receiver }[slot];
  if (!noun) return verbForm(verb!.word, slot);
  // "it was three dogs that", but "three dogs were fed".
  if (form === "was1") return "was";
  if (form === "was") return noun.count ? "were" : "was";
  if (form === "is" || form === "is1") return noun.count ? "are" : "is";
  if (form === "has") return noun.count ? "have" : "has";
  return phrase(noun, "the");
}

function phrase({ word, quality, count }: Noun, article: string): string {
  return [count ?? article, quality?.word, count ? plural(word) : word]
    .filter((part) => part !== undefined)
    .join(" ");
}

function verbForm(verb: string, form: string): string {
  const { past, participle, gerund } = verbForms(verb);
  const found = { base: verb, past, en: participle, ing: gerund }[form];
  if (found === undefined) throw new Error(`fillSlot: no form "${form}" of "${verb}"`);
  return found;
}
