/**
 * Exercise 13.eight-bits: a number as one of 256 levels.
 *
 *   q = round((x − min) / step) − 128, within −128 … 127;   step = (max − min) / 255
 */
import type { Exercise } from "../exercise";

type Input = [values: number[], min: number, max: number];

export const eightBits: Exercise<Input, number[]> = {
  id: "13.eight-bits",
  title: "256 levels",
  functionName: "toInt8",
  statement:
    "A column's numbers ran from `min` to `max` when it was calibrated. Write " +
    "`toInt8(values, min, max)`: each value as a whole number from −128 (for `min`) to 127 (for " +
    "`max`), with `Math.round` in between; 256 levels have 255 steps between them. A value " +
    "outside the range becomes −128 or 127.",
  stub: `function toInt8(values: number[], min: number, max: number): number[] {
  return yourTurn(); // replace this line by your own
}`,
  points: 10,
  examples: [
    [[0, 1, 254, 255], 0, 255],
    [[-2, 0, 3], -1, 1],
  ],
  hiddenCases(rng) {
    return Array.from({ length: 8 }, (): Input => {
      const [min, width] = [rng.integer(20) - 10, 2 + rng.integer(20)];
      const inside = Array.from({ length: 4 }, () => min + (width * (1 + rng.integer(997))) / 999);
      return [[...inside, min - 1, min + width + 1, min, min + width], min, min + width];
    });
  },
  reference: (values, min, max) => values.map((x) => cut(level(x, min, max))),
  misconceptions: [
    {
      name: "doesn't cut what lies outside",
      hint:
        "a value outside the calibrated range left the 256 levels. In an Int8Array it would come " +
        "round at the other end: 128 becomes −128.",
      wrong: (values, min, max) => values.map((x) => level(x, min, max)),
    },
    {
      name: "divides into 256 steps",
      hint: "you took 256 steps. From −128 to 127 there are 256 levels and 255 steps.",
      wrong: (values, min, max) =>
        values.map((x) => cut(Math.round(((x - min) / (max - min)) * 256) - 128)),
    },
    {
      name: "forgets the 128",
      hint: "your levels run from 0 to 255. A signed byte holds −128 to 127: subtract 128.",
      wrong: (values, min, max) =>
        values.map((x) => Math.min(255, Math.max(0, level(x, min, max) + 128))),
    },
    {
      name: "cuts off instead of rounding",
      hint: "you took Math.floor: the error is up to a whole step, and always in one direction.",
      wrong: (values, min, max) =>
        values.map((x) => cut(Math.floor(((x - min) / (max - min)) * 255) - 128)),
    },
    {
      name: "forgets where the range begins",
      hint: "you divided by the step, but forgot to subtract min first.",
      wrong: (values, min, max) =>
        values.map((x) => cut(Math.round((x / (max - min)) * 255) - 128)),
    },
  ],
};

function level(x: number, min: number, max: number): number {
  return Math.round(((x - min) / (max - min)) * 255) - 128;
}

function cut(q: number): number {
  return Math.min(127, Math.max(-128, q));
}
