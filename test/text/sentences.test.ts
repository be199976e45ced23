import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import { sentenceSpans, splitSentences } from "../../src/text/sentences";

describe("splitSentences", () => {
  it("ends a sentence at a mark, with the quotes and brackets behind it", () => {
    assert.deepEqual(splitSentences('It rang. Why?  "No!" (So it was.) Yes…'), [
      ...["It rang.", "Why?", '"No!"', "(So it was.)", "Yes…"],
    ]);
  });
  it("goes on after a title, an initial or an abbreviation", () => {
    const text = "Dr. Thorne met J. R. Hill of the U.S. Mint, i.e. Mr. Hill.";
    assert.deepEqual(splitSentences(text), [text]);
    assert.deepEqual(splitSentences("So did I. He left."), ["So did I.", "He left."]);
  });
  it("goes on where a small letter follows, and within a number", () => {
    assert.deepEqual(splitSentences("Hm... well, 3.5 metres."), ["Hm... well, 3.5 metres."]);
  });
  it("ends at an empty line, not at the end of a line", () => {
    assert.deepEqual(splitSentences("Bell\nHill\n \nnext"), ["Bell\nHill", "next"]);
    assert.deepEqual(splitSentences("It is vol.\n\nnext"), ["It is vol.", "next"]);
  });
  it("knows the full stops of Chinese, which no space follows", () => {
    assert.deepEqual(splitSentences("山很高。「是！」好"), ["山很高。", "「是！」", "好"]);
  });
  it("gives nothing for nothing", () => {
    assert.deepEqual([splitSentences(""), splitSentences(" \n\n ")], [[], []]);
  });
  it("takes time in proportion to the text, also where it is all marks", () => {
    const began = process.cpuUsage();
    for (const piece of [".", '."', ". ", "\n", "a. ", ".\n "]) splitSentences(piece.repeat(2e5));
    assert.ok(process.cpuUsage(began).user < 5e6, "more than 5 s of computing");
  });
});

describe("sentenceSpans", () => {
  it("leaves nothing out but space", () => {
    const rng = createRng(1);
    const letters = ["a", "B", ". ", "! ", '" ', "\n", "\n\n", " ", "Dr. ", "。", "…"];
    for (let run = 0; run < 300; run++) {
      const text = Array.from({ length: 30 }, () => rng.pick(letters)).join("");
      const spans = sentenceSpans(text);
      const kept = spans.map(({ start, end }) => text.slice(start, end)).join("");
      assert.equal(kept.replace(/\s/g, ""), text.replace(/\s/g, ""));
      spans.forEach(({ start, end }, i) => {
        assert.ok(start < end && (i === 0 || start >= spans[i - 1]!.end));
        assert.equal(text.slice(start, end).trim(), text.slice(start, end));
      });
    }
  });
});
