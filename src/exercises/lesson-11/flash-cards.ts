/** The flash cards of lesson 11. */
import type { FlashCard } from "../flash-card";

export const CARDS_11: FlashCard[] = [
  {
    question: "What is softmax with a temperature T?",
    answer: "P_i = e^(z_i/T) / Σ_j e^(z_j/T): every logit is divided by T first.",
    provedBy: "One number in the formula",
  },
  {
    question: "What does T do to the odds of two tokens?",
    answer: "It raises them to the power of 1/T: at T = 0.5 they are squared, at T = 2 rooted.",
    provedBy: "One number in the formula",
  },
  {
    question: "What happens as T goes to 0, and to infinity?",
    answer:
      "To 0: all goes to the largest logit (ties share). To infinity: all tokens become equal. " +
      "T = 0 itself divides by zero; programs that accept it take the largest logit.",
    provedBy: "The two ends",
  },
  {
    question: "What is the entropy of a distribution?",
    answer:
      "−Σ P ln P: 0 for a certain token, ln V for V equal ones. It rises with the temperature.",
    provedBy: "How unsure?",
  },
  {
    question: "Why do programs subtract the largest logit before softmax?",
    answer: "It changes no probability, and keeps e^z from overflowing.",
    provedBy: "A vocabulary of 100,000",
  },
  {
    question: "Why is the score of a text a sum of logarithms?",
    answer:
      "A product of hundreds of probabilities is 0 in a computer. Logarithms are ordinary numbers.",
    provedBy: "The score of a text",
  },
  {
    question: "What is top-k, and what does it save?",
    answer:
      "Draw among the k likeliest tokens. It still looks at all logits; it saves exponentials. " +
      "Its purpose is the text: no token from the long tail.",
    provedBy: "Top-k, the unfinished sentence",
  },
  {
    question: "How do top-p and min-p differ from top-k?",
    answer:
      "They adapt: top-p keeps the fewest tokens that reach probability p together, min-p those " +
      "with at least p times the likeliest one's probability.",
    provedBy: "Top-p and min-p",
  },
  {
    question: "Does a low temperature make a model truthful?",
    answer: "No. It makes it take what it finds likely, more often. That may be likely and wrong.",
    provedBy: "The same beginning, four temperatures",
  },
  {
    question: "What does T do in a contrastive loss?",
    answer:
      "It shares the gradient among the negatives: low T gives nearly all to the hardest one, " +
      "high T the same to each.",
    provedBy: "The same T in the contrastive loss",
  },
];
