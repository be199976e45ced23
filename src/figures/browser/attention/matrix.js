// The same weights as a heat map, a row for each token that looks, and as small pictures of it.
// Colours go with the square root of the weight: many small ones would all be white. A score of
// shades is as many as can be told apart, and makes small pictures.
const SHADES = 20;
const colours = (theme) => {
  const stops = theme.scale.map((hex) =>
    [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)),
  );
  return (weight) => {
    const shade = Math.round(SHADES * Math.sqrt(Math.min(1, weight))) / SHADES;
    const place = shade * (stops.length - 1);
    const low = Math.min(Math.floor(place), stops.length - 2);
    return stops[low].map((value, c) => value + (stops[low + 1][c] - value) * (place - low));
  };
};

lab.paint = (canvas, weights, n, theme) => {
  [canvas.width, canvas.height] = [n, n];
  const context = canvas.getContext("2d");
  const image = context.createImageData(n, n);
  const colourOf = colours(theme);
  for (let at = 0; at < n * n; at++) image.data.set([...colourOf(weights[at]), 255], 4 * at);
  context.putImageData(image, 0, 0);
};

const NAMES = 80;

lab.matrix = (view) => {
  const { data, theme } = view;
  const cell = data.n <= 14 ? 20 : data.n <= 20 ? 16 : 13;
  const size = cell * data.n;
  const font = Math.min(12, cell - 1);
  const height = NAMES + size + 34;
  const width = Math.max(NAMES + size + 8, 300);
  const image = lab.svg("image", {
    ...{ x: NAMES, y: NAMES, width: size, height: size, preserveAspectRatio: "none" },
    style: "image-rendering:pixelated",
  });
  const svg = lab.svg("svg", {
    ...{ class: "matrix", width, height, viewBox: `0 0 ${width} ${height}`, role: "img" },
    "aria-label": "The same as a heat map: a row for each token that looks",
  });
  svg.append(image);
  data.tokens.forEach((token, at) => {
    const middle = NAMES + cell * (at + 0.5);
    const name = lab.cut(token, 10);
    const look = { fill: theme.ink, "font-size": font };
    svg.append(
      lab.words(name, NAMES - 5, middle, { ...look, "text-anchor": "end" }),
      lab.words(name, 0, 0, {
        ...look,
        transform: `translate(${middle} ${NAMES - 5}) rotate(-90)`,
      }),
    );
  });
  for (const t of data.turns) {
    const at = NAMES + cell * t;
    const line = { stroke: theme.edge, "stroke-dasharray": "3 3" };
    svg.append(
      lab.svg("line", { ...line, x1: NAMES, x2: NAMES + size, y1: at, y2: at }),
      lab.svg("line", { ...line, y1: NAMES, y2: NAMES + size, x1: at, x2: at }),
    );
  }
  const frame = { fill: "none", "pointer-events": "none" };
  svg.append(
    lab.svg("rect", {
      ...frame,
      x: NAMES,
      y: NAMES,
      width: size,
      height: size,
      stroke: theme.line,
    }),
  );
  const mark = lab.svg("rect", { ...frame, stroke: theme.accent, "stroke-width": 2 });
  svg.append(mark, legend(view, NAMES + size + 10));
  const cellAt = (event) => {
    const box = svg.getBoundingClientRect();
    const scale = width / box.width;
    const j = Math.floor(((event.clientX - box.left) * scale - NAMES) / cell);
    const i = Math.floor(((event.clientY - box.top) * scale - NAMES) / cell);
    return i >= 0 && j >= 0 && i < data.n && j < data.n ? { i, j } : null;
  };
  return { svg, image, mark, cell, size, cellAt };
};

function legend({ theme }, y) {
  const group = lab.svg("g", {});
  const colourOf = colours(theme);
  const look = { fill: theme.muted, "font-size": 11, "font-family": "system-ui, sans-serif" };
  [0, 0.04, 0.16, 0.36, 0.64, 1].forEach((weight, k) => {
    const x = 4 + k * 48;
    const fill = `rgb(${colourOf(weight).map(Math.round).join()})`;
    group.append(
      lab.svg("rect", { x, y, width: 14, height: 14, rx: 3, fill, stroke: theme.edge }),
      lab.words(String(weight), x + 18, y + 7, look),
    );
  });
  return group;
}

lab.updateMatrix = (view) => {
  const { data, theme, layer, heads, active, parts } = view;
  const { image, mark, cell, size } = parts.matrix;
  const canvas = document.createElement("canvas");
  lab.paint(canvas, data.mean(layer, heads), data.n, theme);
  image.setAttribute("href", canvas.toDataURL("image/png"));
  const isRow = active && active.side === "from";
  const along = NAMES + cell * (active ? active.at : 0);
  const box = isRow
    ? { x: NAMES, y: along, width: size, height: cell }
    : { x: along, y: NAMES, width: cell, height: size };
  for (const [name, value] of Object.entries(box)) mark.setAttribute(name, value);
  mark.setAttribute("visibility", active ? "visible" : "hidden");
};
