/**
 * Text into words: every run of two or more letters, digits or underscores, in any script.
 *
 * That is scikit-learn's default, `(?u)\b\w\w+\b`, and as crude as it looks: "isn't" becomes
 * "isn", "I" and "a" vanish, "3.14" becomes "14". Good enough to count topics; lesson 04 shows
 * what replaces it.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */
import { pythonPattern, WORD_CHARACTERS } from "./python-pattern";

/** The default pattern in Python's spelling. */
export const DEFAULT_TOKEN_PATTERN = "(?u)\\b\\w\\w+\\b";

// A run is as long as can be, so the edges \b need no look-around: the same tokens, found faster.
const TWO_WORD_CHARACTERS = new RegExp(`[${WORD_CHARACTERS}]{2,}`, "gu");

/** ["the", "cat", "isn"] for "the cat isn't"; case is left as it is. */
export function wordTokenize(text: string, pattern?: string | RegExp): string[] {
  return wordTokenizer(pattern)(text);
}

/**
 * The tokenizer of a pattern, for many texts.
 *
 * @param pattern a string has Python's meaning, a RegExp JavaScript's (a copy is used, with the
 *   global flag; nothing of yours is changed). With one capturing group, that group is the token.
 */
export function wordTokenizer(
  pattern: string | RegExp = DEFAULT_TOKEN_PATTERN,
): (text: string) => string[] {
  if (pattern === DEFAULT_TOKEN_PATTERN) return (text) => text.match(TWO_WORD_CHARACTERS) ?? [];

  const compiled = compile(pattern);
  const numGroups = new RegExp(`${compiled.source}|`, compiled.flags).exec("")!.length - 1;
  if (numGroups > 1) {
    throw new RangeError(
      `wordTokenizer: tokenPattern may have one capturing group, got ${numGroups}; ` +
        "write the others as (?:…)",
    );
  }
  return (text) => Array.from(text.matchAll(compiled), (match) => match[numGroups] ?? "");
}

function compile(pattern: string | RegExp): RegExp {
  if (pattern instanceof RegExp) {
    const flags = pattern.flags.replace("y", "");
    return new RegExp(pattern.source, flags.includes("g") ? flags : `${flags}g`);
  }
  try {
    return pythonPattern(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(`wordTokenizer: tokenPattern "${pattern}" can't be read: ${reason}`);
  }
}
