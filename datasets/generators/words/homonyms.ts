/**
 * The homonyms data set: eight words of two meanings, in sentences of each.
 *
 * One vector per word (lessons 02 and 03) has to put "duck" somewhere between the birds and the
 * verbs; a vector per occurrence (lesson 05) need not. These sentences measure it. None of them
 * stands in the corpus. In each, the homonym is marked with asterisks.
 *
 * A line that begins with "~" is a template of grammar.ts; all others are written by hand.
 */
import type { Rng } from "../../../src/core/rng";
import type { HomonymSentence } from "../../../src/data/types";
import { corpusLexicons } from "../corpus/lexicons";
import { Grammar } from "../grammar";
import { logicalLines } from "../lexicon";
import { HOMONYM_SENTENCES } from "./homonym-sentences";

/** Sentences made from each template. */
const PER_TEMPLATE = 2;

export function homonymRows(rng: Rng): HomonymSentence[] {
  const grammar = new Grammar(corpusLexicons());
  const rows: HomonymSentence[] = [];
  let word = "";
  let sense = "";
  let number = 0;
  for (const line of logicalLines(HOMONYM_SENTENCES)) {
    if (line.startsWith("#")) {
      [word, sense] = line.slice(1).trim().split(" ") as [string, string];
      number = 0;
      continue;
    }
    const isTemplate = line.startsWith("~");
    const marked = isTemplate ? expandDistinct(grammar, line.slice(1).trim(), rng) : [line];
    for (const sentence of marked) {
      rows.push({
        id: `${word}-${sense}-${String(++number).padStart(2, "0")}`,
        word,
        sense,
        ...unmark(sentence),
        source: isTemplate ? "generated" : "hand",
      });
    }
  }
  return rows;
}

function expandDistinct(grammar: Grammar, template: string, rng: Rng): string[] {
  const sentences = new Set<string>();
  while (sentences.size < PER_TEMPLATE) sentences.add(grammar.expand(template, rng));
  return [...sentences];
}

/** Takes the asterisks out and says where they stood. */
function unmark(marked: string): { sentence: string; start: number; end: number } {
  const parts = marked.split("*");
  if (parts.length !== 3) throw new Error(`homonymRows: not one marked word in: ${marked}`);
  const [before, word, after] = parts as [string, string, string];
  return {
    sentence: before + word + after,
    start: before.length,
    end: before.length + word.length,
  };
}
