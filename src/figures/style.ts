/**
 * The house style of every figure: colours that everyone can tell apart, quiet lines, one font.
 *
 * Categories: Tol's "bright" scheme of seven (Paul Tol 2021, "Colour Schemes", SRON/EPS/TN/09-002,
 * section 2). Worst pair under simulated colour blindness: ΔE 13 (a test computes it); Plotly's own
 * ten fall to 4.6. Beyond seven hues nobody can tell them apart, so figures fold the rest into
 * "other". Yellow and grey are pale on white, so points and bars carry a thin outline.
 *
 * Heat maps: one hue from light to dark when all values have one sign (lightness alone tells them
 * apart), blue–white–red around 0 otherwise. On a dark page both turn round, so that "nothing"
 * always has the colour of the paper.
 *
 * The JSON itself is light and complete, for viewers that know nothing of us; our pages swap the
 * template for the dark one where the page behind the figure is dark (browser/figure-loader.js).
 */
import { Layout, plotlyText } from "./figure";

/** Blue, red, green, yellow, cyan, purple, grey. */
export const PALETTE: readonly string[] = [
  "#4477AA",
  "#EE6677",
  "#228833",
  "#CCBB44",
  "#66CCEE",
  "#AA3377",
  "#BBBBBB",
];

export type Theme = "light" | "dark";

/** A Plotly colour scale: positions from 0 to 1, and the colour there. */
export type ColourScale = [number, string][];

/** Ink (text), paper, grid, and the thin outline around points and bars. */
export const THEME_COLOURS = {
  light: { ink: "#24292f", paper: "#ffffff", grid: "#e3e6ea", outline: "rgba(36,41,47,0.65)" },
  dark: { ink: "#e6e9ee", paper: "#16191d", grid: "#343a42", outline: "rgba(230,233,238,0.65)" },
} as const;

/** For values of one sign: the paper's colour at 0, the strongest at the maximum. */
export const SEQUENTIAL: Record<Theme, ColourScale> = {
  light: evenly(["#f7fbff", "#d0e1f2", "#94c4df", "#4a98c9", "#1764ab", "#08306b"]),
  dark: evenly(["#1c2229", "#173f63", "#1764ab", "#4a98c9", "#94c4df", "#deebf7"]),
};

/** For values of both signs: blue below 0, the paper's colour at 0, red above. */
export const DIVERGING: Record<Theme, ColourScale> = {
  light: evenly(["#2166ac", "#67a9cf", "#d1e5f0", "#f7f7f7", "#fddbc7", "#ef8a62", "#b2182b"]),
  dark: evenly(["#a6d0ee", "#4a98c9", "#1d4c78", "#20252b", "#7a2c33", "#e06a55", "#fdc5ab"]),
};

/** What a figure says beyond the house style. */
export interface HouseLayoutOptions {
  title?: string;
  xLabel?: string;
  yLabel?: string;
  height?: number;
}

/** A layout in house style; axes and margins may be added to. Texts are made safe here. */
export function houseLayout({ title, xLabel, yLabel, height }: HouseLayoutOptions): Layout {
  return {
    template: houseTemplate("light"),
    ...(title === undefined ? {} : { title: { text: plotlyText(title) } }),
    height: height ?? 400,
    margin: { l: 60, r: 24, t: title === undefined ? 24 : 52, b: xLabel === undefined ? 36 : 52 },
    xaxis: xLabel === undefined ? {} : { title: { text: plotlyText(xLabel) } },
    yaxis: yLabel === undefined ? {} : { title: { text: plotlyText(yLabel) } },
  };
}

/** Plotly's template: what a figure has unless it says otherwise. */
export function houseTemplate(theme: Theme): Layout {
  const { ink, paper, grid, outline } = THEME_COLOURS[theme];
  const axis = {
    gridcolor: grid,
    linecolor: grid,
    zerolinecolor: grid,
    zerolinewidth: 1,
    automargin: true,
    title: { standoff: 10 },
  };
  const marker = { line: { color: outline, width: 0.75 } };
  return {
    layout: {
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      font: { family: "system-ui, sans-serif", size: 13, color: ink },
      title: { x: 0, xref: "container", xanchor: "left", pad: { l: 12 }, font: { size: 16 } },
      colorway: PALETTE,
      colorscale: { sequential: SEQUENTIAL[theme], diverging: DIVERGING[theme] },
      hoverlabel: { bgcolor: paper, bordercolor: ink, font: { color: ink }, align: "left" },
      legend: { orientation: "h", y: 1, yanchor: "bottom", x: 0, font: { size: 12 } },
      hovermode: "closest",
      // Names written over points stay readable: paper behind them, a little see-through.
      annotationdefaults: { bgcolor: `${paper}c0`, borderpad: 2 },
      bargap: 0.25,
      xaxis: axis,
      yaxis: axis,
    },
    data: {
      scatter: [{ marker }],
      scattergl: [{ marker }],
      bar: [{ marker }],
      heatmap: [{ colorbar: { thickness: 12, outlinewidth: 0 } }],
    },
  };
}

function evenly(colours: string[]): ColourScale {
  return colours.map((colour, index): [number, string] => [index / (colours.length - 1), colour]);
}
