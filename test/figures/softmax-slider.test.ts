import assert from "node:assert/strict";
import { after, before, describe, it, type TestContext } from "node:test";
import type { Page } from "playwright-core";
import { createRng } from "../../src/core/rng";
import { softmaxSlider } from "../../src/figures/softmax-slider";
import { entropy } from "../../src/sampling/entropy";
import { softmax } from "../../src/sampling/softmax";
import { warpLogits } from "../../src/sampling/warp-logits";
import { TestBrowser, type OnPageOptions, type WatchedPage } from "../browser/chromium";

const SIZE = 400;
const EVIL = "<img src=x onerror=alert(1)>";
const VOCABULARY = Array.from({ length: SIZE }, (_, i) => (i === 7 ? EVIL : `w${i}`));
const rng = createRng(4);
const LOGITS = Float32Array.from({ length: SIZE }, (_, i) => (i === 7 ? 9 : 2 * rng.normal()));
const OTHER = LOGITS.map((logit) => -logit);
const CONTEXTS = [
  { name: "model <b>A</b>", logits: LOGITS },
  { name: "model B", logits: OTHER },
];
const slider = () => softmaxSlider(CONTEXTS, VOCABULARY, { title: "Try <it>" });

interface View {
  temperature: number;
  kept: number;
  entropy: number;
  shares: Record<string, number>;
}

const viewOf = (page: Page) =>
  page.evaluate("labSoftmax.of(document.querySelector('figure.lab-softmax'))") as Promise<View>;
/** The bars' widths in percent. */
const bars = async (page: Page) =>
  (await page.evaluate(
    "[...document.querySelectorAll('.lab-fill')].map((bar) => parseFloat(bar.style.width))",
  )) as number[];
async function set(page: Page, name: string, position: number): Promise<void> {
  await page.getByLabel(name).fill(String(position));
  await page.evaluate("new Promise((next) => requestAnimationFrame(() => setTimeout(next)))");
}

describe("softmaxSlider", () => {
  it("says in words what it shows at T = 1, with shares that sum to 1", () => {
    const text = slider().describe();
    assert.match(text, new RegExp(`entropy ${entropy(softmax(LOGITS)).toFixed(3)} nats`));
    const shares = text
      .split("\n")
      .flatMap((line) => /model <b>A.* (0\.\d{4})$/.exec(line)?.[1] ?? []);
    assert.equal(shares.length, 13);
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + Number(share), 0) - 1) < 0.001);
  });
  it("escapes what comes from data", () => {
    const html = slider().toHtml();
    assert.ok(!html.includes("<img src=x") && !html.includes("<b>A</b>") && !html.includes("<it>"));
  });
  it("says what it got when the input is wrong", () => {
    assert.throws(() => softmaxSlider([], VOCABULARY), /must be a list of logits, got 0/);
    const short = [{ name: "x", logits: [1, 2] }];
    assert.throws(
      () => softmaxSlider(short, VOCABULARY),
      /\(400\) must have a logit, got 2 in "x"/,
    );
    const wrong = [{ name: "x", logits: [1, NaN] }];
    assert.throws(() => softmaxSlider(wrong, ["a", "b"]), /got NaN at index 1/);
    assert.throws(() => softmaxSlider(CONTEXTS, VOCABULARY, { numBars: 0 }), /numBars .* got 0/);
  });
});

describe("softmax sliders in a browser", () => {
  const browser = new TestBrowser();
  before(() => browser.start());
  after(() => browser.stop());

  const onView = (
    t: TestContext,
    test: (watched: WatchedPage) => Promise<void>,
    options: OnPageOptions = {},
  ) =>
    browser.onPage(
      t,
      slider().toHtml(),
      async (watched) => {
        if (options.javaScriptEnabled !== false) {
          await watched.page.locator("figure[data-lab-drawn]").waitFor();
        }
        await test(watched);
      },
      { hasPlotly: false, ...options },
    );

  it("keeps bars that sum to 1 and the order, while entropy never falls from T = 0.05 to 2", async (t) => {
    await onView(t, async ({ page, requests }) => {
      assert.equal(requests.length, 1);
      let before = -1;
      for (let position = 0; position < 40; position += 3) {
        await set(page, "temperature", position);
        const widths = await bars(page);
        const sum = widths.reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(sum - 100) < 1e-3, `${sum}`);
        const view = await viewOf(page);
        const total = Object.values(view.shares).reduce((a, b) => a + b, 0);
        assert.ok(Math.abs(total - 1) < 1e-6, `${total}`);
        const own = widths.slice(0, -1);
        assert.deepEqual(own, [...own].sort((a, b) => b - a)); // prettier-ignore
        assert.ok(view.entropy >= before, `${view.temperature}`);
        before = view.entropy;
        const warm = softmax(warpLogits(LOGITS, { temperature: view.temperature }));
        assert.ok(Math.abs(view.entropy - entropy(warm)) < 1e-9);
      }
      assert.ok(before > 3);
    });
  });

  it("cuts as src/sampling does", async (t) => {
    await onView(t, async ({ page }) => {
      await set(page, "temperature", 13); // 0.7
      for (const [k, p] of [
        [4, 19],
        [7, 19],
        [11, 11],
        [4, 9],
        [11, 0],
      ]) {
        // prettier-ignore
        await set(page, "top-k", k!);
        await set(page, "top-p", p!);
        const { kept, shares } = await viewOf(page);
        const topK = [1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 400][k!]!;
        const expected = softmax(
          warpLogits(LOGITS, { temperature: 0.7, topK, topP: (p! + 1) / 20 }),
        );
        const sorted = expected
          .filter((share) => share > 0)
          .sort()
          .reverse();
        assert.equal(kept, sorted.length);
        sorted.forEach((share, i) => assert.ok(Math.abs(shares[i]! - share) < 1e-9));
        const cut = await page.locator(".lab-share", { hasText: "cut" }).count();
        assert.equal(cut, Math.max(0, 13 - kept));
      }
    });
  });

  it("shows another model's logits, and goes back to where it began", async (t) => {
    await onView(t, async ({ page }) => {
      const start = await bars(page);
      assert.match((await page.locator(".lab-bars code").first().textContent())!, /^<img.src=x/);
      await set(page, "temperature", 3);
      await page.getByLabel("logits of").selectOption("1");
      await set(page, "top-k", 2);
      assert.match(
        (await page.locator(".lab-say").textContent())!,
        /^model B: T = 0.20, .* 3 of 400/,
      );
      await page.getByRole("button", { name: "reset" }).click();
      await page.getByLabel("logits of").selectOption("0");
      await set(page, "top-p", 19);
      assert.deepEqual(await bars(page), start);
    });
  });

  it("is moved with the keyboard, and says so", async (t) => {
    await onView(t, async ({ page }) => {
      await page.getByLabel("temperature").focus();
      await page.keyboard.press("ArrowLeft");
      await page.getByText("T = 0.95", { exact: true }).waitFor();
    });
  });

  it("stands as bars where no script runs", async (t) => {
    const test = async ({ page }: WatchedPage) => {
      const box = await page.locator(".lab-fill").first().boundingBox();
      assert.ok(box!.width > 20, `${box!.width}`);
    };
    await onView(t, test, { javaScriptEnabled: false });
  });
});
