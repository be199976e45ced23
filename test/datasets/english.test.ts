import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { adverb, article, comparison, plural, verbForms } from "../../datasets/generators/english";

describe("plural", () => {
  it("follows the rules of spelling", () => {
    assert.deepEqual(["cat", "bus", "box", "church", "city", "day", "stomach"].map(plural), [
      "cats",
      "buses",
      "boxes",
      "churches",
      "cities",
      "days",
      "stomachs",
    ]);
  });
  it("knows the exceptions, also at the end of a compound", () => {
    assert.deepEqual(
      ["goose", "wife", "fisherman", "human", "sheep", "birch leaf", "hero"].map(plural),
      ["geese", "wives", "fishermen", "humans", "sheep", "birch leaves", "heroes"],
    );
  });
});

describe("verbForms", () => {
  it("doubles the last consonant only after one short stressed vowel", () => {
    const gerunds = ["stop", "visit", "rain", "show", "fix", "admit", "swim", "quit"];
    assert.deepEqual(
      gerunds.map((verb) => verbForms(verb).gerund),
      "stopping visiting raining showing fixing admitting swimming quitting".split(" "),
    );
  });
  it("gives all forms of regular and irregular verbs", () => {
    const forms = (verb: string) => Object.values(verbForms(verb)).join(" ");
    assert.equal(forms("carry"), "carries carried carried carrying");
    assert.equal(forms("swim"), "swims swam swum swimming");
    assert.equal(forms("lie"), "lies lay lain lying");
    assert.equal(forms("see"), "sees saw seen seeing");
    assert.equal(forms("have"), "has had had having");
  });
  it("changes the verb and not what follows it", () => {
    assert.equal(verbForms("look after").past, "looked after");
  });
});

describe("comparison", () => {
  it("spells as English does", () => {
    const both = (word: string) => Object.values(comparison(word)).join(" ");
    assert.deepEqual(["big", "heavy", "nice", "slow", "good", "cheap"].map(both), [
      "bigger biggest",
      "heavier heaviest",
      "nicer nicest",
      "slower slowest",
      "better best",
      "cheaper cheapest",
    ]);
  });
});

describe("adverb", () => {
  it("spells as English does", () => {
    assert.deepEqual(["slow", "heavy", "gentle", "full", "fast", "good"].map(adverb), [
      "slowly",
      "heavily",
      "gently",
      "fully",
      "fast",
      "well",
    ]);
  });
});

describe("article", () => {
  it("goes by the sound, not by the letter", () => {
    assert.deepEqual(
      ["apple", "university", "hour", "one", "uncle", "European", "8", "house"].map(article),
      ["an", "a", "an", "a", "an", "a", "an", "a"],
    );
  });
});
