/** The flash cards of lesson 02. */
import type { FlashCard } from "../flash-card";

export const CARDS_02: FlashCard[] = [
  {
    question: "What are the training examples of skip-gram, and what are those of CBOW?",
    answer:
      "Skip-gram: a word and one of its neighbours; the word predicts the neighbour. CBOW: all " +
      "neighbours together predict the word.",
    provedBy: "The company of a word",
  },
  {
    question: "What is the network of word2vec made of?",
    answer:
      "Two tables with a row for each word, one for words in the middle (kept as the vectors) " +
      "and one for words around them. The score of a pair is the dot product of two rows.",
    provedBy: "Two tables",
  },
  {
    question: "What loss do you expect of a full softmax before it has learned anything?",
    answer: "ln V for a vocabulary of V words: all are equally likely.",
    provedBy: "Two tables",
  },
  {
    question: "Why does nobody train word2vec with the full softmax?",
    answer:
      "Every step would compute, and change, the row of every word of the vocabulary; with k " +
      "negatives it is k + 1 rows.",
    provedBy: "Why negatives",
  },
  {
    question: "What does negative sampling minimise?",
    answer:
      "−ln σ(u · v) for a true neighbour and −ln σ(−u · v) for each negative: a logistic loss on " +
      "dot products, no distance.",
    provedBy: "Why negatives",
  },
  {
    question: "From which distribution are negatives drawn?",
    answer: "Each word in proportion to its count to the power of 0.75: rare ones gain a little.",
    provedBy: "Where negatives come from",
  },
  {
    question: "What is a hierarchical softmax?",
    answer:
      "The words are leaves of a Huffman tree; a word's probability is the product of the " +
      "left-or-right decisions on its path, few for frequent words.",
    provedBy: "Why negatives",
  },
  {
    question: "Why does word2vec skip most occurrences of very frequent words?",
    answer:
      "They tell little about their neighbours and take most of the time; without them the " +
      "window reaches further, too.",
    provedBy: "Too frequent to teach",
  },
  {
    question: "Why is the window drawn anew for each word, between 1 and its maximum?",
    answer: "So that near neighbours are used more often than far ones: a weight for nothing.",
    provedBy: "The company of a word",
  },
  {
    question: "What is 3CosAdd?",
    answer:
      "a is to b as c is to the word nearest to b − a + c, all vectors scaled to length 1, the " +
      "three words of the question left out.",
    provedBy: "King minus man plus woman",
  },
  {
    question: "What comes out when the words of the question may be answers?",
    answer: "Mostly a word of the question itself: the step b − a is short beside c.",
    provedBy: "King minus man plus woman",
  },
  {
    question: "Why can opposites like hot and cold be close in a word-vector space?",
    answer: "They keep the same company; similar here means: can stand in the same places.",
    provedBy: "What it cannot know",
  },
];
