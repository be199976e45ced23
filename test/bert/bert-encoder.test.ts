import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import type { BertBatch } from "../../src/bert/batch";
import {
  BertEncoder,
  forwardEncoder,
  type BertOutput,
  type ForwardOptions,
} from "../../src/bert/bert-encoder";
import { bertConfig, type BertConfig } from "../../src/bert/config";
import { countParameters, encoderShapes } from "../../src/bert/parameter-shapes";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { RandomKey } from "../../src/engine/random";
import { assertLeaves } from "../support/leaks";

const SMALL = {
  ...{ vocabSize: 30, hiddenSize: 12, numHiddenLayers: 3, numAttentionHeads: 3 },
  ...{ intermediateSize: 20, maxPositionEmbeddings: 16, initializerRange: 0.3 },
};
const create = (config: Partial<BertConfig> = {}, seed = 1) =>
  BertEncoder.create({ ...SMALL, ...config }, { rng: createRng(seed) });

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

describe("BertEncoder", () => {
  it("gives shapes [B, T, D], an attention for each layer, and one vector for [CLS]", () => {
    const model = create();
    const ids = [
      [2, 5, 6, 3],
      [2, 7, 3, 0],
    ];
    const attentionMask = [
      [1, 1, 1, 1],
      [1, 1, 1, 0],
    ];
    // embeddings, 3 layers, 3 attentions, pooled
    const output = assertLeaves(8, () => model.forward({ inputIds: ids, attentionMask }));
    assert.deepEqual(output.embeddings.shape, [2, 4, 12]);
    assert.deepEqual(
      output.hiddenStates.map(({ shape }) => shape),
      [
        [2, 4, 12],
        [2, 4, 12],
        [2, 4, 12],
      ],
    );
    assert.deepEqual(
      output.attentions.map(({ shape }) => shape),
      [
        [2, 3, 4, 4],
        [2, 3, 4, 4],
        [2, 3, 4, 4],
      ],
    );
    assert.deepEqual(output.pooled!.shape, [2, 12]);
    free(output);
    assertLeaves(-Object.keys(model.parameters).length, () => model.dispose());
  });

  it("is the same model for the same seed, and another for another", () => {
    const [first, again, other] = [create(), create(), create({}, 2)].map((model) => lastOf(model));
    assert.deepEqual(again, first);
    assert.notDeepEqual(other, first);
  });

  it("draws new weights within two deviations; biases are 0, layer norms 1", () => {
    const { parameters } = create();
    const words = parameters["embeddings.word_embeddings.weight"]!.dataSync();
    assert.ok(
      words.every((value) => Math.abs(value) <= 0.6) && words.some((value) => value < -0.3),
    );
    assert.ok(parameters["pooler.dense.bias"]!.dataSync().every((value) => value === 0));
    assert.ok(parameters["embeddings.LayerNorm.weight"]!.dataSync().every((value) => value === 1));
  });

  it("gives a sentence the same vectors alone and among longer ones", () => {
    const model = create();
    const alone = lastOf(model, { inputIds: [[2, 7, 3]] });
    const padded = lastOf(model, {
      inputIds: [
        [2, 7, 3, 0, 0],
        [2, 8, 9, 10, 3],
      ],
      attentionMask: [
        [1, 1, 1, 0, 0],
        [1, 1, 1, 1, 1],
      ],
    });
    near(padded.slice(0, 3 * 12), alone);
  });

  it("gives no NaN for a row of nothing but padding", () => {
    const values = lastOf(create(), {
      inputIds: [
        [2, 3],
        [0, 0],
      ],
      attentionMask: [
        [1, 1],
        [0, 0],
      ],
    });
    assert.ok(values.every(Number.isFinite));
  });

  it("sees the other tokens, the order and the segment", () => {
    const model = create();
    const first = (batch: BertBatch) => lastOf(model, batch).slice(0, 12);
    const base = first({ inputIds: [[2, 7, 8, 3]] });
    near(first({ inputIds: [[2, 7, 8, 3]], tokenTypeIds: [[0, 0, 0, 0]] }), base);
    far(first({ inputIds: [[2, 7, 9, 3]] }), base);
    far(first({ inputIds: [[2, 8, 7, 3]] }), base);
    far(first({ inputIds: [[2, 7, 8, 3]], tokenTypeIds: [[0, 0, 1, 1]] }), base);
  });

  it("takes tensors as it takes rows", () => {
    const model = create();
    const inputIds = tf.tensor2d([[2, 7, 3]], [1, 3], "int32");
    assert.deepEqual(lastOf(model, { inputIds }), lastOf(model, { inputIds: [[2, 7, 3]] }));
    assert.ok(!inputIds.isDisposed);
  });

  it("says what is wrong with a batch, and leaves nothing behind", () => {
    const model = create();
    const row = Array.from({ length: 17 }, () => 1);
    const wrong: [BertBatch, RegExp][] = [
      [
        { inputIds: [[2, 30, 3]] },
        /^RangeError: forward: inputIds\[0\]\[1\] must be a whole number from 0 to 29, got 30/,
      ],
      [{ inputIds: [[-1]] }, /got -1/],
      [{ inputIds: [[1.5]] }, /got 1\.5/],
      [{ inputIds: [row] }, /has 16 positions, got a sequence of 17 tokens; truncate/],
      [{ inputIds: [] }, /must have a sequence with a token, got shape \[0,0\]/],
      [{ inputIds: [[]] }, /got shape \[1,0\]/],
      [{ inputIds: [[1, 2], [1]] }, /equally long \(pad them\), got 2 and, in row 1, 1/],
      [
        { inputIds: [[1, 2]], attentionMask: [[1]] },
        /attentionMask must have inputIds' shape \[1,2\], got \[1,1\]/,
      ],
      [
        { inputIds: [[1]], attentionMask: [[2]] },
        /attentionMask\[0\]\[0\] must be a whole number from 0 to 1/,
      ],
      [{ inputIds: [[1]], tokenTypeIds: [[2]] }, /tokenTypeIds\[0\]\[0\].* from 0 to 1, got 2/],
      [{ inputIds: tf.tensor1d([1], "int32") }, /inputIds must have shape \[B, T\], got \[1\]/],
      [{ inputIds: tf.tensor2d([[1]]) }, /inputIds must be int32, got float32/],
      [{ inputIds: tf.tensor2d([[30]], [1, 1], "int32") }, /30/],
      [
        "text" as unknown as { inputIds: number[][] },
        /batch must be \{ inputIds, … \}, got "text"/,
      ],
    ];
    for (const [batch, message] of wrong) {
      assertLeaves(0, () => assert.throws(() => model.forward(batch), message));
    }
  });

  it("refuses weights that aren't those of the config", () => {
    const { config, parameters } = create();
    const name = "encoder.layer.1.output.dense.bias";
    const { [name]: bias, ...rest } = parameters;
    assert.throws(
      () => new BertEncoder(config, rest),
      /the weight encoder\.layer\.1\.output\.dense\.bias is missing/,
    );
    assert.throws(
      () => new BertEncoder(config, { ...parameters, more: bias! }),
      /no place for more/,
    );
    const wrong = { ...parameters, [name]: tf.zeros([13]) };
    assert.throws(
      () => new BertEncoder(config, wrong),
      /must be float32 \[12\], got float32 \[13\]/,
    );
    const headless = Object.fromEntries(
      Object.entries(parameters).filter(([name]) => !name.startsWith("pooler.")),
    );
    assert.equal(new BertEncoder(config, headless).forward({ inputIds: [[1]] }).pooled, undefined);
  });

  it("has as many weights as BERT-base is said to have, by its config alone", () => {
    // 768·(30,522 + 512 + 2) + 2·768 = 23,837,184; a layer 4·(768² + 768) + 2·2·768
    // + 768·3,072 + 3,072 + 3,072·768 + 768 = 7,087,872; pooler 768² + 768 = 590,592.
    const count = countParameters(encoderShapes(bertConfig()));
    assert.equal(count, 23_837_184 + 12 * 7_087_872 + 590_592);
    assert.equal(count, 109_482_240);
  });
});

describe("dropout in the encoder", () => {
  const inputIds = [[2, 7, 8, 3]];
  const key = (step: number) => new RandomKey(tf.tensor1d([5, step], "int32"));

  it("drops nothing but while training, and the same for the same key", () => {
    const model = create();
    const plain = lastOf(model, { inputIds });
    const train = (step: number) => lastOf(model, { inputIds }, { training: true, rng: key(step) });
    assert.deepEqual(lastOf(model, { inputIds }, { rng: key(1) }), plain);
    assert.deepEqual(train(1), train(1));
    far(train(1), plain);
    far(train(1), train(2));
  });

  it("needs an rng for it", () => {
    assert.throws(() => create().forward({ inputIds }, { training: true }), /needs an rng/);
    const still = create({ hiddenDropoutProb: 0, attentionProbsDropoutProb: 0 });
    near(lastOf(still, { inputIds }, { training: true }), lastOf(still, { inputIds }));
  });

  it("asks for numbers at four places: embeddings, attention and both parts of each layer", () => {
    const shapes: string[] = [];
    const rng = {
      uniform: (shape: number[]) => {
        shapes.push(String(shape));
        return tf.ones(shape);
      },
    };
    free(create({ numHiddenLayers: 1 }).forward({ inputIds }, { training: true, rng }));
    assert.deepEqual(shapes, ["1,4,12", "1,3,4,4", "1,4,12", "1,4,12"]);
  });

  it("gives compiled what it gives eagerly", async () => {
    const model = create();
    const step = await compile(
      ({ ids, seed }, weights) => {
        const rng = new RandomKey(seed as tf.Tensor1D);
        const options = { training: true, rng };
        const { hiddenStates } = forwardEncoder(weights, { inputIds: ids }, model.config, options);
        return { outputs: { last: hiddenStates[2]! } };
      },
      {
        inputs: {
          ids: { dtype: "int32", shape: ["B", "T"] },
          seed: { dtype: "int32", shape: [2] },
        },
        ...{ state: model.parameters, axes: { T: { max: 16 } }, threads: 1 },
      },
    );
    const { last } = await step.run({
      ids: { data: Int32Array.from(inputIds[0]!), shape: [1, 4] },
      seed: { data: Int32Array.of(5, 1), shape: [2] },
    });
    await step.dispose();
    near([...last!.data], lastOf(model, { inputIds }, { training: true, rng: key(1) }));
  });
});

describe("the relatives of BERT", () => {
  it("ALBERT: layers share their weights, and words have narrower vectors", () => {
    const shared = { modelType: "albert", embeddingSize: 5, numHiddenGroups: 1 } as const;
    const model = create(shared);
    assert.deepEqual(model.parameters["embeddings.word_embeddings.weight"]!.shape, [30, 5]);
    const layers = Object.keys(model.parameters).filter((name) => name.startsWith("encoder."));
    assert.ok(layers.length === 16 && layers.every((name) => name.startsWith("encoder.layer.0.")));
    const { embeddings, hiddenStates } = model.forward({ inputIds: [[2, 5, 3]] });
    assert.deepEqual([embeddings.shape, hiddenStates.length], [[1, 3, 12], 3]);
    // A layer's weights are used in all three: with its last gain at 0 all outputs are its bias.
    const zeroed = {
      ...model.parameters,
      "encoder.layer.0.output.LayerNorm.weight": tf.zeros([12]),
    };
    const output = forwardEncoder(zeroed, { inputIds: [[2, 5, 3]] }, model.config);
    for (const hidden of output.hiddenStates) assert.ok(hidden.dataSync().every((x) => x === 0));
    // ALBERT-base has 11.7 million weights where BERT-base has 109.5 (Lan et al. 2020, table 1: 12M).
    const base = { ...{ vocabSize: 30_000, embeddingSize: 128, numHiddenGroups: 1 } };
    assert.equal(
      countParameters(encoderShapes(bertConfig({ ...base, modelType: "albert" }))),
      11_683_584,
    );
  });

  it("ALBERT: two groups take half of the layers each", () => {
    const model = create({ modelType: "albert", numHiddenLayers: 4, numHiddenGroups: 2 });
    const bias = tf.ones([12]);
    const changed = { ...model.parameters, "encoder.layer.1.output.LayerNorm.bias": bias };
    const [before, after] = [model.parameters, changed].map((parameters) =>
      forwardEncoder(parameters, { inputIds: [[2, 3]] }, model.config).hiddenStates.map((h) => [
        ...h.dataSync(),
      ]),
    );
    assert.deepEqual(after!.slice(0, 2), before!.slice(0, 2));
    far(after![2]!, before![2]!);
  });

  it("RoBERTa: positions begin after padTokenId and skip padding, wherever it stands", async () => {
    const config = { modelType: "roberta", padTokenId: 1, typeVocabSize: 1 } as const;
    const model = create(config);
    // Padding on the left: the tokens have the same positions as without it.
    const alone = lastOf(model, { inputIds: [[4, 7, 5]] });
    const batch = { inputIds: [[1, 1, 4, 7, 5]], attentionMask: [[0, 0, 1, 1, 1]] };
    near(lastOf(model, batch).slice(2 * 12), alone);
    // Padding itself stays at one position, so it has one vector wherever it stands.
    const { embeddings } = model.forward({ inputIds: [[1, 4, 1, 7, 1]] });
    const [first, , second, , third] = (embeddings.arraySync() as number[][][])[0]!;
    assert.deepEqual([second, third], [first, first]);
    // 16 rows, of which 0 and 1 aren't for tokens: 14 tokens at most.
    const long = Array.from({ length: 15 }, () => 4);
    assert.throws(
      () => model.forward({ inputIds: [long] }),
      /has 14 positions, got a sequence of 15/,
    );
    free(model.forward({ inputIds: [long.slice(1)] }));
    // The first token reads row padTokenId + 1 = 2.
    const table = model.parameters["embeddings.position_embeddings.weight"]!;
    const kept = tf.tidy(() =>
      tf.mul(table, tf.tensor2d(Array.from({ length: 16 }, (_, i) => [Number(i === 2)]))),
    );
    const parameters = { ...model.parameters, "embeddings.position_embeddings.weight": kept };
    const only = forwardEncoder(parameters, { inputIds: [[4]] }, model.config);
    near(
      [...only.embeddings.dataSync()],
      [...model.forward({ inputIds: [[4]] }).embeddings.dataSync()],
    );
    const step = await compile(
      ({ ids }, weights) => ({
        outputs: {
          last: forwardEncoder(weights, { inputIds: ids }, model.config).hiddenStates[2]!,
        },
      }),
      {
        inputs: { ids: { dtype: "int32", shape: ["B", "T"] } },
        ...{ state: model.parameters, axes: { T: { max: 14 } }, threads: 1 },
      },
    );
    const { last } = await step.run({ ids: { data: Int32Array.of(4, 7, 5), shape: [1, 3] } });
    await step.dispose();
    near([...last!.data], alone);
  });

  it("refuses settings that don't fit together", () => {
    const wrong: [Partial<BertConfig>, RegExp][] = [
      [
        { numAttentionHeads: 5 },
        /hiddenSize must be a multiple of numAttentionHeads, got 12 and 5/,
      ],
      [{ numHiddenGroups: 2 }, /numHiddenLayers must be a multiple of numHiddenGroups/],
      [{ embeddingSize: 4 }, /embeddingSize must be hiddenSize \(12\)/],
      [{ hiddenAct: "swoosh" as "gelu" }, /hiddenAct must be gelu, .* got "swoosh"/],
      [{ modelType: "gpt2" as "bert" }, /modelType must be bert, roberta/],
      [{ vocabSize: 0 }, /vocabSize must be a whole number of at least 1, got 0/],
      [{ padTokenId: 30 }, /padTokenId/],
      [{ hiddenDropoutProb: 1 }, /hiddenDropoutProb must be between 0 and 0.99/],
      [{ layerNormEps: 0 }, /layerNormEps must be above 0/],
      [{ modelType: "roberta", padTokenId: 20 }, /must leave room for a token after the 21 rows/],
    ];
    for (const [config, message] of wrong) {
      assert.throws(
        () => create(config),
        (error: Error) => error instanceof RangeError && message.test(error.message),
      );
    }
  });
});

function lastOf(
  model: BertEncoder,
  batch: BertBatch = { inputIds: [[2, 7, 8, 3]] },
  options: ForwardOptions = {},
): number[] {
  const output = model.forward(batch, options);
  const values = [...output.hiddenStates[output.hiddenStates.length - 1]!.dataSync()];
  free(output);
  return values;
}

function free(output: BertOutput): void {
  tf.dispose({ ...output });
}

function near(got: readonly number[], expected: readonly number[]): void {
  assert.equal(got.length, expected.length);
  const off = Math.max(...expected.map((value, i) => Math.abs(value - got[i]!)));
  assert.ok(off < 1e-5, `off by ${off}`);
}

function far(got: readonly number[], expected: readonly number[]): void {
  assert.ok(Math.max(...expected.map((value, i) => Math.abs(value - got[i]!))) > 1e-3, "no change");
}
