/**
 * Typical wrong answers, as learners type them, under the misconception that each should be told
 * of. They are written apart from the exercises' own wrong turns: other loops, other functions.
 */
import { WRONG_ANSWERS_02 } from "./wrong-answers-02";
import { WRONG_ANSWERS_03 } from "./wrong-answers-03";
import { WRONG_ANSWERS_04 } from "./wrong-answers-04";
import { WRONG_ANSWERS_05 } from "./wrong-answers-05";
import { WRONG_ANSWERS_06 } from "./wrong-answers-06";
import { WRONG_ANSWERS_07 } from "./wrong-answers-07";
import { WRONG_ANSWERS_08 } from "./wrong-answers-08";
import { WRONG_ANSWERS_09 } from "./wrong-answers-09";
import { WRONG_ANSWERS_10 } from "./wrong-answers-10";
import { WRONG_ANSWERS_11 } from "./wrong-answers-11";
import { WRONG_ANSWERS_12 } from "./wrong-answers-12";
import { WRONG_ANSWERS_13 } from "./wrong-answers-13";

type Answers = Record<string, (...input: never[]) => unknown>;

export const WRONG_ANSWERS = {
  "00.vector-length": {
    "counts the dimensions": (v: number[]) => {
      let n = 0;
      v.forEach(() => n++);
      return n;
    },
    "leaves out the square root": (v: number[]) => {
      let sum = 0;
      for (const x of v) sum += x ** 2;
      return sum;
    },
    "stops after two dimensions": ([x, y]: number[]) =>
      Math.sqrt((x ?? 0) * (x ?? 0) + (y ?? 0) * (y ?? 0)),
    "adds the numbers without squares": (v: number[]) => {
      let sum = 0;
      for (const x of v) sum += x < 0 ? -x : x;
      return sum;
    },
  },
  "00.cosine": {
    "leaves out the lengths": ([ax, ay]: [number, number], [bx, by]: [number, number]) =>
      ax * bx + ay * by,
    "leaves out the square roots": ([ax, ay]: [number, number], [bx, by]: [number, number]) =>
      (ax * bx + ay * by) / ((ax ** 2 + ay ** 2) * (bx ** 2 + by ** 2)),
    "returns the distance": ([ax, ay]: [number, number], [bx, by]: [number, number]) =>
      Math.sqrt((ax - bx) ** 2 + (ay - by) ** 2),
    "returns the angle": ([ax, ay]: [number, number], [bx, by]: [number, number]) =>
      Math.abs(Math.atan2(ax * by - ay * bx, ax * bx + ay * by)),
  },
  "00.logistic-loss": {
    "swaps the two cases": (score: number, together: boolean) =>
      Math.log(1 + Math.exp(together ? score : -score)),
    "forgets the minus": (score: number, together: boolean) => {
      const p = 1 / (1 + Math.exp(-score));
      return together ? Math.log(p) : Math.log(1 - p);
    },
    "ignores whether they belong together": (score: number) =>
      -Math.log(1 / (1 + Math.exp(-score))),
    "takes the logarithm to the base 2": (score: number, together: boolean) => {
      const p = 1 / (1 + Math.exp(-score));
      return -Math.log2(together ? p : 1 - p);
    },
  },
  "01.count-vector": {
    "only says whether a word occurs": (vocabulary: string[], words: string[]) =>
      vocabulary.map((word) => Number(new Set(words).has(word))),
    "one number per different word of the document": (_: string[], words: string[]) => {
      const counts = new Map<string, number>();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      return [...counts.values()];
    },
    "divides by the length of the document": (vocabulary: string[], words: string[]) =>
      vocabulary.map((word) => words.filter((w) => w === word).length / words.length),
    "finds a word inside another": (vocabulary: string[], words: string[]) =>
      vocabulary.map((word) => words.join(" ").split(word).length - 1),
    "counts in a plain object": (vocabulary: string[], words: string[]) => {
      const counts: Record<string, number> = {};
      words.forEach((word) => {
        counts[word] = counts[word] ? counts[word]! + 1 : 1;
      });
      return vocabulary.map((word) => counts[word] ?? 0);
    },
  },
  "01.term-frequency": {
    "divides by the number of different words": (word: string, words: string[]) => {
      const counts = new Map<string, number>();
      for (const w of words) counts.set(w, (counts.get(w) ?? 0) + 1);
      return (counts.get(word) ?? 0) / counts.size;
    },
    "returns the count": (word: string, words: string[]) => words.filter((w) => w === word).length,
    "divides by zero for an empty document": (word: string, words: string[]) => {
      let n = 0;
      for (const w of words) if (w === word) n += 1;
      return n / words.length;
    },
  },
  "01.idf": {
    "takes the logarithm to base 10": (word: string, documents: string[][]) => {
      let df = 0;
      for (const document of documents) if (document.includes(word)) df++;
      return Math.log10((documents.length + 1) / (df + 1)) + 1;
    },
    "does not smooth": (word: string, documents: string[][]) => {
      const df = documents.filter((document) => document.some((w) => w === word)).length;
      return 1 + Math.log(documents.length) - Math.log(df);
    },
    "counts tokens, not documents": (word: string, documents: string[][]) => {
      let df = 0;
      for (const document of documents) for (const w of document) if (w === word) df++;
      return Math.log((1 + documents.length) / (1 + df)) + 1;
    },
    "uses the plain form, -ln(df / N)": (word: string, documents: string[][]) =>
      -Math.log(documents.filter((d) => d.includes(word)).length / documents.length),
  },
  "01.cosine": {
    "divides by zero for a vector of zeros": (a: number[], b: number[]) => {
      let [ab, aa, bb] = [0, 0, 0];
      for (let i = 0; i < a.length; i++) {
        ab += a[i]! * b[i]!;
        aa += a[i]! ** 2;
        bb += b[i]! ** 2;
      }
      return ab / Math.sqrt(aa * bb);
    },
    "leaves out the lengths": (a: number[], b: number[]) => {
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
      return sum;
    },
    "returns the cosine distance": (a: number[], b: number[]) => {
      let sum = 0;
      for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
      return 1 - sum / (Math.hypot(...a) * Math.hypot(...b) || 1);
    },
    // Without a guard for zeros: wrong in two ways, the commoner one is named.
    "leaves out the square roots": (a: number[], b: number[]) => {
      const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * y[i]!, 0);
      return dot(a, b) / (dot(a, a) * dot(b, b));
    },
  },
  "01.bigrams": {
    "steps by two": (words: string[]) => {
      const pairs = [];
      for (let i = 0; i + 1 < words.length; i += 2) pairs.push(words[i] + " " + words[i + 1]);
      return pairs;
    },
    "runs past the end": (words: string[]) => {
      const pairs = [];
      for (let i = 0; i < words.length; i++) pairs.push(words[i] + " " + words[i + 1]);
      return pairs;
    },
    "lists a repeated pair once": (words: string[]) => {
      const pairs: string[] = [];
      for (let i = 1; i < words.length; i++) {
        const pair = `${words[i - 1]} ${words[i]}`;
        if (!pairs.includes(pair)) pairs.push(pair);
      }
      return pairs;
    },
  },
  "01.rank": {
    "returns the scores": (scores: number[], k: number) =>
      Float64Array.from(scores).sort().reverse().slice(0, k),
    "puts the worst first": (scores: number[], k: number) =>
      [...scores.entries()]
        .sort((a, b) => a[1] - b[1])
        .map(([i]) => i)
        .slice(0, k),
    "lets the later document win a tie": (scores: number[], k: number) =>
      [...scores.keys()]
        .sort((a, b) => scores[a]! - scores[b]!)
        .reverse()
        .slice(0, k),
    "finds equal scores at one place": (scores: number[], k: number) =>
      scores
        .slice()
        .sort((a, b) => b - a)
        .slice(0, k)
        .map((score) => scores.findIndex((other) => other === score)),
  },
  ...WRONG_ANSWERS_02,
  ...WRONG_ANSWERS_03,
  ...WRONG_ANSWERS_04,
  ...WRONG_ANSWERS_05,
  ...WRONG_ANSWERS_06,
  ...WRONG_ANSWERS_07,
  ...WRONG_ANSWERS_08,
  ...WRONG_ANSWERS_09,
  ...WRONG_ANSWERS_10,
  ...WRONG_ANSWERS_11,
  ...WRONG_ANSWERS_12,
  ...WRONG_ANSWERS_13,
} satisfies Record<string, Answers>;
