/**
 * Ingest: a folder of documents → chunks → embeddings → store.
 *
 *   const report = await ingestFolder("town", { store, encoder });
 *   report.added;     // ["hills.md", "inns.html", …]
 *   report.refused;   // [{ source: "scan.pdf", kind: "no text", reason: "…" }]
 *
 * Afterwards the store mirrors the folder: what is new or has changed is read, what is gone is
 * taken out, the rest is left as it is; a file is known by a hash of its bytes. Each file enters
 * the store in one step, so that a run that was killed at any moment is simply run again, and goes
 * on where it stopped.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { createHash } from "node:crypto";
import { inWords } from "../core/check";
import { yieldToHost } from "../core/interrupt";
import type { VectorStore } from "../search/vector-store";
import { chunkDocument } from "./chunk";
import type { ChunkEncoder } from "./chunk-encoder";
import { IngestWriter } from "./ingest-writer";
import { listFiles, type ListedFile } from "./list-files";
import { documentFormat, DocumentReader, formatOf } from "./read-document";
import { readFileBytes } from "./read-file-bytes";
import { checkLimits, type ReadLimits } from "./read-limits";
import { RefusedDocument, type RefusalKind } from "./refused-document";

export type { ChunkEncoder } from "./chunk-encoder";

export interface IngestOptions {
  /** Belongs to this folder alone: what isn't in the folder is taken out of it. */
  store: VectorStore;
  encoder: ChunkEncoder;
  /** See chunkDocument. Default: 96 tokens, or what the encoder reads if that is less. */
  chunks?: ChunkRules;
  /** What one file may cost. */
  limits?: ReadLimits;
  /** Called after each file, and at the end. */
  onProgress?: (progress: IngestProgress) => void;
  /** Ends the work between two files; what is in the store by then stays. */
  signal?: AbortSignal;
}

export interface ChunkRules {
  maxTokens?: number;
  overlapTokens?: number;
}

export interface IngestProgress {
  /** Files looked at so far, and all there are. */
  files: number;
  totalFiles: number;
  /** Chunks that are new in the store. */
  chunks: number;
  /** The file last looked at. */
  source: string;
}

export interface RefusedFile {
  source: string;
  kind: RefusalKind;
  /** A clause about the file: "holds no text". */
  reason: string;
}

/** Sources by what became of them; each file of the folder is in one of the first four lists. */
export interface IngestReport {
  added: string[];
  changed: string[];
  unchanged: string[];
  refused: RefusedFile[];
  /** In the store before and not any more: gone from the folder, or refused now. */
  removed: string[];
  /** Of the files read now: how many characters were left out because nobody would see them. */
  hidden: { source: string; characters: number }[];
  /** How many chunks were embedded. */
  chunks: number;
}

/** Part of every hash: when files are read or cut in another way, all are read anew. */
const FORMAT = 1;

/**
 * @throws RangeError when the folder holds nothing that can be read (a store isn't emptied because
 *   a disk is missing), or the store's vectors are another model's
 */
export async function ingestFolder(
  folder: string,
  { store, encoder, chunks, limits: given, onProgress, signal }: IngestOptions,
): Promise<IngestReport> {
  assertSameModel(store, encoder);
  const limits = checkLimits("ingestFolder", given);
  const rules = chunkRules(encoder, chunks);
  const files = await listFiles("ingestFolder", folder);
  assertReadable(folder, files);

  const known = await store.sources();
  const report: IngestReport = {
    ...{ added: [], changed: [], unchanged: [], refused: [], removed: [], hidden: [], chunks: 0 },
  };
  const writer = new IngestWriter(store, encoder);
  const reader = new DocumentReader(limits);
  const kept = () => `${writer.stored.files} files new in the store; run it again to go on`;

  const ingest = async ({ source, file, refused }: ListedFile): Promise<void> => {
    if (refused) throw refused;
    const format = formatOf(file);
    const bytes = await readFileBytes(file, limits);
    const hash = hashOf(bytes, rules);
    if (known.get(source) === hash) return void report.unchanged.push(source);
    const document = await reader.parse(bytes, { source, format });
    const cut = chunkDocument(document, {
      ...rules,
      countTokens: (text) => encoder.countTokens(text),
    });
    const isNew = !known.has(source);
    await writer.add({ source, hash, chunks: cut, isNew });
    report[isNew ? "added" : "changed"].push(source);
    report.chunks += cut.length;
    const { hiddenCharacters: characters } = document;
    if (characters > 0) report.hidden.push({ source, characters });
  };

  const tell = (done: number) => {
    const { source } = files[done - 1]!;
    const { chunks } = writer.stored;
    onProgress?.({ files: done, totalFiles: files.length, chunks, source });
  };

  try {
    for (const [i, listed] of files.entries()) {
      await yieldToHost(signal, kept);
      await ingest(listed).catch((error: unknown) => {
        if (!(error instanceof RefusedDocument)) throw error;
        report.refused.push({ source: listed.source, kind: error.kind, reason: error.message });
      });
      tell(i + 1);
    }
    await writer.finish();
    tell(files.length);
  } finally {
    await reader.close();
  }
  report.removed = goneFrom(known, report);
  if (report.removed.length > 0) await store.removeSources(report.removed);
  return report;
}

/** What can't be read just now, or is in a folder that can't, stays as it was. */
function goneFrom(known: ReadonlyMap<string, string>, report: IngestReport): string[] {
  const present = new Set([...report.added, ...report.changed, ...report.unchanged]);
  const unreadable = report.refused.filter(({ kind }) => kind === "unreadable");
  return [...known.keys()].filter((source) => {
    if (present.has(source)) return false;
    return !unreadable.some((it) => it.source === source || source.startsWith(`${it.source}/`));
  });
}

function assertSameModel({ about }: VectorStore, { dimension, fingerprint }: ChunkEncoder): void {
  if (about.dimension === dimension && about.model === fingerprint) return;
  throw new RangeError(
    "ingestFolder: the store must hold this encoder's vectors" +
      ` (${dimension} numbers, model ${inWords(fingerprint)}), got a store of` +
      ` ${about.dimension} numbers, model ${inWords(about.model)}; open a new store for this` +
      " encoder, or ingest with the encoder that the store was made with",
  );
}

function chunkRules(encoder: ChunkEncoder, { maxTokens, overlapTokens }: ChunkRules = {}) {
  const most = maxTokens ?? Math.min(96, encoder.maxTokens ?? Infinity);
  if (most > (encoder.maxTokens ?? Infinity)) {
    throw new RangeError(
      `ingestFolder: chunks.maxTokens must be at most ${encoder.maxTokens}, all that the encoder` +
        ` reads, got ${most}`,
    );
  }
  return { maxTokens: most, overlapTokens: overlapTokens ?? Math.floor(most / 4) };
}

function assertReadable(folder: string, files: readonly ListedFile[]): void {
  const canBeRead = ({ file, refused }: ListedFile) => !refused && documentFormat(file);
  if (files.some(canBeRead)) return;
  throw new RangeError(
    "ingestFolder: folder must hold text, Markdown, HTML or PDF files, got" +
      ` ${inWords(folder)} with ${files.length === 0 ? "no files" : `${files.length} others`};` +
      " the store is as it was",
  );
}

function hashOf(bytes: Uint8Array, rules: Required<ChunkRules>): string {
  const settings = JSON.stringify([FORMAT, rules.maxTokens, rules.overlapTokens]);
  return createHash("sha256").update(settings).update(bytes).digest("hex");
}
