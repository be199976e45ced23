/** The predictions of lesson 10. */
import type { Question } from "../question";

export const QUESTIONS_10 = {
  "10.untrained": {
    id: "10.untrained",
    kind: "choice",
    question:
      'A BERT that nobody trained for questions encodes "What is the tallest mountain?". Among ' +
      "these candidates, which has the nearest vector?",
    choices: {
      itself: {
        text: "the question itself, which stands among them",
        why: "a text's cosine with itself is 1, and no other text can have more.",
      },
      answer: {
        text: "the passage about the highest mountain",
        why: "nothing has told it yet that a question belongs to its answer.",
      },
      mountain: {
        text: "another passage about a mountain",
        why: "it would be close, but one candidate has a cosine that none can exceed.",
      },
      chance: {
        text: "any of them, by chance",
        why: "it isn't chance: one candidate must come first, with weights of any kind.",
      },
    },
    because:
      "With one encoder on both sides a text is always nearest to itself. So a list of " +
      "candidates " +
      "must hold answers only, and looking alike isn't answering.",
  },
  "10.first-loss": {
    id: "10.first-loss",
    kind: "number",
    question:
      "Before training, all 32 answers of a batch fit a question about equally well. What is the " +
      "loss, about?",
    unit: "nats",
    tolerance: { within: 0.5 },
    tooLow: "That would be a model that knows something: −ln of the right answer's share.",
    tooHigh: "Each answer has about 1/32 of the probability; take −ln of that.",
    because: "−ln(1/32) = ln 32 = 3.47. A first loss far from that is a mistake somewhere.",
  },
  "10.batch-size": {
    id: "10.batch-size",
    kind: "choice",
    question:
      "32 questions per step: in one batch of 32, or in eight batches of 4 whose gradients are " +
      "added up. Which encoder finds more of the passages among all 403?",
    choices: {
      small: {
        text: "eight batches of 4",
        why: "telling the right one from 3 others is soon too easy.",
      },
      large: {
        text: "one batch of 32",
        why: "each question sees 31 wrong passages instead of 3, which is nearer to a search.",
      },
      same: {
        text: "the same: they saw the same number of questions",
        why: "the questions are as many; what each is compared with is not.",
      },
    },
    because:
      "Negatives come from the batch. A question in a batch of 32 is compared with 31 passages " +
      "at " +
      "hardly more cost, since each passage is encoded once and used by all.",
  },
  "10.word-by-word": {
    id: "10.word-by-word",
    kind: "choice",
    question:
      "The same BERT, the same rows, the same 90 steps, but the words of question and passage " +
      "are compared one by one instead of two means. What happens to mrr@10?",
    choices: {
      less: {
        text: "it falls: a text's meaning is more than its words",
        why: "each word's vector has been through the encoder, so it knows its neighbours.",
      },
      same: {
        text: "hardly anything: the mean holds the same information",
        why: "a mean of a hundred vectors can't be taken apart again.",
      },
      more: {
        text: "it more than doubles",
        why: "a name that stands in both texts finds itself from the first step on.",
      },
    },
    because:
      "A mean of a hundred words has to be trained until it says which they were. Word by word a " +
      "name meets itself at once, and training only has to teach which words count, and which " +
      "words are alike.",
  },
  "10.towers": {
    id: "10.towers",
    kind: "choice",
    question:
      "One encoder for questions and passages, or one each, trained for equally many steps. " +
      "Which finds more of the answers here, where training is short?",
    choices: {
      single: {
        text: "one encoder for both",
        why: "all that either side learns helps both, and a word is near itself from the start.",
      },
      dual: {
        text: "two encoders",
        why:
          "they are free to differ, but must first find a common language: twice the weights, " +
          "each with half of the examples.",
      },
      neither: {
        text: "neither is ahead by more than chance",
        why: "that would be a difference of less than 0.02 in mrr@10.",
      },
    },
    because:
      "With two sets of weights each word has to be learned on both sides. Where data are plenty " +
      "that freedom can pay; here the table of the stored runs says what happened.",
  },
} satisfies Record<string, Question>;
