// Two columns of tokens: who looks, and at whom; lines between them, darker for more attention.
const [WIDTH, ROW, TOP] = [400, 22, 26];
const LEFT = { edge: 44, end: 142 };
const RIGHT = { begin: 258, edge: 356 };
const LEAST = 0.01;
const DASHES = ["", "5 3", "2 2"];

lab.colourOf = (theme, head) => theme.palette[head % theme.palette.length];
const dashOf = (theme, head) => DASHES[Math.floor(head / theme.palette.length) % DASHES.length];

lab.lines = (view) => {
  const { data, theme } = view;
  const height = TOP + ROW * data.n + 24;
  const heading = (text, x, anchor) =>
    lab.words(text, x, 10, {
      ...{ "text-anchor": anchor, fill: theme.muted, "font-size": 12 },
      "font-family": "system-ui, sans-serif",
    });
  const threads = lab.svg("g", { fill: "none" });
  const places = { from: [], to: [] };
  const svg = lab.svg("svg", {
    ...{ class: "lines", width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}`, role: "group" },
    "aria-label": "Who looks (left) at whom (right)",
  });
  svg.append(heading("looks …", LEFT.end, "end"), heading("… at", RIGHT.begin, "start"), threads);
  for (const side of ["from", "to"]) {
    data.tokens.forEach((token, at) => {
      const place = tokenPlace(view, side, at);
      places[side].push(place);
      svg.append(place.group);
    });
  }
  for (const t of data.turns) {
    const y = TOP + ROW * t;
    const line = { y1: y, y2: y, stroke: theme.edge, "stroke-dasharray": "3 3" };
    svg.append(lab.svg("line", { ...line, x1: LEFT.edge, x2: LEFT.end + 4 }));
    svg.append(lab.svg("line", { ...line, x1: RIGHT.begin - 4, x2: RIGHT.edge }));
  }
  const total = lab.words("", WIDTH - 2, height - 11, { "text-anchor": "end", fill: theme.ink });
  const received = lab.words("", 2, height - 11, { fill: theme.ink });
  svg.append(total, received);
  return { svg, threads, places, total, received };
};

function tokenPlace(view, side, at) {
  const { data, theme } = view;
  const [y, isLeft] = [TOP + ROW * at, side === "from"];
  const [from, to] = isLeft ? [LEFT.edge, LEFT.end + 4] : [RIGHT.begin - 4, RIGHT.edge];
  const box = { x: from, y: y + 1, width: to - from, height: ROW - 2, rx: 4 };
  const tint = lab.svg("rect", { ...box, fill: theme.accent, "fill-opacity": 0 });
  const name = lab.words(
    lab.cut(data.tokens[at], 12),
    isLeft ? LEFT.end : RIGHT.begin,
    y + ROW / 2,
    { "text-anchor": isLeft ? "end" : "start", fill: theme.ink },
  );
  const weight = lab.words("", isLeft ? 2 : WIDTH - 2, y + ROW / 2, {
    ...{ "text-anchor": isLeft ? "start" : "end", fill: theme.ink, "font-size": 12 },
  });
  const group = lab.svg(
    "g",
    {
      ...{ role: "button", tabindex: -1, "aria-pressed": "false", "data-side": side },
      "aria-label": `${data.tokens[at]}, place ${at}, ${isLeft ? "looks" : "is looked at"}`,
    },
    lab.svg("title", { textContent: `${data.tokens[at]} (place ${at})` }),
    ...[tint, name, weight],
  );
  return { group, tint, weight };
}

// Everything that changes: lines, tints, weights.
lab.updateLines = (view) => {
  const { data, theme, layer, heads, active, parts } = view;
  const { threads, places, total, received } = parts.lines;
  const drawn = [];
  for (const head of heads) {
    const weights = data.of(layer, head);
    for (let i = 0; i < data.n; i++) {
      for (let j = 0; j < data.n; j++) {
        const weight = weights[i * data.n + j];
        if (weight < LEAST || (active && active.at !== (active.side === "from" ? i : j))) continue;
        const line = {
          ...{ x1: LEFT.end + 6, y1: TOP + ROW * (i + 0.5) },
          ...{ x2: RIGHT.begin - 6, y2: TOP + ROW * (j + 0.5) },
          ...{ stroke: lab.colourOf(theme, head), "stroke-width": 0.7 + 2.8 * weight },
          "stroke-opacity": Math.min(1, 0.14 + 1.3 * weight),
          "stroke-dasharray": dashOf(theme, head),
        };
        drawn.push(lab.svg("line", line));
      }
    }
  }
  threads.replaceChildren(...drawn);

  const mean = data.mean(layer, heads);
  let sum = 0;
  for (const side of ["from", "to"]) {
    places[side].forEach(({ group, tint, weight }, at) => {
      const isActive = active && active.side === side && active.at === at;
      const isOther = active && active.side !== side;
      const value = !isOther
        ? 0
        : mean[active.side === "from" ? active.at * data.n + at : at * data.n + active.at];
      sum += value;
      weight.textContent = isOther ? value.toFixed(3) : "";
      tint.setAttribute("fill-opacity", isActive ? 0.22 : 0.5 * value);
      tint.setAttribute("stroke", isActive ? theme.accent : "none");
      const isPinned = view.pinned && view.pinned.side === side && view.pinned.at === at;
      group.setAttribute("aria-pressed", String(Boolean(isPinned)));
      const isEntry = view.entry.side === side && view.entry.at === at;
      group.setAttribute("tabindex", isEntry ? 0 : -1);
    });
  }
  total.textContent = active && active.side === "from" ? `sum ${sum.toFixed(3)}` : "";
  received.textContent = active && active.side === "to" ? `in all ${sum.toFixed(3)}` : "";
};
