/** The predictions of lesson 08. */
import type { Question } from "../question";

export const QUESTIONS_08 = {
  "08.strangers": {
    id: "08.strangers",
    kind: "number",
    question:
      "Two sentences drawn by lot from the corpus, each the mean of BERT's vectors. What is the " +
      "cosine of such a pair, on average?",
    unit: "",
    tolerance: { within: 0.1 },
    tooLow: "Only if directions were spread evenly would it be 0. They share a good part.",
    tooHigh: "High, but these are strangers, and the mean runs over all of them.",
    because:
      "All vectors of the model share a part that says nothing of the sentence. A cosine is to " +
      "be read beside this number, not beside 0.",
  },
  "08.batch": {
    id: "08.batch",
    kind: "choice",
    question:
      "A short sentence is encoded alone, and again in a batch with a long one. The mean is " +
      "taken over all places, padding included. Is it the same vector both times?",
    choices: {
      same: {
        text: "the same, to the last digit or nearly",
        why: "the mask keeps tokens from looking at padding, but padding has vectors of its own.",
      },
      shorter: {
        text: "the same direction, another length",
        why: "that would be so if padding's vectors were zeros. They aren't.",
      },
      other: {
        text: "another direction",
        why: "padding's vectors are in the mean, and they point somewhere.",
      },
    },
    because:
      "Each padded place adds a vector that has nothing to do with the sentence, and how many " +
      "there are is decided by the neighbours.",
  },
  "08.best-pooling": {
    id: "08.best-pooling",
    kind: "choice",
    question:
      "BERT, trained on words only. Which pooling puts the pairs of STS dev most nearly into the " +
      "order of their judgements?",
    choices: {
      cls: {
        text: "[CLS], made to stand for the whole sentence",
        why: "nothing in pre-training asked it to hold what the sentence says.",
      },
      max: {
        text: "max: the strongest of each number",
        why: "a single odd token decides each number, and the rest is lost.",
      },
      mean: {
        text: "one of the means",
        why: "all words have their say, and what is odd about single tokens averages out.",
      },
    },
    because:
      "A mean keeps a little of every word. [CLS] has learned to say whether two sentences " +
      "follow each other, which is another question.",
  },
  "08.baseline": {
    id: "08.baseline",
    kind: "choice",
    question:
      "Three ways to compare the sentences of STS dev, all learned from the same corpus. Which " +
      "has the highest correlation with the judgements?",
    choices: {
      counts: {
        text: "TF-IDF: counting words, rare ones more",
        why: "it knows no synonym, but never mistakes a word for another.",
      },
      words: {
        text: "the mean of word2vec's vectors, without order or context",
        why: "near words have near vectors, opposites among them, and frequent words count fully.",
      },
      bert: {
        text: "the mean of BERT's vectors, which have read the sentence",
        why: "they were trained to guess words; nothing made their cosines mean anything.",
      },
    },
    because:
      "Four layers of attention, and counting is not behind: the table says how sure that is. " +
      "BERT-base fared no better (Reimers & Gurevych 2019, table 1): averaged GloVe vectors " +
      "61.3, averaged BERT vectors 54.8, [CLS] 29.2.",
  },
} satisfies Record<string, Question>;
