/** Typical wrong answers to the exercises of lesson 04, as learners type them. */
type Word = [pieces: string[], count: number];

interface Tables {
  token: number[][];
  segment: number[][];
  position: number[][];
}

export const WRONG_ANSWERS_04 = {
  "04.first-merge": {
    "counts every word once": (words: Word[]) => {
      const counts: Record<string, number> = {};
      let best = "";
      for (const [pieces] of words) {
        for (let i = 0; i + 1 < pieces.length; i++) {
          const key = `${pieces[i]} ${pieces[i + 1]}`;
          counts[key] = (counts[key] ?? 0) + 1;
          if (best === "") best = key;
        }
      }
      for (const key of Object.keys(counts)) if (counts[key]! > counts[best]!) best = key;
      return best.split(" ");
    },
    "takes the rarest pair": (words: Word[]) => {
      const counts = new Map<string, number>();
      words.forEach(([pieces, n]) =>
        pieces.slice(0, -1).forEach((left, i) => {
          const key = left + " " + pieces[i + 1];
          counts.set(key, (counts.get(key) ?? 0) + n);
        }),
      );
      return [...counts].reduce((a, b) => (b[1] < a[1] ? b : a))[0].split(" ");
    },
    "drops the ##": (words: Word[]) => {
      const counts = new Map<string, number>();
      for (const [pieces, n] of words) {
        for (let i = 1; i < pieces.length; i++) {
          const key = `${pieces[i - 1]} ${pieces[i]}`;
          counts.set(key, (counts.get(key) ?? 0) + n);
        }
      }
      let best: [string, number] = ["", -1];
      for (const entry of counts) if (entry[1] > best[1]) best = entry;
      return best[0].replaceAll("##", "").split(" ");
    },
  },
  "04.word-piece": {
    "takes the shortest piece": (word: string, vocabulary: string[]) => {
      if (word.length > 100) return ["[UNK]"];
      const pieces: string[] = [];
      let rest = word;
      while (rest !== "") {
        let size = 1;
        const name = () => (pieces.length > 0 ? "##" : "") + rest.slice(0, size);
        while (size <= rest.length && !vocabulary.includes(name())) size++;
        if (size > rest.length) return ["[UNK]"];
        pieces.push(name());
        rest = rest.slice(size);
      }
      return pieces;
    },
    "looks up pieces inside a word without ##": (word: string, vocabulary: string[]) => {
      if (word.length > 100) return ["[UNK]"];
      const pieces: string[] = [];
      for (let start = 0; start < word.length;) {
        let end = word.length;
        while (end > start && !vocabulary.includes(word.substring(start, end))) end--;
        if (end === start) return ["[UNK]"];
        pieces.push(word.substring(start, end));
        start = end;
      }
      return pieces;
    },
    "keeps the pieces it has when it gets stuck": (word: string, vocabulary: string[]) => {
      if (word.length > 100) return ["[UNK]"];
      const pieces: string[] = [];
      let rest = word;
      while (rest.length > 0) {
        const mark = pieces.length === 0 ? "" : "##";
        let size = rest.length;
        while (size > 0 && vocabulary.indexOf(mark + rest.slice(0, size)) < 0) size -= 1;
        if (size === 0) return pieces.concat("[UNK]");
        pieces.push(mark + rest.slice(0, size));
        rest = rest.slice(size);
      }
      return pieces;
    },
    "reads words of any length": (word: string, vocabulary: string[]) => {
      const pieces: string[] = [];
      let rest = word;
      while (rest.length > 0) {
        const mark = rest === word ? "" : "##";
        let size = rest.length;
        while (size > 0 && !vocabulary.includes(mark + rest.slice(0, size))) size--;
        if (!size) return ["[UNK]"];
        pieces.push(mark + rest.slice(0, size));
        rest = rest.slice(size);
      }
      return pieces;
    },
  },
  "04.build-input": {
    "gives the first [SEP] to sentence B": (a: string[], b: string[] | null, length: number) => {
      const tokens = b ? ["[CLS]", ...a, "[SEP]", ...b, "[SEP]"] : ["[CLS]", ...a, "[SEP]"];
      const used = tokens.length;
      while (tokens.length < length) tokens.push("[PAD]");
      return {
        tokens,
        segments: tokens.map((_, i) => (b && i > a.length && i < used ? 1 : 0)),
        mask: tokens.map((_, i) => (i < used ? 1 : 0)),
      };
    },
    "masks [CLS] and [SEP], too": (a: string[], b: string[] | null, length: number) => {
      const parts = ["[CLS]", ...a, "[SEP]"].map((token) => ({ token, segment: 0 }));
      if (b) parts.push(...[...b, "[SEP]"].map((token) => ({ token, segment: 1 })));
      while (parts.length < length) parts.push({ token: "[PAD]", segment: 0 });
      return {
        tokens: parts.map(({ token }) => token),
        segments: parts.map(({ segment }) => segment),
        mask: parts.map(({ token }) => (token.startsWith("[") ? 0 : 1)),
      };
    },
    "does not pad": (a: string[], b: string[] | null) => {
      const second = b === null ? [] : b.concat("[SEP]");
      const tokens = ["[CLS]"].concat(a, "[SEP]", second);
      const segments = [...Array(a.length + 2).fill(0), ...second.map(() => 1)];
      return { tokens, segments, mask: tokens.map(() => 1) };
    },
    "forgets the last [SEP]": (a: string[], b: string[] | null, length: number) => {
      const tokens = ["[CLS]", ...a];
      const segments = tokens.map(() => 0);
      if (b !== null) {
        tokens.push("[SEP]", ...b);
        segments.push(0, ...b.map(() => 1));
      }
      const mask = tokens.map(() => 1);
      for (let i = tokens.length; i < length; i++) {
        tokens.push("[PAD]");
        segments.push(0);
        mask.push(0);
      }
      return { tokens, segments, mask };
    },
  },
  "04.input-sum": {
    "looks the position up by the token's id": (ids: number[], types: number[], tables: Tables) => {
      const out: number[][] = [];
      ids.forEach((id, t) => {
        const row = [...tables.token[id]!];
        for (let d = 0; d < row.length; d++) {
          row[d]! += tables.segment[types[t]!]![d]!;
          row[d]! += tables.position[id]![d]!;
        }
        out.push(row);
      });
      return out;
    },
    "leaves the segment out": (ids: number[], _: number[], { token, position }: Tables) =>
      ids.map((id, t) => token[id]!.map((x, d) => x + position[t]![d]!)),
    "puts the rows behind each other": (ids: number[], types: number[], tables: Tables) =>
      ids.map((id, t) => tables.token[id]!.concat(tables.segment[types[t]!]!, tables.position[t]!)),
    "counts positions from 1": (ids: number[], types: number[], tables: Tables) => {
      let place = 0;
      return ids.map((id, t) => {
        place += 1;
        const [a, b, c] = [tables.token[id]!, tables.segment[types[t]!]!, tables.position[place]!];
        return a.map((x, d) => x + b[d]! + c[d]!);
      });
    },
  },
  "04.layer-norm": {
    "divides by the variance": (x: number[], gain: number[], bias: number[], epsilon: number) => {
      const mean = x.reduce((a, b) => a + b) / x.length;
      let variance = 0;
      for (const value of x) variance += (value - mean) ** 2 / x.length;
      return x.map((value, i) => ((value - mean) / (variance + epsilon)) * gain[i]! + bias[i]!);
    },
    "divides the squares by n − 1": (
      x: number[],
      gain: number[],
      bias: number[],
      epsilon: number,
    ) => {
      let [sum, squares] = [0, 0];
      for (const value of x) sum += value;
      const mean = sum / x.length;
      for (const value of x) squares += (value - mean) * (value - mean);
      const deviation = Math.sqrt(squares / (x.length - 1) + epsilon);
      return x.map((value, i) => gain[i]! * ((value - mean) / deviation) + bias[i]!);
    },
    "leaves out epsilon": (x: number[], gain: number[], bias: number[]) => {
      const mean = x.reduce((a, b) => a + b) / x.length;
      const meanOfSquares = x.reduce((a, b) => a + b * b, 0) / x.length;
      const deviation = Math.sqrt(Math.max(0, meanOfSquares - mean * mean));
      return x.map((value, i) => (gain[i]! * (value - mean)) / deviation + bias[i]!);
    },
    "adds epsilon outside the root": (
      x: number[],
      gain: number[],
      bias: number[],
      epsilon: number,
    ) => {
      const mean = x.reduce((a, b) => a + b, 0) / x.length;
      const off = x.map((value) => value - mean);
      const deviation = Math.sqrt(off.reduce((a, b) => a + b * b, 0) / x.length);
      return off.map((value, i) => (value / (deviation + epsilon)) * gain[i]! + bias[i]!);
    },
  },
  "04.mend-text": {
    "does it once more": (broken: string) =>
      String.fromCharCode(...new TextEncoder().encode(broken)),
    "takes the accents off": (broken: string) =>
      broken.normalize("NFD").replace(/\p{Nonspacing_Mark}/gu, ""),
    "reads the text as UTF-8 again": (broken: string) =>
      new TextDecoder().decode(new TextEncoder().encode(broken)),
  },
};
