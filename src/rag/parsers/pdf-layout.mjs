/**
 * Runs of text → lines → paragraphs and headings.
 *
 * A PDF knows no paragraphs: it places letters. Lines are runs on one baseline; a paragraph ends where
 * the gap to the next line is wider than usual or the letters change their size; a line in clearly
 * larger letters than most of the text is a heading, the larger the higher. That is a guess, good for
 * printed prose, less so for tables and forms, whose cells come out as lines.
 */

const HEADING = 1.15; // times the size of most letters

/**
 * @param {import("./outline.mjs").Outline} outline
 * @param {{ number: number, runs: import("./pdf-glyphs.mjs").Run[] }[]} pages
 */
export function addPages(outline, pages) {
  const paragraphs = pages.flatMap(({ number: page, runs }) =>
    paragraphsOf(linesOf(runs)).map((paragraph) => ({ ...paragraph, page })),
  );
  const body = usualSize(paragraphs);
  const sizes = paragraphs.map(({ size }) => rounded(size)).filter((size) => size > HEADING * body);
  const levels = [...new Set(sizes)].sort((a, b) => b - a);
  for (const { text, size, page } of continued(paragraphs)) {
    const level = levels.indexOf(rounded(size)) + 1;
    if (level > 0) outline.heading(level, text, { page });
    else outline.block(text, { page });
  }
}

function linesOf(runs) {
  const lines = [];
  for (const run of runs) {
    const line = lines.at(-1);
    const isSame =
      line &&
      Math.abs(line.height - run.height) < 0.5 * line.size &&
      run.start > line.end - run.size;
    if (!isSame) {
      lines.push({ ...run });
      continue;
    }
    const isApart = run.start - line.end > 0.15 * run.size;
    if (isApart && !/\s$/.test(line.text) && !/^\s/.test(run.text)) line.text += " ";
    line.text += run.text;
    line.end = Math.max(line.end, run.end);
  }
  return lines.filter(({ text }) => text.trim() !== "");
}

function paragraphsOf(lines) {
  const paragraphs = [];
  let last;
  for (const line of lines) {
    const gap = last && last.height - line.height;
    const isSame =
      last &&
      Math.abs(last.size - line.size) < 0.1 * last.size &&
      gap > -0.5 * line.size && // a new column begins at the top
      gap < 1.7 * line.size;
    if (isSame) paragraphs.at(-1).text = joined(paragraphs.at(-1).text, line.text);
    else paragraphs.push({ text: line.text.trim(), size: line.size });
    last = line;
  }
  return paragraphs;
}

/** A paragraph that a page cuts in two is one: no full stop before, a small letter after. */
function continued(paragraphs) {
  const whole = [];
  for (const paragraph of paragraphs) {
    const last = whole.at(-1);
    const goesOn =
      last &&
      last.page !== paragraph.page &&
      rounded(last.size) === rounded(paragraph.size) &&
      !/[.!?:;"”’)]$/.test(last.text) &&
      /^\p{Ll}/u.test(paragraph.text);
    if (goesOn) last.text = joined(last.text, paragraph.text);
    else whole.push({ ...paragraph });
  }
  return whole;
}

/** Words divided at the end of a line are put together, as are those that always had a hyphen. */
function joined(text, line) {
  const isDivided = /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line);
  return isDivided ? text.slice(0, -1) + line.trim() : `${text.trimEnd()}\n${line.trim()}`;
}

/** The size of most letters. */
function usualSize(paragraphs) {
  const letters = new Map();
  for (const { text, size } of paragraphs) {
    letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length);
  }
  return [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

function rounded(size) {
  return Math.round(size * 2) / 2;
}
