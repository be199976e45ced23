import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRng, type Rng } from "../../src/core/rng";
import { chunkDocument, chunkText, type Chunk, type ChunkOptions } from "../../src/rag/chunk";
import type { DocumentBlock } from "../../src/rag/read-document";

const countTokens = (text: string) => text.split(/\s+/).filter(Boolean).length;

const cut = (blocks: DocumentBlock[], options: Partial<ChunkOptions> = {}): Chunk[] =>
  chunkDocument(
    { source: "a.md", blocks, hiddenCharacters: 0 },
    { countTokens, maxTokens: 8, overlapTokens: 0, ...options },
  );

const block = (text: string, rest: Partial<DocumentBlock> = {}): DocumentBlock => ({
  ...{ text, headings: [] },
  ...rest,
});

describe("chunkDocument", () => {
  it("packs sentences until the next doesn't fit", () => {
    // 3 + 4 = 7 fit into 8; 3 more would be 10.
    const chunks = cut([block("One two three. Four five six seven. Eight nine ten.")]);
    assert.deepEqual(
      chunks.map(({ text, tokens }) => [text, tokens]),
      [
        ["One two three. Four five six seven.", 7],
        ["Eight nine ten.", 3],
      ],
    );
  });

  it("repeats the last sentences of a chunk in the next, and says how much that is", () => {
    const text = "A b c. D e. F g h i. J k l. M n.";
    const chunks = cut([block(text)], { overlapTokens: 4 });
    // A b c. D e. (5) | D e. F g h i. (6; F g h i. has 4) | F g h i. J k l. (7) …
    assert.deepEqual(
      chunks.map((chunk) => chunk.text),
      ["A b c. D e.", "D e. F g h i.", "F g h i. J k l.", "J k l. M n."],
    );
    assert.deepEqual(
      chunks.map((chunk) => chunk.overlap),
      [0, "D e.".length, "F g h i.".length, "J k l.".length],
    );
  });

  it("never goes past a heading, and counts the headings in", () => {
    const chunks = cut([
      block("One.", { headings: ["Hills"] }),
      block("Two.", { headings: ["Hills"] }),
      block("Three.", { headings: ["Hills", "The Anvil"] }),
      block("Four.", { headings: ["Inns"] }),
    ]);
    assert.deepEqual(
      chunks.map(({ text, headings, tokens }) => [text, headings.join("/"), tokens]),
      [
        ["One.\nTwo.", "Hills", 3],
        ["Three.", "Hills/The Anvil", 4],
        ["Four.", "Inns", 2],
      ],
    );
    assert.equal(chunkText(chunks[1]!), "Hills\nThe Anvil\nThree.");
  });

  it("leaves out the outermost headings where all would take more than half", () => {
    const [chunk] = cut([block("One.", { headings: ["a b c", "d e", "f g"] })]);
    assert.deepEqual(chunk!.headings, ["d e", "f g"]);
  });

  it("cuts a sentence between words only where it is longer than a chunk", () => {
    const long = "W1 w2 w3 w4 w5 w6 w7 w8 w9 w10.";
    const texts = cut([block(`Short one. ${long}`)]).map(({ text }) => text);
    assert.deepEqual(texts, ["Short one.", "W1 w2 w3 w4 w5 w6 w7 w8", "w9 w10."]);
  });

  it("cuts a word that is longer than any chunk, whatever the tokenizer calls it", () => {
    const [first, second] = cut([block("x".repeat(500))]);
    assert.ok(first!.text.length <= 8 * 40 && first!.tokens <= 8);
    assert.equal(first!.text + second!.text, "x".repeat(500));
  });

  it("knows the line of a chunk's first sentence, or its page", () => {
    const text = "A b c d\ne f. G h\ni j k l. M n.";
    const lines = cut([block(text, { line: 10 })]).map(({ line }) => line);
    assert.deepEqual(lines, [10, 11]);
    const [chunk] = cut([block("A.", { page: 3 }), block("B.", { page: 4 })]);
    assert.deepEqual([chunk!.page, "line" in chunk!], [3, false]);
  });

  it("joins wrapped lines, but keeps those of code", () => {
    assert.equal(cut([block("one\ntwo")])[0]!.text, "one two");
    const code = block("if x:\n\n    y", { isPreformatted: true });
    assert.equal(cut([code])[0]!.text, "if x:\n    y");
  });

  it("keeps a chunk's id as long as its text stays, and gives no id twice", () => {
    const sections = ["One.", "Two.", "Two."].map((text, i) =>
      block(text, { headings: [`h${i % 2}`] }),
    );
    const before = cut([...sections, block("Two.", { headings: ["h1"] })]).map(({ id }) => id);
    assert.equal(new Set(before).size, before.length);
    assert.match(before[0]!, /^a\.md#[0-9a-f]{12}$/);
    const after = cut([block("New.", { headings: ["h9"] }), ...sections]).map(({ id }) => id);
    assert.equal(after[1], before[0]);
  });

  it("gives nothing for a document without blocks", () => {
    assert.deepEqual(cut([]), []);
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => cut([], { maxTokens: 7 }), /maxTokens must be .* at least 8, got 7/);
    assert.throws(() => cut([], { overlapTokens: 5 }), /overlapTokens .* from 0 to 4, got 5/);
    assert.throws(() => cut([], { countTokens: 3 as never }), /countTokens .* function, got 3/);
  });

  describe("for any document", () => {
    const rng = createRng(7);
    const counters = {
      words: countTokens,
      "three letters": (text: string) =>
        text.split(/\s+/).reduce((sum, word) => sum + Math.ceil(word.length / 3), 0),
    };
    for (const [name, counter] of Object.entries(counters)) {
      it(`no chunk is too long, and without overlaps they are the document (${name})`, () => {
        for (let run = 0; run < 150; run++) {
          const blocks = anyBlocks(rng);
          const maxTokens = 8 + rng.integer(40);
          const overlapTokens = rng.integer(Math.floor(maxTokens / 2) + 1);
          const chunks = cut(blocks, { countTokens: counter, maxTokens, overlapTokens });
          for (const { text, headings, tokens, overlap } of chunks) {
            const whole = chunkText({ text, headings });
            assert.equal(tokens, Math.max(counter(whole), Math.ceil(whole.length / 40)));
            assert.ok(tokens <= maxTokens, `${tokens} > ${maxTokens}`);
            assert.ok(counter(text.slice(0, overlap)) <= overlapTokens);
          }
          const read = chunks.map(({ text, overlap }) => text.slice(overlap)).join(" ");
          const written = blocks.map(({ text }) => text).join(" ");
          assert.equal(read.replace(/\s/g, ""), written.replace(/\s/g, ""));
          for (const [i, { text, overlap }] of chunks.entries()) {
            if (overlap > 0) assert.ok(chunks[i - 1]!.text.endsWith(text.slice(0, overlap)));
          }
        }
      });
    }
  });
});

function anyBlocks(rng: Rng): DocumentBlock[] {
  const word = () => "abcdefgh".repeat(rng.integer(12) === 0 ? 15 : 1).slice(rng.integer(7));
  const sentence = () =>
    Array.from({ length: 1 + rng.integer(rng.integer(5) === 0 ? 60 : 9) }, word).join(" ");
  const text = () =>
    Array.from({ length: 1 + rng.integer(6) }, () => `X${sentence()}.`).join(rng.pick([" ", "\n"]));
  return Array.from({ length: 1 + rng.integer(6) }, () =>
    block(text(), {
      headings: rng.pick([[], ["one"], ["one", "two words"], ["a heading of some words"]]),
      isPreformatted: rng.integer(4) === 0,
    }),
  );
}
