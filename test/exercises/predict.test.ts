import { afterEach, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { isRightAnswer, predict, reveal } from "../../src/exercises/predict";
import { readProgress } from "../../src/exercises/progress-file";
import type { NumberQuestion } from "../../src/exercises/question";
import { startStandIn } from "./notebook-stand-in";
import type { StandIn } from "./notebook-stand-in";

let notebook: StandIn;
beforeEach(() => (notebook = startStandIn()));
afterEach(() => notebook.restore());

describe("predict", () => {
  it("shows question and choices, and how to answer, when nobody has answered", () => {
    predict("01.word-order", undefined);
    assert.match(notebook.text(), /dog bites man/);
    assert.match(notebook.text(), /"one": 1: they are the same vector/);
    assert.match(notebook.text(), /\(none yet\), change `undefined` to "zero" or "between" or /);
    assert.match(notebook.html(), /&quot;dog bites man&quot;/);
    assert.equal(fs.existsSync(notebook.progressFile), false);
  });

  it("stores the answer, which may change until the result is known", () => {
    predict("01.word-order", "zero");
    predict("01.word-order", "one");
    assert.equal(stored("01.word-order").answer, "one");
    reveal("01.word-order", "one");
    predict("01.word-order", "between");
    assert.deepEqual(
      [stored("01.word-order").answer, stored("01.word-order").isRight],
      ["one", true],
    );
  });

  it("keeps a wrong prediction in the record, whatever is answered afterwards", () => {
    predict("01.word-order", "zero");
    reveal("01.word-order", "one");
    predict("01.word-order", "one");
    reveal("01.word-order", "one");
    assert.match(notebook.text(), /, right\n/); // shown as right, of course
    assert.deepEqual(
      [stored("01.word-order").answer, stored("01.word-order").isRight],
      ["zero", false],
    );
  });

  it("refuses an answer of the wrong kind, an unknown key, an unknown question", () => {
    const untyped = predict as unknown as (id: string, answer: unknown) => void;
    assert.throws(() => untyped("01.zeros", "90"), {
      name: "TypeError",
      message: 'predict: your answer to "01.zeros" must be a number, got "90"',
    });
    assert.throws(() => untyped("01.zeros", NaN), TypeError);
    assert.throws(() => untyped("01.lowest-idf", 3), /must be a text in quotes, got 3/);
    assert.throws(() => untyped("01.word-order", "maybe"), {
      name: "RangeError",
      message: /must be one of "zero" or "between" or "one", got "maybe"/,
    });
    assert.throws(() => untyped("01.word-order", "constructor"), RangeError);
    assert.throws(
      () => untyped("01.zeroes", 1),
      /no question "01.zeroes"; did you mean "01.zeros"/,
    );
  });
});

describe("reveal", () => {
  it("only shows the result when nobody predicted, also after an answer was taken back", () => {
    predict("01.zeros", 50);
    predict("01.zeros", undefined);
    reveal("01.zeros", 97.25);
    assert.match(notebook.text(), /^computed: 97\.3 % \(you made no prediction\)\nThat is why/);
    assert.equal(stored("01.zeros").isRight, undefined);
  });

  it("rounds the result to three digits, but no whole number and no answer", () => {
    const results: [number, RegExp][] = [
      [40.3782, /^computed: 40\.4 %/],
      [0.031249, /^computed: 0\.0312 %/],
      [1481, /^computed: 1481 %/],
      [1481.3, /^computed: 1481 %/],
    ];
    for (const [result, shown] of results) {
      reveal("01.zeros", result);
      assert.match(notebook.text(), shown);
    }
    predict("01.zeros", 97.256);
    reveal("01.zeros", 97.25);
    assert.match(notebook.text(), /your prediction: 97\.256 %, right/);
  });

  it("explains each wrong choice with its own words", () => {
    const explanations = (["zero", "between"] as const).map((choice) => {
      predict("01.word-order", choice);
      reveal("01.word-order", "one");
      assert.match(notebook.text(), /not this time/);
      return /Not ".*": (.*)/.exec(notebook.text())![1];
    });
    assert.match(explanations[0]!, /counts know nothing of meaning/);
    assert.match(explanations[1]!, /some counts would have to differ/);
  });

  it("compares with the computed result, whichever that is", () => {
    predict("01.word-order", "between");
    reveal("01.word-order", "between");
    assert.match(notebook.text(), /^computed: between.*\nyour prediction: between.*, right\n/);
    assert.doesNotMatch(notebook.text(), /Not "/);
  });

  it("tells too low from too high", () => {
    predict("01.zeros", 50);
    reveal("01.zeros", 97);
    assert.match(notebook.text(), /lacks all the others/);
    predict("01.zeros", 100.5);
    reveal("01.zeros", 97);
    assert.match(notebook.text(), /has at least its own words/);
  });

  it("escapes an answer", () => {
    predict("01.lowest-idf", "<img src=x onerror=alert(1)>");
    reveal("01.lowest-idf", "the");
    assert.match(notebook.html(), /&lt;img/);
    assert.ok(notebook.displayed.every((shown) => !String(shown["text/html"]).includes("<img")));
  });
});

describe("isRightAnswer", () => {
  const number = (tolerance: NumberQuestion["tolerance"]) =>
    ({ kind: "number", tolerance }) as unknown as NumberQuestion;

  it("allows the stated difference, and no more", () => {
    assert.equal(isRightAnswer(number({ within: 3 }), 94, 97), true);
    assert.equal(isRightAnswer(number({ within: 3 }), 93.9, 97), false);
    assert.equal(isRightAnswer(number({ within: 3 }), 100.1, 97), false);
  });

  it("allows the stated factor, both ways, and never the wrong sign", () => {
    const answers = [33, 34, 100, 299, 301, -100];
    const right = answers.map((answer) => isRightAnswer(number({ factor: 3 }), answer, 100));
    assert.deepEqual(right, [false, true, true, true, false, false]);
  });

  it("looks past capitals and outer spaces of a text", () => {
    const text = { kind: "text" } as unknown as NumberQuestion;
    assert.equal(isRightAnswer(text, " The ", "the"), true);
    assert.equal(isRightAnswer(text, "then", "the"), false);
  });
});

function stored(id: string) {
  return readProgress(notebook.progressFile).progress.predictions[id]!;
}
