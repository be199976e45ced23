import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { KernelClient } from "../support/kernel-client";

const ROOT = path.resolve(__dirname, "../..");
/** Library files of its own, that a test may change. */
const SCRATCH = `.cache/scratch-${process.pid}`;

describe("the kernel", () => {
  let kernel: KernelClient;
  before(async () => {
    kernel = await KernelClient.start();
  });
  after(async () => {
    fs.rmSync(path.join(ROOT, SCRATCH), { recursive: true, force: true });
    assert.equal(await kernel.stop(), 0);
  });

  it("runs cells from the repository's root, whatever folder it was started in", async () => {
    const code = 'import { createRng } from "./src/core/rng";\ncreateRng(1).integer(1000) >= 0';
    const { reply, outputs } = await kernel.execute(code);
    assert.equal(reply.status, "ok");
    assert.deepEqual(
      outputs.map(({ type, content }) => [type, content.data]),
      [["execute_result", { "text/plain": "true" }]],
    );
  });

  it("keeps variables from cell to cell and awaits at the top", async () => {
    await kernel.execute("const kept = await Promise.resolve(20);");
    assert.equal((await kernel.execute("console.log(kept + 1);")).text, "21\n");
  });

  it("tells a type error with its place in the cell", async () => {
    const { error, reply } = await kernel.execute("\nconst word: string = 3;");
    assert.equal(reply.status, "error");
    assert.equal(error?.ename, "TypeScript");
    assert.equal(error?.evalue, "2:7 - Type 'number' is not assignable to type 'string'.");
  });

  it("tells a type error in a library file with its name, however long the message", async () => {
    writeScratch(
      "wrong.ts",
      "const words = new Set(['a']);\nexport const ids = Int32Array.from(words);",
    );
    const { error } = await kernel.execute(`import { ids } from "./${SCRATCH}/wrong";`);
    assert.match(error!.evalue, new RegExp(`^${SCRATCH}/wrong.ts 2:36 - No overload matches`));
    assert.equal(plain(error!.traceback).match(/this cell/), null);
  });

  it("tells a thrown error with name, message, and the line of TypeScript", async () => {
    const code = [
      "interface Unused { a: number }",
      "",
      "function half(n: number): number {",
      '  if (n % 2) throw new RangeError("half: odd, got " + n);',
      "  return n / 2;",
      "}",
      "half(3);",
    ];
    const { error } = await kernel.execute(code.join("\n"));
    assert.equal(error?.ename, "RangeError");
    assert.equal(error?.evalue, "half: odd, got 3");
    const traceback = plain(error!.traceback);
    assert.match(traceback, /at cell \d+:4:20 in half\n\s+at cell \d+:7:1\n/);
    assert.match(traceback, /----> {3}4 \| {3}if \(n % 2\) throw/);
  });

  it("tells the line of TypeScript in the library, too", async () => {
    const { error } = await kernel.execute(
      'import { createRng } from "./src/core/rng";\ncreateRng(-1);',
    );
    const lines = fs.readFileSync(path.join(ROOT, "src/core/rng.ts"), "utf8").split("\n");
    const line = lines.findIndex((text) => text.includes('assertInteger("createRng"')) + 1;
    assert.ok(line > 0);
    assert.match(
      plain(error!.traceback),
      new RegExp(`at src/core/rng.ts:${line}:\\d+ in createRng`),
    );
  });

  it("reports a rejection that nobody caught as the error of its cell", async () => {
    const code = 'void Promise.reject(new Error("lost"));\nconst done = 1;';
    assert.equal((await kernel.execute(code)).error?.evalue, "lost");
  });

  it("answers cells waiting behind an error with aborted, and runs those that come later", async () => {
    const failing = await kernel.executeLater('throw new Error("first");');
    const waiting = await kernel.executeLater('console.log("must not run");');
    assert.equal((await kernel.finished(failing)).error?.evalue, "first");
    const aborted = await kernel.finished(waiting);
    assert.equal(aborted.reply.status, "aborted");
    assert.equal(aborted.text, "");
    assert.equal((await kernel.execute('console.log("runs");')).text, "runs\n");
  });

  it("loses none of 3,000 lines printed at once, nor of 1,500 displays", async () => {
    const printed = await kernel.execute("for (let i = 0; i < 3000; i++) console.log(i);");
    const { text, outputs } = printed;
    assert.ok(outputs.length < 100, `gathered into ${outputs.length} messages`);
    assert.deepEqual(text.trim().split("\n").map(Number), [...Array(3000).keys()]);
    const displays = await kernel.execute(
      'const host = (process as any)[Symbol.for("embedding-lab.notebook-host")];\n' +
        'for (let i = 0; i < 1500; i++) host.display({ "text/plain": String(i) });',
    );
    assert.equal(displays.outputs.length, 1500);
  });

  it("keeps what is printed and what is shown in their order", async () => {
    const { outputs } = await kernel.execute(
      'console.log("a"); host.display({ "text/plain": "b" }); console.error("c"); console.log("d");',
    );
    const order = outputs.map(({ content }) => content.text ?? (content.data as object));
    assert.deepEqual(order, ["a\n", { "text/plain": "b" }, "c\n", "d\n"]);
  });

  it("replaces a display in place", async () => {
    const { outputs } = await kernel.execute(
      'host.display({ "text/plain": "0%" }, { id: "bar" }); host.update("bar", { "text/plain": "9%" });',
    );
    assert.deepEqual(
      outputs.map(({ type, content }) => [type, content.transient]),
      [
        ["display_data", { display_id: "bar" }],
        ["update_display_data", { display_id: "bar" }],
      ],
    );
  });

  it("stops a loop that never awaits", { timeout: 20000 }, async () => {
    const id = await kernel.executeLater('console.log("on"); for (;;);');
    // The loop keeps the line from being sent; give the cell time to be compiled and to start.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    kernel.interrupt();
    assert.equal((await kernel.finished(id)).error?.ename, "Interrupted");
  });

  it("stops a loop that awaits, and nothing of it goes on behind", { timeout: 20000 }, async () => {
    await kernel.execute("const loop = { ticks: 0 };");
    const code = [
      "async function train() {",
      "  for (;;) { loop.ticks++; await new Promise((done) => setTimeout(done, 5)); }",
      "}",
      'console.log("started");',
      "await train();",
    ];
    const id = await kernel.executeLater(code.join("\n"));
    await kernel.wait((m) => m.parentId === id && m.content.text === "started\n");
    await new Promise((resolve) => setTimeout(resolve, 100));
    kernel.interrupt();
    assert.equal((await kernel.finished(id)).error?.ename, "Interrupted");
    await kernel.execute("const ticksAtStop = loop.ticks;");
    const { text } = await kernel.execute(
      "await new Promise((done) => setTimeout(done, 200));\n" +
        "console.log(ticksAtStop > 3, loop.ticks - ticksAtStop);",
    );
    assert.equal(text, "true 0\n");
  });

  it("tells those who listen of an interrupt", { timeout: 20000 }, async () => {
    await kernel.execute("const seen = { interrupts: 0, ticks: 0 };");
    const id = await kernel.executeLater(
      "host.onInterrupt(() => seen.interrupts++);\n" +
        'setInterval(() => seen.ticks++, 5);\nconsole.log("ready");\nawait new Promise(() => {});',
    );
    await kernel.wait((m) => m.parentId === id && m.content.text === "ready\n");
    await new Promise((resolve) => setTimeout(resolve, 100));
    kernel.interrupt();
    await kernel.finished(id);
    await kernel.execute("const ticksThen = seen.ticks;");
    const { text } = await kernel.execute(
      'import { setTimeout as sleep } from "node:timers/promises";\nawait sleep(100);\n' +
        "console.log(seen.interrupts, ticksThen > 3, seen.ticks - ticksThen);",
    );
    assert.equal(text, "1 true 0\n");
  });

  it("picks up an edited library file together with the files that import it", async () => {
    writeScratch("factor.ts", "export const factor = 2;");
    writeScratch(
      "times.ts",
      'import { factor } from "./factor";\nexport const times = (n: number) => n * factor;',
    );
    const cell = `import { times } from "./${SCRATCH}/times";\nconsole.log(times(5));`;
    assert.equal((await kernel.execute(cell)).text, "10\n");
    writeScratch("factor.ts", "export const factor = 20;");
    assert.equal((await kernel.execute(cell)).text, "100\n");
  });

  it("completes names and explains them", async () => {
    await kernel.execute("const temperature = 0.7;");
    const completed = await kernel.ask("complete_request", { code: "tempera", cursor_pos: 7 });
    assert.ok((completed.matches as string[]).includes("temperature"));
    const inspected = await kernel.ask("inspect_request", { code: "temperature", cursor_pos: 3 });
    assert.match((inspected.data as Record<string, string>)["text/plain"]!, /temperature/);
  });

  it("knows a finished cell from an unfinished one", async () => {
    const ask = (code: string) => kernel.ask("is_complete_request", { code });
    assert.equal((await ask("const a = 1;")).status, "complete");
    assert.equal((await ask("function f() {")).status, "incomplete");
  });
});

function writeScratch(file: string, text: string): void {
  fs.mkdirSync(path.join(ROOT, SCRATCH), { recursive: true });
  fs.writeFileSync(path.join(ROOT, SCRATCH, file), text);
}

function plain(traceback: string[]): string {
  // eslint's no-control-regex would refuse the escape character in a literal.
  return traceback.join("\n").replaceAll(new RegExp(String.fromCharCode(27) + "\\[\\d+m", "g"), "");
}
