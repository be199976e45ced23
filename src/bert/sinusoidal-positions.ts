/**
 * Waves as a table of positions: near places have near rows, and the row s places further on is
 * the same turn of this one, wherever this one stands.
 *
 *   PE[t, 2i]     = sqrt(2) · σ · sin(t / 10000^(2i / D))
 *   PE[t, 2i + 1] = sqrt(2) · σ · cos(t / 10000^(2i / D))
 *
 * Vaswani et al. 2017, "Attention Is All You Need", section 3.5, who keep it fixed and unscaled
 * (σ = 1 / sqrt 2). Here it is what a learned table can begin with in place of noise: "the word
 * before" is then one product away, where BERT has to find out first which rows are neighbours.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import * as tf from "../core/tf";

/**
 * @param positions number of rows, P
 * @param width     D, even
 * @param deviation σ, the standard deviation of a row's numbers; default 1 / sqrt 2
 * @returns         [P, D]
 * @throws RangeError where positions or width can't be that
 */
export function sinusoidalPositions(
  positions: number,
  width: number,
  { deviation = Math.SQRT1_2 }: { deviation?: number } = {},
): tf.Tensor2D {
  if (!(Number.isSafeInteger(positions) && positions > 0)) {
    throw new RangeError(`sinusoidalPositions: positions must be at least 1, got ${positions}`);
  }
  if (!(Number.isSafeInteger(width) && width > 0 && width % 2 === 0)) {
    throw new RangeError(`sinusoidalPositions: width must be even and above 0, got ${width}`);
  }
  const values = new Float32Array(positions * width);
  for (let t = 0; t < positions; t++) {
    for (let column = 0; column < width; column += 2) {
      const angle = t / 10_000 ** (column / width);
      values[t * width + column] = Math.SQRT2 * deviation * Math.sin(angle);
      values[t * width + column + 1] = Math.SQRT2 * deviation * Math.cos(angle);
    }
  }
  return tf.tensor2d(values, [positions, width]);
}
