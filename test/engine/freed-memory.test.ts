import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { compile, type Compiled } from "../../src/engine/compile";
import { keepFreedMemory, LARGE_STATE_BYTES } from "../../src/engine/freed-memory";
import { startLab } from "../../src/engine/lab";

const PAGE = 4096;
const BLOCK_BYTES = 64 * 2 ** 20;
const probe = keepFreedMemory();
probe.release();
const skip = probe.isKept ? false : "glibc's switches can't be reached here";

/** Two blocks that glibc would take from the system one by one. */
async function counter(): Promise<Compiled> {
  const half = tf.zeros([LARGE_STATE_BYTES / 8]);
  const step = await compile(
    ({ by }, { a, b }) => ({ outputs: {}, state: { a: tf.add(a!, by), b: tf.add(b!, by) } }),
    { inputs: { by: { dtype: "float32", shape: [] } }, state: { a: half, b: half } },
  );
  half.dispose();
  return step;
}

/** Pages that the system had to fill for three runs, as a share of what they write. */
async function newPages(step: Compiled): Promise<number> {
  for (let i = 0; i < 4; i++) await step.run({ by: 1 }); // until there is room for two states
  const before = process.resourceUsage().minorPageFault;
  for (let i = 0; i < 3; i++) await step.run({ by: 1 });
  const faults = process.resourceUsage().minorPageFault - before;
  return (faults * PAGE) / (3 * LARGE_STATE_BYTES);
}

describe("freed memory", { skip }, () => {
  it("is kept until the last of several has let go, and let go once each", async () => {
    const [one, two] = [keepFreedMemory(), keepFreedMemory()];
    one.release();
    one.release();
    assert.ok((await newPagesOfBlocks()) < 0.2);
    const before = process.memoryUsage().rss;
    two.release();
    assert.ok(before - process.memoryUsage().rss > BLOCK_BYTES / 2);
    assert.ok((await newPagesOfBlocks()) > 0.8);
  });

  it("is the next run's, as long as one large state is there", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const [first, second] = [await counter(), await counter()];
    assert.ok((await newPages(first)) < 0.2);
    await first.dispose();
    await first.dispose();
    assert.ok((await newPages(second)) < 0.2);
    const { a } = await second.readState();
    assert.equal(a!.data.at(-1), 7);
    await second.dispose();
  });

  it("goes back to the system with the last one", async () => {
    const step = await counter();
    await newPages(step);
    const before = process.memoryUsage().rss;
    await step.dispose();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const back = before - process.memoryUsage().rss;
    assert.ok(back > LARGE_STATE_BYTES / 2, `${back} bytes went back`);
  });
});

/** Likewise of ten blocks, one after the other. */
async function newPagesOfBlocks(): Promise<number> {
  const fill = async () => {
    const block = new Uint8Array(BLOCK_BYTES).fill(1);
    const { port1 } = new MessageChannel();
    port1.close();
    port1.postMessage(null, [block.buffer]); // frees it
    await new Promise(setImmediate);
  };
  for (let i = 0; i < 3; i++) await fill();
  const before = process.resourceUsage().minorPageFault;
  for (let i = 0; i < 10; i++) await fill();
  return ((process.resourceUsage().minorPageFault - before) * PAGE) / (10 * BLOCK_BYTES);
}
