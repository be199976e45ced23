// What lies over the points: lines to true neighbours, rings, words, the poles of an axis.
lab.drawOverlay = (map, context) => {
  const { width, height, theme, data, ratio } = map;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  if (map.axis) drawAxis(map, context);
  if (map.selected >= 0 && !map.axis) drawNeighbours(map, context);
  if (map.hovered >= 0) ring(map, context, map.hovered, 3, theme.ink, 1.5);
  if (map.selected >= 0) ring(map, context, map.selected, 4, theme.accent, 2.5);
  const zoom = map.view.scale / map.fitScale;
  const area = (width * height) / 5400;
  const limit = map.hasLongLabels
    ? Math.min(40, map.selected >= 0 || map.hits ? 14 : 8 * (zoom - 1))
    : Math.min(90, area * (0.7 + 0.3 * zoom));
  map.written = lab.writeLabels(context, {
    candidates: candidatesOf(map, zoom),
    ...{ limit, width, height, theme, widths: map.widths, gap: map.radius + 4, size: 12 },
  });
  data.drawn = map.written.length;
};

const at = (map, i) => [map.toX(map.xs[i]), map.toY(map.ys[i])];

function ring(map, context, i, gap, colour, thickness) {
  const [x, y] = at(map, i);
  context.beginPath();
  context.arc(x, y, map.radius + gap, 0, 2 * Math.PI);
  context.lineWidth = thickness + 2;
  context.strokeStyle = map.theme.paper;
  context.stroke();
  context.lineWidth = thickness;
  context.strokeStyle = colour;
  context.stroke();
}

// A whole line to a neighbour that is near here, too; a broken one to a neighbour that is not.
function drawNeighbours(map, context) {
  const [x, y] = at(map, map.selected);
  const shown = new Set(map.shown);
  context.strokeStyle = map.theme.ink;
  for (const id of map.truth) {
    const isKept = shown.has(id);
    const [toX, toY] = at(map, id);
    context.globalAlpha = isKept ? 0.9 : 0.65;
    context.lineWidth = isKept ? 1.75 : 1.25;
    context.setLineDash(isKept ? [] : [3, 4]);
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  for (const id of map.truth) ring(map, context, id, 1.5, map.theme.ink, 1.25);
}

function drawAxis({ axis, theme, width, height, toX, data }, context) {
  context.strokeStyle = theme.line;
  context.lineWidth = 1;
  const poles = [axis.xs[axis.from], axis.xs[axis.to]].map(toX);
  for (const x of [...poles, (poles[0] + poles[1]) / 2]) {
    context.setLineDash(x === poles[0] || x === poles[1] ? [] : [2, 4]);
    context.beginPath();
    context.moveTo(x, 0);
    context.lineTo(x, height);
    context.stroke();
  }
  context.setLineDash([]);
  const isTurned = poles[0] > poles[1];
  const [left, right] = isTurned ? [axis.to, axis.from] : [axis.from, axis.to];
  context.font = "600 12px system-ui, sans-serif";
  context.textBaseline = "alphabetic";
  context.fillStyle = theme.muted;
  const write = (text, x) => context.fillText(text, x, height - 12);
  context.textAlign = "left";
  write(`← ${lab.cut(data.labels[left], 28)}`, 12);
  context.textAlign = "right";
  write(`${lab.cut(data.labels[right], 28)} →`, width - 12);
}

// Names of groups, then what the reader points at, then what matters most.
function candidatesOf(map, zoom) {
  const { data, selected, hovered, width, height } = map;
  const list = [];
  const seen = new Set();
  const add = (id, more) => {
    if (seen.has(id)) return;
    const [x, y] = at(map, id);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return;
    seen.add(id);
    list.push({ id, x, y, text: data.labels[id], ...more });
  };
  if (selected >= 0) add(selected, { isBold: true, isSure: true });
  if (hovered >= 0) add(hovered, { isSure: true });
  if (map.axis) for (const id of [map.axis.from, map.axis.to]) add(id, { isBold: true });
  if (zoom < 3.5 && !map.axis) {
    for (const { name, x, y, g, reach } of map.centres()) {
      // A small heap would vanish under its own name, which stands above it then.
      const size = reach * map.view.scale;
      const lift = size < 14 ? 1.4 * size + map.radius + 9 : 0;
      const place = { x: map.toX(x), y: map.toY(y) - lift, text: name };
      Object.assign(place, { isBold: true, isCentred: true });
      const isFaint = map.group >= 0 && map.group !== g;
      if (place.x > 0 && place.x < width && place.y > 0 && place.y < height) {
        list.push({ ...place, isFaint });
      }
    }
  }
  if (selected >= 0 && !map.axis) {
    for (const id of map.truth) add(id);
    for (const id of map.shown) add(id);
    // With a point chosen, its own circle speaks; the rest would drown it.
    return list;
  }
  if (map.hits) {
    for (const id of map.hitList) add(id);
    return list;
  }
  const order = data.order || map.everyone;
  for (let n = 0; n < order.length && list.length < 1500; n++) {
    if (map.group < 0 || data.groupOf[order[n]] === map.group) add(order[n]);
  }
  return list;
}
