/**
 * The k best scores of every query among all points, for nearest-neighbours.ts.
 *
 *   score(q, p) = q · p + offset_p        the largest are kept
 *
 * Points lie in panels of eight: all first numbers of eight points, then all second numbers, and so
 * on. So a register holds one coordinate of four points, and each query coordinate meets eight
 * points at once. Four queries share what is loaded.
 */

/**
 * @param queries   [Q, D] f32, row after row
 * @param panels    [P / 8, D, 8] f32
 * @param offsets   [P] f32; −∞ for a place that only fills up a panel
 * @param scores    [Q, K] f32, best first; −∞ before the first call
 * @param ids       [Q, K] i32
 * @param firstQuery, firstPoint  what row 0 is called: a point is not its own neighbour
 */
export function keepBest(
  queries: usize,
  numQueries: i32,
  panels: usize,
  offsets: usize,
  numPoints: i32,
  size: i32,
  scores: usize,
  ids: usize,
  k: i32,
  firstQuery: i32,
  firstPoint: i32,
): void {
  const row = <usize>size << 2;
  const panel = <usize>size << 5;
  for (let q = 0; q < numQueries; q += 4) {
    const q0 = queries + <usize>q * row;
    const q1 = q0 + row;
    const q2 = q1 + row;
    const q3 = q2 + row;
    let at = panels;
    for (let p = 0; p < numPoints; p += 8, at += panel) {
      let left0 = v128.load(offsets + (<usize>p << 2));
      let right0 = v128.load(offsets + (<usize>p << 2), 16);
      let left1 = left0;
      let right1 = right0;
      let left2 = left0;
      let right2 = right0;
      let left3 = left0;
      let right3 = right0;
      for (let j: usize = 0; j < row; j += 4) {
        const left = v128.load(at + (j << 3));
        const right = v128.load(at + (j << 3), 16);
        let x = v128.load32_splat(q0 + j);
        left0 = f32x4.add(left0, f32x4.mul(x, left));
        right0 = f32x4.add(right0, f32x4.mul(x, right));
        x = v128.load32_splat(q1 + j);
        left1 = f32x4.add(left1, f32x4.mul(x, left));
        right1 = f32x4.add(right1, f32x4.mul(x, right));
        x = v128.load32_splat(q2 + j);
        left2 = f32x4.add(left2, f32x4.mul(x, left));
        right2 = f32x4.add(right2, f32x4.mul(x, right));
        x = v128.load32_splat(q3 + j);
        left3 = f32x4.add(left3, f32x4.mul(x, left));
        right3 = f32x4.add(right3, f32x4.mul(x, right));
      }
      const first = firstPoint + p;
      insert(left0, right0, scores, ids, k, q, firstQuery, first);
      insert(left1, right1, scores, ids, k, q + 1, firstQuery, first);
      insert(left2, right2, scores, ids, k, q + 2, firstQuery, first);
      insert(left3, right3, scores, ids, k, q + 3, firstQuery, first);
    }
  }
}

@inline
function insert(
  left: v128,
  right: v128,
  scores: usize,
  ids: usize,
  k: i32,
  query: i32,
  firstQuery: i32,
  firstPoint: i32,
): void {
  const list = scores + (<usize>(query * k) << 2);
  const worst = v128.load32_splat(list + (<usize>(k - 1) << 2));
  const mask =
    i32x4.bitmask(f32x4.gt(left, worst)) | (i32x4.bitmask(f32x4.gt(right, worst)) << 4);
  if (mask !== 0) {
    v128.store(SCRATCH, left);
    v128.store(SCRATCH, right, 16);
    insertEach(mask, list, ids + (<usize>(query * k) << 2), k, firstQuery + query, firstPoint);
  }
}

const SCRATCH: usize = 64;

function insertEach(bits: i32, list: usize, ids: usize, k: i32, query: i32, first: i32): void {
  let mask = bits;
  while (mask !== 0) {
    const lane = ctz(mask);
    mask &= mask - 1;
    const id = first + lane;
    const score = load<f32>(SCRATCH + (<usize>lane << 2));
    if (id === query || !(score > load<f32>(list + (<usize>(k - 1) << 2)))) continue;
    let place = k - 1;
    while (place > 0 && load<f32>(list + (<usize>(place - 1) << 2)) < score) {
      store<f32>(list + (<usize>place << 2), load<f32>(list + (<usize>(place - 1) << 2)));
      store<i32>(ids + (<usize>place << 2), load<i32>(ids + (<usize>(place - 1) << 2)));
      place--;
    }
    store<f32>(list + (<usize>place << 2), score);
    store<i32>(ids + (<usize>place << 2), id);
  }
}

/**
 * The same for a single query, whose four-query form would do four times the work. Sixteen points
 * at a time and two coordinates of each, so that eight sums grow side by side: one alone would wait
 * for itself.
 *
 * @param numPoints filled up to a multiple of 16, by points with an offset of −∞
 */
export function keepBestOfOne(
  query: usize,
  panels: usize,
  offsets: usize,
  numPoints: i32,
  size: i32,
  scores: usize,
  ids: usize,
  k: i32,
  firstPoint: i32,
): void {
  const row = <usize>size << 2;
  const panel = <usize>size << 5;
  const even = row & ~7;
  const none = f32x4.splat(0);
  let at = panels;
  for (let p = 0; p < numPoints; p += 16, at += 2 * panel) {
    const next = at + panel;
    let a0 = v128.load(offsets + (<usize>p << 2));
    let b0 = v128.load(offsets + (<usize>p << 2), 16);
    let c0 = v128.load(offsets + (<usize>p << 2), 32);
    let d0 = v128.load(offsets + (<usize>p << 2), 48);
    let a1 = none;
    let b1 = none;
    let c1 = none;
    let d1 = none;
    for (let j: usize = 0; j < even; j += 8) {
      const x = v128.load32_splat(query + j);
      const y = v128.load32_splat(query + j, 4);
      const left = at + (j << 3);
      const right = next + (j << 3);
      a0 = f32x4.add(a0, f32x4.mul(x, v128.load(left)));
      b0 = f32x4.add(b0, f32x4.mul(x, v128.load(left, 16)));
      a1 = f32x4.add(a1, f32x4.mul(y, v128.load(left, 32)));
      b1 = f32x4.add(b1, f32x4.mul(y, v128.load(left, 48)));
      c0 = f32x4.add(c0, f32x4.mul(x, v128.load(right)));
      d0 = f32x4.add(d0, f32x4.mul(x, v128.load(right, 16)));
      c1 = f32x4.add(c1, f32x4.mul(y, v128.load(right, 32)));
      d1 = f32x4.add(d1, f32x4.mul(y, v128.load(right, 48)));
    }
    if (even < row) {
      const x = v128.load32_splat(query + even);
      const left = at + (even << 3);
      const right = next + (even << 3);
      a1 = f32x4.add(a1, f32x4.mul(x, v128.load(left)));
      b1 = f32x4.add(b1, f32x4.mul(x, v128.load(left, 16)));
      c1 = f32x4.add(c1, f32x4.mul(x, v128.load(right)));
      d1 = f32x4.add(d1, f32x4.mul(x, v128.load(right, 16)));
    }
    const first = firstPoint + p;
    insert(f32x4.add(a0, a1), f32x4.add(b0, b1), scores, ids, k, 0, NOBODY, first);
    insert(f32x4.add(c0, c1), f32x4.add(d0, d1), scores, ids, k, 0, NOBODY, first + 8);
  }
}

/** Not the number of any point. */
const NOBODY = -1;
