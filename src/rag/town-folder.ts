/**
 * The town as a folder of Markdown files, one for each chapter: something to ingest.
 *
 *   # The Anvil
 *
 *   The Anvil lies north of Quillmouth and rises to …
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeFileWhole } from "../core/write-file";
import type { TownPassage } from "../data/types";

/** Writes over files of the same names; others in the folder stay. @returns their names */
export async function writeTownFolder(
  folder: string,
  passages: readonly TownPassage[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const chapters = new Map<string, TownPassage[]>();
  for (const passage of passages) {
    const chapter = chapters.get(passage.chapter);
    if (chapter) chapter.push(passage);
    else chapters.set(passage.chapter, [passage]);
  }
  const names: string[] = [];
  for (const [chapter, own] of chapters) {
    const sections = own.map(({ title, text }) => `# ${title}\n\n${text}\n`);
    const name = `${chapter}.md`;
    await writeFileWhole(path.join(folder, name), [sections.join("\n")]);
    names.push(name);
  }
  return names;
}
