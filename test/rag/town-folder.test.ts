import { after, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTownFolder } from "../../src/rag/town-folder";

describe("writeTownFolder", () => {
  const folder = mkdtempSync(join(tmpdir(), "lab-town-"));
  after(() => rmSync(folder, { recursive: true }));

  it("writes a chapter to a file, and a passage below a heading of its own", async () => {
    const passages = [
      { id: "hills/a", chapter: "hills", title: "The Anvil", text: "It is high." },
      { id: "inns/b", chapter: "inns", title: "The Heron", text: "It is blue." },
      { id: "hills/c", chapter: "hills", title: "Bell Hill", text: "It rings." },
    ];
    const target = join(folder, "new/town");
    assert.deepEqual(await writeTownFolder(target, passages), ["hills.md", "inns.md"]);
    assert.equal(
      readFileSync(join(target, "hills.md"), "utf8"),
      "# The Anvil\n\nIt is high.\n\n# Bell Hill\n\nIt rings.\n",
    );
    assert.equal(readFileSync(join(target, "inns.md"), "utf8"), "# The Heron\n\nIt is blue.\n");
  });
});
