// The picture for readers without scripts: lines, heat map and grid, on paper.
const MARGIN = 8;
// More small heat maps than this make too large a file.
const MAX_CELLS = 40;
// Pixels per pixel: enough to read the tokens, at half the bytes.
const SHARPNESS = 0.7;

async function drawSvg(context, svg, x, y, scale) {
  const copy = svg.cloneNode(true);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const image = new Image();
  const text = new XMLSerializer().serializeToString(copy);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)) * scale);
  context.drawImage(image, x, y, width, height);
}

lab.picture = async (view, width, by) => {
  const ratio = SHARPNESS * by;
  const { data, theme, parts, layer, heads } = view;
  const { lines, matrix, grid } = parts;
  const wide = (svg) => Number(svg.getAttribute("width"));
  const tall = (svg) => Number(svg.getAttribute("height"));
  const fit = Math.min(1, (width - 3 * MARGIN) / (wide(lines.svg) + wide(matrix.svg)));
  const top = (data.title ? 34 : 6) + 22;
  const under = top + fit * Math.max(tall(lines.svg), tall(matrix.svg)) + 16;
  const step = grid.size + 6;
  const cells = grid.cells.length === 1 || grid.cells.length > MAX_CELLS ? [] : grid.cells;
  const height = Math.ceil(cells.length === 0 ? under : under + data.numLayers * step + 20);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height);
  context.fillStyle = theme.ink;
  context.textBaseline = "middle";
  context.font = "600 16px system-ui, sans-serif";
  if (data.title) context.fillText(data.title, MARGIN, 18);
  context.font = "13px system-ui, sans-serif";
  const numbers = heads.map((head) => head + 1).join(", ");
  context.fillText(`layer ${layer + 1}, head ${numbers}`, MARGIN, top - 14);
  await drawSvg(context, lines.svg, MARGIN, top, fit);
  await drawSvg(context, matrix.svg, 2 * MARGIN + fit * wide(lines.svg), top, fit);
  context.imageSmoothingEnabled = false;
  context.fillStyle = theme.muted;
  context.font = "11.5px system-ui, sans-serif";
  for (const { canvas: small, l, h } of cells) {
    const [x, y] = [64 + h * step, under + 16 + l * step];
    context.drawImage(small, x, y, grid.size, grid.size);
    if (h === 0) context.fillText(`layer ${l + 1}`, MARGIN, y + grid.size / 2);
    if (l === 0) context.fillText(h === 0 ? "head 1" : String(h + 1), x, y - 9);
    const isShown = l === layer && heads.includes(h);
    context.strokeStyle = isShown ? theme.accent : theme.line;
    context.lineWidth = isShown ? 2 : 1;
    context.strokeRect(x - 1, y - 1, grid.size + 2, grid.size + 2);
  }
  coarsen(context, canvas);
  return canvas.toDataURL("image/png");
};

// Thirty steps of each colour: fewer bytes, and nobody sees it.
function coarsen(context, { width, height }) {
  const image = context.getImageData(0, 0, width, height);
  image.data.forEach((value, at) => (image.data[at] = 8.5 * Math.round(value / 8.5)));
  context.putImageData(image, 0, 0);
}
