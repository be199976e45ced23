/**
 * Shows a result of this folder below the running cell: HTML in a notebook, plain text in a
 * terminal. The HTML has no script and inherits its colours, so it looks the same live, exported
 * and on viewers that strip scripts, in light and in dark.
 */
import { show } from "../figures/show";

export interface PanelContent {
  /** Already escaped. */
  html: string;
  text: string;
}

/** The colour of the rule at the left; the words say the same, so colour is never needed. */
export type PanelMood = "good" | "open" | "plain";

const COLOURS: Record<PanelMood, string> = { good: "#228833", open: "#ccbb44", plain: "#4477aa" };

export function showPanel({ html, text }: PanelContent, mood: PanelMood = "plain"): void {
  const style = `border-left:4px solid ${COLOURS[mood]};padding:.3em 1em;margin:.4em 0`;
  show({ toHtml: () => `<div style="${style}">${html}</div>`, describe: () => text });
}
