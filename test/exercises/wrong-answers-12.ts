/** Typical wrong answers to the exercises of lesson 12, as learners type them. */
type Ranks = (number | null)[];

const average = (values: number[]) => {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length > 0 ? sum / values.length : 0;
};
const choose = (n: number, k: number): number => {
  if (k === 0 || k === n) return 1;
  return choose(n - 1, k - 1) + choose(n - 1, k);
};

export const WRONG_ANSWERS_12 = {
  "12.pack-sentences": {
    "leaves a chunk unfilled": (lengths: number[], maxTokens: number) => {
      const chunks: number[][] = [];
      let size = Infinity;
      for (let i = 0; i < lengths.length; i++) {
        if (size + lengths[i]! >= maxTokens) {
          chunks.push([]);
          size = 0;
        }
        chunks[chunks.length - 1]!.push(i);
        size += lengths[i]!;
      }
      return chunks;
    },
    "loses the last chunk": (lengths: number[], maxTokens: number) => {
      const chunks: number[][] = [];
      let [current, size]: [number[], number] = [[], 0];
      lengths.forEach((length, i) => {
        if (size + length > maxTokens) {
          chunks.push(current);
          [current, size] = [[], 0];
        }
        current.push(i);
        size += length;
      });
      return chunks;
    },
    "closes a chunk too late": (lengths: number[], maxTokens: number) => {
      const chunks: number[][] = [];
      let [current, size]: [number[], number] = [[], 0];
      lengths.forEach((length, i) => {
        current.push(i);
        size += length;
        if (size >= maxTokens) {
          chunks.push(current);
          [current, size] = [[], 0];
        }
      });
      return current.length > 0 ? [...chunks, current] : chunks;
    },
  },
  "12.hit-and-mrr": {
    "leaves out what was not found": (ranks: Ranks, k: number) => {
      const good: number[] = [];
      for (const rank of ranks) if (rank !== null && rank <= k) good.push(1 / rank);
      return { hit: good.length / ranks.length, mrr: average(good) };
    },
    "forgets k in the MRR": (ranks: Ranks, k: number) => {
      const hits = ranks.filter((rank) => rank && rank <= k).length;
      return { hit: hits / ranks.length, mrr: average(ranks.map((rank) => (rank ? 1 / rank : 0))) };
    },
    "one over the mean rank": (ranks: Ranks, k: number) => {
      const good = ranks.filter((rank): rank is number => rank !== null && rank <= k);
      return { hit: good.length / ranks.length, mrr: good.length ? 1 / average(good) : 0 };
    },
    "counts places from 0": (ranks: Ranks, k: number) => ({
      hit: average(ranks.map((rank) => Number(rank !== null && rank < k))),
      mrr: average(ranks.map((rank) => (rank !== null && rank < k ? 1 / rank : 0))),
    }),
  },
  "12.fuse": {
    "puts one behind the other": (first: string[], second: string[]) =>
      first.concat(second.filter((name) => !first.includes(name))),
    "keeps only what both hold": (first: string[], second: string[]) => {
      const both = first.filter((name) => second.includes(name));
      const score = (name: string) =>
        1 / (61 + first.indexOf(name)) + 1 / (61 + second.indexOf(name));
      return both.sort((a, b) => score(b) - score(a));
    },
    "leaves out the 60": (first: string[], second: string[]) => {
      const names = Array.from(new Set(first.concat(second)));
      const part = (list: string[], name: string) =>
        list.includes(name) ? 1 / (list.indexOf(name) + 1) : 0;
      const score = (name: string) => part(first, name) + part(second, name);
      return names.sort((a, b) => score(b) - score(a));
    },
    "adds the ranks up": (first: string[], second: string[]) => {
      const names = Array.from(new Set(first.concat(second)));
      const score = (name: string) => first.indexOf(name) + 1 + second.indexOf(name) + 1;
      return names.sort((a, b) => score(a) - score(b));
    },
  },
  "12.best-threshold": {
    "counts all questions alike": (answerable: number[], unanswerable: number[]) => {
      let best = 0;
      for (const t of answerable.concat(unanswerable, 99)) {
        let right = 0;
        for (const score of answerable) if (score >= t) right++;
        for (const score of unanswerable) if (score < t) right++;
        best = Math.max(best, right / (answerable.length + unanswerable.length));
      }
      return best;
    },
    "puts the threshold halfway between the means": (a: number[], b: number[]) => {
      const t = (average(a) + average(b)) / 2;
      const hits = a.filter((s) => s >= t).length / a.length;
      return (hits + b.filter((s) => s < t).length / b.length) / 2;
    },
    "adds without halving": (a: number[], b: number[]) => {
      const worth = (t: number) =>
        a.filter((s) => s >= t).length / a.length + b.filter((s) => s < t).length / b.length;
      return [...a, ...b, 99].map(worth).sort((x, y) => y - x)[0]!;
    },
  },
  "12.mark-document": {
    "writes the text as it is": (n: number, text: string) =>
      ['<document number="', n, '">', text, "</document>"].join(""),
    "replaces the first only": (n: number, text: string) => {
      const safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
      return `<document number="${n}">${safe}</document>`;
    },
    "escapes the & last": (n: number, text: string) => {
      const safe = text.split("<").join("&lt;").split(">").join("&gt;").split("&").join("&amp;");
      return `<document number="${n}">${safe}</document>`;
    },
    "takes out the mark": (n: number, text: string) => {
      const safe = text.split("</document>").join("").split("<document>").join("");
      return `<document number="${n}">${safe}</document>`;
    },
  },
  "12.paired": {
    "looks one way only": (a: boolean[], b: boolean[]) => {
      const only = a.filter((right, i) => right && !b[i]).length;
      const n = a.filter((right, i) => right !== b[i]).length;
      const m = Math.max(only, n - only);
      let p = 0;
      for (let k = m; k <= n; k++) p += choose(n, k) * 0.5 ** n;
      return Math.min(1, p);
    },
    "counts the ties as coins": (a: boolean[], b: boolean[]) => {
      const wins = a.filter((right, i) => right && !b[i]).length;
      const losses = a.filter((right, i) => !right && b[i]).length;
      let p = 0;
      for (let k = Math.max(wins, losses); k <= a.length; k++) p += choose(a.length, k);
      return Math.min(1, (2 * p) / 2 ** a.length);
    },
    "takes exactly m heads": (a: boolean[], b: boolean[]) => {
      const wins = a.filter((right, i) => right && !b[i]).length;
      const losses = a.filter((right, i) => !right && b[i]).length;
      const n = wins + losses;
      return Math.min(1, (2 * choose(n, Math.max(wins, losses))) / 2 ** n);
    },
  },
};
