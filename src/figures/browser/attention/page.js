// Finds the page's attention views, and follows its theme.
const views = new WeakMap();

function adopt(root) {
  const holder = root.querySelector("script.lab-data");
  const plot = root.querySelector(".lab-plot");
  if (!holder || !plot || plot.shadowRoot) return;
  root.setAttribute("data-lab-seen", "");
  try {
    views.set(root, lab.createView(root, plot, lab.read(holder.textContent)));
    sizes.observe(plot);
  } catch (error) {
    // The sentence or the picture below stays.
    const text = `The live figure could not be drawn: ${error.message}.`;
    if (plot.shadowRoot) plot.shadowRoot.replaceChildren(document.createElement("slot"));
    plot.after(lab.el("p", { textContent: text }));
  }
}

function scan() {
  document.querySelectorAll("figure.lab-attention:not([data-lab-seen])").forEach(adopt);
}

function follow(root) {
  const view = views.get(root);
  if (!view) return;
  const isDark = lab.themeOf(root.parentElement || root) === "dark";
  if (isDark !== view.isDark) view.dress();
}

// JupyterLab takes figures off the page while they are out of view, and brings them back.
const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) if (target.clientWidth > 0) follow(target.closest("figure"));
});

function retheme() {
  document.querySelectorAll("figure.lab-attention[data-lab-seen]").forEach(follow);
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTimeout(retheme));
for (const element of [document.documentElement, document.body].filter(Boolean)) {
  new MutationObserver(() => setTimeout(retheme)).observe(element, {
    attributes: true,
    attributeFilter: ["class", "style", "data-jp-theme-light", "data-theme"],
  });
}
// While the page is still being read, the figures further down are not there yet.
if (document.readyState === "loading") addEventListener("DOMContentLoaded", scan);
window.labAttention = {
  scan,
  picture: (root, width, ratio) => lab.picture(views.get(root), width, ratio),
  of: (root) => views.get(root),
};
scan();
