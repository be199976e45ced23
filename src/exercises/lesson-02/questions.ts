/** The predictions of lesson 02. */
import type { Question } from "../question";

export const QUESTIONS_02 = {
  "02.pairs": {
    id: "02.pairs",
    kind: "number",
    question: "How many training pairs does a sentence of ten words give, with a window of 2?",
    unit: "pairs",
    tolerance: { within: 0.5 },
    tooLow:
      "Most words have four neighbours, two on each side, and each neighbour makes a pair. The " +
      "pair is listed again when the neighbour is in the middle.",
    tooHigh: "The words at the two ends have neighbours on one side only, the next ones three.",
    because: "2 + 3 + 6 · 4 + 3 + 2: about twice the window for each word.",
  },
  "02.start-loss": {
    id: "02.start-loss",
    kind: "number",
    question:
      "All scores are still 0, and the toy has ten different words. What is the loss, −ln P, of " +
      "the first prediction?",
    unit: "",
    tolerance: { within: 0.06 },
    tooLow: "To lose less than that, the model would have to know something.",
    tooHigh: "To lose more than that, the model would have to be sure of something wrong.",
    because: "Equal scores make equal probabilities, 1/10 each, and −ln(1/10) = ln 10 = 2.303.",
  },
  "02.rows-changed": {
    id: "02.rows-changed",
    kind: "number",
    question:
      "With 5 negatives, how many rows of the neighbours' table does one prediction change?",
    unit: "rows",
    tolerance: { within: 0.5 },
    tooLow: "The true neighbour's row moves, and each negative's.",
    tooHigh: "All other words are not even looked at. That is the point.",
    because: "One true neighbour and five negatives. (And one row of the other table.)",
  },
  "02.the-negative": {
    id: "02.the-negative",
    kind: "number",
    question:
      "How many times as often as `violin` is `the` drawn as a negative, by count to the power " +
      "of 0.75?",
    unit: "times",
    tolerance: { factor: 1.3 },
    tooLow: "The power of 0.75 only bends the counts: frequent words are still drawn far oftener.",
    tooHigh: "In proportion to the counts it would be that often; the power of 0.75 is below that.",
    because: "The ratio of the counts, to the power of 0.75: rare words gain, frequent ones lose.",
  },
  "02.kept-the": {
    id: "02.kept-the",
    kind: "number",
    question: "One word in ten of this text is `the`. What share of its occurrences is used?",
    unit: "%",
    tolerance: { factor: 1.5 },
    tooLow: "It is thinned out, but never silenced: the formula falls with a square root.",
    tooHigh: "f is 0.1 and t is 0.001: put f/t = 100 into the formula.",
    because: "(√100 + 1) / 100 = 0.11: nine of ten are skipped.",
  },
  "02.with-the-inputs": {
    id: "02.with-the-inputs",
    kind: "choice",
    question:
      "Which word's vector is nearest to king − man + woman, when every word may be the answer?",
    choices: {
      queen: {
        text: "queen, as everybody says",
        why: "as everybody *shows*: the three words of the question are usually left out, unsaid.",
      },
      woman: {
        text: "woman",
        why: "woman is in the sum, but so is minus man, which points nearly the same way.",
      },
      king: {
        text: "king itself",
        why: "king is what you get when the step woman − man is too short to leave it.",
      },
    },
    because:
      "The step from man to woman is short beside king, so the sum stays nearest to king. The " +
      "famous result leaves the words of the question out.",
  },
  "02.opposites": {
    id: "02.opposites",
    kind: "choice",
    question: "Which pair has the higher cosine: big and small, or big and house?",
    choices: {
      opposites: {
        text: "big and small",
        why: "they mean opposite things, but they stand in the same places.",
      },
      house: {
        text: "big and house",
        why: "they often stand side by side. That makes them neighbours, not alike.",
      },
      same: { text: "about the same", why: "the two kinds of nearness are not the same." },
    },
    because:
      "Alike means: could stand in the same places. Opposites can, and a word vector can't tell.",
  },
} satisfies Record<string, Question>;
