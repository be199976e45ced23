// The panel beside the map: how much of the truth it keeps, and what it makes of one point.
const el = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== "role") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};
lab.el = el;

const percent = (share) => {
  const value = 100 * share;
  const digits = value === 0 || value >= 10 ? 0 : value >= 1 ? 1 : 2;
  return `${value.toFixed(digits)}%`;
};
lab.percent = percent;

lab.believe = (map) => {
  const { data, frame } = map;
  if (map.axis) return axisWords(map);
  if (!data.k || frame.share === undefined) return [];
  const { k } = data;
  const counts = new Array(k + 1).fill(0);
  for (const kept of frame.kept) counts[kept]++;
  const most = Math.max(...counts);
  const bars = counts.map((count, kept) => {
    const height = count === 0 ? 0 : Math.max(2, (34 * count) / most);
    const title = `${count} of ${data.labels.length} points keep ${kept} of ${k}`;
    return el("i", { title, style: `height:${height}px` });
  });
  const meter = el("div", {
    className: "meter",
    role: "img",
    "aria-label": `${percent(frame.share)} kept, chance ${percent(data.chance)}`,
  });
  meter.append(
    el("b", { style: `width:${100 * frame.share}%` }),
    el("s", { style: `left:${100 * data.chance}%`, title: `chance: ${percent(data.chance)}` }),
  );
  return [
    el("h3", {}, "How much to believe it"),
    el(
      "p",
      { className: "big" },
      el("strong", { className: "share" }, percent(frame.share)),
      ` of each point’s ${k} true neighbours are among its ${k} nearest here`,
    ),
    meter,
    el("p", { className: "quiet" }, `by chance: ${percent(data.chance)}`),
    el("div", { className: "bars", role: "img", "aria-label": histogramWords(counts) }, ...bars),
    el("p", { className: "quiet ends" }, el("span", {}, "0 kept"), el("span", {}, `all ${k}`)),
  ];
};

const histogramWords = (counts) =>
  `Points by neighbours kept: ${counts.map((count, kept) => `${kept}: ${count}`).join(", ")}`;

function axisWords({ axis, data }) {
  const [x, y] = axis.shares.map(percent);
  const [from, to] = [data.labels[axis.from], data.labels[axis.to]];
  return [
    el("h3", {}, "An axis of two words"),
    el(
      "p",
      {},
      "Left to right: from ",
      el("b", {}, from),
      " to ",
      el("b", {}, to),
      `. This direction holds ${x} of the variance.`,
    ),
    el(
      "p",
      {},
      `Upwards: where the rest varies most, ${y}. ` +
        "What is left is not on this picture, so nearness here means little.",
    ),
  ];
}

// One point: two lists, the truth and the map, and what they share.
lab.about = (map) => {
  const { data, selected, truth, shown } = map;
  if (selected < 0) {
    const keys = "Arrow keys walk from point to point, + and − zoom, / searches.";
    const more = data.k ? " Its true neighbours appear here, beside those the map shows." : "";
    return [el("p", { className: "quiet" }, `Choose a point.${more} ${keys}`)];
  }
  const head = [
    el("h3", { className: "name" }, data.labels[selected]),
    data.groups && el("p", { className: "quiet" }, data.groups.names[data.groupOf[selected]]),
  ];
  const beside = map.beside();
  if (beside.length > 0) {
    const names = beside.map((id) => pointButton(map, id, lab.cut(data.labels[id], 24)));
    head.push(el("p", { className: "quiet beside" }, "Also here: ", ...names));
  }
  if (!data.k || map.axis) return [...head, backButton(map)];
  const inTruth = new Set(truth);
  const inMap = new Set(shown);
  const kept = truth.filter((id) => inMap.has(id)).length;
  const rows = truth.map((id, place) => {
    const near = map.near && map.near[place];
    const other = shown[place];
    return el(
      "tr",
      {},
      el("td", { className: "rank" }, String(place + 1)),
      cell(map, id, inMap.has(id), near === undefined ? "" : ((near - 100) / 100).toFixed(2)),
      other === undefined ? el("td") : cell(map, other, inTruth.has(other), ""),
    );
  });
  const table = el(
    "table",
    {},
    el(
      "thead",
      {},
      el(
        "tr",
        {},
        el("th", { scope: "col" }, "#"),
        el("th", { scope: "col" }, "true neighbours"),
        el("th", { scope: "col" }, "on the map"),
      ),
    ),
    el("tbody", {}, ...rows),
  );
  return [
    ...head,
    el(
      "p",
      { className: "kept" },
      el("strong", {}, `${kept} of ${truth.length}`),
      " true neighbours are near it here.",
    ),
    table,
    backButton(map),
  ];
};

function cell(map, id, isShared, note) {
  const tick = el("span", { className: "tick", title: isShared ? "in both lists" : "" });
  if (isShared) tick.append("✓", el("span", { className: "spoken" }, " in both lists"));
  const button = pointButton(map, id, lab.cut(map.data.labels[id], 40));
  return el("td", {}, el("div", {}, tick, button, note && el("small", {}, note)));
}

function pointButton(map, id, text) {
  const button = el(
    "button",
    { type: "button", className: "point", title: map.data.labels[id] },
    text,
  );
  button.addEventListener("click", () => map.walk(id));
  button.addEventListener("pointerenter", () => map.hover(id, true));
  button.addEventListener("pointerleave", () => map.hover(-1));
  return button;
}

function backButton(map) {
  if (map.trail.length === 0) return null;
  const name = lab.cut(map.data.labels[map.trail[map.trail.length - 1]], 24);
  const button = el("button", { type: "button", className: "plain" }, `← back to ${name}`);
  button.addEventListener("click", () => map.back());
  return button;
}
