import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "node:test";
import { compareDatasets, writeDatasets } from "../../datasets/generators/build";
import { DATASETS_FOLDER, loadManifest } from "../../src/data/manifest";

describe("compareDatasets", () => {
  it("finds the data sets of the repository as the generators write them", async () => {
    assert.deepEqual(await compareDatasets(DATASETS_FOLDER), []);
  });
  it("names a file that differs", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "build-test-"));
    try {
      await writeDatasets(folder);
      appendFileSync(path.join(folder, "homonyms/homonyms.jsonl"), "\n");
      const differences = await compareDatasets(folder);
      assert.equal(differences.length, 1);
      assert.match(differences[0]!, /homonyms\.jsonl has changed/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the manifest", () => {
  it("gives every data set a licence, a version, a generator and files with rows", async () => {
    for (const { name, licence, version, generator, files } of (await loadManifest()).datasets) {
      assert.equal(licence, "MIT", name);
      assert.match(version, /^\d+\.\d+\.\d+$/);
      assert.match(generator, /^datasets\/generators\/.*\.ts$/);
      assert.ok(files.every(({ rows, bytes }) => rows > 0 && bytes > 0));
    }
  });
});
