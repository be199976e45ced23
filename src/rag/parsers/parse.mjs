/**
 * The process that parses documents, one after the other, for ../parser-process.ts.
 *
 *   node --max-old-space-size=MB parse.mjs MB SECONDS
 *
 * What comes in is `{ format, content, limits }`; what goes out, the document or why there is none. A
 * file that is worse than that (endless, or unpacking into gigabytes) costs this process, not the
 * one that asked: a second thread ends it once it holds too much memory or takes too long. V8's own
 * limit would not do, for it doesn't count the arrays into which pictures and streams unpack.
 */
import { Worker } from "node:worker_threads";
import { parseHtml } from "./html.mjs";
import { parseMarkdown } from "./markdown.mjs";
import { parsePdf } from "./pdf.mjs";
import { Refusal } from "./refusal.mjs";

const PARSERS = { html: parseHtml, markdown: parseMarkdown, pdf: parsePdf };
const [megabytes, seconds] = process.argv.slice(2).map(Number);
const isBusy = new Int32Array(new SharedArrayBuffer(4));

// Seconds are those of the processor: a busy machine is no fault of the document's.
const WATCH = `
  const { bytes, seconds, isBusy } = require("node:worker_threads").workerData;
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6 };
  let before = 0;
  setInterval(() => {
    if (process.memoryUsage.rss() > bytes) process.kill(process.pid, "SIGKILL");
    if (Atomics.load(isBusy, 0) === 0) before = used();
    else if (used() - before > seconds) process.kill(process.pid, "SIGTERM");
  }, 10);
`;
const workerData = { bytes: megabytes * 1e6, seconds, isBusy };
new Worker(WATCH, { eval: true, workerData }).unref();

process.on("disconnect", () => process.exit());
process.on("message", async ({ format, content, limits }) => {
  Atomics.store(isBusy, 0, 1);
  const answer = await parse(format, content, limits);
  Atomics.store(isBusy, 0, 0);
  process.send(answer);
});

async function parse(format, content, limits) {
  try {
    return { document: await PARSERS[format](content, limits) };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { kind: error.kind, message: error.message } };
    const isDeep = error instanceof RangeError && /call stack/.test(error.message);
    const why = isDeep ? "it is nested too deeply" : String(error?.message ?? error).slice(0, 200);
    return { refused: { kind: "damaged", message: `can't be parsed: ${why}` } };
  }
}
