/** The flash cards of lesson 00. */
import type { FlashCard } from "../flash-card";

export const CARDS_00: FlashCard[] = [
  {
    question: "What is an embedding?",
    answer:
      "A vector that stands for a thing (a word, a sentence, a picture), made so that things " +
      "which are alike get vectors which are close.",
    provedBy: "What is an embedding?",
  },
  {
    question: "What is the length of the vector [3, 4]?",
    answer: "5, the square root of 3² + 4². Its number of dimensions is 2.",
    provedBy: "A vector is an arrow",
  },
  {
    question: "What does the dot product of two vectors compute?",
    answer: "Multiply position by position and add: [1, 2] · [3, 4] = 3 + 8 = 11.",
    provedBy: "A vector is an arrow",
  },
  {
    question: "What does the cosine of two vectors tell, and in which range does it lie?",
    answer:
      "How much their directions agree: 1 the same, 0 a right angle, −1 opposite. Lengths don't " +
      "matter.",
    provedBy: "Which way does it point?",
  },
  {
    question: "When do distance and cosine disagree?",
    answer:
      "When two vectors have the same direction and different lengths: cosine 1, and yet far " +
      "apart. With all vectors of length 1 both give the same order.",
    provedBy: "Which way does it point?",
  },
  {
    question: "What does startLab() do?",
    answer:
      "It picks what this machine computes with (a GPU through TensorFlow or WebGPU, else " +
      "WebAssembly, else plain JavaScript) and names it.",
    provedBy: "What does this machine compute with?",
  },
  {
    question: "Why does a lesson give the same random numbers every time?",
    answer:
      "It makes one generator from a seed (createRng) and passes it on; nothing in the lab draws " +
      "from a hidden source of chance.",
    provedBy: "The same numbers every time",
  },
];
