// Finds the page's softmax sliders and brings them to life.
const views = new WeakMap();

const make = (tag, properties, style, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.style.cssText = style;
  element.append(...children);
  return element;
};

const numbersOf = (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return Float64Array.from(new Float32Array(bytes.buffer));
};

// 1, 2, 3, 5, 10, 20, 30, 50 … and everything.
function countsUpTo(size) {
  const counts = [];
  for (let ten = 1; ten < size; ten *= 10) counts.push(ten, 2 * ten, 3 * ten, 5 * ten);
  return [...counts.filter((count) => count < size), size];
}

function slider(name, values, start, words, onMove) {
  const input = make("input", { type: "range", min: 0, max: values.length - 1 }, "flex:1 1 10em");
  const output = make("output", {}, "min-width:6em;font-weight:600");
  const row = "display:flex;gap:.7em;align-items:center;min-height:1.9em;max-width:38em";
  const title = make("span", { textContent: name }, "width:6.5em");
  const label = make("label", {}, row, title, input, output);
  const show = () => {
    output.textContent = words(values[input.value]);
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.value = start;
  show();
  input.addEventListener("input", () => (show(), onMove()));
  const reset = () => ((input.value = start), show());
  return { label, reset, value: () => values[input.value] };
}

function adopt(root) {
  const holder = root.querySelector("script.lab-data");
  const tools = root.querySelector(".lab-tools");
  const rows = [...root.querySelectorAll(".lab-bars > div")];
  if (!holder || !tools || rows.length === 0) return;
  root.setAttribute("data-lab-seen", "");
  const contexts = JSON.parse(holder.textContent).contexts.map((context) => ({
    ...context,
    logits: numbersOf(context.logits),
  }));
  const size = contexts[0].logits.length;
  const hundredths = Array.from({ length: 40 }, (_, i) => (i + 1) / 20);
  const shares = hundredths.slice(0, 20);
  const counts = countsUpTo(size);
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => ((waiting = false), draw()));
  };
  const heat = slider("temperature", hundredths, 19, (t) => `T = ${t.toFixed(2)}`, later);
  const all = counts.length - 1;
  const most = slider("top-k", counts, all, (k) => (k === size ? `all ${k}` : `k = ${k}`), later);
  const mass = slider("top-p", shares, 19, (p) => `p = ${p.toFixed(2)}`, later);
  const names = contexts.map(({ name }, i) => make("option", { value: i, textContent: name }, ""));
  const choice = make("select", {}, "font:inherit;max-width:100%", ...names);
  choice.setAttribute("aria-label", "logits of");
  choice.addEventListener("input", later);
  const back = make("button", { type: "button", textContent: "reset" }, "font:inherit");
  back.addEventListener("click", () => {
    for (const one of [heat, most, mass]) one.reset();
    later();
  });
  tools.append(choice, heat.label, most.label, mass.label, back);

  const view = {};
  const draw = () => {
    const { name, tokens, logits } = contexts[choice.value];
    const settings = { temperature: heat.value(), topK: most.value(), topP: mass.value() };
    const plain = lab.distribution(logits, { temperature: 1, topK: size, topP: 1 }).all;
    const { all: warm, shares: drawn, kept } = lab.distribution(logits, settings);
    const rest = (values) => values.slice(tokens.length).reduce((a, b) => a + b, 0);
    rows.forEach((row, i) => {
      const isRest = i === tokens.length;
      const share = isRest ? rest(drawn) : drawn[i];
      const isCut = i >= kept;
      row.querySelector("code").textContent = isRest ? "all others" : tokens[i];
      row.querySelector(".lab-fill").style.width = `${100 * share}%`;
      row.querySelector(".lab-mark").style.left = `${100 * (isRest ? rest(plain) : plain[i])}%`;
      row.querySelector(".lab-share").textContent = isCut ? "cut" : share.toFixed(4);
      row.style.opacity = isCut ? 0.5 : 1;
    });
    Object.assign(view, { ...settings, name, kept, shares: drawn, entropy: lab.entropy(warm) });
    const cut = kept === size ? "nothing cut" : `${kept} of ${size} tokens kept`;
    const after = kept === size ? "" : `, ${lab.entropy(drawn).toFixed(3)} after the cut`;
    root.querySelector(".lab-say").textContent =
      `${name}: T = ${settings.temperature.toFixed(2)}, ` +
      `entropy ${view.entropy.toFixed(3)} nats${after}, ${cut}.`;
    root.setAttribute("data-lab-drawn", "");
  };
  views.set(root, view);
  draw();
}

function scan() {
  document.querySelectorAll("figure.lab-softmax:not([data-lab-seen])").forEach(adopt);
}

// While the page is still being read, the figures further down are not there yet.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", scan);
window.labSoftmax = { scan, of: (root) => views.get(root) };
scan();
