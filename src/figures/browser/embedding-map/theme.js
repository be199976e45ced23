// Colours: of the page's two kinds, of groups, and of how much is kept.
const THEMES = "THEMES";

// Dark is what lies behind the figure, not what the system prefers: Jupyter has its own themes.
lab.themeOf = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor.match(/[\d.]+/g);
    if (!colour || (colour.length > 3 && Number(colour[3]) < 0.5)) continue;
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2] < 110 ? "dark" : "light";
  }
  return matchMedia("(prefers-color-scheme: dark)").matches && isUnstyled() ? "dark" : "light";
};

// A page that sets no colours at all and lets the browser choose is as dark as the reader wishes.
function isUnstyled() {
  return /dark/.test(getComputedStyle(document.documentElement).colorScheme);
}

lab.themes = THEMES;

const PLAIN = 0;

// Styles of all groups: colours repeat with another shape after seven; what is left is grey.
lab.stylesOf = (theme, numGroups, opacity) => {
  const { palette, paper, ink } = theme;
  const style = (colour, shape) => ({
    shape,
    opacity,
    fill: lab.parts(colour),
    ring: lab.parts(theme.isDark ? lab.mix(colour, paper, 0.6) : lab.mix(colour, ink, 0.4)),
    css: colour,
  });
  const count = Math.max(1, numGroups);
  return Array.from({ length: count }, (_, g) => {
    const isRest = g >= 3 * (palette.length - 1);
    const hues = numGroups <= palette.length ? palette.length : palette.length - 1;
    return isRest
      ? style(palette[palette.length - 1], PLAIN)
      : style(palette[g % hues], Math.floor(g / hues) % 3);
  });
};

// Six steps from "nothing kept" to "all kept".
lab.trustStyles = (theme, opacity) =>
  theme.steps.map((colour) => ({
    shape: PLAIN,
    opacity,
    fill: lab.parts(colour),
    ring: lab.parts(lab.mix(colour, theme.ink, 0.35)),
    css: colour,
  }));

lab.faint = (style, theme) => ({
  ...style,
  opacity: 0.75,
  key: undefined,
  fill: lab.parts(lab.mix(style.css, theme.paper, theme.isDark ? 0.8 : 0.84)),
  ring: lab.parts(lab.mix(style.css, theme.paper, theme.isDark ? 0.76 : 0.8)),
});
