import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { logicalLines } from "../../datasets/generators/lexicon";
import {
  generateTopics,
  parseHandWritten,
  TOPICS,
  type TopicTemplates,
} from "../../datasets/generators/topics/generate";
import { TEST_TEMPLATES } from "../../datasets/generators/topics/test-templates";
import { TRAIN_TEMPLATES } from "../../datasets/generators/topics/train-templates";
import { createRng } from "../../src/core/rng";
import { loadDataset } from "../../src/data/datasets";

const data = loadDataset("topics");

describe("the topics data set", () => {
  it("has every topic equally often in each split", async () => {
    const { train, test } = await data;
    for (const topic of TOPICS) {
      assert.equal(train.filter((row) => row.topic === topic).length, 44, topic);
      assert.equal(test.filter((row) => row.topic === topic).length, 24, topic);
    }
  });
  it("has at least 60 documents written by hand, most of them held out", async () => {
    const { train, test } = await data;
    const byHand = [train, test].map((rows) => rows.filter((row) => row.source === "hand").length);
    assert.deepEqual(byHand, [24, 48]);
  });
  it("has no text and no sentence twice, within or across splits", async () => {
    const { train, test } = await data;
    const sentences = [...train, ...test].flatMap(({ text }) => text.split(/(?<=[.!?]"?) /));
    const long = sentences.filter((sentence) => sentence.length > 30);
    assert.deepEqual(
      long.filter((sentence, i) => long.indexOf(sentence) !== i),
      [],
    );
  });
  it("has short texts without leftovers of the templates, and different ids", async () => {
    const rows = Object.values(await data).flat();
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
    for (const { text, id } of rows) {
      assert.ok(text.length > 30 && text.length < 420, `${id} has ${text.length} characters`);
      assert.doesNotMatch(text, /[{}[\]|]|@a|\s\s|\b(a|the|in) \1\b/, id);
    }
  });
  it("fills the slots of the test templates with other words than those of training", () => {
    const words = (templates: TopicTemplates) =>
      Object.entries(templates).flatMap(([topic, { words: lines }]) =>
        logicalLines(lines)
          .filter((line) => !/^(count|amount|period|minute)/.test(line))
          .flatMap((line) => line.split(":")[1]!.split(","))
          .map((word) => `${topic}/${word.trim()}`),
      );
    const inTraining = new Set(words(TRAIN_TEMPLATES));
    assert.deepEqual(
      words(TEST_TEMPLATES).filter((word) => inTraining.has(word)),
      [],
    );
  });
  it("is the same from the same seed, and another from another", () => {
    const first = generateTopics(createRng(5));
    assert.deepEqual(generateTopics(createRng(5)), first);
    assert.notDeepEqual(generateTopics(createRng(6)), first);
  });
});

describe("parseHandWritten", () => {
  it("joins the lines of a block, and refuses a block without topic or text", () => {
    const [row] = parseHandWritten("\nmusic | A title\none\ntwo\n");
    assert.deepEqual(row, { topic: "music", title: "A title", text: "one two", source: "hand" });
    assert.throws(() => parseHandWritten("chess | A title\ntext"), /not a document: chess/);
    assert.throws(() => parseHandWritten("music | A title"), /not a document/);
  });
});
