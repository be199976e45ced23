/** The flash cards of lesson 07. */
import type { FlashCard } from "../flash-card";

export const CARDS_07: FlashCard[] = [
  {
    question: "What goes into a cross-encoder, and what comes out?",
    answer: "Both texts in one sequence, [CLS] A [SEP] B [SEP]; out comes one score of the pair.",
    provedBy: "Two ways to compare",
  },
  {
    question: "What goes into a bi-encoder, and what comes out?",
    answer:
      "One text; out comes a vector. Two vectors are compared afterwards, by their cosine: no " +
      "model is needed for that.",
    provedBy: "Two ways to compare",
  },
  {
    question: "Must a cross-encoder give 1 to two identical texts?",
    answer:
      "No. Its score is a sigmoid of what it learned, below 1 for any text, and it may change " +
      "when the two texts change places.",
    provedBy: "Two ways to compare",
  },
  {
    question: "How many pairs do n sentences make?",
    answer: "n(n − 1)/2: 49,995,000 for 10,000 sentences, 4,999,950,000 for 100,000.",
    provedBy: "Pairs, counted",
  },
  {
    question: "Where do 65 hours and 5 seconds come from?",
    answer:
      "The most similar pair of 10,000 sentences on a V100: 49,995,000 passes through BERT as a " +
      "cross-encoder, or 10,000 as a bi-encoder and 0.01 s of cosines (Reimers & Gurevych 2019).",
    provedBy: "Beside the 65 hours",
  },
  {
    question: "Pooled BERT without further training is as fast as SBERT. What is missing?",
    answer:
      "Quality. The speed comes from reading sentences one by one, the quality from the training.",
    provedBy: "What the hours would buy",
  },
  {
    question: "What can a cross-encoder see that a bi-encoder can't?",
    answer:
      "Both sentences at once: in every layer, words of A look at words of B. A bi-encoder's " +
      "vector of A is finished before it meets any B.",
    provedBy: "What the other sentence does",
  },
  {
    question: "What is a cross-encoder mostly trained with?",
    answer:
      "Binary cross-entropy (or a squared error) on single pairs with a label. Contrastive " +
      "losses compare pairs with each other; they are typical for bi-encoders.",
    provedBy: "How it was trained",
  },
  {
    question: "What is retrieve and re-rank?",
    answer:
      "The bi-encoder finds the k nearest of all documents, the cross-encoder reads these k with " +
      "the query and orders them: k passes a query instead of N.",
    provedBy: "The best of both",
  },
  {
    question: "What can re-ranking not repair?",
    answer: "A right document that wasn't among the k: the cross-encoder never sees it.",
    provedBy: "The best of both",
  },
  {
    question: "Is a cross-encoder always the more accurate one?",
    answer:
      "No. It must learn from labels alone what a cosine brings along: to compare. With little " +
      "training it falls behind, and as a re-ranker it spoils the order. Measure both.",
    provedBy: "What the hours would buy",
  },
];
