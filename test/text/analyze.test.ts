import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { buildAnalyze } from "../../src/text/analyze";
import type { AnalyzeOptions } from "../../src/text/analyze";
import { compareCodePoints, sortByCodePoint } from "../../src/text/code-point-order";
import { ENGLISH_STOP_WORDS } from "../../src/text/stop-words";
import { stripAccents } from "../../src/text/strip-accents";
import { wordTokenize } from "../../src/text/word-tokenize";

const analyze = (text: string, options: AnalyzeOptions = {}) => buildAnalyze(options)(text);

describe("wordTokenize", () => {
  it("takes runs of two or more letters, digits and underscores", () => {
    assert.deepEqual(wordTokenize("It isn't 3.14, I x_y"), ["It", "isn", "14", "x_y"]);
  });
  it("keeps a word of another script whole, and ends it before a combining accent", () => {
    assert.deepEqual(wordTokenize("naïve 東京 Cafe\u0301s"), ["naïve", "東京", "Cafe"]);
  });
  it("reads a pattern given as a string with Python's meaning", () => {
    assert.deepEqual(wordTokenize("été à l'eau", "(?u)\\b\\w+\\b"), ["été", "à", "l", "eau"]);
    assert.deepEqual(wordTokenize("été_1 b", "[^\\W\\d_]+"), ["été", "b"]);
    assert.deepEqual(wordTokenize("a-b c", "[\\w-]+"), ["a-b", "c"]);
    assert.deepEqual(wordTokenize("a]b", "[]a]+"), ["a]"]);
    assert.deepEqual(wordTokenize("one\ntwo", "(?m)^\\w"), ["o", "t"]);
    assert.deepEqual(wordTokenize("one two\n", "\\w+$"), ["two"]);
    assert.deepEqual(wordTokenize("a\rb\nc", "..?"), ["a\r", "b", "c"]); // . is all but \n
    assert.deepEqual(wordTokenize("\x1c\x85x", "\\s"), ["\x1c", "\x85"]);
    assert.deepEqual(wordTokenize("{1} aa", "\\w{2,}|\\{"), ["{", "aa"]);
  });
  it("takes the group as the token when there is one", () => {
    assert.deepEqual(wordTokenize("#one two #three", "#(?P<tag>\\w+)"), ["one", "three"]);
  });
  it("finds all tokens of a RegExp without the global flag, and doesn't change it", () => {
    const pattern = /[a-z]+/;
    assert.deepEqual(wordTokenize("ab cd", pattern), ["ab", "cd"]);
    const sticky = /[a-z]+/gy;
    sticky.lastIndex = 1;
    assert.deepEqual(wordTokenize("ab cd", sticky), ["ab", "cd"]);
    assert.equal(sticky.lastIndex, 1);
  });
  it("refuses two groups, and what it can't read, by name", () => {
    assert.throws(() => wordTokenize("", "(a)(b)"), /tokenPattern may have one .*, got 2/);
    assert.throws(() => wordTokenize("", "[a"), /tokenPattern "\[a" can't be read: a \[ is not/);
    assert.throws(() => wordTokenize("", "(?x)a"), /the flag \(\?x\) is not supported/);
  });
});

describe("buildAnalyze", () => {
  it("lower-cases by the rules of all of Unicode", () => {
    // İ becomes i and a combining dot, which ends the token; Σ at the end of a word becomes ς.
    assert.deepEqual(analyze("AİKI ΟΔΟΣ STRASSE"), ["ai", "ki", "οδος", "strasse"]);
  });
  it("takes stop words out before pairs are built", () => {
    const options = { stopWords: ["on"], ngramRange: [1, 2] } as const;
    assert.deepEqual(analyze("Cat on mat", options), ["cat", "mat", "cat mat"]);
  });
  it("lists all shorter n-grams before the longer ones, and none longer than the text", () => {
    const options = { ngramRange: [1, 3] } as const;
    assert.deepEqual(analyze("aa bb cc", options).slice(3), ["aa bb", "bb cc", "aa bb cc"]);
    assert.deepEqual(analyze("aa", { ngramRange: [2, 3] }), []);
  });
  it("takes an emoji for one character", () => {
    const options = { analyzer: "char", ngramRange: [2, 2] } as const;
    assert.deepEqual(analyze("a😀  b", options), ["a😀", "😀 ", " b"]);
  });
  it("marks the edges of words with a space, and counts a short word once", () => {
    const options = { analyzer: "char_wb", ngramRange: [3, 4] } as const;
    assert.deepEqual(analyze("a do", options), [" a ", " do", "do ", " do "]);
  });
  it("uses a function of the caller's, and checks what it returns", () => {
    assert.deepEqual(analyze("a,b", { analyzer: (text) => text.split(",") }), ["a", "b"]);
    const wrong = (() => "a b") as unknown as () => string[];
    assert.throws(() => analyze("a", { analyzer: wrong }), /array of strings, got "a b"/);
  });
});

describe("stripAccents", () => {
  it("turns composed and decomposed letters into the same", () => {
    assert.equal(stripAccents("Café Cafe\u0301 Ελληνικά"), "Cafe Cafe Ελληνικα");
  });
  it("keeps marks that don't combine, such as vowel signs and the circle U+20DD", () => {
    assert.equal(stripAccents("สวัสดี a\u20dd"), "สวัสดี a\u20dd");
    assert.equal(stripAccents("\u093e\u0301"), "\u093e");
  });
  it("drops everything beyond ASCII in the mode ascii", () => {
    assert.equal(stripAccents("日本 café ß", "ascii"), " cafe ");
  });
});

describe("sortByCodePoint", () => {
  it("puts 😀 (U+1F600) after ﬀ (U+FB00), unlike JavaScript's own order", () => {
    assert.deepEqual(sortByCodePoint(["😀", "ﬀ", "a"]), ["a", "ﬀ", "😀"]);
    assert.deepEqual(["😀", "ﬀ", "a"].sort(), ["a", "😀", "ﬀ"]);
  });
  it("puts a beginning before what continues it", () => {
    assert.ok(compareCodePoints("ab", "abc") < 0);
    assert.ok(compareCodePoints("a😀b", "a😀a") > 0);
    assert.equal(compareCodePoints("a😀", "a😀"), 0);
  });
});

describe("ENGLISH_STOP_WORDS", () => {
  it("holds each word once, in the form in which tokens arrive", () => {
    assert.equal(new Set(ENGLISH_STOP_WORDS).size, ENGLISH_STOP_WORDS.length);
    for (const word of ENGLISH_STOP_WORDS) assert.match(word, /^[a-z]+$/);
  });
});
