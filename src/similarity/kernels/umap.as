/**
 * One epoch of UMAP's layout, for umap.ts: edges pull their ends together, chance pairs are pushed
 * apart.
 *
 * Both forces depend on the squared distance alone, so both stand in one table, with an entry for
 * each of 64 steps between a power of two and the next; between entries we draw a straight line.
 */

/** Bits of a float32 that count steps within a power of two. */
const STEP_BITS: u32 = 5;
/** 2^-24, the smallest squared distance with an entry of its own. */
const SMALLEST: u32 = (127 - 24) << 23;
/** 2^24, the largest. */
const LARGEST: u32 = (127 + 24) << 23;
const MOST: f32 = 4;

@inline
function clip(x: f32): f32 {
  return max(-MOST, min(MOST, x));
}

/** The force per unit of distance. @param table pairs of f32: value, and difference to the next */
@inline
function force(table: usize, squared: f32): f32 {
  const bits = min(max(reinterpret<u32>(squared), SMALLEST), LARGEST) - SMALLEST;
  const entry = table + (<usize>(bits >> (23 - STEP_BITS)) << 3);
  const share = <f32>(bits & ((1 << (23 - STEP_BITS)) - 1)) * (1 / <f32>(1 << (23 - STEP_BITS)));
  return load<f32>(entry) + share * load<f32>(entry, 4);
}

/**
 * @param places  [N, 2] f32, changed
 * @param edges   [E, 2] i32: head and tail
 * @param periods [E] f32: an edge pulls every so many epochs
 * @param due     [E, 2] f64, changed: when it pulls next, and when its next push is due
 * @param pushes  pushes per pull
 * @param seed    of the epoch's chance, not 0; returns the next one
 */
export function epoch(
  places: usize,
  numPlaces: i32,
  edges: usize,
  periods: usize,
  due: usize,
  numEdges: i32,
  pull: usize,
  push: usize,
  pushes: f64,
  now: f64,
  rate: f32,
  seed: u32,
): u32 {
  let random = seed;
  for (let e = 0; e < numEdges; e++) {
    const when = due + (<usize>e << 4);
    if (load<f64>(when) > now) continue;
    const head = places + (<usize>load<i32>(edges + (<usize>e << 3)) << 3);
    const tail = places + (<usize>load<i32>(edges + (<usize>e << 3), 4) << 3);
    let x = load<f32>(head);
    let y = load<f32>(head, 4);
    let dx = x - load<f32>(tail);
    let dy = y - load<f32>(tail, 4);
    let squared = dx * dx + dy * dy;
    let strength = force(pull, squared);
    const mx = clip(strength * dx) * rate;
    const my = clip(strength * dy) * rate;
    x += mx;
    y += my;
    store<f32>(tail, load<f32>(tail) - mx);
    store<f32>(tail, load<f32>(tail, 4) - my, 4);
    const period = <f64>load<f32>(periods + (<usize>e << 2));
    store<f64>(when, load<f64>(when) + period);
    const between = period / pushes;
    const count = <i32>((now - load<f64>(when, 8)) / between);
    for (let i = 0; i < count; i++) {
      random ^= random << 13;
      random ^= random >> 17;
      random ^= random << 5;
      const other = places + (<usize>((<u64>random * <u64>numPlaces) >> 32) << 3);
      if (other === head) continue;
      dx = x - load<f32>(other);
      dy = y - load<f32>(other, 4);
      squared = dx * dx + dy * dy;
      strength = force(push, squared);
      x += clip(strength * dx) * rate;
      y += clip(strength * dy) * rate;
    }
    store<f32>(head, x);
    store<f32>(head, y, 4);
    store<f64>(when, load<f64>(when, 8) + <f64>count * between, 8);
  }
  return random;
}
