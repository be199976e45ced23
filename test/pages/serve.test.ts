import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect, createServer, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importBin } from "../browser/chromium";

interface Served {
  url: string;
  port: number;
  close(): Promise<void>;
}
interface ServeModule {
  servePages(folder: string, options?: { port?: number }): Promise<Served>;
}

describe("servePages", () => {
  const top = mkdtempSync(join(tmpdir(), "lab-serve-"));
  const folder = join(top, "pages");
  let serve: ServeModule["servePages"];
  let served: Served;
  before(async () => {
    mkdirSync(join(folder, "katex"), { recursive: true });
    mkdirSync(join(folder, ".hidden"));
    mkdirSync(join(top, "pages-secret"));
    writeFileSync(join(folder, "index.html"), "<p>lessons</p>");
    writeFileSync(join(folder, "a b.html"), "<p>spaced</p>");
    writeFileSync(join(folder, ".env"), "secret");
    writeFileSync(join(folder, ".hidden/x.html"), "secret");
    writeFileSync(join(top, "secret.txt"), "secret");
    writeFileSync(join(top, "pages-secret/x.txt"), "secret");
    symlinkSync(join(top, "secret.txt"), join(folder, "link.txt"));
    symlinkSync(join(top, "pages-secret/x.txt"), join(folder, "sibling.txt"));
    ({ servePages: serve } = await importBin<ServeModule>("pages/serve.mjs"));
    served = await serve(folder, { port: 0 });
  });
  after(async () => {
    await served.close();
    rmSync(top, { recursive: true });
  });

  /** As bytes on the wire: fetch() would tidy the path up first. */
  function raw(path: string, { method = "GET", host = "127.0.0.1" } = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket: Socket = connect(served.port, "127.0.0.1", () =>
        socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
      );
      let text = "";
      socket.on("data", (chunk: Buffer) => (text += String(chunk)));
      socket.on("end", () => resolve(text));
      socket.on("error", reject);
    });
  }

  it("answers with files, their kind, and the index for the folder", async () => {
    const index = await fetch(served.url);
    assert.equal(index.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(await index.text(), "<p>lessons</p>");
    assert.equal(await (await fetch(`${served.url}a%20b.html?x=1`)).text(), "<p>spaced</p>");
    const head = await raw("/index.html", { method: "HEAD" });
    assert.match(head, /^HTTP\/1\.1 200 [\s\S]*Content-Length: 14\r\n/);
    assert.ok(head.endsWith("\r\n\r\n"));
  });

  it("gives nothing from outside its folder, and no hidden files", async () => {
    const paths = [
      "/../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/..\\secret.txt",
      "/katex/../../secret.txt",
      "/../pages-secret/x.txt",
      "//etc/passwd",
      "/link.txt",
      "/sibling.txt",
      "/.env",
      "/.hidden/x.html",
      "/index.html%00.txt",
      "/%ff",
      "/katex",
      "/none.html",
    ];
    for (const path of paths) {
      const answer = await raw(path);
      assert.match(answer, /^HTTP\/1\.1 404 /, path);
      assert.ok(!/secret|root:/.test(answer), path);
    }
  });

  it("answers no other host name and no other method", async () => {
    assert.match(await raw("/", { host: "evil.example" }), /^HTTP\/1\.1 403 /);
    assert.match(await raw("/", { host: `localhost:${served.port}` }), /^HTTP\/1\.1 200 /);
    assert.match(await raw("/", { method: "POST" }), /^HTTP\/1\.1 405 [\s\S]*Allow: GET, HEAD/);
  });

  it("listens on this machine only, and takes the next port when one is in use", async () => {
    const blocker = createServer();
    await new Promise<void>((done) => blocker.listen(0, "127.0.0.1", done));
    const { port } = blocker.address() as { port: number };
    const next = await serve(folder, { port });
    assert.ok(next.port > port && next.port < port + 20);
    assert.equal(next.url, `http://127.0.0.1:${next.port}/`);
    await next.close();
    blocker.close();
  });

  it("says what is wrong with the folder or the port", async () => {
    await assert.rejects(
      serve(join(top, "none")),
      /there is no folder .*none; export the pages first/,
    );
    await assert.rejects(serve(folder, { port: 70000 }), /from 0 to 65535, got 70000/);
    await assert.rejects(serve(folder, { port: NaN }), /got NaN/);
  });
});
