/**
 * Why a file is not taken into a store, by name and in words. One such file never stops the others.
 *
 * Lesson: notebooks/12-rag.ipynb
 */

export type RefusalKind =
  /** Neither text nor Markdown, HTML or PDF, by the end of its name. */
  | "format"
  /** A symbolic link, which isn't followed: it may lead out of the folder. */
  | "link"
  /** A folder, device or pipe where a file was asked for. */
  | "not a file"
  /** The system doesn't let us read it, or it isn't there any more. */
  | "unreadable"
  /** More bytes, pages, characters, time or memory than allowed. */
  | "too large"
  /** Named like text, but holding other bytes. */
  | "not text"
  /** Nothing to read in it: empty, a scan, or all of it hidden. */
  | "no text"
  /** Locked with a password. */
  | "encrypted"
  /** A parser gave up on it. */
  | "damaged";

/** The error of one file. Its message is a clause about it: "holds NUL bytes, so it isn't text". */
export class RefusedDocument extends Error {
  override readonly name = "RefusedDocument";

  constructor(
    readonly kind: RefusalKind,
    message: string,
  ) {
    super(message);
  }
}
