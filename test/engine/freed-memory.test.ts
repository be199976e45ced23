import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { compile, type Compiled } from "../../src/engine/compile";
import { keepFreedMemory, LARGE_BYTES } from "../../src/engine/freed-memory";
import { startLab } from "../../src/engine/lab";
import { load } from "../../src/engine/load";

const PAGE = 4096;
const BLOCK_BYTES = 64 * 2 ** 20;
const probe = keepFreedMemory();
probe.release();
const skip = probe.isHeld ? false : "glibc's switches can't be reached here";

/** Two blocks that glibc would take from the system one by one. */
async function counter(): Promise<Compiled> {
  const half = tf.zeros([LARGE_BYTES / 8]);
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
  return (faults * PAGE) / (3 * LARGE_BYTES);
}

describe("freed memory", { skip }, () => {
  it("is kept until the last of several has let go, and let go once each", () => {
    const [one, two] = [keepFreedMemory(), keepFreedMemory()];
    one.release();
    one.release();
    assert.ok(newPagesOfBlocks() < 0.2);
    const before = process.memoryUsage().rss;
    two.release();
    assert.ok(before - process.memoryUsage().rss > BLOCK_BYTES / 2);
    assert.ok(newPagesOfBlocks() > 0.9);
  });

  it("is the next run's, as long as one large state is there", async () => {
    await startLab({ backend: "cpu", quiet: true });
    const [first, second] = [await counter(), await counter()];
    assert.ok((await newPages(first)) < 0.5);
    await first.dispose();
    await first.dispose();
    assert.ok((await newPages(second)) < 0.5);
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
    assert.ok(back > LARGE_BYTES / 2, `${back} bytes went back`);
  });

  it("of weights that were packed goes back while a graph is opened", async () => {
    const names = Array.from({ length: 64 }, (_, i) => `w${i}`);
    const made = names.map(
      (name, i) => [name, tf.randomNormal([1024, 1024], 0, 1, "float32", i)] as const,
    );
    const weights: Record<string, tf.Tensor> = Object.fromEntries(made);
    const before = process.memoryUsage().rss;
    const product = await compile(
      ({ x }) => ({
        outputs: { y: names.reduce((y, name) => tf.matMul(y, weights[name]!), x as tf.Tensor) },
      }),
      { inputs: { x: { dtype: "float32", shape: ["B", 1024] } }, constants: weights },
    );
    const grown = (process.memoryUsage().rss - before) / (64 * 4 * 2 ** 20);
    assert.ok(grown < 1.3, `${grown} times the weights`);
    tf.dispose(weights);
    await product.dispose();
  });
});

/** Likewise of ten blocks, one after the other, as C takes and frees them. */
function newPagesOfBlocks(): number {
  const c = load<Koffi>("koffi").load(null);
  const take = c.func("void *malloc(size_t size)");
  const fill = c.func("void *memset(void *block, int value, size_t size)");
  const free = c.func("void free(void *block)");
  const before = process.resourceUsage().minorPageFault;
  for (let i = 0; i < 10; i++) {
    const block = take(BLOCK_BYTES);
    fill(block, 1, BLOCK_BYTES);
    free(block);
  }
  return ((process.resourceUsage().minorPageFault - before) * PAGE) / (10 * BLOCK_BYTES);
}

interface Koffi {
  load(path: null): { func(prototype: string): (...values: unknown[]) => unknown };
}
