// What is computed from coordinates alone: who is near on the map, and places along an axis.

// The k points nearest to one of them; of two equally near the first, as the kernel counts them.
lab.nearestOnMap = (raw, point, k) => {
  const ids = [];
  const squares = [];
  const x = raw[2 * point];
  const y = raw[2 * point + 1];
  for (let i = 0; i < raw.length / 2; i++) {
    const square = (raw[2 * i] - x) ** 2 + (raw[2 * i + 1] - y) ** 2;
    if (i === point || (ids.length === k && square >= squares[k - 1])) continue;
    let at = ids.length < k ? ids.length : k - 1;
    for (; at > 0 && squares[at - 1] > square; at--) {
      ids[at] = ids[at - 1];
      squares[at] = squares[at - 1];
    }
    ids[at] = i;
    squares[at] = square;
  }
  return ids;
};

// Points along the direction from one vector to another: -1 at the first, 1 at the second. Upwards
// goes the direction in which the rest varies most. As projectOnAxis() in src/figures/.
lab.projectOnAxis = ({ size, values }, from, to) => {
  const n = values.length / size;
  const along = new Float64Array(size);
  let length = 0;
  for (let j = 0; j < size; j++) {
    along[j] = values[to * size + j] - values[from * size + j];
    length += along[j] * along[j];
  }
  if (length === 0) return null;
  const mean = new Float64Array(size);
  for (let at = 0; at < values.length; at++) mean[at % size] += values[at] / n;
  const rest = new Float64Array(n * size);
  const x = new Float64Array(n);
  const shares = [0, 0];
  let total = 0;
  for (let i = 0; i < n; i++) {
    let middle = 0;
    let centered = 0;
    for (let j = 0; j < size; j++) {
      const at = i * size + j;
      const pole = (values[from * size + j] + values[to * size + j]) / 2;
      middle += (values[at] - pole) * along[j];
      centered += (values[at] - mean[j]) * along[j];
      total += (values[at] - mean[j]) ** 2;
    }
    x[i] = (2 * middle) / length;
    shares[0] += centered ** 2 / length;
    for (let j = 0; j < size; j++) {
      rest[i * size + j] = values[i * size + j] - mean[j] - (centered / length) * along[j];
    }
  }
  const { y, squares } = widest(rest, n, size);
  shares[1] = squares;
  return { x, y, shares: shares.map((share) => (total ? share / total : 0)) };
};

// The first principal direction by the power method: sixty rounds settle what a page can show.
function widest(rows, n, size) {
  let direction = new Float64Array(size);
  for (let j = 0; j < size; j++) direction[j] = Math.cos(1 + 3 * j);
  const y = new Float64Array(n);
  for (let round = 0; round < 60; round++) {
    const next = new Float64Array(size);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += rows[i * size + j] * direction[j];
      y[i] = sum;
      for (let j = 0; j < size; j++) next[j] += sum * rows[i * size + j];
    }
    const length = Math.hypot(...next) || 1;
    direction = next.map((value) => value / length);
  }
  let squares = 0;
  for (const value of y) squares += value * value;
  return { y, squares };
}

// Places from 0 to 1 that fill the square, x and y stretched apart: they have different units.
lab.placesOnAxis = ({ x, y }) => {
  const spread = (values, flip) => {
    let [low, high] = [Infinity, -Infinity];
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    const width = high - low || 1;
    return Float32Array.from(values, (value) => Math.abs(flip - (value - low) / width));
  };
  return { xs: spread(x, 0), ys: spread(y, 1) };
};
