// The figure's data as arrays: coordinates and ids stand in it as base64, texts as they are.
function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

const int16 = (base64) => new Uint16Array(bytesOf(base64).buffer);

// [N, 2] 16-bit pairs as places from 0 to 1, with y downwards as on a screen.
function placesOf(base64) {
  const raw = int16(base64);
  const xs = new Float32Array(raw.length / 2);
  const ys = new Float32Array(raw.length / 2);
  for (let i = 0; i < xs.length; i++) {
    xs[i] = raw[2 * i] / 65535;
    ys[i] = 1 - raw[2 * i + 1] / 65535;
  }
  return { raw, xs, ys };
}

// Ids above 65,535 have their high bytes in a list of their own.
function truthOf({ ids, high, near }) {
  const list = Uint32Array.from(int16(ids));
  if (high) bytesOf(high).forEach((byte, at) => (list[at] += byte * 65536));
  return { ids: list, near: near && bytesOf(near) };
}

// An exported page holds long lists of texts once: figures refer to them (bin/pages/).
function shared(_key, value) {
  if (value === null || typeof value !== "object" || value.labTexts === undefined) return value;
  const holder = document.querySelector(`script.lab-texts[data-key="${value.labTexts}"]`);
  return JSON.parse(holder.textContent);
}

// Letters without their accents and capitals, for searching.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

lab.read = (json) => {
  const data = JSON.parse(json, shared);
  data.frames = data.frames.map((frame) => ({
    ...frame,
    ...placesOf(frame.xy),
    kept: frame.kept && bytesOf(frame.kept),
  }));
  data.truths = data.truths.map(truthOf);
  data.axes = (data.axes || []).map((axis) => ({ ...axis, ...placesOf(axis.xy) }));
  data.groupOf = data.groups ? bytesOf(data.groups.of) : null;
  if (data.vectors) data.vectors.values = new Int8Array(bytesOf(data.vectors.values).buffer);
  data.order = data.order && new Uint32Array(bytesOf(data.order).buffer);
  data.folded = data.labels.map(folded);
  return data;
};

lab.folded = folded;
