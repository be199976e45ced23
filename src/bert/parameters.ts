/**
 * A model's weights, by name: `encoder.layer.0.attention.self.query.weight` is the matrix that
 * makes the queries of the first layer.
 *
 * A name is a path, and each part of the model knows only its own end of it: the encoder hands
 * `parameters.in("layer.0")` to a layer, which hands `.in("attention")` on. So the modules read
 * like the paper's formulas, and the flat record is what optimizers, compile and files want.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import * as tf from "../core/tf";
import { layerNorm } from "../engine/hand-gradients";

/** Weights by the names that Hugging Face's checkpoints have. */
export type NamedParameters = Readonly<Record<string, tf.Tensor>>;

/** The weights below one place in the model. */
export class ParameterScope {
  constructor(
    private readonly parameters: NamedParameters,
    private readonly prefix: string = "",
  ) {}

  /** The weights below `name`. */
  in(name: string): ParameterScope {
    return new ParameterScope(this.parameters, `${this.prefix}${name}.`);
  }

  has(name: string): boolean {
    return Object.prototype.hasOwnProperty.call(this.parameters, this.prefix + name);
  }

  get(name: string): tf.Tensor {
    if (this.has(name)) return this.parameters[this.prefix + name]!;
    throw new RangeError(`BERT: there is no weight ${this.prefix}${name}`);
  }
}

/**
 * y = x·Wᵀ + b, on the last axis.
 *
 * @param x      [B, T, in] or [N, in]
 * @param linear holds weight [out, in], the way PyTorch keeps it, and bias [out]
 * @returns      [B, T, out] or [N, out]
 */
export function affine<T extends tf.Tensor>(x: T, linear: ParameterScope): T {
  const weight = linear.get("weight") as tf.Tensor2D;
  const [outSize, inSize] = weight.shape;
  // One product of two matrices is faster than one for each sentence of the batch.
  const rows = tf.reshape(x, [-1, inSize]) as tf.Tensor2D; // [B·T, in]
  const product = tf.add(tf.matMul(rows, weight, false, true), linear.get("bias"));
  return tf.reshape(product, [...x.shape.slice(0, -1), outSize]) as T;
}

/** Layer norm with its gain ("weight") and bias. Keeps the shape. */
export function norm<T extends tf.Tensor>(x: T, scope: ParameterScope, epsilon: number): T {
  return layerNorm(x, scope.get("weight"), scope.get("bias"), { epsilon });
}
