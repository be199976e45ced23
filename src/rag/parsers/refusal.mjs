/**
 * A parser's way to say that a document can't be taken. The kinds are those of
 * ../refused-document.ts, into whose error this is turned on the other side.
 */
export class Refusal extends Error {
  /**
   * @param {string} kind
   * @param {string} message a clause about the file: "has 3 pages, of which 2 are allowed"
   */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}
