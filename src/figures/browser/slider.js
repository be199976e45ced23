// A slider steps through frames made beforehand. A frame holds only what differs from the first:
// pairs of a path and the value there, null for "nothing".
function frameOf(base, changes) {
  const figure = structuredClone(base);
  for (const [path, value] of changes) {
    const last = path[path.length - 1];
    const owner = path.slice(0, -1).reduce((object, key) => object[key], figure);
    if (value === null) delete owner[last];
    else owner[last] = value;
  }
  return figure;
}

lab.slider = (state) => {
  const { control, frames, ...base } = state.figure;
  const { root, plot } = state;
  const make = (tag, properties, style) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.style.cssText = style || "";
    return element;
  };
  const last = control.values.length - 1;
  const range = { type: "range", min: 0, max: last, step: 1, value: control.start };
  const input = make("input", range, "flex:1 1 14em;max-width:28em;min-height:1.6em");
  const output = make("output", {}, "min-width:3.5em;font-weight:600");
  const reset = make("button", { type: "button", textContent: "reset", title: control.reset });
  const label = make("label", {}, "display:contents");
  label.append(make("span", { textContent: control.label }), input);
  const row = "display:flex;gap:.7em;align-items:center;flex-wrap:wrap;margin:.3em 0";
  const box = make("div", { className: "lab-slider" }, row);
  box.append(label, output, reset);

  const caption = root.querySelector("figcaption");
  const body = root.querySelector("details tbody");
  let isWaiting = false;
  const move = () => {
    const shown = control.values[input.value];
    output.textContent = shown;
    input.setAttribute("aria-valuetext", shown);
    state.figure = frameOf(base, frames[input.value]);
    plot.setAttribute("aria-label", state.figure.alt);
    if (caption) caption.textContent = state.figure.caption || "";
    if (body) {
      (state.figure.rows || []).forEach((texts, r) =>
        texts.forEach((text, c) => (body.rows[r].cells[c].textContent = text)),
      );
    }
    // Many moves between two pictures of the screen are one.
    if (!state.isDrawn || isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      lab.draw(state);
    });
  };
  input.addEventListener("input", move);
  reset.addEventListener("click", () => {
    input.value = control.start;
    move();
  });
  move();
  plot.before(box);
  state.slider = box;
};
