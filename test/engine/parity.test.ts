import { before, describe, it } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import type { LabOptions } from "../../src/engine/lab";
import { reasonToSkipWebGpu, runChild, softwareGpu } from "../support/child";
import type { TrainingRun } from "./training-run";

/** float32 keeps 7 digits; over 20 steps of Adam the back ends stay within this share of a loss. */
const TOLERANCE = 2e-5;

describe("the same training run on every back end", () => {
  let reference: TrainingRun;
  before(async () => {
    reference = await train({ backend: "cpu" });
  });

  it("learns: the loss falls from about ln 61 and beyond to less than 1", () => {
    assert.equal(reference.losses.length, 20);
    // Untrained weights guess among 61 words: ln 61 = 4.11, and more for being sure of wrong ones.
    assert.ok(reference.losses[0]! > 4.1, `first loss ${reference.losses[0]}`);
    assert.ok(reference.losses[19]! < 1, `last loss ${reference.losses[19]}`);
  });

  it("gives the same losses on wasm with one thread", async () => {
    compare(await train({ backend: "wasm", threads: 1 }), reference, "wasm", 1);
  });

  it("gives the same losses on wasm with two threads", async () => {
    compare(await train({ backend: "wasm", threads: 2 }), reference, "wasm", 2);
  });

  it("gives the same losses on webgpu", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    const run = await train({ backend: "webgpu" }, softwareGpu());
    compare(run, reference, "webgpu", 1);
  });

  it("leaves no tensor behind on the cpu", () => assert.equal(reference.tensorsLeft, 0));
});

async function train(
  options: LabOptions,
  environment: Record<string, string> = {},
): Promise<TrainingRun> {
  const program = join(__dirname, "training-run.ts");
  const { code, stdout, stderr } = await runChild([program, JSON.stringify(options)], {
    environment,
  });
  assert.equal(code, 0, `the run failed or did not end by itself: ${stderr.slice(0, 2000)}`);
  return JSON.parse(stdout) as TrainingRun;
}

function compare(run: TrainingRun, reference: TrainingRun, backend: string, threads: number) {
  assert.equal(run.backend, backend);
  assert.equal(run.threads, threads);
  assert.equal(run.tensorsLeft, 0);
  assert.equal(run.losses.length, reference.losses.length);
  run.losses.forEach((loss, step) => {
    const expected = reference.losses[step]!;
    const off = Math.abs(loss - expected) / expected;
    assert.ok(off <= TOLERANCE, `step ${step}: ${loss} on ${backend}, ${expected} on cpu`);
  });
}
