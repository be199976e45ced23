// Words over the map: the most important first, none over another.
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
const MOST_TRIES = 1500;
const LONG = 22;

const cut = (text, length) => {
  if (text.length <= length) return text;
  return (
    [...text]
      .slice(0, length - 1)
      .join("")
      .trimEnd() + "…"
  );
};

lab.cut = cut;
lab.isLong = (labels) => {
  const some = labels.slice(0, 200);
  return some.reduce((sum, label) => sum + label.length, 0) / some.length > LONG;
};

// Boxes that are taken, in a grid of 64 pixels.
function board() {
  const cells = new Map();
  const each = (box, visit) => {
    for (let c = Math.floor(box.left / 64); c <= Math.floor(box.right / 64); c++) {
      for (let r = Math.floor(box.top / 64); r <= Math.floor(box.bottom / 64); r++) {
        const name = c * 4096 + r;
        if (!cells.has(name)) cells.set(name, []);
        if (visit(cells.get(name))) return true;
      }
    }
    return false;
  };
  const hits = (a, b) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return {
    isFree: (box) => !each(box, (list) => list.some((other) => hits(box, other))),
    take: (box) => void each(box, (list) => void list.push(box)),
  };
}

// candidates: { id, x, y, text, isBold, isSure, isCentred } in order of importance. A sure one is
// written even where it covers others. Gives back those written.
lab.writeLabels = (context, { candidates, limit, width, height, gap, theme, widths, size }) => {
  const taken = board();
  // The buttons in the corner cover what is written there.
  taken.take({ left: width - 48, right: width, top: 0, bottom: 116 });
  const written = [];
  let tries = 0;
  for (const label of candidates) {
    if (written.length >= limit && !label.isBold && !label.isSure) continue;
    if (++tries > MOST_TRIES) break;
    const points = label.isBold ? size + 1 : size;
    const font = `${label.isBold ? 600 : 400} ${points}px ${FONT}`;
    const text = cut(label.text, label.isSure ? 44 : 28);
    const name = font + text;
    if (!widths.has(name)) {
      context.font = font;
      widths.set(name, context.measureText(text).width);
    }
    const wide = widths.get(name);
    const half = points * 0.62;
    const places = label.isCentred
      ? [
          [-wide / 2, 0],
          [-wide / 2, -2 * half],
          [-wide / 2, 2 * half],
        ]
      : [
          [gap, 0],
          [-gap - wide, 0],
          [-wide / 2, -gap - half],
          [-wide / 2, gap + half],
        ];
    const boxes = places.map(([dx, dy]) => ({
      left: label.x + dx - 2,
      right: label.x + dx + wide + 2,
      top: label.y + dy - half,
      bottom: label.y + dy + half,
    }));
    const isInside = (box) =>
      box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
    const box =
      boxes.find((one) => isInside(one) && taken.isFree(one)) ||
      (label.isSure && (boxes.find(isInside) || boxes[0]));
    if (!box) continue;
    taken.take(box);
    written.push({ ...label, text, font, box });
  }
  context.lineJoin = "round";
  context.textBaseline = "middle";
  context.textAlign = "left";
  // The most important last, on top.
  for (const { text, font, box, isFaint } of written.reverse()) {
    const at = [box.left + 2, (box.top + box.bottom) / 2 + 0.5];
    context.font = font;
    context.globalAlpha = isFaint ? 0.35 : 1;
    context.lineWidth = 3.5;
    context.strokeStyle = theme.paper;
    context.strokeText(text, ...at);
    context.fillStyle = theme.ink;
    context.fillText(text, ...at);
  }
  context.globalAlpha = 1;
  return written;
};
