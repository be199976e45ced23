import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { writeFileWhole } from "../../src/core/write-file";

const folder = mkdtempSync(path.join(tmpdir(), "write-file-"));
after(() => rmSync(folder, { recursive: true }));

describe("writeFileWhole", () => {
  it("writes text and bytes one after another", async () => {
    const file = path.join(folder, "pieces");
    await writeFileWhole(file, ["é", Uint8Array.of(0, 255), "", "b"]);
    assert.deepEqual([...readFileSync(file)], [0xc3, 0xa9, 0, 255, 98]);
  });
  it("leaves the old file, and nothing else, when a piece can't be made", async () => {
    const file = path.join(folder, "kept");
    writeFileSync(file, "old");
    async function* pieces() {
      yield "new";
      // Half of the new file is on disk by now, under another name.
      assert.equal(readFileSync(file, "utf8"), "old");
      assert.equal(readdirSync(folder).filter((name) => name.startsWith("kept.")).length, 1);
      throw new Error("no more");
    }
    await assert.rejects(writeFileWhole(file, pieces()), /no more/);
    assert.equal(readFileSync(file, "utf8"), "old");
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith("kept")),
      ["kept"],
    );
  });
  it("says where there is no folder to write to", async () => {
    await assert.rejects(writeFileWhole(path.join(folder, "none", "x"), ["a"]), /ENOENT.*none/);
  });
});
