import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { BertForPreTraining } from "../../src/bert/bert-for-pretraining";
import { fillMask } from "../../src/bert/fill-mask";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { assertLeaves } from "../support/leaks";

const [CLS, SEP, MASK] = [2, 3, 4];

describe("fillMask", () => {
  let bert: BertForPreTraining;
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    const config = {
      ...{ vocabSize: 9, hiddenSize: 8, numHiddenLayers: 1, numAttentionHeads: 2 },
      ...{ intermediateSize: 16, maxPositionEmbeddings: 8, initializerRange: 0.5 },
    };
    bert = BertForPreTraining.create(config, { rng: createRng(3) });
  });
  after(() => bert.dispose());

  const input = { inputIds: [CLS, 5, MASK, 6, MASK, SEP], tokenTypeIds: [0, 0, 0, 1, 1, 1] };

  it("has, for each mask, the softmax of the model's own logits, the largest first", async () => {
    const filled = await fillMask(bert, input, { maskTokenId: MASK, k: 9 });
    assert.deepEqual(
      filled.map(({ place }) => place),
      [2, 4],
    );
    const logits = tf.tidy(() => {
      const rows = { inputIds: [input.inputIds], tokenTypeIds: [input.tokenTypeIds] };
      return bert.forward(rows).mlmLogits.arraySync();
    });
    for (const { place, guesses } of filled) {
      const exps = logits[place]!.map(Math.exp);
      const sum = exps.reduce((a, b) => a + b);
      for (const { id, probability } of guesses) {
        assert.ok(Math.abs(probability - exps[id]! / sum) < 1e-6);
      }
      const shares = guesses.map(({ probability }) => probability);
      assert.deepEqual(
        shares,
        [...shares].sort((a, b) => b - a),
      );
      assert.ok(Math.abs(shares.reduce((a, b) => a + b) - 1) < 1e-5);
    }
  });

  it("reads the segments", async () => {
    const plain = await fillMask(bert, { inputIds: input.inputIds }, { maskTokenId: MASK });
    const pair = await fillMask(bert, input, { maskTokenId: MASK });
    assert.notDeepEqual(pair, plain);
    assert.equal(plain[0]!.guesses.length, 5);
  });

  it("says what it got when there is nothing to fill, and leaves no tensor", async () => {
    const options = { maskTokenId: MASK };
    await assert.rejects(
      fillMask(bert, { inputIds: [CLS, 5, SEP] }, options),
      /fillMask: inputIds must have a \[MASK\] \(4\), got 3 without/,
    );
    await assert.rejects(fillMask(bert, input, { ...options, k: 10 }), /k must be .* got 10/);
    await assert.rejects(fillMask(bert, { inputIds: "a" as never }, options), /must be numbers/);
    await assertLeaves(0, () => fillMask(bert, input, options));
  });
});
