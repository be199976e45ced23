import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

/** Which folders of src/ stand on which: a folder may import those with a lower number. */
const LAYERS: Record<string, number> = {
  ...{ core: 0, engine: 1 },
  ...{ similarity: 2, text: 2, data: 2 },
  ...{ vectorizers: 3, "word-vectors": 3, tokenizers: 3, bert: 3, losses: 3, recurrent: 3 },
  ...{ search: 3, sampling: 3, evaluation: 3 },
  ...{ training: 4, "sentence-encoder": 5, "cross-encoder": 5, "dual-encoder": 6 },
  ...{ rag: 7, figures: 8, exercises: 9 },
};
const MAX_LINES = 300;
const MAX_COLUMNS = 100;
const FORBIDDEN_NAMES = /^(utils?|helpers?|common|misc)\.ts$/;

const ROOT = path.resolve(__dirname, "..");
const SOURCES = filesUnder("src").filter((file) => file.endsWith(".ts"));

describe("the house", () => {
  it("has sources to look at", () => {
    assert.ok(SOURCES.length > 10, `found ${SOURCES.length} files`);
  });

  it("imports go down the layers only", () => {
    const wrong: string[] = [];
    for (const file of SOURCES) {
      const own = folderOf(file);
      assert.ok(own in LAYERS, `src/${own} has no layer: add it to LAYERS`);
      for (const imported of projectImports(file)) {
        const other = folderOf(imported);
        if (other === own || LAYERS[other]! < LAYERS[own]!) continue;
        wrong.push(`${file} imports ${imported}`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it("no files import each other in a circle", () => {
    assert.deepEqual(findCycle(), undefined);
  });

  it("every import names a file, never a folder", () => {
    const wrong = SOURCES.flatMap((file) =>
      projectImports(file)
        .filter((imported) => !fs.existsSync(path.join(ROOT, imported)))
        .map((imported) => `${file} imports ${imported}`),
    );
    assert.deepEqual(wrong, []);
  });

  it("only the files made for it name tfjs, back ends, danfojs or tslab", () => {
    const owners: [RegExp, RegExp][] = [
      [/^@tensorflow\/tfjs-core/, /^src\/core\/tf\.ts$/],
      [/^@tensorflow\/|^webgpu$|^onnxruntime/, /^src\/(engine\/|core\/tf\.ts)/],
      [/^danfojs|^tslab|^plotly/, /^$/],
      [/^yauzl/, /^src\/data\/zip\.ts$/],
      // Documents are parsed by src/rag/parsers/*.mjs, in a process of their own.
      [/^marked|^parse5|^pdfjs-dist/, /^$/],
      [/^@lancedb|^apache-arrow/, /^src\/search\/lance-table\.ts$/],
      [/^pg$/, /^src\/search\/postgres-(store|tables)\.ts$/],
    ];
    const wrong: string[] = [];
    for (const file of SOURCES) {
      for (const name of packageImports(file)) {
        for (const [packages, allowed] of owners) {
          if (packages.test(name) && !allowed.test(file)) wrong.push(`${file} imports ${name}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it(`no file is longer than ${MAX_LINES} lines or wider than ${MAX_COLUMNS} columns`, () => {
    const wrong = SOURCES.flatMap((file) => {
      const lines = read(file).trimEnd().split("\n");
      const tooWide = lines.findIndex((line) => line.length > MAX_COLUMNS);
      return [
        ...(lines.length > MAX_LINES ? [`${file}: ${lines.length} lines`] : []),
        ...(tooWide >= 0 ? [`${file}:${tooWide + 1}: ${lines[tooWide]!.length} columns`] : []),
      ];
    });
    assert.deepEqual(wrong, []);
  });

  it("every file begins by saying what it is for", () => {
    const wrong = SOURCES.filter((file) => !read(file).startsWith("/**"));
    assert.deepEqual(wrong, []);
  });

  it("no file has a name that says nothing, nor spaces or capitals in it", () => {
    const wrong = SOURCES.filter((file) => {
      const name = path.basename(file);
      return FORBIDDEN_NAMES.test(name) || !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name);
    });
    assert.deepEqual(wrong, []);
  });
});

function filesUnder(folder: string): string[] {
  return fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((file) => path.join(folder, file).replaceAll("\\", "/"))
    .sort();
}

function read(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), "utf8");
}

function folderOf(file: string): string {
  return file.split("/")[1]!;
}

function importsOf(file: string): string[] {
  const code = read(file).replace(/\/\*[\s\S]*?\*\//g, "");
  const pattern = /(?:\bfrom|\bimport|\brequire\(|\bimport\()\s*["']([^"']+)["']/g;
  return [...code.matchAll(pattern)].map((match) => match[1]!);
}

function projectImports(file: string): string[] {
  return importsOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => {
      const target = path.posix.join(path.posix.dirname(file), name);
      return target.endsWith(".json") ? target : `${target}.ts`;
    });
}

function packageImports(file: string): string[] {
  return importsOf(file).filter((name) => !name.startsWith("."));
}

/** The files along the first circle found, or undefined. */
function findCycle(): string[] | undefined {
  const finished = new Set<string>();
  const visit = (file: string, trail: string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    for (const imported of projectImports(file)) {
      const cycle = fs.existsSync(path.join(ROOT, imported)) && visit(imported, [...trail, file]);
      if (cycle) return cycle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of SOURCES) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
