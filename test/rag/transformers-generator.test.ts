import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "../../src/core/tf";
import { exportOnnx } from "../../src/engine/export-onnx";
import { startLab } from "../../src/engine/lab";
import {
  transformersGenerator,
  type TransformersGenerator,
} from "../../src/rag/transformers-generator";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";

const WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "anvil", "is", "high", "tell"];

describe("transformersGenerator", () => {
  const folder = mkdtempSync(join(tmpdir(), "lab-generator-"));
  const model = join(folder, "with space/bigram");
  let generate: TransformersGenerator;
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    await writeBigramModel(model);
    generate = await transformersGenerator(model, { maxNewTokens: 3 });
  });
  after(async () => {
    await generate.dispose();
    rmSync(folder, { recursive: true });
  });

  it("goes on where the prompt ends, from a folder alone, and gives back only what is new", async () => {
    assert.equal(await generate("tell the"), "anvil is high");
    assert.equal(await generate("the anvil"), "is high");
  });

  it("says what it got when the input is wrong", async () => {
    await assert.rejects(transformersGenerator(""), /a folder or a name on the hub, got ""/);
    const none = transformersGenerator(model, { maxNewTokens: 0 });
    await assert.rejects(none, /maxNewTokens .*at least 1, got 0/);
  });
});

/** After each word comes the next of the list, after "high" the end. */
async function writeBigramModel(target: string): Promise<void> {
  const next = (id: number) => (WORDS[id] === "high" ? 3 : (id + 1) % WORDS.length);
  const rows = WORDS.map((_, id) => WORDS.map((__, other) => (other === next(id) ? 9 : 0)));
  const weights = { table: tf.tensor2d(rows) };
  const bytes = await exportOnnx(
    ({ input_ids: ids }) => ({ logits: tf.gather(weights.table, tf.cast(ids!, "int32")) }),
    { input_ids: { dtype: "int64", shape: ["batch", "sequence"] } },
    { weights, axes: { sequence: { max: 64 } } },
  );
  weights.table.dispose();
  mkdirSync(join(target, "onnx"), { recursive: true });
  writeFileSync(join(target, "onnx/model.onnx"), bytes);
  const sizes = { vocab_size: WORDS.length, n_embd: 4, n_head: 1, n_layer: 1, n_positions: 64 };
  const config = { architectures: ["GPT2LMHeadModel"], model_type: "gpt2", ...sizes };
  writeFileSync(join(target, "config.json"), JSON.stringify({ ...config, eos_token_id: 3 }));
  await new BertTokenizer(WORDS).save(target);
}
