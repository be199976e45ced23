import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BertEncoder } from "../../src/bert/bert-encoder";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab } from "../../src/engine/lab";
import { POOLING_MODES } from "../../src/sentence-encoder/pooling";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";
import { assertLeaves } from "../support/leaks";
import { SENTENCES, smallEncoder, tinyBert, VOCABULARY } from "./small-encoder";

const FOLDER = mkdtempSync(join(tmpdir(), "lab-encoder-"));
after(() => rmSync(FOLDER, { recursive: true }));
before(async () => {
  await startLab({ backend: "cpu", quiet: true });
});

describe("SentenceEncoder.encode", () => {
  it("gives the rows that the modules give eagerly, in the caller's order, whatever the batch size", async () => {
    const encoder = smallEncoder();
    const rows = encoder.tokenizer.encodeBatch(SENTENCES);
    const eager = encoder.forward(rows).dataSync();
    for (const batchSize of [1, 2, 32]) {
      const found = await encoder.encode(SENTENCES, { batchSize });
      assert.deepEqual(found.shape, [SENTENCES.length, 16]);
      close(found.dataSync(), eager, 1e-5);
    }
    await encoder.dispose();
  });

  it("gives a sentence the same vector alone and in any batch, in every mode of pooling", async () => {
    for (const mode of POOLING_MODES) {
      const encoder = smallEncoder({ pooling: [mode] });
      const together = (await (await encoder.encode(SENTENCES)).array()) as number[][];
      for (const [i, sentence] of SENTENCES.entries()) {
        close((await encoder.encode([sentence])).dataSync(), together[i]!, 1e-5);
      }
      await encoder.dispose();
    }
  });

  it("computes mean pooling of the last layer, and no other", async () => {
    const encoder = smallEncoder();
    const { inputIds } = encoder.tokenizer.encodeBatch(["a dogs"]);
    const bert = Object.entries(encoder.parameters).map(([name, w]) => [name.slice(5), w] as const);
    const hidden = new BertEncoder(encoder.config.bert, Object.fromEntries(bert)).forward({
      inputIds,
    });
    const mean = tf.mean(hidden.hiddenStates[1]!, 1);
    close((await encoder.encode(["a dogs"])).dataSync(), mean.dataSync(), 1e-5);
    await encoder.dispose();
  });

  it("makes length 1 where asked, and by its normalize module", async () => {
    const [plain, unit] = [smallEncoder(), smallEncoder({ normalize: true })];
    const lengths = async (rows: tf.Tensor2D) => (await tf.norm(rows, 2, 1).data()).slice();
    assert.ok((await lengths(await plain.encode(SENTENCES))).every((x) => Math.abs(x - 1) > 0.1));
    const asked = await plain.encode(SENTENCES, { normalize: true });
    close(await lengths(asked), [1, 1, 1, 1, 1], 1e-5);
    close((await unit.encode(SENTENCES)).dataSync(), asked.dataSync(), 1e-5);
    await plain.dispose();
    await unit.dispose();
  });

  it("cuts vectors to their first numbers and makes those length 1", async () => {
    const encoder = smallEncoder();
    const [whole] = (await (await encoder.encode(["the cat"])).array()) as number[][];
    const cut = await encoder.encode(["the cat"], { truncateTo: 3 });
    const length = Math.hypot(...whole!.slice(0, 3));
    close(
      cut.dataSync(),
      whole!.slice(0, 3).map((x) => x / length),
      1e-5,
    );
    await assert.rejects(
      encoder.encode(["a"], { truncateTo: 17 }),
      /truncateTo must be .* 1 to 16, got 17/,
    );
    await encoder.dispose();
  });

  it("cuts a sentence that is too long, and says so once", async () => {
    const encoder = smallEncoder({ maxSequenceLength: 6 });
    const said: string[] = [];
    const warn = console.warn;
    console.warn = (message: string) => said.push(message);
    try {
      // [CLS] and [SEP] leave room for four words; a fifth and later ones don't matter.
      const fits = await encoder.encode(["the cat sat on"]);
      assert.deepEqual(said, []);
      const long = await encoder.encode(["the cat sat on the mat", "a", "the cat sat on a dog ."]);
      close(tf.slice(long, [0, 0], [1, 16]).dataSync(), fits.dataSync(), 1e-5);
      close(tf.slice(long, [2, 0], [1, 16]).dataSync(), fits.dataSync(), 1e-5);
      await encoder.encode(["the cat sat on the mat"]);
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(said, [
      "SentenceEncoder: 2 of 3 sentences were cut after 6 tokens; this is said only once",
    ]);
    await encoder.dispose();
  });

  it("gives [0, D] for no sentences, and the vector of [CLS] [SEP] for an empty one", async () => {
    const encoder = smallEncoder();
    assert.deepEqual((await encoder.encode([])).shape, [0, 16]);
    assert.deepEqual((await encoder.encode([], { truncateTo: 4 })).shape, [0, 4]);
    const eager = encoder.forward({ inputIds: [[2, 3]] });
    close((await encoder.encode([""])).dataSync(), eager.dataSync(), 1e-5);
    await encoder.dispose();
  });

  it("answers calls that are made before the first has ended", async () => {
    const encoder = smallEncoder();
    const [a, b] = await Promise.all([encoder.encode(["the cat"]), encoder.encode(["a dogs"])]);
    close(b.dataSync(), (await encoder.encode(["a dogs"])).dataSync(), 1e-6);
    assert.notDeepEqual([...a.dataSync()], [...b.dataSync()]);
    await encoder.dispose();
  });

  it("tells how far it is, and stops when asked to", async () => {
    const encoder = smallEncoder();
    const seen: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }) => {
      assert.equal(total, 5);
      seen.push(done);
    };
    await encoder.encode(SENTENCES, { batchSize: 2, onProgress });
    assert.deepEqual(seen, [2, 4, 5]);
    const controller = new AbortController();
    const stopped = encoder.encode(SENTENCES, {
      batchSize: 1,
      signal: controller.signal,
      onProgress: ({ done }) => done === 2 && controller.abort(),
    });
    await assert.rejects(stopped, { name: "InterruptedError" });
    assert.deepEqual((await encoder.encode(SENTENCES)).shape, [5, 16]);
    await encoder.dispose();
  });

  it("says what it got when the input is wrong", async () => {
    const encoder = smallEncoder();
    await assert.rejects(encoder.encode("one" as never), /sentences must be an array of strings/);
    await assert.rejects(
      encoder.encode(["a", 3 as never]),
      /sentences\[1\] must be a string, got 3/,
    );
    await assert.rejects(encoder.encode(["a"], { batchSize: 0 }), /batchSize must be .* got 0/);
    await encoder.dispose();
  });

  it("leaves one tensor behind, its result, and none after dispose", async () => {
    const before = tf.memory().numTensors;
    const encoder = smallEncoder();
    await assertLeaves(1, () => encoder.encode(SENTENCES));
    await assertLeaves(1, () => encoder.encode(SENTENCES, { normalize: true }));
    await assertLeaves(1, () => encoder.encode(SENTENCES, { truncateTo: 2 }));
    await encoder.dispose();
    assert.equal(tf.memory().numTensors, before + 3);
  });
});

describe("SentenceEncoder", () => {
  it("is printed as sentence-transformers prints a model", () => {
    const dense = { outFeatures: 6, activation: "tanh", bias: true } as const;
    const encoder = smallEncoder({ pooling: ["cls"], dense, normalize: true });
    const off = ["mean", "max", "mean_sqrt_len"].map(
      (name) => `'pooling_mode_${name}_tokens': False`,
    );
    assert.equal(
      String(encoder),
      [
        "SentenceEncoder(",
        "    (0): Transformer({'max_seq_length': 32, 'do_lower_case': False}) with Transformer model: BertModel",
        "    (1): Pooling({'word_embedding_dimension': 16, 'pooling_mode_cls_token': True, " +
          `${off.join(", ")}, 'pooling_mode_weightedmean_tokens': False, ` +
          "'pooling_mode_lasttoken': False, 'include_prompt': True})",
        "    (2): Dense({'in_features': 16, 'out_features': 6, 'bias': True, " +
          "'activation_function': 'torch.nn.modules.activation.Tanh'})",
        "    (3): Normalize()",
        ")",
      ].join("\n"),
    );
    assert.equal(encoder.describe(), String(encoder));
    assert.equal(encoder.size, 6);
  });

  it("is made from a BERT's folder, with pooling on top", async () => {
    const bert = BertEncoder.create(tinyBert(), { rng: createRng(7) });
    await bert.save(FOLDER);
    await new BertTokenizer(VOCABULARY).save(FOLDER);
    const encoder = await SentenceEncoder.fromBert(FOLDER, { pooling: ["max", "cls"], threads: 1 });
    assert.equal(encoder.config.maxSequenceLength, 64);
    const found = await encoder.encode(["the cat"]);
    const { hiddenStates } = bert.forward({ inputIds: [[2, 5, 6, 3]] });
    const hidden = hiddenStates[1]!;
    const cls = tf.slice(hidden, [0, 0, 0], [1, 1, 16]).dataSync();
    close(found.dataSync(), [...cls, ...tf.max(hidden, 1).dataSync()], 1e-5);
    await encoder.dispose();
    const rng = createRng(1);
    const narrow = await SentenceEncoder.fromBert(FOLDER, { dense: { outFeatures: 5, rng } });
    assert.deepEqual((await narrow.encode(["a"])).shape, [1, 5]);
    await narrow.dispose();
    bert.dispose();
  });

  it("takes trained weights, and leaves a head behind", async () => {
    const encoder = smallEncoder();
    const entries = Object.entries(encoder.parameters).map(
      ([n, w]) => [n, tf.mul(w, 1.1)] as const,
    );
    const head = tf.zeros([3, 48]);
    const trained = encoder.withParameters({ ...Object.fromEntries(entries), "head.weight": head });
    assert.ok(head.isDisposed);
    const [before, after_] = [await encoder.encode(["a"]), await trained.encode(["a"])];
    assert.notDeepEqual([...before.dataSync()], [...after_.dataSync()]);
    await encoder.dispose();
    await trained.dispose();
  });

  it("refuses what doesn't fit", () => {
    assert.throws(
      () => smallEncoder({ maxSequenceLength: 65 }),
      /maxSequenceLength must be .* 64, got 65/,
    );
    assert.throws(
      () => smallEncoder({ pooling: ["average" as never] }),
      /pooling must be .*"average"/,
    );
    const dense = { outFeatures: 4, activation: "gelu" as never, bias: true };
    assert.throws(() => smallEncoder({ dense }), /activation must be tanh, identity, got "gelu"/);
    const { config, tokenizer, parameters } = smallEncoder();
    const rest = { ...parameters };
    delete rest["bert.embeddings.LayerNorm.bias"];
    assert.throws(() => new SentenceEncoder(config, tokenizer, rest), /LayerNorm\.bias is missing/);
    const larger = new BertTokenizer([...VOCABULARY, "more"]);
    assert.throws(() => new SentenceEncoder(config, larger, parameters), /has 14 words, got .* 15/);
  });
});

function close(values: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(values.length, expected.length);
  for (let i = 0; i < values.length; i++) {
    const off = Math.abs(values[i]! - expected[i]!);
    assert.ok(off < tolerance, `[${i}]: ${values[i]} for ${expected[i]}`);
  }
}
