import { describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  DIVERGING,
  houseLayout,
  houseTemplate,
  PALETTE,
  SEQUENTIAL,
  THEME_COLOURS,
} from "../../src/figures/style";

type Rgb = [number, number, number];

// Machado, Oliveira & Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision
// Deficiency", table 1, severity 1.0; applied to linear RGB.
const NORMAL = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const DEFICIENCIES: Record<string, number[]> = {
  protan: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deutan: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritan: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
};

/** Linear RGB, 0 to 1. */
function linear(hex: string): Rgb {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  return parts.map((s) => (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4)) as Rgb;
}

function seenWith(matrix: number[], [r, g, b]: Rgb): Rgb {
  return [0, 3, 6].map((at) =>
    Math.min(1, Math.max(0, matrix[at]! * r + matrix[at + 1]! * g + matrix[at + 2]! * b)),
  ) as Rgb;
}

/** CIE 1976 L*a*b* under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const xyz = [
    (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
    0.2126729 * r + 0.7151522 * g + 0.072175 * b,
    (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883,
  ];
  const [x, y, z] = xyz.map((t) =>
    t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29,
  );
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)];
}

function worstPair(colours: readonly string[], matrix: number[]): number {
  const points = colours.map((colour) => lab(seenWith(matrix, linear(colour))));
  let worst = Infinity;
  points.forEach((one, i) =>
    points.slice(i + 1).forEach((other) => {
      worst = Math.min(worst, Math.hypot(...one.map((value, axis) => value - other[axis]!)));
    }),
  );
  return worst;
}

/** WCAG 2.1. */
function contrast(one: string, other: string): number {
  const [high, low] = [one, other]
    .map((colour) => linear(colour))
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

describe("PALETTE", () => {
  it("has a ΔE of at least 12 in its worst pair under three colour deficiencies", () => {
    for (const [name, matrix] of Object.entries(DEFICIENCIES)) {
      const worst = worstPair(PALETTE, matrix);
      assert.ok(worst >= 12, `${name}: ${worst.toFixed(1)}`);
    }
    assert.ok(worstPair(PALETTE, NORMAL) >= 25);
  });

  it("would fail that test with Plotly's own colours", () => {
    // The first ten of plotly.js: the measure is worth something only if it can say no.
    const own = "#1f77b4 #ff7f0e #2ca02c #d62728 #9467bd #8c564b #e377c2 #7f7f7f #bcbd22 #17becf";
    assert.ok(worstPair(own.split(" "), DEFICIENCIES.protan!) < 12);
  });
});

describe("SEQUENTIAL", () => {
  it("grows steadily darker on light paper, and lighter on dark", () => {
    for (const [theme, sign] of [
      ["light", -1],
      ["dark", 1],
    ] as const) {
      const lightness = SEQUENTIAL[theme].map(([, colour]) => lab(linear(colour))[0]);
      for (let i = 1; i < lightness.length; i++) {
        assert.ok(sign * (lightness[i]! - lightness[i - 1]!) > 5, `${theme} step ${i}`);
      }
    }
  });
});

describe("DIVERGING", () => {
  it("has the paper's colour in the middle and ends that every eye can tell apart", () => {
    for (const theme of ["light", "dark"] as const) {
      const colours = DIVERGING[theme].map(([, colour]) => colour);
      assert.ok(contrast(colours[3]!, THEME_COLOURS[theme].paper) < 1.25, theme);
      for (const matrix of Object.values(DEFICIENCIES)) {
        assert.ok(worstPair([colours[0]!, colours[6]!], matrix) >= 12, theme);
      }
    }
  });
});

describe("houseTemplate", () => {
  it("writes in ink that has a contrast of at least 7 with the paper", () => {
    for (const theme of ["light", "dark"] as const) {
      const { ink, paper } = THEME_COLOURS[theme];
      assert.ok(contrast(ink, paper) >= 7, theme);
      const layout = houseTemplate(theme).layout as { font: { color: string } };
      assert.equal(layout.font.color, ink);
    }
  });
});

describe("houseLayout", () => {
  it("makes titles and axis names safe", () => {
    const layout = houseLayout({ title: "<b>", xLabel: "<i>", yLabel: "a & b" });
    assert.deepEqual(layout.title, { text: "&lt;b&gt;" });
    assert.deepEqual(layout.xaxis, { title: { text: "&lt;i&gt;" } });
    assert.deepEqual(layout.yaxis, { title: { text: "a &amp; b" } });
  });
});
