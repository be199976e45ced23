/** The script that draws attention views, as text to stand inside a `<script>`. */
import { MAP_THEMES } from "./embedding-map-style";
import { packedScript, type PageScriptOptions } from "./page-script";
import { SEQUENTIAL, type Theme } from "./style";

const PARTS = [
  "elements",
  "data",
  "style",
  "lines",
  "matrix",
  "controls",
  "view",
  "picture",
  "page",
];

/** Heads in colours that differ; grey is no colour of a line. */
const themeOf = (theme: Theme) => ({
  ...MAP_THEMES[theme],
  palette: MAP_THEMES[theme].palette.slice(0, -1),
  scale: SEQUENTIAL[theme].map(([, colour]) => colour),
});

export const ATTENTION_SCRIPT: PageScriptOptions = {
  parts: ["embedding-map/theme", ...PARTS.map((name) => `attention/${name}`)],
  global: "labAttention",
  themes: { light: themeOf("light"), dark: themeOf("dark") },
};

let packed: string | undefined;

/** What stands in the page: unpacks the script and runs it. */
export function attentionScript(): string {
  packed ??= packedScript(ATTENTION_SCRIPT);
  return packed;
}
