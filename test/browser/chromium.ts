/**
 * A real browser for tests: started once per file, every page offline and watched.
 *
 * Without a Chromium these tests are skipped and say so; with LAB_REQUIRE_BROWSER=1 they fail.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestContext } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export const ROOT = resolve(__dirname, "../..");
const PLOTLY = join(ROOT, "node_modules/plotly.js-dist-min/plotly.min.js");

interface ChromiumModule {
  findChromium(): string | undefined;
  launchChromium(): Promise<Browser>;
}

/** A page, and everything it asked for or complained about. */
export interface WatchedPage {
  page: Page;
  /** Paths of the files it loaded, the page itself first. */
  requests: string[];
  /** Console errors and warnings, uncaught errors, failed requests, dialogs: should be none. */
  complaints: string[];
  close(): Promise<void>;
}

export interface OpenOptions extends BrowserContextOptions {
  /** Put plotly.min.js beside the page. Default true. */
  hasPlotly?: boolean;
}

export interface OnPageOptions extends OpenOptions {
  isDark?: boolean;
}

/** A module of bin/, which is plain JavaScript. */
export async function importBin<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(join(ROOT, "bin", path)).href)) as T;
}

export class TestBrowser {
  /** Why there is no browser, or undefined where there is one. */
  reason: string | undefined;
  private browser: Browser | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), "lab-browser-"));
  private count = 0;

  /** Throws where there is none and a browser is required. */
  async start(): Promise<void> {
    const { findChromium, launchChromium } = await importBin<ChromiumModule>("pages/chromium.mjs");
    if (findChromium() === undefined) {
      this.reason = "no Chromium found; install one or set CHROME_PATH";
      if (process.env.LAB_REQUIRE_BROWSER === "1") throw new Error(this.reason);
      return;
    }
    this.browser = await launchChromium();
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the test on a page with this body, and wants no complaint from it. */
  async onPage(
    t: TestContext,
    body: string,
    test: (watched: WatchedPage) => Promise<void>,
    { isDark = false, ...options }: OnPageOptions = {},
  ): Promise<void> {
    if (this.reason !== undefined) return t.skip(this.reason);
    const watched = await this.open(pageWith(body, { isDark }), options);
    try {
      await test(watched);
      assert.deepEqual(watched.complaints, []);
    } finally {
      await watched.close();
    }
  }

  /** Opens HTML from file://, with the network off. */
  async open(html: string, options: OpenOptions = {}): Promise<WatchedPage> {
    const { hasPlotly = true, ...contextOptions } = options;
    const folder = mkdtempSync(join(this.folder, `page-${++this.count}-`));
    writeFileSync(join(folder, "page.html"), html);
    if (hasPlotly) symlinkSync(PLOTLY, join(folder, "plotly.min.js"));
    return this.openFile(join(folder, "page.html"), contextOptions);
  }

  async openFile(path: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
    return this.openUrl(pathToFileURL(path).href, { offline: true, ...options });
  }

  async openUrl(url: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
    const context = await this.browser!.newContext({
      viewport: { width: 1000, height: 800 },
      ...options,
    });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
    page.on("console", (message) => {
      const isComplaint = ["error", "warning"].includes(message.type());
      // Software WebGL remarks on its own speed, and Chromium on plotly.js's.
      const isRemark = /GL Driver Message|willReadFrequently/.test(message.text());
      if (isComplaint && !isRemark) complaints.push(message.text());
    });
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(url);
    return { page, requests, complaints, close: () => context.close() };
  }
}

/**
 * A function that runs in the page. It is made of text, so that the browser's types do not leak
 * into the rest of the program and no compiler adds calls of its own to it.
 */
export function inPage<Value, Result>(
  parameter: string,
  body: string,
): (value: Value) => Promise<Result> {
  return new Function(parameter, body) as (value: Value) => Promise<Result>;
}

/** The page around outputs; `dark` as JupyterLab's dark theme has it: the background decides. */
export function pageWith(body: string, { isDark = false } = {}): string {
  const colours = isDark ? "background:#111111;color:#e6e9ee" : "background:#fff;color:#24292f";
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>test</title></head>` +
    `<body style="margin:8px;${colours}">${body}</body></html>`
  );
}

/** Waits until every figure on the page has been drawn. */
export async function allDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    `(() => {
      const all = document.querySelectorAll("figure.lab-figure").length;
      return all > 0 && document.querySelectorAll("figure[data-lab-drawn]").length === all;
    })()`,
    undefined,
    { timeout: 30_000 },
  );
}
