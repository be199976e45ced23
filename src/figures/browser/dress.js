// The figure as Plotly is given it: in the colours of the page, with its hover texts unfolded.
const THEMES = "THEMES";

// Dark is what lies behind the figure, not what the system prefers: Jupyter has its own themes.
lab.themeOf = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor.match(/[\d.]+/g);
    if (!colour || (colour.length > 3 && Number(colour[3]) < 0.5)) continue;
    return 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2] < 110 ? "dark" : "light";
  }
  return "light";
};

function dressTrace(trace, theme, meta, mayUseGl) {
  const changes = {};
  const scale = theme.scales[trace.colorscale];
  if (scale) changes.colorscale = scale;
  if (!mayUseGl && trace.type === "scattergl") changes.type = "scatter";
  if (trace.type === "heatmap" && meta && meta.rows) {
    changes.hovertext = meta.rows.map((row) => meta.columns.map((column) => row + "<br>" + column));
    changes.hovertemplate = "%{hovertext}<br><b>%{z}</b><extra></extra>";
  }
  return { ...trace, ...changes };
}

lab.dress = (figure, themeName, mayUseGl) => {
  const theme = THEMES[themeName];
  const { template, ...layout } = figure.layout;
  const clear = { paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)" };
  const house = { ...theme.template, layout: { ...theme.template.layout, ...clear } };
  // On touch screens a finger on a figure moves the page, not the axes.
  const touch = matchMedia("(pointer: coarse)").matches ? { dragmode: false } : {};
  return {
    data: figure.data.map((trace) => dressTrace(trace, theme, layout.meta, mayUseGl)),
    layout: { ...layout, template: template || house, autosize: true, ...touch },
  };
};
