// plotly.js is 4.8 MB, so a page fetches it once, from the first of these places that has it:
// Jupyter's file server (its root is the repository), beside an exported page, or node_modules.
function places() {
  const at = "plotly.js-dist-min/plotly.min.js";
  const near = ["plotly.min.js", "../node_modules/" + at, "node_modules/" + at];
  let base = document.body.getAttribute("data-base-url");
  const config = document.getElementById("jupyter-config-data");
  if (!base && config) {
    try {
      base = JSON.parse(config.textContent).baseUrl;
    } catch {
      base = null;
    }
  }
  return base ? [base.replace(/\/?$/, "/") + "files/node_modules/" + at].concat(near) : near;
}

function loadFrom(urls) {
  return new Promise((resolve, reject) => {
    if (urls.length === 0) return reject(new Error("plotly.min.js was not found"));
    const script = document.createElement("script");
    script.src = urls[0];
    script.onload = () => (plotlyIsHere() ? resolve(window.Plotly) : script.onerror());
    script.onerror = () => {
      script.remove();
      loadFrom(urls.slice(1)).then(resolve, reject);
    };
    document.head.appendChild(script);
  });
}

// A heading called "Plotly" is window.Plotly, too: pages name elements after their ids.
const plotlyIsHere = () => typeof (window.Plotly || {}).newPlot === "function";

let loading;
lab.plotlyIsHere = plotlyIsHere;
lab.loadPlotly = () => {
  if (plotlyIsHere()) return Promise.resolve(window.Plotly);
  loading = loading || loadFrom(places());
  // A figure that comes later tries anew.
  loading.catch(() => (loading = undefined));
  return loading;
};
