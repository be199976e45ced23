/** Typical wrong answers to the exercises of lesson 03, as learners type them. */
export const WRONG_ANSWERS_03 = {
  "03.co-occurrence": {
    "counts every meeting as 1": (words: string[], word: string, other: string, window: number) => {
      let count = 0;
      words.forEach((here, i) => {
        for (let j = i - window; j <= i + window; j++) {
          if (j !== i && here === word && words[j] === other) count++;
        }
      });
      return count;
    },
    "looks to the right only": (words: string[], word: string, other: string, window: number) => {
      let sum = 0;
      words.forEach((here, i) => {
        for (let d = 1; d <= window; d++) if (here === word && words[i + d] === other) sum += 1 / d;
      });
      return sum;
    },
    "never lets a word meet itself": (
      words: string[],
      word: string,
      other: string,
      window: number,
    ) => {
      let sum = 0;
      words.forEach((here, i) => {
        words.forEach((there, j) => {
          if (here !== word || there !== other || here === there) return;
          const far = Math.abs(j - i);
          if (far <= window) sum += 1 / far;
        });
      });
      return sum;
    },
  },
  "03.pair-loss": {
    "lets the weight exceed 1": (score: number, count: number) =>
      Math.pow(count / 100, 0.75) * Math.pow(score - Math.log(count), 2),
    "leaves out the weight": (score: number, count: number) => {
      const error = score - Math.log(count);
      return error * error;
    },
    "compares with the count": (score: number, count: number) =>
      Math.min((count / 100) ** 0.75, 1) * (score - count) * (score - count),
  },
  "03.character-ngrams": {
    "forgets the brackets": (word: string, shortest: number, longest: number) => {
      const found: string[] = [];
      [...word].forEach((_, i) => {
        for (let end = i + shortest; end <= Math.min(word.length, i + longest); end++) {
          found.push(word.substring(i, end));
        }
      });
      return found;
    },
    "leaves out the longest": (word: string, shortest: number, longest: number) => {
      const found: string[] = [];
      const marked = `<${word}>`;
      [...marked].forEach((_, i) => {
        for (let n = shortest; n < longest; n++) {
          if (i + n <= marked.length) found.push(marked.substring(i, i + n));
        }
      });
      return found;
    },
    "orders by length first": (word: string, shortest: number, longest: number) => {
      const found: string[] = [];
      const marked = `<${word}>`;
      for (let n = shortest; n <= longest; n++) {
        for (let i = 0; i + n <= marked.length; i++) found.push(marked.substring(i, i + n));
      }
      return found;
    },
  },
  "03.unseen-word": {
    "adds without dividing": (hashes: number[], buckets: number[][]) => {
      const sum = buckets[0]!.map(() => 0);
      for (const hash of hashes) {
        buckets[hash % buckets.length]!.forEach((x, i) => (sum[i]! += x));
      }
      return sum;
    },
    "counts a bucket once": (hashes: number[], buckets: number[][]) => {
      const rows = Array.from(new Set(hashes.map((hash) => hash % buckets.length)));
      const sum = buckets[0]!.map((_, i) => rows.reduce((s, row) => s + buckets[row]![i]!, 0));
      return rows.length ? sum.map((x) => x / rows.length) : sum;
    },
    "divides by zero for a word without pieces": (hashes: number[], buckets: number[][]) =>
      buckets[0]!.map(
        (_, i) =>
          hashes.reduce((s, hash) => s + buckets[hash % buckets.length]![i]!, 0) / hashes.length,
      ),
  },
};
