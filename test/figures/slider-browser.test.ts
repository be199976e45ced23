import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { bars } from "../../src/figures/bars";
import { bundleOf } from "../../src/figures/bundle";
import { sliderFigure } from "../../src/figures/slider";
import { allDrawn, pageWith, TestBrowser } from "../browser/chromium";

const outputOf = (value: unknown) => String(bundleOf(value)["text/html"]);
const bm25 = (k1: number) =>
  bars(
    [1, 2, 4].map((count) => (count * (k1 + 1)) / (count + k1)),
    ["1×", "2×", "4×"],
    { caption: `k1 is ${k1}`, range: [0, 5], vertical: true },
  );
const k1Slider = () =>
  sliderFigure({ label: "k1", min: 0, max: 3, step: 0.5, value: 1, frames: bm25 });

describe("sliders in a browser", () => {
  const browser = new TestBrowser();
  before(() => browser.start());
  after(() => browser.stop());

  it("changes picture, number, caption and table when the slider moves", async (t) => {
    await browser.onPage(t, outputOf(k1Slider()), async ({ page }) => {
      await allDrawn(page);
      const slider = page.getByRole("slider", { name: "k1" });
      const plot = page.locator(".lab-plot");
      const first = await plot.screenshot();
      assert.equal(await page.locator("figcaption").textContent(), "k1 is 1");
      await slider.focus();
      await page.keyboard.press("End");
      await page.locator(".bartext").getByText("2.29", { exact: true }).waitFor();
      // 4·(3 + 1) / (4 + 3) = 16/7 = 2.2857
      assert.equal(await page.locator("tbody tr:last-child td:last-child").textContent(), "2.286");
      assert.equal(await page.locator("figcaption").textContent(), "k1 is 3");
      assert.equal(await slider.getAttribute("aria-valuetext"), "3");
      assert.notDeepEqual(await plot.screenshot(), first);
      await page.getByRole("button", { name: "reset", exact: true }).click();
      await page.locator(".bartext").getByText("1.6", { exact: true }).waitFor();
      await page.mouse.move(0, 0);
      assert.deepEqual(await plot.screenshot(), first);
    });
  });

  it("moves only the slider that was moved", async (t) => {
    await browser.onPage(t, outputOf(k1Slider()) + outputOf(k1Slider()), async ({ page }) => {
      await allDrawn(page);
      await page.getByRole("slider").first().focus();
      await page.keyboard.press("ArrowRight");
      assert.deepEqual(await page.locator("output").allTextContents(), ["1.5", "1"]);
      assert.deepEqual(await page.locator("figcaption").allTextContents(), [
        "k1 is 1.5",
        "k1 is 1",
      ]);
    });
  });

  it("says so, and keeps the sentence, where plotly.js is not to be had", async (t) => {
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const { page, close } = await browser.open(pageWith(outputOf(k1Slider())), {
      hasPlotly: false,
    });
    await page.getByText("plotly.min.js was not found").waitFor();
    assert.equal(await page.locator(".lab-alt").isVisible(), true);
    assert.equal(await page.getByRole("slider").count(), 0, "a slider that moves nothing");
    await close();
  });
});
