import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  choiceField,
  numberField,
  parseJsonLines,
  stringField,
  stringListField,
  type JsonObject,
} from "../../src/data/json-lines";
import type { BadRow } from "../../src/data/types";
import { createRng } from "../../src/core/rng";

const readRow = (row: JsonObject) => ({
  name: stringField(row, "name"),
  score: numberField(row, "score", 0, 5),
});
const GOOD: string = '{"name":"a","score":1}';

describe("parseJsonLines", () => {
  it("reads rows past empty lines, Windows line ends and a byte order mark", () => {
    const rows = parseJsonLines(`\ufeff${GOOD}\r\n\n${GOOD}`, readRow, { file: "f" });
    assert.deepEqual(rows, [
      { name: "a", score: 1 },
      { name: "a", score: 1 },
    ]);
  });

  it("names file and line of the first bad row, wherever it stands and whatever is wrong", () => {
    const bad: [string, RegExp][] = [
      ["{", /not JSON/],
      ["[1]", /must be a JSON object, got an array of 1/],
      ["null", /must be a JSON object, got null/],
      ['{"score":1}', /"name" must be a string that is not empty, got undefined/],
      ['{"name":" ","score":1}', /"name" must be a string that is not empty, got " "/],
      ['{"name":"a","score":5.5}', /"score" must be a number from 0 to 5, got 5.5/],
      ['{"name":"a","score":"1"}', /"score" must be a number from 0 to 5, got "1"/],
    ];
    const rng = createRng(1);
    for (let round = 0; round < 50; round++) {
      const lines = Array.from({ length: 1 + rng.integer(30) }, () => (rng.integer(5) ? GOOD : ""));
      const at = rng.integer(lines.length);
      const [text, message] = rng.pick(bad);
      lines[at] = text;
      assert.throws(
        () => parseJsonLines(lines.join("\n"), readRow, { file: "some.jsonl" }),
        (error: Error) => {
          assert.ok(error instanceof RangeError);
          assert.ok(error.message.startsWith(`some.jsonl:${at + 1}: `), error.message);
          assert.match(error.message, message);
          return true;
        },
      );
    }
  });

  it("leaves bad rows out and reports each when asked to", () => {
    const found: BadRow[] = [];
    const rows = parseJsonLines(`${GOOD}\nx\n${GOOD}\n{}`, readRow, {
      file: "f",
      onBadRow: (row) => found.push(row),
    });
    assert.equal(rows.length, 2);
    assert.deepEqual(
      found.map(({ file, line }) => `${file}:${line}`),
      ["f:2", "f:4"],
    );
  });

  it("lets an error that is not the row's own pass as it is", () => {
    const slip = new TypeError("a slip in the reader");
    const read = () => {
      throw slip;
    };
    const options = { file: "f", onBadRow: () => assert.fail("must not be called") };
    assert.throws(() => parseJsonLines(GOOD, read, options), slip);
  });
});

describe("choiceField and stringListField", () => {
  it("say what was allowed and what was found", () => {
    assert.equal(choiceField({ x: "b" }, "x", ["a", "b"]), "b");
    assert.throws(() => choiceField({ x: "c" }, "x", ["a", "b"]), /one of a, b, got "c"/);
    assert.deepEqual(stringListField({ x: ["a"] }, "x"), ["a"]);
    assert.throws(() => stringListField({ x: [] }, "x"), /list of strings, got an array of 0/);
    assert.throws(() => stringListField({ x: ["a", 1] }, "x"), /list of strings/);
  });
});
