import assert from "node:assert/strict";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import {
  cacheFolder,
  download,
  DownloadError,
  type DownloadProgress,
} from "../../src/data/download";
import { sha256 } from "../../src/data/manifest";
import { breakOff, FileServer, serve, status } from "./file-server";

const rng = createRng(1);
const CONTENT = Buffer.from(Array.from({ length: 50_000 }, () => rng.integer(256)));
const OTHER = Buffer.from(CONTENT).fill(7, 40_000);

describe("download", () => {
  let server: FileServer;
  let folder: string;
  const quick = () => ({ folder, backOff: 5, timeout: 2000 });
  const read = (file: string) => readFileSync(file);

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "download-test-"));
    server = new FileServer();
    await server.start();
  });
  afterEach(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it("fetches once, then reads the cache", async () => {
    server.behaviours = [serve(CONTENT)];
    const file = await download(server.url("data.bin"), quick());
    assert.deepEqual(read(file), CONTENT);
    assert.equal(await download(server.url("data.bin"), quick()), file);
    assert.equal(server.requests.length, 1);
    assert.deepEqual(readdirSync(folder).sort(), ["checksums.json", "data.bin"]);
  });

  it("goes on where the connection broke, and asks only for the rest", async () => {
    server.behaviours = [breakOff(CONTENT, 20_000), breakOff(CONTENT, 10_000), serve(CONTENT)];
    assert.deepEqual(read(await download(server.url("data.bin"), quick())), CONTENT);
    const ranges = server.requests.map(({ headers }) => headers.range);
    assert.deepEqual(ranges, [undefined, "bytes=20000-", "bytes=30000-"]);
    assert.equal(server.requests[1]!.headers["if-range"], '"v1"');
  });

  it("goes on in a later call as well, after giving up", async () => {
    server.behaviours = [breakOff(CONTENT, 20_000)];
    await assert.rejects(
      download(server.url("data.bin"), { ...quick(), retries: 0 }),
      /gave up after 1 attempts.*goes on from there/,
    );
    assert.ok(!existsSync(path.join(folder, "data.bin")), "half a file must not have its name");
    server.behaviours = [serve(CONTENT)];
    assert.deepEqual(read(await download(server.url("data.bin"), quick())), CONTENT);
    assert.equal(server.requests[1]!.headers.range, "bytes=20000-");
  });

  it("begins anew when the file changed between the attempts", async () => {
    server.behaviours = [breakOff(CONTENT, 45_000), serve(OTHER, '"v2"')];
    assert.deepEqual(read(await download(server.url("data.bin"), quick())), OTHER);
  });

  it("takes the whole file from a server that ignores Range", async () => {
    server.behaviours = [
      breakOff(CONTENT, 20_000),
      (_request, response) => response.writeHead(200, { ETag: '"v1"' }).end(CONTENT),
    ];
    assert.deepEqual(read(await download(server.url("data.bin"), quick())), CONTENT);
  });

  it("refuses a part that it did not ask for", async () => {
    server.behaviours = [
      breakOff(CONTENT, 20_000),
      (_request, response) =>
        response
          .writeHead(206, { "Content-Range": "bytes 5-9/50000" })
          .end(CONTENT.subarray(5, 10)),
    ];
    await assert.rejects(
      download(server.url("data.bin"), quick()),
      /sent bytes "bytes 5-9\/50000"/,
    );
  });

  it("tries again after 503, and gives up at once on 404, saying what to do", async () => {
    server.behaviours = [status(503), status(500), serve(CONTENT)];
    assert.deepEqual(read(await download(server.url("a.bin"), quick())), CONTENT);
    server.behaviours = [status(404)];
    await assert.rejects(
      download(server.url("b.bin"), quick()),
      (error: Error) =>
        error instanceof DownloadError && /is not there \(404\)/.test(error.message),
    );
    assert.equal(server.requests.length, 4);
  });

  it("gives up an attempt in which no byte comes", async () => {
    server.behaviours = [() => undefined, serve(CONTENT)];
    const file = await download(server.url("data.bin"), { ...quick(), timeout: 150 });
    assert.deepEqual(read(file), CONTENT);
    server.behaviours = [() => undefined];
    await assert.rejects(
      download(server.url("b.bin"), { ...quick(), timeout: 100, retries: 0 }),
      /sent nothing for 0.1 s/,
    );
  });

  it("refuses other bytes than the checksum given, and keeps nothing of them", async () => {
    server.behaviours = [serve(OTHER)];
    await assert.rejects(
      download(server.url("data.bin"), { ...quick(), sha256: sha256(CONTENT) }),
      /gave other bytes than expected/,
    );
    assert.deepEqual(readdirSync(folder), []);
  });

  it("locks the checksum of the first download", async () => {
    server.behaviours = [serve(CONTENT), serve(OTHER, '"v2"')];
    const file = await download(server.url("data.bin"), quick());
    rmSync(file);
    await assert.rejects(download(server.url("data.bin"), quick()), /checksums\.json/);
  });

  it("fetches again what was damaged on the disk", async () => {
    server.behaviours = [serve(CONTENT)];
    const file = await download(server.url("data.bin"), quick());
    writeFileSync(file, "damaged");
    assert.deepEqual(read(await download(server.url("data.bin"), quick())), CONTENT);
  });

  it("reports bytes that grow to the total, those of earlier attempts included", async () => {
    server.behaviours = [breakOff(CONTENT, 20_000), serve(CONTENT)];
    const seen: DownloadProgress[] = [];
    await download(server.url("data.bin"), { ...quick(), onProgress: (p) => seen.push(p) });
    assert.deepEqual(seen.at(-1), { received: 50_000, total: 50_000 });
    const received = seen.map((progress) => progress.received);
    assert.deepEqual(
      received,
      [...received].sort((a, b) => a - b),
    );
  });

  it("stops when asked to", async () => {
    server.behaviours = [() => undefined];
    const abort = new AbortController();
    const pending = download(server.url("data.bin"), { ...quick(), signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    await assert.rejects(pending, { name: "AbortError" });
  });

  it("says so when there is no server", async () => {
    const url = server.url("data.bin");
    await server.stop();
    await assert.rejects(
      download(url, { ...quick(), retries: 1 }),
      /broke off \(ECONNREFUSED\); gave up after 2 attempts/,
    );
    server = new FileServer();
    await server.start();
  });

  it("names the folder that it cannot write", async () => {
    const blocked = path.join(folder, "file");
    writeFileSync(blocked, "");
    chmodSync(blocked, 0o444);
    await assert.rejects(
      download(server.url("data.bin"), { ...quick(), folder: path.join(blocked, "cache") }),
      /cannot write .*LAB_CACHE/,
    );
  });

  it("refuses addresses and names that lead elsewhere", async () => {
    await assert.rejects(download("ftp://x/y", quick()), /url must be an http or https address/);
    await assert.rejects(download(server.url(""), quick()), /no file name in/);
    await assert.rejects(download(server.url("..%2Fx"), quick()), /no file name in/);
    await assert.rejects(download(server.url("x"), { ...quick(), sha256: "1" }), /64 hexadecimal/);
  });
});

describe("cacheFolder", () => {
  it("is LAB_CACHE where that is set", () => {
    const before = process.env["LAB_CACHE"];
    process.env["LAB_CACHE"] = "/somewhere";
    assert.equal(cacheFolder(), "/somewhere");
    if (before === undefined) delete process.env["LAB_CACHE"];
    else process.env["LAB_CACHE"] = before;
  });
});
