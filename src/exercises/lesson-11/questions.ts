/** The predictions of lesson 11. */
import type { Question } from "../question";

export const QUESTIONS_11 = {
  "11.half": {
    id: "11.half",
    kind: "number",
    question:
      "At T = 1 the second of two tokens is 7.4 times as likely as the first. How many times as " +
      "likely is it at T = 0.5?",
    unit: "times",
    tolerance: { factor: 1.1 },
    tooLow: "Doubling the ratio isn't enough: the *logits* are doubled, and stand in an exponent.",
    tooHigh: "The ratio is squared, not more: (P2/P1) to the power of 1/T.",
    because: "Odds are raised to the power of 1/T, so they are squared: e² becomes e⁴.",
  },
  "11.half-precision": {
    id: "11.half-precision",
    kind: "number",
    question:
      "Softmax over 100,000 tokens with logits spread like a bell curve of deviation 4: what " +
      "share of the probabilities is 0 when they are kept as 16-bit floats (smallest number 6e-8)?",
    unit: "%",
    tolerance: { within: 15 },
    tooLow: "An average token has 1/100,000 only where all are alike. Most lie far below.",
    tooHigh: "A few thousand tokens share nearly everything, but many of the rest still fit.",
    because: "Most tokens lie e^4, e^8, … below the likely ones. Their logarithms would all fit.",
  },
  "11.top-k-work": {
    id: "11.top-k-work",
    kind: "choice",
    question: "Top-k with k = 50 over a vocabulary of 100,000: what work does it save?",
    choices: {
      scan: {
        text: "looking at the other 99,950 logits",
        why: "who doesn't look at a logit can't know that it isn't among the 50 largest.",
      },
      model: {
        text: "computing the other 99,950 logits",
        why: "the model has computed them before top-k begins: one matrix product, all together.",
      },
      exponentials: {
        text: "99,950 exponentials",
        why: "e is needed for what stays only, and their sum.",
      },
      nothing: {
        text: "nothing at all",
        why: "it doesn't save the scan, but e has to be raised to fewer logits.",
      },
    },
    because:
      "It scans all logits once to find the 50 largest, and raises e to those alone. Beside the " +
      "model's own work both are little: top-k is for the text, not for speed.",
  },
} satisfies Record<string, Question>;
