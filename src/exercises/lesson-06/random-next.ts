/**
 * Exercise 06.random-next: which sentences may stand for "does not follow"?
 *
 *   B from another document, and never the true next sentence, nor one that reads the same
 *
 * Devlin et al. 2019, "BERT", section 3.1 (task #2) and appendix A.2, a little stricter.
 */
import type { Exercise } from "../exercise";

type Input = [documents: string[][], d: number, s: number];

export const randomNext: Exercise<Input, string[]> = {
  id: "06.random-next",
  title: "A next sentence that isn't",
  functionName: "candidates",
  statement:
    "Write `candidates(documents, d, s)`. `documents` is a list of documents, each a list of " +
    "sentences. Sentence A is `documents[d][s]`, and another follows it in its document. Return " +
    "all sentences that may be drawn as a *wrong* sentence B: those of all other documents, in " +
    "their order, except for any that reads exactly as the one that truly follows A.",
  stub: `function candidates(documents: string[][], d: number, s: number): string[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [
      [
        ["It rained.", "She took a coat."],
        ["The bank opened.", "He went in."],
      ],
      0,
      0,
    ],
    [[["Hello.", "Come in.", "Goodbye."], ["Wake up.", "Come in."], ["Sit down."]], 0, 0],
  ],
  hiddenCases(rng) {
    const pool = ["It rained.", "Come in.", "He slept.", "Why?", "The duck swam.", "Yes."];
    return Array.from({ length: 8 }, (): Input => {
      const documents = Array.from({ length: 2 + rng.integer(3) }, () =>
        Array.from({ length: 2 + rng.integer(3) }, () => rng.pick(pool)),
      );
      const d = rng.integer(documents.length);
      return [documents, d, rng.integer(documents[d]!.length - 1)];
    });
  },
  reference: (documents, d, s) =>
    elsewhere(documents, d).filter((sentence) => sentence !== documents[d]![s + 1]),
  misconceptions: [
    {
      name: "draws from its own document, too",
      hint: "you kept sentences of A's own document. Take them from the other documents.",
      wrong: (documents, d, s) =>
        documents.flat().filter((sentence) => sentence !== documents[d]![s + 1]),
    },
    {
      name: "keeps a sentence that reads as the true next one",
      hint:
        "a sentence of another document reads exactly as the one that follows A. Called wrong, " +
        "it would teach the model that the right answer is wrong: a false negative.",
      wrong: (documents, d) => elsewhere(documents, d),
    },
    {
      name: "takes out what reads as A",
      hint: "you took out what reads as A itself. The sentence *after* A is what must not occur.",
      probes: [
        [
          [
            ["Yes.", "No.", "Why?"],
            ["Yes.", "It rained."],
          ],
          0,
          0,
        ],
      ],
      wrong: (documents, d, s) =>
        elsewhere(documents, d).filter((sentence) => sentence !== documents[d]![s]),
    },
    {
      name: "takes out all that A's document has",
      hint:
        "you took out every sentence that occurs in A's document. Only the one right after A " +
        "makes a false negative.",
      probes: [
        [
          [
            ["Yes.", "No.", "Why?"],
            ["Why?", "It rained."],
          ],
          0,
          0,
        ],
      ],
      wrong: (documents, d) =>
        elsewhere(documents, d).filter((sentence) => !documents[d]!.includes(sentence)),
    },
    {
      name: "lists a sentence once",
      hint: "you dropped repeated sentences. A sentence that occurs twice may be drawn twice.",
      probes: [
        [
          [
            ["Yes.", "No."],
            ["Why?", "Why?"],
          ],
          0,
          0,
        ],
      ],
      wrong: (documents, d, s) => [
        ...new Set(elsewhere(documents, d).filter((sentence) => sentence !== documents[d]![s + 1])),
      ],
    },
  ],
};

function elsewhere(documents: string[][], d: number): string[] {
  return documents.filter((_, i) => i !== d).flat();
}
