/** The flash cards of lesson 12. */
import type { FlashCard } from "../flash-card";

export const CARDS_12: FlashCard[] = [
  {
    question: "What are the steps of retrieval-augmented generation?",
    answer:
      "Before: documents → chunks → embeddings → store. Per question: embed → search → re-rank → " +
      "prompt → answer with its sources.",
    provedBy: "One question, every step",
  },
  {
    question: "Why cut documents into chunks, and why repeat some sentences?",
    answer:
      "An encoder reads only so many tokens, and one vector says one thing best. What is said " +
      "across a cut is found in one of the two chunks if they overlap.",
    provedBy: "From a folder to a store",
  },
  {
    question: "Hit rate@k and MRR@k?",
    answer:
      "The share of questions whose passage is among the first k; the mean of 1/rank, 0 below k. " +
      "The second also says how far up.",
    provedBy: "What does each step buy?",
  },
  {
    question: "What can a re-ranker not do?",
    answer: "Find what the search missed: hit@k at the number of candidates stays the same.",
    provedBy: "What does each step buy?",
  },
  {
    question: "How does hybrid search put BM25's scores and cosines together?",
    answer:
      "By rank: reciprocal-rank fusion adds 1/(60 + rank), since ranks have a common measure. Or " +
      "by score, each in shares of its search's highest, with a weight that dev questions choose.",
    provedBy: "Three trainings, and another way to fuse",
  },
  {
    question: "When should a system say “not in the corpus”?",
    answer:
      "Below a threshold that was chosen on questions known to be answerable or not, and judged " +
      "on others. It costs some right answers; say how many.",
    provedBy: "A question without an answer",
  },
  {
    question: "A document says “ignore previous instructions”. What should happen?",
    answer:
      "It is quoted as text. Documents are data: marked, and escaped so that no text can forge a " +
      "mark. A generator may still be fooled; quoting can't be.",
    provedBy: "A document that gives orders",
  },
  {
    question: "“60 % better retrieval”: what do you ask?",
    answer:
      "On which data, by which metric, against which baseline, on how many held-out questions, " +
      "with which interval? 5 → 8 % and 50 → 80 % are both 60 % better.",
    provedBy: "Sixty per cent better?",
  },
  {
    question: "Two searches differ by 3 points on 500 questions. Is one better?",
    answer:
      "Compare them question by question (paired bootstrap or permutation test): what makes a " +
      "question hard for both cancels out.",
    provedBy: "What does each step buy?",
  },
];
