/**
 * Python's regular expressions, as far as token patterns need them, turned into JavaScript's.
 *
 * The same spelling means different things: in Python `\w`, `\b`, `\d` and `\s` know all of
 * Unicode, in JavaScript `\w` and `\b` are ASCII only, and "café" would break in two. So a pattern
 * given as a string, such as scikit-learn's `(?u)\b\w\w+\b`, keeps its Python meaning here.
 * (Python's reference, "re: Regular expression operations". A letter or a number of any script,
 * or `_`, is a word character; a combining accent is not.)
 */

/** The inside of a character class that holds Python's word characters. */
export const WORD_CHARACTERS = "\\p{L}\\p{N}_";

/** The inside of a character class that holds Python's white space (`str.isspace`). */
export const WHITE_SPACE =
  "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const CLASSES: Record<string, string> = {
  w: `[${WORD_CHARACTERS}]`,
  W: `[^${WORD_CHARACTERS}]`,
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  s: `[${WHITE_SPACE}]`,
  S: `[^${WHITE_SPACE}]`,
};

const WORD = CLASSES["w"]!;
const EDGES: Record<string, string> = {
  b: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
  B: `(?:(?<=${WORD})(?=${WORD})|(?<!${WORD})(?!${WORD}))`,
  A: "(?<![^])",
  Z: "(?![^])",
};

const PUNCTUATION = /[!-/:-@[-`{-~]/;

/**
 * @param pattern in Python's spelling; flags `(?ims u)` at its start, `(?P<name>…)`, look-around
 *   and everything JavaScript shares are understood
 * @returns a global expression; SyntaxError when it can't be had
 */
export function pythonPattern(pattern: string): RegExp {
  const flags = /^\(\?([a-zA-Z]+)\)/.exec(pattern);
  const letters = flags?.[1] ?? "";
  const refused = /[^imsu]/.exec(letters);
  if (refused) throw new SyntaxError(`the flag (?${refused[0]}) is not supported`);

  const reader = new PatternReader(pattern, flags?.[0].length ?? 0, letters);
  return new RegExp(reader.translate(), letters.includes("i") ? "giv" : "gv");
}

class PatternReader {
  constructor(
    private readonly pattern: string,
    private at: number,
    private readonly flags: string,
  ) {}

  translate(): string {
    let result = "";
    while (this.at < this.pattern.length) result += this.part();
    return result;
  }

  private part(): string {
    const rest = this.pattern.slice(this.at);
    // Counts such as {2,} and group openings first: their signs are not literals.
    const shared = /^(?:\{\d*,?\d*\}\??|\((?:\?(?:[:=!]|<[=!]))?|[)|*+?])/.exec(rest)?.[0];
    const group = /^\(\?P(<\w+>)/.exec(rest);
    const reference = /^\(\?P=(\w+)\)/.exec(rest);
    if (group) return this.take(group[0].length, `(?${group[1]}`);
    if (reference) return this.take(reference[0].length, `\\k<${reference[1]}>`);
    if (/^\(\?(?![:=!]|<[=!])/.test(rest)) {
      throw new SyntaxError(`${rest.slice(0, 4)}… is not supported`);
    }
    if (/^\{(?:\d+(?:,\d*)?|,\d+)\}/.test(rest)) {
      return this.take(shared!.length, shared!.replace("{,", "{0,"));
    }
    if (shared && !shared.startsWith("{")) return this.take(shared.length, shared);
    if (rest.startsWith("[")) return this.characterClass();
    if (rest.startsWith("\\")) return this.escape(false);
    return this.plain();
  }

  private plain(): string {
    const multiline = this.flags.includes("m");
    const character = String.fromCodePoint(this.pattern.codePointAt(this.at)!);
    this.at += character.length;
    if (character === ".") return this.flags.includes("s") ? "[^]" : "[^\\n]";
    if (character === "^") return multiline ? "(?<![^\\n])" : EDGES["A"]!;
    // Python's $ also stands before a newline that ends the text.
    if (character === "$") return multiline ? "(?![^\\n])" : "(?=\\n?(?![^]))";
    return literal(character);
  }

  /** `[…]`; a hyphen makes a range only between two single characters. */
  private characterClass(): string {
    const negated = this.pattern[this.at + 1] === "^";
    let result = negated ? "[^" : "[";
    this.at += result.length;
    const first = this.at;
    while (this.at === first || this.pattern[this.at] !== "]") {
      if (this.at >= this.pattern.length) throw new SyntaxError("a [ is not closed");
      result += this.classItem();
      const next = this.pattern[this.at + 1];
      if (this.pattern[this.at] === "-" && next !== undefined && next !== "]") {
        this.at++;
        result += `-${this.classItem()}`;
      }
    }
    this.at++;
    return `${result}]`;
  }

  private classItem(): string {
    if (this.pattern[this.at] === "\\") return this.escape(true);
    const character = String.fromCodePoint(this.pattern.codePointAt(this.at)!);
    this.at += character.length;
    return literal(character);
  }

  private escape(inClass: boolean): string {
    const letter = this.pattern[this.at + 1];
    if (letter === undefined) throw new SyntaxError("nothing follows the last backslash");
    const translated = CLASSES[letter] ?? (inClass ? undefined : EDGES[letter]);
    if (translated !== undefined) return this.take(2, translated);
    if (PUNCTUATION.test(letter)) return this.take(2, literal(letter));
    if (letter === "a") return this.take(2, "\\x07");
    if (letter === "b" && inClass) return this.take(2, "\\x08");
    const wide = /^\\U([0-9a-fA-F]{8})/.exec(this.pattern.slice(this.at));
    if (wide) return this.take(10, `\\u{${wide[1]!.replace(/^0+(?=.)/, "")}}`);
    return this.take(2, `\\${letter}`);
  }

  private take(length: number, translation: string): string {
    this.at += length;
    return translation;
  }
}

/** One character that stands for itself, also where JavaScript would read a sign into it. */
function literal(character: string): string {
  if (!PUNCTUATION.test(character)) return character;
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
