/**
 * Flash cards below a lesson: a question each, the answer behind a click. They are plain
 * <details> elements, so they open without a script in every viewer.
 */
import { escapeHtml } from "../core/escape-html";
import { FLASH_CARDS, LESSON_TITLES } from "./catalog";
import type { LessonId } from "./catalog";
import type { FlashCard } from "./flash-card";
import { showPanel } from "./panel";

export type { LessonId } from "./catalog";
export type { FlashCard } from "./flash-card";

/** Shows the cards of a lesson, "01". */
export function flashCards(lesson: LessonId): void {
  const cards = cardsOf("flashCards", lesson);
  const title = `${cards.length} flash cards for lesson ${lesson}, ${LESSON_TITLES[lesson]}`;
  const html = cards
    .map(
      ({ question, answer, provedBy }) =>
        `<details><summary>${escapeHtml(question)}</summary>` +
        `<p>${escapeHtml(answer)}<br><small>Shown in: ${escapeHtml(provedBy)}</small></p>` +
        "</details>",
    )
    .join("");
  const text = cards
    .map(({ question, answer, provedBy }) => `? ${question}\n  ${answer} [${provedBy}]`)
    .join("\n");
  showPanel({ html: `<strong>${escapeHtml(title)}</strong>${html}`, text: `${title}\n${text}` });
}

/** @throws RangeError when the lesson has no cards */
export function cardsOf(caller: string, lesson: LessonId): readonly FlashCard[] {
  if (Object.hasOwn(FLASH_CARDS, lesson)) return FLASH_CARDS[lesson];
  const known = Object.keys(FLASH_CARDS).sort().join(", ");
  throw new RangeError(
    `${caller}: there are no flash cards for lesson ${JSON.stringify(lesson)}; ` +
      `there are for ${known}`,
  );
}
