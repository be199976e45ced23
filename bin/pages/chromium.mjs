/**
 * The Chromium that draws figures for the PNG step and for the tests: one that is installed,
 * started without network services, with a profile of its own and no window. Learners need none.
 */
import { existsSync } from "node:fs";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of the browser, or undefined. CHROME_PATH goes before all others. */
export function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked) return existsSync(asked) ? asked : undefined;
  return PLACES.find((place) => existsSync(place));
}

/** Starts it; playwright gives each start a new user-data folder and removes it afterwards. */
export async function launchChromium() {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      "launchChromium: no Chromium or Chrome was found" +
        (process.env.CHROME_PATH ? ` at CHROME_PATH ${process.env.CHROME_PATH}` : "") +
        "; install it (Debian: apt-get install chromium) or set CHROME_PATH",
    );
  }
  const { chromium } = await import("playwright-core");
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
