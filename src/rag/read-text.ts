/**
 * Plain text as blocks: paragraphs between empty lines, each with the line on which it begins.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
export interface Paragraph {
  text: string;
  /** None: plain text knows no headings. */
  headings: string[];
  /** The line it begins on, from 1. */
  line: number;
}

/** @param text lines end in "\n" */
export function textBlocks(text: string): Paragraph[] {
  const blocks: Paragraph[] = [];
  let paragraph: string[] = [];
  let first = 1;
  const close = () => {
    if (paragraph.length > 0) {
      blocks.push({ text: paragraph.join("\n"), headings: [], line: first });
    }
    paragraph = [];
  };
  text.split("\n").forEach((line, i) => {
    if (line.trim() === "") return close();
    if (paragraph.length === 0) first = i + 1;
    paragraph.push(line.trimEnd());
  });
  close();
  return blocks;
}
