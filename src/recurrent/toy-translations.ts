/**
 * Some hundred English sentences with their German translations, to learn CoVe's lesson from.
 *
 *   the duck swims on the lake              die Ente schwimmt auf dem See
 *   the boy must duck behind the wall       der Junge muss sich hinter der Mauer ducken
 *
 * *duck*, *bank* and *bat* have two meanings each, and German has two words for each. No single
 * vector for "bank" can give both Bank and Ufer: whoever translates must look at the context.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */

export interface TranslatedSentence {
  english: string[];
  german: string[];
  /** The homonym's meaning, where there is one: "duck: bird". */
  sense?: string;
}

type Pair = readonly [english: string, german: string];

const PEOPLE: readonly Pair[] = [
  ["the boy", "der Junge"],
  ["the girl", "das Mädchen"],
  ["the farmer", "der Bauer"],
  ["the woman", "die Frau"],
  ["she", "sie"],
  ["he", "er"],
];
const ANIMALS: readonly Pair[] = [
  ["the duck", "die Ente"],
  ["the bat", "die Fledermaus"],
  ["the dog", "der Hund"],
  ["the cat", "die Katze"],
  ["the bird", "der Vogel"],
];
const ANIMAL_VERBS: readonly Pair[] = [
  ["sleeps", "schläft"],
  ["eats", "frisst"],
  ["waits", "wartet"],
];
const PLACES: readonly Pair[] = [
  ["in the garden", "im Garten"],
  ["under the bridge", "unter der Brücke"],
  ["behind the house", "hinter dem Haus"],
  ["on the bank of the river", "am Ufer des Flusses"],
  ["on the bank of the lake", "am Ufer des Sees"],
];
const COVERS: readonly Pair[] = [
  ["under the beam", "unter dem Balken"],
  ["behind the wall", "hinter der Mauer"],
  ["behind the tree", "hinter dem Baum"],
];
const BANK_ERRANDS: readonly Pair[] = [
  ["works in the bank", "arbeitet in der Bank"],
  ["brings money to the bank", "bringt Geld zur Bank"],
  ["waits in the bank", "wartet in der Bank"],
];
const BAT_USES: readonly Pair[] = [
  ["hits the ball with the bat", "trifft den Ball mit dem Schläger"],
  ["holds the bat", "hält den Schläger"],
  ["buys the bat", "kauft den Schläger"],
];
const SIGHTS: readonly Pair[] = [
  ["sees the duck", "sieht die Ente"],
  ["sees the dog", "sieht den Hund"],
  ["feeds the duck", "füttert die Ente"],
  ["feeds the cat", "füttert die Katze"],
];

/** All of them, each once, in a fixed order. */
export function toyTranslations(): TranslatedSentence[] {
  return [
    ...combine([ANIMALS, ANIMAL_VERBS, PLACES]),
    ...combine([
      PEOPLE,
      [
        ["sits", "sitzt"],
        ["waits", "wartet"],
      ],
      PLACES,
    ]),
    ...combine([PEOPLE, BANK_ERRANDS]),
    ...combine([PEOPLE, BAT_USES]),
    ...combine([PEOPLE, SIGHTS]),
    ...combine([PEOPLE, [["must duck", "muss sich"]], COVERS]).map(verbAtTheEnd),
  ].map(withSense);
}

/** Every choice of one pair from each list, joined. */
function combine(lists: readonly (readonly Pair[])[]): Pair[] {
  return lists.reduce<Pair[]>(
    (sentences, list) =>
      sentences.flatMap(([english, german]) =>
        list.map(([more, mehr]): Pair => [`${english} ${more}`.trim(), `${german} ${mehr}`.trim()]),
      ),
    [["", ""]],
  );
}

function verbAtTheEnd([english, german]: Pair): Pair {
  return [english, `${german} ducken`];
}

const SENSES: readonly [german: RegExp, sense: string][] = [
  [/ducken/, "duck: lower"],
  [/Ente/, "duck: bird"],
  [/Ufer/, "bank: shore"],
  [/Bank/, "bank: money"],
  [/Fledermaus/, "bat: animal"],
  [/Schläger/, "bat: club"],
];

function withSense([english, german]: Pair): TranslatedSentence {
  const sense = SENSES.find(([word]) => word.test(german))?.[1];
  return {
    ...{ english: english.split(" "), german: german.split(" ") },
    ...(sense === undefined ? {} : { sense }),
  };
}
