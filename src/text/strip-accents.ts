/**
 * Letters without their accents: "Café" becomes "Cafe", so that both spellings share a column.
 *
 * Unicode writes é either as one character or as e plus a combining accent. The compatibility
 * decomposition NFKD turns the first into the second; what then has to go are the characters with
 * a canonical combining class above 0 (Unicode Standard, section 3.11). Same results as
 * scikit-learn's `strip_accents`.
 *
 * Lesson: notebooks/01-bag-of-words.ipynb
 */

/** How accents are removed: "unicode" keeps every script, "ascii" drops what isn't ASCII then. */
export type StripAccents = "unicode" | "ascii";

/**
 * @param mode "unicode": "Ελληνικά" → "Ελληνικα"; "ascii": everything without an ASCII base
 *   letter disappears, so "日本 café" → " cafe"
 */
export function stripAccents(text: string, mode: StripAccents = "unicode"): string {
  if (isAscii(text)) return text;
  const decomposed = text.normalize("NFKD");
  if (mode === "ascii") return decomposed.replace(NOT_ASCII, "");
  return decomposed.replace(MARK, (mark) => (isCombining(mark) ? "" : mark));
}

const MARK = /\p{M}/gu;
const NOT_ASCII = /[^\0-\x7f]/g;

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

const combiningByMark = new Map<string, boolean>();

/**
 * JavaScript doesn't tell a character's combining class, but normalising shows it: neighbours with
 * classes above 0 are put in ascending order. U+0345 has the highest class there is (240), so
 * every other combining character moves in front of it, and nothing else does.
 */
function isCombining(mark: string): boolean {
  let combining = combiningByMark.get(mark);
  if (combining === undefined) {
    combining = mark === "\u0345" || !`\u0345${mark}`.normalize("NFD").startsWith("\u0345");
    combiningByMark.set(mark, combining);
  }
  return combining;
}
