/** The flash cards of lesson 09. */
import type { FlashCard } from "../flash-card";

export const CARDS_09: FlashCard[] = [
  {
    question: "What is a siamese network?",
    answer: "One network, one set of weights, used for each of the sentences that are compared.",
    provedBy: "One network, used twice",
  },
  {
    question: "What is the gradient of a weight that both towers share?",
    answer: "The sum of what comes back through each of the two.",
    provedBy: "Which gradient reaches which tower",
  },
  {
    question: "Which four objectives train a sentence encoder in this lesson?",
    answer:
      "Classification of the pair by a softmax head, regression of the cosine, triplets with a " +
      "margin, and ranking the positive among the batch.",
    provedBy: "The losses, on three numbers",
  },
  {
    question: "Why does softmax training not promise good cosines?",
    answer:
      "Its loss never looks at a cosine: the head on [u; v; |u − v|] can read the relation from " +
      "vectors that are not near. Good cosines are a by-product.",
    provedBy: "Two relations, one cosine",
  },
  {
    question: "What becomes of the classifier after training?",
    answer: "It is thrown away: sentences are encoded one by one, and compared by the cosine.",
    provedBy: "The head is thrown away",
  },
  {
    question: "Where do the negatives of the ranking loss come from?",
    answer: "From the batch: B pairs give B · (B − 1) of them, for nothing.",
    provedBy: "Where the negatives come from",
  },
  {
    question: "What is a false negative, and who keeps it out of a batch?",
    answer:
      "A sentence that is pushed away although it means the same. A sampler that puts no text " +
      "into " +
      "a batch twice keeps out the exact ones.",
    provedBy: "Where the negatives come from",
  },
  {
    question: "What does distillation from a cross-encoder do?",
    answer:
      "The slow, better judge labels pairs that nobody judged; the fast encoder learns from them.",
    provedBy: "The ladder",
  },
  {
    question: "A table of losses where each had its own data set: what does it show?",
    answer: "Loss and data together. For the loss alone train all on the same rows.",
    provedBy: "The same rows, another loss",
  },
];
