import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { reasonToSkipWebGpu, runChild, softwareGpu } from "../support/child";
import { compiledTrainingRun, type CompiledRun } from "./compiled-training-run";

describe("a compiled training run on webgpu", () => {
  for (const [words, kept] of [
    [[], ""],
    [["few"], ", and buffers of exactly their sizes"],
  ] as [string[], string][])
    it(`gives the same losses and weights as on the cpu, its state kept there${kept}`, async (t) => {
      const reason = reasonToSkipWebGpu();
      if (reason !== undefined) return t.skip(reason);
      const program = join(__dirname, "compiled-training-run.ts");
      const { code, stdout, stderr } = await runChild([program, "webgpu", ...words], {
        environment: softwareGpu()!,
        timeoutMs: 120_000,
      });
      assert.equal(code, 0, `the run failed or did not end by itself: ${stderr.slice(0, 2000)}`);
      const run = JSON.parse(stdout) as CompiledRun;
      const reference = await compiledTrainingRun("cpu");
      assert.equal(run.losses.length, reference.losses.length);
      run.losses.forEach((loss, i) => close(loss, reference.losses[i]!, 2e-5, `step ${i}`));
      assert.equal(run.lastLosses[0], run.lastLosses[1]);
      for (const [name, values] of Object.entries(reference.weights)) {
        values.forEach((value, i) => close(run.weights[name]![i]!, value, 1e-4, `${name}[${i}]`));
      }
    });

  it("learns: the loss falls from step to step", async () => {
    const { losses, lastLosses } = await compiledTrainingRun("cpu");
    assert.ok(losses[5]! < losses[0]! - 0.2, `losses ${losses.join(", ")}`);
    assert.equal(lastLosses[0], lastLosses[1]);
  });
});

function close(got: number, expected: number, tolerance: number, label: string): void {
  const off = Math.abs(got - expected) / Math.max(1, Math.abs(expected));
  assert.ok(off <= tolerance, `${label}: ${got} on webgpu, ${expected} on cpu`);
}
