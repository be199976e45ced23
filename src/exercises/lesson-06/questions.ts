/** The predictions of lesson 06. */
import type { Question } from "../question";

export const QUESTIONS_06 = {
  "06.masks": {
    id: "06.masks",
    kind: "number",
    question:
      "15% of the tokens are chosen; of these 80% become [MASK], 10% another word, 10% stay. Of " +
      "1,000 tokens, how many does the model read as [MASK]?",
    unit: "tokens",
    tolerance: { within: 6 },
    tooLow: "150 are chosen, and four in five of them become [MASK].",
    tooHigh: "150 are chosen. Not all of them become [MASK].",
    because: "1,000 · 0.15 · 0.8. Of the other 30 that it must guess, nothing shows.",
  },
  "06.false-negatives": {
    id: "06.false-negatives",
    kind: "number",
    question:
      "Two documents of three sentences each. For a wrong B, any of the six sentences is drawn. " +
      "How often is it, by accident, the one that truly follows A?",
    unit: "%",
    tolerance: { within: 2 },
    tooLow: "There are only six to draw from, and one of them truly follows.",
    tooHigh: "One sentence of six is the true next one.",
    because: "One in six. In a corpus of 90,000 sentences it would be one in 90,000.",
  },
  "06.first-loss": {
    id: "06.first-loss",
    kind: "number",
    question:
      "A model with random weights knows nothing. The vocabulary has 5,000 entries, next " +
      "sentence has two answers. What is the sum of both losses before step 1? (ln 10 = 2.3)",
    unit: "",
    tolerance: { within: 0.5 },
    tooLow:
      "Who gives each of 5,000 tokens the same chance has a loss of ln 5000 for words alone: " +
      "more than 3 times ln 10.",
    tooHigh: "Who knows nothing has a loss of ln 5000 for words and ln 2 for sentences.",
    because:
      "ln 5000 = 8.5, ln 2 = 0.7; random weights add a little, for they guess with conviction.",
  },
  "06.perplexity": {
    id: "06.perplexity",
    kind: "number",
    question:
      "The early model's loss for masked words is about 5.3 on held-out text, that of a model " +
      "which knows nothing 8.5, choosing among 5,000. Among how many does the early one waver?",
    unit: "words",
    tolerance: { factor: 1.5 },
    tooLow: "e is 2.7, and more than five of them multiplied make more than that.",
    tooHigh: "A loss is a logarithm: 3 less means e³, twenty times, fewer words.",
    because: "e to the power of the loss.",
  },
  "06.fine-tune": {
    id: "06.fine-tune",
    kind: "choice",
    question: "Which body does best on the sentences it was not trained with?",
    choices: {
      scratch: {
        text: "random weights, all of them trained",
        why: "ninety-six sentences are all that this one ever reads.",
      },
      pretrained: {
        text: "the pre-trained one, trained along or left as it is",
        why: "what it brings is then no more than these sentences teach.",
      },
      equal: {
        text: "no difference that 96 sentences could show",
        why: "that would be less than 14 points.",
      },
    },
    because: "What counts is what a body brings that the few sentences of the task don't teach.",
  },
  "06.how-long": {
    id: "06.how-long",
    kind: "number",
    question:
      "How many days would this machine need to read BERT's 3,300 million words once, with our " +
      "small model, at the speed of the training above?",
    unit: "days",
    tolerance: { factor: 2 },
    tooLow: "Some thousand tokens a second, 86,400 seconds a day: divide.",
    tooHigh: "It is not quite so bad: some hundred million tokens a day.",
    because: "Thousands of millions of tokens at some thousand a second. BERT read them 40 times.",
  },
} satisfies Record<string, Question>;
