/**
 * A small server for the exported pages, for this machine only.
 *
 *   node bin/pages/serve.mjs [folder] [--port 8000]
 *
 * It binds 127.0.0.1, answers GET and HEAD for files inside its folder, and nothing else: no folder
 * lists, no dot files, no links that lead outside. A page on the web cannot read from it through a
 * host name of its own that points here, as only local names are answered.
 */
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const PORTS_TRIED = 20;

/**
 * @param {string} folder what to serve
 * @param {{ port?: number }} [options] the first port to try, default 8000; 0 for any free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function servePages(folder, { port = 8000 } = {}) {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new RangeError(`servePages: port must be a whole number from 0 to 65535, got ${port}`);
  }
  const root = await realpath(folder).catch(() => {
    throw new Error(`servePages: there is no folder ${folder}; export the pages first`);
  });
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => refuse(response, 500, "Something went wrong"));
  });
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}/`,
    port: taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The first free port from the one asked for. */
async function listen(server, port) {
  const last = port === 0 ? 0 : Math.min(port + PORTS_TRIED - 1, 65535);
  for (let at = port; at <= last; at++) {
    const error = await new Promise((done) => {
      server.once("error", done);
      server.listen(at, "127.0.0.1", () => {
        server.off("error", done);
        done(undefined);
      });
    });
    if (error === undefined) return server.address().port;
    if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
  }
  throw new Error(
    `servePages: ports ${port} to ${last} are all in use; choose another with --port`,
  );
}

async function answer(root, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return refuse(response, 405, "Only GET and HEAD");
  }
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  if (host !== "127.0.0.1" && host !== "localhost")
    return refuse(response, 403, "Local names only");
  const path = await fileFor(root, request.url ?? "/");
  if (path === undefined) return refuse(response, 404, "Not found");
  const { size } = await stat(path);
  response.writeHead(200, {
    "Content-Type": TYPES[extname(path).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": size,
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
  });
  if (request.method === "HEAD") return response.end();
  createReadStream(path)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** The file an address means, if it is one inside the folder. */
async function fileFor(root, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/)[0]);
  } catch {
    return undefined;
  }
  if (name.includes("\0") || name.split(/[/\\]/).some((part) => part.startsWith("."))) {
    return undefined;
  }
  if (name.endsWith("/")) name += "index.html";
  const path = await realpath(join(root, name)).catch(() => undefined);
  if (path === undefined || !path.startsWith(root + sep)) return undefined;
  return (await stat(path)).isFile() ? path : undefined;
}

function refuse(response, status, text) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}

async function main(words) {
  let folder = fileURLToPath(new URL("../../pages", import.meta.url));
  let port;
  for (let index = 0; index < words.length; index++) {
    if (words[index] === "--port") port = Number(words[++index]);
    else folder = resolve(words[index]);
  }
  const { url } = await servePages(folder, port === undefined ? {} : { port });
  console.log(`Pages at ${url} (Ctrl-C stops)`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
