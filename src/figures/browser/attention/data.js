// The figure's data: weights come as 16-bit shares, whose rows sum to 65,535.
const WHOLE = 65535;

// An exported page holds long lists of texts once: figures refer to them (bin/pages/).
function shared(_key, value) {
  if (value === null || typeof value !== "object" || value.labTexts === undefined) return value;
  const holder = document.querySelector(`script.lab-texts[data-key="${value.labTexts}"]`);
  return JSON.parse(holder.textContent);
}

lab.read = (json) => {
  const data = JSON.parse(json, shared);
  const bytes = Uint8Array.from(atob(data.weights), (letter) => letter.charCodeAt(0));
  const shares = new Uint16Array(bytes.buffer);
  const n = data.tokens.length;
  data.n = n;
  data.of = (layer, head) => {
    const at = (layer * data.numHeads + head) * n * n;
    return Float64Array.from(shares.subarray(at, at + n * n), (share) => share / WHOLE);
  };
  // Of several heads the mean, which also sums to 1.
  data.mean = (layer, heads) => {
    const all = heads.map((head) => data.of(layer, head));
    return Float64Array.from(all[0], (_, at) => {
      return all.reduce((sum, weights) => sum + weights[at], 0) / all.length;
    });
  };
  return data;
};
