import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { ThreadWorkers } from "../../src/engine/wasm-threads";
import { labCode, runChild } from "../support/child";

describe("ThreadWorkers", () => {
  it("puts the global scope back, whether or not the start succeeds", () => {
    const scope = globalThis as { Worker?: unknown };
    const before = scope.Worker;
    const workers = new ThreadWorkers(1);
    assert.notEqual(
      workers.during(() => scope.Worker),
      before,
    );
    assert.equal(scope.Worker, before);
    assert.throws(() =>
      workers.during(() => {
        throw new Error("no");
      }),
    );
    assert.equal(scope.Worker, before);
    assert.equal("Worker" in globalThis, before !== undefined);
  });
  it("refuses a pool in which a thread has no worker: it would be waited for for ever", () => {
    const workers = new ThreadWorkers(3);
    assert.throws(() => workers.keepOnlyReal({ unusedWorkers: [{}] }), /1 threads started, not 3/);
  });
});

describe("wasm with threads", () => {
  it("gives the same product as with one thread, to the last bit", async () => {
    const product = (threads: number) =>
      runChild(
        labCode(`
          const lab = await startLab({ backend: "wasm", threads: ${threads}, quiet: true });
          const n = 257; // no multiple of any block size
          const a = tf.reshape(tf.sin(tf.range(0, n * n)), [n, n]);
          const values = await tf.matMul(a, a).data();
          console.log(lab.threads, Buffer.from(values.buffer).toString("base64"));`),
      );
    const [one, two] = await Promise.all([product(1), product(2)]);
    assert.equal(one.code, 0, one.stderr.slice(0, 500));
    assert.equal(one.stdout.slice(0, 2), "1 ");
    assert.equal(two.stdout.slice(0, 2), "2 ");
    assert.ok(one.stdout.slice(2) === two.stdout.slice(2), "products differ");
  });

  it("makes only as many threads as it was asked for, one of them being the caller", async () => {
    const { stdout } = await runChild(
      labCode(`
        const { Worker } = require("node:worker_threads");
        let made = 0;
        const on = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (message) {
          if (message.cmd === "load") made++;
          return on.call(this, message);
        };
        await startLab({ backend: "wasm", threads: 3, quiet: true });
        console.log(made, "Worker" in globalThis);`),
    );
    assert.equal(stdout, "2 false\n");
  });

  it("falls back to one thread, with the reason, when workers can't be made", async () => {
    const { code, stdout, stderr } = await runChild(
      labCode(`
        const { Worker } = require("node:worker_threads");
        Worker.prototype.postMessage = () => { throw new Error("no workers today"); };
        const lab = await startLab({ backend: "wasm", threads: 2 });
        console.log(lab.threads, (await tf.square(3).data())[0]);
        console.log((await startLab({ backend: "wasm", threads: 2, quiet: true })) === lab);`),
    );
    const [line, values, same] = stdout.trim().split("\n");
    assert.match(
      line!,
      /1 thread, one thread, since more could not be started: .*no workers today/,
    );
    assert.equal(values, "1 9", stderr);
    assert.equal(same, "true", "a second call doesn't try again");
    assert.equal(code, 0);
  });

  it("falls back to one thread when a worker breaks down at start", async () => {
    const { code, stdout, stderr } = await runChild(
      labCode(`
        const folder = "@tensorflow/tfjs-backend-wasm/wasm-out/";
        const script = require(folder + "tfjs-backend-wasm-threaded-simd.worker.js");
        script.wasmWorkerContents = "throw new Error('broken worker')";
        const lab = await startLab({ backend: "wasm", threads: 2 });
        console.log((await tf.square(3).data())[0]);`),
    );
    assert.match(stdout, /1 thread, .*broken worker.*\n9\n/, stderr.slice(0, 800));
    assert.equal(code, 0);
  });

  it("hears of a worker that breaks down before anybody listens to it", async () => {
    const { code, stdout, stderr } = await runChild(
      labCode(`
        const folder = "@tensorflow/tfjs-backend-wasm/wasm-out/";
        const script = require(folder + "tfjs-backend-wasm-threaded-simd.worker.js");
        script.wasmWorkerContents = "throw new Error('broken worker')";
        const { ThreadWorkers } = require("./src/engine/wasm-threads");
        const workers = new ThreadWorkers(2);
        workers.during(() => new globalThis.Worker());
        await workers.failure.catch((error) => console.log("told:", error.message));`),
    );
    assert.equal(stdout, "told: broken worker\n", stderr.slice(0, 800));
    assert.equal(code, 0);
  });
});
