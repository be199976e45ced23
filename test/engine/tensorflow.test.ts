import { after, before, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BackendUnavailable } from "../../src/engine/backend";
import { startCpu } from "../../src/engine/cpu";
import { startTensorFlow } from "../../src/engine/tensorflow";
import { runChild, labCode } from "../support/child";

// tfjs-node-gpu can only be built where CUDA 11.2 is, so a package of the same outline stands in
// for it: what is tested is what the lab makes of each state that the real one can be in.
describe("startTensorFlow", () => {
  let folder = "";
  before(() => startCpu());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lab-tensorflow-"));
  });
  const folders: string[] = [];
  after(() => folders.forEach((made) => rmSync(made, { recursive: true })));

  function write(main: string, { binding = true } = {}): string {
    folders.push(folder);
    writeFileSync(join(folder, "package.json"), '{ "main": "index.js" }');
    writeFileSync(join(folder, "index.js"), main);
    if (binding) {
      mkdirSync(join(folder, "lib/napi-v8"), { recursive: true });
      writeFileSync(join(folder, "lib/napi-v8/tfjs_binding.node"), "");
    }
    return folder;
  }

  const core = JSON.stringify(require.resolve("@tensorflow/tfjs-core"));
  const registers = (seesGpu: boolean) =>
    `const tf = require(${core});
     if (tf.findBackendFactory("tensorflow")) tf.removeBackend("tensorflow");
     tf.registerBackend("tensorflow", () => ({ isUsingGpuDevice: ${seesGpu}, dispose() {} }));`;

  const unavailable = (message: RegExp, remedy: RegExp) => (error: unknown) => {
    assert.ok(error instanceof BackendUnavailable);
    assert.match(error.message, message);
    assert.match(error.remedy, remedy);
    return true;
  };

  it("takes the library when it sees a GPU", async () => {
    const started = await startTensorFlow(false, write(registers(true)));
    assert.match(started.device, /GPU/);
    assert.equal(started.isSoftware, false);
  });

  it("counts as none without a GPU, unless asked for by name: then it names the CPU", async () => {
    await assert.rejects(
      startTensorFlow(false, write(registers(false))),
      unavailable(/no GPU/, /CUDA/),
    );
    const started = await startTensorFlow(true, folder);
    assert.doesNotMatch(started.device, /GPU/);
    assert.match(started.note ?? "", /no GPU/);
  });

  it("does not load a package whose binding was never built", async () => {
    const made = write("throw new Error('loaded')", { binding: false });
    await assert.rejects(
      startTensorFlow(true, made),
      unavailable(/without its binding/, /install:cuda/),
    );
  });

  it("says in one line why a binding doesn't load", async () => {
    const made = write("throw new Error('libcudart.so.11.0: cannot open\\nmore\\nlines')");
    await assert.rejects(
      startTensorFlow(true, made),
      unavailable(/libcudart\.so\.11\.0: cannot open$/, /CUDA/),
    );
  });
});

describe("startLab with tensorflow", () => {
  it("refuses with what to do, where it isn't there", async () => {
    const { code, stderr, stdout } = await runChild(
      labCode(`console.log((await startLab({ backend: "tensorflow" })).backend);`),
    );
    if (code === 0) return assert.match(stdout, /tensorflow\n$/); // this machine has it
    assert.match(stderr, /startLab: tensorflow can't run here: tfjs-node-gpu .*\. (Install|Run) /);
  });
});
