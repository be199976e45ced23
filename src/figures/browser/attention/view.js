// One figure: what is chosen, what is pointed at, and what follows from it.
const STEPS = { ArrowUp: -1, ArrowDown: 1 };

lab.createView = (root, plot, data) => {
  const shadow = plot.attachShadow({ mode: "open" });
  const view = { root, plot, data, layer: data.start.layer, heads: [data.start.head] };
  Object.assign(view, { pinned: null, hovered: null, cell: null });
  view.entry = { side: "from", at: 0 }; // where the Tab key comes in
  Object.defineProperty(view, "active", { get: () => view.hovered || view.pinned });

  view.dress = () => {
    view.isDark = lab.themeOf(root.parentElement || root) === "dark";
    view.theme = lab.themes[view.isDark ? "dark" : "light"];
    const { theme } = view;
    const box = lab.el("div", { class: "box", role: "group", "aria-label": data.alt });
    for (const name of ["ink", "muted", "paper", "raised", "line", "edge", "accent"]) {
      box.style.setProperty(`--${name}`, theme[name]);
    }
    box.style.setProperty("--scheme", view.isDark ? "dark" : "light");
    const parts = { box, controls: lab.controls(view), lines: lab.lines(view) };
    Object.assign(parts, { matrix: lab.matrix(view), grid: lab.grid(view) });
    parts.say = lab.el("p", { class: "say", "aria-live": "polite" });
    view.parts = parts;
    if (data.title) box.append(lab.el("h2", { textContent: data.title }));
    const work = lab.el("div", { class: "work" }, parts.lines.svg, parts.matrix.svg);
    const hint = "All layers and heads, a row for each token that looks. Choose one:";
    const about = lab.el("p", { class: "quiet", textContent: hint });
    // Of one head there is nothing to choose.
    const isChoice = data.numLayers * data.numHeads > 1;
    box.append(...(isChoice ? [parts.controls.box] : []), work, parts.say);
    if (isChoice) box.append(about, parts.grid.box);
    shadow.replaceChildren(lab.el("style", { textContent: lab.css }), box);
    root.setAttribute("data-lab-drawn", view.isDark ? "dark" : "light");
    listen(view);
    view.update();
  };

  view.update = () => {
    lab.updateLines(view);
    lab.updateMatrix(view);
    lab.updateControls(view);
    view.parts.say.textContent = sentence(view);
  };
  view.choose = (chosen) => {
    Object.assign(view, chosen);
    view.update();
  };
  view.toggle = (head) => {
    const { heads } = view;
    const isOn = heads.includes(head);
    if (isOn && heads.length === 1) return;
    const others = heads.filter((other) => other !== head);
    view.choose({ heads: isOn ? others : [...others, head].sort((a, b) => a - b) });
  };
  view.hover = (hovered, cell = null) => view.choose({ hovered, cell });
  view.pin = (place) => {
    const { pinned } = view;
    const isSame = pinned && place && pinned.side === place.side && pinned.at === place.at;
    view.choose({ pinned: isSame ? null : place, hovered: null, cell: null });
  };
  view.dress();
  return view;
};

function listen(view) {
  const { lines, matrix, box } = view.parts;
  for (const side of ["from", "to"]) {
    lines.places[side].forEach(({ group }, at) => {
      const place = { side, at };
      group.addEventListener("pointerenter", () => view.hover(place));
      group.addEventListener("pointerleave", () => view.hover(null));
      group.addEventListener("click", () => view.pin(place));
      group.addEventListener("focus", () => {
        if (group.matches(":focus-visible")) view.choose({ entry: place, hovered: place });
      });
      group.addEventListener("blur", () => view.hover(null));
      group.addEventListener("keydown", (event) => walk(view, event, place));
    });
  }
  matrix.svg.addEventListener("pointermove", (event) => {
    const cell = matrix.cellAt(event);
    view.hover(cell && { side: "from", at: cell.i }, cell);
  });
  matrix.svg.addEventListener("pointerleave", () => view.hover(null));
  matrix.svg.addEventListener("click", (event) => {
    const cell = matrix.cellAt(event);
    if (cell) view.pin({ side: "from", at: cell.i });
  });
  // In Jupyter, keys move cells: what is meant for the figure stays here.
  box.addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey || (event.shiftKey && event.key === "Enter");
    if (isCommand || event.key === "Tab") return;
    event.stopPropagation();
    if (event.key === "Escape") view.choose({ pinned: null, hovered: null, cell: null });
  });
}

function walk(view, event, { side, at }) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { n } = view.data;
  let next;
  if (STEPS[event.key]) next = { side, at: (at + STEPS[event.key] + n) % n };
  else if (event.key === "ArrowLeft") next = { side: "from", at };
  else if (event.key === "ArrowRight") next = { side: "to", at };
  else if (event.key === "Home") next = { side, at: 0 };
  else if (event.key === "End") next = { side, at: n - 1 };
  else if (event.key === "Enter" || event.key === " ") view.pin({ side, at });
  else return;
  event.preventDefault();
  if (next) view.parts.lines.places[next.side][next.at].group.focus({ focusVisible: true });
}

// What is seen, in words: the largest weights, and their sum.
function sentence({ data, layer, heads, active, cell }) {
  const { tokens, n } = data;
  const numbers = heads.map((head) => head + 1);
  const which = numbers.length === 1 ? `head ${numbers[0]}` : `mean of heads ${numbers.join(", ")}`;
  const place = `Layer ${layer + 1}, ${which}.`;
  if (!active) {
    const how = "Point at a token, or walk with the arrow keys: its lines remain.";
    return `${place} ${how} A click or Enter holds it, Escape lets go.`;
  }
  const mean = data.mean(layer, heads);
  const name = (at) => `“${tokens[at]}”`;
  if (cell) {
    const weight = mean[cell.i * n + cell.j].toFixed(3);
    return `${place} ${name(cell.i)} takes ${weight} from ${name(cell.j)}.`;
  }
  const isFrom = active.side === "from";
  const weights = tokens.map((_, at) => mean[isFrom ? active.at * n + at : at * n + active.at]);
  const order = tokens.map((_, at) => at).sort((a, b) => weights[b] - weights[a]);
  const most = order.slice(0, 3).map((at) => `${name(at)} ${weights[at].toFixed(3)}`);
  const sum = weights.reduce((a, b) => a + b, 0).toFixed(3);
  const what = isFrom
    ? `looks most at ${most.join(", ")}. Its ${n} weights sum to ${sum}.`
    : `is looked at most by ${most.join(", ")}; ${sum} in all, of ${n}.`;
  return `${place} ${name(active.at)} ${what}`;
}
