import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { attention, paddingBias } from "../../src/bert/attention";
import { bertConfig } from "../../src/bert/config";
import { ParameterScope } from "../../src/bert/parameters";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { assertLeaves } from "../support/leaks";

/** Two numbers a token, one head, every matrix the identity: queries, keys and values are x. */
const config = bertConfig({
  hiddenSize: 2,
  numAttentionHeads: 1,
  vocabSize: 5,
  numHiddenLayers: 1,
});
const NO_DROPOUT = { rng: undefined };

describe("attention", () => {
  let scope: ParameterScope;
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    const identity = { weight: tf.eye(2), bias: tf.zeros([2]) };
    const parameters: Record<string, tf.Tensor> = {};
    for (const part of ["self.query", "self.key", "self.value", "output.dense"]) {
      for (const [name, tensor] of Object.entries(identity)) parameters[`${part}.${name}`] = tensor;
    }
    parameters["output.LayerNorm.weight"] = tf.ones([2]);
    parameters["output.LayerNorm.bias"] = tf.zeros([2]);
    scope = new ParameterScope(parameters);
  });

  const run = (rows: number[][], mask?: number[]) =>
    tf.tidy(() => {
      const bias = mask && paddingBias(tf.tensor2d([mask], [1, mask.length], "int32"));
      const { probabilities } = attention(tf.tensor3d([rows]), bias, scope, config, NO_DROPOUT);
      return (probabilities.arraySync() as number[][][][])[0]![0]!;
    });

  it("weighs three tokens as worked out by hand", () => {
    // d = 2. Scores of token 0, (2, 0), against (2, 0), (0, 2), (1, 1): 4, 0, 2, all over √2.
    // e^2.828 = 16.92, e^0 = 1, e^1.414 = 4.113; sum 22.03: 0.768, 0.0454, 0.1867.
    const [first, , third] = run([
      [2, 0],
      [0, 2],
      [1, 1],
    ]);
    near(first!, [0.76793, 0.04539, 0.18668]);
    // Token 2, (1, 1), scores 2, 2, 2: it takes a third from each.
    near(third!, [1 / 3, 1 / 3, 1 / 3]);
  });

  it("gives padding no weight, and shares it among the tokens as if there were none", () => {
    const padded = run(
      [
        [2, 0],
        [0, 2],
        [9, 9],
      ],
      [1, 1, 0],
    );
    const alone = run([
      [2, 0],
      [0, 2],
    ]);
    for (const row of padded) assert.equal(row[2], 0);
    near(padded[0]!.slice(0, 2), alone[0]!);
  });

  it("gives no NaN for a row of nothing but padding: all get the same weight", () => {
    for (const row of run(
      [
        [2, 0],
        [0, 2],
        [1, 1],
      ],
      [0, 0, 0],
    ))
      near(row, [1 / 3, 1 / 3, 1 / 3]);
  });

  it("adds its output to what came in, and normalises the sum", () => {
    // One token takes all from itself: x + x = (6, 2), mean 4, deviation 2, so (1, -1).
    const { output, probabilities } = assertLeaves(2, () =>
      tf.tidy(() => ({
        ...attention(tf.tensor3d([[[3, 1]]]), undefined, scope, config, NO_DROPOUT),
      })),
    );
    near(Array.from(output.dataSync()), [1, -1]);
    tf.dispose([output, probabilities]);
  });

  it("splits the width among the heads: each sees its own part only", () => {
    const twoHeads = bertConfig({ ...config, numAttentionHeads: 2 });
    const bothSee = (x: number[][]) =>
      tf.tidy(() => {
        const { probabilities } = attention(
          tf.tensor3d([x]),
          undefined,
          scope,
          twoHeads,
          NO_DROPOUT,
        );
        return probabilities.arraySync()[0] as number[][][];
      });
    const before = bothSee([
      [1, 5],
      [2, 6],
    ]);
    const after = bothSee([
      [1, 9],
      [2, 3],
    ]); // other numbers for head 1 only
    assert.deepEqual(after[0], before[0]);
    assert.notDeepEqual(after[1], before[1]);
  });
});

function near(got: readonly number[], expected: readonly number[]): void {
  assert.equal(got.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(got[i]! - value) < 1e-4, `[${i}]: ${got[i]} for ${value}`);
  });
}
