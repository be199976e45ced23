/** The flash cards of lesson 04. */
import type { FlashCard } from "../flash-card";

export const CARDS_04: FlashCard[] = [
  {
    question: "Why does BERT read pieces, and neither words nor letters?",
    answer:
      "A table of words has no row for a new word; letters make long rows that say little. " +
      "Pieces write every word with a small table and short rows.",
    provedBy: "Neither words nor letters",
  },
  {
    question: "How is a WordPiece vocabulary learned?",
    answer:
      "Start from single letters and join, again and again, the two neighbouring pieces that " +
      "stand side by side most often, until there are enough entries.",
    provedBy: "Learning the pieces",
  },
  {
    question: "Which words become one piece, and which are cut?",
    answer: "Frequent ones stay whole, rare ones are cut. Meaning plays no part in it.",
    provedBy: "Frequent words stay whole",
  },
  {
    question: "How does WordPiece cut a word?",
    answer:
      "From left to right, the longest entry that fits, never taken back; inside a word entries " +
      'begin with "##".',
    provedBy: "Longest first",
  },
  {
    question: "When does a word become [UNK]?",
    answer:
      "When at some place no entry fits, such as a character never seen, or when it has more " +
      "than 100 characters. The whole word goes, not only that place.",
    provedBy: "When nothing fits",
  },
  {
    question: "What does an uncased BERT not see?",
    answer:
      "Capitals, accents, tone marks, how many spaces there were. Six Vietnamese words may " +
      "become one.",
    provedBy: "What an uncased model cannot see",
  },
  {
    question: "What are [CLS], [SEP], [PAD] and [MASK] for?",
    answer:
      "[CLS] opens every input, [SEP] ends each sentence, [PAD] fills rows up, [MASK] hides a " +
      "token that is to be guessed.",
    provedBy: "Opening, end, gap",
  },
  {
    question: "How does BERT know which sentence of a pair a token belongs to?",
    answer:
      "By its segment id, 0 for A and 1 for B: a learned vector for each of the two is added to " +
      "the token's.",
    provedBy: "Two sentences, one row",
  },
  {
    question: "What does the attention mask say, and what happens without it?",
    answer:
      "1 for a token, 0 for padding. Without it the model reads the padding, too, and the same " +
      "sentence gets other vectors in another batch.",
    provedBy: "Rows of equal length",
  },
  {
    question: "How many vectors does BERT give for a text?",
    answer:
      "One for each token, special ones included. 512 is only the most it can take, as its " +
      "position table has 512 rows.",
    provedBy: "How long may a text be?",
  },
  {
    question: "What is a look-up in an embedding table?",
    answer: "A row of a matrix: the same as a one-hot vector times the matrix, without the work.",
    provedBy: "A look-up is a row",
  },
  {
    question: "Where do BERT's position vectors come from?",
    answer:
      "They are rows of a table, learned as all other weights; the first Transformer used sine " +
      "waves.",
    provedBy: "Where a token stands",
  },
  {
    question: "What does the first layer of BERT read?",
    answer:
      "For each token the sum of its token vector, segment vector and position vector, brought " +
      "to mean 0 and standard deviation 1 by layer norm.",
    provedBy: "The sum",
  },
];
