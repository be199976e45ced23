import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { serveQuestions, type AskServer } from "../../bin/ask/server";

const EVIL = '"><script>alert(1)</script>';

describe("the server of npm run ask", () => {
  const asked: string[] = [];
  const errors: string[] = [];
  let server: AskServer;
  let running = 0;
  before(async () => {
    const answer = async (question: string) => {
      if (question === "") throw new RangeError("question must hold a word");
      if (question === "broken") throw new TypeError("secret of the inside");
      assert.equal(running++, 0, "one question at a time");
      await new Promise((done) => setTimeout(done, 5));
      running--;
      asked.push(question);
      return `<p id="answer">of ${question.length} letters</p>`;
    };
    const examples = ["How high is the Anvil?", EVIL];
    const onError = (error: unknown) => errors.push(String(error));
    const texts = { title: EVIL, about: EVIL, examples };
    server = await serveQuestions(answer, { port: 0, ...texts, onError });
  });
  after(() => server.close());

  async function token(): Promise<string> {
    const html = await (await fetch(server.url)).text();
    return /name="token" value="([^"]+)"/.exec(html)![1]!;
  }
  async function ask(fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields);
    return fetch(server.url, { method: "POST", body, headers });
  }
  /** As bytes on the wire, for headers that fetch() won't send. */
  function raw(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket: Socket = connect(Number(new URL(server.url).port), "127.0.0.1", () =>
        socket.write(text),
      );
      let got = "";
      socket.on("data", (chunk: Buffer) => (got += String(chunk)));
      socket.on("end", () => resolve(got));
      socket.on("error", reject);
    });
  }

  it("answers a question that was typed into its page", async () => {
    const response = await ask({ token: await token(), question: "How high?" });
    assert.equal(response.status, 200);
    const html = await response.text();
    assert.ok(html.includes('<p id="answer">of 9 letters</p>'));
    assert.ok(html.includes('value="How high?"'), "the question stays in the line");
  });

  it("asks nothing for a page that hasn't read its token", async () => {
    const before = asked.length;
    const tokens: Record<string, string>[] = [{}, { token: "" }, { token: "x".repeat(32) }];
    for (const fields of tokens) {
      const response = await ask({ question: "Now?", ...fields });
      assert.equal(response.status, 403);
    }
    assert.equal(asked.length, before);
  });

  it("answers local names only", async () => {
    for (const host of ["evil.example", "127.0.0.1.evil.example", ""]) {
      const got = await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      assert.match(got, /^HTTP\/1\.1 40[03] /, host);
      assert.ok(!got.includes("token"), host);
    }
    const local = await raw("GET / HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n");
    assert.match(local, /^HTTP\/1\.1 200 /);
  });

  it("is bound to this machine, lets no script run and nothing be loaded", async () => {
    const { headers } = await fetch(server.url);
    assert.match(
      headers.get("content-security-policy")!,
      /^default-src 'none'; style-src 'unsafe-i/,
    );
    assert.equal(headers.get("access-control-allow-origin"), null);
    assert.equal(new URL(server.url).hostname, "127.0.0.1");
  });

  it("shows all texts as letters", async () => {
    const response = await ask({ token: await token(), question: EVIL });
    const html = await response.text();
    assert.doesNotMatch(html, /<script/);
    assert.ok(html.includes("&quot;&gt;&lt;script&gt;alert(1)"));
  });

  it("says what is wrong with a question, and nothing of what broke inside", async () => {
    const empty = await ask({ token: await token(), question: "" });
    assert.equal(empty.status, 400);
    assert.match(await empty.text(), /role="alert">question must hold a word/);
    const broken = await ask({ token: await token(), question: "broken" });
    assert.equal(broken.status, 500);
    assert.doesNotMatch(await broken.text(), /secret/);
    assert.deepEqual(errors, ["TypeError: secret of the inside"]);
  });

  it("answers many at once one after the other", async () => {
    const own = await token();
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, i) => ask({ token: own, question: `Question ${i}` })),
    );
    assert.deepEqual(
      all.map(({ status }) => status),
      [200, 200, 200, 200, 200],
    );
  });

  it("refuses other methods, other paths and long bodies", async () => {
    assert.equal((await fetch(server.url, { method: "PUT" })).status, 405);
    assert.equal((await fetch(`${server.url}etc/passwd`)).status, 404);
    const long = await ask({ token: await token(), question: "a".repeat(70_000) });
    assert.equal(long.status, 413);
    assert.equal((await fetch(server.url, { method: "HEAD" })).status, 200);
  });

  it("takes the next port where one is in use, and says what it got", async () => {
    const port = Number(new URL(server.url).port);
    const options = { title: "x", about: "", examples: [] };
    const next = await serveQuestions(async () => "", { ...options, port });
    assert.notEqual(next.url, server.url);
    await next.close();
    await assert.rejects(
      serveQuestions(async () => "", { ...options, port: -1 }),
      /got -1/,
    );
  });
});
