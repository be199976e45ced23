/** The predictions of lesson 01. */
import type { Question } from "../question";

export const QUESTIONS_01 = {
  "01.vocabulary-size": {
    id: "01.vocabulary-size",
    kind: "number",
    question: "How many different words do all these documents have together?",
    unit: "words",
    tolerance: { factor: 1.5 },
    tooLow:
      "Many words of a collection occur only once or twice, and they are easily overlooked: the " +
      "list of different words has a long tail.",
    tooHigh:
      "The same few words come again and again. The number of different words grows much more " +
      "slowly than the text (Heaps' law).",
    because: "This number is the number of columns, the length of every document's vector.",
  },
  "01.zeros": {
    id: "01.zeros",
    kind: "number",
    question: "Which share of the numbers in the count matrix is zero, in percent?",
    unit: "%",
    tolerance: { within: 1.5 },
    tooLow: "A document uses a few words of the vocabulary and lacks all the others.",
    tooHigh: "Every document has at least its own words, so not everything is zero.",
    because: "That is why the matrix is kept sparse: only what is not zero is stored.",
  },
  "01.word-order": {
    id: "01.word-order",
    kind: "choice",
    question: 'How similar are the count vectors of "dog bites man" and "man bites dog"?',
    choices: {
      zero: {
        text: "0: they mean opposite things",
        why: "counts know nothing of meaning; 0 needs two texts without a single common word.",
      },
      between: {
        text: "between 0 and 1",
        why: "to lie between, some counts would have to differ; here all three are the same.",
      },
      one: {
        text: "1: they are the same vector",
        why: "1 is for vectors with the same direction.",
      },
    },
    because: "A bag of words keeps how often, and forgets in which order.",
  },
  "01.lowest-idf": {
    id: "01.lowest-idf",
    kind: "text",
    question: "Which word of this collection has the lowest idf?",
    whyNot:
      "The lowest idf belongs to the word that stands in the most documents, and that is mostly " +
      "one with no topic of its own.",
    because: "Nobody has to list the stop words: idf finds them by counting.",
  },
  "01.bigram-columns": {
    id: "01.bigram-columns",
    kind: "number",
    question: "With pairs of words beside single words, how many times more columns are there?",
    unit: "times",
    tolerance: { factor: 1.5 },
    tooLow:
      "A word meets many different neighbours, so there are far more different pairs than words.",
    tooHigh:
      "A text of n words has only n − 1 pairs, so there can be no more columns than the text is " +
      "long, however large the vocabulary squared may be.",
    because: "Some order is bought with many columns, most of them used once.",
  },
  "01.tenth-mention": {
    id: "01.tenth-mention",
    kind: "choice",
    question:
      "A document of average length says a word 10 times instead of once. By how much does the " +
      "word's BM25 weight grow (k1 = 1.2)?",
    choices: {
      tenfold: {
        text: "tenfold",
        why: "that is how a plain count grows. BM25 saturates: each mention adds less.",
      },
      double: { text: "about twofold", why: "twofold is near the ceiling, k1 + 1 = 2.2." },
      same: {
        text: "not at all",
        why: "that is the 0/1 form, what BM25 becomes for k1 = 0.",
      },
    },
    because:
      "The weight can't pass k1 + 1 times that of one mention: a text that repeats a word is " +
      "not much more about it.",
  },
  "01.synonyms": {
    id: "01.synonyms",
    kind: "choice",
    question:
      'One text says "a quick car", another "the fast automobile". How similar are their ' +
      "TF-IDF vectors?",
    choices: {
      high: {
        text: "nearly 1: they mean the same",
        why: "each word has a column of its own, and no column knows that another means the same.",
      },
      some: {
        text: "somewhere around 0.5",
        why: "without a common word no product is above 0; weights can't change that.",
      },
      zero: { text: "0", why: "0 is for texts without a common word." },
    },
    because:
      "Counting can't see that two words mean the same. Lesson 02 gives words vectors that can.",
  },
} satisfies Record<string, Question>;
