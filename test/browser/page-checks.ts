/**
 * What tests look at on a page: ink, contrast, and outputs put in as Jupyter does.
 */
import type { Page } from "playwright-core";
import { inPage } from "./chromium";

/** Moves the mouse into an element: so far to the right, at half its height. */
export async function moveInto(page: Page, selector: string, share: number): Promise<void> {
  const box = (await page.locator(selector).first().boundingBox())!;
  await page.mouse.move(box.x + box.width * share, box.y + box.height / 2);
}

/** The scripts of inserted HTML do not run: Jupyter makes new ones, Notebook 6 in another place. */
export const insertAsJupyterDoes = inPage<string, number>(
  "text",
  `
  let place = document.querySelector("#output");
  if (!place) {
    place = document.body.appendChild(document.createElement("div"));
    place.id = "output";
  }
  place.innerHTML = text;
  for (const script of place.querySelectorAll("script.lab-loader")) {
    const copy = document.createElement("script");
    copy.textContent = script.textContent;
    document.head.appendChild(copy).remove();
  }
  return place.querySelectorAll(".scatterlayer").length;`,
);

const inkShare = inPage<string, number>(
  "base64",
  `return (async () => {
  const image = new Image();
  image.src = "data:image/png;base64," + base64;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let differing = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[0] || data[at + 1] !== data[1]) differing++;
  }
  return differing / (data.length / 4);
  })()`,
);

/** Whether more than 1% of a screenshot's pixels differ from its corner. */
export async function hasInk(page: Page, png: Buffer): Promise<boolean> {
  return (await page.evaluate(inkShare, png.toString("base64"))) > 0.01;
}

/** WCAG 2.1 contrast of two "rgb(r, g, b)" colours. */
export function contrast(first: string, second: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = colour.match(/[\d.]+/g)!.map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [high, low] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}
