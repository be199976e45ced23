import { describe, it } from "node:test";
import assert from "node:assert/strict";
import type { MimeBundle, NotebookHost } from "../../src/core/notebook-host";
import {
  logOutput,
  notebookOutput,
  startProgress,
  terminalOutput,
  type ProgressOutput,
  type ProgressState,
} from "../../src/core/progress";
import { runChild } from "../support/child";

/** Draws everything, so that a test sees each state. */
function recorder(interval = 0): { output: ProgressOutput; states: ProgressState[] } {
  const states: ProgressState[] = [];
  return { states, output: { interval, draw: (state) => void states.push(state) } };
}

function fakeHost() {
  const displayed: { id?: string; bundle: MimeBundle }[] = [];
  const updated: { id: string; bundle: MimeBundle }[] = [];
  const host: NotebookHost = {
    display: (bundle, options = {}) => void displayed.push({ id: options.id, bundle }),
    update: (id, bundle) => void updated.push({ id, bundle }),
    onInterrupt: () => () => undefined,
  };
  return { host, displayed, updated };
}

function busyWait(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe("startProgress", () => {
  it("says how far, with the details last given", () => {
    const { output, states } = recorder();
    const progress = startProgress({ label: "Training", total: 1200, unit: "step", output });
    progress.update(300, { loss: 0.30123, epoch: 2 });
    assert.equal(states[0]!.text, "0 of 1,200 steps");
    assert.equal(states[1]!.text, "300 of 1,200 steps · loss 0.301 · epoch 2");
    assert.equal(states[1]!.fraction, 0.25);
    progress.update(301);
    assert.match(states[2]!.text, /loss 0\.301/);
  });

  it("goes by what was done since it began, not by what was there before", () => {
    const { output, states } = recorder();
    const progress = startProgress({ total: 1020, from: 1000, output });
    assert.equal(states[0]!.text, "1,000 of 1,020");
    busyWait(250);
    progress.update(1010);
    const rate = Number(/· (\d+(?:\.\d+)?)\/s/.exec(states[1]!.text)?.[1]);
    assert.ok(rate > 5 && rate <= 40, `10 in at least 0.25 s, got ${rate}/s`);
    assert.throws(
      () => startProgress({ total: 5, from: 6, output }),
      /startProgress: from must be/,
    );
  });

  it("works out rate and time left from the time that has passed", () => {
    const { output, states } = recorder();
    const progress = startProgress({ total: 400, output });
    busyWait(250);
    progress.update(100);
    // a quarter in 0.25 s: 400 a second, 0.75 s more; a busy machine may take a little longer
    const [, rate, left] = /· (\d+(?:\.\d+)?)\/s · (\d\.\d) s left/.exec(states[1]!.text) ?? [];
    assert.ok(Number(rate) > 200 && Number(rate) <= 400, states[1]!.text);
    assert.ok(Number(left) >= 0.7 && Number(left) < 1.6, states[1]!.text);
  });

  it("counts without a total too, and then claims no share", () => {
    const { output, states } = recorder();
    const progress = startProgress({ unit: "document", output });
    progress.update(5);
    progress.finish();
    assert.equal(states[1]!.text, "5 documents");
    assert.equal(states[1]!.fraction, undefined);
    assert.match(states[2]!.text, /^5 documents · in 0\.\d s$/);
  });

  it("draws no more often than the output wants, but always the end", () => {
    const { output, states } = recorder(100);
    const progress = startProgress({ total: 100_000, output });
    for (let i = 1; i <= 100_000; i++) progress.update(i);
    progress.finish();
    assert.ok(states.length < 20, `${states.length} drawings`);
    assert.equal(states.at(-1)!.fraction, 1);
    assert.equal(states.at(-1)!.status, "finished");
  });

  it("ends once: what comes later changes nothing", () => {
    const { output, states } = recorder();
    const progress = startProgress({ total: 2, output });
    progress.finish({ loss: 1 });
    const drawn = states.length;
    progress.finish();
    progress.fail("too late");
    progress.update(1);
    assert.equal(states.length, drawn);
    assert.match(states.at(-1)!.text, /in .* s · loss 1$/);
  });

  it("says that work was cut off, where, and why", () => {
    const { output, states } = recorder();
    const progress = startProgress({ total: 10, output });
    progress.update(4);
    progress.fail("stopped by you");
    assert.equal(states.at(-1)!.status, "failed");
    assert.equal(states.at(-1)!.fraction, 0.4);
    assert.match(states.at(-1)!.text, /4 of 10 · in .* · stopped by you/);
  });

  it("is complete when there is nothing to do", () => {
    const { output, states } = recorder();
    startProgress({ total: 0, output }).finish();
    assert.equal(states.at(-1)!.fraction, 1);
  });

  it("refuses totals and counts that make no sense", () => {
    const { output } = recorder();
    assert.throws(() => startProgress({ total: -1, output }), /startProgress: total must be/);
    assert.throws(() => startProgress({ total: 1.5, output }), /startProgress: total must be/);
    const progress = startProgress({ total: 10, output });
    progress.update(5);
    for (const done of [4, 11, NaN, "6" as never]) {
      assert.throws(
        () => progress.update(done),
        /RangeError: progress\.update: done must be at least 5 and at most 10, got/,
      );
    }
  });
});

describe("notebookOutput", () => {
  it("displays once and then updates the same output", () => {
    const { host, displayed, updated } = fakeHost();
    const progress = startProgress({ total: 2, output: { ...notebookOutput(host), interval: 0 } });
    progress.update(1);
    progress.update(2);
    progress.finish();
    assert.equal(displayed.length, 1);
    assert.equal(updated.length, 3);
    assert.ok(displayed[0]!.id);
    assert.ok(updated.every(({ id }) => id === displayed[0]!.id));
  });

  it("gives two bars two outputs", () => {
    const { host, displayed } = fakeHost();
    startProgress({ output: notebookOutput(host) });
    startProgress({ output: notebookOutput(host) });
    assert.notEqual(displayed[0]!.id, displayed[1]!.id);
  });

  it("shows a bar with its value, and the same in plain text", () => {
    const { host, updated } = fakeHost();
    const progress = startProgress({
      label: "Training",
      total: 4,
      output: { ...notebookOutput(host), interval: 0 },
    });
    progress.update(1);
    const bundle = updated[0]!.bundle;
    assert.match(String(bundle["text/html"]), /<progress max="1" value="0\.25"/);
    assert.match(String(bundle["text/plain"]), /^Training: 25 % · 1 of 4/);
  });

  it("keeps labels and details from data as text", () => {
    const { host, updated } = fakeHost();
    const progress = startProgress({
      label: `"><img src=x onerror=alert(1)>`,
      output: { ...notebookOutput(host), interval: 0 },
    });
    progress.update(1, { title: "</div><script>alert(1)</script>" });
    const html = String(updated[0]!.bundle["text/html"]);
    assert.doesNotMatch(html, /<img|<script|""/);
    assert.match(html, /&lt;script&gt;/);
  });
});

describe("terminalOutput", () => {
  it("writes one line over and over, no wider than the terminal, and ends it", () => {
    const written: string[] = [];
    const sink = { columns: 30, write: (text: string) => void written.push(text) };
    const output = { ...terminalOutput(sink), interval: 0 };
    const progress = startProgress({ label: "A label of some length", total: 9, output });
    progress.update(9);
    progress.finish();
    for (const text of written) assert.match(text, /^\r\x1b\[K[^\r\n]{1,29}\n?$/);
    assert.deepEqual(
      written.map((text) => text.endsWith("\n")),
      [false, false, true],
    );
  });
});

describe("logOutput", () => {
  it("leaves one line of quick work: its result", () => {
    const written: string[] = [];
    const output = logOutput({ write: (text: string) => void written.push(text) });
    const progress = startProgress({ label: "Reading", total: 3, output });
    for (let i = 1; i <= 3; i++) progress.update(i);
    progress.finish();
    assert.equal(written.length, 1);
    assert.match(written[0]!, /^Reading: 100 % · 3 of 3 · in \d\.\d s\n$/);
  });

  it("is what a process without a terminal uses, on stderr: results stay clean", async () => {
    const { stdout, stderr } = await runChild([
      "-e",
      `const p = require("./src/core/progress").startProgress({ label: "Reading", total: 1 });
       p.update(1); p.finish(); console.log("result");`,
    ]);
    assert.equal(stdout, "result\n");
    assert.match(stderr, /^Reading: 100 % .*\n$/);
  });
});
