import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { BertForPreTraining, forwardPretraining } from "../../src/bert/bert-for-pretraining";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { pool, POOLING_MODES, type PoolingMode } from "../../src/sentence-encoder/pooling";
import { golden as bert, GOLDEN_FOLDER } from "../bert/golden-model";
import { assertLeaves } from "../support/leaks";

const golden = (bert as unknown as { pooling: Record<string, number[][]> }).pooling;
const GOLDEN_MODES: Partial<Record<PoolingMode, string>> = {
  ...{ mean: "mean", max: "max", cls: "cls", mean_sqrt_len_tokens: "mean_sqrt_len" },
};

describe("pool", () => {
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
  });
  // Two sentences of two numbers a token: three tokens, and two with one place of padding.
  const hidden = () =>
    tf.tensor3d([
      [
        [1, 8],
        [3, -2],
        [5, 0],
      ],
      [
        [2, 4],
        [4, -6],
        [900, 900],
      ],
    ]);
  const mask = () =>
    tf.tensor2d(
      [
        [1, 1, 1],
        [1, 1, 0],
      ],
      [2, 3],
      "int32",
    );

  const byHand: Record<PoolingMode, number[]> = {
    cls: [1, 8, 2, 4],
    max: [5, 8, 4, 4],
    mean: [3, 2, 3, -1],
    mean_sqrt_len_tokens: [9 / Math.sqrt(3), 6 / Math.sqrt(3), 6 / Math.SQRT2, -2 / Math.SQRT2],
    // (1·1 + 2·3 + 3·5) / 6 and (1·2 + 2·4) / 3
    weightedmean: [22 / 6, 4 / 6, 10 / 3, -8 / 3],
    lasttoken: [5, 0, 4, -6],
  };
  for (const mode of POOLING_MODES) {
    it(`${mode} equals the values worked out by hand, padding left out`, () => {
      close(pool(hidden(), mask(), mode), byHand[mode]);
    });
  }

  it("looks at the mask, not at places: the same with padding in front", () => {
    const reversed = tf.reverse(tf.slice(hidden(), [1, 0, 0], [1, 3, 2]), 1) as tf.Tensor3D;
    const padded = tf.tensor2d([[0, 1, 1]], [1, 3], "int32");
    close(pool(reversed, padded, "cls"), [4, -6]);
    close(pool(reversed, padded, "lasttoken"), [2, 4]);
    close(pool(reversed, padded, "weightedmean"), [8 / 3, 2 / 3]);
  });

  it("puts several side by side in the one order, whatever the order asked", () => {
    const both = pool(hidden(), mask(), ["mean", "cls"]);
    assert.deepEqual(both.shape, [2, 4]);
    close(both, [1, 8, 3, 2, 2, 4, 3, -1]);
  });

  it("gives zeros for a row that is padding only, in every mode", () => {
    const none = tf.zeros<tf.Rank.R2>([2, 3], "int32");
    for (const mode of POOLING_MODES) close(pool(hidden(), none, mode), [0, 0, 0, 0]);
  });

  it("equals PyTorch's numbers of a tiny BERT, which a mean without mask doesn't", async () => {
    const model = await BertForPreTraining.load(GOLDEN_FOLDER);
    const { input_ids: inputIds, token_type_ids, attention_mask } = bert.batch;
    const batch = { inputIds, tokenTypeIds: token_type_ids, attentionMask: attention_mask };
    const last = forwardPretraining(model.parameters, batch, model.config).hiddenStates.at(-1)!;
    const attention = tf.tensor2d(attention_mask, undefined, "int32");
    for (const [mode, name] of Object.entries(GOLDEN_MODES)) {
      close(pool(last, attention, mode as PoolingMode), golden[name]!.flat(), 2e-5);
    }
    const wrong = golden["mean_unmasked_WRONG"]!.flat();
    const off = pool(last, attention)
      .dataSync()
      .map((value, i) => Math.abs(value - wrong[i]!));
    assert.ok(Math.max(...off) > 0.05, "masked and unmasked means must differ");
    model.dispose();
  });

  it("sends gradient to tokens and none to padding", () => {
    for (const mode of POOLING_MODES) {
      const gradient = tf.grad((h) => tf.sum(pool(h as tf.Tensor3D, mask(), mode)))(hidden());
      const values = gradient.dataSync();
      assert.deepEqual([...values.slice(10)], [0, 0], mode);
      assert.ok(
        values.slice(0, 6).some((value) => value > 0),
        mode,
      );
      assert.ok(values.every(Number.isFinite), mode);
    }
    const mean = tf.grad((h) => tf.sum(pool(h as tf.Tensor3D, mask())))(hidden());
    close(mean, [...Array<number>(6).fill(1 / 3), 0.5, 0.5, 0.5, 0.5, 0, 0]);
  });

  it("gives the same compiled, with sizes left open", async () => {
    const compiled = await compile(
      ({ h, m }) => ({
        outputs: Object.fromEntries(
          POOLING_MODES.map((mode) => [mode, pool(h as tf.Tensor3D, m as tf.Tensor2D, mode)]),
        ),
      }),
      {
        inputs: {
          h: { dtype: "float32", shape: ["B", "T", 2] },
          m: { dtype: "int32", shape: ["B", "T"] },
        },
      },
    );
    const found = await compiled.run({ h: hidden(), m: mask() });
    for (const mode of POOLING_MODES) {
      close(tf.tensor(found[mode]!.data as Float32Array), byHand[mode]);
    }
    await compiled.dispose();
  });

  it("says what it got when the input is wrong", () => {
    const wrongMask = tf.ones<tf.Rank.R2>([2, 2], "int32");
    assert.throws(
      () => pool(hidden(), wrongMask),
      /pool: attentionMask must be \[2,3\].*got \[2,2/,
    );
    assert.throws(
      () => pool(hidden(), mask(), "median" as never),
      /pool: pooling must be .*"median/,
    );
    assert.throws(() => pool(hidden(), mask(), []), /pool: pooling must be/);
    assert.throws(() => pool(mask() as never, mask()), /pool: hidden must have 3 axes/);
  });

  it("leaves one tensor behind: its result", () => {
    const [h, m] = [hidden(), mask()];
    for (const mode of POOLING_MODES) assertLeaves(1, () => pool(h, m, mode));
  });
});

function close(tensor: tf.Tensor, expected: readonly number[], tolerance: number = 1e-5): void {
  const values = tensor.dataSync();
  assert.equal(values.length, expected.length);
  expected.forEach((value, i) => {
    assert.ok(Math.abs(values[i]! - value) < tolerance, `[${i}]: ${values[i]} for ${value}`);
  });
}
