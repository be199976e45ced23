import { afterEach, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { checkCalls, gradeNotebook, gradeText } from "../../src/exercises/grade";
import type { NotebookRun, NotebookRunner, RunnerOptions } from "../../src/exercises/grade";
import { updateProgress } from "../../src/exercises/progress-file";
import { startStandIn } from "./notebook-stand-in";
import type { StandIn } from "./notebook-stand-in";

let place: StandIn;
beforeEach(() => (place = startStandIn()));
afterEach(() => place.restore());

describe("checkCalls", () => {
  it("finds each exercise once, in code cells, and not where it is commented out", () => {
    const cells = [
      { cell_type: "markdown", source: 'call check("01.idf", idf)' },
      {
        cell_type: "code",
        source: '// await check("01.rank", rank);\nawait check("01.idf", idf);',
      },
      { cell_type: "code", source: "await check(\n  '01.cosine',\n  cosine);" },
      { cell_type: "code", source: 'await check("01.idf", idf); recheck("01.bigrams")' },
    ];
    assert.deepEqual(checkCalls(cells), [
      { id: "01.idf", index: 1 },
      { id: "01.cosine", index: 2 },
    ]);
  });
});

describe("gradeNotebook", () => {
  it("runs the notebook for real: solved, in part, untouched, mistyped, endless", () => {
    const file = notebookFile([
      'import { check, yourTurn } from "./src/exercises/check";',
      'await check("00.vector-length", (v) => Math.hypot(...v));',
      'await check("01.term-frequency", (word, words) => words.filter((w) => w === word).length);',
      'await check("01.idf", (word, documents) => yourTurn());',
      'await check("01.bigrams", (words: number) => []);',
      'await check("01.rank", (scores, k) => { while (true) {} });',
      'await check("01.cosine", (a, b) => 0);',
    ]);
    const before = fs.readFileSync(file, "utf8");
    const args = ["--import", "tsx", "bin/grade.mjs", "--timeout", "20", file];
    const cwd = path.resolve(__dirname, "../..");
    // tsx loads its sources from data: addresses there, which the coverage report can't place.
    const env = { ...process.env, NODE_V8_COVERAGE: "" };
    const options = { cwd, env, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options);
    assert.equal(stderr.replace(/^npm warn.*\n/gm, ""), "");
    assert.equal(status, 1);
    assert.match(stdout, /10 of 10 {2}00\.vector-length +solved\n/);
    assert.match(
      stdout,
      /2\.3 of 10 {2}01\.term-frequency +in part\n.*\n +Hint: you returned the /,
    );
    assert.match(stdout, /0 of 10 {2}01\.idf +not solved\n.*not been replaced/);
    assert.match(stdout, /0 of 10 {2}01\.bigrams +not solved\n +TypeScript: .*number/);
    assert.match(stdout, /0 of 10 {2}01\.rank +not solved\n +TimeOut: /);
    assert.match(stdout, /0 of 10 {2}01\.cosine +not run\n/);
    assert.match(stdout, /12\.3 of 60 {2}together\n$/);
    assert.equal(fs.readFileSync(file, "utf8"), before);
    assert.equal(fs.existsSync(place.progressFile), false); // the learner's own file
  });

  it("counts only what this run stored, and asks the runner to go on and to keep time", async () => {
    updateProgress(({ exercises }) => {
      exercises["01.idf"] = { state: "solved", points: 10, attempts: 1, at: "" };
    });
    let asked: RunnerOptions | undefined;
    const grade = await gradeNotebook("n.ipynb", {
      run: async (_, options) => {
        asked = options;
        return run(['check("01.idf", idf)'], [{ index: 0 }]);
      },
      timeout: 7,
    });
    assert.deepEqual([asked?.keepGoing, asked?.timeout], [true, 7]);
    assert.deepEqual([grade.points, grade.maxPoints, grade.rows[0]!.state], [0, 10, "not solved"]);
    assert.equal(fs.existsSync(path.dirname(asked!.env.LAB_PROGRESS!)), false); // tidied up
  });

  it("lists an exercise that the lab doesn't have, without points", async () => {
    const runner: NotebookRunner = async () => run(['check("01.idff", f)'], []);
    const { rows, maxPoints } = await gradeNotebook("n.ipynb", { run: runner });
    assert.deepEqual([rows[0]!.state, maxPoints], ["unknown exercise", 0]);
  });

  it("refuses a notebook that checks nothing", async () => {
    const runner: NotebookRunner = async () => run(["1 + 1"], [{ index: 0 }]);
    await assert.rejects(gradeNotebook("n.ipynb", { run: runner }), {
      name: "RangeError",
      message: 'gradeNotebook: no cell of n.ipynb calls check("…"): nothing to grade',
    });
  });
});

describe("gradeText", () => {
  it("puts points, exercise and state on a line, and the reason below", () => {
    const row = { id: "01.idf", title: "", cell: 3, points: 2.5, maxPoints: 10 };
    const rows = [{ ...row, state: "in part" as const, reason: "one\ntwo" }];
    const lines = gradeText({ rows, points: 2.5, maxPoints: 10 }).split("\n");
    assert.deepEqual(lines, [
      " 2.5 of 10  01.idf  in part",
      "            one",
      "            two",
      " 2.5 of 10  together",
    ]);
  });
});

function run(sources: string[], cells: NotebookRun["cells"]): NotebookRun {
  const notebookCells = sources.map((source) => ({ cell_type: "code", source }));
  return { notebook: { cells: notebookCells }, cells };
}

function notebookFile(sources: string[]): string {
  const cells = sources.map((source) => ({
    ...{ cell_type: "code", execution_count: null, metadata: {}, outputs: [] },
    source,
  }));
  const file = path.join(place.folder, "exercises.ipynb");
  fs.writeFileSync(file, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  return file;
}
