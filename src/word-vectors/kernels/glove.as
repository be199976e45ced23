/**
 * GloVe's step for one pair after another, as glove-step.ts makes it, in float32 and four lanes at
 * once.
 *
 * Numbers are byte addresses unless said otherwise. A record is one word's row of D numbers, padded
 * with zeros to a multiple of 4, and behind it a row of AdaGrad's sums of squares, padded with ones;
 * then the bias and its sum. So what one step needs of a word lies together, and padding stays as
 * it is: its step is 0.
 *
 * build: --importMemory
 */

/**
 * @param entries  [n] of 16 bytes: u32 address of the word's record, u32 of the context's,
 *                 f32 ln X, f32 f(X)
 * @param rowBytes bytes of one padded row
 * @returns Σ f · difference² of these entries, each before its step
 */
export function learn(entries: usize, count: i32, rowBytes: usize, rate: f32): f64 {
  let loss: f64 = 0;
  const end = entries + (<usize>count << 4);
  for (let entry = entries; entry < end; entry += 16) {
    loss += step(
      load<u32>(entry), load<u32>(entry, 4), load<f32>(entry, 8), load<f32>(entry, 12),
      rowBytes, rate,
    );
  }
  return loss;
}

@inline
function step(
  word: usize, context: usize, target: f32, weight: f32, rowBytes: usize, rate: f32,
): f64 {
  const wordBias = word + 2 * rowBytes, contextBias = context + 2 * rowBytes;
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(word + at), v128.load(context + at)));
  }
  const product = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
  const difference = product + load<f32>(wordBias) + load<f32>(contextBias) - target;
  const pull = rate * weight * difference;
  const pulls = f32x4.splat(pull);
  for (let at: usize = 0; at < rowBytes; at += 16) {
    const w = v128.load(word + at), c = v128.load(context + at);
    const wordSquares = v128.load(word + rowBytes + at);
    const contextSquares = v128.load(context + rowBytes + at);
    const wordStep = f32x4.mul(pulls, c), contextStep = f32x4.mul(pulls, w);
    v128.store(word + at, f32x4.sub(w, f32x4.div(wordStep, f32x4.sqrt(wordSquares))));
    v128.store(context + at, f32x4.sub(c, f32x4.div(contextStep, f32x4.sqrt(contextSquares))));
    v128.store(word + rowBytes + at, f32x4.add(wordSquares, f32x4.mul(wordStep, wordStep)));
    v128.store(
      context + rowBytes + at, f32x4.add(contextSquares, f32x4.mul(contextStep, contextStep)),
    );
  }
  moveBias(wordBias, pull);
  moveBias(contextBias, pull);
  return <f64>weight * <f64>difference * <f64>difference;
}

@inline
function moveBias(bias: usize, pull: f32): void {
  const squares = load<f32>(bias, 4);
  store<f32>(bias, load<f32>(bias) - pull / sqrt<f32>(squares));
  store<f32>(bias, squares + pull * pull, 4);
}
