// Finds the page's maps, and follows its width and theme.
// By figure, so that one that left the page for good takes its map along. JupyterLab also takes
// figures off the page while they are out of view, and brings them back.
const maps = new WeakMap();

function adopt(root) {
  const holder = root.querySelector("script.lab-data");
  const plot = root.querySelector(".lab-plot");
  if (!holder || !plot || plot.shadowRoot) return;
  root.setAttribute("data-lab-seen", "");
  try {
    const map = lab.createMap(root, plot, lab.read(holder.textContent));
    maps.set(root, map);
    map.parts.stage.setAttribute("aria-label", map.data.alt);
    map.parts.work = map.parts.box.querySelector(".work");
    map.dress();
    map.tellTrust();
    map.compare();
    map.onFrame();
    resize(map);
    sizes.observe(map.parts.stage);
  } catch (error) {
    // The sentence or the picture below stays.
    const note = lab.el("p", {}, `The live map could not be drawn: ${error.message}.`);
    if (plot.shadowRoot) plot.shadowRoot.replaceChildren(document.createElement("slot"));
    plot.after(note);
  }
}

function resize(map) {
  const { clientWidth, clientHeight } = map.parts.stage;
  if (clientWidth === 0 || (map.width === clientWidth && map.height === clientHeight)) return;
  const isFirst = !map.view;
  const zoom = isFirst ? 1 : map.view.scale / map.fitScale;
  const { x, y } = map.view || {};
  [map.width, map.height] = [clientWidth, clientHeight];
  map.fit(false);
  if (!isFirst) map.view = { scale: map.fitScale * zoom, x, y };
  map.redraw();
}

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const map = maps.get(target.getRootNode().host.closest("figure"));
    resize(map);
    if (target.clientWidth > 0) follow(map);
  }
});

function scan() {
  document.querySelectorAll("figure.lab-map:not([data-lab-seen])").forEach(adopt);
}

function follow(map) {
  const isDark = lab.themeOf(map.root.parentElement || map.root) === "dark";
  if (isDark !== map.isDark) map.dress();
}

function retheme() {
  const figures = [...document.querySelectorAll("figure.lab-map[data-lab-seen]")];
  figures.map((figure) => maps.get(figure)).forEach((map) => map && follow(map));
}

// The picture for readers without scripts: map, words, legend, on paper.
function picture(root, width, scale) {
  const map = maps.get(root);
  const kept = [map.width, map.height, map.view, map.fitScale, map.ratio];
  const { data, theme } = map;
  const top = data.title ? 34 : 8;
  const names = map.colours === "group" && data.groups ? data.groups.names : [];
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  context.font = "12px system-ui, sans-serif";
  const chips = [];
  let [x, row] = [8, 0];
  names.forEach((name, g) => {
    const wide = 26 + context.measureText(name).width;
    if (x + wide > width && x > 8) [x, row] = [8, row + 1];
    chips.push({ name, x, row, style: map.styles[g] });
    x += wide;
  });
  const bottom = names.length > 0 ? 14 + 20 * (row + 1) : 8;
  const height = top + data.height + bottom;
  [canvas.width, canvas.height] = [width * scale, height * scale];
  [map.width, map.height, map.ratio] = [width, data.height, scale];
  map.fit(false);
  const ground = document.createElement("canvas");
  lab.painter(ground).paint({
    ...{ xs: map.xs, ys: map.ys, width, height: data.height, ratio: scale, view: map.view },
    ...{ paper: theme.paper, radius: map.radius },
    layers: [{ ids: map.mixed, count: map.n, styleOf: (i) => map.styles[map.classOf(i)] }],
  });
  const words = document.createElement("canvas");
  [words.width, words.height] = [width * scale, data.height * scale];
  lab.drawOverlay(map, words.getContext("2d"));
  context.scale(scale, scale);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  context.drawImage(ground, 0, top, width, data.height);
  context.drawImage(words, 0, top, width, data.height);
  context.textBaseline = "middle";
  context.fillStyle = theme.ink;
  context.font = "600 16px system-ui, sans-serif";
  if (data.title) context.fillText(data.title, 8, 18);
  context.font = "12px system-ui, sans-serif";
  for (const { name, x: left, row: line, style } of chips) {
    const middle = top + data.height + 16 + 20 * line;
    context.save();
    context.translate(left, middle - 6);
    context.fillStyle = style.css;
    context.fill(new Path2D(lab.outlines[style.shape]));
    context.restore();
    context.fillStyle = theme.ink;
    context.fillText(name, left + 15, middle);
  }
  [map.width, map.height, map.view, map.fitScale, map.ratio] = kept;
  map.redraw();
  return canvas.toDataURL("image/png");
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(retheme));
for (const element of [document.documentElement, document.body].filter(Boolean)) {
  new MutationObserver(() => setTimeout(retheme)).observe(element, {
    attributes: true,
    attributeFilter: ["class", "style", "data-jp-theme-light", "data-theme"],
  });
}
// While the page is still being read, the maps further down are not there yet.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", scan);
window.labMaps = { scan, picture, of: (root) => maps.get(root) };
scan();
