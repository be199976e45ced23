/**
 * Ask a folder: reads its documents, and serves a page to type questions into.
 *
 *   npm run ask                       the town, the lab's invented encyclopedia
 *   npm run ask -- FOLDER             text, Markdown, HTML and PDF files in it
 *   npm run ask -- FOLDER --port N --abstain-below X
 *
 * The answer is a quotation with its source, and every step that led to it. Nothing leaves this
 * machine. What was read is kept in .cache/ask; at the next start only changed files are read.
 */
import { createHash } from "node:crypto";
import path from "node:path";
import { parseArgs } from "node:util";
import { loadDataset } from "../src/data/datasets";
import { startLab } from "../src/engine/lab";
import { ragTrace } from "../src/figures/rag-trace";
import { ingestFolder } from "../src/rag/ingest";
import { indexWords } from "../src/rag/index-words";
import { RagPipeline } from "../src/rag/pipeline";
import { writeTownFolder } from "../src/rag/town-folder";
import { LanceStore } from "../src/search/lance-store";
import { loadSearchModel } from "./ask/models";
import { serveQuestions } from "./ask/server";

const CACHE = path.resolve(__dirname, "../.cache/ask");
const TOWN_QUESTIONS = [
  "What is the tallest mountain?",
  "Who was the first to stand on the Anvil?",
  "Where can I eat eels?",
  "Who is the mayor of Quillmouth at present?",
];

async function main(): Promise<void> {
  const { folder, port, abstainBelow } = options();
  await startLab({ quiet: true });
  const models = await loadSearchModel();
  const town = folder === undefined ? await loadDataset("town") : undefined;
  const documents = folder ?? path.join(CACHE, "town");
  if (town) await writeTownFolder(documents, town.passages);

  const about = { dimension: models.chunks.dimension, model: models.chunks.fingerprint };
  const name = createHash("sha256")
    .update(path.resolve(documents))
    .update(about.model)
    .digest("hex");
  const store = await LanceStore.open(path.join(CACHE, name.slice(0, 16)), about);
  const report = await ingestFolder(documents, { store, encoder: models.chunks, ...CHUNKS });
  console.log(
    `read ${report.added.length + report.changed.length} files (${report.chunks} chunks), ` +
      `${report.unchanged.length} were known, ${report.removed.length} are gone`,
  );
  for (const { source, reason } of report.refused) console.log(`left out ${source}: ${reason}`);
  for (const { source, characters } of report.hidden) {
    console.log(`${source}: ${characters} hidden characters left out`);
  }

  const pipeline = new RagPipeline({
    ...{ store, encoder: models.questions, lexical: await indexWords(store) },
    reranker: models.reranker,
    ...(abstainBelow !== undefined && { abstainBelow }),
  });
  const { url } = await serveQuestions(
    async (question) => ragTrace(await pipeline.ask(question)).toHtml(),
    {
      ...(port !== undefined && { port }),
      title: town ? "the town" : path.basename(path.resolve(documents)),
      about: aboutOf(await store.count(), abstainBelow),
      examples: town ? TOWN_QUESTIONS : [],
    },
  );
  console.log(`ask at ${url}   (Ctrl-C ends it)`);
}

const CHUNKS = { chunks: { maxTokens: 126 } };

function aboutOf(count: number, abstainBelow: number | undefined): string {
  const sure =
    abstainBelow === undefined
      ? "It always answers, so read the source before you believe it."
      : `Below a confidence of ${abstainBelow} it says that it doesn't know.`;
  return `${count} chunks, searched by meaning and by words. The answer is a quotation. ${sure}`;
}

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { port: { type: "string" }, "abstain-below": { type: "string" } },
  });
  if (positionals.length > 1) throw new RangeError(`ask: one folder, got ${positionals.length}`);
  const number = (name: "port" | "abstain-below") => {
    const given = values[name];
    if (given === undefined) return undefined;
    if (given.trim() !== "" && Number.isFinite(Number(given))) return Number(given);
    throw new RangeError(`ask: --${name} must be a number, got ${given}`);
  };
  return { folder: positionals[0], port: number("port"), abstainBelow: number("abstain-below") };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
