import "@tensorflow/tfjs-backend-cpu";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { MimeBundle, NotebookHost } from "../../src/core/notebook-host";
import { liveLossCurve } from "../../src/figures/live-loss-curve";
import { show } from "../../src/figures/show";

const KEY = Symbol.for("embedding-lab.notebook-host");
const holder = process as unknown as Record<symbol, NotebookHost | undefined>;

/** A notebook that remembers what it was asked to show. */
class FakeNotebook implements NotebookHost {
  readonly outputs: { id: string | undefined; bundle: MimeBundle }[] = [];
  updates = 0;
  display(bundle: MimeBundle, { id }: { id?: string } = {}): void {
    this.outputs.push({ id, bundle });
  }
  update(id: string, bundle: MimeBundle): void {
    const output = this.outputs.find((one) => one.id === id);
    assert.ok(output, `no output has the id ${id}`);
    output.bundle = bundle;
    this.updates++;
  }
  onInterrupt(): () => void {
    return () => {};
  }
  get texts(): string[] {
    return this.outputs.map(({ bundle }) => String(bundle["text/plain"]));
  }
}

let notebook: FakeNotebook;
beforeEach(async () => {
  notebook = new FakeNotebook();
  holder[KEY] = notebook;
  await tf.setBackend("cpu");
});
afterEach(() => {
  delete holder[KEY];
  mock.restoreAll();
});

describe("show", () => {
  it("displays once, and returns nothing that the cell would print", () => {
    assert.equal(show("words"), undefined);
    assert.deepEqual(notebook.texts, ["words"]);
  });

  it("prints the text form outside a notebook", () => {
    delete holder[KEY];
    const write = mock.method(process.stdout, "write", () => true);
    show([{ a: 1 }]);
    const printed = write.mock.calls.map(({ arguments: [text] }) => String(text)).join("");
    mock.restoreAll();
    assert.equal(printed, "a\n1\n");
  });

  it("shows a tensor's shape, kind, device and numbers", () => {
    const tensor = tf.tensor2d([
      [1, 2],
      [3, 0.5],
    ]);
    show(tensor);
    assert.equal(
      notebook.texts[0],
      "tensor [2, 2] float32 on cpu\n     0    1\n[0]  1    2\n[1]  3  0.5",
    );
    tensor.dispose();
  });

  it("shows the corner of a large tensor, at the first place of its outer axes", () => {
    const tensor = tf.reshape(tf.range(0, 2 * 3 * 20 * 30), [2, 3, 20, 30]);
    show(tensor);
    const lines = notebook.texts[0]!.split("\n");
    assert.equal(lines[0], "tensor [2, 3, 20, 30] float32 on cpu");
    assert.match(lines[1]!, / 9  …$/);
    assert.match(lines[3]!, /^\[0, 0, 1\] +30 +31 /);
    assert.equal(lines.at(-1), "8 of 20 rows");
    tensor.dispose();
  });

  it("shows scalars, booleans, words and empty tensors", () => {
    show(tf.scalar(0.5));
    show(tf.tensor1d([true, false]));
    show(tf.tensor1d(["cat", "dog"]));
    show(tf.tensor2d([], [0, 3]));
    assert.match(notebook.texts[0]!, /^scalar float32 on cpu\n +0\n +0\.5$/);
    assert.match(notebook.texts[1]!, /true +false$/);
    assert.match(notebook.texts[2]!, /cat +dog$/);
    assert.match(notebook.texts[3]!, /^tensor \[0, 3\] float32/);
  });

  it("says that a tensor was disposed", () => {
    const tensor = tf.scalar(1);
    tensor.dispose();
    show(tensor);
    assert.match(notebook.texts[0]!, /disposed/);
  });

  it("leaves no tensor behind", () => {
    const tensor = tf.zeros([30, 30]);
    const before = tf.memory().numTensors;
    show(tensor);
    assert.equal(tf.memory().numTensors, before);
    tensor.dispose();
  });

  it("lets the numbers follow where a device reads back only later", async () => {
    const tensor = tf.tensor1d([7, 8]);
    const before = tf.memory().numTensors;
    mock.method(tf.Tensor.prototype, "dataSync", () => {
      throw new Error("readSync is not supported");
    });
    show(tensor);
    assert.deepEqual(notebook.texts, ["tensor [2] float32 on cpu"]);
    tensor.dispose();
    await new Promise((next) => setTimeout(next, 20));
    assert.equal(notebook.texts.length, 1);
    assert.match(notebook.texts[0]!, /^tensor \[2\] float32 on cpu\n +0 +1\n +7 +8$/);
    assert.equal(tf.memory().numTensors, before - 1);
  });
});

describe("liveLossCurve", () => {
  it("redraws one output, not more often than the interval, and always the last", () => {
    const curve = liveLossCurve({ interval: 60_000 });
    for (let step = 0; step < 1000; step++) curve.update(step, { loss: 1 / (step + 1) });
    assert.deepEqual([notebook.outputs.length, notebook.updates], [1, 0]);
    curve.finish();
    assert.deepEqual([notebook.outputs.length, notebook.updates], [1, 1]);
    const html = String(notebook.outputs[0]!.bundle["text/html"]);
    assert.match(html, /loss goes from 1 to 0\.001 at step 999/);
    assert.ok(!/<figure [^>]*data-lab-live>/.test(html), "the saved figure does not redraw itself");
  });

  it("redraws with every update when the interval is 0", () => {
    const curve = liveLossCurve({ interval: 0 });
    for (let step = 0; step < 5; step++) curve.update(step, { loss: step });
    assert.equal(notebook.updates, 4);
  });

  it("keeps curves that start late at their own steps", () => {
    const curve = liveLossCurve();
    curve.update(0, { training: 2 });
    curve.update(10, { training: 1, validation: 1.5 });
    assert.deepEqual(
      curve.figure().data.map(({ name, x }) => [name, x]),
      [
        ["training", [0, 10]],
        ["validation", [10]],
      ],
    );
  });

  it("shows nothing when there was nothing, and refuses a negative interval", () => {
    liveLossCurve().finish();
    assert.equal(notebook.outputs.length, 0);
    assert.throws(() => liveLossCurve({ interval: -1 }), /at least 0 ms, got -1/);
  });
});
