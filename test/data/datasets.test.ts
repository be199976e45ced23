import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { loadDataset, type DatasetName } from "../../src/data/datasets";
import { DATASETS_FOLDER, loadManifest, sha256, type Manifest } from "../../src/data/manifest";

describe("loadDataset", () => {
  let folder: string;
  const file = (name: string) => path.join(folder, name);

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "datasets-test-"));
    cpSync(path.join(DATASETS_FOLDER, "topics"), file("topics"), { recursive: true });
    cpSync(path.join(DATASETS_FOLDER, "manifest.json"), file("manifest.json"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("reads what is there", async () => {
    const { train } = await loadDataset("topics", { folder });
    assert.equal(train[0]!.id, "train-001");
  });

  it("names a file in which one letter has changed", async () => {
    const text = readFileSync(file("topics/test.jsonl"), "utf8");
    writeFileSync(file("topics/test.jsonl"), text.replace("e", "E"));
    await assert.rejects(
      loadDataset("topics", { folder }),
      /datasets\/topics\/test\.jsonl has changed \(SHA-256 .*npm run datasets/,
    );
  });

  it("names a file that is cut short, with both sizes", async () => {
    const text = readFileSync(file("topics/train.jsonl"));
    writeFileSync(file("topics/train.jsonl"), text.subarray(0, 1000));
    await assert.rejects(loadDataset("topics", { folder }), /1000 bytes not \d{5}/);
  });

  it("names a file that is missing and says what to do", async () => {
    rmSync(file("topics/train.jsonl"));
    await assert.rejects(
      loadDataset("topics", { folder }),
      /datasets\/topics\/train\.jsonl is missing; run "npm run datasets"/,
    );
  });

  it("names a missing and a damaged manifest", async () => {
    writeFileSync(file("manifest.json"), '{"datasets": ');
    await assert.rejects(loadDataset("topics", { folder }), /manifest\.json is damaged/);
    rmSync(file("manifest.json"));
    await assert.rejects(loadDataset("topics", { folder }), /manifest\.json \(ENOENT\)/);
  });

  it("names the row where the file is as the manifest says, but a row is wrong", async () => {
    const good = readFileSync(file("topics/test.jsonl"), "utf8");
    const bad = good.replace(/^(.*\n.*"topic":)"\w+"/, '$1"chess"');
    writeFileSync(file("topics/test.jsonl"), bad);
    const manifest: Manifest = await loadManifest(folder);
    const entry = manifest.datasets.flatMap(({ files }) => files).find((f) => /test/.test(f.path))!;
    entry.sha256 = sha256(bad);
    writeFileSync(file("manifest.json"), JSON.stringify(manifest));
    await assert.rejects(
      loadDataset("topics", { folder }),
      /datasets\/topics\/test\.jsonl:2: "topic" must be one of space, .*got "chess"/,
    );
  });

  it("lists the names when it does not know one", async () => {
    await assert.rejects(
      loadDataset("toppics" as DatasetName),
      /loadDataset: name must be one of topics, .*got "toppics"/,
    );
  });
});
