/** All lexicons of the corpus, by the names under which its sentences draw from them. */
import { adverb } from "../english";
import { logicalLines, parseLexicon, type Lexicon } from "../lexicon";
import { ACTIONS } from "./words/actions";
import { BIRDS, FARM_ANIMALS, FISH, INSECTS, WILD_ANIMALS } from "./words/animals";
import { COUNTRIES } from "./words/countries";
import { LISTS, RARE_LISTS } from "./words/lists";
import { NAMES, ROLES, SURNAMES, TOWNS } from "./words/people";
import { PROFESSIONS } from "./words/professions";
import { QUALITIES } from "./words/qualities";
import { THINGS } from "./words/things";

const ROYAL = /^(king|queen|prince|princess|emperor|empress|duke|duchess|wizard|witch)$/;
const FAMILY =
  /^((grand)?(father|mother)|son|daughter|brother|sister|uncle|aunt|nephew|niece|husband|wife)$/;
const STAGE = /^(actor|actress|hero|heroine)$/;
const CRAFTS = /^(carpenter|tailor|blacksmith|clockmaker|potter|mechanic|baker|painter)$/;

/** Nearly even: every word in an analogy must be met often enough to be learned. */
const EVEN = 0.15;

export function corpusLexicons(): Lexicon[] {
  return [
    parseLexicon("bird", BIRDS, { kind: "noun" }),
    parseLexicon("animal", WILD_ANIMALS, { kind: "noun", steepness: 0.3 }),
    parseLexicon("farmanimal", FARM_ANIMALS, { kind: "noun" }),
    parseLexicon("fish", FISH, { kind: "noun" }),
    parseLexicon("insect", INSECTS, { kind: "noun" }),
    parseLexicon("country", COUNTRIES, { steepness: EVEN }),
    parseLexicon("name", NAMES, { steepness: 0.6 }),
    parseLexicon("surname", commaLines(SURNAMES)),
    parseLexicon("town", commaLines(TOWNS)),
    parseLexicon("role", ROLES, { kind: "noun", steepness: EVEN }),
    parseLexicon("royal", only(ROLES, ROYAL), { kind: "noun", steepness: EVEN }),
    parseLexicon("family", only(ROLES, FAMILY), { kind: "noun", steepness: EVEN }),
    parseLexicon("stage", only(ROLES, STAGE), { kind: "noun", steepness: EVEN }),
    parseLexicon("profession", PROFESSIONS, { kind: "noun", steepness: 0.3 }),
    parseLexicon("craftsman", only(PROFESSIONS, CRAFTS), { kind: "noun", steepness: EVEN }),
    parseLexicon("action", ACTIONS, { kind: "verb", steepness: EVEN }),
    parseLexicon("quality", QUALITIES, { kind: "adjective", steepness: EVEN }),
    parseLexicon("thing", THINGS, { kind: "noun", steepness: EVEN }),
    parseLexicon("adverb", adverbsOf("trait"), { steepness: 0.8 }),
    ...logicalLines(LISTS + RARE_LISTS).map((line) => {
      const [name, words] = line.split(":");
      const kind = name === "deed" || name === "treat" ? "verb" : "noun";
      return parseLexicon(name!, commaLines(words!), { kind, steepness: 0.8 });
    }),
  ];
}

function commaLines(words: string): string {
  return words
    .split(",")
    .map((word) => word.replace(/\s+/g, " ").trim())
    .join("\n");
}

/** Adverbs of the adjectives in a list, but for those ("friendly", "talented") that have none. */
function adverbsOf(list: string): string {
  const line = logicalLines(RARE_LISTS).find((text) => text.startsWith(`${list}:`))!;
  return commaLines(line.split(":")[1]!)
    .split("\n")
    .filter((adjective) => !/(ly|ed)$/.test(adjective))
    .map(adverb)
    .join("\n");
}

/** The entries whose head matches. */
function only(lines: string, heads: RegExp): string {
  return logicalLines(lines)
    .filter((line) => heads.test(line.split(":")[0]!))
    .join("\n");
}
