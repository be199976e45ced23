/** The predictions of lesson 05. */
import type { Question } from "../question";

export const QUESTIONS_05 = {
  "05.zero-query": {
    id: "05.zero-query",
    kind: "number",
    question:
      "The query of “the” is (0, 0). What share of its attention goes to “swims”, one of the " +
      "three words?",
    unit: "%",
    tolerance: { within: 1 },
    tooLow: "All its scores are 0, and e⁰ is 1: nobody is left out.",
    tooHigh: "All its scores are 0, so no word can get more than another.",
    because:
      "Equal scores give equal weights: a third each. Looking for nothing is looking evenly.",
  },
  "05.dot-deviation": {
    id: "05.dot-deviation",
    kind: "number",
    question:
      "Two vectors of 64 random numbers, each number with mean 0 and standard deviation 1. What " +
      "is the standard deviation of their dot product?",
    unit: "",
    tolerance: { within: 1 },
    tooLow: "It is a sum of 64 products, each with a standard deviation of 1. Sums spread.",
    tooHigh:
      "It is the variances that add up, to 64. The standard deviation is the root of the variance.",
    because: "√64 = 8. That is why scores are divided by the root of the width.",
  },
  "05.last-word": {
    id: "05.last-word",
    kind: "choice",
    question:
      "“lake” becomes “street”, near the end of the sentence. Whose vectors change in a decoder, " +
      "after four layers?",
    choices: {
      all: {
        text: "those of all tokens",
        why: "so it is in an encoder. A decoder's token can't look to the right, in no layer.",
      },
      "from-there": {
        text: "that of the changed word, and those after it",
        why: "tokens to the right may look at it.",
      },
      "only-there": {
        text: "that of the changed word alone",
        why: "the full stop and [SEP] come after it and may look at it.",
      },
    },
    because: "News travels only to the right, in every layer. In an encoder it reaches everyone.",
  },
  "05.feed-forward": {
    id: "05.feed-forward",
    kind: "number",
    question: "Of the weights in BERT-base's twelve layers, what share is in feed-forward parts?",
    unit: "%",
    tolerance: { within: 5 },
    tooLow: "Attention has four matrices of 768 × 768. Feed-forward has two of 768 × 3,072.",
    tooHigh: "Two matrices of 768 × 3,072 are as much as eight of 768 × 768; attention has four.",
    because: "Eight squares of 768 against four: two thirds.",
  },
  "05.duck-input": {
    id: "05.duck-input",
    kind: "number",
    question:
      "Both ducks begin with the same row of the token table. What is the cosine of their two " +
      "vectors where they enter layer 1?",
    unit: "",
    tolerance: { within: 0.1 },
    tooLow: "Only the rows of their places differ; token and segment are the same.",
    tooHigh: "Not quite 1: another place has another row, and that was added.",
    because:
      "The same token and segment, another place. So far nothing has looked at the sentence.",
  },
  "05.albert": {
    id: "05.albert",
    kind: "number",
    question:
      "ALBERT-base has BERT-base's 12 layers and 768 numbers per token, but all layers share one " +
      "set of weights, and the token table is 128 wide. How many million weights has it?",
    unit: "million",
    tolerance: { factor: 1.25 },
    tooLow: "One layer has seven million weights, and 30,000 tokens have 128 numbers each.",
    tooHigh: "Count one layer of seven million, once, and a table of 30,000 × 128.",
    because: "7.1 for the shared layer, 3.8 for the tokens, and a little more.",
  },
} satisfies Record<string, Question>;
