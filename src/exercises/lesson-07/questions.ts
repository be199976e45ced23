/** The predictions of lesson 07. */
import type { Question } from "../question";

export const QUESTIONS_07 = {
  "07.identical": {
    id: "07.identical",
    kind: "choice",
    question:
      "A sentence is paired with itself. What do the two models say? (A score runs from 0 to 1, " +
      "a cosine from −1 to 1.)",
    choices: {
      both: {
        text: "both say exactly 1",
        why: "only a vector has cosine 1 with itself; a cross-encoder's score is what it learned.",
      },
      cosine: {
        text: "the cosine is exactly 1, the score below 1",
        why: "a sigmoid reaches 1 for an infinite logit only.",
      },
      score: {
        text: "the score is exactly 1, the cosine below 1",
        why: "a vector points in its own direction, so its cosine with itself is 1.",
      },
    },
    because:
      "Equal vectors make a cosine of 1, trained or not. Nothing in a cross-encoder says that " +
      "equal texts must get 1; it can only learn to come near.",
  },
  "07.pairs": {
    id: "07.pairs",
    kind: "number",
    question: "How many million pairs do 100,000 sentences make?",
    unit: "million pairs",
    tolerance: { factor: 1.1 },
    tooLow: "Each of 100,000 has 99,999 partners; count each pair once.",
    tooHigh: "Did you count each pair twice?",
    because: "100,000 · 99,999 / 2 = 4,999,950,000: five thousand million, not five hundred.",
  },
  "07.twice": {
    id: "07.twice",
    kind: "choice",
    question: "Twice as many sentences. How much longer does the cross-encoder take for all pairs?",
    choices: {
      double: { text: "about twice", why: "so it is for the bi-encoder, which reads sentences." },
      four: { text: "about four times", why: "n(n − 1)/2 grows like n²." },
      square: {
        text: "about the square of the time",
        why: "the number of pairs grows like the square of n, not of the time.",
      },
    },
    because: "Pairs grow like n²: of 200 sentences there are 19,900, of 100 there are 4,950.",
  },
  "07.change": {
    id: "07.change",
    kind: "choice",
    question:
      "One word of sentence B is exchanged. In which model do the vectors of A's words change?",
    choices: {
      cross: {
        text: "in the cross-encoder alone",
        why: "there A's words look at B's words in every layer.",
      },
      bi: { text: "in the bi-encoder alone", why: "the bi-encoder never shows B to A." },
      both: {
        text: "in both",
        why: "the bi-encoder reads A by itself: it can't know what B says.",
      },
    },
    because:
      "That is the whole difference. A bi-encoder must put into A's vector whatever any B might " +
      "ask for, before it has seen one.",
  },
} satisfies Record<string, Question>;
