// Finds the page's figures, draws those in view first, and follows the page's width and theme.
const states = new WeakMap();

// An exported page holds long lists of texts once: figures refer to them (bin/pages/).
function shared(_key, value) {
  if (value === null || typeof value !== "object" || value.labTexts === undefined) return value;
  const holder = document.querySelector(`script.lab-texts[data-key="${value.labTexts}"]`);
  return JSON.parse(holder.textContent);
}

function adopt(root) {
  const holder = root.querySelector("script.lab-data");
  const plot = root.querySelector(".lab-plot");
  if (!holder || !plot) return;
  root.setAttribute("data-lab-seen", "");
  const state = { root, plot, figure: JSON.parse(holder.textContent, shared), isDrawn: false };
  states.set(root, state);
  plot.setAttribute("role", "img");
  plot.setAttribute("aria-label", state.figure.alt);
  plot.tabIndex = 0;
  lab.keyboard(state);
  if (state.figure.control) lab.slider(state);
  views.observe(root);
  widths.observe(plot);
  // A figure that is replaced while it grows must not flicker: no waiting for the next task.
  if (lab.plotlyIsHere() && root.hasAttribute("data-lab-live")) lab.draw(state);
}

const isWaiting = (state) => !state.isDrawn && !state.hasFailed && state.root.isConnected;

async function drawAll(some) {
  const waiting = some.filter(isWaiting);
  if (waiting.length === 0) return;
  try {
    await lab.loadPlotly();
  } catch (error) {
    return waiting.filter(isWaiting).forEach((state) => lab.failed(state, error));
  }
  for (const state of waiting) {
    if (isWaiting(state)) await lab.draw(state);
    await new Promise((next) => setTimeout(next));
  }
}

// Also fires when Jupyter takes an output off the page and brings it back.
const views = new IntersectionObserver((entries) => {
  const seen = entries.filter((entry) => entry.isIntersecting);
  drawAll(seen.map((entry) => states.get(entry.target)));
});

const widths = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const state = states.get(target.closest("figure.lab-figure"));
    if (!state || target.clientWidth === 0) continue;
    if (!state.isDrawn) drawAll([state]);
    else if (state.width !== target.clientWidth) window.Plotly.Plots.resize(target);
    state.width = target.clientWidth;
  }
});

function onPage() {
  const roots = document.querySelectorAll("figure.lab-figure[data-lab-seen]");
  return [...roots].map((root) => states.get(root)).filter(Boolean);
}

function scan() {
  document.querySelectorAll("figure.lab-figure:not([data-lab-seen])").forEach(adopt);
  return drawAll(onPage());
}

function retheme() {
  for (const state of onPage()) {
    if (state.isDrawn && state.theme !== lab.themeOf(state.root)) lab.draw(state);
  }
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(retheme));
new MutationObserver(() => setTimeout(retheme)).observe(document.body, {
  attributes: true,
  attributeFilter: ["class", "style", "data-jp-theme-light", "data-theme"],
});
addEventListener("beforeprint", scan);
// While the page is still being read, the figures further down are not there yet.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", scan);
window.labFigures = { scan };
scan();
