import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { startLab } from "../../src/engine/lab";
import { reasonToSkipWebGpu, runChild, softwareGpu } from "../support/child";
import { golden, runCompiled, runEagerly, type GoldenRun } from "./golden-model";

/**
 * Every number of test/golden/bert.json, from a float64 run in PyTorch: values within 2e-5 (the
 * largest difference here is printed), gradient norms within 1e-4 of themselves, losses 1e-5.
 */
const largest: Record<string, number> = {};

describe("the tiny BERT gives PyTorch's numbers", () => {
  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
  });

  it("eagerly on the cpu", async () => {
    const run = await runEagerly();
    compareAll(run, "cpu");
    assert.deepEqual(run["tensorsLeft"], [0]);
  });

  it("compiled on the cpu", async () => compareAll(await runCompiled(), "compiled"));

  it("eagerly on wasm", async () => compareAll(await runOn("wasm"), "wasm"));

  it("eagerly on webgpu", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    compareAll(await runOn("webgpu", softwareGpu()), "webgpu");
  });

  it("within differences that are told", (t) => {
    assert.ok(Object.keys(largest).length >= 3);
    t.diagnostic(`largest differences: ${JSON.stringify(largest)}`);
  });
});

async function runOn(backend: string, environment: Record<string, string> = {}) {
  const program = join(__dirname, "golden-model.ts");
  const { code, stdout, stderr } = await runChild([program, backend], { environment });
  assert.equal(code, 0, `the run failed or did not end by itself: ${stderr.slice(0, 2000)}`);
  return JSON.parse(stdout) as GoldenRun;
}

function compareAll(run: GoldenRun, device: string): void {
  const near = (what: string, got: readonly number[], expected: unknown, tolerance = 2e-5) =>
    compare(`${device} ${what}`, device, got, expected, tolerance);

  near("embeddings", run["embeddings"]!, golden.embeddings_output);
  golden.hidden_states.forEach((hidden, i) => near(`hidden ${i}`, run[`hidden/${i}`]!, hidden));
  near("attention 0", run["attention/0"]!, golden.attention_probs_layer0);
  near("sums", realRowSums(run), golden.attention_probs_layer1_row_sums_over_real_keys);
  near("pooled", run["pooled"]!, golden.pooler_output);
  near("nsp", run["nspLogits"]!, golden.nsp_logits);
  near("single", run["single"]!, golden.single_unpadded.last_hidden_state);
  near("single pooled", run["singlePooled"]!, golden.single_unpadded.pooler_output);

  const logits = (row: number, place: number) =>
    run["mlmLogits"]!.slice((row * 12 + place) * 60, (row * 12 + place + 1) * 60);
  golden.mlm_logits_slice.values.forEach((places, row) =>
    places.forEach((values, t) => near(`mlm ${row},${t}`, logits(row, t).slice(0, 10), values)),
  );
  for (const { row, pos, logits: expected } of golden.mlm_logits_at_labels) {
    near(`mlm ${row},${pos}`, logits(row, pos), expected);
  }

  const losses = [run["mlmLoss"]![0]!, run["nspLoss"]![0]!, run["loss"]![0]!];
  near("losses", losses, [golden.mlm_loss, golden.nsp_loss, golden.total_loss], 1e-5);
  near("steps", run["steps"]!, golden.adamw_5_steps_total_loss.losses_before_each_step, 1e-5);

  compareNorms(run, "mlm", golden.mlm_grad_norms, device);
  compareNorms(run, "total", golden.total_grad_norms, device);
  for (const [name, sample] of Object.entries(golden.mlm_grad_samples)) {
    near(`gradient of ${name}`, run[`mlmGradient/${name}`]!.slice(0, 8), sample);
  }
  const table = run["mlmGradient/bert.embeddings.word_embeddings.weight"]!;
  const rows = golden.word_embedding_grad_row_norms.map((_, i) =>
    norm(table.slice(i * 32, i * 32 + 32)),
  );
  near("rows of the word table's gradient", rows, golden.word_embedding_grad_row_norms);
  const all = Object.keys(run).filter((key) => key.startsWith("mlmGradient/"));
  const whole = norm(all.flatMap((key) => run[key]!));
  near("global norm", [whole / golden.mlm_global_grad_norm], [1]);
}

function compareNorms(
  run: GoldenRun,
  kind: string,
  norms: Readonly<Record<string, number | null>>,
  device: string,
): void {
  for (const [name, expected] of Object.entries(norms)) {
    if (expected === null) continue;
    const off = Math.abs(norm(run[`${kind}Gradient/${name}`]!) - expected);
    // Key biases change no softmax: their gradients are 0 but for rounding.
    assert.ok(off <= Math.max(1e-6, 1e-4 * expected), `${device} ${name}: off by ${off}`);
  }
}

function realRowSums(run: GoldenRun): number[] {
  const mask = golden.batch.attention_mask;
  return Array.from({ length: 3 * 4 * 12 }, (_, row) => {
    const probabilities = run["attention/1"]!.slice(row * 12, row * 12 + 12);
    const real = mask[Math.floor(row / 48)]!;
    return probabilities.reduce((sum, p, key) => sum + p * real[key]!, 0);
  });
}

function compare(
  label: string,
  device: string,
  got: readonly number[],
  expected: unknown,
  tolerance: number,
): void {
  const wanted = (expected as unknown[]).flat(Infinity) as number[];
  assert.equal(got.length, wanted.length, label);
  wanted.forEach((value, i) => {
    const off = Math.abs(got[i]! - value);
    assert.ok(off <= tolerance, `${label}[${i}]: ${got[i]} for ${value}`);
    largest[device] = Math.max(largest[device] ?? 0, off);
  });
}

function norm(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
