/** The flash cards of lesson 05. */
import type { FlashCard } from "../flash-card";

export const CARDS_05: FlashCard[] = [
  {
    question: "What can ELMo's vector of a word not know?",
    answer:
      "Anything that takes both sides together: one network reads from the left, another from " +
      "the right, and their vectors are only set side by side.",
    provedBy: "Left and right, learned apart",
  },
  {
    question: "What is attention, in one sentence?",
    answer:
      "Each token compares its query with the keys of all tokens, and takes the mean of their " +
      "values, weighted by the softmax of these scores.",
    provedBy: "Three words by hand",
  },
  {
    question: "Why are attention's scores divided by √d?",
    answer:
      "Dot products of d numbers spread like √d. Undivided, one key takes nearly all the weight, " +
      "and the softmax has no slope left to learn by.",
    provedBy: "Why divide by the root?",
  },
  {
    question: "What are heads?",
    answer:
      "The width is dealt to them in equal parts, and each does attention by itself: a token can " +
      "look at several places for several reasons.",
    provedBy: "The same in a real model",
  },
  {
    question: "What does a layer do besides attention?",
    answer:
      "It adds what attention found to what went in, layer norm; then a feed-forward part works " +
      "on each token alone, is added likewise, layer norm.",
    provedBy: "One layer, step by step",
  },
  {
    question: "How wide is BERT-base's feed-forward part?",
    answer: "3,072. 768 is the width of the model, of each token's vector.",
    provedBy: "One layer, step by step",
  },
  {
    question: "Do Transformers read from left to right?",
    answer:
      "Decoders do, as their mask hides what comes later. Encoders see both sides, in every layer.",
    provedBy: "Both sides, or one",
  },
  {
    question: "Where are BERT-base's 110 million weights?",
    answer:
      "85 million in twelve layers, two thirds of them feed-forward; 24 million in the tables at " +
      "the input; the pooler.",
    provedBy: "A hundred and ten million",
  },
  {
    question: "Is a picture of attention an explanation?",
    answer:
      "No. It says where a head takes from, not what it takes, nor what the model makes of it; " +
      "much of it goes to tokens without content.",
    provedBy: "Looking at attention",
  },
  {
    question: "What are the blocks of a pair's attention?",
    answer:
      "The shares that go from A to A, A to B, B to A, B to B and to the special tokens: they " +
      "show which heads compare the sentences.",
    provedBy: "A pair of sentences",
  },
  {
    question: "How does one measure that a layer knows a word's meaning?",
    answer:
      "Compare occurrences of the word: those with the same meaning should have higher cosines " +
      "than those with another, and the nearest should have the same meaning.",
    provedBy: "Duck, layer by layer",
  },
  {
    question: "When can two models be compared number by number?",
    answer:
      "When their axes are the same, as for one model before and after training. Otherwise " +
      "compare how the tokens lie to each other.",
    provedBy: "Before and after training",
  },
  {
    question: "How does ALBERT get by with 12 million weights?",
    answer:
      "All layers share one set, and tokens have 128 numbers, widened by one matrix. It computes " +
      "no less for that.",
    provedBy: "Relatives of BERT",
  },
];
