import { after, before, describe, it, type TestContext } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { createRng } from "../../src/core/rng";
import { attentionView, type AttentionViewOptions } from "../../src/figures/attention";
import {
  importBin,
  inPage,
  TestBrowser,
  type OnPageOptions,
  type WatchedPage,
} from "../browser/chromium";
import { contrast, hasInk, insertAsJupyterDoes } from "../browser/page-checks";

interface RenderFigures {
  renderFigures(paths: string[]): Promise<[{ figures: number; bytes: number }]>;
}

interface OncePerPage {
  oncePerPage(html: string): string;
}

const EVIL = "<img src=x onerror=alert(1)>";
const TOKENS = ["[CLS]", "the", "duck", "swims", "[SEP]", "it", EVIL, "[SEP]"];
const WEIGHTS = someWeights(3, 4, TOKENS.length);
const OPTIONS: AttentionViewOptions = { title: "A duck", tokenTypeIds: [0, 0, 0, 0, 0, 1, 1, 1] };

/** Random weights that sum to 1. */
function someWeights(numLayers: number, numHeads: number, size: number): number[][][][] {
  const rng = createRng(7);
  const list = <T>(length: number, make: () => T) => Array.from({ length }, make);
  const row = () => {
    const drawn = list(size, () => 0.02 + rng.uniform() ** 4);
    const sum = drawn.reduce((a, b) => a + b);
    return drawn.map((value) => value / sum);
  };
  return list(numLayers, () => list(numHeads, () => list(size, row)));
}

const drawn = (page: Page) => page.locator("figure[data-lab-drawn] .lines").first().waitFor();
const linesOf = (page: Page): Locator => page.locator(".lines > g[fill=none] line");
const looks = (page: Page, at: number) => page.locator("g[data-side=from]").nth(at);
const at = (page: Page, place: number) => page.locator("g[data-side=to]").nth(place);
/** The weights written beside the right column. */
const listed = async (page: Page) =>
  (await page.locator("g[data-side=to] text:last-child").allTextContents()).map(Number);

describe("attention views in a browser", () => {
  const browser = new TestBrowser();
  before(() => browser.start());
  after(() => browser.stop());

  const onView = (
    t: TestContext,
    test: (watched: WatchedPage) => Promise<void>,
    page: OnPageOptions = {},
    options = OPTIONS,
  ) =>
    browser.onPage(
      t,
      attentionView(WEIGHTS, TOKENS, options).toHtml(),
      async (watched) => {
        if (page.javaScriptEnabled !== false) await drawn(watched.page);
        await test(watched);
      },
      { hasPlotly: false, ...page },
    );

  it("is drawn offline, from one file, soon, with the data's letters as letters", async (t) => {
    await onView(t, async ({ page, requests }) => {
      const ready: number = await page.evaluate("performance.now()");
      t.diagnostic(`there after ${ready.toFixed(0)} ms`);
      assert.ok(ready < 2000, `${ready} ms`);
      assert.equal(requests.length, 1);
      assert.equal(await page.locator("img").count(), 0);
      assert.match((await at(page, 6).locator("title").textContent())!, /^<img/);
      assert.ok(await hasInk(page, await page.locator(".box").screenshot()));
    });
  });

  it("keeps only the lines of a token under the mouse, with weights that sum to 1", async (t) => {
    await onView(t, async ({ page }) => {
      const all = await linesOf(page).count();
      await looks(page, 2).hover();
      const own = WEIGHTS[0]![0]![2]!;
      assert.equal(await linesOf(page).count(), own.filter((weight) => weight >= 0.01).length);
      assert.ok(all > own.length);
      const weights = await listed(page);
      weights.forEach((weight, j) => assert.ok(Math.abs(weight - own[j]!) < 0.0006, `${j}`));
      assert.ok(Math.abs(weights.reduce((a, b) => a + b) - 1) < 0.004);
      await page.getByText("sum 1.000", { exact: true }).waitFor();
      await page.mouse.move(2, 2);
      assert.equal(await linesOf(page).count(), all);
    });
  });

  it("tells from the other side who looks at a token, which need not sum to 1", async (t) => {
    await onView(t, async ({ page }) => {
      await at(page, 3).hover();
      const column = WEIGHTS[0]![0]!.map((row) => row[3]!);
      const total = column.reduce((a, b) => a + b);
      await page.getByText(`in all ${total.toFixed(3)}`, { exact: true }).waitFor();
      assert.equal(await linesOf(page).count(), column.filter((weight) => weight >= 0.01).length);
    });
  });

  it("holds a clicked token until it is clicked again, or Escape is pressed", async (t) => {
    await onView(t, async ({ page }) => {
      const all = await linesOf(page).count();
      await looks(page, 1).click();
      await page.mouse.move(2, 2);
      assert.ok((await linesOf(page).count()) < all);
      assert.equal(await looks(page, 1).getAttribute("aria-pressed"), "true");
      await looks(page, 1).click();
      await page.mouse.move(2, 2);
      assert.equal(await linesOf(page).count(), all);
      await looks(page, 1).click();
      await page.keyboard.press("Escape");
      await page.mouse.move(2, 2);
      assert.equal(await linesOf(page).count(), all);
    });
  });

  it("switches heads on and off, the mean of several summing to 1, never to none", async (t) => {
    await onView(t, async ({ page }) => {
      const picture = () => page.locator(".lines").screenshot();
      const first = await picture();
      const third = page.getByRole("button", { name: "head 3", exact: true });
      await third.click();
      assert.equal(await third.getAttribute("aria-pressed"), "true");
      // Its button has the colour of its lines.
      const underline = inPage<null, string>(
        "_",
        `const buttons = document.querySelector(".lab-plot").shadowRoot.querySelectorAll(".head");
        return getComputedStyle(buttons[2]).borderBottomColor;`,
      );
      assert.equal(await page.evaluate(underline, null), "rgb(34, 136, 51)");
      assert.equal((await page.locator('.lines line[stroke="#228833"]').count()) > 0, true);
      assert.notDeepEqual(await picture(), first);
      await looks(page, 2).hover();
      const mean = TOKENS.map((_, j) => (WEIGHTS[0]![0]![2]![j]! + WEIGHTS[0]![2]![2]![j]!) / 2);
      (await listed(page)).forEach((x, j) => assert.ok(Math.abs(x - mean[j]!) < 0.0006));
      await page
        .getByText(/mean of heads 1, 3\. “duck” looks most at .* sum to 1\.000\.$/)
        .waitFor();
      await third.click();
      await page.mouse.move(2, 2);
      assert.deepEqual(await picture(), first);
      const one = page.getByRole("button", { name: "head 1", exact: true });
      await one.click();
      assert.equal(await one.getAttribute("aria-pressed"), "true", "the last one stays on");
    });
  });

  it("shows what is chosen in the grid, or by the layer's button", async (t) => {
    await onView(t, async ({ page }) => {
      await page.getByRole("button", { name: "layer 2, head 4" }).click();
      await looks(page, 0).hover();
      const own = WEIGHTS[1]![3]![0]!;
      (await listed(page)).forEach((x, j) => assert.ok(Math.abs(x - own[j]!) < 0.0006));
      await page.getByRole("button", { name: "layer 3", exact: true }).click();
      await looks(page, 0).hover();
      const other = WEIGHTS[2]![3]![0]!;
      (await listed(page)).forEach((x, j) => assert.ok(Math.abs(x - other[j]!) < 0.0006));
    });
  });

  it("reads single weights from the heat map", async (t) => {
    await onView(t, async ({ page }) => {
      const box = (await page.locator(".matrix image").boundingBox())!;
      const cell = box.width / TOKENS.length;
      await page.mouse.move(box.x + 4.5 * cell, box.y + 1.5 * cell);
      const weight = WEIGHTS[0]![0]![1]![4]!.toFixed(3);
      await page.getByText(`Layer 1, head 1. “the” takes ${weight} from “[SEP]”.`).waitFor();
    });
  });

  it("walks by arrow keys, reads out, and keeps the keys from the page", async (t) => {
    await onView(t, async ({ page }) => {
      await page.evaluate(
        `window.heard = []; addEventListener("keydown", (e) => heard.push(e.key))`,
      );
      await looks(page, 0).focus();
      for (const key of ["ArrowDown", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
      const say = page.locator("[aria-live]");
      assert.match((await say.textContent())!, /“duck” is looked at most by/);
      await page.keyboard.press("ArrowLeft");
      assert.match((await say.textContent())!, /“duck” looks most at .* 8 weights sum to 1\.000/);
      await page.keyboard.press("Enter");
      assert.equal(await looks(page, 2).getAttribute("aria-pressed"), "true");
      assert.deepEqual(await page.evaluate("heard"), []);
      const isFound = `labAttention.of(document.querySelector("figure")) !== undefined`;
      assert.ok(await page.evaluate(isFound));
      // One stop for the Tab key, so that no reader has to pass forty tokens.
      assert.equal(await page.locator(".lines g[tabindex='0']").count(), 1);
      assert.equal(await page.locator("figure").getAttribute("data-lm-suppress-shortcuts"), "true");
    });
  });

  it("gives every control a name", async (t) => {
    await onView(t, async ({ page }) => {
      const unnamed: number = await page.evaluate(`[...document.querySelector(".lab-plot")
        .shadowRoot.querySelectorAll("button, [role=button]")]
        .filter((control) => !control.getAttribute("aria-label")).length`);
      assert.equal(unnamed, 0);
      assert.equal(await page.getByRole("button").count(), 3 + 4 + 1 + 3 * 4 + 2 * 8);
    });
  });

  it("offers no choice where there is one head", async (t) => {
    const html = attentionView([[WEIGHTS[0]![0]!]], TOKENS).toHtml();
    const test = async ({ page }: WatchedPage) => {
      await drawn(page);
      assert.equal(await page.locator(".lab-plot button").count(), 0);
      await looks(page, 2).hover();
      await page.getByText("sum 1.000", { exact: true }).waitFor();
    };
    await browser.onPage(t, html, test, { hasPlotly: false });
  });

  it("is dark on a dark page, with letters that can be read", async (t) => {
    const test = async ({ page }: WatchedPage) => {
      const ink = (await looks(page, 2).locator("text").first().getAttribute("fill"))!;
      const rgb = [1, 3, 5].map((from) => parseInt(ink.slice(from, from + 2), 16)).join(", ");
      assert.ok(contrast(`rgb(${rgb})`, "rgb(17, 17, 17)") >= 4.5);
      const first = await page.locator(".matrix").screenshot();
      await page.evaluate(`document.body.style.background = "#ffffff"`);
      await page.locator('figure[data-lab-drawn="light"]').waitFor();
      assert.notDeepEqual(await page.locator(".matrix").screenshot(), first);
    };
    await onView(t, test, { isDark: true });
  });

  it("is drawn when it is put into the page later, as Jupyter does", async (t) => {
    const html = attentionView(WEIGHTS, TOKENS)
      .toHtml()
      .replace("lab-attention-loader", "lab-loader");
    const test = async ({ page }: WatchedPage) => {
      for (let time = 0; time < 2; time++) {
        await page.evaluate(insertAsJupyterDoes, html);
        await drawn(page);
      }
      assert.equal(await page.locator(".lines").count(), 1);
    };
    await browser.onPage(t, "<p>An empty page</p>", test, { hasPlotly: false });
  });

  it("brings its script once to an exported page, and moves only the one that was moved", async (t) => {
    const { oncePerPage } = await importBin<OncePerPage>("pages/once-per-page.mjs");
    const one = attentionView(WEIGHTS, TOKENS).toHtml();
    const html = oncePerPage(one + one);
    assert.equal(html.split("lab-attention-loader").length - 1, 1);
    const test = async ({ page }: WatchedPage) => {
      await drawn(page);
      assert.equal(await page.locator(".lines").count(), 2);
      const second = page.locator("figure").nth(1).locator(".lines");
      const before = await second.screenshot();
      await page.getByRole("button", { name: "layer 2, head 2" }).first().click();
      assert.deepEqual(await second.screenshot(), before);
    };
    await browser.onPage(t, html, test, { hasPlotly: false });
  });

  it("keeps sentence, caption and table where scripts do not run", async (t) => {
    const test = async ({ page }: WatchedPage) => {
      assert.match((await page.locator(".lab-alt").textContent())!, /3 layers of 4 heads over 8/);
      assert.match((await page.locator("figcaption").textContent())!, /no explanation/);
      await page.locator("summary").click();
      assert.equal(await page.locator("tbody tr").count(), 8);
    };
    await onView(t, test, { javaScriptEnabled: false });
  });

  it("leaves a picture in the notebook for viewers without scripts", async (t) => {
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const { renderFigures } = await importBin<RenderFigures>("render-figures.mjs");
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lab-attention-"));
    const file = path.join(folder, "attention.ipynb");
    const data = { "text/html": attentionView(WEIGHTS, TOKENS, { title: EVIL }).toHtml() };
    const cells = [{ cell_type: "code", outputs: [{ output_type: "display_data", data }] }];
    fs.writeFileSync(file, JSON.stringify({ cells, nbformat: 4 }));
    const [{ figures, bytes }] = await renderFigures([file]);
    assert.equal(figures, 1);
    assert.ok(bytes < 100_000, `${bytes} bytes`);
    const saved = JSON.parse(fs.readFileSync(file, "utf8")) as { cells: typeof cells };
    fs.rmSync(folder, { recursive: true });
    const html = saved.cells[0]!.outputs[0]!.data["text/html"];
    const watched = await browser.open(html, { hasPlotly: false, javaScriptEnabled: false });
    const image = await watched.page.locator("img").screenshot();
    assert.match((await watched.page.locator("img").getAttribute("alt"))!, /^Attention: <img/);
    await watched.close();
    await browser.onPage(t, "<p>ink</p>", async ({ page }) => {
      assert.ok(await hasInk(page, image));
    });
    await browser.onPage(t, html, async ({ page }) => {
      await drawn(page);
      assert.equal(await page.locator("img").isVisible(), false);
    });
  });
});
