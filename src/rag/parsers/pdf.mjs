/**
 * PDF as blocks: paragraphs with their page, below what looks like headings.
 *
 * pdf.js unpacks the file and its fonts and gives each page's drawing operations; which text they
 * draw, and whether anybody would see it, is worked out here (pdf-glyphs.mjs), and then what belongs
 * together (pdf-layout.mjs).
 */
import path from "node:path";
import { createRequire } from "node:module";
import { Outline } from "./outline.mjs";
import { addPages } from "./pdf-layout.mjs";
import { pageRuns } from "./pdf-glyphs.mjs";
import { Refusal } from "./refusal.mjs";

const PACKAGE = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/**
 * @param {Uint8Array} bytes
 * @param {{ maxPages: number, maxCharacters: number }} limits
 */
export async function parsePdf(bytes, { maxPages, maxCharacters }) {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${PACKAGE}/cmaps/`,
    standardFontDataUrl: `${PACKAGE}/standard_fonts/`,
    maxImageSize: 1, // pixels: pictures are not unpacked
    isEvalSupported: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > maxPages) {
      throw new Refusal(
        "too large",
        `has ${document.numPages} pages, of which ${maxPages} are allowed`,
      );
    }
    const pages = [];
    let hiddenCharacters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { runs, hidden } = await pageRuns(pdfjs, page);
      pages.push({ number, runs });
      hiddenCharacters += hidden;
      page.cleanup();
    }
    const outline = new Outline({ maxCharacters });
    addPages(outline, pages);
    const { info } = await document.getMetadata();
    const title = typeof info?.Title === "string" ? info.Title.trim() : "";
    return { blocks: outline.finish(), ...(title && { title }), hiddenCharacters };
  } catch (error) {
    if (error?.name !== "PasswordException") throw error;
    throw new Refusal("encrypted", "is locked with a password");
  } finally {
    await task.destroy();
  }
}
