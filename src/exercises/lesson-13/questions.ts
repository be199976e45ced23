/** The predictions of lesson 13. */
import type { Question } from "../question";

export const QUESTIONS_13 = {
  "13.kept": {
    id: "13.kept",
    kind: "number",
    question:
      "An encoder trained with the nested loss has 128 numbers. Keep the first 16 of them: how " +
      "much of its Spearman correlation on STS is left?",
    unit: "%",
    tolerance: { within: 8 },
    tooLow: "Seven eighths of the numbers went, but not seven eighths of what they say.",
    tooHigh: "Something is lost: sixteen numbers have less room for differences than 128.",
    because: "Numbers of an embedding repeat each other. The first few carry most, if trained to.",
  },
  "13.faster": {
    id: "13.faster",
    kind: "number",
    question:
      "100,000 embeddings of 128 numbers are searched one query at a time, on one thread. How " +
      "many " +
      "times as fast as float32 is int8, which is a quarter of the size?",
    unit: "times",
    tolerance: { factor: 1.8 },
    tooLow: "A register holds four times as many small numbers, and a quarter has to be fetched.",
    tooHigh: "A quarter of the bytes can't be fetched much more than four times as fast.",
    because: "Less to fetch and more numbers in a register; choosing the best ten stays the same.",
  },
  "13.bits": {
    id: "13.bits",
    kind: "choice",
    question: "With equal bytes for each embedding, 16, which of these finds more?",
    choices: {
      sixteen: {
        text: "the first 16 numbers, as int8",
        why: "112 numbers more, of one bit each, make up for the digits.",
      },
      all: {
        text: "all 128 numbers, one bit each, with a second look",
        why: "a bit says little where a number hardly ever changes its sign.",
      },
      neither: {
        text: "neither is clearly ahead: their intervals overlap",
        why: "the interval of one lies wholly above that of the other.",
      },
    },
    because:
      "Digits are worth less than one thinks: an eighth of them, on eight times the numbers.",
  },
} satisfies Record<string, Question>;
