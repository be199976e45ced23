/** The predictions of lesson 04. */
import type { Question } from "../question";

export const QUESTIONS_04 = {
  "04.first-piece": {
    id: "04.first-piece",
    kind: "text",
    question:
      "Before the first merge there are only letters. Which two are joined first in a million " +
      "words of English? (Write the two letters.)",
    whyNot: "Think of the most frequent word of all, and of how many others begin as it does.",
    because: "the, that, they, there, this: all of them bring t and h together.",
  },
  "04.whole-words": {
    id: "04.whole-words",
    kind: "number",
    question:
      "The vocabulary has 5,000 entries, the text 5,910 different words. Of the words as they " +
      "run through the text, what share is still one piece?",
    unit: "%",
    tolerance: { within: 3 },
    tooLow:
      "Merges go to what is frequent. Half of the *different* words are cut, but they are the " +
      "rare half, and hardly ever occur.",
    tooHigh: "A few rare words have to be cut: pieces were spent on the frequent ones.",
    because: "Frequent words are whole, rare ones are cut, and frequent words are most of a text.",
  },
  "04.emoji": {
    id: "04.emoji",
    kind: "choice",
    question: 'What becomes of the duck in "I like 🦆."?',
    choices: {
      dropped: {
        text: "it is left out",
        why: "the clean-up removes control characters only. A gap would go unnoticed.",
      },
      pieces: {
        text: "it is cut into smaller pieces",
        why: "one character can't be cut further (byte-level vocabularies, such as GPT-2's, can).",
      },
      unknown: { text: "it becomes [UNK]", why: "it is one character, and it was never seen." },
    },
    because: "Pieces are made of characters that were seen. A new one leaves [UNK].",
  },
  "04.tones": {
    id: "04.tones",
    kind: "number",
    question:
      "ma, má, mà, mả, mã, mạ are six Vietnamese words. How many different inputs do they make " +
      "for an uncased BERT?",
    unit: "",
    tolerance: { within: 0.5 },
    tooLow: "There must be at least one.",
    tooHigh: "They differ by marks above and below the a, and by nothing else.",
    because: "The clean-up takes all marks off, and with them the tone, which is the word.",
  },
  "04.how-many-vectors": {
    id: "04.how-many-vectors",
    kind: "number",
    question:
      'How many vectors does this BERT give for "who quacked?", which is cut into who, qu, ' +
      "##ack, ##ed and a question mark?",
    unit: "vectors",
    tolerance: { within: 0.5 },
    tooLow: "One for each token, [CLS] and [SEP] among them.",
    tooHigh: "Its table of 512 positions is the most it can take. Nothing fills a text up to that.",
    because: "One vector goes in for each token, and one comes out: five pieces, [CLS] and [SEP].",
  },
  "04.padding": {
    id: "04.padding",
    kind: "number",
    question:
      "A thousand sentences of the corpus, about 15 tokens each, are all padded to 128. What " +
      "share of what the model then computes is padding?",
    unit: "%",
    tolerance: { within: 4 },
    tooLow: "15 of 128 are tokens. The rest is not.",
    tooHigh: "About 15 places in each row of 128 are real.",
    because: "1 − 15/128. Pad to the longest of a batch instead, and put like lengths together.",
  },
  "04.share": {
    id: "04.share",
    kind: "number",
    question:
      "What share of BERT-base's 109 million weights lies in the tables of this lesson, before " +
      "the first layer?",
    unit: "%",
    tolerance: { within: 5 },
    tooLow: "30,522 tokens have 768 numbers each. That alone is more than 23 million.",
    tooHigh: "Twelve layers of seven million each come after it.",
    because: "(30,522 + 512 + 2 + 2) · 768 = 23.8 million, nearly all of it for tokens.",
  },
} satisfies Record<string, Question>;
