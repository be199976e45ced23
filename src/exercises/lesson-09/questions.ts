/** The predictions of lesson 09. */
import type { Question } from "../question";

export const QUESTIONS_09 = {
  "09.raw-order": {
    id: "09.raw-order",
    kind: "number",
    question:
      "Two sentences of a dentist say the same, one in the active and one in the passive. Three " +
      "others share more words with the first, and say something else. How many of these " +
      "three does the mean of BERT's vectors put nearer to the first?",
    unit: "sentences",
    tolerance: { within: 0.4 },
    tooLow:
      "BERT has read a million words, but nobody ever asked it to compare two sentences. What it " +
      "sees first is which words they share.",
    tooHigh: "It isn't that bad: this pair has words in common, too, or BERT knows them as alike.",
    because:
      "Vectors that were good for guessing words need not be near each other for sentences that " +
      "mean the same. That is what is trained here.",
  },
  "09.first-loss": {
    id: "09.first-loss",
    kind: "number",
    question:
      "A fresh head with three outputs on top of two sentence vectors, before the first step. " +
      "What is its cross-entropy, about? (ln 2 = 0.69, ln 10 = 2.30)",
    unit: "",
    tolerance: { within: 0.15 },
    tooLow: "That would be a head that knows something already.",
    tooHigh: "A head that knows nothing gives each of three classes a third.",
    because: "ln 3 = 1.10: a third for each of three relations.",
  },
  "09.shared": {
    id: "09.shared",
    kind: "choice",
    question:
      "Both sentences of a pair go through the same weights. The gradient of such a weight is …",
    choices: {
      sum: {
        text: "the sum of what comes through each tower",
        why: "so it is, by the chain rule; the paths differ.",
      },
      mean: {
        text: "the mean of what comes through each tower",
        why: "nothing divides by two: each path adds its part.",
      },
      first: {
        text: "what comes through the first tower; the second follows it",
        why: "then the second would have to be a copy. It is the same weight, and hears both.",
      },
    },
    because: "One weight, two paths to the loss: by the chain rule their parts are added.",
  },
  "09.thrown-away": {
    id: "09.thrown-away",
    kind: "number",
    question:
      "The softmax head sees [u; v; |u − v|] and has three outputs. After training it is thrown " +
      "away. How much of all that was trained is that?",
    unit: "%",
    tolerance: { factor: 4 },
    tooLow: "Three outputs, times three vectors: a thousand weights or so, in one or two million.",
    tooHigh: "One small layer. All the rest is the encoder.",
    because: "Nearly all that was learned sits in the encoder, which stays.",
  },
  "09.negatives": {
    id: "09.negatives",
    kind: "number",
    question:
      "A batch of 32 pairs, no negatives collected. How many times does the ranking loss compare " +
      "an anchor with a sentence that is not its own?",
    unit: "times",
    tolerance: { factor: 1.02 },
    tooLow: "Each of the 32 anchors meets all positives but its own.",
    tooHigh: "Its own positive is no negative.",
    because: "32 · 31. A batch twice as large gives four times as many.",
  },
  "09.which-loss": {
    id: "09.which-loss",
    kind: "choice",
    question:
      "The same 6,000 triplets, the same steps, three losses. Whose cosines come closest to " +
      "people's scores on sentences never seen, in the mean of three seeds?",
    choices: {
      softmax: {
        text: "softmax: paraphrase or not, told by a classifier on [u; v; |u − v|]",
        why:
          "that loss never looks at a cosine. What the head can undo, the encoder need not " +
          "learn.",
      },
      triplet: {
        text: "triplet: nearer to the positive than to the negative, by a margin",
        why: "triplets that are right already teach nothing, and one negative at a time is few.",
      },
      ranking: {
        text: "ranking: the positive among all positives and negatives of the batch",
        why: "so many papers find. Rows with finer differences, or other steps, may change it.",
      },
    },
    because:
      "What a loss never looks at, it improves at best by accident; and more negatives to a step " +
      "say more about where a sentence belongs.",
  },
} satisfies Record<string, Question>;
