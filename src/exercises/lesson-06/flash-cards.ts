/** The flash cards of lesson 06. */
import type { FlashCard } from "../flash-card";

export const CARDS_06: FlashCard[] = [
  {
    question: "How can BERT learn from text that nobody labelled?",
    answer:
      "The text is its own answer sheet: some tokens are hidden and have to be guessed, and two " +
      "stretches of text follow each other or don't.",
    provedBy: "Text is its own teacher",
  },
  {
    question:
      "Which tokens does masked language modelling ask for, and what does the model read there?",
    answer:
      "15% of the ordinary ones. Of these 80% become [MASK], 10% another token, 10% stay as they " +
      "are; all of them are guessed.",
    provedBy: "Hide and guess",
  },
  {
    question: "Why are some chosen tokens not masked?",
    answer:
      "After pre-training there is no [MASK]. As any word may be asked for and any may be wrong, " +
      "the model must work out every place from its company.",
    provedBy: "Hide and guess",
  },
  {
    question: "What is next sentence prediction?",
    answer:
      "Two classes from the vector of [CLS]: B truly followed A (half of the examples), or it " +
      "comes from elsewhere.",
    provedBy: "Does B follow A?",
  },
  {
    question: "What is a false negative in next sentence prediction?",
    answer:
      'A "wrong" B that truly follows A, drawn by accident: frequent on a small corpus. Draw ' +
      "from other documents, and never the true next sentence.",
    provedBy: "Does B follow A?",
  },
  {
    question: "What must the loss be before the first step?",
    answer:
      "About ln V for masked words and ln 2 for next sentences: 8.5 + 0.7 for 5,000 tokens. Far " +
      "from it, something is wrong.",
    provedBy: "Before you train",
  },
  {
    question: "Why learn one batch by heart before a long training?",
    answer:
      "A model that can't has a broken loss, gradient, or learning rate, and it takes seconds to " +
      "find out.",
    provedBy: "Before you train",
  },
  {
    question: "Which curve tells learning from memorising?",
    answer: "The one on held-out documents: text that no step has seen.",
    provedBy: "Watch it learn",
  },
  {
    question: "What should a masked language model be compared with?",
    answer:
      "With what counting gives: the most frequent token, what follows the left neighbour, what " +
      "fits both neighbours.",
    provedBy: "What counting would give",
  },
  {
    question: "What is perplexity?",
    answer:
      "e to the power of the mean loss: among so many words, all equally likely, the model might " +
      "as well be choosing.",
    provedBy: "Perplexity",
  },
  {
    question: "What is fine-tuning?",
    answer:
      "A new head on the pre-trained body, and a short training on a task's own labelled text; " +
      "the body moves along, or is frozen.",
    provedBy: "Pre-train once, fine-tune often",
  },
  {
    question: "A loss falls and then stops far above 0. What do you suspect?",
    answer:
      "Equal inputs with different labels, or something that the model can't see, such as the " +
      "order. Work out the floor: ln 2 is a coin.",
    provedBy: "Broken on purpose",
  },
];
