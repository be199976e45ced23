// Draws one figure where it stands, and puts what was there back when that fails.
const MAX_GL = 4;
const GL_TYPE = /^(scattergl|scatter3d|surface|mesh3d|cone|volume|isosurface|streamtube|splom)$/;
const CONFIG = {
  displaylogo: false,
  scrollZoom: false,
  typesetMath: false,
  modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
};
const glHolders = new Set();

const usesGl = (figure) => figure.data.some((trace) => GL_TYPE.test(trace.type));
const canBeFlat = (trace) => trace.type === "scattergl" || !GL_TYPE.test(trace.type);

// A browser keeps few WebGL contexts and blanks the oldest beyond that, so four figures may have
// them. Figures that left the page give theirs back; they are drawn again if they return.
function takeGl(state) {
  for (const holder of glHolders) {
    if (holder.root.isConnected) continue;
    window.Plotly.purge(holder.plot);
    holder.isDrawn = false;
    glHolders.delete(holder);
  }
  if (glHolders.size < MAX_GL) glHolders.add(state);
}

lab.draw = async (state) => {
  const { root, plot } = state;
  if (!root.isConnected || plot.clientWidth === 0) return;
  const wantsGl = usesGl(state.figure);
  if (wantsGl && !glHolders.has(state)) takeGl(state);
  const mayUseGl = glHolders.has(state);
  if (wantsGl && !mayUseGl && !state.figure.data.every(canBeFlat)) {
    return note(state, "This page draws four 3-D figures already; this one stays as it is.");
  }
  state.theme = lab.themeOf(root);
  const { data, layout } = lab.dress(state.figure, state.theme, mayUseGl);
  const isFirst = !state.isDrawn;
  if (isFirst) {
    state.fallback = state.fallback || [...plot.childNodes];
    plot.replaceChildren();
  }
  if (state.note) state.note.remove();
  state.isDrawn = true;
  state.width = plot.clientWidth;
  try {
    await window.Plotly[isFirst ? "newPlot" : "react"](plot, data, layout, CONFIG);
    root.setAttribute("data-lab-drawn", state.theme);
  } catch (error) {
    lab.failed(state, error);
  }
};

lab.failed = (state, error) => {
  if (state.fallback) state.plot.replaceChildren(...state.fallback);
  state.isDrawn = false;
  glHolders.delete(state);
  state.hasFailed = true;
  if (state.slider) state.slider.remove();
  note(state, "The live figure could not be drawn: " + error.message + ".");
};

function note(state, text) {
  state.note = state.note || document.createElement("p");
  state.note.textContent = text;
  state.plot.after(state.note);
}
