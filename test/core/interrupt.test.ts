import { afterEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { InterruptedError, withInterrupt, yieldToHost } from "../../src/core/interrupt";
import type { NotebookHost } from "../../src/core/notebook-host";

const HOST = Symbol.for("embedding-lab.notebook-host");

describe("withInterrupt", () => {
  afterEach(() => {
    delete (process as unknown as Record<symbol, unknown>)[HOST];
  });

  function installHost(): { listeners: Set<() => void> } {
    const listeners = new Set<() => void>();
    const host: NotebookHost = {
      display: () => undefined,
      update: () => undefined,
      onInterrupt: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    (process as unknown as Record<symbol, NotebookHost>)[HOST] = host;
    return { listeners };
  }

  it("hands on what the work returns, and stops listening", async () => {
    const before = process.listenerCount("SIGINT");
    assert.equal(await withInterrupt(() => 7), 7);
    assert.equal(process.listenerCount("SIGINT"), before);
  });

  it("stops listening when the work throws, too", async () => {
    const before = process.listenerCount("SIGINT");
    const work = withInterrupt(async () => {
      assert.equal(process.listenerCount("SIGINT"), before + 1);
      throw new Error("broken");
    });
    await assert.rejects(work, /broken/);
    assert.equal(process.listenerCount("SIGINT"), before);
  });

  it("listens to the notebook where there is one, not to the terminal", async () => {
    const { listeners } = installHost();
    const before = process.listenerCount("SIGINT");
    let steps = 0;
    const work = withInterrupt(async (signal) => {
      assert.equal(process.listenerCount("SIGINT"), before);
      for (;;) {
        await yieldToHost(signal, () => `the model as of step ${steps}`);
        steps++;
        if (steps === 5) for (const listener of listeners) listener();
      }
    });
    await assert.rejects(work, {
      name: "InterruptedError",
      message: "stopped; kept: the model as of step 5",
    });
    assert.equal(steps, 5);
    assert.equal(listeners.size, 0);
  });

  it("refuses what isn't a function", async () => {
    await assert.rejects(
      withInterrupt(Promise.resolve() as never),
      /TypeError: withInterrupt: work must be a function, got an object of type Promise/,
    );
  });

  it("stops a loop at Ctrl-C in a terminal, at its next step", async () => {
    const child = spawn(
      process.execPath,
      [
        "--import",
        "tsx",
        "-e",
        `const { withInterrupt, yieldToHost } = require("./src/core/interrupt");
         withInterrupt(async (signal) => {
           console.log("started");
           for (let step = 0; ; step++) await yieldToHost(signal, "step " + (step > 0));
         }).catch((error) => console.log(error.name, error.message));`,
      ],
      { cwd: join(__dirname, "../.."), stdio: ["ignore", "pipe", "inherit"] },
    );
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk;
      if (output === "started\n") child.kill("SIGINT");
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
    const code = await new Promise((resolve) => child.on("close", resolve));
    clearTimeout(timer);
    assert.equal(output, "started\nInterruptedError stopped; kept: step true\n");
    assert.equal(code, 0);
  });
});

describe("yieldToHost", () => {
  it("lets timers and messages have their turn", async () => {
    let turns = 0;
    setImmediate(() => turns++);
    await yieldToHost();
    assert.equal(turns, 1);
  });

  it("goes on while nobody interrupts, and does not work out what would be kept", async () => {
    const signal = new AbortController().signal;
    await yieldToHost(signal, () => assert.fail("called"));
  });

  it("sees an interrupt that comes while it waits", async () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    await assert.rejects(yieldToHost(controller.signal), (error) => {
      assert.ok(error instanceof InterruptedError);
      assert.equal(error.message, "stopped at your request");
      return true;
    });
  });
});
