/** Typical wrong answers to the exercises of lesson 10, as learners type them. */
const total = (values: number[]) => values.reduce((a, b) => a + b, 0);
const softmaxOf = (row: number[]) => row.map((s) => Math.exp(s) / total(row.map(Math.exp)));

export const WRONG_ANSWERS_10 = {
  "10.in-batch-loss": {
    "adds up the rows": (scores: number[][]) => {
      let loss = 0;
      scores.forEach((row, i) => (loss -= Math.log(softmaxOf(row)[i]!)));
      return loss;
    },
    "normalizes by columns": (scores: number[][]) => {
      let loss = 0;
      for (let j = 0; j < scores.length; j++) {
        const column = scores.map((row) => row[j]!);
        loss -= Math.log(softmaxOf(column)[j]!) / scores.length;
      }
      return loss;
    },
    "leaves the right answer out of the sum": (scores: number[][]) => {
      let loss = 0;
      scores.forEach((row, i) => {
        let others = 0;
        row.forEach((s, j) => (others += j === i ? 0 : Math.exp(s)));
        loss -= Math.log(Math.exp(row[i]!) / others) / scores.length;
      });
      return loss;
    },
    "forgets the sign": (scores: number[][]) =>
      total(scores.map((row, i) => Math.log(softmaxOf(row)[i]!))) / scores.length,
    "averages probabilities": (scores: number[][]) =>
      -Math.log(total(scores.map((row, i) => softmaxOf(row)[i]!)) / scores.length),
  },
  "10.score-gradient": {
    "doesn't divide by the number of questions": (scores: number[][]) =>
      scores.map((row, i) => {
        const gradient = softmaxOf(row);
        gradient[i]! -= 1;
        return gradient;
      }),
    "points the other way": (scores: number[][]) =>
      scores.map((row, i) =>
        softmaxOf(row).map((p, j) => (j === i ? 1 - p : 0 - p) / scores.length),
      ),
    "forgets the pull": (scores: number[][]) =>
      scores.map((row) => softmaxOf(row).map((p) => p / row.length)),
  },
  "10.distinct-batch": {
    "looks at answers only": (pairs: [string, string][], size: number) => {
      const batch: number[] = [];
      for (let i = 0; i < pairs.length && batch.length < size; i++) {
        if (!batch.some((j) => pairs[j]![1] === pairs[i]![1])) batch.push(i);
      }
      return batch;
    },
    "looks at questions only": (pairs: [string, string][], size: number) => {
      const batch: number[] = [];
      for (let i = 0; i < pairs.length && batch.length < size; i++) {
        if (!batch.some((j) => pairs[j]![0] === pairs[i]![0])) batch.push(i);
      }
      return batch;
    },
    "cuts first": (pairs: [string, string][], size: number) => {
      const batch: number[] = [];
      for (let i = 0; i < Math.min(size, pairs.length); i++) {
        const [q, a] = pairs[i]!;
        if (!batch.some((j) => pairs[j]![0] === q || pairs[j]![1] === a)) batch.push(i);
      }
      return batch;
    },
  },
  "10.hard-negatives": {
    "keeps what is probably an answer": (scores: number[], positive: number, count: number) => {
      const rows = [...scores.keys()].filter((row) => row !== positive);
      return rows.sort((a, b) => scores[b]! - scores[a]!).slice(0, count);
    },
    "takes the margin off the score": (s: number[], right: number, n: number, margin: number) => {
      const rows = [...s.keys()].filter((row) => row !== right && s[row]! + margin <= s[right]!);
      return rows.sort((a, b) => s[b]! - s[a]!).slice(0, n);
    },
    "forgets the margin": (scores: number[], positive: number, count: number) => {
      const rows = [...scores.keys()].filter((row) => scores[row]! < scores[positive]!);
      return rows.sort((a, b) => scores[b]! - scores[a]!).slice(0, count);
    },
  },
  "10.sentiment-pairs": {
    "pairs different labels": (labels: string[]) => {
      const pairs: [number, number][] = [];
      for (let i = 0; i < labels.length; i++) {
        for (let j = i + 1; j < labels.length; j++) {
          if (labels[j] === labels[i]) continue;
          pairs.push([i, j]);
          break;
        }
      }
      return pairs;
    },
    "makes all pairs": (labels: string[]) => {
      const pairs: [number, number][] = [];
      for (let i = 0; i < labels.length; i++) {
        for (let j = i + 1; j < labels.length; j++) {
          if (labels[j] === labels[i]) pairs.push([i, j]);
        }
      }
      return pairs;
    },
    "pairs neighbours": (labels: string[]) => {
      const pairs: [number, number][] = [];
      for (let i = 1; i < labels.length; i++) {
        if (labels[i] === labels[i - 1]) pairs.push([i - 1, i]);
      }
      return pairs;
    },
  },
};
