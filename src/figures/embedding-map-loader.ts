/** The script that draws maps, as text to stand inside a `<script>`: 26 kB a map. */
import { MAP_THEMES } from "./embedding-map-style";
import { packedScript, pageScript, type PageScriptOptions } from "./page-script";

const PARTS = ["data", "geometry", "theme", "paint", "labels", "overlay", "panel", "style"].concat([
  "frames",
  "controls",
  "map",
  "moving",
  "drawing",
  "gestures",
  "page",
]);

const SCRIPT: PageScriptOptions = {
  parts: PARTS.map((name) => `embedding-map/${name}`),
  global: "labMaps",
  themes: MAP_THEMES,
};

let packed: string | undefined;

/** What stands in the page: unpacks the script and runs it. */
export function mapLoaderSource(): string {
  packed ??= packedScript(SCRIPT);
  return packed;
}

/** The script itself. */
export function mapScript(): string {
  return pageScript(SCRIPT);
}
