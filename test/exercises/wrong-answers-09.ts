/** Typical wrong answers to the exercises of lesson 09, as learners type them. */
const length = (v: number[]) => Math.sqrt(v.reduce((sum, x) => sum + x * x, 0));
const product = (a: number[], b: number[]) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
const between = (a: number[], b: number[]) => length(a.map((x, i) => x - b[i]!));

export const WRONG_ANSWERS_09 = {
  "09.concatenate": {
    "keeps the sign of the difference": (u: number[], v: number[]) => {
      const all = u.concat(v);
      for (let i = 0; i < u.length; i++) all.push(u[i]! - v[i]!);
      return all;
    },
    "gives one distance": (u: number[], v: number[]) => u.concat(v, between(u, v)),
    multiplies: (u: number[], v: number[]) => {
      const all = [...u, ...v];
      v.forEach((y, i) => all.push(y * u[i]!));
      return all;
    },
    "leaves out u and v": (u: number[], v: number[]) => v.map((y, i) => Math.abs(y - u[i]!)),
    "goes dimension by dimension": (u: number[], v: number[]) => {
      const all: number[] = [];
      for (let i = 0; i < u.length; i++) all.push(u[i]!, v[i]!, Math.abs(v[i]! - u[i]!));
      return all;
    },
  },
  "09.cosine-regression": {
    "forgets to scale the scores": (u: number[][], v: number[][], gold: number[]) => {
      let sum = 0;
      for (let i = 0; i < u.length; i++) {
        const cosine = product(u[i]!, v[i]!) / length(u[i]!) / length(v[i]!);
        sum += (cosine - gold[i]!) * (cosine - gold[i]!);
      }
      return sum / u.length;
    },
    "takes dot products": (u: number[][], v: number[][], gold: number[]) => {
      let sum = 0;
      gold.forEach((score, i) => (sum += Math.pow(score / 5 - product(u[i]!, v[i]!), 2)));
      return sum / gold.length;
    },
    "adds up without dividing": (u: number[][], v: number[][], gold: number[]) => {
      let sum = 0;
      gold.forEach((score, i) => {
        sum += (score / 5 - product(u[i]!, v[i]!) / (length(u[i]!) * length(v[i]!))) ** 2;
      });
      return sum;
    },
    "doesn't square": (u: number[][], v: number[][], gold: number[]) => {
      const errors = gold.map((score, i) =>
        Math.abs(score / 5 - product(u[i]!, v[i]!) / (length(u[i]!) * length(v[i]!))),
      );
      return errors.reduce((a, b) => a + b) / errors.length;
    },
  },
  "09.triplet-loss": {
    "swaps the positive and the negative": (
      a: number[][],
      p: number[][],
      n: number[][],
      margin: number,
    ) => {
      let sum = 0;
      for (let i = 0; i < a.length; i++) {
        const gap = between(a[i]!, n[i]!) - between(a[i]!, p[i]!) + margin;
        if (gap > 0) sum += gap;
      }
      return sum / a.length;
    },
    "forgets the floor at 0": (a: number[][], p: number[][], n: number[][], margin: number) => {
      let sum = 0;
      a.forEach((row, i) => (sum += between(row, p[i]!) - between(row, n[i]!) + margin));
      return sum / a.length;
    },
    "forgets the margin": (a: number[][], p: number[][], n: number[][]) => {
      let sum = 0;
      a.forEach((row, i) => (sum += Math.max(between(row, p[i]!) - between(row, n[i]!), 0)));
      return sum / a.length;
    },
    "averages over hard triplets only": (
      a: number[][],
      p: number[][],
      n: number[][],
      margin: number,
    ) => {
      let [sum, count] = [0, 0];
      a.forEach((row, i) => {
        const gap = between(row, p[i]!) - between(row, n[i]!) + margin;
        if (gap <= 0) return;
        sum += gap;
        count++;
      });
      return count === 0 ? 0 : sum / count;
    },
  },
  "09.ranking-loss": {
    "forgets the scale": (cosines: number[][]) => {
      let loss = 0;
      cosines.forEach((row, i) => {
        const powers = row.map(Math.exp);
        loss -= Math.log(powers[i]! / powers.reduce((a, b) => a + b));
      });
      return loss / cosines.length;
    },
    "goes down the columns": (cosines: number[][], scale: number) => {
      let loss = 0;
      for (let i = 0; i < cosines.length; i++) {
        let sum = 0;
        for (let k = 0; k < cosines.length; k++) sum += Math.exp(scale * cosines[k]![i]!);
        loss += Math.log(sum) - scale * cosines[i]![i]!;
      }
      return loss / cosines.length;
    },
    "leaves the positive out of the sum": (cosines: number[][], scale: number) => {
      let loss = 0;
      cosines.forEach((row, i) => {
        let sum = 0;
        row.forEach((s, j) => (sum += j === i ? 0 : Math.exp(scale * s)));
        loss -= Math.log(Math.exp(scale * row[i]!) / sum);
      });
      return loss / cosines.length;
    },
    "adds up without dividing": (cosines: number[][], scale: number) => {
      let loss = 0;
      cosines.forEach((row, i) => {
        const powers = row.map((s) => Math.exp(scale * s));
        loss -= Math.log(powers[i]! / powers.reduce((a, b) => a + b));
      });
      return loss;
    },
  },
  "09.false-negatives": {
    "compares positives only": (pairs: [string, string][]) => {
      const all: number[][] = [];
      for (let i = 0; i < pairs.length; i++)
        for (let j = 0; j < pairs.length; j++)
          if (i !== j && pairs[i]![1] === pairs[j]![1]) all.push([i, j]);
      return all;
    },
    "counts the pair itself": (pairs: [string, string][]) => {
      const all: number[][] = [];
      for (let i = 0; i < pairs.length; i++)
        for (let j = 0; j < pairs.length; j++)
          if (pairs[i]!.includes(pairs[j]![1])) all.push([i, j]);
      return all;
    },
    "lists each two rows once": (pairs: [string, string][]) => {
      const all: number[][] = [];
      for (let i = 0; i < pairs.length; i++)
        for (let j = i + 1; j < pairs.length; j++)
          if (pairs[i]!.includes(pairs[j]![1])) all.push([i, j]);
      return all;
    },
    "looks for equal anchors": (pairs: [string, string][]) => {
      const all: number[][] = [];
      pairs.forEach(([a], i) =>
        pairs.forEach(([b], j) => void (a === b && i !== j && all.push([i, j]))),
      );
      return all;
    },
  },
  "09.tied-gradient": {
    "forgets the minus of the second tower": (w: number, a: number, b: number, target: number) => {
      const error = w * (a - b) - target;
      const [first, second] = [2 * error * a, 2 * error * b];
      return { first, second, shared: first + second };
    },
    "takes the mean of both towers": (w: number, a: number, b: number, target: number) => {
      const error = w * (a - b) - target;
      const [first, second] = [2 * error * a, -2 * error * b];
      return { first, second, shared: (first + second) / 2 };
    },
    "hears the first tower only": (w: number, a: number, b: number, target: number) => {
      const error = w * (a - b) - target;
      return { first: 2 * error * a, second: -2 * error * b, shared: 2 * error * a };
    },
    "forgets the 2": (w: number, a: number, b: number, target: number) => {
      const error = w * (a - b) - target;
      return { first: error * a, second: -error * b, shared: error * (a - b) };
    },
  },
};
