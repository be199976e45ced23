/**
 * Chunks: a document cut into pieces that are short enough for an encoder and long enough to answer
 * a question.
 *
 * Sentences are packed one after the other until the next would not fit; the last of a chunk are
 * repeated at the beginning of the next, so that what is said across the cut is found in one of
 * them. Three rules:
 *
 * - A chunk never goes past a heading, of whatever level: it has one path of headings, which is
 *   embedded with it and says what "it" is where the text only says "it".
 * - A sentence is cut only where it is longer than a whole chunk: then between words, and a word
 *   only where it is itself too long.
 * - A chunk's id is made of its source and what it says: it stays while the text stays.
 *
 * Lewis et al. 2020, "Retrieval-Augmented Generation", section 3 (pieces of 100 words); the overlap
 * as in Wang et al. 2019, "Multi-passage BERT", section 2 (there half a piece, here less).
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { createHash } from "node:crypto";
import { assertInteger, inWords } from "../core/check";
import { piecesOf, type Piece } from "./pieces";
import type { DocumentBlock, SourceDocument } from "./read-document";

export interface Chunk {
  /** "hills.md#5f0c2a9d31b7" */
  id: string;
  source: string;
  /** Word for word as in the document; lines that were only wrapped are joined. */
  text: string;
  /** Those it stands below, outermost first. */
  headings: string[];
  /** Where its first sentence begins. */
  line?: number;
  page?: number;
  /** Of chunkText(chunk): headings and text. */
  tokens: number;
  /** How many characters at the beginning of its text stand in the chunk before, too. */
  overlap: number;
}

export interface ChunkOptions {
  /** The encoder's own count, without its special tokens. */
  countTokens(text: string): number;
  /** Most tokens of a chunk, its headings included. Default 96. */
  maxTokens?: number;
  /** Most tokens that are repeated from the chunk before. Default 24. */
  overlapTokens?: number;
}

/** What an encoder is given: the headings, a line each, then the text. */
export function chunkText({ headings, text }: Pick<Chunk, "headings" | "text">): string {
  return [...headings, text].join("\n");
}

/** A token stands for no more than these, so that no chunk is endless. Words have five or six. */
const CHARACTERS_PER_TOKEN = 40;

export function chunkDocument(document: SourceDocument, options: ChunkOptions): Chunk[] {
  const { countTokens, maxTokens = 96, overlapTokens = 24 } = options;
  if (typeof countTokens !== "function") {
    const got = inWords(countTokens);
    throw new TypeError(`chunkDocument: countTokens must be a function, got ${got}`);
  }
  assertInteger("chunkDocument", { maxTokens }, { min: 8 });
  assertInteger("chunkDocument", { overlapTokens }, { min: 0, max: Math.floor(maxTokens / 2) });
  // One "word" of a million letters is a single unknown token to some tokenizers.
  const atLeast = (text: string) => Math.ceil(text.length / CHARACTERS_PER_TOKEN);
  const counted = (text: string) => Math.max(countTokens(text), atLeast(text));
  const rules = { countTokens: counted, maxTokens, overlapTokens };
  const { source, blocks } = document;
  const chunks = sectionsOf(blocks).flatMap((section) => chunkSection(section, rules));
  const seen = new Map<string, number>();
  return chunks.map((chunk) => ({ id: idOf(source, chunk, seen), source, ...chunk }));
}

type Rules = Required<ChunkOptions>;
type NewChunk = Omit<Chunk, "id" | "source">;

/** Runs of blocks below the same headings. */
function sectionsOf(blocks: readonly DocumentBlock[]): DocumentBlock[][] {
  const sections: DocumentBlock[][] = [];
  let path: string | undefined;
  for (const block of blocks) {
    const own = JSON.stringify(block.headings);
    if (own !== path) sections.push([]);
    path = own;
    sections[sections.length - 1]!.push(block);
  }
  return sections;
}

function chunkSection(section: readonly DocumentBlock[], rules: Rules): NewChunk[] {
  const { countTokens, maxTokens, overlapTokens } = rules;
  const headings = fittingHeadings(section[0]!.headings, rules);
  const count = (text: string) => countTokens(chunkText({ headings, text }));
  const space = maxTokens - countTokens(headings.join("\n"));
  const pieces = section.flatMap((block) => piecesOf(block, { countTokens, space }));

  const chunks: NewChunk[] = [];
  let next = 0;
  let repeated = 0; // pieces of the chunk before that stand in this one, too
  while (next < pieces.length) {
    while (repeated > 0 && sizeOf(pieces, next - repeated, next + 1) > space) repeated--;
    const first = next - repeated;
    let end = next + 1;
    while (end < pieces.length && sizeOf(pieces, first, end + 1) <= space) end++;
    // Tokens of pieces put together need not be the sum of theirs; it is the whole that must fit.
    while (end > next + 1 && count(textOf(pieces, first, end)) > maxTokens) end--;
    const text = textOf(pieces, first, end);
    const { line, page } = pieces[first]!;
    chunks.push({
      ...{ text, headings, tokens: count(text) },
      overlap: repeated === 0 ? 0 : textOf(pieces, first, next).length,
      ...(line !== undefined && { line }),
      ...(page !== undefined && { page }),
    });
    next = end;
    repeated = 0;
    while (next - repeated > first && sizeOf(pieces, next - repeated - 1, next) <= overlapTokens) {
      repeated++;
    }
    if (next - repeated === first) repeated--; // all of it again would be no step forward
  }
  return chunks;
}

/** The path, or as much of its end as fits into half a chunk. */
function fittingHeadings(path: readonly string[], { countTokens, maxTokens }: Rules): string[] {
  const fits = (headings: readonly string[]) => countTokens(headings.join("\n")) <= maxTokens / 2;
  let from = 0;
  while (from < path.length && !fits(path.slice(from))) from++;
  return path.slice(from);
}

function sizeOf(pieces: readonly Piece[], start: number, end: number): number {
  let sum = 0;
  for (let i = start; i < end; i++) sum += pieces[i]!.tokens;
  return sum;
}

function textOf(pieces: readonly Piece[], start: number, end: number): string {
  let text = "";
  for (let i = start; i < end; i++) {
    const { before, text: own } = pieces[i]!;
    text += i === start ? own : before + own;
  }
  return text;
}

function idOf(source: string, { headings, text }: NewChunk, seen: Map<string, number>): string {
  const said = JSON.stringify([headings, text]);
  const hash = createHash("sha256").update(said).digest("hex").slice(0, 12);
  const times = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, times);
  return times === 1 ? `${source}#${hash}` : `${source}#${hash}-${times}`;
}
