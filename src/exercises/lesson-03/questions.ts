/** The predictions of lesson 03. */
import type { Question } from "../question";

export const QUESTIONS_03 = {
  "03.empty-cells": {
    id: "03.empty-cells",
    kind: "number",
    question: "What share of all pairs of words never meet in this text, in percent?",
    unit: "%",
    tolerance: { within: 3 },
    tooLow:
      "With five thousand words there are 27 million pairs, and the text has only a million " +
      "places where words can meet.",
    tooHigh: "Frequent words meet nearly everybody, so some part of the table is filled.",
    because: "GloVe stores and learns from the rest alone; word2vec never counts them either.",
  },
  "03.weight-of-one": {
    id: "03.weight-of-one",
    kind: "number",
    question:
      "A pair met 100 times has weight 1. What is the weight of a pair that met once, with " +
      "f(x) = (x/100)^0.75?",
    unit: "",
    tolerance: { factor: 1.4 },
    tooLow: "In proportion it would be 0.01; the power of 0.75 lifts it.",
    tooHigh: "The power of 0.75 only bends the line: a hundredth of the meetings weighs little.",
    because: "0.01 to the power of 0.75 is 0.0316: little, but three times its share.",
  },
  "03.shared-pieces": {
    id: "03.shared-pieces",
    kind: "choice",
    question:
      "Nobody ever wrote violinss. Which word's vector will be nearest to fastText's for it?",
    choices: {
      meaning: {
        text: "one of its meaning, like musician",
        why: "it would be the best answer; but an unseen word has nothing to show but its letters.",
      },
      spelling: {
        text: "one of its spelling, like violin",
        why: "the letters decide, since there is nothing else.",
      },
      none: {
        text: "none: it has no vector",
        why: "that was word2vec. fastText puts it together from the pieces of other words.",
      },
    },
    because: "An unseen word is the mean of its pieces, and most of these are pieces of violins.",
  },
  "03.duck": {
    id: "03.duck",
    kind: "choice",
    question:
      "duck is a bird and a movement. Is its vector nearer to the birds' mean or to that of " +
      "verbs like crouch and stoop?",
    choices: {
      bird: {
        text: "as near to the birds as a swan is",
        why: "it is pulled towards the verbs by every sentence in which somebody ducks.",
      },
      verb: {
        text: "as near to the verbs as crouch is",
        why: "it is pulled towards the birds by every sentence in which a duck swims.",
      },
      between: {
        text: "in between: further from each than a word of that kind",
        why: "one row can be in one place only.",
      },
    },
    because:
      "One word, one row: it ends where all its uses have pulled it, and is at home nowhere.",
  },
} satisfies Record<string, Question>;
