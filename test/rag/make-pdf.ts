import { deflateSync } from "node:zlib";
import { pdfFile, pdfString } from "../../datasets/generators/pdf-file";

export interface PdfTextOptions {
  size?: number;
  /** Operations before it: "3 Tr" for invisible, "1 g" for white. */
  before?: string;
}

/** Operations that show a text at a place of the page. */
export function shown(
  text: string,
  x: number,
  y: number,
  { size = 11, before = "" }: PdfTextOptions = {},
): string {
  return `q BT ${before} /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${pdfString(text)} Tj ET Q\n`;
}

/** Lines of body text, one below the other, from a height. */
export function lines(texts: readonly string[], top: number = 700): string {
  return texts.map((text, i) => shown(text, 72, top - 14 * i)).join("");
}

/** One page for each content, compressed. */
export function makePdf(contents: readonly string[], options: { title?: string } = {}): Buffer {
  const filter = "/FlateDecode";
  const pages = contents.map((content) => ({ content: deflateSync(content), filter }));
  return pdfFile(pages, options);
}

/** A few kilobytes whose page unpacks to this many bytes, all of them spaces. */
export function makePdfBomb(bytes: number): Buffer {
  const once = deflateSync(Buffer.alloc(bytes, " "), { level: 9 });
  return pdfFile([{ content: deflateSync(once), filter: "[/FlateDecode /FlateDecode]" }]);
}
