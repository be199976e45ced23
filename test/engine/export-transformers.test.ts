import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BertEncoder, forwardEncoder } from "../../src/bert/bert-encoder";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { exportOnnx } from "../../src/engine/export-onnx";
import { startLab } from "../../src/engine/lab";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";
import { runChild } from "../support/child";

const WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cat", "sat", "on", "mat"];
const VOCABULARY = [...WORDS, "dog", "##s", "a", "."];
const SIZES = { hiddenSize: 16, numHiddenLayers: 2, numAttentionHeads: 4, intermediateSize: 24 };
const TEXTS = ["The cat sat on the mat.", "a dogs", "unheard"];

/** Encodes the texts as the library's users do, with a folder of files and nothing remote. */
const READER = `
  const { AutoModel, AutoTokenizer, env } = require("@huggingface/transformers");
  (async () => {
    env.allowRemoteModels = false;
    env.useFSCache = env.useBrowserCache = false;
    const [folder, name, texts] = JSON.parse(process.argv[1]);
    env.localModelPath = folder;
    const tokenizer = await AutoTokenizer.from_pretrained(name);
    const model = await AutoModel.from_pretrained(name, { dtype: "fp32", device: "cpu" });
    const batch = tokenizer(texts, { padding: true });
    const { last_hidden_state, pooler_output } = await model(batch);
    const ids = [...batch.input_ids.data].map(Number);
    console.log(JSON.stringify({ ids, hidden: [...last_hidden_state.data],
      pooled: [...pooler_output.data], dims: last_hidden_state.dims }));
  })();`;

interface Read {
  ids: number[];
  hidden: number[];
  pooled: number[];
  dims: number[];
}

describe("an exported encoder in @huggingface/transformers", () => {
  const folder = mkdtempSync(join(tmpdir(), "lab-export-"));
  let encoder: BertEncoder;
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    const config = { vocabSize: VOCABULARY.length, maxPositionEmbeddings: 64, ...SIZES };
    encoder = BertEncoder.create({ ...config, initializerRange: 0.3 }, { rng: createRng(5) });
  });
  after(() => {
    encoder.dispose();
    rmSync(folder, { recursive: true });
  });

  it("gives the vectors that it gives here, with the library's own tokenizer", async () => {
    const files = join(folder, "tiny");
    const ids = { dtype: "int64", shape: ["batch", "sequence"] } as const;
    const { config, parameters } = encoder;
    const bytes = await exportOnnx(
      ({ input_ids: inputIds, attention_mask: attentionMask, token_type_ids: tokenTypeIds }) => {
        const output = forwardEncoder(
          parameters,
          { inputIds, attentionMask, tokenTypeIds },
          config,
        );
        return { last_hidden_state: output.hiddenStates.at(-1)!, pooler_output: output.pooled! };
      },
      { input_ids: ids, attention_mask: ids, token_type_ids: ids },
      { weights: parameters, axes: { sequence: { max: 64 } } },
    );
    mkdirSync(join(files, "onnx"), { recursive: true });
    writeFileSync(join(files, "onnx/model.onnx"), bytes);
    const settings = {
      ...{ architectures: ["BertModel"], model_type: "bert", vocab_size: VOCABULARY.length },
      ...{ hidden_size: 16, num_hidden_layers: 2, num_attention_heads: 4, intermediate_size: 24 },
      max_position_embeddings: 64,
    };
    writeFileSync(join(files, "config.json"), JSON.stringify(settings));
    const tokenizer = new BertTokenizer(VOCABULARY);
    await tokenizer.save(files);

    const given = JSON.stringify([folder, "tiny", TEXTS]);
    const { code, stdout, stderr } = await runChild(["-e", READER, given]);
    assert.equal(code, 0, stderr.slice(0, 2000));
    const read = JSON.parse(stdout) as Read;

    const batch = tokenizer.encodeBatch(TEXTS, { padding: "longest" });
    assert.deepEqual(read.ids, batch.inputIds.flat());
    const [rows, length] = [TEXTS.length, batch.inputIds[0]!.length];
    assert.deepEqual(read.dims, [rows, length, 16]);
    tf.tidy(() => {
      const here = encoder.forward(batch);
      const hidden = here.hiddenStates.at(-1)!.dataSync();
      const masks = batch.attentionMask.flat();
      assert.ok(masks.includes(0), "some padding");
      hidden.forEach((value, i) => {
        if (masks[Math.floor(i / 16)] === 0) return; // what stands at padding means nothing
        assert.ok(
          Math.abs(value - read.hidden[i]!) < 1e-4,
          `[${i}] ${read.hidden[i]}, here ${value}`,
        );
      });
      here.pooled!.dataSync().forEach((value, i) => {
        assert.ok(Math.abs(value - read.pooled[i]!) < 1e-4, `pooled [${i}]`);
      });
    });
  });
});
