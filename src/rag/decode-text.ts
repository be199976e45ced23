/**
 * Bytes to text, or a refusal: a file named .txt may hold anything.
 *
 * UTF-8, with or without a byte order mark; UTF-16 with one; another encoding where it is declared
 * (HTML). Line ends become "\n", whichever system wrote them.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { RefusedDocument } from "./refused-document";

/**
 * @param declared the encoding's name, where the document says one. A byte order mark wins over it
 * @throws RefusedDocument
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const encoding = encodingOfMark(bytes) ?? declared ?? "utf-8";
  const text = decode(bytes, encoding);
  if (text.includes("\0")) {
    const hint = "it isn't text, or UTF-16 without a byte order mark";
    throw new RefusedDocument("not text", `holds NUL characters, so ${hint}`);
  }
  return text.replace(/\r\n?/g, "\n");
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes); // takes the mark away, too
    return decoder.encoding === "windows-1252" ? withWindowsMarks(text) : text;
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    const why = isUnknown
      ? `is in ${JSON.stringify(encoding)}, an encoding that isn't known`
      : `isn't text: its bytes are no ${encoding.toUpperCase()}`;
    throw new RefusedDocument("not text", why);
  }
}

// By code, from 0x80.
const WINDOWS_MARKS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Node 20 reads windows-1252 as latin1, in which these are control characters. */
function withWindowsMarks(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (mark) => WINDOWS_MARKS[mark.charCodeAt(0) - 0x80]!);
}

function encodingOfMark([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined; // of UTF-8's the decoder takes care
}
