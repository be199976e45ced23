import { afterEach, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { check, CheckFailed, examples, yourTurn } from "../../src/exercises/check";
import { readProgress } from "../../src/exercises/progress-file";
import { startStandIn } from "./notebook-stand-in";
import type { StandIn } from "./notebook-stand-in";

const right = (word: string, words: string[]) =>
  words.length === 0 ? 0 : words.filter((other) => other === word).length / words.length;
const byDistinct = (word: string, words: string[]) =>
  words.filter((other) => other === word).length / new Set(words).size;

let notebook: StandIn;
beforeEach(() => (notebook = startStandIn()));
afterEach(() => notebook.restore());

describe("check", () => {
  it("shows that a right solution passed, and stores its points", async () => {
    await check("01.term-frequency", right);
    assert.match(notebook.text(), /✓ 01\.term-frequency: all 13 cases right, 10 of 10 points/);
    assert.match(notebook.html(), /^<div style="[^"]*"><strong>✓ 01\.term-frequency/);
    const { state, points, attempts } = stored("01.term-frequency");
    assert.deepEqual([state, points, attempts], ["solved", 10, 1]);
  });

  it("throws with share, hint, smallest failing input, expected and got", async () => {
    const error = await failed(() => check("01.term-frequency", byDistinct));
    assert.deepEqual(error.message.split("\n"), [
      "01.term-frequency: 3 of 13 cases right, 2.3 of 10 points.",
      "Hint: you divided by the number of *different* words; the length of a document counts " +
        "every word, repeats too.",
      '  input     termFrequency("a", ["a", "a", "b"])',
      "  expected  0.666667",
      "  got       1",
    ]);
    assert.equal(error.name, "CheckFailed");
    assert.equal(notebook.displayed.length, 0);
    assert.deepEqual(
      [stored("01.term-frequency").state, stored("01.term-frequency").points],
      ["tried", 2.3],
    );
  });

  it("keeps the best points, and solved stays solved", async () => {
    await check("01.term-frequency", right);
    await failed(() => check("01.term-frequency", byDistinct));
    const { state, points, attempts } = stored("01.term-frequency");
    assert.deepEqual([state, points, attempts], ["solved", 10, 2]);
  });

  it("shows the examples to who runs the untouched stub, and stores nothing", async () => {
    await check("01.term-frequency", () => yourTurn());
    const text = notebook.text();
    assert.match(text, /not solved yet/);
    assert.match(text, /termFrequency\("cat", \[.*\]\) → 0\.2\n/);
    assert.equal(fs.existsSync(notebook.progressFile), false);
  });

  it("points at the line of the learner's function that threw, not at the checker", async () => {
    function learnersOwn(): number {
      throw new TypeError("x is not iterable");
    }
    const error = await failed(() => check("01.term-frequency", () => learnersOwn()));
    const frames = error.stack!.split("\n").filter((line) => line.startsWith("    at "));
    assert.match(frames[0]!, /learnersOwn/);
    assert.ok(frames.every((frame) => !/src.exercises/.test(frame)));
    assert.match(error.message, /stopped with an error, TypeError: x is not iterable/);
  });

  it("waits for an async solution", async () => {
    await check("01.term-frequency", async (word, words) => right(word, words));
    assert.equal(stored("01.term-frequency").state, "solved");
  });

  it("refuses what is no function, and names the exercise nearest to an unknown one", async () => {
    // A learner's slip that only untyped code lets through.
    const untyped = check as unknown as (id: string, solution: unknown) => Promise<void>;
    await assert.rejects(untyped("01.idf", 1.2), {
      name: "TypeError",
      message: /^check: the second argument must be your function itself, idf .* got a number$/,
    });
    await assert.rejects(untyped("01.idff", right), {
      name: "RangeError",
      message: 'check: there is no exercise "01.idff"; did you mean "01.idf"?',
    });
    await assert.rejects(untyped("constructor", right), { name: "RangeError" });
  });

  it("passes all the same when the points can't be stored, and says so", async () => {
    process.env.LAB_PROGRESS = notebook.folder; // a folder, not a file
    await check("01.term-frequency", right);
    assert.match(notebook.text(), /all 13 cases right.*\nYour progress could not be saved: /);
  });

  it("escapes what came from outside, such as a file's name", async () => {
    process.env.LAB_PROGRESS = `${notebook.folder}/<img src=x>`;
    fs.writeFileSync(process.env.LAB_PROGRESS, "damaged");
    await check("01.term-frequency", right);
    assert.match(notebook.html(), /&lt;img src=x&gt;/);
    assert.doesNotMatch(notebook.html(), /<img/);
  });
});

describe("examples", () => {
  it("lists the visible examples with computed answers", () => {
    examples("01.term-frequency");
    assert.match(notebook.text(), /termFrequency\("the", .*\) → 0\.4$/);
    assert.match(notebook.html(), /<li><code>termFrequency\(&quot;cat&quot;/);
  });
});

function stored(id: string) {
  return readProgress(notebook.progressFile).progress.exercises[id]!;
}

async function failed(run: () => Promise<void>): Promise<CheckFailed> {
  try {
    await run();
  } catch (error) {
    assert.ok(error instanceof CheckFailed, String(error));
    return error;
  }
  assert.fail("nothing was thrown");
}
