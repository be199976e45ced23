/**
 * Gathers the blocks of a document below the headings that they stand under.
 *
 * A heading is no block: it is in the path of all that follows, until one of its level or above. Only
 * a heading with nothing below it becomes a block, so that no word is lost.
 */
import { Refusal } from "./refusal.mjs";

/** @typedef {{ line?: number, page?: number, isPreformatted?: boolean }} Place */

/** Characters. What is longer is a paragraph, in large letters; it would be in every path below. */
const LONGEST_HEADING = 200;

export class Outline {
  blocks = [];
  #path = []; // { level, text, place, isUsed }
  #characters = 0;
  #maxCharacters;

  constructor({ maxCharacters }) {
    this.#maxCharacters = maxCharacters;
  }

  /** @param {number} level 1 is the outermost */
  heading(level, text, place) {
    const line = text.trim().replace(/\s+/g, " ");
    if (line.length > LONGEST_HEADING) return this.block(line, place);
    if (line === "") return;
    this.#leave(level);
    this.#path.push({ level, text: line, place, isUsed: false });
  }

  block(text, place) {
    if (text.trim() === "") return;
    this.#characters += text.length;
    if (this.#characters > this.#maxCharacters) {
      throw new Refusal("too large", `has more than ${this.#maxCharacters} characters of text`);
    }
    for (const heading of this.#path) heading.isUsed = true;
    this.blocks.push({ text, headings: this.#path.map((heading) => heading.text), ...place });
  }

  /** @returns all blocks */
  finish() {
    this.#leave(0);
    return this.blocks;
  }

  /** Ends all headings of this level and below. */
  #leave(level) {
    while (this.#path.length > 0 && this.#path.at(-1).level >= level) {
      const { text, place, isUsed } = this.#path.pop();
      if (!isUsed) this.block(text, place);
    }
  }
}
