/** The predictions of lesson 00. */
import type { Question } from "../question";

export const QUESTIONS_00 = {
  "00.longer-arrow": {
    id: "00.longer-arrow",
    kind: "choice",
    question:
      "The vector [10, 20] points where [1, 2] points and is ten times as long. What is the " +
      "cosine of the two?",
    choices: {
      tenth: {
        text: "0.1",
        why: "that is the quotient of the lengths; the cosine divides both lengths away.",
      },
      one: { text: "1", why: "1 is for two arrows with exactly the same direction." },
      ten: { text: "10", why: "a cosine never leaves the range from −1 to 1." },
    },
    because: "The cosine looks at directions only, so a long and a short text can be alike.",
  },
  "00.device-speed": {
    id: "00.device-speed",
    kind: "number",
    question:
      "Multiplying two matrices: how many times faster is the device that startLab() chose than " +
      "three plain loops in TypeScript?",
    unit: "times",
    tolerance: { factor: 3 },
    tooLow:
      "The device works on several numbers with one instruction, on several cores at once, and " +
      "reads each number from memory far less often than the plain loops do.",
    tooHigh:
      "Plain loops are better than their name here: Node compiles them to machine code while " +
      "they run.",
    because:
      "Training is mostly the multiplication of matrices, so this factor decides whether a " +
      "lesson takes a minute or an hour.",
  },
} satisfies Record<string, Question>;
