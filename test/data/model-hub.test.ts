import { afterEach, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BertEncoder } from "../../src/bert/bert-encoder";
import { createRng } from "../../src/core/rng";
import { DownloadError } from "../../src/data/download";
import { downloadModel, type ModelProgress } from "../../src/data/model-hub";
import { startLab } from "../../src/engine/lab";
import { cutAfter, HubServer } from "./hub-server";

const NAME = "some-one/tiny-bert";
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const GOLDEN = path.resolve(__dirname, "../golden/bert");
const rng = createRng(1);
const WEIGHTS = Buffer.from(Array.from({ length: 60_000 }, () => rng.integer(256)));

describe("downloadModel", () => {
  let server: HubServer;
  let folder: string;
  const options = () => ({ hubUrl: server.url, folder, backOff: 5, timeout: 2000, retries: 2 });
  const home = () => path.join(folder, "some-one--tiny-bert");
  const files = () => ({
    "config.json": Buffer.from('{"a":1}'),
    "model.safetensors": WEIGHTS,
    "1_Pooling/config.json": Buffer.from("{}"),
    "vocab.txt": Buffer.from("[PAD]\n[UNK]\n"),
    "pytorch_model.bin": Buffer.from("a pickle"),
    "onnx/config.json": Buffer.from("not for us"),
    ".gitattributes": Buffer.from("*"),
  });

  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(tmpdir(), "hub-test-"));
    server = new HubServer();
    await server.start();
    server.models.set(NAME, { commit: COMMIT, files: files() });
  });
  afterEach(async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it("fetches what can be read here, in its folders, and no second time", async () => {
    const got = await downloadModel(NAME, options());
    assert.equal(got, path.join(home(), COMMIT));
    assert.deepEqual(filesIn(got), [
      "1_Pooling/config.json",
      "config.json",
      "model.safetensors",
      "vocab.txt",
    ]);
    assert.deepEqual(fs.readFileSync(path.join(got, "model.safetensors")), WEIGHTS);
    assert.deepEqual(fs.readdirSync(home()).sort(), [COMMIT, "revisions.json"]);
    const before = server.count("/resolve/");
    assert.equal(await downloadModel(NAME, options()), got);
    assert.equal(server.count("/resolve/"), before);
    // A full commit never changes: the hub isn't even asked.
    const asked = server.requests.length;
    assert.equal(await downloadModel(NAME, { ...options(), revision: COMMIT }), got);
    assert.equal(server.requests.length, asked);
  });

  it("gives a folder that BertEncoder.load takes", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const golden = Object.fromEntries(
      ["config.json", "model.safetensors"].map((name) => [
        name,
        fs.readFileSync(path.join(GOLDEN, name)),
      ]),
    );
    server.models.set(NAME, { commit: COMMIT, files: golden });
    const model = await BertEncoder.load(await downloadModel(NAME, options()));
    assert.equal(model.config.vocabSize, 60);
    model.dispose();
  });

  it("goes on where a connection was cut, even in another call", async () => {
    let cuts = 0;
    server.trouble = (request, response) => {
      if (!request.url!.includes("/large/model") || cuts >= 3) return false;
      cuts++;
      if (cuts === 1) cutAfter(20_000, WEIGHTS)(response);
      else response.destroy();
      return true;
    };
    // Cut at byte 20,000, then twice no connection at all: this call gives up.
    await assert.rejects(downloadModel(NAME, options()), /gave up after 3 attempts/);
    assert.ok(!fs.existsSync(path.join(home(), COMMIT)), "an unfinished model has its name");
    const got = await downloadModel(NAME, options());
    assert.deepEqual(fs.readFileSync(path.join(got, "model.safetensors")), WEIGHTS);
    const ranges = server.requests
      .filter(({ url }) => url.includes("/large/"))
      .map(({ range }) => range);
    assert.equal(ranges[ranges.length - 1], "bytes=20000-");
    assert.equal(server.count("resolve/" + COMMIT + "/config.json"), 1);
  });

  it("uses what it has when there is no network, and says so when it has nothing", async () => {
    const got = await downloadModel(NAME, options());
    const unreachable = options();
    await server.stop();
    assert.equal(await downloadModel(NAME, unreachable), got);
    await assert.rejects(
      downloadModel("some-one/other", { ...unreachable, retries: 0 }),
      /no way to http:.* \(ECONNREFUSED\); is there a network\?/,
    );
    server = new HubServer();
    await server.start();
  });

  it("uses what it has when the hub is down, but not when the model is gone", async () => {
    const got = await downloadModel(NAME, options());
    server.trouble = (_request, response) => Boolean(response.writeHead(503).end());
    assert.equal(await downloadModel(NAME, options()), got);
    server.trouble = (_request, response) => Boolean(response.writeHead(404).end());
    await assert.rejects(
      downloadModel(NAME, options()),
      /has no some-one\/tiny-bert at main \(404\)/,
    );
  });

  it("fetches anew when the branch has moved, and keeps the old commit", async () => {
    const old = await downloadModel(NAME, options());
    const commit = COMMIT.replace("0", "f");
    server.models.set(NAME, { commit, files: { "config.json": Buffer.from('{"a":2}') } });
    const got = await downloadModel(NAME, options());
    assert.equal(path.basename(got), commit);
    assert.equal(fs.readFileSync(path.join(got, "config.json"), "utf8"), '{"a":2}');
    assert.equal(fs.readFileSync(path.join(old, "config.json"), "utf8"), '{"a":1}');
  });

  it("refuses bytes with another checksum, large files' and small ones'", async () => {
    for (const name of ["model.safetensors", "vocab.txt"]) {
      const wrong = Buffer.from(files()[name as "vocab.txt"]);
      wrong[3]! ^= 1;
      server.trouble = (request, response) => {
        if (!new RegExp(`(large|resolve).*${name}`).test(request.url!)) return false;
        response.writeHead(200, { "Content-Length": wrong.length }).end(wrong);
        return true;
      };
      await assert.rejects(
        downloadModel(NAME, options()),
        (error: Error) =>
          error instanceof DownloadError && /other bytes|another checksum/.test(error.message),
      );
      assert.ok(!fs.existsSync(path.join(home(), COMMIT)));
      // Right again: nothing of the wrong bytes is left.
      server.trouble = () => false;
      await downloadModel(NAME, options());
      fs.rmSync(home(), { recursive: true });
    }
  });

  it("refuses a file of another length than listed", async () => {
    for (const [name, length] of [
      ["vocab.txt", 5],
      ["model.safetensors", 100],
    ] as const) {
      server.trouble = (request, response) => {
        if (!request.url!.includes(name)) return false;
        const part = files()[name].subarray(0, length);
        response.writeHead(200, { "Content-Length": part.length }).end(part);
        return true;
      };
      await assert.rejects(
        downloadModel(NAME, options()),
        /5 bytes for 12|other bytes than expected/,
      );
    }
  });

  it("refuses a listing that leads out of its folder, or makes no sense", async () => {
    const wrong: [Record<string, unknown>, RegExp][] = [
      [{ path: "../../evil.json" }, /unsafe path "\.\.\/\.\.\/evil\.json"/],
      [{ path: "/etc/evil.json" }, /unsafe path/],
      [{ path: "a\\..\\evil.json" }, /unsafe path/],
      [{ path: "C:/evil.json" }, /unsafe path/],
      [{ size: -1 }, /config\.json has no size or checksum/],
      [{ oid: "12" }, /has no size or checksum/],
      [{ lfs: { oid: "xyz" } }, /has no size or checksum/],
    ];
    for (const [change, message] of wrong) {
      server.listing = ([first, ...rest]) => [{ ...first, ...change }, ...rest];
      await assert.rejects(downloadModel(NAME, options()), message);
    }
    assert.deepEqual(fs.readdirSync(folder), []);
    server.listing = () => [];
    await assert.rejects(downloadModel(NAME, options()), /no files that could be read here/);
  });

  it("says what is wrong with other answers", async () => {
    await assert.rejects(
      downloadModel("some-one/missing", options()),
      /has no some-one\/missing at main \(404\); is it spelt/,
    );
    server.trouble = (_request, response) => Boolean(response.writeHead(401).end());
    await assert.rejects(
      downloadModel(NAME, options()),
      /isn't there, or may not be read without permission \(401\)/,
    );
    server.trouble = (_request, response) => Boolean(response.writeHead(200).end("<html>"));
    await assert.rejects(downloadModel(NAME, options()), /something that isn't JSON/);
    server.trouble = () => true; // never answers
    await assert.rejects(
      downloadModel(NAME, { ...options(), timeout: 100, retries: 1 }),
      /no answer from http:.* in 0\.1 s/,
    );
  });

  it("tells how far it is, up to the whole", async () => {
    const seen: ModelProgress[] = [];
    await downloadModel(NAME, {
      ...options(),
      onProgress: (progress) => seen.push({ ...progress }),
    });
    const total = 7 + 60_000 + 2 + 12;
    assert.ok(seen.every((progress) => progress.total === total && progress.received <= total));
    seen.slice(1).forEach(({ received }, i) => assert.ok(received >= seen[i]!.received));
    assert.equal(seen[seen.length - 1]!.received, total);
  });

  it("fetches once when asked twice at the same time", async () => {
    const [first, second] = await Promise.all([
      downloadModel(NAME, options()),
      downloadModel(NAME, options()),
    ]);
    assert.equal(first, second);
    assert.equal(server.count("/large/"), 1);
  });

  it("stops when told to, and goes on later", async () => {
    const stop = new AbortController();
    server.trouble = (request, response) => {
      if (!request.url!.includes("/large/")) return false;
      response.writeHead(200, { ETag: '"x"', "Content-Length": WEIGHTS.length });
      response.write(WEIGHTS.subarray(0, 1000), () => setTimeout(() => stop.abort(), 50));
      return true;
    };
    await assert.rejects(downloadModel(NAME, { ...options(), signal: stop.signal }), {
      name: "AbortError",
    });
    server.trouble = () => false;
    await downloadModel(NAME, options());
  });

  it("refuses names that could be paths", async () => {
    for (const name of ["../x", "a/b/c", "a/..", "", "a b", ".x/y", "https://x/y"]) {
      await assert.rejects(downloadModel(name, options()), /name must be "organisation\/model"/);
    }
    await assert.rejects(
      downloadModel(NAME, { ...options(), revision: "../main" }),
      /revision must be/,
    );
    assert.equal(server.requests.length, 0);
  });
});

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => fs.statSync(path.join(folder, file)).isFile())
    .sort();
}
