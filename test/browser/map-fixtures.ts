/**
 * Maps to test with: clusters in eight dimensions, named after their cluster and number.
 */
import type { Page } from "playwright-core";
import { createRng } from "../../src/core/rng";
import { EmbeddingMapOptions } from "../../src/figures/embedding-map";
import { pca } from "../../src/similarity/pca";
import { inPage } from "./chromium";

export const KINDS = ["ant", "bee", "cat", "dog", "eel"];

/** Points of a map with all that it can show. */
export function someMap(n = 200): EmbeddingMapOptions & { vectors: Float64Array[] } {
  const rng = createRng(11);
  const centres = KINDS.map(() => Array.from({ length: 8 }, () => 2 * rng.normal()));
  const vectors = Array.from({ length: n }, (_, i) =>
    Float64Array.from(centres[i % 5]!, (x) => x + rng.normal()),
  );
  return {
    points: pca(vectors).projected,
    labels: vectors.map((_, i) => `${KINDS[i % 5]} ${i}`),
    groups: vectors.map((_, i) => KINDS[i % 5]!),
    title: "Animals",
    method: "PCA",
    vectors,
  };
}

/** Many points, quickly: a cloud without neighbours. */
export function cloudMap(n: number): EmbeddingMapOptions {
  const rng = createRng(12);
  const values = new Float32Array(2 * n).map(() => rng.normal());
  return {
    points: { shape: [n, 2], values },
    labels: Array.from({ length: n }, (_, i) => `w${i}`),
    groups: Array.from({ length: n }, (_, i) => KINDS[i % 5]!),
  };
}

/** Waits until all maps of the page are drawn and at rest. */
export async function mapsDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    `(() => {
      const figures = [...document.querySelectorAll("figure.lab-map")];
      return figures.length > 0 && figures.every((figure) =>
        figure.hasAttribute("data-lab-drawn") && !labMaps.of(figure).isMoving);
    })()`,
    undefined,
    { timeout: 30_000 },
  );
}

/** Asks the first map of the page: the text is an expression about `map`. */
export async function ask<Result>(page: Page, expression: string): Promise<Result> {
  return page.evaluate(
    `(() => { const map = labMaps.of(document.querySelector("figure.lab-map"));
      return ${expression}; })()`,
  );
}

/** A number that stands for the picture of the points; a second for the words over them. */
export async function pictures(page: Page): Promise<[number, number]> {
  await page.evaluate(`new Promise((next) => requestAnimationFrame(() => setTimeout(next, 30)))`);
  return page.evaluate(
    inPage<unknown, [number, number]>(
      "_",
      `const map = labMaps.of(document.querySelector("figure.lab-map"));
       return [map.parts.points, map.parts.words].map((canvas) => {
         const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
         let hash = 0;
         for (let i = 0; i < data.length; i++) hash = (Math.imul(hash, 31) + data[i]) | 0;
         return hash;
       });`,
    ),
    null,
  );
}

/** The colour in the middle of a point's dot: red, green, blue. */
export async function colourAt(page: Page, id: number): Promise<number[]> {
  await pictures(page);
  return ask(
    page,
    `[...map.parts.points.getContext("2d").getImageData(map.toX(map.xs[${id}]) * map.ratio,
      map.toY(map.ys[${id}]) * map.ratio, 1, 1).data].slice(0, 3)`,
  );
}

/** Where a point stands on the page, in pixels. */
export async function placeOf(page: Page, id: number): Promise<{ x: number; y: number }> {
  const at: [number, number] = await ask(page, `[map.toX(map.xs[${id}]), map.toY(map.ys[${id}])]`);
  const box = (await page.locator(".stage").first().boundingBox())!;
  return { x: box.x + 1 + at[0], y: box.y + 1 + at[1] };
}
