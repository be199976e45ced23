import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Grammar, sample } from "../../datasets/generators/grammar";
import { logicalLines, parseLexicon } from "../../datasets/generators/lexicon";
import { createRng } from "../../src/core/rng";

const BIRDS = parseLexicon("bird", "goose: home meadow; call honks\nowl: home forest", {
  kind: "noun",
});
const VERBS = parseLexicon("verb", "swim\nleave", { kind: "verb" });
const PEOPLE = parseLexicon("person", "Anna: gender f\nPeter: gender m");

describe("Grammar.expand", () => {
  it("keeps to what a slot has remembered", () => {
    const grammar = new Grammar([BIRDS]);
    for (let seed = 0; seed < 20; seed++) {
      const text = grammar.expand("{x=bird} {x.s} {x.home}", createRng(seed));
      assert.match(text, /^(Goose geese meadow|Owl owls forest)$/);
    }
  });
  it("draws every entry and every choice sooner or later", () => {
    const grammar = new Grammar([BIRDS]);
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      seen.add(grammar.expand("{bird} [one|[two|three]|]", createRng(seed)));
    }
    assert.equal(seen.size, 2 * 4);
  });
  it("does not draw what is already in scope while there is something else", () => {
    const grammar = new Grammar([BIRDS]);
    for (let seed = 0; seed < 20; seed++) {
      const [first, second] = grammar.expand("{x=bird} {y=bird}", createRng(seed)).split(" ");
      assert.notEqual(first!.toLowerCase(), second!.toLowerCase());
    }
  });
  it("puts articles, capitals and spaces right", () => {
    const grammar = new Grammar([BIRDS]);
    const text = grammar.expand('@a owl , [] and @a hen. "duck!" he said. yes.', createRng(1));
    assert.equal(text, 'An owl, and a hen. "Duck!" he said. Yes.');
  });
  it("gives pronouns by gender and verbs in every form", () => {
    const grammar = new Grammar([PEOPLE, VERBS]);
    for (let seed = 0; seed < 20; seed++) {
      const text = grammar.expand("{p=person} {p.his} {v=verb} {v.ed} {v.ing}", createRng(seed));
      assert.match(text, /^(Anna her|Peter his) (swim swam swimming|leave left leaving)$/);
    }
  });
  it("names the template when a word lacks the form", () => {
    const grammar = new Grammar([BIRDS]);
    const text = "{x=bird} {x.colour}";
    assert.throws(() => grammar.expand(text, createRng(1)), /has no "colour", in: \{x=bird\}/);
  });
  it("refuses templates whose brackets do not match, and unknown lexicons", () => {
    const grammar = new Grammar([BIRDS]);
    for (const template of ["a {bird", "a [b|c", "a ] b", "a } b", "{two words}"]) {
      assert.throws(() => grammar.expand(template, createRng(1)), /Grammar: /, template);
    }
    assert.throws(() => grammar.expand("{fish}", createRng(1)), /no lexicon called "fish"/);
  });
});

describe("parseLexicon", () => {
  it("draws the first entries more often, but not at steepness 0", () => {
    const share = (steepness: number) => {
      const grammar = new Grammar([
        parseLexicon("letter", "a\nb\nc\nd\ne\nf\ng\nh", { steepness }),
      ]);
      const rng = createRng(1);
      let first = 0;
      for (let i = 0; i < 8000; i++) if (grammar.draw("letter", rng).head === "a") first++;
      return first / 8000;
    };
    assert.ok(Math.abs(share(0) - 1 / 8) < 0.015);
    // (1/3) / (1/3 + 1/4 + … + 1/10) = 0.2333
    assert.ok(Math.abs(share(1) - 0.2333) < 0.02);
  });
  it("refuses an entry written twice and an attribute without a value", () => {
    assert.throws(() => parseLexicon("l", "owl\nowl"), /"owl" twice/);
    assert.throws(() => parseLexicon("l", "owl: home"), /empty attribute/);
    assert.throws(() => parseLexicon("l", "\n"), /no entries/);
  });
});

describe("logicalLines", () => {
  it("joins lines that begin with a space to the one before", () => {
    assert.deepEqual(logicalLines("\na\n  b\n\nc\n"), ["a b", "c"]);
  });
});

describe("sample", () => {
  it("never gives an item twice, nor more than there are", () => {
    assert.deepEqual(sample([1, 2, 3], 5, createRng(1)).sort(), [1, 2, 3]);
    assert.equal(sample([1, 2, 3], 2, createRng(1)).length, 2);
  });
});
