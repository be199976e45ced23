import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { join } from "node:path";
import { reasonToSkipWebGpu, runChild, softwareGpu } from "../../support/child";

/** The tests of another file, with all that is compiled in them on WebGPU. */
async function passOnWebGpu(file: string, environment: Record<string, string> = {}) {
  const { code, stdout } = await runChild([join(__dirname, file)], {
    environment: { ...softwareGpu()!, ...environment, LAB_TEST_DEVICE: "webgpu" },
    timeoutMs: 300_000,
  });
  const failed = stdout.split("\n").filter((line) => line.trim().startsWith("not ok"));
  assert.deepEqual(failed, []);
  assert.equal(code, 0, `${file} ended with ${code}: ${stdout.slice(-2000)}`);
  assert.match(stdout, /^# pass [1-9]\d*$/m);
}

describe("on webgpu", () => {
  it("every kernel and its gradient equal eager ones", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    await passOnWebGpu("kernels.test.ts");
  });

  it("so do random functions of many kernels", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    await passOnWebGpu("../random-graphs.test.ts", { LAB_TEST_GRAPHS: "25" });
  });
});
