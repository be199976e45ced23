/**
 * One worker's share of training: sentence after sentence, the same predictions in the same order
 * as training-examples.ts, each learned as training-step.ts does, in float32 and four lanes at once.
 *
 * All workers share one memory and update the same rows without locks (Recht et al. 2011,
 * "Hogwild!"): two seldom meet, and then one small step is lost. Numbers are byte addresses unless
 * said otherwise. A row has D numbers, padded with zeros to a multiple of 8; zeros stay zero.
 *
 * Speed comes from asking six output rows at a time: the input is read once for six scores, and once
 * more for six updates, where one row after the other would read and write it twelve times. A list
 * that isn't full is padded with a row of zeros and the label 1/2: σ(0) = 1/2, so nothing moves.
 *
 * build: --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --enable threads
 */

// What configure() sets, in its order; the same for all workers.
let inputTable: usize, outputTable: usize, rowBytes: usize, vocabSize: u32;
let isCbow: bool, objective: i32, windowSize: u32, negative: i32, isMean: bool;
/** [V] u32 */
let keepThresholds: usize;
/** [V, 2] u32: threshold and alias */
let noiseTable: usize;
/** [V + 1] where each word's path begins in pathRows (addresses) and pathLabels (f32) */
let pathOffsets: usize, pathRows: usize, pathLabels: usize;
/** [V + 1] u32: where each word's rows begin in `subwords`, a list of addresses; or 0 */
let subwordOffsets: usize, subwords: usize;
/** [V] f32: how much the mean of a word's rows moves when each moves by 1 */
let subwordGains: usize;
let firstRate: f64, lastRate: f64, allWords: f64;

/** Scratch memory of this worker. */
let sentence: usize, targets: usize, labels: usize, scores: usize, inputs: usize;
let hidden: usize, hiddenBefore: usize, error: usize, zeros: usize;
let s0: u32, s1: u32;
/** Running product of probabilities, and −Σ log of those already folded in. */
let likelihood: f64 = 1, lossSum: f64 = 0, numPredictions: f64 = 0;

const NEGATIVE_SAMPLING = 0, HIERARCHICAL_SOFTMAX = 1;

export function configure(
  a0: usize, a1: usize, a2: usize, a3: u32, a4: bool, a5: i32, a6: u32, a7: i32, a8: bool,
  a9: usize, a10: usize, a11: usize, a12: usize, a13: usize, a14: usize, a15: usize, a16: usize,
  a17: f64, a18: f64, a19: f64,
  scratch: usize, longestList: usize, seed0: u32, seed1: u32,
): void {
  inputTable = a0; outputTable = a1; rowBytes = a2; vocabSize = a3;
  isCbow = a4; objective = a5; windowSize = a6; negative = a7; isMean = a8;
  keepThresholds = a9; noiseTable = a10;
  pathOffsets = a11; pathRows = a12; pathLabels = a13;
  subwordOffsets = a14; subwords = a15; subwordGains = a16;
  firstRate = a17; lastRate = a18; allWords = a19;
  hidden = scratch; hiddenBefore = hidden + rowBytes; error = hiddenBefore + rowBytes;
  zeros = error + rowBytes; targets = zeros + rowBytes; labels = targets + longestList * 4;
  scores = labels + longestList * 4; inputs = scores + longestList * 4;
  sentence = inputs + longestList * 4;
  s0 = seed0; s1 = seed1;
}

export function takeLoss(): f64 {
  const loss = lossSum - Math.log(likelihood);
  lossSum = 0; likelihood = 1;
  return loss;
}

export function takePredictions(): f64 {
  const count = numPredictions;
  numPredictions = 0;
  return count;
}

/** @param words [n] u32 @param ends [sentences] u32: where each sentence ends, counted in words */
export function train(words: usize, ends: usize, sentences: i32, wordsBefore: f64): void {
  let start: u32 = 0;
  for (let s = 0; s < sentences; s++) {
    const end = load<u32>(ends + (<usize>s << 2));
    const share = (wordsBefore + <f64>start) / allWords;
    const rate = <f32>(firstRate - (firstRate - lastRate) * share);
    const length = subsample(words + (<usize>start << 2), end - start);
    if (isCbow) trainCbow(length, rate);
    else if (subwordOffsets) trainSubwords(length, rate);
    else trainSkipGram(length, rate);
    start = end;
  }
}

function subsample(words: usize, length: u32): i32 {
  let kept = 0;
  for (let i: u32 = 0; i < length; i++) {
    const word = load<u32>(words + (<usize>i << 2));
    const threshold = load<u32>(keepThresholds + (<usize>word << 2));
    if (threshold !== 0xffffffff && draw() >= threshold) continue;
    store<u32>(sentence + (<usize>kept << 2), word);
    kept++;
  }
  return kept;
}

function trainSkipGram(length: i32, rate: f32): void {
  for (let i = 0; i < length; i++) {
    const reach = <i32>below(windowSize) + 1;
    const last = min(length - 1, i + reach);
    for (let j = max(0, i - reach); j <= last; j++) {
      if (j === i) continue;
      const input = inputTable + <usize>wordAt(j) * rowBytes;
      learn(input, input, wordAt(i), rate);
    }
  }
}

/**
 * fastText's skip-gram. Within one centre's window nobody else moves its rows, so they are gathered
 * once and the sum of all errors is scattered once. If each of n rows moves by e, their mean does
 * too; a row that is in the list twice moves twice and counts twice: hence the gain.
 */
function trainSubwords(length: i32, rate: f32): void {
  for (let i = 0; i < length; i++) {
    const reach = <i32>below(windowSize) + 1;
    const first = max(0, i - reach), last = min(length - 1, i + reach);
    if (first === last) continue;
    const word = wordAt(i);
    const from = subwordsOf(word), to = subwordsOf(word + 1);
    const gain = load<f32>(subwordGains + (<usize>word << 2));
    clear(hidden);
    gather(from, to);
    scale(hidden, 1 / <f32>((to - from) >> 2));
    memory.copy(hiddenBefore, hidden, rowBytes);
    if (gain === 1) {
      for (let j = first; j <= last; j++) if (j !== i) learn(hidden, hidden, wordAt(j), rate);
      difference(error, hidden, hiddenBefore);
      scatter(from, to, error);
    } else {
      clear(hiddenBefore); // here: the sum of the errors
      for (let j = first; j <= last; j++) {
        if (j === i) continue;
        clear(error);
        learn(hidden, error, wordAt(j), rate);
        addScaled(hiddenBefore, error, 1);
        addScaled(hidden, error, gain);
      }
      scatter(from, to, hiddenBefore);
    }
  }
}

function trainCbow(length: i32, rate: f32): void {
  for (let i = 0; i < length; i++) {
    const reach = <i32>below(windowSize) + 1;
    const first = max(0, i - reach), last = min(length - 1, i + reach);
    if (first === last) continue;
    let end = inputs;
    let rows = 0;
    clear(hidden);
    if (subwordOffsets) {
      for (let j = first; j <= last; j++) {
        if (j === i) continue;
        const from = subwordsOf(wordAt(j)), to = subwordsOf(wordAt(j) + 1);
        gather(from, to);
        rows += <i32>((to - from) >> 2);
      }
    } else {
      for (let j = first; j <= last; j++) {
        if (j === i) continue;
        store<u32>(end, <u32>(inputTable + <usize>wordAt(j) * rowBytes));
        end += 4;
      }
      gather(inputs, end);
      rows = last - first;
    }
    if (isMean) scale(hidden, 1 / <f32>rows);
    clear(error);
    learn(hidden, error, wordAt(i), rate);
    if (subwordOffsets) {
      for (let j = first; j <= last; j++) {
        if (j === i) continue;
        scatter(subwordsOf(wordAt(j)), subwordsOf(wordAt(j) + 1), error);
      }
    } else scatter(inputs, end, error);
  }
}

/** Predicts `target` from `h`; adds what the input should move by to `e`, which may be `h`. */
function learn(h: usize, e: usize, target: u32, rate: f32): void {
  numPredictions += 1;
  if (objective === NEGATIVE_SAMPLING) return sampleNegatives(h, e, target, rate);
  if (objective === HIERARCHICAL_SOFTMAX) {
    const from = load<u32>(pathOffsets + (<usize>target << 2));
    const length = load<u32>(pathOffsets + (<usize>target << 2), 4) - from;
    memory.copy(targets, pathRows + (<usize>from << 2), <usize>length << 2);
    memory.copy(labels, pathLabels + (<usize>from << 2), <usize>length << 2);
    const sum = sumFor(h, e, length);
    learnRows(h, sum, pad(length), rate);
    if (sum !== e) addScaled(h, sum, 1);
    return;
  }
  for (let word: u32 = 0; word < vocabSize; word++) {
    store<u32>(targets + (<usize>word << 2), <u32>outputRow(word));
  }
  const count = pad(vocabSize);
  for (let k = 0; k < count; k += 3) score3(h, targets + (<usize>k << 2), scores + (<usize>k << 2));
  softmaxSteps(target, rate);
  const sum = sumFor(h, e, count);
  updateRows(h, sum, count);
  if (sum !== e) addScaled(h, sum, 1);
}

function sampleNegatives(h: usize, e: usize, target: u32, rate: f32): void {
  store<u32>(targets, <u32>outputRow(target));
  store<f32>(labels, 1);
  let sum = e;
  let count = 1;
  for (let k = 0; k < negative; k++) {
    const word = drawNoise();
    if (word === target) continue;
    const row = <u32>outputRow(word);
    if (holdsRow(count, row)) {
      // Its second time must read the row as the first has left it: learn the list so far.
      if (sum === e) sum = sumFor(h, e, 7);
      learnRows(h, sum, pad(count), rate);
      count = 0;
    }
    store<u32>(targets + (<usize>count << 2), row);
    store<f32>(labels + (<usize>count << 2), 0);
    count++;
  }
  if (sum === e) sum = sumFor(h, e, count);
  learnRows(h, sum, pad(count), rate);
  if (sum !== e) addScaled(h, sum, 1);
}

/** Where to add up: `h` itself may move only if all rows are updated in one go. */
function sumFor(h: usize, e: usize, count: i32): usize {
  if (h !== e || count <= 6) return e;
  clear(error);
  return error;
}

/** The listed rows, all different, a multiple of 3; with h === e at most 6 of them. */
function learnRows(h: usize, e: usize, count: i32, rate: f32): void {
  let k = 0;
  for (; k + 6 <= count; k += 6) score6(h, targets + (<usize>k << 2), scores + (<usize>k << 2));
  if (k < count) score3(h, targets + (<usize>k << 2), scores + (<usize>k << 2));
  for (let i = 0; i < count; i += 4) {
    const at = <usize>i << 2;
    const off = f32x4.sub(v128.load(labels + at), sigmoid(v128.load(scores + at)));
    v128.store(scores + at, f32x4.mul(off, f32x4.splat(rate)));
    const p = f32x4.sub(f32x4.splat(1), f32x4.abs(off)); // the probability given to the label
    if (i + 4 <= count) fold(p, 4);
    else fold(p, count - i);
  }
  updateRows(h, e, count);
}

/** Multiplying is faster than taking logarithms: one for about a hundred factors. */
function fold(p: v128, lanes: i32): void {
  const q = f32x4.max(p, f32x4.splat(1e-7));
  let product = <f64>f32x4.extract_lane(q, 0);
  if (lanes > 1) product *= <f64>f32x4.extract_lane(q, 1);
  if (lanes > 2) product *= <f64>f32x4.extract_lane(q, 2);
  if (lanes > 3) product *= <f64>f32x4.extract_lane(q, 3);
  likelihood *= product;
  if (likelihood < 1e-200) {
    lossSum -= Math.log(likelihood);
    likelihood = 1;
  }
}

/** The steps of the full softmax, in place of the scores. */
function softmaxSteps(target: u32, rate: f32): void {
  let largest = -Infinity;
  for (let w: u32 = 0; w < vocabSize; w++) {
    largest = Math.max(largest, <f64>load<f32>(scores + (<usize>w << 2)));
  }
  let total: f64 = 0;
  for (let w: u32 = 0; w < vocabSize; w++) {
    total += Math.exp(<f64>load<f32>(scores + (<usize>w << 2)) - largest);
  }
  lossSum += largest + Math.log(total) - <f64>load<f32>(scores + (<usize>target << 2));
  for (let w: u32 = 0; w < vocabSize; w++) {
    const at = scores + (<usize>w << 2);
    const p = Math.exp(<f64>load<f32>(at) - largest) / total;
    store<f32>(at, <f32>(((w === target ? 1 : 0) - p) * <f64>rate));
  }
  for (let w = vocabSize; w < vocabSize + 3; w++) store<f32>(scores + (<usize>w << 2), 0);
}

/** Rows of zeros up to a multiple of 3. */
function pad(count: i32): i32 {
  while (count % 3 !== 0) {
    store<u32>(targets + (<usize>count << 2), <u32>zeros);
    store<f32>(labels + (<usize>count << 2), 0.5);
    count++;
  }
  return count;
}

function holdsRow(count: i32, row: u32): bool {
  for (let k = 0; k < count; k++) if (load<u32>(targets + (<usize>k << 2)) === row) return true;
  return false;
}

function score6(h: usize, rows: usize, to: usize): void {
  const r0: usize = load<u32>(rows), r1: usize = load<u32>(rows, 4), r2: usize = load<u32>(rows, 8);
  const r3: usize = load<u32>(rows, 12), r4: usize = load<u32>(rows, 16);
  const r5: usize = load<u32>(rows, 20);
  let t0 = f32x4.splat(0), t1 = f32x4.splat(0), t2 = f32x4.splat(0);
  let t3 = f32x4.splat(0), t4 = f32x4.splat(0), t5 = f32x4.splat(0);
  for (let x: usize = 0; x < rowBytes; x += 32) {
    const a = v128.load(h + x), b = v128.load(h + x, 16);
    t0 = f32x4.add(t0, f32x4.mul(a, v128.load(r0 + x)));
    t1 = f32x4.add(t1, f32x4.mul(a, v128.load(r1 + x)));
    t2 = f32x4.add(t2, f32x4.mul(a, v128.load(r2 + x)));
    t3 = f32x4.add(t3, f32x4.mul(a, v128.load(r3 + x)));
    t4 = f32x4.add(t4, f32x4.mul(a, v128.load(r4 + x)));
    t5 = f32x4.add(t5, f32x4.mul(a, v128.load(r5 + x)));
    t0 = f32x4.add(t0, f32x4.mul(b, v128.load(r0 + x, 16)));
    t1 = f32x4.add(t1, f32x4.mul(b, v128.load(r1 + x, 16)));
    t2 = f32x4.add(t2, f32x4.mul(b, v128.load(r2 + x, 16)));
    t3 = f32x4.add(t3, f32x4.mul(b, v128.load(r3 + x, 16)));
    t4 = f32x4.add(t4, f32x4.mul(b, v128.load(r4 + x, 16)));
    t5 = f32x4.add(t5, f32x4.mul(b, v128.load(r5 + x, 16)));
  }
  v128.store(to, sums(t0, t1, t2, t3));
  v128.store(to, sums(t4, t5, t4, t5), 16);
}

function score3(h: usize, rows: usize, to: usize): void {
  const r0: usize = load<u32>(rows), r1: usize = load<u32>(rows, 4), r2: usize = load<u32>(rows, 8);
  let t0 = f32x4.splat(0), t1 = f32x4.splat(0), t2 = f32x4.splat(0);
  let u0 = f32x4.splat(0), u1 = f32x4.splat(0), u2 = f32x4.splat(0);
  for (let x: usize = 0; x < rowBytes; x += 32) {
    const a = v128.load(h + x), b = v128.load(h + x, 16);
    t0 = f32x4.add(t0, f32x4.mul(a, v128.load(r0 + x)));
    t1 = f32x4.add(t1, f32x4.mul(a, v128.load(r1 + x)));
    t2 = f32x4.add(t2, f32x4.mul(a, v128.load(r2 + x)));
    u0 = f32x4.add(u0, f32x4.mul(b, v128.load(r0 + x, 16)));
    u1 = f32x4.add(u1, f32x4.mul(b, v128.load(r1 + x, 16)));
    u2 = f32x4.add(u2, f32x4.mul(b, v128.load(r2 + x, 16)));
  }
  t2 = f32x4.add(t2, u2);
  v128.store(to, sums(f32x4.add(t0, u0), f32x4.add(t1, u1), t2, t2));
}

/** The sum over the lanes of each. */
@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** e ← e + Σ step · row, and row ← row + step · h, with the row as it was; steps in `scores`. */
function updateRows(h: usize, e: usize, count: i32): void {
  let k = 0;
  for (; k + 6 <= count; k += 6) update6(h, e, targets + (<usize>k << 2), scores + (<usize>k << 2));
  for (; k < count; k += 3) update3(h, e, targets + (<usize>k << 2), scores + (<usize>k << 2));
}

function update6(h: usize, e: usize, rows: usize, steps: usize): void {
  const r0: usize = load<u32>(rows), r1: usize = load<u32>(rows, 4), r2: usize = load<u32>(rows, 8);
  const r3: usize = load<u32>(rows, 12), r4: usize = load<u32>(rows, 16);
  const r5: usize = load<u32>(rows, 20);
  const g0 = v128.load32_splat(steps), g1 = v128.load32_splat(steps, 4);
  const g2 = v128.load32_splat(steps, 8), g3 = v128.load32_splat(steps, 12);
  const g4 = v128.load32_splat(steps, 16), g5 = v128.load32_splat(steps, 20);
  for (let x: usize = 0; x < rowBytes; x += 16) {
    const a = v128.load(h + x);
    let sum = v128.load(e + x);
    let row = v128.load(r0 + x);
    sum = f32x4.add(sum, f32x4.mul(g0, row));
    v128.store(r0 + x, f32x4.add(row, f32x4.mul(g0, a)));
    row = v128.load(r1 + x);
    sum = f32x4.add(sum, f32x4.mul(g1, row));
    v128.store(r1 + x, f32x4.add(row, f32x4.mul(g1, a)));
    row = v128.load(r2 + x);
    sum = f32x4.add(sum, f32x4.mul(g2, row));
    v128.store(r2 + x, f32x4.add(row, f32x4.mul(g2, a)));
    row = v128.load(r3 + x);
    sum = f32x4.add(sum, f32x4.mul(g3, row));
    v128.store(r3 + x, f32x4.add(row, f32x4.mul(g3, a)));
    row = v128.load(r4 + x);
    sum = f32x4.add(sum, f32x4.mul(g4, row));
    v128.store(r4 + x, f32x4.add(row, f32x4.mul(g4, a)));
    row = v128.load(r5 + x);
    sum = f32x4.add(sum, f32x4.mul(g5, row));
    v128.store(r5 + x, f32x4.add(row, f32x4.mul(g5, a)));
    v128.store(e + x, sum);
  }
}

function update3(h: usize, e: usize, rows: usize, steps: usize): void {
  const r0: usize = load<u32>(rows), r1: usize = load<u32>(rows, 4), r2: usize = load<u32>(rows, 8);
  const g0 = v128.load32_splat(steps), g1 = v128.load32_splat(steps, 4);
  const g2 = v128.load32_splat(steps, 8);
  for (let x: usize = 0; x < rowBytes; x += 16) {
    const a = v128.load(h + x);
    let sum = v128.load(e + x);
    let row = v128.load(r0 + x);
    sum = f32x4.add(sum, f32x4.mul(g0, row));
    v128.store(r0 + x, f32x4.add(row, f32x4.mul(g0, a)));
    row = v128.load(r1 + x);
    sum = f32x4.add(sum, f32x4.mul(g1, row));
    v128.store(r1 + x, f32x4.add(row, f32x4.mul(g1, a)));
    row = v128.load(r2 + x);
    sum = f32x4.add(sum, f32x4.mul(g2, row));
    v128.store(r2 + x, f32x4.add(row, f32x4.mul(g2, a)));
    v128.store(e + x, sum);
  }
}

/** 1 / (1 + e^-x) to 1e-7. e^y = 2^n · e^r; the polynomial for e^r is that of Cephes' expf. */
@inline
function sigmoid(x: v128): v128 {
  const y = f32x4.max(f32x4.min(f32x4.neg(x), f32x4.splat(80)), f32x4.splat(-80));
  const n = f32x4.nearest(f32x4.mul(y, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(y, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(p, power)));
}

/** hidden ← hidden + the rows of a list of addresses, four at a time. */
function gather(from: usize, to: usize): void {
  let p = from;
  for (; p + 16 <= to; p += 16) {
    const r0: usize = load<u32>(p), r1: usize = load<u32>(p, 4);
    const r2: usize = load<u32>(p, 8), r3: usize = load<u32>(p, 12);
    for (let x: usize = 0; x < rowBytes; x += 16) {
      const low = f32x4.add(v128.load(r0 + x), v128.load(r1 + x));
      const high = f32x4.add(v128.load(r2 + x), v128.load(r3 + x));
      v128.store(hidden + x, f32x4.add(v128.load(hidden + x), f32x4.add(low, high)));
    }
  }
  for (; p < to; p += 4) addScaled(hidden, load<u32>(p), 1);
}

/** Each row ← row + e; a row that is listed twice moves twice. */
function scatter(from: usize, to: usize, e: usize): void {
  for (let p = from; p < to; p += 4) addScaled(load<u32>(p), e, 1);
}

function addScaled(to: usize, from: usize, factor: f32): void {
  const f = f32x4.splat(factor);
  for (let x: usize = 0; x < rowBytes; x += 16) {
    v128.store(to + x, f32x4.add(v128.load(to + x), f32x4.mul(f, v128.load(from + x))));
  }
}

function difference(to: usize, a: usize, b: usize): void {
  for (let x: usize = 0; x < rowBytes; x += 16) {
    v128.store(to + x, f32x4.sub(v128.load(a + x), v128.load(b + x)));
  }
}

function scale(row: usize, factor: f32): void {
  const f = f32x4.splat(factor);
  for (let x: usize = 0; x < rowBytes; x += 16) {
    v128.store(row + x, f32x4.mul(v128.load(row + x), f));
  }
}

@inline
function clear(row: usize): void {
  memory.fill(row, 0, rowBytes);
}

@inline
function wordAt(i: i32): u32 {
  return load<u32>(sentence + (<usize>i << 2));
}

@inline
function outputRow(word: u32): usize {
  return outputTable + <usize>word * rowBytes;
}

@inline
function subwordsOf(word: u32): usize {
  return subwords + (<usize>load<u32>(subwordOffsets + (<usize>word << 2)) << 2);
}

function drawNoise(): u32 {
  const position = <u64>draw() * <u64>vocabSize;
  const entry = noiseTable + (<usize>(position >> 32) << 3);
  return <u32>position < load<u32>(entry) ? <u32>(position >> 32) : load<u32>(entry, 4);
}

/** From 0 to limit - 1. */
@inline
function below(limit: u32): u32 {
  return <u32>((<u64>draw() * <u64>limit) >> 32);
}

/** xoroshiro64**, as in random-stream.ts. */
function draw(): u32 {
  const a = s0;
  const b = s1 ^ a;
  s0 = rotl<u32>(a, 26) ^ b ^ (b << 9);
  s1 = rotl<u32>(b, 13);
  return rotl<u32>(a * 0x9e3779bb, 5) * 5;
}
