/**
 * Writes a PDF file, as small as they come: pages of drawing operations, in two fonts that every
 * reader has (Helvetica as /F1, Helvetica-Bold as /F2).
 *
 *   pdfFile([{ content: "BT /F1 12 Tf 72 720 Td (Hello) Tj ET" }])
 *
 * ISO 32000-1:2008, section 7.5 (objects, cross-reference table, trailer).
 */
export interface PdfPage {
  /** Operations, or whatever bytes the page is to hold. */
  content: string | Uint8Array;
  /** How the content is compressed: "/FlateDecode". Default: not at all. */
  filter?: string;
}

/** Points: a sheet of A4. */
export const PAGE = { width: 595, height: 842 };

export function pdfFile(pages: readonly PdfPage[], { title }: { title?: string } = {}): Buffer {
  const [firstPage, perPage] = [6, 2];
  const kids = pages.map((_, i) => `${firstPage + perPage * i} 0 R`).join(" ");
  const font = (name: string) =>
    `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
  const objects: Buffer[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<< ${title === undefined ? "" : `/Title ${pdfString(title)}`} >>`,
  ].map((text) => Buffer.from(text, "latin1"));
  pages.forEach(({ content, filter }, i) => {
    const bytes = typeof content === "string" ? Buffer.from(content, "latin1") : content;
    const fonts = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >>";
    const box = `/MediaBox [0 0 ${PAGE.width} ${PAGE.height}]`;
    const stream = `${firstPage + perPage * i + 1} 0 R`;
    const compression = filter === undefined ? "" : ` /Filter ${filter}`;
    objects.push(
      Buffer.from(`<< /Type /Page /Parent 2 0 R ${box} ${fonts} /Contents ${stream} >>`),
      Buffer.concat([
        Buffer.from(`<< /Length ${bytes.length}${compression} >>\nstream\n`),
        bytes,
        Buffer.from("\nendstream"),
      ]),
    );
  });
  return assembled(objects);
}

/** Text as it stands in operations: in brackets, Latin letters only. */
export function pdfString(text: string): string {
  const plain = text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/–/g, "-");
  return `(${plain.replace(/[\\()]/g, "\\$&")})`;
}

function assembled(objects: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, i) => {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]));
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = length;
  const size = objects.length + 1;
  add(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`));
  add(Buffer.from(`trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\n`));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
