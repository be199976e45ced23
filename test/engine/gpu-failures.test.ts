import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { labCode, reasonToSkipWebGpu, runChild, softwareGpu } from "../support/child";

// Real failures of a GPU imitated in software: its largest buffer holds 1 GB.
describe("a GPU that fails gives no wrong numbers", () => {
  const onGpu = async (body: string) => {
    const { code, stdout, stderr } = await runChild(
      labCode(`
        const { compile } = require("./src/engine/compile");
        const say = (promise) => promise.then((x) => console.log("got", String(x)),
          (error) => console.log(error.message.split("\\n")[0]));
        ${body}
        process.exit();`),
      { environment: softwareGpu()!, timeoutMs: 120_000 },
    );
    assert.equal(code, 0, stderr.slice(0, 2000));
    return stdout.trim().split("\n");
  };
  const check = (name: string, act: () => Promise<void>) =>
    void it(name, async (t) => {
      const reason = reasonToSkipWebGpu();
      if (reason !== undefined) return t.skip(reason);
      await act();
    });

  check("eagerly, when a tensor is larger than its buffers may be", async () => {
    const [refused, later] = await onGpu(`
      await startLab({ backend: "webgpu", quiet: true });
      const small = tf.ones([17000, 8]);
      await say((async () => tf.mean(tf.matMul(small, small, false, true)).data())());
      await say(tf.sum(tf.matMul(small, tf.ones([8, 1]))).data());`);
    assert.match(refused!, /^webgpu: a tensor of 1,103 MB doesn't fit: .* at most 1,024 MB/);
    assert.equal(later, "got 136000"); // the device is whole: 17000·8
  });

  check("compiled, when nothing is scattered, which would end the process", async () => {
    const [refused, later] = await onGpu(`
      await startLab({ backend: "cpu", quiet: true });
      const step = await compile(({ x, ids }) =>
        ({ outputs: { y: tf.grad((a) => tf.gather(a, ids, 1))(x) } }),
        { inputs: { x: { dtype: "float32", shape: ["B", 3] }, ids: { dtype: "int32", shape: ["T"] } },
          device: "webgpu" });
      const run = async (rows) => (await step.run({ x: tf.ones([rows, 3]),
        ids: tf.tensor1d([2, 0, 2], "int32") }))["y"].data;
      await say(run(0));
      await say(run(1));`);
    assert.match(
      refused!,
      /^run: axis 0 of x is empty, .* ScatterND can't take on webgpu, got \[0,3\]/,
    );
    assert.equal(later, "got 1,0,2");
  });

  check("eagerly, when it refuses a shader, until it is started anew", async () => {
    const [before, wrong, again, after] = await onGpu(`
      await startLab({ backend: "webgpu", quiet: true });
      const x = tf.ones([4]);
      await say(tf.sum(x).data());
      const program = { variableNames: [], outputShape: [4], shaderKey: "none", uniforms: "",
        dispatchLayout: { x: [0] }, dispatch: [1, 1, 1], workgroupSize: [64, 1, 1], size: true,
        getUserCode: () => "fn main(index : i32) { this is no program }" };
      const made = tf.backend().runWebGPUProgram(program, [], "float32");
      await say(tf.sum(tf.engine().makeTensorFromTensorInfo(made)).data());
      await say(tf.sum(tf.mul(x, 2)).data());
      await startLab({ backend: "webgpu", quiet: true });
      await say(tf.sum(tf.ones([5])).data());`);
    assert.equal(before, "got 4");
    for (const line of [wrong, again]) {
      assert.match(line!, /^webgpu: the GPU refused an operation: .* Call startLab\(\)/);
    }
    assert.equal(after, "got 5");
  });

  check("eagerly, when it is lost, until it is started anew", async () => {
    const [before, lost, after] = await onGpu(`
      await startLab({ backend: "webgpu", quiet: true });
      await say(tf.sum(tf.ones([4])).data());
      tf.backend().device.destroy();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await say((async () => tf.sum(tf.ones([5])).data())());
      await startLab({ backend: "webgpu", quiet: true });
      await say(tf.sum(tf.ones([6])).data());`);
    assert.equal(before, "got 4");
    assert.match(lost!, /^webgpu: the GPU was lost \(device was destroyed\)/);
    assert.equal(after, "got 6");
  });

  check("compiled, when its memory doesn't hold a product; the state stays whole", async () => {
    const [small, large, again, state] = await onGpu(`
      await startLab({ backend: "cpu", quiet: true });
      const step = await compile(
        ({ x }, { count }) => ({
          outputs: { sum: tf.sum(tf.square(tf.matMul(x, x, false, true))) },
          state: { count: tf.add(count, 1) },
        }),
        { inputs: { x: { dtype: "float32", shape: ["B", 1] } }, state: { count: tf.zeros([1]) },
          device: "webgpu" });
      const run = (size) => step.run({ x: { data: new Float32Array(size).fill(1), shape: [size, 1] } })
        .then(({ sum }) => sum.data[0]);
      await say(run(20));
      await say(run(17000));
      await say(run(30));
      await say(step.readState().then(({ count }) => count.data[0]));`);
    assert.equal(small, "got 400");
    assert.match(large!, /^run: ONNX Runtime stopped: .*state is unchanged; if the GPU's memory/);
    assert.equal(again, "got 900");
    assert.equal(state, "got 2");
  });

  it("stops with a message where there is no GPU, and leaves the cpu to auto", async () => {
    const none = { VK_DRIVER_FILES: "/nowhere/none.json", VK_ICD_FILENAMES: "/nowhere/none.json" };
    const { stdout } = await runChild(
      labCode(`
        const { compile } = require("./src/engine/compile");
        const fn = () => ({ outputs: { y: tf.ones([1]) } });
        const start = (device) => compile(fn, { inputs: {}, device });
        await start("webgpu").catch((error) => console.log(error.message.split("\\n")[0]));
        console.log((await start("auto")).device);`),
      { environment: none },
    );
    const [refused, device] = stdout.trim().split("\n");
    assert.match(refused!, /^compile: ONNX Runtime refused the graph on webgpu: .*adapter/i);
    assert.equal(device, "cpu");
  });
});

describe("describeDevices", () => {
  const body = (before: string) => `
    const { describeDevices } = require("./src/engine/describe-devices");
    ${before}
    const report = await describeDevices();
    console.log(JSON.stringify(report.compiled));
    console.log(tf.getBackend());
    console.log(report.describe());
    process.exit();`;

  it("says of each device whether it is there, and why or why not", async () => {
    const { stdout, stderr } = await runChild(labCode(body("")));
    const [json, , ...lines] = stdout.trim().split("\n");
    assert.ok(json, stderr.slice(0, 1000));
    const compiled = JSON.parse(json) as { device: string; available: boolean; reason: string }[];
    assert.deepEqual(
      compiled.map(({ device }) => device),
      ["cuda", "webgpu", "cpu"],
    );
    assert.ok(compiled[2]!.available);
    assert.ok(compiled.every(({ reason }) => reason.length > 10));
    assert.equal(lines[0], "Eager (startLab):");
    assert.ok(lines.includes("Compiled (compile):"));
    assert.match(lines.at(-1)!, /^ {2}cpu +\S.* \(.+\)$/);
  });

  it("tries a software GPU, calls it that, and lets the chosen back end be", async (t) => {
    const reason = reasonToSkipWebGpu();
    if (reason !== undefined) return t.skip(reason);
    const { stdout } = await runChild(
      labCode(body(`await startLab({ backend: "cpu", quiet: true });`)),
      { environment: softwareGpu()! },
    );
    assert.match(stdout, /\ncpu\nEager \(startLab\):\n {2}cpu /);
    assert.match(stdout, /\n {2}webgpu +swiftshader.* \(software, no GPU: right but slow\)\n/i);
    assert.match(stdout, /\n {2}cpu +.*\(the fastest that this machine has\)\n$/);
  });
});
