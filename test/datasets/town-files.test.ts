import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { datasetFolder } from "../../src/data/dataset-folder";
import { loadDataset } from "../../src/data/datasets";
import { readDocument } from "../../src/rag/read-document";

/** Without what formats differ in: capitals of titles, and where lines end. */
const plain = (text: string) => text.replace(/\s+/g, " ").trim();

describe("datasetFolder", () => {
  it("gives the folder of the town's files, of four formats", async () => {
    const names = readdirSync(await datasetFolder("town-files"));
    const endings = new Set(names.map((name) => path.extname(name)));
    assert.equal(names.length, 18);
    assert.deepEqual([...endings].sort(), [".html", ".md", ".pdf", ".txt"]);
  });
  it("says what it got when the name is wrong", async () => {
    await assert.rejects(datasetFolder("town" as never), /must be one of town-files, got "town"/);
  });
});

describe("the town's files", () => {
  it("hold every passage, word for word, and below its title where the format has headings", async () => {
    const folder = await datasetFolder("town-files");
    const { passages } = await loadDataset("town");
    for (const name of readdirSync(folder)) {
      const { blocks } = await readDocument(path.join(folder, name));
      const own = passages.filter(({ chapter }) => chapter === path.parse(name).name);
      assert.ok(own.length > 0, name);
      const hasHeadings = !name.endsWith(".txt");
      const read = blocks.map(({ text, headings }) => [plain(text), headings.at(-1)]);
      for (const { text, title } of own) {
        const found = read.find(([block]) => block === plain(text));
        assert.ok(found, `${name}: ${title}`);
        if (hasHeadings) assert.equal(found[1], title, name);
      }
    }
  });
  it("have one page with words that aren't shown", async () => {
    const folder = await datasetFolder("town-files");
    const { blocks, hiddenCharacters } = await readDocument(path.join(folder, "inns.html"));
    assert.ok(hiddenCharacters > 50);
    assert.ok(!blocks.some(({ text }) => text.includes("every assistant")));
  });
});
