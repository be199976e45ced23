import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bars } from "../../src/figures/bars";
import { bundleOf } from "../../src/figures/bundle";
import { scatter } from "../../src/figures/scatter";
import { sliderFigure } from "../../src/figures/slider";
import { allDrawn, importBin, TestBrowser } from "../browser/chromium";

interface ExportModule {
  notebookToHtml(notebook: unknown, options?: object): string;
  exportPages(options: { notebooks?: string[]; out?: string }): { pages: string[]; index: string };
}
interface RenderModule {
  renderFigures(paths: string[]): Promise<{ figures: number; bytes: number }[]>;
}
interface Output {
  data: Record<string, string>;
}
interface Notebook {
  cells: { cell_type: string; outputs?: Output[] }[];
}

const EVIL = "</script></title><img src=x onerror=alert(1)>";
const text = (source: string) => ({ cell_type: "markdown", metadata: {}, source });
const code = (source: string, ...values: unknown[]) => ({
  cell_type: "code",
  metadata: {},
  execution_count: 1,
  source,
  outputs: values.map((value) => ({
    output_type: "display_data",
    metadata: {},
    data: bundleOf(value),
  })),
});
const notebookOf = (...cells: unknown[]) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells,
});
const titles = Array.from(
  { length: 40 },
  (_, i) => `the rather long title of document ${i} ${EVIL}`,
);
const points = titles.map((_, i) => [Math.cos(i), Math.sin(i)]);
const map = () => ({ ...scatter(points, { labels: titles, showLabels: false }), table: undefined });
const slider = () =>
  sliderFigure({ label: "k", values: [1, 2], frames: (k) => bars([k], ["a"], { range: [0, 3] }) });

describe("exported pages", () => {
  const folder = mkdtempSync(join(tmpdir(), "lab-export-"));
  const browser = new TestBrowser();
  let pages: ExportModule;
  let render: RenderModule["renderFigures"];
  before(async () => {
    pages = await importBin<ExportModule>("pages/export.mjs");
    ({ renderFigures: render } = await importBin<RenderModule>("render-figures.mjs"));
    await browser.start();
  });
  after(async () => {
    await browser.stop();
    rmSync(folder, { recursive: true });
  });

  const written = (name: string, notebook: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(notebook, null, 1));
    return path;
  };

  it("keep the drawing script once, and texts that figures share once", () => {
    const one = pages.notebookToHtml(notebookOf(code("x", map())));
    const three = pages.notebookToHtml(notebookOf(code("x", map(), map()), code("y", map())));
    assert.equal(three.split('class="lab-loader"').length, 2);
    assert.equal(three.split('class="lab-texts"').length, 2);
    assert.equal(three.split("the rather long title of document 7 ").length, 2);
    assert.ok(three.length < one.length * 1.4, `${one.length} → ${three.length}`);
  });

  it("take the title from the first heading, and escape it", () => {
    const html = pages.notebookToHtml(notebookOf(text("words"), text(`# \`${EVIL}\``)));
    assert.match(html, /<title>&lt;\/script&gt;&lt;\/title&gt;&lt;img /);
    assert.ok(!html.includes("<img"));
  });

  it("refuse what is no notebook", () => {
    for (const wrong of [null, [], {}, { cells: 1 }, "x"]) {
      assert.throws(
        () => pages.notebookToHtml(wrong),
        /^TypeError: notebookToHtml: this is no notebook/,
      );
    }
    assert.throws(
      () => pages.exportPages({ notebooks: [join(folder, "none.ipynb")] }),
      /cannot be read \(ENOENT\)/,
    );
    writeFileSync(join(folder, "broken.ipynb"), '{"cells": [');
    const broken = { notebooks: [join(folder, "broken.ipynb")], out: join(folder, "none") };
    assert.throws(() => pages.exportPages(broken), /broken\.ipynb is no notebook/);
    assert.throws(() => pages.exportPages({ notebooks: [] }), /there is no notebook/);
  });

  it("open from a disk with live figures, fonts, and links between lessons", async (t) => {
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const notebooks = [
      written(
        "00-one.ipynb",
        notebookOf(
          text("# One $x^2$"),
          text("## Plotly"),
          text("## B"),
          code("1", map(), map(), slider()),
        ),
      ),
      written("01-two.ipynb", notebookOf(text(`# Two ${EVIL}`), code("throw 1"))),
    ];
    const out = join(folder, "pages");
    const { index } = pages.exportPages({ notebooks, out });
    const watched = await browser.openFile(index);
    const { page, requests, complaints } = watched;
    await page.getByRole("link", { name: "One x^2", exact: true }).click();
    await allDrawn(page);
    assert.equal(await page.locator(".scatterlayer .point").count(), 80);
    await page.locator(".scatterlayer").first().scrollIntoViewIfNeeded();
    const dot = (await page.locator(".scatterlayer .point").first().boundingBox())!;
    await page.mouse.move(dot.x + dot.width / 2, dot.y + dot.height / 2);
    await page.locator(".hoverlayer .hovertext").waitFor();
    assert.match(
      (await page.locator(".hoverlayer").first().textContent())!,
      /^the rather long title/,
    );
    await page.getByRole("slider").press("ArrowRight");
    await page.locator(".bartext").getByText("2", { exact: true }).waitFor();
    assert.ok(await page.evaluate("document.fonts.check('16px KaTeX_Math')"));
    await page.getByRole("link", { name: /^Two/ }).first().click();
    assert.equal(await page.locator("h1").textContent(), `Two ${EVIL}`);
    assert.equal(await page.title(), `Two ${EVIL}`);
    assert.equal(await page.locator("img").count(), 0);
    assert.ok(requests.every((url) => /^(file|data):/.test(url) && !url.includes("onerror")));
    assert.deepEqual(complaints, []);
    assert.ok(readdirSync(out).every((name) => !name.endsWith(".tmp")));
    await watched.close();
  });

  it("read in the dark with a contrast of at least 4.5 everywhere", async (t) => {
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const source = "// words\nconst x: string = `a ${1}`;\nfunction f() {}";
    const notebook = notebookOf(
      text("# T\n\n[a](b.html) `code`\n\n## A\n\n## B"),
      code(source, "text"),
    );
    const out = join(folder, "contrast");
    const [path] = pages.exportPages({ notebooks: [written("c.ipynb", notebook)], out }).pages;
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, close } = await browser.openFile(path!, { colorScheme });
      const worst = await page.evaluate<{ ratio: number; text: string }>(WORST_CONTRAST);
      assert.ok(worst.ratio >= 4.5, `${colorScheme}: ${worst.ratio.toFixed(2)} at "${worst.text}"`);
      await close();
    }
  });

  it("have pictures where scripts do not run, once the PNG step was there", async (t) => {
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const figure = bars([3, 1], ["cat", EVIL], { title: EVIL });
    const path = written("png.ipynb", notebookOf(code("1", figure, slider(), "no figure")));
    const [result] = await render([path]);
    assert.equal(result!.figures, 2);
    const once = readFileSync(path, "utf8");
    const outputs = (JSON.parse(once) as Notebook).cells[0]!.outputs!;
    assert.deepEqual(
      outputs.map(({ data }) => "image/png" in data),
      [true, true, false],
    );
    const [png] = outputs.map(({ data }) => Buffer.from(data["image/png"] ?? "", "base64"));
    assert.equal(png!.subarray(1, 4).toString(), "PNG");
    assert.ok(png!.length < 100_000 && png!.length > 3000, String(png!.length));
    assert.deepEqual((await render([path]))[0], { path, figures: 0, bytes: 0 });
    assert.equal(readFileSync(path, "utf8"), once, "a second time changes nothing");

    const out = join(folder, "png");
    const [html] = pages.exportPages({ notebooks: [path], out }).pages;
    const still = await browser.openFile(html!, { javaScriptEnabled: false });
    const image = still.page.locator(".lab-plot img").first();
    assert.equal(await image.getAttribute("alt"), figure.alt);
    assert.ok((await image.boundingBox())!.width > 500);
    assert.equal(await still.page.locator("img").count(), 2);
    assert.deepEqual(still.complaints, []);
    await still.close();
    const live = await browser.openFile(html!);
    await allDrawn(live.page);
    assert.equal(await live.page.locator(".lab-plot img").count(), 0);
    assert.deepEqual(live.complaints, []);
    await live.close();
  });
});

/** The text of the page that stands out least from what lies behind it (WCAG 2.1). */
const WORST_CONTRAST = `(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = parts(colour).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0.5) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  let worst = { ratio: 21, text: "" };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (!text) continue;
    const element = walker.currentNode.parentElement;
    const pair = [luminance(getComputedStyle(element).color), luminance(behind(element))];
    pair.sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < worst.ratio) worst = { ratio, text };
  }
  return worst;
})()`;
