// Arrow keys walk from point to point and read each one out; in Jupyter they would move cells.
const MOVES = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

lab.keyboard = (state) => {
  const { root, plot } = state;
  const spoken = document.createElement("span");
  spoken.className = "lab-spoken";
  spoken.setAttribute("aria-live", "polite");
  spoken.style.cssText =
    "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  plot.after(spoken);
  let at = -1;
  let reading;
  plot.addEventListener("keydown", (event) => {
    if (!state.isDrawn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      window.Plotly.Fx.unhover(plot);
      at = -1;
      clearTimeout(reading);
      spoken.textContent = "";
    }
    const move = MOVES[event.key];
    const points = move ? pointsOf(plot) : [];
    if (points.length === 0) return;
    event.preventDefault();
    at = at < 0 && move < 0 ? points.length - 1 : (at + move + points.length) % points.length;
    window.Plotly.Fx.hover(plot, [points[at]]);
    // Plotly draws hover texts at most every 50 ms; then they are read from where they stand.
    clearTimeout(reading);
    reading = setTimeout(() => {
      const texts = [...plot.querySelectorAll(".hoverlayer text")].map(readLines);
      spoken.textContent = [...new Set(texts)].filter(Boolean).join(", ");
    }, 80);
  });
  root.addEventListener("keydown", (event) => {
    const isCommand = event.ctrlKey || event.metaKey || (event.shiftKey && event.key === "Enter");
    if (!isCommand && event.key !== "Tab") event.stopPropagation();
  });
};

function readLines(text) {
  const lines = [...text.querySelectorAll("tspan.line")];
  return lines.length > 0 ? lines.map((line) => line.textContent).join(", ") : text.textContent;
}

function pointsOf(plot) {
  return (plot._fullData || []).flatMap((trace, curveNumber) => {
    if (trace.visible !== true || trace.hoverinfo === "skip") return [];
    if (trace.type === "heatmap") {
      return [...trace.z].flatMap((row, r) =>
        [...row].map((_, c) => ({ curveNumber, pointNumber: [r, c] })),
      );
    }
    return [...(trace.x || [])].map((_, pointNumber) => ({ curveNumber, pointNumber }));
  });
}
