import { after, describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

interface Cell {
  cell_type: string;
  execution_count: number | null;
  outputs: {
    output_type: string;
    text?: string[];
    data?: unknown;
    evalue?: string;
    name?: string;
  }[];
  source: string[];
}

const ROOT = path.resolve(__dirname, "../..");
const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), "lab-runner-"));

describe("run-notebook", () => {
  after(() => fs.rmSync(FOLDER, { recursive: true }));

  it("writes outputs, counts and displays into the file, without Python", () => {
    const file = notebook([
      'console.log("one"); console.log("two");',
      "",
      '(process as any)[Symbol.for("embedding-lab.notebook-host")].display({ "text/html": "<b>x\\ny</b>" });',
      "[1, 2].map((n) => n * 2)",
    ]);
    const { status, stdout } = run(file, { PATH: path.dirname(process.execPath) });
    assert.equal(status, 0, stdout);
    const cells = read(file);
    assert.deepEqual(
      cells.map((cell) => cell.execution_count),
      [1, null, 2, 3],
    );
    assert.deepEqual(cells[0]!.outputs, [
      { output_type: "stream", name: "stdout", text: ["one\n", "two\n"] },
    ]);
    assert.deepEqual(cells[2]!.outputs[0]!.data, { "text/html": ["<b>x\n", "y</b>"] });
    assert.deepEqual(cells[3]!.outputs[0]!.data, { "text/plain": ["[ 2, 4 ]"] });
  });

  it("shows a figure or a tensor that is a cell's last expression", () => {
    const file = notebook([
      'import * as tf from "./src/core/tf";\nimport { bars } from "./src/figures/bars";\n' +
        'import { show } from "./src/figures/show";\n' +
        'import { startLab } from "./src/engine/lab";\nawait startLab({ backend: "cpu", quiet: true });',
      'bars([1, 2], ["a", "b"], { title: "Two" })',
      "tf.tensor2d([[1, 2], [3, 4]])",
    ]);
    const { status, stdout } = run(file);
    assert.equal(status, 0, stdout);
    const [, figure, tensor] = read(file).map(({ outputs }) => outputs[0]);
    assert.equal(figure!.output_type, "execute_result");
    assert.ok(Object.keys(figure!.data as object).includes("application/vnd.plotly.v1+json"));
    const { "text/plain": text } = tensor!.data as { "text/plain": string[] };
    assert.match(text.join(""), /\[2, 2\][^]*3 +4/);
  });

  it("knows names of earlier cells in the short form of a property", () => {
    const file = notebook([
      "const words = [1]; let size = 2;",
      "console.log(JSON.stringify([{ words }, [3].map((words) => ({ words, size }))]));",
      "({ size } = { size: 7 }); console.log(size);",
      "({ size = 9 } = {} as { size?: number }); console.log(size);",
    ]);
    const { status, stdout } = run(file);
    assert.equal(status, 0, stdout);
    const printed = read(file).flatMap(({ outputs }) => outputs.flatMap(({ text }) => text!));
    assert.deepEqual(printed, ['[{"words":[1]},[{"words":3,"size":2}]]\n', "7\n", "9\n"]);
  });

  it("prints the time of every cell", () => {
    const { stdout } = run(notebook(["await new Promise((done) => setTimeout(done, 300));"]));
    const seconds = Number(/✓ cell 1 {2}([\d.]+) s/.exec(stdout)?.[1]);
    assert.ok(seconds >= 0.3 && seconds < 30, stdout);
  });

  it("ends with 1 at the first error, keeps it in the file and runs no cell behind it", () => {
    const file = notebook(["const a = 1;", 'throw new RangeError("too far");', "console.log(a);"]);
    const { status, stdout } = run(file);
    assert.equal(status, 1);
    assert.match(stdout, /RangeError: too far\n\s+at cell 2:1:7/);
    const cells = read(file);
    assert.equal(cells[1]!.outputs[0]!.evalue, "too far");
    assert.deepEqual(cells[2]!.outputs, []);
  });

  it("goes on behind an error when told to, and still ends with 1", () => {
    const file = notebook(['throw new Error("x");', 'console.log("after");']);
    assert.equal(run(file, {}, "--keep-going").status, 1);
    assert.deepEqual(read(file)[1]!.outputs[0]!.text, ["after\n"]);
  });

  it("ends with 1 on a rejection that nobody caught", () => {
    const { status, stdout } = run(notebook(['void Promise.reject(new Error("lost"));']));
    assert.equal(status, 1);
    assert.match(stdout, /Error: lost/);
  });

  it("ends a cell that never ends, synchronous or not", () => {
    for (const code of ["for (;;);", "await new Promise(() => setInterval(() => {}, 1000));"]) {
      const file = notebook([code]);
      const { status, stdout } = run(file, {}, "--timeout", "2");
      assert.equal(status, 1);
      assert.match(stdout, /took longer than the 2 s/);
      assert.match(read(file)[0]!.outputs[0]!.evalue!, /took longer than the 2 s/);
    }
  });

  it("says which cell ended the process", () => {
    const { status, stdout } = run(notebook(["const a = 1;", "process.exit(0);"]));
    assert.equal(status, 1);
    assert.match(stdout, /✗ cell 2[^]*ended the whole process \(exit code 0\)/);
  });

  it("leaves the file as it is with --check", () => {
    const file = notebook(["console.log(1);"]);
    const before = fs.readFileSync(file, "utf8");
    assert.equal(run(file, {}, "--check").status, 0);
    assert.equal(fs.readFileSync(file, "utf8"), before);
  });

  it("refuses a broken notebook by name, says what to do, and leaves it alone", () => {
    const file = path.join(FOLDER, "broken.ipynb");
    for (const text of [
      '{"cells": [',
      '{"nbformat": 3, "worksheets": []}',
      '{"nbformat":4,"cells":[{}]}',
    ]) {
      fs.writeFileSync(file, text);
      const { status, stderr } = run(file);
      assert.equal(status, 2);
      assert.match(stderr, /broken\.ipynb: .*git checkout/);
      assert.equal(fs.readFileSync(file, "utf8"), text);
    }
    assert.match(
      run(path.join(FOLDER, "none.ipynb")).stderr,
      /none\.ipynb: cannot be read \(ENOENT\)/,
    );
  });

  it("gives a notebook the back end it is told", () => {
    const file = notebook(["console.log(process.env.LAB_BACKEND);"]);
    run(file, {}, "--backend", "cpu");
    assert.deepEqual(read(file)[0]!.outputs[0]!.text, ["cpu\n"]);
  });
});

let made = 0;

function notebook(sources: string[]): string {
  const cells = sources.map((source, i) => ({
    ...{ cell_type: "code", id: `c${i}`, metadata: {}, execution_count: null },
    ...{ outputs: [], source },
  }));
  const file = path.join(FOLDER, `${++made}.ipynb`);
  fs.writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  return file;
}

function run(file: string, env: Record<string, string> = {}, ...options: string[]) {
  const args = [path.join(ROOT, "bin/run-notebook.cjs"), ...options, file];
  return spawnSync(process.execPath, args, { encoding: "utf8", env: { ...process.env, ...env } });
}

function read(file: string): Cell[] {
  return (JSON.parse(fs.readFileSync(file, "utf8")) as { cells: Cell[] }).cells;
}
