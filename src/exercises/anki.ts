/**
 * Flash cards as a file that Anki imports: one card a line, tab-separated, with the header lines
 * of Anki's text format (Anki manual, "Text Files", "File Headers"; Anki 2.1.54 or later).
 */
import * as path from "node:path";
import { escapeHtml } from "../core/escape-html";
import { cardsOf } from "./flash-cards";
import type { FlashCard, LessonId } from "./flash-cards";
import { writeAtomically } from "./progress-file";

/**
 * Writes the cards of a lesson; a file of that name is replaced.
 *
 * @returns the file's full path and the number of cards in it
 */
export function exportAnki(lesson: LessonId, file: string): { file: string; cards: number } {
  const cards = cardsOf("exportAnki", lesson);
  const target = path.resolve(file);
  try {
    writeAtomically(target, ankiText(lesson, cards));
  } catch (error) {
    throw new Error(`exportAnki: can't write ${target}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return { file: target, cards: cards.length };
}

/** The file's content. A card is known to Anki by its first field, so importing again updates. */
export function ankiText(lesson: string, cards: readonly FlashCard[]): string {
  const header = [
    "#separator:tab",
    "#html:true",
    "#notetype:Basic",
    "#deck:Embedding Lab",
    `#tags:embedding-lab lesson-${lesson}`,
    "#columns:Front\tBack",
  ];
  const lines = cards.map(({ question, answer, provedBy }) => {
    const back = `${field(answer)}<br><small>Lesson ${lesson}: ${field(provedBy)}</small>`;
    return `${field(question)}\t${back}`;
  });
  return `${[...header, ...lines].join("\n")}\n`;
}

/** Tabs and line ends would start another field or card. */
function field(text: string): string {
  return escapeHtml(text)
    .replace(/\r\n|\r|\n/g, "<br>")
    .replace(/\t/g, " ");
}
