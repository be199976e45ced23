import { after, before, describe, it, TestContext } from "node:test";
import assert from "node:assert/strict";
import { bars } from "../../src/figures/bars";
import { bundleOf } from "../../src/figures/bundle";
import { Figure } from "../../src/figures/figure";
import { figureBundle } from "../../src/figures/bundle";
import { heatmap } from "../../src/figures/heatmap";
import { lossCurve } from "../../src/figures/loss-curve";
import { scatter } from "../../src/figures/scatter";
import { sliderFigure } from "../../src/figures/slider";
import { allDrawn, inPage, OnPageOptions, TestBrowser, WatchedPage } from "../browser/chromium";
import { contrast, hasInk, insertAsJupyterDoes, moveInto } from "../browser/page-checks";

const EVIL = "</script><img src=x onerror=alert(1)> & <b>bold</b> $x$";
type OnPage = (
  t: TestContext,
  values: unknown[],
  test: (watched: WatchedPage) => Promise<void>,
  options?: OnPageOptions,
) => Promise<void>;

const outputOf = (value: unknown) => String(bundleOf(value)["text/html"]);
const threeBars = () => bars([3, 1, 2], ["cat", "dog", "bird"], { title: "Animals" });
describe("figures in a browser", () => {
  const browser = new TestBrowser();
  before(() => browser.start());
  after(() => browser.stop());

  const onPage: OnPage = (t, values, test, options) =>
    browser.onPage(t, values.map(outputOf).join("\n"), test, options);

  it("draws from file:// without network, asking once for page and plotly.js", async (t) => {
    await onPage(t, [threeBars(), threeBars()], async ({ page, requests }) => {
      await allDrawn(page);
      assert.deepEqual(
        requests.map((url) => url.split("/").pop()),
        ["page.html", "plotly.min.js"],
      );
      assert.equal(await page.locator('script[src*="plotly"]').count(), 1);
      assert.equal(await page.locator(".bars .point path").count(), 6);
      assert.equal(await page.locator(".lab-alt").count(), 0);
    });
  });

  it("reads the text of the bar under the mouse", async (t) => {
    await onPage(t, [bars([3, 1], [EVIL, "dog"], { valueLabel: "hits" })], async ({ page }) => {
      await allDrawn(page);
      await moveInto(page, ".bars .point path", 0.5);
      const text = page.locator(".hoverlayer .hovertext");
      await text.waitFor();
      assert.equal((await text.textContent())?.trim(), `${EVIL}hits 3`);
    });
  });

  it("reads both full names and the value of a heat map's cell", async (t) => {
    const long = "a name longer than the axis has room for, by far";
    const figure = heatmap([[0.25, 0.5]], { rows: [long], columns: ["left", EVIL] });
    await onPage(t, [figure], async ({ page }) => {
      await allDrawn(page);
      await moveInto(page, ".heatmaplayer image, .hm", 0.75);
      const text = page.locator(".hoverlayer .hovertext");
      await text.waitFor();
      assert.equal((await text.textContent())?.trim(), `${long}${EVIL}0.5`);
    });
  });

  it("draws twelve figures, six of which want WebGL, with at most four getting it", async (t) => {
    const many = Array.from({ length: 5001 }, (_, i) => [Math.cos(i), Math.sin(i * 1.1)]);
    const cloud = (): Figure => ({ ...scatter(many), table: undefined });
    const figures = Array.from({ length: 6 }, () => [cloud(), threeBars()]).flat();
    await onPage(t, figures, async ({ page }) => {
      await allDrawn(page);
      const state = await page.evaluate(`({
        lost: [...document.querySelectorAll(".gl-canvas-context")].filter((canvas) => {
          const gl = canvas.getContext("webgl2") || canvas.getContext("webgl");
          return !gl || gl.isContextLost();
        }).length,
        withGl: document.querySelectorAll(".gl-canvas-context").length,
        svgClouds: document.querySelectorAll(".scatterlayer .trace").length,
      })`);
      assert.deepEqual(state, { lost: 0, withGl: 4, svgClouds: 2 });
      for (const plot of await page.locator(".lab-plot").all()) {
        assert.ok(await hasInk(page, await plot.screenshot()), "a figure is blank");
      }
    });
  });

  it("draws a fifth 3-D figure only once another is gone", async (t) => {
    const cube = (): Figure => ({
      data: [{ type: "scatter3d", x: [1, 2], y: [1, 2], z: [1, 2] }],
      layout: { height: 200 },
      alt: "Two points",
    });
    await onPage(t, [cube(), cube(), cube(), cube(), cube()], async ({ page }) => {
      await page.getByText("four 3-D figures already").waitFor();
      assert.equal(await page.locator("figure[data-lab-drawn]").count(), 4);
      assert.equal(await page.getByText("Two points").isVisible(), true);
      await page.evaluate("document.querySelector('figure').remove(); labFigures.scan()");
      await page.waitForFunction("document.querySelectorAll('.gl-container').length === 4");
      assert.equal(await page.getByText("four 3-D figures already").count(), 0);
      await allDrawn(page);
    });
  });

  it("keeps a hostile title as text in every figure and table", async (t) => {
    const values = [
      bars([1, 2], [EVIL, EVIL], { title: EVIL, valueLabel: EVIL, caption: EVIL }),
      heatmap([[1]], { rows: [EVIL], columns: [EVIL] }, { title: EVIL, valueLabel: EVIL }),
      scatter([[0, 0]], { labels: [EVIL], groups: [EVIL], title: EVIL, xLabel: EVIL }),
      lossCurve({ [EVIL]: [1, 2], b: [2, 1] }, { title: EVIL, yLabel: EVIL }),
      sliderFigure({ label: EVIL, values: [1, 2], frames: (k) => bars([k], [EVIL]) }),
      [{ [EVIL]: EVIL }],
      EVIL,
      { describe: () => EVIL },
    ];
    await onPage(t, values, async ({ page }) => {
      await allDrawn(page);
      assert.equal(await page.locator("img, a, .gtitle b, .lab-table b").count(), 0);
      assert.deepEqual(await page.locator(".gtitle").allTextContents(), Array(4).fill(EVIL));
      assert.equal(await page.locator(".lab-slider label span").textContent(), EVIL);
      assert.equal(await page.locator(".lab-table").last().locator("td").textContent(), EVIL);
      const bold = page.locator(".annotation-text");
      assert.ok((await bold.allTextContents()).every((text) => text === EVIL));
    });
  });

  it("walks from bar to bar with the arrow keys and reads each out", async (t) => {
    await onPage(t, [threeBars()], async ({ page }) => {
      await allDrawn(page);
      await page.evaluate(`(() => {
        window.heard = [];
        document.addEventListener("keydown", (event) => heard.push(event.key));
      })()`);
      const spoken = page.locator("[aria-live]");
      await page.locator(".lab-plot").focus();
      await page.keyboard.press("ArrowRight");
      await spoken.getByText("cat,  3").waitFor();
      await page.keyboard.press("ArrowRight");
      await spoken.getByText("dog,  1").waitFor();
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await spoken.getByText("bird,  2").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await spoken.textContent(), "");
      // Jupyter listens for these keys on the document: it must not hear them.
      await page.keyboard.press("Tab");
      assert.deepEqual(await page.evaluate("window.heard"), ["Tab"]);
    });
  });

  it("leaves the mouse wheel to the page", async (t) => {
    const tall = [threeBars(), threeBars(), threeBars(), threeBars(), threeBars(), threeBars()];
    await onPage(t, tall, async ({ page }) => {
      await allDrawn(page);
      const before = await page.locator(".bars").first().innerHTML();
      await page.locator(".lab-plot").first().hover();
      await page.mouse.wheel(0, 300);
      await page.waitForFunction("window.scrollY === 300");
      assert.equal(await page.locator(".bars").first().innerHTML(), before);
    });
  });

  it("shows sentence, caption and numbers where scripts do not run", async (t) => {
    const figure = bars([3], ["cat"], { caption: "Cats lead." });
    await onPage(
      t,
      [figure],
      async ({ page, requests }) => {
        assert.equal(await page.locator(".lab-alt").isVisible(), true);
        assert.equal(await page.locator("figcaption").textContent(), "Cats lead.");
        assert.equal(await page.locator("tbody td").last().textContent(), "3");
        assert.equal(requests.length, 1);
      },
      { javaScriptEnabled: false },
    );
  });

  it("takes the page's dark background as its own, with readable text", async (t) => {
    const figures = [threeBars(), heatmap([[1, -1]], { rows: ["a"], columns: ["b", "c"] })];
    await onPage(
      t,
      figures,
      async ({ page }) => {
        await allDrawn(page);
        const inks: string[] = await page
          .locator(".gtitle, .xtick text, .ytick text")
          .evaluateAll(
            inPage<unknown, string[]>(
              "texts",
              "return texts.map((text) => getComputedStyle(text).fill)",
            ),
          );
        assert.ok(inks.length > 5);
        for (const ink of inks) assert.ok(contrast(ink, "rgb(17, 17, 17)") >= 4.5, ink);
        await page.evaluate(`document.body.style.background = "#fff"`);
        await page.locator('figure[data-lab-drawn="light"]').first().waitFor();
        const light: string = await page
          .locator(".ytick text")
          .first()
          .evaluate(inPage<unknown, string>("text", "return getComputedStyle(text).fill"));
        assert.ok(contrast(light, "rgb(255, 255, 255)") >= 4.5, light);
      },
      { isDark: true },
    );
  });

  it("draws a figure that is put into the page later, and again when replaced", async (t) => {
    await onPage(t, [threeBars()], async ({ page }) => {
      await allDrawn(page);
      for (const length of [10, 20]) {
        const curve = lossCurve({ loss: Array.from({ length }, (_, i) => 1 / (i + 1)) });
        const html = String(figureBundle(curve, true)["text/html"]);
        // As Jupyter does it: the scripts of inserted HTML are made anew, elsewhere in the page.
        const drawnAtOnce = await page.evaluate(insertAsJupyterDoes, html);
        assert.equal(drawnAtOnce, 1);
        await allDrawn(page);
      }
      assert.equal(await page.locator("#output .scatterlayer .trace").count(), 1);
    });
  });

  it("follows the width of the page", async (t) => {
    await onPage(t, [threeBars()], async ({ page }) => {
      await allDrawn(page);
      const width = () =>
        page
          .locator(".main-svg")
          .first()
          .evaluate(inPage<unknown, number>("svg", "return svg.clientWidth"));
      const wide = await width();
      await page.setViewportSize({ width: 400, height: 800 });
      await page.waitForFunction(`document.querySelector(".main-svg").clientWidth < ${wide - 100}`);
      assert.ok((await width()) <= 400);
    });
  });
});
