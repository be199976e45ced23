import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ROOT } from "../browser/chromium";

/** A second repository, as a clone would be, with one short lesson: its own pages, its own runs. */
const COPY = path.join(ROOT, ".cache", `pages-test-${process.pid}`);

describe("npm start without Jupyter", { timeout: 120_000 }, () => {
  let lab: ChildProcess;
  let printed = "";
  let address = "";

  before(async () => {
    fs.mkdirSync(path.join(COPY, "notebooks"), { recursive: true });
    fs.cpSync(path.join(ROOT, "bin"), path.join(COPY, "bin"), { recursive: true });
    fs.cpSync(path.join(ROOT, "src/core"), path.join(COPY, "src/core"), { recursive: true });
    for (const name of ["package.json", "package-lock.json", "tsconfig.json"]) {
      fs.copyFileSync(path.join(ROOT, name), path.join(COPY, name));
    }
    fs.symlinkSync(path.join(ROOT, "node_modules"), path.join(COPY, "node_modules"));
    writeLesson("00-first", ["console.log(6 * 7);"], "stored output");
    writeLesson("01-broken", ['throw new Error("this lesson fails");'], "another");
    lab = spawn(process.execPath, ["bin/lab.mjs", "--no-jupyter", "--no-browser"], { cwd: COPY });
    const listen = (text: Buffer) => (printed += text.toString());
    lab.stdout!.on("data", listen);
    lab.stderr!.on("data", listen);
    address = await until(() => /http:\/\/\S+/.exec(printed)?.[0]);
  });

  after(async () => {
    const ended = new Promise((done) => lab.once("exit", done));
    if (lab.exitCode === null) {
      lab.kill("SIGINT");
      await ended;
    }
    fs.rmSync(COPY, { recursive: true, force: true });
  });

  it("serves the lessons as pages at once, with the outputs they came with", async () => {
    assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/00-first\.html$/);
    assert.match(await (await fetch(address)).text(), /stored output|42/);
  });

  it("runs them without Python, and puts the new results on the pages", async () => {
    await until(() => printed.includes("all lessons have run") || undefined);
    const page = await (await fetch(address)).text();
    assert.match(page, />42\s*</);
    assert.doesNotMatch(page, /stored output<\/pre>/);
    assert.match(printed, /00-first\.ipynb ran in \d+ s/);
  });

  it("says which lesson failed, shows the error on its page, and goes on", async () => {
    assert.match(printed, /01-broken\.ipynb ran, with 1 failed cells/);
    const page = await (await fetch(address.replace("00-first", "01-broken"))).text();
    assert.match(page, /this lesson fails/);
  });

  it("leaves the notebooks as they are", () => {
    const text = fs.readFileSync(path.join(COPY, "notebooks/00-first.ipynb"), "utf8");
    assert.match(text, /stored output/);
  });

  async function until<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      assert.equal(lab.exitCode, null, printed);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
});

function writeLesson(name: string, sources: string[], output: string): void {
  const outputs = [{ output_type: "stream", name: "stdout", text: output }];
  const cells = sources.map((source, i) => ({
    ...{ cell_type: "code", id: `c${i}`, metadata: {}, execution_count: 1, outputs, source },
  }));
  const title = { cell_type: "markdown", id: "title", metadata: {}, source: `# ${name}` };
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [title, ...cells] };
  fs.writeFileSync(path.join(COPY, "notebooks", `${name}.ipynb`), JSON.stringify(notebook));
}
