/**
 * JSON of a known form, read with a complaint that names file, place and value when it isn't.
 */
import { inWords } from "../core/check";

export type JsonObject = Record<string, unknown>;

export class JsonReader {
  /** @param source what every message begins with */
  constructor(private readonly source: string) {}

  fail(what: string): never {
    throw new RangeError(`${this.source}: ${what}`);
  }

  parse(text: string): JsonObject {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return this.fail(`this isn't JSON: ${(error as Error).message}`);
    }
    return this.object(value, "the file");
  }

  object(value: unknown, where: string): JsonObject {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as JsonObject;
    }
    return this.fail(`${where} must be an object, got ${inWords(value)}`);
  }

  list(value: unknown, where: string): unknown[] {
    return Array.isArray(value)
      ? value
      : this.fail(`${where} must be a list, got ${inWords(value)}`);
  }

  text(value: unknown, where: string): string {
    return typeof value === "string"
      ? value
      : this.fail(`${where} must be a string, got ${inWords(value)}`);
  }

  flag(value: unknown, where: string): boolean {
    return typeof value === "boolean"
      ? value
      : this.fail(`${where} must be true or false, got ${inWords(value)}`);
  }

  wholeNumber(value: unknown, where: string): number {
    return typeof value === "number" && Number.isInteger(value) && value >= 0
      ? value
      : this.fail(`${where} must be a whole number from 0, got ${inWords(value)}`);
  }

  /** Refuses keys that nobody here knows the meaning of. */
  only(object: JsonObject, prefix: string, known: readonly string[]): void {
    const unknown = Object.keys(object).find((key) => !known.includes(key));
    if (unknown === undefined) return;
    this.fail(
      `the key ${inWords(`${prefix}${unknown}`)} isn't known here and could change the ids; ` +
        `known: ${known.join(", ")}`,
    );
  }

  /** The object's type, which must be one of those supported. */
  type(object: JsonObject, where: string, supported: readonly string[]): string {
    const type = object["type"];
    if (typeof type === "string" && supported.includes(type)) return type;
    return this.fail(
      `${where} of type ${inWords(type)} isn't supported; this tokenizer is BERT's, ` +
        `with ${supported.join(" or ")}`,
    );
  }
}
