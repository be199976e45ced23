/**
 * Questions for passages that nobody asked about: a training question is carried over to another
 * passage of its chapter by exchanging the names in it.
 *
 *   Who conquered Bell Hill before all others?   about hills/bell-hill
 *   Who conquered the Anvil before all others?   about hills/anvil
 *
 * Only text that a search has anyway is read of the other passage: its chapter, title and words. A
 * question is carried over where each other word of it either is a common turn of the chapter's
 * questions and no word of the old passage, or stands in the new passage, too; so what the old
 * passage alone is about doesn't come along. Some of what comes out is awkward, or not answered.
 *
 * Questions made by machine for the passages to be searched, as in Wang et al. 2022, "GPL:
 * Generative Pseudo Labeling for Unsupervised Domain Adaptation of Dense Retrieval"; they write
 * them with a large model.
 */
import type { Town, TownPassage } from "../../src/data/types";
import { passageNames, type PassageNames } from "./passage-names";

/** A word is a turn of a chapter where questions about so many of its passages have it. */
const TURN = 3;
/** A word that more of all passages have says nothing of one of them. */
const COMMON_SHARE = 0.3;

/**
 * What happens to be a question of dev or test is left out, so that none of them is trained on.
 *
 * @returns by id of the passage
 */
export function carriedQuestions({
  passages,
  train,
  dev,
  test,
}: Pick<Town, "passages" | "train" | "dev" | "test">): Map<string, string[]> {
  const held = new Set([...dev, ...test].map(({ question }) => question));
  const read = readAll(passages);
  const byId = new Map(read.map((passage) => [passage.id, passage]));
  const counts = new Map<string, number>();
  for (const { words } of read) for (const word of words) add(counts, word);
  const isCommon = (word: string) => (counts.get(word) ?? 0) > COMMON_SHARE * passages.length;
  const turns = turnsOfChapters(train, byId);

  const found = new Map<string, Set<string>>(passages.map(({ id }) => [id, new Set()]));
  for (const { question, passageId } of train) {
    const from = byId.get(passageId)!;
    const { pieces, kinds } = cut(question, from);
    const rest = wordsOf(pieces.join(" ")).filter((word) => !isCommon(word));
    const isTurn = (word: string) => (turns.get(`${from.chapter} ${word}`)?.size ?? 0) >= TURN;
    const own = rest.filter((word) => from.words.has(word));
    if (kinds.length === 0 || !rest.every((word) => from.words.has(word) || isTurn(word))) continue;
    for (const to of read) {
      if (to.chapter !== from.chapter || to === from) continue;
      if (!own.every((word) => to.words.has(word))) continue;
      // The first name of a kind: it is the one that the chapter's passages have in common.
      const names = kinds.map((kind) => to.names.get(kind)?.[0]);
      if (names.includes(undefined)) continue;
      const carried = pieces.map((piece, i) => piece + (names[i] ?? "")).join("");
      if (!held.has(carried)) found.get(to.id)!.add(carried);
    }
  }
  return new Map([...found].map(([id, questions]) => [id, [...questions]]));
}

interface ReadPassage extends TownPassage {
  words: ReadonlySet<string>;
  names: PassageNames;
}

function readAll(passages: readonly TownPassage[]): ReadPassage[] {
  const names = passageNames(passages);
  return passages.map((passage) => {
    const words = new Set(wordsOf(`${passage.title} ${passage.text}`));
    return { ...passage, words, names: names.get(passage.id)! };
  });
}

/** The question without its names, in pieces; after each piece but the last stood a name. */
function cut(question: string, { names }: ReadPassage): { pieces: string[]; kinds: string[] } {
  const all = [...names].flatMap(([kind, own]) => own.map((name) => ({ name, kind })));
  const places = all
    .map((each) => ({ ...each, at: question.indexOf(each.name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.name.length - a.name.length);
  const pieces: string[] = [];
  const kinds: string[] = [];
  let end = 0;
  for (const { name, kind, at } of places) {
    if (at < end) continue; // part of a longer name
    pieces.push(question.slice(end, at));
    kinds.push(kind);
    end = at + name.length;
  }
  return { pieces: [...pieces, question.slice(end)], kinds };
}

/** Passages whose questions have the word, by chapter and word. */
function turnsOfChapters(train: Town["train"], byId: ReadonlyMap<string, ReadPassage>) {
  const turns = new Map<string, Set<string>>();
  for (const { question, passageId } of train) {
    for (const word of wordsOf(question)) {
      const key = `${byId.get(passageId)!.chapter} ${word}`;
      turns.set(key, (turns.get(key) ?? new Set()).add(passageId));
    }
  }
  return turns;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+(?:['-][a-z]+)*/g) ?? [];
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
