/**
 * English word forms by rule, with the exceptions listed: plurals, verb forms, comparison, a or an.
 *
 * The generators write with lemmas ("goose", "swim", "heavy") and ask here for the form a sentence
 * needs, so that agreement is right everywhere by construction.
 */

/** third: "swims"; past: "swam"; participle: "swum"; gerund: "swimming". */
export interface VerbForms {
  third: string;
  past: string;
  participle: string;
  gerund: string;
}

const IRREGULAR_PLURALS = table(`
  man men|woman women|child children|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|
  person people|sheep sheep|deer deer|fish fish|salmon salmon|trout trout|cod cod|tuna tuna|
  aircraft aircraft|spacecraft spacecraft|series series|species species|crossroads crossroads|
  leaf leaves|knife knives|wolf wolves|loaf loaves|shelf shelves|half halves|wife wives|
  calf calves|thief thieves|life lives|scarf scarves|hoof hooves|elf elves|
  potato potatoes|tomato tomatoes|hero heroes|echo echoes|mosquito mosquitoes|volcano volcanoes|
  mango mangoes|cargo cargoes|cactus cacti|fungus fungi|nucleus nuclei|bacterium bacteria|
  crisis crises|analysis analyses|oasis oases|medium media|quiz quizzes|bison bison|squid squid`);

const IRREGULAR_VERBS = new Map(
  `be was been|become became become|begin began begun|bend bent bent|bind bound bound|
  bite bit bitten|bleed bled bled|blow blew blown|break broke broken|breed bred bred|
  bring brought brought|build built built|burst burst burst|buy bought bought|
  catch caught caught|choose chose chosen|come came come|cost cost cost|creep crept crept|
  cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|
  drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|
  fight fought fought|find found found|fly flew flown|forget forgot forgotten|
  forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|
  grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|
  hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|
  know knew known|lay laid laid|lead led led|leap leapt leapt|leave left left|lend lent lent|
  let let let|lie lay lain|light lit lit|lose lost lost|make made made|mean meant meant|
  meet met met|pay paid paid|put put put|read read read|ride rode ridden|ring rang rung|
  rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|
  send sent sent|set set set|sew sewed sewn|shake shook shaken|shine shone shone|
  shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|
  sink sank sunk|sit sat sat|sleep slept slept|slide slid slid|sow sowed sown|
  speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread|
  spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|
  sting stung stung|strike struck struck|swear swore sworn|sweep swept swept|
  swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|
  tear tore torn|tell told told|think thought thought|throw threw thrown|
  understand understood understood|wake woke woken|wear wore worn|weave wove woven|
  win won won|wind wound wound|withdraw withdrew withdrawn|write wrote written`
    .split("|")
    .map((row) => row.trim().split(/\s+/))
    .map(([base, past, participle]) => [base!, { past: past!, participle: participle! }]),
);

/** Doubled although longer than one syllable: stressed on the last, or ending in a British l. */
const DOUBLED = new Set(
  "admit commit control forget occur prefer quarrel refer regret submit travel".split(" "),
);

const IRREGULAR_COMPARISON = new Map([
  ["good", ["better", "best"]],
  ["bad", ["worse", "worst"]],
  ["far", ["farther", "farthest"]],
]);

const IRREGULAR_ADVERBS = table(
  "good well|fast fast|hard hard|early early|late late|true truly|shy shyly",
);

/** The plural of a noun; of several words the last one changes ("birch trees"). */
export function plural(noun: string): string {
  const { before, last } = lastWord(noun);
  const irregular = IRREGULAR_PLURALS.get(last);
  if (irregular) return before + irregular;
  if (/[a-z](man|woman)$/.test(last) && !/^(human|german|roman)$/i.test(last)) {
    return before + last.slice(0, -2) + "en";
  }
  return before + addS(last);
}

/** All forms of a verb; of several words the first one changes ("looks after"). */
export function verbForms(verb: string): VerbForms {
  const space = verb.indexOf(" ");
  const base = space < 0 ? verb : verb.slice(0, space);
  const after = space < 0 ? "" : verb.slice(space);
  const regularPast = addEd(base);
  const { past, participle } = IRREGULAR_VERBS.get(base) ?? {
    past: regularPast,
    participle: regularPast,
  };
  return {
    third: (base === "have" ? "has" : base === "be" ? "is" : addS(base)) + after,
    past: past + after,
    participle: participle + after,
    gerund: addIng(base) + after,
  };
}

/** "bigger" and "biggest", for adjectives short enough to have them. */
export function comparison(adjective: string): { comparative: string; superlative: string } {
  const irregular = IRREGULAR_COMPARISON.get(adjective);
  if (irregular) return { comparative: irregular[0]!, superlative: irregular[1]! };
  let stem = adjective;
  if (adjective.endsWith("e")) stem = adjective.slice(0, -1);
  else if (/[^aeiou]y$/.test(adjective)) stem = adjective.slice(0, -1) + "i";
  else if (endsInOneVowelOneConsonant(adjective)) stem = adjective + adjective.at(-1)!;
  return { comparative: stem + "er", superlative: stem + "est" };
}

/** "heavily" from "heavy". */
export function adverb(adjective: string): string {
  const irregular = IRREGULAR_ADVERBS.get(adjective);
  if (irregular) return irregular;
  if (/[^aeiou]y$/.test(adjective)) return adjective.slice(0, -1) + "ily";
  if (adjective.endsWith("le")) return adjective.slice(0, -1) + "y";
  if (adjective.endsWith("ll")) return adjective + "y";
  if (adjective.endsWith("ic")) return adjective + "ally";
  return adjective + "ly";
}

/** "a" or "an", by the sound the next word begins with, which is not always its letter. */
export function article(nextWord: string): "a" | "an" {
  const word = nextWord.replace(/^[^A-Za-z0-9]+/, "").toLowerCase();
  if (/^(hour|honest|honour|heir)/.test(word)) return "an";
  if (/^(uni([^n]|$)|use|usual|useful|uran|eur|one\b|once\b|ewe)/.test(word)) return "a";
  return /^([aeiou]|8|11\b|18\b)/.test(word) ? "an" : "a";
}

function addS(word: string): string {
  if (/(s|x|z|ch|sh)$/.test(word) && !/(stomach|monarch)$/.test(word)) return word + "es";
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + "ies";
  if (word === "go" || word === "do") return word + "es";
  return word + "s";
}

function addEd(base: string): string {
  if (base.endsWith("e")) return base + "d";
  if (/[^aeiou]y$/.test(base)) return base.slice(0, -1) + "ied";
  return (doublesLast(base) ? base + base.at(-1)! : base) + "ed";
}

function addIng(base: string): string {
  if (base.endsWith("ie")) return base.slice(0, -2) + "ying";
  if (/[^eoy]e$/.test(base) && base !== "be") return base.slice(0, -1) + "ing";
  return (doublesLast(base) ? base + base.at(-1)! : base) + "ing";
}

function doublesLast(base: string): boolean {
  return DOUBLED.has(base) || base === "begin" || endsInOneVowelOneConsonant(base);
}

/** One syllable such as "stop", not "visit", "rain", "show" or "fix". */
function endsInOneVowelOneConsonant(word: string): boolean {
  return /^([^aeiou]|qu)*[aeiou][^aeiouwxy]$/.test(word);
}

function lastWord(words: string): { before: string; last: string } {
  const space = words.lastIndexOf(" ") + 1;
  return { before: words.slice(0, space), last: words.slice(space) };
}

function table(rows: string): Map<string, string> {
  return new Map(
    rows
      .split("|")
      .map((row) => row.trim().split(/\s+/))
      .map(([from, to]) => [from!, to!]),
  );
}
