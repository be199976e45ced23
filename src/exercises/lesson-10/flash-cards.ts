/** The flash cards of lesson 10. */
import type { FlashCard } from "../flash-card";

export const CARDS_10: FlashCard[] = [
  {
    question: "Dual encoder, siamese network, bi-encoder: what is what?",
    answer:
      "A bi-encoder encodes two texts apart and compares the vectors. Siamese: with one set of " +
      "weights for both. Dual, in this course: with two. Elsewhere dual encoder means any " +
      "bi-encoder.",
    provedBy: "Three names",
  },
  {
    question: "Where do the negatives of a contrastive batch come from?",
    answer:
      "From the other rows: B questions and B answers make B right pairs and B² − B wrong ones.",
    provedBy: "A matrix of four by four",
  },
  {
    question: "What is the loss of a batch of B before anything is learned?",
    answer: "About ln B: each answer has 1/B of the probability.",
    provedBy: "A matrix of four by four",
  },
  {
    question: "What is the gradient of the loss for one score S_ij?",
    answer:
      "(softmax(S_i)[j] − [i = j]) / B: the right one is pulled as much as the others are pushed.",
    provedBy: "Who pulls, who pushes",
  },
  {
    question: "Why mustn't a text stand twice in a batch?",
    answer: "It would be a negative for its own question: the loss pushes a right answer away.",
    provedBy: "The same answer twice",
  },
  {
    question: "Why do larger batches help?",
    answer:
      "Each question sees more wrong answers, nearly for free. Adding up gradients of small " +
      "batches " +
      "doesn't do it; a gradient cache does.",
    provedBy: "How many negatives?",
  },
  {
    question: "What is a hard negative, and what is its danger?",
    answer:
      "A passage that looks like an answer and isn't. Some mined ones are answers that nobody " +
      "marked; a margin, a range of ranks or a cross-encoder keeps them out.",
    provedBy: "Hard negatives, and false ones",
  },
  {
    question: "What is the inverse cloze task?",
    answer:
      "Words cut out of a passage stand in for a question that has the passage as its answer: " +
      "training data from text alone.",
    provedBy: "The town",
  },
  {
    question: "What is late interaction, and what does it cost?",
    answer:
      "Texts are encoded apart, as by a bi-encoder, but every word keeps its vector; each word " +
      "of the question looks for its best match. A passage then needs as many vectors as words, " +
      "so it is used to re-rank what a cheaper search has found.",
    provedBy: "A vector for each word",
  },
  {
    question: "What decides in what respect texts come to lie near each other?",
    answer:
      "The pairs it is trained on: an encoder has no opinion of its own about what is alike. " +
      "A few hundred pairs may be too few to show.",
    provedBy: "Steered by pairs",
  },
];
