// Everything around the map that can be used: search, legend, axis, buttons.
lab.controls = (map) => {
  const { data, shadow } = map;
  const el = lab.el;
  const n = data.labels.length.toLocaleString("en-US");
  const search = el("input", {
    type: "search",
    placeholder: `Search ${n} points`,
    "aria-label": "Search the points",
    autocomplete: "off",
    spellcheck: false,
  });
  const found = el("span", { className: "found", role: "status" });
  const points = el("canvas", { "aria-hidden": "true" });
  const words = el("canvas", { "aria-hidden": "true" });
  const zoomButton = (text, name, act) => {
    const button = el("button", { type: "button", title: name, "aria-label": name }, text);
    button.addEventListener("click", act);
    return button;
  };
  const zoom = el(
    "div",
    { className: "zoom" },
    zoomButton("+", "Zoom in", () => map.glide(1.6)),
    zoomButton("−", "Zoom out", () => map.glide(1 / 1.6)),
    zoomButton("⤢", "Show the whole map", () => map.fit(true)),
  );
  const tip = el("div", { className: "tip", hidden: true });
  const hint = el("div", { className: "hint" }, "Click the map first, or hold Ctrl, to zoom");
  const stage = el(
    "div",
    { className: "stage", tabIndex: 0, role: "application", "aria-roledescription": "map" },
    ...[points, words, zoom, tip, hint],
  );
  const tools = el("div", { className: "tools" }, search, found);
  const legend = el("div", { className: "legend", role: "group", "aria-label": "Legend" });
  const believe = el("section", { className: "card", "aria-label": "How much to believe it" });
  const about = el("section", { className: "card about", "aria-label": "The chosen point" });
  const spoken = el("span", { className: "spoken", "aria-live": "polite" });
  const foot = el(
    "p",
    { className: "foot" },
    [`${n} points`, data.method].filter(Boolean).join(" · "),
  );
  const left = el("div", {}, stage, legend, foot);
  const side = el("div", { className: "side" }, believe, about);
  const work = el("div", { className: map.hasLongLabels ? "work is-long" : "work" }, left, side);
  const box = el("div", { className: "box" }, tools, work, spoken);
  if (data.title) box.prepend(el("h2", {}, data.title));
  shadow.append(el("style", {}, lab.css), box);
  map.parts = {
    box,
    stage,
    points,
    words,
    tip,
    hint,
    search,
    found,
    legend,
    believe,
    about,
    spoken,
    tools,
  };

  let typing;
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => map.search(search.value), 50);
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") map.nextHit(event.shiftKey ? -1 : 1);
  });
  if (data.k && data.groups) tools.append(colourChoice(map));
  if (data.frames.length > 1) stage.after(lab.frameControl(map));
  if (data.axes.length > 0 || data.vectors) tools.append(axisChoice(map));
};

function colourChoice(map) {
  const choice = lab.el(
    "select",
    { "aria-label": "Colour the points by" },
    lab.el("option", { value: "group" }, map.data.groupLabel || "group"),
    lab.el("option", { value: "trust" }, "neighbours kept"),
  );
  choice.addEventListener("change", () => map.colourBy(choice.value));
  return lab.el("label", {}, "colour", choice);
}

// Ready-made axes are a list; with vectors on the page, any two words make one.
function axisChoice(map) {
  const { data } = map;
  const el = lab.el;
  const pair = ({ from, to }) =>
    `${lab.cut(data.labels[from], 16)} → ${lab.cut(data.labels[to], 16)}`;
  const choice = el(
    "select",
    { "aria-label": "Lay the points along an axis" },
    el("option", { value: "" }, "none"),
    ...data.axes.map((axis, at) => el("option", { value: String(at) }, pair(axis))),
  );
  const holder = el("label", {}, "axis", choice);
  map.parts.axis = choice;
  choice.addEventListener("change", () => {
    const own = choice.value === "own";
    if (map.parts.poles) map.parts.poles.hidden = !own;
    if (!own) map.showAxis(choice.value === "" ? null : data.axes[Number(choice.value)]);
  });
  if (!data.vectors) return holder;
  choice.append(el("option", { value: "own" }, "two words …"));
  const word = (name) =>
    el("input", { type: "text", "aria-label": name, placeholder: name, autocomplete: "off" });
  const [from, to] = [word("from"), word("to")];
  const apply = el("button", { type: "button", className: "plain" }, "lay out");
  const problem = el("span", { className: "found", role: "alert" });
  const poles = el("label", { hidden: true }, from, "→", to, apply, problem);
  const layOut = () => {
    const ids = [from, to].map((input) => data.folded.indexOf(lab.folded(input.value.trim())));
    const missing = [from, to].find((_, at) => ids[at] < 0);
    const axis = missing ? null : lab.projectOnAxis(data.vectors, ...ids);
    problem.textContent = missing
      ? `no point is called “${missing.value}”`
      : axis
        ? ""
        : "these two have the same vector";
    if (axis)
      map.showAxis({ ...lab.placesOnAxis(axis), from: ids[0], to: ids[1], shares: axis.shares });
  };
  apply.addEventListener("click", layOut);
  for (const input of [from, to]) {
    input.addEventListener("keydown", (event) => event.key === "Enter" && layOut());
  }
  map.parts.poles = poles;
  const both = el("div", { className: "tools", style: "margin:0" }, holder, poles);
  return both;
}

// The legend's dots are buttons: one group at a time stands out.
lab.fillLegend = (map) => {
  const { data, theme } = map;
  const { legend } = map.parts;
  const el = lab.el;
  if (map.colours === "trust") {
    const { k } = data;
    const steps = theme.steps.length;
    const first = (step) => Math.ceil((step * (k + 1)) / steps);
    legend.replaceChildren(
      ...map.styles.map((style, step) => {
        const [low, high] = [first(step), first(step + 1) - 1];
        if (high < low) return "";
        const text = low === high ? `${low}` : `${low}–${high}`;
        return el("span", { className: "step" }, dot(style), `${text} of ${k}`);
      }),
    );
    return;
  }
  legend.replaceChildren(
    ...(data.groups ? data.groups.names : []).map((name, g) => {
      const count = data.groups.counts[g].toLocaleString("en-US");
      const button = el("button", { type: "button", "aria-pressed": String(map.group === g) });
      button.append(dot(map.styles[g]), lab.cut(name, 36), el("small", {}, count));
      button.addEventListener("click", () => map.highlight(map.group === g ? -1 : g));
      return button;
    }),
  );
};

// The shapes of paint.js in a square of twelve.
lab.outlines = [
  "M6 1.2a4.8 4.8 0 1 0 .01 0z",
  "M6 .3 11.7 6 6 11.7 .3 6z",
  "M6 1 11.4 10.4 .6 10.4z",
];

function dot({ shape, css, ring }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const attributes = { viewBox: "0 0 12 12", width: 12, height: 12, "aria-hidden": "true" };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  path.setAttribute("d", lab.outlines[shape]);
  path.setAttribute("fill", css);
  path.setAttribute("stroke", `rgb(${ring.join()})`);
  svg.append(path);
  return svg;
}
