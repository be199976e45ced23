/**
 * The whole way of a user, with the real Jupyter: npm start, a lesson run in the browser, the same
 * lesson run and exported by nbconvert.
 */
import { after, before, describe, it } from "node:test";
import type { TestContext } from "node:test";
import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { ROOT, TestBrowser, importBin } from "../browser/chromium";

interface Jupyter {
  command: string;
  isLab: boolean;
  name: string;
}

interface FindJupyter {
  existingJupyter(): Jupyter | undefined;
  findJupyter(options: { yes: boolean }): Promise<{ jupyter?: Jupyter; reasons: string[] }>;
}

interface KernelSpec {
  jupyterEnvironment(): Record<string, string>;
  writeKernelSpec(): void;
}

interface SavedNotebook {
  cells: { cell_type: string; outputs?: { output_type: string; evalue?: string }[] }[];
}

const LESSON = "01-bag-of-words";
const FIGURES = 9;
const SCRATCH = path.join(ROOT, ".cache", `jupyter-test-${process.pid}`);

describe("the lab in Jupyter", { timeout: 400_000 }, () => {
  const browser = new TestBrowser();
  let jupyter: Jupyter | undefined;
  let lab: ChildProcess | undefined;
  let address = "";
  let seconds = 0;

  before(async () => {
    fs.mkdirSync(SCRATCH, { recursive: true });
    await browser.start();
    const { existingJupyter, findJupyter } = await importBin<FindJupyter>("lab/find-jupyter.mjs");
    jupyter = existingJupyter();
    if (!jupyter && process.env.LAB_REQUIRE_JUPYTER === "1") {
      const found = await findJupyter({ yes: true });
      assert.ok(found.jupyter, found.reasons.join("; "));
      jupyter = found.jupyter;
    }
  });

  after(async () => {
    await browser.stop();
    if (lab && lab.exitCode === null) {
      const ended = new Promise((done) => lab!.once("exit", done));
      lab.kill("SIGTERM");
      await ended;
    }
    fs.rmSync(SCRATCH, { recursive: true, force: true });
  });

  it("opens with npm start and prints its address", async (t) => {
    if (skipWithoutJupyter(t)) return;
    const began = performance.now();
    lab = spawn(process.execPath, ["bin/lab.mjs", "--no-browser", "--lesson", "01"], { cwd: ROOT });
    address = await addressFrom(lab);
    seconds = (performance.now() - began) / 1000;
    t.diagnostic(`${jupyter!.name}: served after ${seconds.toFixed(1)} s`);
    assert.equal((await fetch(address)).status, 200);
    assert.match(address, new RegExp(`^http://127\\.0\\.0\\.1:\\d+/.*${LESSON}\\.ipynb\\?token=`));
    // A stranger is sent to the login page, or refused.
    const { status, url } = await fetch(address.replace(/token=\w+/, "token=wrong"));
    assert.ok(
      status === 403 || /\/login\b/.test(url),
      `let in without the token: ${status} ${url}`,
    );
  });

  it("runs a whole lesson in the browser, figures and all", async (t) => {
    if (skipWithoutJupyter(t)) return;
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const watched = await browser.openUrl(address, { viewport: { width: 1200, height: 1000 } });
    try {
      await (jupyter!.isLab ? runAllInLab(watched.page) : runAllInNotebook6(watched.page));
      const strangers = watched.requests.filter(
        (url) => /^https?:/.test(url) && !url.startsWith("http://127.0.0.1"),
      );
      assert.deepEqual(strangers, [], "nothing is asked of the network");
    } finally {
      await watched.close();
    }
  });

  it("runs a lesson under nbconvert, and its export draws every figure offline", async (t) => {
    if (skipWithoutJupyter(t)) return;
    const executed = path.join(SCRATCH, `${LESSON}.ipynb`);
    await nbconvert(["--to", "notebook", "--execute", "--output", executed], LESSON);
    const { cells } = JSON.parse(fs.readFileSync(executed, "utf8")) as SavedNotebook;
    const outputs = cells.flatMap((cell) => cell.outputs ?? []);
    assert.deepEqual(
      outputs.filter((output) => output.output_type === "error"),
      [],
    );
    assert.ok(outputs.length > 40, `${outputs.length} outputs`);

    const html = path.join(SCRATCH, `${LESSON}.html`);
    await nbconvert(["--to", "html", "--output", html], executed);
    assert.ok(fs.statSync(html).size < 3_000_000, "no copy of plotly.js inside");
    fs.copyFileSync(
      path.join(ROOT, "node_modules/plotly.js-dist-min/plotly.min.js"),
      path.join(SCRATCH, "plotly.min.js"),
    );
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const watched = await browser.openFile(html);
    try {
      await scrollUntilFiguresDraw(watched.page);
    } finally {
      await watched.close();
    }
  });

  it("ends with its Jupyter when it is stopped", async (t) => {
    if (skipWithoutJupyter(t)) return;
    const ended = new Promise((done) => lab!.once("exit", done));
    lab!.kill("SIGINT");
    await ended;
    await assert.rejects(fetch(address), "the server is gone");
  });

  function skipWithoutJupyter(t: TestContext): boolean {
    if (!jupyter) t.skip("no Jupyter found; npm start installs one");
    return !jupyter;
  }

  async function nbconvert(options: string[], notebook: string): Promise<void> {
    const { jupyterEnvironment, writeKernelSpec } =
      await importBin<KernelSpec>("lab/kernel-spec.mjs");
    writeKernelSpec();
    const file = path.isAbsolute(notebook) ? notebook : `notebooks/${notebook}.ipynb`;
    const program = path.join(path.dirname(fs.realpathSync(jupyter!.command)), "jupyter-nbconvert");
    // Debian's nbconvert has no command of its own.
    const [command, ...first] = fs.existsSync(program)
      ? [program]
      : ["/usr/bin/python3", "-m", "nbconvert"];
    const { status, stderr } = spawnSync(command!, [...first, ...options, file], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...jupyterEnvironment(), LAB_PROGRESS: path.join(SCRATCH, "progress.json") },
    });
    assert.equal(status, 0, stderr);
  }
});

/** The address that npm start prints, once it serves. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout!.on("data", (text) => {
      printed += String(text);
      const found = /http:\/\/\S+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.stderr!.on("data", (text) => (printed += String(text)));
    child.once("exit", () => reject(new Error(`npm start ended: ${printed}`)));
  });
}

async function runAllInLab(page: Page): Promise<void> {
  await page.getByText("TypeScript (Embedding Lab) | Idle").waitFor({ timeout: 60_000 });
  await page.locator('.lm-MenuBar-itemLabel:text("Run")').first().click();
  await page.locator('.lm-Menu-itemLabel:text-is("Run All Cells")').click();
  await page.getByText("TypeScript (Embedding Lab) | Busy").waitFor({ timeout: 20_000 });
  await page.getByText("TypeScript (Embedding Lab) | Idle").waitFor({ timeout: 120_000 });
  // JupyterLab opens what was open the last time beside it, hidden.
  const lesson = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)");
  // Only what is in view is in the page: the end of the lesson, with its last cell's number.
  await lesson
    .getByText(/^\[4\d\]:$/)
    .last()
    .waitFor({ timeout: 60_000 });
  assert.equal(await lesson.locator(".jp-OutputArea-output[data-mime-type*=stderr]").count(), 0);
  await lesson.locator(".jp-WindowedPanel-outer").evaluate((panel) => panel.scrollTo(0, 0));
  await lesson.locator(".js-plotly-plot .main-svg").first().waitFor({ timeout: 30_000 });
}

async function runAllInNotebook6(page: Page): Promise<void> {
  await page.getByText("TypeScript (Embedding Lab)").first().waitFor({ timeout: 60_000 });
  await page.waitForFunction("Jupyter.notebook && Jupyter.notebook.kernel?.is_connected()");
  await page.evaluate("Jupyter.notebook.execute_all_cells()");
  await page.waitForFunction(
    "Jupyter.notebook.get_cells().filter(c => c.cell_type === 'code')" +
      ".every(c => Number(c.input_prompt_number) > 0)",
    undefined,
    { timeout: 120_000 },
  );
  assert.equal(await page.locator(".output_stderr, .output_error").count(), 0);
  await scrollUntilFiguresDraw(page);
}

async function scrollUntilFiguresDraw(page: Page): Promise<void> {
  await page.waitForFunction(
    'document.querySelectorAll("figure").forEach((figure) => figure.scrollIntoView()), ' +
      `document.querySelectorAll(".js-plotly-plot .main-svg").length >= ${FIGURES}`,
    undefined,
    { timeout: 60_000, polling: 500 },
  );
}
