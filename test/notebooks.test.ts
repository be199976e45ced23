import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

interface Output {
  output_type: string;
  name?: string;
  text?: string[];
  data?: Record<string, string[]>;
}

interface Cell {
  cell_type: string;
  id: string;
  source: string[];
  metadata: { tags?: string[] };
  execution_count: number | null;
  outputs: Output[];
}

interface Notebook {
  cells: Cell[];
  metadata: { kernelspec: { name: string } };
}

const ROOT = path.resolve(__dirname, "..");
const FOLDER = path.join(ROOT, "notebooks");
const NOTEBOOKS = fs.readdirSync(FOLDER).filter((name) => name.endsWith(".ipynb"));
const MAX_CELL_LINES = 15;
const MAX_COLUMNS = 100;
const MAX_SECONDS = 120;
const MAX_BYTES = 2_000_000;
/** What the kernel's compiler can't take at the top of a cell. */
const UNSUPPORTED_AWAIT = /^(?:[^\n]*=\s*)?await\s*[([]|^for\s+await\b/m;

describe("the notebooks", () => {
  it("are there", () => assert.ok(NOTEBOOKS.length > 0));
});

for (const name of NOTEBOOKS) {
  describe(`notebooks/${name}`, () => {
    const file = path.join(FOLDER, name);
    const notebook = read(file);
    const code = notebook.cells.filter((cell) => cell.cell_type === "code");

    it("is for the lab's kernel, and small enough for a repository", () => {
      assert.equal(notebook.metadata.kernelspec.name, "embedding-lab");
      assert.ok(fs.statSync(file).size < MAX_BYTES);
    });

    it("has short cells, each with an id of its own", () => {
      assert.equal(new Set(notebook.cells.map(({ id }) => id)).size, notebook.cells.length);
      for (const { id, source } of code) {
        assert.ok(source.length <= MAX_CELL_LINES, `${id}: ${source.length} lines`);
        const wide = source.find((line) => line.trimEnd().length > MAX_COLUMNS);
        assert.equal(wide, undefined, `${id}: too wide`);
        assert.doesNotMatch(source.join(""), UNSUPPORTED_AWAIT, id);
      }
    });

    it("comes with the outputs of one run from top to bottom, without a complaint", () => {
      assert.deepEqual(
        code.map((cell) => cell.execution_count),
        code.map((_, i) => i + 1),
      );
      assert.deepEqual(complaints(code), []);
    });

    it("runs again, in time, and gives the same results", { timeout: 300_000 }, () => {
      const again = runAgain(file);
      const codeAgain = again.cells.filter((cell) => cell.cell_type === "code");
      assert.deepEqual(complaints(codeAgain), []);
      for (const [i, cell] of codeAgain.entries()) {
        // What depends on the machine (its device, its speed, who learns on it) says so by a tag.
        if (cell.metadata.tags?.includes("varies")) continue;
        assertSame(asText(cell), asText(code[i]!), `cell ${cell.id}: ${cell.source[0]}`);
      }
    });
  });
}

function read(file: string): Notebook {
  return JSON.parse(fs.readFileSync(file, "utf8")) as Notebook;
}

function complaints(cells: Cell[]): string[] {
  return cells.flatMap(({ id, outputs }) =>
    outputs
      .filter(({ output_type: type, name }) => type === "error" || name === "stderr")
      .map(({ text = [] }) => `${id}: ${text.join("")}`),
  );
}

/** What a cell shows, as plain text: pictures may differ by a pixel, numbers may not. */
function asText({ outputs }: Cell): string[] {
  return outputs.map(({ text, data }) => (text ?? data?.["text/plain"] ?? []).join(""));
}

/**
 * Processors add up in different orders, so a fraction may end in another digit. Whole numbers,
 * and everything between the numbers but the spaces of a column, must be equal.
 */
function assertSame(actual: readonly string[], expected: readonly string[], message: string): void {
  const number = /-?\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?/g;
  const withoutNumbers = (texts: readonly string[]) =>
    texts.map((text) => text.replace(number, "#").replace(/ +/g, " "));
  assert.deepEqual(withoutNumbers(actual), withoutNumbers(expected), message);
  const wanted = expected.join("\n").match(number) ?? [];
  for (const [i, text] of (actual.join("\n").match(number) ?? []).entries()) {
    const [x, y] = [text, wanted[i]!].map((written) => Number(written.replaceAll(",", "")));
    const isClose = Math.abs(x! - y!) <= lastDigit(wanted[i]!) + 1e-3 * Math.abs(y! % 1);
    assert.ok(isClose, `${message}: ${text}, expected ${wanted[i]}`);
  }
}

/** 0.01 for 3.14, 0 for 3; a millionth for what is written as 2e-7. */
function lastDigit(written: string): number {
  if (written.includes("e")) return 1e-6;
  const digits = written.split(".")[1]?.length;
  return digits === undefined ? 0 : 1.01 * 10 ** -digits;
}

function runAgain(file: string): Notebook {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lab-notebooks-"));
  try {
    const output = path.join(folder, "again.ipynb");
    const began = performance.now();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(ROOT, "bin/run-notebook.cjs"), "--output", output, file],
      {
        encoding: "utf8",
        env: { ...process.env, LAB_PROGRESS: path.join(folder, "progress.json") },
      },
    );
    const seconds = (performance.now() - began) / 1000;
    assert.equal(status, 0, stdout + stderr);
    assert.ok(seconds < MAX_SECONDS, `took ${seconds.toFixed(0)} s`);
    return read(output);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
