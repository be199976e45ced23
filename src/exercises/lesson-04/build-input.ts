/**
 * Exercise 04.build-input: pieces put together as BERT reads them.
 *
 *   [CLS] A [SEP] B [SEP] [PAD] …     Devlin et al. 2019, "BERT", section 3 and figure 2
 */
import type { Exercise } from "../exercise";

type Input = [a: string[], b: string[] | null, length: number];

export interface BertInput {
  tokens: string[];
  segments: number[];
  mask: number[];
}

export const buildInput: Exercise<Input, BertInput> = {
  id: "04.build-input",
  title: "Packing a pair",
  functionName: "buildInput",
  statement:
    "Write `buildInput(a, b, length)`. `a` holds the pieces of sentence A; `b` those of sentence " +
    "B, or `null` when there is none. Return `{ tokens, segments, mask }`, three lists of " +
    "exactly `length` entries. `tokens`: `[CLS]`, then A, then `[SEP]`, then (if there is a B) B " +
    "and another `[SEP]`, then `[PAD]` up to the length. `segments`: 1 for B and the `[SEP]` " +
    "behind it, 0 for all others. `mask`: 0 for `[PAD]`, 1 for all others. (Everything fits.)",
  stub: `function buildInput(a: string[], b: string[] | null, length: number):
  { tokens: string[]; segments: number[]; mask: number[] } {
  return yourTurn(); // replace this line by your own
}`,
  points: 15,
  examples: [
    [["the", "duck", "##s"], null, 7],
    [["who", "swam", "?"], ["the", "duck"], 10],
  ],
  hiddenCases(rng) {
    const words = [["the"], ["old"], ["duck"], ["duck", "##s"], ["swam"], ["."]];
    const pieces = (length: number) => Array.from({ length }, () => rng.pick(words)).flat();
    return Array.from({ length: 8 }, (_, i): Input => {
      const a = pieces(1 + rng.integer(4));
      const b = i % 2 === 0 ? pieces(1 + rng.integer(4)) : null;
      const needed = a.length + 2 + (b === null ? 0 : b.length + 1);
      return [a, b, needed + (i % 4)];
    });
  },
  reference: (a, b, length) => assemble(a, b, length),
  misconceptions: [
    {
      name: "forgets the last [SEP]",
      hint: "each sentence ends with a [SEP], the last one, too: [CLS] A [SEP] B [SEP].",
      wrong: (a, b, length) => assemble(a, b, length, { lastSeparator: false }),
    },
    {
      name: "gives the first [SEP] to sentence B",
      hint:
        "your first [SEP] has segment 1. It belongs to the sentence that it ends, so to segment " +
        "0.",
      wrong: (a, b, length) =>
        assemble(a, b, length, { firstSeparatorSegment: b === null ? 0 : 1 }),
    },
    {
      name: "gives the last [SEP] to sentence A",
      hint: "your last [SEP] has segment 0. It ends sentence B and has B's segment, 1.",
      wrong: (a, b, length) => assemble(a, b, length, { lastSeparatorSegment: 0 }),
    },
    {
      name: "gives the padding segment 1",
      hint: "your [PAD] has segment 1. Padding belongs to no sentence, and is given 0.",
      wrong: (a, b, length) => assemble(a, b, length, { padSegment: 1 }),
    },
    {
      name: "counts segments from 1",
      hint: "your segments are 1 and 2. They are rows of a table, counted from 0: A is 0, B is 1.",
      wrong(a, b, length) {
        const { segments, mask, ...rest } = assemble(a, b, length);
        return { ...rest, segments: segments.map((segment, i) => segment + mask[i]!), mask };
      },
    },
    {
      name: "masks [CLS] and [SEP], too",
      hint:
        "your mask hides [CLS] and [SEP]. They are tokens that the model reads; only [PAD] is " +
        "hidden.",
      wrong(a, b, length) {
        const input = assemble(a, b, length);
        const mask = input.tokens.map((token) => (/^\[(CLS|SEP|PAD)\]$/.test(token) ? 0 : 1));
        return { ...input, mask };
      },
    },
    {
      name: "turns the mask round",
      hint: "your mask is the wrong way round: 1 means read this, 0 means padding.",
      wrong(a, b, length) {
        const input = assemble(a, b, length);
        return { ...input, mask: input.mask.map((x) => 1 - x) };
      },
    },
    {
      name: "puts a second [CLS] before B",
      hint: "there is one [CLS], at the very beginning; sentence B follows A's [SEP] directly.",
      wrong: (a, b, length) => assemble(a, b && ["[CLS]", ...b], length),
    },
    {
      name: "pads at the beginning",
      hint: "you put the padding first. [CLS] must stand at the beginning, [PAD] at the end.",
      wrong(a, b, length) {
        const { tokens, segments, mask } = assemble(a, b, length);
        const padding = mask.filter((x) => x === 0).length;
        const turn = <T>(list: T[]) => [
          ...list.slice(length - padding),
          ...list.slice(0, length - padding),
        ];
        return { tokens: turn(tokens), segments: turn(segments), mask: turn(mask) };
      },
    },
    {
      name: "does not pad",
      hint: "your lists are as long as the sentences. Fill them up with [PAD] to `length`.",
      wrong: (a, b) => assemble(a, b, 0),
    },
  ],
};

interface Variant {
  lastSeparator?: boolean;
  firstSeparatorSegment?: number;
  lastSeparatorSegment?: number;
  padSegment?: number;
}

function assemble(
  a: string[],
  b: string[] | null,
  length: number,
  {
    lastSeparator = true,
    firstSeparatorSegment = 0,
    lastSeparatorSegment = 1,
    padSegment = 0,
  }: Variant = {},
): BertInput {
  const tokens = ["[CLS]", ...a];
  const segments = tokens.map(() => 0);
  if (b !== null || lastSeparator) {
    tokens.push("[SEP]");
    segments.push(firstSeparatorSegment);
  }
  if (b !== null) {
    tokens.push(...b);
    segments.push(...b.map(() => 1));
    if (lastSeparator) {
      tokens.push("[SEP]");
      segments.push(lastSeparatorSegment);
    }
  }
  const mask = tokens.map(() => 1);
  while (tokens.length < length) {
    tokens.push("[PAD]");
    segments.push(padSegment);
    mask.push(0);
  }
  return { tokens, segments, mask };
}
