// One map: what it knows, and what can be done with it.
lab.createMap = (root, plot, data) => {
  const n = data.labels.length;
  const map = {
    ...{ root, plot, data, n, selected: -1, hovered: -1, group: -1, trail: [], hits: null },
    ...{ truth: [], shown: [], widths: new Map(), axis: null, colours: "group", paints: 0 },
    xs: new Float32Array(n),
    ys: new Float32Array(n),
    everyone: Uint32Array.from({ length: n }, (_, i) => i),
    hasLongLabels: lab.isLong(data.labels),
    shadow: plot.attachShadow({ mode: "open" }),
    position: data.start,
  };
  if (!data.groups && data.k) map.colours = "plain";
  // Mixed, so that no group lies over another only because it comes later.
  const stride = coprime(n);
  map.mixed = map.everyone.map((i) => (i * stride) % n);
  Object.defineProperty(map, "frame", { get: () => data.frames[Math.round(map.position)] });
  map.toX = (x) => (x - map.view.x) * map.view.scale + map.width / 2;
  map.toY = (y) => (y - map.view.y) * map.view.scale + map.height / 2;
  map.onFrame = () => {};
  lab.controls(map);
  lab.choosing(map);
  lab.drawing(map);
  lab.moving(map);
  lab.gestures(map);
  map.setPlaces();
  return map;
};

// A stride that visits every place once, about a golden section apart.
function coprime(n) {
  const divisor = (a, b) => (b === 0 ? a : divisor(b, a % b));
  let stride = Math.max(1, Math.round(n * 0.618));
  while (divisor(stride, n) !== 1) stride++;
  return stride;
}

// Search, groups, the chosen point.
lab.choosing = (map) => {
  const { data, parts } = map;
  const texts = () => {
    parts.about.replaceChildren(...lab.about(map).filter(Boolean));
  };
  map.search = (query) => {
    const wanted = lab.folded(query.trim());
    map.hitList = [];
    map.hits = null;
    if (wanted !== "") {
      map.hits = new Uint8Array(map.n);
      data.folded.forEach((text, i) => {
        if (!text.includes(wanted)) return;
        map.hits[i] = 1;
        map.hitList.push(i);
      });
      const length = (i) => data.folded[i].length;
      // The word itself before longer ones that contain it.
      map.hitList.sort((a, b) => length(a) - length(b) || a - b);
    }
    map.hitAt = -1;
    const count = map.hitList.length;
    parts.found.textContent = map.hits ? `${count} ${count === 1 ? "match" : "matches"}` : "";
    map.redraw();
  };
  map.nextHit = (step) => {
    if (!map.hits || map.hitList.length === 0) return;
    const count = map.hitList.length;
    map.hitAt = (map.hitAt + step + count) % count;
    map.walk(map.hitList[map.hitAt]);
  };
  map.highlight = (g) => {
    map.group = g;
    lab.fillLegend(map);
    const button = parts.legend.children[g];
    if (button) button.focus();
    map.redraw();
  };
  map.colourBy = (what) => {
    map.colours = what;
    map.group = -1;
    map.restyle();
  };
  // Both lists of the chosen point, for the frame that is shown.
  map.compare = () => {
    const { selected, frame } = map;
    const hasTruth = selected >= 0 && data.k;
    const all = hasTruth && data.truths[frame.truth];
    const row = [selected * data.k, (selected + 1) * data.k];
    map.truth = hasTruth ? [...all.ids.subarray(...row)] : [];
    map.near = hasTruth && all.near ? all.near.subarray(...row) : null;
    map.shown = hasTruth && !map.axis ? lab.nearestOnMap(frame.raw, selected, data.k) : [];
    texts();
  };
  map.choose = (id, { isKept = false } = {}) => {
    if (id < 0 && isKept) return;
    map.selected = id;
    map.trail = [];
    map.compare();
    map.say();
    if (isKept) map.reveal(id);
    map.redraw();
  };
  // A step to a neighbour, which can be taken back.
  map.walk = (id) => {
    const trail =
      map.selected >= 0 && map.selected !== id ? [...map.trail, map.selected] : map.trail;
    map.choose(id, { isKept: true });
    map.trail = trail;
    texts();
  };
  map.back = () => {
    const trail = map.trail.slice(0, -1);
    if (map.trail.length === 0) return;
    map.choose(map.trail[map.trail.length - 1], { isKept: true });
    map.trail = trail;
    texts();
  };
  map.escape = () => {
    const { search } = parts;
    if (map.selected >= 0) map.choose(-1);
    else if (map.hits || map.group >= 0) {
      search.value = "";
      map.search("");
      if (map.group >= 0) map.highlight(-1);
    } else map.fit(true);
    map.hover(-1);
  };
  map.say = () => {
    const { selected } = map;
    if (selected < 0) return void (parts.spoken.textContent = "");
    const kept = map.truth.filter((id) => map.shown.includes(id)).length;
    const group = data.groups ? `, ${data.groups.names[data.groupOf[selected]]}` : "";
    const trust =
      data.k && !map.axis ? `. ${kept} of ${data.k} true neighbours are near it here` : "";
    parts.spoken.textContent = `${data.labels[selected]}${group}${trust}`;
  };
  map.hover = (id, isQuiet = false) => {
    if (id === map.hovered) return;
    map.hovered = id;
    parts.stage.classList.toggle("is-over", id >= 0);
    const { tip } = parts;
    tip.hidden = id < 0 || isQuiet;
    if (id >= 0 && !isQuiet) {
      const lines = [data.groups && data.groups.names[data.groupOf[id]]];
      if (data.k && !map.axis) lines.push(`keeps ${map.frame.kept[id]} of ${data.k} neighbours`);
      tip.replaceChildren(
        lab.cut(data.labels[id], 240),
        ...lines.filter(Boolean).map((line) => lab.el("small", {}, line)),
      );
      const [x, y] = [map.toX(map.xs[id]), map.toY(map.ys[id])];
      const [wide, high] = [tip.offsetWidth, tip.offsetHeight];
      const left = Math.max(6, Math.min(map.width - wide - 6, x + 14));
      const top = y - high - 12 < 6 ? y + 16 : y - high - 12;
      tip.style.left = `${left}px`;
      tip.style.top = `${Math.min(top, map.height - high - 6)}px`;
    }
    map.redraw({ isOverlay: true });
  };
  let hinting;
  map.hint = () => {
    parts.hint.classList.add("is-on");
    clearTimeout(hinting);
    hinting = setTimeout(() => parts.hint.classList.remove("is-on"), 1400);
  };
};
