/**
 * One file → what is to be read in it: blocks of text, each with its headings and its place.
 *
 *   const { blocks } = await readDocument("town/hills.md");
 *   blocks[0];   // { text: "The Anvil lies …", headings: ["Hills", "The Anvil"], line: 5 }
 *
 * Text is read here; Markdown, HTML and PDF are parsed in a process of their own (parser-process),
 * which may break down, or be stopped, without harm to anything else.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import path from "node:path";
import { inWords } from "../core/check";
import { decodeText } from "./decode-text";
import { ParserProcess } from "./parser-process";
import { readFileBytes } from "./read-file-bytes";
import { checkLimits, type ReadLimits } from "./read-limits";
import { textBlocks } from "./read-text";
import { RefusedDocument } from "./refused-document";

export interface DocumentBlock {
  /** A paragraph, an item of a list, a row of a table; its lines end in "\n". */
  text: string;
  /** Those it stands below, outermost first. */
  headings: string[];
  /** The line it begins on, from 1. Not in a PDF. */
  line?: number;
  /** The page it begins on, from 1. Only in a PDF. */
  page?: number;
  /** Code and the like: its lines stay lines. Default false. */
  isPreformatted?: boolean;
}

export interface SourceDocument {
  /** The file's name for those who ask where a text comes from. */
  source: string;
  /** As the document itself gives it. */
  title?: string;
  blocks: DocumentBlock[];
  /** Characters that a reader would not have seen, and which were left out. */
  hiddenCharacters: number;
}

export interface ReadDocumentOptions {
  /** Default: the path as given. */
  source?: string;
  limits?: ReadLimits;
}

export type DocumentFormat = "text" | "markdown" | "html" | "pdf";

const FORMATS: Readonly<Record<string, DocumentFormat>> = {
  ...{ ".txt": "text", ".text": "text" },
  ...{ ".md": "markdown", ".markdown": "markdown" },
  ...{ ".html": "html", ".htm": "html", ".xhtml": "html" },
  ...{ ".pdf": "pdf" },
};

/** By the end of the name; undefined for what can't be read. */
export function documentFormat(file: string): DocumentFormat | undefined {
  return FORMATS[path.extname(file).toLowerCase()];
}

/** @throws RefusedDocument, with the reason by name in `kind` and in words in `message` */
export async function readDocument(
  file: string,
  { source = file, limits }: ReadDocumentOptions = {},
): Promise<SourceDocument> {
  if (typeof file !== "string" || file === "") {
    throw new TypeError(`readDocument: file must be a path, got ${inWords(file)}`);
  }
  const checked = checkLimits("readDocument", limits);
  const format = formatOf(file);
  const reader = new DocumentReader(checked);
  try {
    const bytes = await readFileBytes(file, { ...checked, followLink: true });
    return await reader.parse(bytes, { source, format });
  } finally {
    await reader.close();
  }
}

export interface ParseOptions {
  source: string;
  format: DocumentFormat;
}

/** Reads one document after the other, with one process for all that need one. */
export class DocumentReader {
  private readonly parser: ParserProcess;

  constructor(private readonly limits: Required<ReadLimits>) {
    this.parser = new ParserProcess(limits);
  }

  /** @throws RefusedDocument */
  async parse(bytes: Uint8Array, { source, format }: ParseOptions): Promise<SourceDocument> {
    if (bytes.length === 0) throw new RefusedDocument("no text", "is empty");
    const document = cleaned({ source, ...(await this.read(bytes, format)) });
    if (document.blocks.length > 0) return document;
    throw new RefusedDocument("no text", whyEmpty(format, document.hiddenCharacters));
  }

  /** Ends the process. */
  close(): Promise<void> {
    return this.parser.close();
  }

  private async read(bytes: Uint8Array, format: DocumentFormat): Promise<ParsedDocument> {
    if (format === "pdf") return this.parser.parse("pdf", bytes);
    const text = decodeText(bytes, format === "html" ? declaredEncoding(bytes) : undefined);
    if (format !== "text") return this.parser.parse(format, text);
    const { maxCharacters } = this.limits;
    if (text.length > maxCharacters) {
      throw new RefusedDocument("too large", `has more than ${maxCharacters} characters of text`);
    }
    return { blocks: textBlocks(text), hiddenCharacters: 0 };
  }
}

type ParsedDocument = Omit<SourceDocument, "source">;

/** HTML says it in its first kilobyte, in letters that all encodings share. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  return /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

/**
 * Unicode has a second alphabet that no font shows (the tags, U+E0000 to U+E007F): a way to write
 * what only machines read. Halves of characters, which no store could keep, become U+FFFD.
 */
function cleaned(document: SourceDocument): SourceDocument {
  let { hiddenCharacters } = document;
  const clean = (text: string) => {
    return text.replace(/[\u{e0000}-\u{e007f}]/gu, "").replace(/\p{Surrogate}/gu, "\ufffd");
  };
  const blocks = document.blocks.map((block) => {
    const text = clean(block.text);
    hiddenCharacters += (block.text.length - text.length) / 2; // each is two UTF-16 units
    return { ...block, text, headings: block.headings.map(clean) };
  });
  const read = blocks.filter(({ text }) => text.trim() !== "");
  return { ...document, blocks: read, hiddenCharacters };
}

function whyEmpty(format: DocumentFormat, hidden: number): string {
  if (hidden > 0) {
    const layer = format === "pdf" ? ", as behind the pictures of a scan" : "";
    return `holds no text that can be seen, only ${hidden} hidden characters${layer}`;
  }
  return format === "pdf" ? "holds no text: its pages may be pictures (a scan)" : "holds no text";
}

/** @throws RefusedDocument where the end of the name says that it can't be read */
export function formatOf(file: string): DocumentFormat {
  const format = documentFormat(file);
  if (format !== undefined) return format;
  const ending = path.extname(file) || "no ending";
  throw new RefusedDocument("format", `isn't text, Markdown, HTML or PDF (${ending})`);
}
