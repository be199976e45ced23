import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { embeddingMap } from "../../src/figures/embedding-map";
import { morphMap } from "../../src/figures/morph-map";
import { trainingMap } from "../../src/figures/training-map";
import { projectOnAxis } from "../../src/similarity/axis-projection";
import { pca } from "../../src/similarity/pca";
import { OnPageOptions, TestBrowser, WatchedPage } from "../browser/chromium";
import { ask, mapsDrawn, pictures, someMap } from "../browser/map-fixtures";
import type { TestContext } from "node:test";

describe("maps that move", () => {
  const browser = new TestBrowser();
  before(() => browser.start());
  after(() => browser.stop());

  const onPage = (
    t: TestContext,
    html: string,
    test: (watched: WatchedPage) => Promise<void>,
    options?: OnPageOptions,
  ) =>
    browser.onPage(
      t,
      html,
      async (watched) => {
        await mapsDrawn(watched.page);
        await test(watched);
      },
      { hasPlotly: false, ...options },
    );

  const { points, vectors, labels, groups } = someMap(300);
  const rng = createRng(5);
  const untrained = vectors.map((row) => row.map(() => rng.normal()));
  const morph = morphMap({
    before: { points: pca(untrained).projected, vectors: untrained },
    after: { points, vectors },
    ...{ labels, groups: groups! },
  });
  const percent = (share: number) => {
    const value = 100 * share;
    return `${value.toFixed(value >= 10 ? 0 : value >= 1 ? 1 : 2)}%`;
  };

  it("says at each end what that end keeps, as Node counted it, and what chance would", async (t) => {
    await onPage(t, morph.toHtml(), async ({ page }) => {
      const [before, after] = morph.shares as [number, number];
      const share = page.locator(".share");
      assert.equal(await share.textContent(), percent(before));
      await page.getByRole("slider").focus();
      await page.keyboard.press("End");
      assert.equal(await share.textContent(), percent(after));
      assert.notEqual(percent(before), percent(after));
      const chance = await page.getByText("by chance: ").textContent();
      assert.equal(chance, `by chance: ${percent(10 / 299)}`);
      // The page counts anew for the chosen point, and comes to the same in both frames.
      const differing: number = await ask(
        page,
        `map.data.frames.flatMap((frame, at) => {
          map.position = at;
          return [...map.everyone].filter((i) => {
            map.selected = i;
            map.compare();
            return map.truth.filter((id) => map.shown.includes(id)).length !== frame.kept[i];
          });
        }).length`,
      );
      assert.equal(differing, 0);
    });
  });

  it("plays to the end, where it looks as if the slider had been moved there", async (t) => {
    await onPage(t, morph.toHtml(), async ({ page }) => {
      const start = await pictures(page);
      const painted: number = await ask(page, "map.paints");
      await page.getByRole("button", { name: "Play" }).click();
      await page.waitForFunction(`labMaps.of(document.querySelector("figure")).position === 1`);
      await mapsDrawn(page);
      const frames = (await ask<number>(page, "map.paints")) - painted;
      t.diagnostic(`${frames} pictures in 1.5 s`);
      assert.ok(frames >= 15, `${frames} pictures`);
      const played = await pictures(page);
      const slider = page.getByRole("slider");
      await slider.fill("0");
      await mapsDrawn(page);
      assert.deepEqual(await pictures(page), start);
      await slider.fill("1");
      await mapsDrawn(page);
      assert.deepEqual(await pictures(page), played);
    });
  });

  it("jumps to the end for readers who want no motion", async (t) => {
    await onPage(
      t,
      morph.toHtml(),
      async ({ page }) => {
        const painted: number = await ask(page, "map.paints");
        await page.getByRole("button", { name: "Play" }).click();
        assert.equal(await ask(page, "map.position"), 1);
        await mapsDrawn(page);
        assert.ok((await ask<number>(page, "map.paints")) - painted <= 3);
      },
      { reducedMotion: "reduce" },
    );
  });

  it("scrubs to any step of a training, and keeps up", async (t) => {
    const steps = Array.from({ length: 21 }, (_, i) => i / 20);
    const frames = steps.map((share, i) => {
      const between = vectors.map((row, r) =>
        row.map((x, j) => x * share + untrained[r]![j]! * (1 - share)),
      );
      return { name: `step ${i * 100}`, points: pca(between).projected, vectors: between };
    });
    const training = trainingMap({ frames, labels, groups: groups! });
    await onPage(t, training.toHtml(), async ({ page }) => {
      const output = page.locator("output");
      assert.equal(await output.textContent(), "step 2000");
      const slider = page.getByRole("slider", { name: "training step" });
      await slider.fill("7");
      assert.equal(await output.textContent(), "step 700");
      assert.equal(await slider.getAttribute("aria-valuetext"), "step 700");
      assert.equal(await page.locator(".share").textContent(), percent(training.shares[7]!));
      assert.equal(await ask(page, "map.xs[3] === map.data.frames[7].xs[3]"), true);
      const slowest: number = await page.evaluate(`(async () => {
        const map = labMaps.of(document.querySelector("figure"));
        let slowest = 0;
        for (let i = 0; i < 20; i++) {
          const start = performance.now();
          map.moveTo((i * 13) % 21);
          await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
          slowest = Math.max(slowest, performance.now() - start);
        }
        return slowest;
      })()`);
      t.diagnostic(`slowest of 20 scrubs: ${slowest.toFixed(0)} ms`);
      assert.ok(slowest < 1000, String(slowest));
    });
  });

  it("lays points along two words as Node projects them, mirrored when they are swapped", async (t) => {
    const unit = vectors.map((row) => row.map((x) => x / Math.hypot(...row)));
    const options = { points, labels, vectors, axes: [["ant 0", "dog 3"]] as const };
    const wanted = projectOnAxis(unit, 0, 3).x;
    const order = (values: ArrayLike<number>) => {
      const some = [0, 3, 11, 22, 58, 94];
      return some.sort((a, b) => values[a]! - values[b]!);
    };
    await onPage(t, embeddingMap(options).toHtml(), async ({ page }) => {
      const places = () => ask<number[]>(page, "[...map.xs]");
      const choice = page.getByRole("combobox", { name: "axis" });
      await choice.selectOption("ant 0 → dog 3");
      await mapsDrawn(page);
      assert.deepEqual(order(await places()), order(wanted));
      await page.getByText("An axis of two words").waitFor();
      await choice.selectOption("two words …");
      await page.getByRole("textbox", { name: "from" }).fill("Dog 3");
      await page.getByRole("textbox", { name: "to" }).fill("ant 0");
      await page.getByRole("button", { name: "lay out" }).click();
      await mapsDrawn(page);
      const free = await places();
      assert.deepEqual(order(free), order(wanted).reverse());
      // In 8 bits, too, every point is where it should be: within a hundredth of the width.
      const [low, high] = [Math.min(...wanted), Math.max(...wanted)];
      free.forEach((x, i) => {
        assert.ok(Math.abs(1 - x - (wanted[i]! - low) / (high - low)) < 0.015, `${i}: ${x}`);
      });
      await page.getByRole("textbox", { name: "to" }).fill("nobody");
      await page.keyboard.press("Enter");
      await page.getByText("no point is called “nobody”").waitFor();
      await page.getByRole("textbox", { name: "to" }).fill("dog 3");
      await page.keyboard.press("Enter");
      await page.getByText("these two have the same vector").waitFor();
      await choice.selectOption("none");
      await mapsDrawn(page);
      assert.equal(await ask(page, "map.xs[5] === map.data.frames[0].xs[5]"), true);
    });
  });
});
