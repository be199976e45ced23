/**
 * Exercise 04.mend-text: UTF-8 that was read as Latin-1, put right.
 *
 *   khả  →  bytes 6b 68 e1 ba a3  →  read one by one  →  kháº£
 *
 * Latin-1 gives each byte the character with the same number; UTF-8 spells a character beyond the
 * first 128 with two to four bytes (RFC 3629, section 3). So the bytes are still there.
 */
import type { Exercise } from "../exercise";

/** Vietnamese, and others whose letters have more than one byte. */
const PHRASES = [
  "khả thi",
  "tiếng Việt",
  "đường phố",
  "cảm ơn",
  "Żółw",
  "naïve café",
  "größer",
  "日本語",
  "смысл",
  "a 🦆 b",
];

export const mendText: Exercise<[broken: string], string> = {
  id: "04.mend-text",
  title: "Letters that were read wrongly",
  functionName: "mend",
  statement:
    "Write `mend(broken)`. The text was stored as UTF-8, and then somebody read its bytes as " +
    "Latin-1: each byte became the character whose number (`charCodeAt`) it is. Take the bytes " +
    "back, and read them as UTF-8. (`TextDecoder` reads a `Uint8Array`; so does `Buffer`.)",
  stub: `function mend(broken: string): string {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [[misread("khả thi")], [misread("tiếng Việt")]],
  hiddenCases: (rng) => [
    ...rng
      .shuffle(PHRASES)
      .slice(0, 6)
      .map((phrase): [string] => [misread(phrase)]),
    ["plain letters stay"],
  ],
  reference: (broken) => Buffer.from(broken, "latin1").toString("utf8"),
  misconceptions: [
    {
      name: "does it once more",
      hint:
        "you made UTF-8 of the broken text and read that as Latin-1: that breaks it once more. " +
        "Go the other way: Latin-1 gives the bytes, UTF-8 reads them.",
      wrong: misread,
    },
    {
      name: "reads the text as UTF-8 again",
      hint:
        "you wrote the broken text as UTF-8 and read it as UTF-8, which changes nothing. The " +
        "bytes are the characters' numbers: take them with charCodeAt, or as Latin-1.",
      wrong: (broken) => broken,
    },
    {
      name: "takes the accents off",
      hint:
        "you took accents away. The letters are not spelled with too many accents, they are the " +
        "wrong letters: each stands for a byte.",
      wrong: (broken) => broken.normalize("NFD").replace(/\p{Mn}/gu, ""),
    },
    {
      name: "throws the odd letters away",
      hint: "you kept plain letters only. What looks odd are bytes of the real letters.",
      wrong: (broken) =>
        Array.from(broken)
          .filter((character) => character.charCodeAt(0) < 128)
          .join(""),
    },
    {
      name: "reads the bytes as ASCII",
      hint:
        "you took the bytes but read each for itself, with seven bits. UTF-8 puts several bytes " +
        "together into one character.",
      wrong: (broken) => Buffer.from(broken, "latin1").toString("ascii"),
    },
  ],
};

function misread(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
