/** The flash cards of lesson 03. */
import type { FlashCard } from "../flash-card";

export const CARDS_03: FlashCard[] = [
  {
    question: "What does GloVe count before it learns anything?",
    answer:
      "How often each two words meet within a window, a meeting at distance d counted as 1/d: " +
      "the co-occurrence matrix.",
    provedBy: "Count first",
  },
  {
    question: "Which number should GloVe's score of a pair come close to?",
    answer: "The logarithm of the pair's co-occurrence: w · c + two biases ≈ ln X.",
    provedBy: "One pair, one step",
  },
  {
    question: "What is GloVe's weight f(x), and what are its two ends for?",
    answer:
      "min(1, (x / 100)^0.75): pairs met by chance weigh little, very frequent ones no more than " +
      "1. A pair that never met is left out altogether.",
    provedBy: "How much should a pair count?",
  },
  {
    question: "What does AdaGrad do to the learning rate?",
    answer:
      "Each number has its own, divided by the root of the sum of its squared gradients so far: " +
      "what has moved much moves less.",
    provedBy: "One pair, one step",
  },
  {
    question: "Which vector do GloVe's authors use for a word?",
    answer: "The sum of its two: as a word and as a context, w + c.",
    provedBy: "The whole text",
  },
  {
    question: "Counting or predicting: what do word2vec's dot products approximate?",
    answer:
      "The pointwise mutual information of the two words, less ln k for k negatives (Levy & " +
      "Goldberg 2014): a co-occurrence statistic, too.",
    provedBy: "Count or predict?",
  },
  {
    question: "What is a word to fastText?",
    answer:
      "The word itself and its character n-grams, with < and > marking its ends; its vector is " +
      "their mean.",
    provedBy: "A word in pieces",
  },
  {
    question: "Why are n-grams hashed into buckets?",
    answer:
      "So that the table has a fixed size. Different n-grams may share a bucket, and then they " +
      "share a vector.",
    provedBy: "A word in pieces",
  },
  {
    question: "How does fastText give a vector to a word it has never seen?",
    answer: "By the mean of the vectors of its n-grams, which it has seen in other words.",
    provedBy: "Words never seen",
  },
  {
    question: "What is the price of building words from their spelling?",
    answer: "Words that are spelled alike come close even where they mean different things.",
    provedBy: "Words never seen",
  },
  {
    question: "Why can no word-vector table have a good vector for duck?",
    answer:
      "It has one row for the word, and the row is moved by all its uses: it ends between the " +
      "bird and the movement.",
    provedBy: "One vector for duck",
  },
];
