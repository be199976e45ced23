/**
 * Puts a picture into every figure of a notebook that has been run, for readers without scripts.
 *
 *   node bin/render-figures.mjs notebook.ipynb …
 *
 * An author's step: it needs a Chromium, which learners do not. Each figure is drawn once, as on a
 * light page, and its picture (PNG, at most 100 kB) goes into the notebook twice: into the HTML,
 * where the sentence stands until the figure is drawn, and as image/png beside it.
 * Running the step again changes nothing.
 */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchChromium } from "./pages/chromium.mjs";
import { joined } from "./pages/escape-html.mjs";
import { writeFileAtomic } from "./pages/write-file.mjs";

const PLOTLY = fileURLToPath(
  new URL("../node_modules/plotly.js-dist-min/plotly.min.js", import.meta.url),
);
const WIDTH = 760;
const MAX_BYTES = 100_000;
/** Pixels per pixel: sharp where it fits into the limit, coarser where it does not. */
const SCALES = [1, 0.75, 0.5];
const FALLBACK = /(<div class="lab-plot"[^>]*>)<p class="lab-alt">([\s\S]*?)<\/p>/;

/**
 * @param {string[]} paths notebooks that have been run
 * @returns {Promise<{ path: string, figures: number, bytes: number }[]>} what was added to each
 */
export async function renderFigures(paths) {
  const notebooks = paths.map((path) => {
    const text = readFileSync(path, "utf8");
    const notebook = parse(text, path);
    return { path, text, notebook, outputs: figureOutputs(notebook) };
  });
  const results = [];
  let browser;
  try {
    for (const { path, text, notebook, outputs } of notebooks) {
      let bytes = 0;
      for (const output of outputs) {
        browser ??= await launchChromium();
        const png = await picture(browser, joined(output.data["text/html"]), path);
        addPicture(output, png);
        bytes += png.length;
      }
      const indent = /^\{\n( *)/.exec(text)?.[1].length ?? 1;
      const ending = text.endsWith("\n") ? "\n" : "";
      if (outputs.length > 0) {
        writeFileAtomic(path, JSON.stringify(notebook, null, indent) + ending);
      }
      results.push({ path, figures: outputs.length, bytes });
    }
  } finally {
    await browser?.close();
  }
  return results;
}

function parse(text, path) {
  try {
    const notebook = JSON.parse(text);
    if (Array.isArray(notebook?.cells)) return notebook;
  } catch {
    // The message below says the same.
  }
  throw new Error(`renderFigures: ${path} is no notebook of format 4`);
}

/** Outputs that hold a figure without a picture. */
function figureOutputs(notebook) {
  return notebook.cells
    .flatMap((cell) => cell.outputs ?? [])
    .filter((output) => FALLBACK.test(joined(output.data?.["text/html"])));
}

/** Draws the figure on a page of its own, without network. */
async function picture(browser, html, path) {
  const folder = mkdtempSync(join(tmpdir(), "lab-figure-"));
  const context = await browser.newContext({
    viewport: { width: WIDTH + 16, height: 900 },
    offline: true,
    colorScheme: "light",
  });
  try {
    symlinkSync(PLOTLY, join(folder, "plotly.min.js"));
    const style = "margin:8px;background:#fff;font-family:sans-serif";
    writeFileSync(
      join(folder, "figure.html"),
      `<!doctype html><meta charset="utf-8"><body style="${style}">${html}`,
    );
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, "figure.html")).href);
    await page.locator("figure[data-lab-drawn] .lab-plot").waitFor({ timeout: 60_000 });
    for (const scale of SCALES) {
      const url = await page.evaluate(
        ([width, by]) => {
          const map = document.querySelector("figure.lab-map");
          if (map) return window.labMaps.picture(map, width, by);
          const attention = document.querySelector("figure.lab-attention");
          if (attention) return window.labAttention.picture(attention, width, by);
          const plot = document.querySelector(".lab-plot");
          // A picture has paper: the page's transparent figures would be unreadable on dark.
          const layout = { ...plot.layout, paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff" };
          const height = layout.height;
          const figure = { data: plot.data, layout, config: { typesetMath: false } };
          return window.Plotly.toImage(figure, { format: "png", width, height, scale: by });
        },
        [WIDTH, scale],
      );
      const png = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
      if (png.length <= MAX_BYTES) return png;
    }
    throw new Error(`a picture of at most ${MAX_BYTES} bytes was not possible`);
  } catch (error) {
    throw new Error(`renderFigures: a figure of ${path} could not be drawn: ${error.message}`);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function addPicture(output, png) {
  const base64 = png.toString("base64");
  const html = joined(output.data["text/html"]).replace(
    FALLBACK,
    // The sentence is escaped for text already, which serves an attribute in quotes as well.
    (_, plot, alt) =>
      `${plot}<img src="data:image/png;base64,${base64}" alt="${alt}" style="max-width:100%">`,
  );
  const asLines = Array.isArray(output.data["text/html"]);
  output.data["text/html"] = asLines ? html.match(/[^\n]*\n|[^\n]+/g) : html;
  output.data["image/png"] = base64;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const paths = process.argv.slice(2);
  if (paths.length === 0) {
    console.error("node bin/render-figures.mjs notebook.ipynb …");
    process.exitCode = 1;
  } else {
    renderFigures(paths.map((path) => resolve(path))).then(
      (results) => {
        for (const { path, figures, bytes } of results) {
          console.log(`${path}: ${figures} pictures, ${Math.round(bytes / 1000)} kB`);
        }
      },
      (error) => {
        console.error(error.message);
        process.exitCode = 1;
      },
    );
  }
}
