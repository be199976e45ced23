/** Typical wrong answers to the exercises of lesson 06, as learners type them. */
export const WRONG_ANSWERS_06 = {
  "06.hide-words": {
    "masks every chosen word": (words: string[], chosen: number[]) => {
      const input = words.map((word, i) => (chosen.includes(i) ? "[MASK]" : word));
      return { input, labels: words.map((word, i) => (chosen.includes(i) ? word : null)) };
    },
    "asks for no guess where the word stays": (
      words: string[],
      chosen: number[],
      draws: number[],
      others: string[],
    ) => {
      const input = words.slice();
      const labels = new Array<string | null>(words.length).fill(null);
      for (let i = 0; i < chosen.length; i++) {
        if (draws[i]! >= 0.8) {
          if (draws[i]! < 0.9) input[chosen[i]!] = others[i]!;
          continue;
        }
        input[chosen[i]!] = "[MASK]";
        labels[chosen[i]!] = words[chosen[i]!]!;
      }
      return { input, labels };
    },
    "swaps the other word and the kept one": (
      words: string[],
      chosen: number[],
      draws: number[],
      others: string[],
    ) => {
      const input = [...words];
      const labels: (string | null)[] = Array(words.length).fill(null);
      chosen.forEach((place, i) => {
        labels[place] = words[place]!;
        input[place] = draws[i]! < 0.8 ? "[MASK]" : draws[i]! < 0.9 ? words[place]! : others[i]!;
      });
      return { input, labels };
    },
    "lists labels for the chosen places only": (
      words: string[],
      chosen: number[],
      draws: number[],
      others: string[],
    ) => {
      const input = [...words];
      const labels: string[] = [];
      chosen.forEach((place, i) => {
        labels.push(words[place]!);
        if (draws[i]! < 0.8) input[place] = "[MASK]";
        else if (draws[i]! < 0.9) input[place] = others[i]!;
      });
      return { input, labels };
    },
  },
  "06.random-next": {
    "draws from its own document, too": (documents: string[][], d: number, s: number) => {
      const next = documents[d]![s + 1];
      const found: string[] = [];
      for (const sentences of documents) for (const b of sentences) if (b !== next) found.push(b);
      return found;
    },
    "keeps a sentence that reads as the true next one": (documents: string[][], d: number) => {
      const found: string[] = [];
      for (let i = 0; i < documents.length; i++) if (i !== d) found.push(...documents[i]!);
      return found;
    },
    "takes out what reads as A": (documents: string[][], d: number, s: number) =>
      documents.flatMap((doc, i) => (i === d ? [] : doc.filter((b) => b !== documents[d]![s]))),
    "lists a sentence once": (documents: string[][], d: number, s: number) => {
      const seen = new Set<string>();
      documents.forEach((doc, i) => i !== d && doc.forEach((b) => seen.add(b)));
      seen.delete(documents[d]![s + 1]!);
      return Array.from(seen);
    },
  },
  "06.masked-loss": {
    "averages over all places": (logits: number[][], labels: (number | null)[]) => {
      let loss = 0;
      logits.forEach((row, t) => {
        if (labels[t] === null) return;
        const top = Math.max(...row);
        const exps = row.map((x) => Math.exp(x - top));
        loss -= Math.log(exps[labels[t]!]! / exps.reduce((a, b) => a + b));
      });
      return loss / logits.length;
    },
    overflows: (logits: number[][], labels: (number | null)[]) => {
      let [loss, count] = [0, 0];
      for (let t = 0; t < logits.length; t++) {
        if (labels[t] === null) continue;
        let sum = 0;
        for (const x of logits[t]!) sum += Math.exp(x);
        loss += Math.log(sum) - Math.log(Math.exp(logits[t]![labels[t]!]!));
        count++;
      }
      return loss / count;
    },
    "takes no logarithm": (logits: number[][], labels: (number | null)[]) => {
      const chances: number[] = [];
      logits.forEach((row, t) => {
        if (labels[t] === null) return;
        const top = Math.max(...row);
        const exps = row.map((x) => Math.exp(x - top));
        chances.push(exps[labels[t]!]! / exps.reduce((a, b) => a + b));
      });
      return chances.reduce((a, b) => a + b) / chances.length;
    },
    "takes the logarithm to the base 2": (logits: number[][], labels: (number | null)[]) => {
      let [loss, count] = [0, 0];
      logits.forEach((row, t) => {
        if (labels[t] === null) return;
        const top = Math.max(...row);
        const sum = row.reduce((all, x) => all + Math.exp(x - top), 0);
        loss += Math.log2(sum) - (row[labels[t]!]! - top) * Math.LOG2E;
        count++;
      });
      return loss / count;
    },
  },
  "06.perplexity": {
    "stops at the loss": (probabilities: number[]) => {
      let sum = 0;
      for (const p of probabilities) sum -= Math.log(p);
      return sum / probabilities.length;
    },
    "takes 1 over the mean probability": (probabilities: number[]) =>
      probabilities.length / probabilities.reduce((a, b) => a + b),
    "takes the mean of 1/p": (probabilities: number[]) =>
      probabilities.reduce((sum, p) => sum + 1 / p / probabilities.length, 0),
    "adds up without dividing": (probabilities: number[]) =>
      1 / probabilities.reduce((product, p) => product * p, 1),
  },
  "06.learning-rate": {
    "stays at the highest rate": (step: number, highest: number, warmup: number) =>
      warmup === 0 ? highest : Math.min(highest, (highest * step) / warmup),
    "goes below 0": (step: number, highest: number, warmup: number, total: number) => {
      if (step < warmup) return (highest / warmup) * step;
      return highest - (highest * (step - warmup)) / (total - warmup);
    },
    "falls from step 0 on": (step: number, highest: number, warmup: number, total: number) => {
      if (step < warmup) return (highest * step) / warmup;
      return step > total ? 0 : highest * (1 - step / total);
    },
    "counts steps from 1": (step: number, highest: number, warmup: number, total: number) => {
      const now = step + 1;
      if (now < warmup) return (highest * now) / warmup;
      return now >= total ? 0 : (highest * (total - now)) / (total - warmup);
    },
  },
};
