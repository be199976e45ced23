/** The flash cards of lesson 13. */
import type { FlashCard } from "../flash-card";

export const CARDS_13: FlashCard[] = [
  {
    question: "What is a Matryoshka embedding?",
    answer: "One whose first 8, 16, 32, … numbers are a good embedding by themselves.",
    provedBy: "One embedding, many sizes",
  },
  {
    question: "How is it trained?",
    answer: "The loss is computed at several sizes, of the first numbers only, and added up.",
    provedBy: "A loss for every doll",
  },
  {
    question: "What must follow a cut?",
    answer:
      "Making the length 1 again. Before that, products of two cut embeddings aren't cosines.",
    provedBy: "One embedding, many sizes",
  },
  {
    question: "Why compare with a control that is cut as well?",
    answer:
      "Ordinary embeddings lose little when cut, too. Only the difference is Matryoshka's doing.",
    provedBy: "What does nesting buy?",
  },
  {
    question: "What does int8 quantization keep, and what must it know?",
    answer:
      "One of 256 levels for each number: a quarter of float32. It must know the range of each " +
      "column, from calibration; what lies outside is cut.",
    provedBy: "256 levels",
  },
  {
    question: "What does binary quantization keep, and how is it compared?",
    answer:
      "The sign of each number: a thirty-second. By Hamming distance, the number of bits that " +
      "differ.",
    provedBy: "One bit",
  },
  {
    question: "What is re-scoring?",
    answer:
      "Take more candidates than needed by their bits, and order these few by a finer score: the " +
      "query's own digits against the signs, or the full embeddings.",
    provedBy: "A second look",
  },
  {
    question: "When is a smaller number format faster?",
    answer:
      "When the program uses it: plain loops over int8 were six times slower than float32 with " +
      "vector instructions. Small in memory is not yet fast.",
    provedBy: "Is smaller faster?",
  },
];
