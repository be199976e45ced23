import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { startLab, type BackendReport } from "../../src/engine/lab";
import { labCode, reasonToSkipWebGpu, runChild, softwareGpu } from "../support/child";

describe("startLab", () => {
  it("takes the back end it is told to, and TensorFlow.js computes with it", async () => {
    const lab = await startLab({ backend: "cpu", quiet: true });
    assert.equal(lab.backend, "cpu");
    assert.equal(tf.getBackend(), "cpu");
    assert.ok(lab.device.length > 2, lab.device);
    assert.equal(lab.threads, 1);
  });

  it("gives the same lab when asked for the same again", async () => {
    const first = await startLab({ backend: "cpu", quiet: true });
    assert.equal(await startLab({ backend: "cpu", quiet: true }), first);
  });

  it("takes calls made at the same moment one after the other: the last one decides", async () => {
    const wasm = startLab({ backend: "wasm", threads: 1, quiet: true });
    const cpu = startLab({ backend: "cpu", quiet: true }); // ready sooner
    assert.deepEqual([(await wasm).backend, (await cpu).backend], ["wasm", "cpu"]);
    assert.equal(tf.getBackend(), "cpu");
  });

  it("switches, and tensors made before are still readable and usable", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const made = tf.tensor1d([1, 2, 3]);
    const lab = await startLab({ backend: "wasm", threads: 1, quiet: true });
    assert.equal(lab.backend, "wasm");
    const doubled = tf.mul(made, 2);
    assert.deepEqual([...doubled.dataSync()], [2, 4, 6]);
    tf.dispose([made, doubled]);
  });

  it("brings gradients along", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const slope = tf.grad((x) => tf.sum(tf.square(x)))(tf.tensor1d([1, -3])); // d x² = 2x
    assert.deepEqual([...slope.dataSync()], [2, -6]);
  });

  it("refuses another thread count while tensors live on wasm, and says how many", async () => {
    await startLab({ backend: "wasm", threads: 1, quiet: true });
    const alive = tf.tensor1d([1]);
    await assert.rejects(
      startLab({ backend: "wasm", threads: 2, quiet: true }),
      /RangeError: startLab: wasm can't change to 2 threads while tensors live.*got 1; dispose/,
    );
    assert.equal(alive.dataSync()[0], 1);
    alive.dispose();
    assert.equal((await startLab({ backend: "wasm", threads: 2, quiet: true })).threads, 2);
    assert.equal((await startLab({ backend: "wasm", threads: 1, quiet: true })).threads, 1);
  });

  it("refuses what isn't a back end, and thread counts out of range", async () => {
    await assert.rejects(
      startLab({ backend: "gpu" as never }),
      /startLab: backend must be auto, tensorflow, webgpu, wasm, cpu, got "gpu"/,
    );
    for (const threads of [0, 1.5, 9, NaN]) {
      await assert.rejects(startLab({ backend: "wasm", threads }), /startLab: threads must be/);
    }
  });

  it("says what to do when the back end asked for can't run", async () => {
    // Without a Vulkan driver there is no GPU, whatever the machine has.
    const none = "/nowhere/none.json";
    const { code, stderr } = await runChild(labCode(`await startLab({ backend: "webgpu" });`), {
      environment: { VK_DRIVER_FILES: none, VK_ICD_FILENAMES: none },
    });
    assert.equal(code, 1);
    assert.match(stderr, /startLab: webgpu can't run here: .*\. Install your GPU's Vulkan driver/);
  });

  it("lets LAB_BACKEND decide before the option, and says so", async () => {
    const ask = labCode(`console.log((await startLab({ backend: "wasm", quiet: true })).backend)`);
    const cpu = await runChild(ask, { environment: { LAB_BACKEND: "cpu" } });
    assert.equal(cpu.stdout, "cpu\n");
    const loud = labCode(`console.log((await startLab({ backend: "wasm" })).report[0].reason)`);
    const said = await runChild(loud, { environment: { LAB_BACKEND: "cpu" } });
    assert.match(
      said.stdout,
      /^Computing with cpu \(set by LAB_BACKEND\) on .*\nset by LAB_BACKEND\n$/,
    );
    assert.doesNotMatch((await runChild(loud)).stdout, /LAB_BACKEND/);
    const wrong = await runChild(ask, { environment: { LAB_BACKEND: "tpu" } });
    assert.match(wrong.stderr, /the environment variable LAB_BACKEND must be auto.*got "tpu"/);
  });
});

describe("startLab in a fresh process", () => {
  it("by itself takes the best there is, and says why nothing better, in one line", async () => {
    const { code, stdout } = await runChild(
      labCode(`const lab = await startLab(); console.log(JSON.stringify(lab.report));`),
    );
    assert.equal(code, 0);
    const [line, report] = stdout.trim().split("\n");
    const entries = JSON.parse(report!) as BackendReport[];
    const chosen = entries.at(-1)!;
    assert.ok(chosen.available);
    assert.equal(chosen.reason, "the fastest that this machine has");
    assert.ok(line!.startsWith(`Computing with ${chosen.backend} on ${chosen.device}`), line);
    for (const { backend, available, device, reason } of entries.slice(0, -1)) {
      assert.deepEqual([available, device], [false, ""]);
      assert.match(line!, new RegExp(`\\. \\(.*${backend}: [^;]+.*\\.\\)$`));
      assert.ok(reason.length > 10, "the precise reason");
    }
  });

  it("puts it in plain words to a machine without a graphics card", async (t) => {
    const none = "/nowhere/none.json";
    const { stdout } = await runChild(labCode(`await startLab();`), {
      environment: { VK_DRIVER_FILES: none, VK_ICD_FILENAMES: none },
    });
    if (!stdout.includes("; webgpu: ")) return t.skip("a graphics card computes here");
    assert.match(stdout, /webgpu: no graphics card found\.\)\n$/);
    assert.doesNotMatch(stdout, /binding|npm|Vulkan/, "nothing that reads like a fault");
  });

  it("never takes a software GPU by itself, and names it as the reason", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    const { stdout, stderr } = await runChild(
      labCode(`console.log(JSON.stringify((await startLab({ quiet: true })).report))`),
      { environment: softwareGpu() },
    );
    const report = JSON.parse(stdout || `{"error": ${JSON.stringify(stderr)}}`);
    const webgpu = report.find((entry: { backend: string }) => entry.backend === "webgpu");
    assert.equal(webgpu.available, false);
    assert.match(webgpu.reason, /software.*swiftshader/i);
  });

  it("takes a software GPU when told to, calls it software, and goes back when not", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    const { stdout } = await runChild(
      labCode(`
        const explicit = await startLab({ backend: "webgpu" });
        console.log(explicit.isSoftware, (await tf.square(3).data())[0]);
        console.log((await startLab({ quiet: true })).backend);`),
      { environment: softwareGpu() },
    );
    const [line, values, after] = stdout.trim().split("\n");
    assert.match(line!, /Computing with webgpu on swiftshader.*software, no GPU/i);
    assert.equal(values, "true 9");
    assert.equal(after, "wasm");
  });

  for (const backend of ["cpu", "wasm"]) {
    it(`says nothing of its own on ${backend}, and lets the process end`, async () => {
      const { code, stdout, stderr } = await runChild(
        labCode(`
          await startLab({ backend: "${backend}", quiet: true });
          await tf.matMul(tf.ones([64, 64]), tf.ones([64, 64])).data();`),
        { timeoutMs: 20_000 },
      );
      assert.equal(code, 0, "it ends by itself");
      assert.equal(stdout + stderr, "");
    });
  }

  it("keeps a process alive that waits for messages, as a notebook kernel does", async () => {
    const { code, stdout } = await runChild(
      labCode(`
        await startLab({ backend: "wasm", threads: 2, quiet: true });
        setTimeout(() => console.log("still here"), 300);`),
    );
    assert.equal(code, 0);
    assert.equal(stdout, "still here\n");
  });

  it("leaves the kernel's own handling of stray errors alone", async () => {
    // Emscripten adds a listener that throws: the kernel would end at the first stray rejection.
    for (const threads of [1, 2]) {
      const { code, stdout, stderr } = await runChild(
        labCode(`
          process.on("unhandledRejection", (reason) => console.log("kernel saw", reason));
          await startLab({ backend: "wasm", threads: ${threads}, quiet: true });
          await startLab({ backend: "wasm", threads: ${3 - threads}, quiet: true });
          console.log(process.listenerCount("uncaughtException"));
          Promise.reject("stray");
          setTimeout(() => console.log("alive"), 50);`),
      );
      assert.equal(stdout, "0\nkernel saw stray\nalive\n", stderr.slice(0, 500));
      assert.equal(code, 0);
    }
  });
});
