import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { measureSenses } from "../../src/evaluation/senses";
import { WordVectors } from "../../src/word-vectors/word-vectors";

// Birds point east, verbs north, each with two words at right angles to the plane of the others;
// lengths differ, which must not matter.
const vectors = new WordVectors(
  ["swan", "goose", "stoop", "kneel", "duck", "heron"],
  Float32Array.from([4, 0, 3, 1, 0, 0, 0, 3, 4, 0, 2, 0, 5, 5, 0, 0, 7, 0]),
  { size: 3 },
);
const birds = { word: "duck", sense: "bird", words: ["swan", "goose", "dodo"] };
const verbs = { word: "duck", sense: "lower", words: ["stoop", "kneel"] };

describe("measureSenses", () => {
  const { word, senses, points } = measureSenses(vectors, [birds, verbs]);
  const [bird, lower] = senses as [(typeof senses)[0], (typeof senses)[0]];
  it("measures the word, the members without themselves, and the strangers", () => {
    assert.equal(word, "duck");
    // Directions: swan (0.8, 0, 0.6), goose (1, 0, 0), stoop (0, 0.6, 0.8), kneel (0, 1, 0),
    // duck (1, 1, 0) / √2. Birds' mean direction (1.8, 0, 0.6) / √3.6, verbs' (0, 1.6, 0.8) / √3.2.
    close(bird.cosine, 1.8 / Math.sqrt(2 * 3.6));
    close(lower.cosine, 1.6 / Math.sqrt(2 * 3.2));
    close(bird.members, 0.8); // swan with goose alone, and goose with swan alone
    close(lower.members, 0.6);
    close(bird.strangers, (0.8 * 0.6) / Math.sqrt(3.6) / 2); // stoop 0.48 / √3.6, kneel 0
    close(lower.strangers, (0.6 * 0.8) / Math.sqrt(3.2) / 2); // swan 0.48 / √3.2, goose 0
  });
  it("puts closeness between strangers at 0 and members at 1", () => {
    for (const { cosine, members, strangers, closeness } of senses) {
      close(closeness, (cosine - strangers) / (members - strangers));
    }
    const plain = measureSenses(vectors, [
      { ...birds, word: "heron" },
      { ...verbs, word: "heron" },
    ]);
    assert.ok(plain.senses[1]!.closeness > 1 && plain.senses[0]!.closeness < 0);
  });
  it("says nothing of closeness where members are hardly nearer than strangers", () => {
    const mixed = [
      { word: "duck", sense: "one", words: ["swan", "kneel"] },
      { word: "duck", sense: "other", words: ["goose", "stoop"] },
    ];
    for (const { closeness } of measureSenses(vectors, mixed).senses) {
      assert.ok(Number.isNaN(closeness), `${closeness}`);
    }
  });
  it("gives every word as a point, the homonym first, and leaves out unknown ones", () => {
    assert.deepEqual(
      points.map((point) => [point.word, point.sense]),
      [
        ["duck", undefined],
        ["swan", "bird"],
        ["goose", "bird"],
        ["stoop", "lower"],
        ["kneel", "lower"],
      ],
    );
    close(points[1]!.cosines[0]!, 0.8);
    close(points[1]!.cosines[1]!, 0.48 / Math.sqrt(3.2));
  });
  it("says what is missing", () => {
    assert.throws(
      () => measureSenses(vectors, [birds]),
      /two lists or more of one word, got 1 of 1/,
    );
    const other = { ...verbs, word: "bat" };
    assert.throws(() => measureSenses(vectors, [birds, other]), /got 2 of 2 words/);
    const few = { ...verbs, words: ["stoop", "dodge"] };
    assert.throws(() => measureSenses(vectors, [birds, few]), /2 words or more .* "lower", got 1/);
    const unknown = [birds, verbs].map((list) => ({ ...list, word: "duk" }));
    assert.throws(() => measureSenses(vectors, unknown), /"duk" is not among/);
  });
});

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual}, not ${expected}`);
}
