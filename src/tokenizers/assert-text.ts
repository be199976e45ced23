/**
 * The check that every public function of the tokenizers begins with: is it a string at all?
 *
 * A number or undefined would otherwise fail somewhere inside, in words that say nothing.
 */
import { inWords } from "../core/check";

export function assertString(caller: string, name: string, value: unknown): void {
  if (typeof value === "string") return;
  throw new TypeError(`${caller}: ${name} must be a string, got ${inWords(value)}`);
}
