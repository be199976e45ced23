/**
 * Exercise 06.hide-words: what a masked language model reads, and what it has to guess.
 *
 *   of the chosen words: 80% [MASK], 10% another word, 10% as they are; all of them are guessed
 *
 * Devlin et al. 2019, "BERT", section 3.1 and appendix A.1.
 */
import type { Exercise } from "../exercise";

type Input = [words: string[], chosen: number[], draws: number[], others: string[]];

export interface HiddenWords {
  input: string[];
  labels: (string | null)[];
}

export const hideWords: Exercise<Input, HiddenWords> = {
  id: "06.hide-words",
  title: "Hiding words",
  functionName: "hideWords",
  statement:
    "Write `hideWords(words, chosen, draws, others)`. `chosen` lists the places that are to be " +
    "guessed. For the first of them there is a number `draws[0]` between 0 and 1 and another " +
    "word, `others[0]`; for the second `draws[1]` and `others[1]`, and so on. Below 0.8 the word " +
    "becomes `[MASK]`; from 0.8 to below 0.9 it becomes the other word; from 0.9 it stays. " +
    "Return `{ input, labels }`, both as long as `words`: what the model reads, and at each " +
    "chosen place the word that stood there, `null` at all others. Leave `words` as it is.",
  stub: `function hideWords(words: string[], chosen: number[], draws: number[], others: string[]):
  { input: string[]; labels: (string | null)[] } {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [["the", "duck", "swam", "home"], [1], [0.3], ["bank"]],
    [
      ["a", "dog", "ran", "to", "the", "door"],
      [0, 2, 5],
      [0.85, 0.95, 0.1],
      ["moon", "sat", "tea"],
    ],
  ],
  hiddenCases(rng) {
    const words = ["the", "old", "duck", "swam", "under", "a", "bridge", "at", "night"];
    return Array.from({ length: 8 }, (): Input => {
      const sentence = Array.from({ length: 4 + rng.integer(5) }, () => rng.pick(words));
      const chosen = sentence.flatMap((_, place) => (rng.uniform() < 0.5 ? [place] : []));
      const kinds = [0.4, 0.82, 0.97, 0.79, 0.9, 0.8];
      const draws = chosen.map(() => rng.pick(kinds));
      return [sentence, chosen, draws, chosen.map(() => rng.pick(["moon", "tea", "sang"]))];
    });
  },
  reference: (words, chosen, draws, others) => hide(words, chosen, draws, others),
  misconceptions: [
    {
      name: "masks every chosen word",
      hint:
        "you put [MASK] at every chosen place. Only draws below 0.8 do that; else the model " +
        "would learn that nothing needs guessing where there is no [MASK].",
      wrong: (words, chosen, draws, others) =>
        hide(
          words,
          chosen,
          draws.map(() => 0),
          others,
        ),
    },
    {
      name: "asks for no guess where the word stays",
      hint:
        "a chosen word that stays, or is replaced by another, is guessed, too: its label is the " +
        "word that stood there.",
      wrong(words, chosen, draws, others) {
        const { input } = hide(words, chosen, draws, others);
        return { input, labels: input.map((word, i) => (word === "[MASK]" ? words[i]! : null)) };
      },
    },
    {
      name: "labels what the model reads",
      hint: "your labels hold what stands there now. The model must find what stood there before.",
      wrong(words, chosen, draws, others) {
        const { input, labels } = hide(words, chosen, draws, others);
        return { input, labels: labels.map((label, i) => label && input[i]!) };
      },
    },
    {
      name: "labels every word",
      hint: "you gave a label to every word. Only the chosen ones are guessed; others get null.",
      wrong: (words, chosen, draws, others) => ({
        ...hide(words, chosen, draws, others),
        labels: [...words],
      }),
    },
    {
      name: "swaps the other word and the kept one",
      hint: "the last two cases are swapped: from 0.8 to 0.9 another word, from 0.9 it stays.",
      wrong: (words, chosen, draws, others) =>
        hide(
          words,
          chosen,
          draws.map((draw) => (draw < 0.8 ? draw : draw < 0.9 ? 0.95 : 0.85)),
          others,
        ),
    },
    {
      name: "looks draws up by the place in the sentence",
      hint:
        "you took draws[place]. There is one draw for each *chosen* place: the first belongs to " +
        "chosen[0], wherever that is.",
      wrong: (words, chosen, draws, others) =>
        hide(
          words,
          chosen,
          chosen.map((place) => draws[place] ?? 1),
          chosen.map((place) => others[place] ?? ""),
        ),
    },
    {
      name: "lists labels for the chosen places only",
      hint: "your labels are as many as the chosen places. They must be as many as the words.",
      wrong: (words, chosen, draws, others) => ({
        ...hide(words, chosen, draws, others),
        labels: chosen.map((place) => words[place]!),
      }),
    },
  ],
};

function hide(words: string[], chosen: number[], draws: number[], others: string[]): HiddenWords {
  const input = [...words];
  const labels: (string | null)[] = words.map(() => null);
  chosen.forEach((place, i) => {
    labels[place] = words[place]!;
    if (draws[i]! < 0.8) input[place] = "[MASK]";
    else if (draws[i]! < 0.9) input[place] = others[i]!;
  });
  return { input, labels };
}
