/**
 * Reads the JSON of a safetensors header piece by piece, stricter than JSON.parse: a key that comes
 * twice is seen, 1.0 isn't taken for 1, and nothing that isn't asked for is kept in memory.
 *
 * RFC 8259 (JSON). Where it leaves a choice, as Rust's serde_json: no text after the value, no
 * halves of surrogate pairs, no number beyond a double, at most 127 brackets within each other.
 */
const MAX_DEPTH = 127;
const MAX_UNSIGNED_64 = 2n ** 64n - 1n;

/** Why the text is refused, and where; the caller names the file. */
export class HeaderError extends Error {
  override readonly name = "HeaderError";
}

export class JsonReader {
  private position = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  /** Reads an object, calling `member` with each key; `member` must read the value. */
  object(what: string, member: (key: string) => void): void {
    this.open("{", what);
    if (!this.skipIf("}")) {
      do {
        if (this.peek() !== '"') this.refuse("a key in quotes is missing");
        const key = this.string("a key");
        this.expect(":");
        member(key);
      } while (this.skipIf(","));
      this.expect("}");
    }
    this.depth--;
  }

  /** Reads an array, calling `item` before each element; `item` must read it. */
  array(what: string, item: () => void): void {
    this.open("[", what);
    if (!this.skipIf("]")) {
      do item();
      while (this.skipIf(","));
      this.expect("]");
    }
    this.depth--;
  }

  string(what: string): string {
    if (this.peek() !== '"') this.refuse(`${what} must be a string`);
    const begin = this.position++;
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code === 0x22) break;
      if (!(code >= 0x20)) this.refuse("a string isn't closed, or holds a control character");
      this.position += code === 0x5c ? 2 : 1;
    }
    const end = ++this.position;
    const inner = this.text.slice(begin + 1, end - 1);
    if (!inner.includes("\\")) return inner;
    let value: string;
    try {
      value = JSON.parse(this.text.slice(begin, end)) as string;
    } catch {
      return this.refuse("a string holds an unknown escape");
    }
    if (/\p{Surrogate}/u.test(value)) this.refuse("a string holds half of a surrogate pair");
    return value;
  }

  /** A whole number from 0 to 2^64 - 1, written with digits only. */
  unsigned(what: string): bigint {
    const token = this.number();
    if (!/^(0|[1-9]\d*)$/.test(token) || token.length > 20 || BigInt(token) > MAX_UNSIGNED_64) {
      this.refuse(`${what} must be a whole number below 2^64, got ${token.slice(0, 30)}`);
    }
    return BigInt(token);
  }

  isNull(): boolean {
    if (this.peek() !== "n") return false;
    this.word("null");
    return true;
  }

  /** Reads over a value of any kind. */
  skip(): void {
    const next = this.peek();
    if (next === "{") this.object("a value", () => this.skip());
    else if (next === "[") this.array("a value", () => this.skip());
    else if (next === '"') this.string("a value");
    else if (next === "t") this.word("true");
    else if (next === "f") this.word("false");
    else if (next === "n") this.word("null");
    else if (!Number.isFinite(Number(this.number()))) this.refuse("a number is beyond a double");
  }

  end(): void {
    if (this.peek() !== "") this.refuse("there is text after its end");
  }

  refuse(reason: string): never {
    throw new HeaderError(`${reason} (at character ${this.position} of the header)`);
  }

  private open(bracket: string, what: string): void {
    if (!this.skipIf(bracket)) {
      this.refuse(`${what} must be ${bracket === "{" ? "an object" : "an array"}`);
    }
    if (++this.depth > MAX_DEPTH) this.refuse(`more than ${MAX_DEPTH} brackets within each other`);
  }

  /** The next character that isn't white space, or "" at the end; it isn't read yet. */
  private peek(): string {
    for (; ; this.position++) {
      const character = this.text.charAt(this.position);
      if (character !== " " && character !== "\n" && character !== "\r" && character !== "\t") {
        return character;
      }
    }
  }

  private skipIf(character: string): boolean {
    if (this.peek() !== character) return false;
    this.position++;
    return true;
  }

  private expect(character: string): void {
    if (!this.skipIf(character)) this.refuse(`"${character}" is missing`);
  }

  private word(word: string): void {
    if (!this.text.startsWith(word, this.position)) this.refuse("a value isn't JSON");
    this.position += word.length;
  }

  private number(): string {
    this.peek();
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.position;
    const token = pattern.exec(this.text)?.[0];
    if (token === undefined) return this.refuse("a value isn't JSON, or of another kind");
    this.position += token.length;
    return token;
  }
}
