/**
 * How many pieces of each sentence stay, when both together may have `room`.
 *
 *   longest_first   the longer one is cut to what the shorter leaves; if both are longer than
 *                   half, each gets half, and the longer one (the second on a tie) the odd piece
 *   only_first      all is cut from A
 *   only_second     all is cut from B
 *
 * The ends go, the beginnings stay. As in Hugging Face's Rust library; its older Python code takes
 * one token at a time from the longer side, and may keep another odd piece.
 *
 * Lesson: notebooks/04-bert-inputs.ipynb
 */

/** Published names; false cuts nothing. */
export type Truncation = "longest_first" | "only_first" | "only_second" | false;

export const TRUNCATIONS: readonly Truncation[] = [
  "longest_first",
  "only_first",
  "only_second",
  false,
];

/**
 * @param lengths pieces of A and, if there is one, B
 * @param room    pieces that fit beside the special tokens, 0 or more
 * @returns pieces kept of A and of B
 */
export function truncatedLengths(
  caller: string,
  [a, b = 0]: readonly number[],
  room: number,
  truncation: Truncation,
): [number, number] {
  const excess = a! + b - room;
  if (excess <= 0 || truncation === false) return [a!, b];
  if (room === 0) return [0, 0]; // only the special tokens fit, whichever side was to be cut
  if (truncation === "longest_first") return longestFirst(a!, b, room);
  const [name, length] = truncation === "only_first" ? ["first", a!] : ["second", b];
  if (length <= excess) {
    throw new RangeError(
      `${caller}: truncation "${truncation}" must leave a piece of the ${name} sentence, ` +
        `but ${excess} of its ${length} would have to go; maxLength is too small, or use ` +
        '"longest_first"',
    );
  }
  return truncation === "only_first" ? [a! - excess, b] : [a!, b - excess];
}

function longestFirst(a: number, b: number, room: number): [number, number] {
  const isSwapped = a > b;
  let shorter = Math.min(a, b);
  let longer = shorter > room ? shorter : Math.max(shorter, room - shorter);
  if (shorter + longer > room) {
    shorter = Math.floor(room / 2);
    longer = room - shorter;
  }
  return isSwapped ? [longer, shorter] : [shorter, longer];
}
