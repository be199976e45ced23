import { after, before, describe, it, TestContext } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { embeddingMap, EmbeddingMapOptions } from "../../src/figures/embedding-map";
import { PALETTE } from "../../src/figures/style";
import { nearestNeighbours } from "../../src/similarity/nearest-neighbours";
import { neighboursOf } from "../../src/similarity/neighbours";
import { importBin, inPage, OnPageOptions, TestBrowser, WatchedPage } from "../browser/chromium";
import {
  ask,
  cloudMap,
  colourAt,
  mapsDrawn,
  pictures,
  placeOf,
  someMap,
} from "../browser/map-fixtures";
import { contrast, hasInk, insertAsJupyterDoes } from "../browser/page-checks";

interface RenderFigures {
  renderFigures(paths: string[]): Promise<[{ figures: number; bytes: number }]>;
}

interface OncePerPage {
  oncePerPage(html: string): string;
}

const EVIL = "</script><img src=x onerror=alert(1)> & <b>bold</b>";

describe("maps in a browser", () => {
  const browser = new TestBrowser();
  before(() => browser.start());
  after(() => browser.stop());

  const onMap = (
    t: TestContext,
    options: EmbeddingMapOptions,
    test: (watched: WatchedPage) => Promise<void>,
    page?: OnPageOptions,
  ) =>
    browser.onPage(
      t,
      embeddingMap(options).toHtml(),
      async (watched) => {
        if (page?.javaScriptEnabled !== false) await mapsDrawn(watched.page);
        await test(watched);
      },
      { hasPlotly: false, ...page },
    );

  it("is drawn soon, offline, from one file", async (t) => {
    await onMap(t, someMap(2000), async ({ page, requests }) => {
      const ready: number = await page.evaluate("performance.now()");
      t.diagnostic(`2,000 points were there ${ready.toFixed(0)} ms after the page began`);
      assert.ok(ready < 2000, `${ready} ms`);
      assert.equal(requests.length, 1);
      assert.ok(await hasInk(page, await page.locator(".stage").screenshot()));
    });
  });

  it("paints a point in its group's colour, and pale while a search does not find it", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      const lone: number = await ask(
        page,
        `[...map.everyone].find((i) => { map.selected = i; return map.beside().length === 0; })`,
      );
      await ask(page, "map.choose(-1)");
      const hex = PALETTE[lone % 5]!;
      const own = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
      const away = (colour: number[], other: number[]) =>
        Math.max(...colour.map((value, i) => Math.abs(value - other[i]!)));
      assert.ok(away(await colourAt(page, lone), own) < 25, "its own colour");
      await page.getByRole("searchbox").fill("no such name");
      await page.getByText("0 matches").waitFor();
      assert.ok(away(await colourAt(page, lone), [255, 255, 255]) < 60, "nearly paper");
    });
  });

  it("dims what a search does not find, and undoes it", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      const first = await pictures(page);
      const search = page.getByRole("searchbox", { name: "Search the points" });
      await search.fill("DÖG 1");
      await page.getByText("22 matches", { exact: true }).waitFor();
      const dimmed = await pictures(page);
      assert.notEqual(dimmed[0], first[0]);
      const labels: string[] = await ask(page, "map.hitList.map((id) => map.data.labels[id])");
      assert.ok(
        labels.every((label) => label.startsWith("dog 1")),
        labels.join(),
      );
      await page.keyboard.press("Enter");
      assert.equal(await ask(page, "map.data.labels[map.selected]"), labels[0]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      assert.equal(await search.inputValue(), "");
      assert.deepEqual(await pictures(page), first);
    });
  });

  it("shows a clicked point's true neighbours beside the map's, and walks on from there", async (t) => {
    const options = someMap();
    await onMap(t, options, async ({ page }) => {
      const before = await pictures(page);
      // One that stands apart, so that no other is under the mouse.
      const lone: number = await ask(
        page,
        `[...map.everyone].find((i) => { map.selected = i; return map.beside().length === 0; })`,
      );
      const { x, y } = await placeOf(page, lone);
      await page.mouse.click(x, y);
      const about = page.getByRole("region", { name: "The chosen point" });
      await about.getByText(options.labels[lone]!, { exact: true }).first().waitFor();
      const truth = nearestNeighbours(options.vectors, { k: 10 });
      const names = (ids: ArrayLike<number>) => Array.from(ids, (id) => options.labels[id]!);
      const cells = await about.locator("tbody tr td:nth-child(2) button").allTextContents();
      assert.deepEqual(cells, names(neighboursOf(truth, lone)));
      const cosine = await about.locator("tbody tr td:nth-child(2) small").first().textContent();
      assert.equal(cosine, (1 - truth.distances[lone * 10]!).toFixed(2));
      const map = await about.locator("tbody tr td:nth-child(3) button").allTextContents();
      const inBoth = cells.filter((name) => map.includes(name)).length;
      assert.match((await about.textContent())!, new RegExp(`${inBoth} of 10 true neighbours`));
      assert.equal(await ask(page, `map.frame.kept[${lone}]`), inBoth);
      assert.notEqual((await pictures(page))[1], before[1], "rings and lines");

      await about.locator("tbody button").first().click();
      assert.equal(await about.locator("h3").textContent(), cells[0]);
      await about.getByRole("button", { name: `back to ${options.labels[lone]}` }).click();
      assert.equal(await about.locator("h3").textContent(), options.labels[lone]);
    });
  });

  it("offers the others where points lie upon each other", async (t) => {
    const options = someMap();
    const points = options.labels.map((_, i) => (i < 4 ? [0, 0] : [i % 20, i / 20]));
    await onMap(t, { ...options, points }, async ({ page }) => {
      const { x, y } = await placeOf(page, 2);
      await page.mouse.click(x, y);
      const beside = page.locator(".beside button");
      assert.equal(await beside.count(), 3);
      await beside.last().click();
      assert.equal(await page.locator(".about h3").textContent(), options.labels[3]);
    });
  });

  it("tells the name under the mouse", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      const id: number = await ask(page, "map.nearest(map.width / 2, map.height / 2, 1e9)");
      const { x, y } = await placeOf(page, id);
      await page.mouse.move(x, y);
      const kept: number = await ask(page, "map.frame.kept[map.hovered]");
      const label: string = await ask(page, "map.data.labels[map.hovered]");
      const tip = await page.locator(".tip").textContent();
      assert.equal(tip, `${label}${label.split(" ")[0]}keeps ${kept} of 10 neighbours`);
      await page.mouse.move(2, 2);
      assert.equal(await page.locator(".tip").isVisible(), false);
    });
  });

  it("zooms by buttons and keys, and by the wheel where it has focus or with Ctrl", async (t) => {
    await onMap(t, { ...someMap(), caption: "x\n".repeat(900) }, async ({ page }) => {
      await page.evaluate(`document.body.style.minHeight = "3000px"`);
      const zoom = () => ask<number>(page, "map.view.scale / map.fitScale");
      const rest = () =>
        page.waitForFunction(`!labMaps.of(document.querySelector("figure")).isMoving`);
      await page.locator(".stage").hover();
      await page.mouse.wheel(0, 120);
      await page.waitForFunction("scrollY === 120");
      assert.equal(await zoom(), 1, "the page scrolls");
      await page.evaluate("scrollTo(0, 0)");
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -60);
      await page.keyboard.up("Control");
      await page.waitForFunction(`labMaps.of(document.querySelector("figure")).view.scale > 1`);
      assert.ok((await zoom()) > 1.2, "Ctrl and wheel");
      await page.getByRole("button", { name: "Show the whole map" }).click();
      await rest();
      assert.ok(Math.abs((await zoom()) - 1) < 1e-6);
      await page.getByRole("button", { name: "Zoom in" }).click();
      await rest();
      assert.ok(Math.abs((await zoom()) - 1.6) < 1e-6);
      await page.locator(".stage").focus();
      await page.keyboard.press("-");
      await rest();
      assert.ok(Math.abs((await zoom()) - 1.6 / 1.5) < 1e-6);
      const under = async () => [
        await ask<number>(page, "(200 - map.width / 2) / map.view.scale + map.view.x"),
        await ask<number>(page, "(100 - map.height / 2) / map.view.scale + map.view.y"),
      ];
      const before = await under();
      const box = (await page.locator(".stage").boundingBox())!;
      await page.mouse.move(box.x + 1 + 200, box.y + 1 + 100);
      await page.mouse.wheel(0, -100);
      await rest();
      const after = await under();
      assert.ok((await zoom()) > 1.1, "the wheel, with focus");
      after.forEach((value, i) => assert.ok(Math.abs(value - before[i]!) < 1e-3, "stays put"));
      assert.equal(await page.evaluate("scrollY"), 0);
    });
  });

  it("follows a dragging mouse and two fingers", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      const box = (await page.locator(".stage").boundingBox())!;
      const first: number = await ask(page, "map.toX(map.xs[0])");
      await page.mouse.move(box.x + 300, box.y + 200);
      await page.mouse.down();
      await page.mouse.move(box.x + 340, box.y + 190, { steps: 4 });
      await page.mouse.up();
      assert.ok(Math.abs((await ask<number>(page, "map.toX(map.xs[0])")) - first - 40) < 0.01);
      assert.equal(await ask(page, "map.selected"), -1, "a drag chooses nothing");
      const finger = (type: string, id: number, x: number) =>
        `stage.dispatchEvent(new PointerEvent("${type}", { pointerId: ${id}, pointerType: "touch",
          clientX: ${box.x + x}, clientY: ${box.y + 200}, bubbles: true }));`;
      const scale: number = await ask(page, "map.view.scale");
      await page.evaluate(`(() => { const { stage } = labMaps.of(document.querySelector("figure")).parts;
        stage.setPointerCapture = () => {};
        ${finger("pointerdown", 7, 200)} ${finger("pointerdown", 8, 300)}
        ${finger("pointermove", 8, 301)} ${finger("pointermove", 7, 100)} ${finger("pointermove", 8, 400)}
        ${finger("pointerup", 7, 100)} ${finger("pointerup", 8, 400)} })()`);
      // 300 pixels between the fingers that were 101 apart.
      assert.ok(Math.abs((await ask<number>(page, "map.view.scale")) / scale - 300 / 101) < 0.02);
    });
  });

  it("is walked by the keyboard, and keeps the keys to itself", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      await page.evaluate(`window.heard = [];
        document.addEventListener("keydown", (event) => heard.push(event.key))`);
      const place = () =>
        ask<[number, number]>(page, "[map.xs[map.selected], map.ys[map.selected]]");
      await page.locator(".stage").focus();
      await page.keyboard.press("ArrowRight");
      const [x, y] = await place();
      await page.keyboard.press("ArrowRight");
      assert.ok((await place())[0] > x);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowUp");
      assert.ok((await place())[1] < y + 0.2);
      const label: string = await ask(page, "map.data.labels[map.selected]");
      const spoken = await page.locator("[aria-live]").textContent();
      assert.match(spoken!, new RegExp(`^${label}, .*of 10 true neighbours are near it here`));
      await page.keyboard.press("/");
      await page.keyboard.type("bee");
      await page.getByText("40 matches").waitFor();
      assert.deepEqual(await page.evaluate("heard"), []);
      await page.keyboard.press("Escape");
      assert.equal(await ask(page, "map.selected"), -1);
      await page.keyboard.press("Tab");
      assert.deepEqual(await page.evaluate("heard"), ["Tab"]);
      assert.equal(
        await page.locator("figure").getAttribute("data-lm-suppress-shortcuts"),
        "true",
        "JupyterLab hears keys before the page does, and looks for this",
      );
    });
  });

  it("names every control, and shows which has focus", async (t) => {
    const options = { ...someMap(), axes: [["ant 0", "bee 1"]] as const };
    await onMap(t, options, async ({ page }) => {
      await page.getByRole("combobox", { name: "axis" }).selectOption("own");
      const names = new Set<string>();
      for (let press = 0; press < 25; press++) {
        await page.keyboard.press("Tab");
        const focused: string = await ask(
          page,
          `(() => { const at = map.shadow.activeElement; if (!at) return "";
            const name = at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent;
            return name + "|" + getComputedStyle(at).outlineStyle + "|" + at.offsetHeight; })()`,
        );
        if (focused === "") continue;
        const [name, outline, height] = focused.split("|");
        assert.ok(name!.trim() !== "", focused);
        assert.notEqual(outline, "none", focused);
        assert.ok(Number(height) >= 20, focused);
        names.add(name!);
      }
      for (const name of ["Search the points", "Zoom in", "from", "to", "lay out", "bee40"]) {
        assert.ok(names.has(name), `${name} among ${[...names].join("; ")}`);
      }
      assert.match(
        (await page.locator(".stage").getAttribute("aria-label"))!,
        /^Map: Animals\. 200/,
      );
    });
  });

  it("colours by what is kept, with a legend in numbers", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      const first = await pictures(page);
      await page.getByRole("combobox", { name: "Colour" }).selectOption("trust");
      const legend = await page.locator(".legend .step").allTextContents();
      assert.deepEqual(
        legend.map((text) => text.trim()),
        [...["0–1 of 10", "2–3 of 10", "4–5 of 10", "6–7 of 10", "8–9 of 10", "10 of 10"]],
      );
      assert.notEqual((await pictures(page))[0], first[0]);
      // Each point has the step in whose numbers its own lies.
      const wrong: number = await ask(
        page,
        `[...map.everyone].filter((i) => map.classOf(i) !== Math.min(5, map.frame.kept[i] >> 1)).length`,
      );
      assert.equal(wrong, 0);
    });
  });

  it("lets one group stand out", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      const first = await pictures(page);
      const button = page.locator(".legend").getByRole("button", { name: "cat" });
      await button.click();
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      assert.notEqual((await pictures(page))[0], first[0]);
      await button.click();
      assert.deepEqual((await pictures(page))[0], first[0]);
    });
  });

  it("is dark on a dark page, with readable words, and turns with it", async (t) => {
    const test = async ({ page }: WatchedPage) => {
      const inks = async () => {
        const parts = page.locator(".box h2, .box h3, .box p, .legend button, .legend small");
        const colours: string[] = await parts.evaluateAll(
          inPage<unknown, string[]>("all", "return all.map((one) => getComputedStyle(one).color)"),
        );
        return colours;
      };
      for (const ink of await inks()) assert.ok(contrast(ink, "rgb(22, 25, 29)") >= 4.5, ink);
      const corner: number[] = await ask(
        page,
        `[...map.parts.points.getContext("2d").getImageData(2, 2, 1, 1).data]`,
      );
      assert.ok(corner[0]! < 40, corner.join());
      await page.evaluate(`document.body.style.background = "#fff"`);
      await page.locator('figure[data-lab-drawn="light"]').waitFor();
      for (const ink of await inks()) assert.ok(contrast(ink, "rgb(255, 255, 255)") >= 4.5, ink);
    };
    await onMap(t, someMap(), test, { isDark: true });
  });

  it("shows hostile texts as letters", async (t) => {
    const labels = [EVIL, `${EVIL} 2`, "c", "d", "e", "f"];
    const options = {
      ...{
        points: labels.map((_, i) => [i, i * i]),
        labels,
        vectors: labels.map((_, i) => [1, i]),
      },
      ...{
        groups: labels.map(() => EVIL),
        title: EVIL,
        caption: EVIL,
        method: EVIL,
        groupLabel: EVIL,
      },
    };
    await onMap(t, options, async ({ page }) => {
      const { x, y } = await placeOf(page, 0);
      await page.mouse.click(x, y);
      assert.equal(await page.locator(".about h3").textContent(), EVIL);
      assert.equal(await page.locator("h2").textContent(), EVIL);
      assert.equal(await page.locator("img").count(), 0);
      assert.match((await page.locator(".legend").textContent())!, /^<\/script><img src=x/);
    });
  });

  it("draws twenty maps on one page, each for itself", async (t) => {
    const one = embeddingMap({ ...someMap(300), height: 240 }).toHtml();
    await browser.onPage(
      t,
      one.repeat(20),
      async ({ page }) => {
        await mapsDrawn(page);
        assert.equal(await page.locator("figure[data-lab-drawn]").count(), 20);
        const stages = await page.locator(".stage").all();
        for (const stage of stages) assert.ok(await hasInk(page, await stage.screenshot()));
        await page.getByRole("searchbox").nth(3).fill("cat");
        await page.getByText("60 matches").waitFor();
        assert.equal(await page.locator(".found:not(:empty)").count(), 1);
      },
      { hasPlotly: false },
    );
  });

  it("is drawn when it is put into the page later, as Jupyter does", async (t) => {
    const html = embeddingMap(someMap()).toHtml().replace("lab-map-loader", "lab-loader");
    await browser.onPage(
      t,
      "<p>An empty page</p>",
      async ({ page }) => {
        for (let time = 0; time < 2; time++) {
          await page.evaluate(insertAsJupyterDoes, html);
          await mapsDrawn(page);
        }
        assert.equal(await page.locator(".stage").count(), 1);
      },
      { hasPlotly: false },
    );
  });

  it("brings its script and its names once to an exported page", async (t) => {
    const { oncePerPage } = await importBin<OncePerPage>("pages/once-per-page.mjs");
    const one = embeddingMap(someMap()).toHtml();
    const html = oncePerPage(one + one);
    assert.equal(html.split("lab-map-loader").length - 1, 1);
    assert.equal(html.split('"ant 195"').length - 1, 1);
    const test = async ({ page }: WatchedPage) => {
      await mapsDrawn(page);
      assert.equal(await page.locator("figure[data-lab-drawn]").count(), 2);
      assert.equal(await ask(page, "map.data.labels[195]"), "ant 195");
    };
    await browser.onPage(t, html, test, { hasPlotly: false });
  });

  it("is itself again when it was off the page, in the theme of the day", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      const first = await pictures(page);
      await page.evaluate(`window.away = document.querySelector("figure"); away.remove();
        document.body.style.background = "#111"`);
      await page.evaluate("document.body.append(away)");
      await page.locator('figure[data-lab-drawn="dark"]').waitFor();
      assert.notEqual((await pictures(page))[0], first[0]);
    });
  });

  it("keeps sentence, caption and table where scripts do not run", async (t) => {
    const options = { ...someMap(), caption: "Ants are apart." };
    const test = async ({ page }: WatchedPage) => {
      assert.match((await page.locator(".lab-alt").textContent())!, /200 points in 5 groups: ant/);
      assert.equal(await page.locator("figcaption").textContent(), "Ants are apart.");
      await page.locator("summary").click();
      assert.equal(await page.locator("tbody tr").count(), 60);
    };
    await onMap(t, options, test, { javaScriptEnabled: false });
  });

  it("leaves a picture in the notebook for viewers without scripts", async (t) => {
    if (browser.reason !== undefined) return t.skip(browser.reason);
    const { renderFigures } = await importBin<RenderFigures>("render-figures.mjs");
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lab-map-"));
    const file = path.join(folder, "map.ipynb");
    const options = { ...someMap(), title: EVIL };
    const data = { "text/html": embeddingMap(options).toHtml() };
    const cells = [{ cell_type: "code", outputs: [{ output_type: "display_data", data }] }];
    fs.writeFileSync(file, JSON.stringify({ cells, nbformat: 4 }));
    const [{ figures, bytes }] = await renderFigures([file]);
    assert.equal(figures, 1);
    assert.ok(bytes < 100_000, `${bytes} bytes`);
    const saved = JSON.parse(fs.readFileSync(file, "utf8")) as { cells: typeof cells };
    fs.rmSync(folder, { recursive: true });
    const html = saved.cells[0]!.outputs[0]!.data["text/html"];
    const watched = await browser.open(html, { hasPlotly: false, javaScriptEnabled: false });
    // Scripts are off for the page, so the check of its ink runs in another.
    const image = await watched.page.locator("img").screenshot();
    assert.match((await watched.page.locator("img").getAttribute("alt"))!, /^Map: <\/script><img/);
    await watched.close();
    await browser.onPage(t, "<p>ink</p>", async ({ page }) => {
      assert.ok(await hasInk(page, image));
    });
    // With scripts the live map takes the picture's place.
    await browser.onPage(t, html, async ({ page }) => {
      await mapsDrawn(page);
      assert.equal(await page.locator("img").isVisible(), false);
    });
  });

  it("moves 100,000 points many times a second", async (t) => {
    await onMap(t, cloudMap(100_000), async ({ page }) => {
      const times: number[] = await page.evaluate(`(async () => {
        const map = labMaps.of(document.querySelector("figure"));
        const times = [];
        for (let i = 0; i < 30; i++) {
          map.pan(i % 2 ? 9 : -7, 3);
          await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
          times.push(map.drawMs);
        }
        return times.sort((a, b) => a - b);
      })()`);
      t.diagnostic(
        `drawing 100,000 points: median ${times[15]!.toFixed(1)} ms, worst ${times[29]!.toFixed(1)}`,
      );
      assert.ok(times[15]! < 120, `${times[15]} ms`);
      const start = Date.now();
      await page.getByRole("searchbox").fill("w9999");
      await page.getByText("11 matches").waitFor();
      assert.ok(Date.now() - start < 3000);
    });
  });

  it("follows the width of the page", async (t) => {
    await onMap(t, someMap(), async ({ page }) => {
      await page.setViewportSize({ width: 420, height: 800 });
      await page.waitForFunction(`labMaps.of(document.querySelector("figure")).width < 410`);
      const [map, panel] = [page.locator(".stage"), page.locator(".about")];
      assert.ok(
        (await panel.boundingBox())!.y > (await map.boundingBox())!.y + 400,
        "below the map",
      );
      assert.ok(((await page.evaluate("document.body.scrollWidth")) as number) <= 420);
    });
  });
});
