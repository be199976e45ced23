/** The flash cards of lesson 08. */
import type { FlashCard } from "../flash-card";

export const CARDS_08: FlashCard[] = [
  {
    question: "What is pooling?",
    answer: "Making one vector of a sentence from the vectors of its tokens: [B, T, D] to [B, D].",
    provedBy: "Pooling by hand",
  },
  {
    question: "What are mean, max and [CLS] pooling?",
    answer:
      "The mean of the tokens' vectors; the largest of each number over the tokens; the vector " +
      "of the first token alone.",
    provedBy: "Pooling by hand",
  },
  {
    question: "Why does pooling need the attention mask?",
    answer:
      "Padding has vectors, too. Averaged along, they change a sentence's vector with the length " +
      "of its neighbours in the batch; nothing warns of it.",
    provedBy: "The padding trap",
  },
  {
    question: "How do you test a sentence encoder for the padding trap?",
    answer: "The same sentence alone, and in a batch with a long one: the vectors must be equal.",
    provedBy: "The padding trap",
  },
  {
    question: "Is a pooled BERT a good sentence embedding without further training?",
    answer:
      "No. It doesn't order pairs better than TF-IDF, which counts words, at a fraction of the " +
      "work: nothing in pre-training asks that a cosine of pooled vectors means anything.",
    provedBy: "Against the cheapest baseline",
  },
  {
    question: "Why isn't [CLS] a good sentence vector in a BERT that was only pre-trained?",
    answer:
      "It was trained for the next sentence task alone. After fine-tuning for sentences it can " +
      "become as good as the mean.",
    provedBy: "Six ways of pooling",
  },
  {
    question: "What is anisotropy?",
    answer:
      "Vectors that share a direction: the mean cosine of strangers is far above 0, so a cosine " +
      "says little by itself. Compare it with those of random pairs.",
    provedBy: "Strangers look alike",
  },
  {
    question: "Do centring and whitening make a better model?",
    answer:
      "They bring the cosines of strangers down to about 0. How far the order of pairs improves " +
      "has to be measured: information that isn't there is not put in.",
    provedBy: "Three quick repairs",
  },
  {
    question: "What does SentenceEncoder consist of?",
    answer:
      "Modules, one after the other: a transformer (with its longest length), pooling (with mode " +
      "and dimension), and, where there are any, a dense layer and normalize.",
    provedBy: "A model, printed",
  },
];
