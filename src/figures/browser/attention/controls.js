// Which layer, which heads: buttons, and the grid of all of them as small heat maps.
const range = (length) => Array.from({ length }, (_, i) => i);

function set(name, ...buttons) {
  const box = lab.el("div", { class: "set", role: "group", "aria-label": name });
  box.append(lab.el("b", { textContent: name }), ...buttons);
  return box;
}

function button(textContent, label, act, properties = {}) {
  const made = lab.el("button", {
    ...{ type: "button", class: "plain", textContent, "aria-label": label },
    ...properties,
  });
  made.addEventListener("click", act);
  return made;
}

lab.controls = (view) => {
  const { data, theme } = view;
  const layers = range(data.numLayers).map((layer) =>
    button(String(layer + 1), `layer ${layer + 1}`, () => view.choose({ layer })),
  );
  const heads = range(data.numHeads).map((head) =>
    button(String(head + 1), `head ${head + 1}`, () => view.toggle(head), {
      ...{ class: "plain head", style: `--hue:${lab.colourOf(theme, head)}` },
    }),
  );
  const all = button("all", "all heads", () => view.choose({ heads: range(data.numHeads) }));
  const box = lab.el("div", { class: "tools" });
  box.append(set("layer", ...layers), set("heads", ...heads, all));
  return { box, layers, heads };
};

lab.grid = (view) => {
  const { data, theme } = view;
  const size = Math.max(22, Math.min(56, Math.floor(600 / data.numHeads) - 10));
  const cells = [];
  const head = lab.el("tr", {}, lab.el("td"));
  for (const h of range(data.numHeads)) {
    head.append(lab.el("th", { scope: "col", textContent: h === 0 ? "head 1" : String(h + 1) }));
  }
  const body = lab.el("tbody");
  for (const l of range(data.numLayers)) {
    const row = lab.el("tr", {}, lab.el("th", { scope: "row", textContent: `layer ${l + 1}` }));
    for (const h of range(data.numHeads)) {
      const canvas = lab.el("canvas", { style: `width:${size}px;height:${size}px` });
      lab.paint(canvas, data.of(l, h), data.n, theme);
      const cell = lab.el("button", {
        type: "button",
        "aria-label": `layer ${l + 1}, head ${h + 1}`,
      });
      cell.append(canvas);
      cell.addEventListener("click", () => view.choose({ layer: l, heads: [h] }));
      cells.push({ cell, canvas, l, h });
      row.append(lab.el("td", {}, cell));
    }
    body.append(row);
  }
  const box = lab.el("div", { class: "wide" });
  box.append(lab.el("table", { class: "grid" }, lab.el("thead", {}, head), body));
  return { box, cells, size };
};

lab.updateControls = ({ layer, heads, parts }) => {
  const press = (element, isOn) => element.setAttribute("aria-pressed", String(isOn));
  parts.controls.layers.forEach((element, l) => press(element, l === layer));
  parts.controls.heads.forEach((element, h) => press(element, heads.includes(h)));
  for (const { cell, l, h } of parts.grid.cells) press(cell, l === layer && heads.includes(h));
};
