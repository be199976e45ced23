/**
 * The colours of maps: the house's, and those of their controls.
 *
 * Text on its ground has a contrast of at least 4.5 in both themes, edges of controls 3 (WCAG 2.1,
 * 1.4.3 and 1.4.11); a test computes them. How much a point keeps is told by lightness alone.
 */
import { PALETTE, Theme, THEME_COLOURS } from "./style";

export interface MapTheme {
  isDark: boolean;
  ink: string;
  /** Words of less weight. */
  muted: string;
  paper: string;
  /** The ground of buttons. */
  raised: string;
  /** Lines that only separate. */
  line: string;
  /** Lines around what can be used. */
  edge: string;
  accent: string;
  palette: readonly string[];
  /** From "keeps none of its neighbours" to "keeps all". */
  steps: readonly string[];
}

const { light, dark } = THEME_COLOURS;

export const MAP_THEMES: Record<Theme, MapTheme> = {
  light: {
    ...{ isDark: false, ink: light.ink, paper: light.paper, muted: "#57606a" },
    ...{ raised: "#f6f8fa", line: "#dde1e6", edge: "#868f99", accent: "#0b5cad" },
    palette: PALETTE,
    steps: ["#e2e9f1", "#bfd3e8", "#8db8dc", "#4f94c6", "#2069a8", "#0b3c73"],
  },
  dark: {
    ...{ isDark: true, ink: dark.ink, paper: dark.paper, muted: "#9aa5b1" },
    ...{ raised: "#20252b", line: "#343a42", edge: "#737c87", accent: "#7cb8f5" },
    palette: PALETTE,
    steps: ["#2b3641", "#2c4e70", "#2f6ea6", "#4a98c9", "#94c4df", "#e3eef8"],
  },
};
