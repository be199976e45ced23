/** The flash cards of lesson 01. */
import type { FlashCard } from "../flash-card";

export const CARDS_01: FlashCard[] = [
  {
    question: "What does a bag of words keep of a text, and what does it forget?",
    answer: "How often each word occurs; it forgets the order.",
    provedBy: "Counting by hand",
  },
  {
    question: "What do the rows and the columns of a count matrix stand for?",
    answer: "A row is a document, a column a word of the vocabulary.",
    provedBy: "Counting by hand",
  },
  {
    question: "What becomes of a word that was not in the vocabulary when it was fitted?",
    answer: "It is dropped: the vector has no place for it.",
    provedBy: "The library's version",
  },
  {
    question: "Why is a count matrix stored sparsely?",
    answer:
      "Nearly all of it is zero. Compressed rows (CSR) store the values that aren't, their " +
      "columns, and where each row begins.",
    provedBy: "Nearly everything is zero",
  },
  {
    question: "What is the term frequency of a word in a document?",
    answer: "Its count divided by the number of words of the document, repeats included.",
    provedBy: "Term frequency",
  },
  {
    question: "What is the document frequency (df) of a word?",
    answer: "The number of documents that hold it; one that holds it five times counts once.",
    provedBy: "Rare words tell more",
  },
  {
    question: "What goes wrong with idf = −ln(df / N)?",
    answer:
      "A word in every document gets 0 and vanishes; a word in none gets infinity, and that " +
      "times a count of 0 is NaN.",
    provedBy: "Rare words tell more",
  },
  {
    question: "What is scikit-learn's smoothed idf?",
    answer:
      "ln((1 + N) / (1 + df)) + 1: as if one more document held every word, and never below 1.",
    provedBy: "Rare words tell more",
  },
  {
    question: "Why are TF-IDF rows scaled to length 1?",
    answer:
      "So that a long document doesn't win by its length; the dot product of two rows is then " +
      "their cosine.",
    provedBy: "Rare words tell more",
  },
  {
    question: "What is the cosine with a document that has no known word?",
    answer: "0 by agreement: its vector is all zeros and has no direction; 0 / 0 would be NaN.",
    provedBy: "Which document is nearest?",
  },
  {
    question: 'What do bigrams buy for "dog bites man" and "man bites dog", and at what price?',
    answer:
      "The two texts become different, at the price of several times as many columns, most of " +
      "them rare.",
    provedBy: "Neighbours in pairs",
  },
  {
    question: "What do k1 and b do in BM25?",
    answer:
      "k1 says how soon repeating a word stops paying (0: at once); b from 0 to 1 says how far a " +
      "document's length is held against it.",
    provedBy: "BM25",
  },
  {
    question: "How many times the weight of one mention can BM25 give to many (average length)?",
    answer: "At most k1 + 1 times, 2.2 for k1 = 1.2: it saturates.",
    provedBy: "BM25",
  },
  {
    question: 'Why does counting not find "automobile" for the query "car"?',
    answer:
      "Every word has a column of its own, at right angles to all others; no column knows that " +
      "another means the same.",
    provedBy: "Where counting fails",
  },
  {
    question: "Tokenizer or vectorizer: which one is bag of words?",
    answer: "A vectorizer: it makes a vector. The tokenizer only cuts the text into words.",
    provedBy: "The library's version",
  },
];
