import { after, describe, it } from "node:test";
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeFolderWhole } from "../../src/core/write-folder";

const HOME = mkdtempSync(path.join(tmpdir(), "lab-folder-"));
after(() => rmSync(HOME, { recursive: true }));
const options = { caller: "save", marker: "a.txt" };
const put = (name: string, text: string) => (folder: string) =>
  writeFile(path.join(folder, name), text);

describe("writeFolderWhole", () => {
  it("shows nothing under the folder's name before all of it is written", async () => {
    const target = path.join(HOME, "new", "deep");
    await writeFolderWhole(
      target,
      async (folder) => {
        await put("a.txt", "one")(folder);
        assert.ok(!existsSync(target));
      },
      options,
    );
    assert.equal(readFileSync(path.join(target, "a.txt"), "utf8"), "one");
    assert.deepEqual(readdirSync(path.dirname(target)), ["deep"]);
  });

  it("replaces a folder with the marker as a whole, an empty one too", async () => {
    const target = path.join(HOME, "replaced");
    mkdirSync(target);
    await writeFolderWhole(target, put("a.txt", "one"), options);
    await writeFolderWhole(target, put("b.txt", "two"), options);
    assert.deepEqual(readdirSync(target), ["b.txt"]);
    await assert.rejects(
      writeFolderWhole(target, put("c.txt", "three"), options),
      /save: folder must be new, empty or hold a model \(a\.txt\).*with b\.txt/,
    );
    assert.deepEqual(readdirSync(target), ["b.txt"]);
  });

  it("leaves the old folder and nothing else when writing fails", async () => {
    const target = path.join(HOME, "kept");
    await writeFolderWhole(target, put("a.txt", "one"), options);
    const failing = async (folder: string) => {
      await put("a.txt", "two")(folder);
      throw new Error("disk full");
    };
    await assert.rejects(writeFolderWhole(target, failing, options), /disk full/);
    assert.equal(readFileSync(path.join(target, "a.txt"), "utf8"), "one");
    assert.deepEqual(
      readdirSync(HOME).filter((name) => name.includes("tmp")),
      [],
    );
    await assert.rejects(
      writeFolderWhole("", failing, options),
      /save: folder must be a path, got ""/,
    );
  });
});
