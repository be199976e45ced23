import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CHAPTERS } from "../../datasets/generators/town/chapters";
import { composePassages, fillSlots } from "../../datasets/generators/town/compose";
import { parseChapter, splitSentences } from "../../datasets/generators/town/entries";
import { generateTown } from "../../datasets/generators/town/generate";
import { createRng } from "../../src/core/rng";
import { loadDataset } from "../../src/data/datasets";
import { Bm25 } from "../../src/vectorizers/bm25";

const SMALL = {
  name: "wells",
  fields: "name street",
  shapes: "{Name} is in {street}. {s1} {s2}",
  leads: "In {street}\n* Near {street}",
  frames: "d: Where is {name}? => {street}\np*: Which well is in {street}? => {name}",
  entries:
    "# the Old Well | Gull Lane\nIt is deep.\n  Ask {@the Old Well.street}.\ni: Why? => deep",
};

describe("parseChapter", () => {
  it("reads fields, story, questions, leads and what is held out", () => {
    const { entries, frames, leads } = parseChapter(SMALL);
    assert.deepEqual(entries[0]!.fields, { name: "the Old Well", street: "Gull Lane" });
    assert.deepEqual(entries[0]!.story, ["It is deep.", "Ask {@the Old Well.street}."]);
    assert.deepEqual(entries[0]!.asks, [{ style: "indirect", question: "Why?", answer: "deep" }]);
    assert.deepEqual(
      frames.map(({ isHeldOut }) => isHeldOut),
      [false, true],
    );
    assert.deepEqual(leads, [
      { text: "In {street}", isHeldOut: false },
      { text: "Near {street}", isHeldOut: true },
    ]);
  });
  it("refuses a line that doesn't fit", () => {
    assert.throws(() => parseChapter({ ...SMALL, entries: "# a | b | c\nX." }), /2 fields needed/);
    assert.throws(() => parseChapter({ ...SMALL, frames: "d: No answer?" }), /not "letter: q/);
  });
});

describe("composePassages", () => {
  it("fills a shape and notes which passage states a fact", () => {
    const { composed, facts } = composePassages([parseChapter(SMALL)]);
    assert.equal(
      composed[0]!.passage.text,
      "The Old Well is in Gull Lane. It is deep. Ask Gull Lane.",
    );
    assert.deepEqual(facts, [
      {
        subject: "the Old Well",
        relation: "street",
        value: "Gull Lane",
        passageIds: ["wells/old-well"],
      },
    ]);
  });
  it("refuses a quoted fact that no entry gives", () => {
    const wrong = { ...SMALL, entries: "# the Old Well | Gull Lane\nAsk {@the Well.year}." };
    assert.throws(() => composePassages([parseChapter(wrong)]), /which nothing gives/);
  });
});

describe("the town's encyclopedia", async () => {
  const town = await loadDataset("town");
  const { passages } = town;
  const questions = [...town.train, ...town.dev, ...town.test];
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  const entries = CHAPTERS.flatMap((chapter) => chapter.entries);

  it("has at least 400 passages of 60 to 150 words, no two alike", () => {
    assert.ok(passages.length >= 400);
    assert.equal(new Set(passages.map(({ id }) => id)).size, passages.length);
    for (const { id, text } of passages) {
      const length = text.split(" ").length;
      assert.ok(length >= 60 && length <= 150, `${id}: ${length} words`);
    }
    const stories = passages.flatMap(({ text }) => splitSentences(text));
    assert.ok(new Set(stories).size / stories.length > 0.98);
  });

  it("has at least 1,500 questions, no two alike, each answered by its passage", () => {
    assert.ok(questions.length >= 1500);
    assert.equal(new Set(questions.map(({ question }) => question)).size, questions.length);
    for (const { id, answer, passageId } of questions) {
      const text = texts.get(passageId);
      assert.ok(text?.toLowerCase().includes(answer.toLowerCase()), `${id}: ${answer}`);
    }
    assert.ok(town.unanswerable.length >= 60);
  });

  it("asks about a passage in one split only, and keeps held-out frames out of training", () => {
    const splits = new Map<string, Set<string>>();
    for (const split of ["train", "dev", "test"] as const) {
      for (const { passageId } of town[split]) {
        splits.set(passageId, (splits.get(passageId) ?? new Set()).add(split));
      }
    }
    assert.ok([...splits.values()].every(({ size }) => size === 1));
    assert.ok(town.train.every(({ source }) => source !== "held-out frame"));
    assert.ok(town.test.filter(({ source }) => source === "held-out frame").length > 150);
  });

  it("states each fact as the table has it, in every passage that is listed", () => {
    for (const { subject, relation, value, passageIds } of town.facts) {
      for (const id of passageIds) {
        const text = texts.get(id)!.toLowerCase();
        assert.ok(text.includes(value.toLowerCase()), `${subject}.${relation} in ${id}`);
      }
    }
  });

  it("lets people build, climb and paint only while they live", () => {
    const lives = new Map(
      entries
        .filter(({ fields }) => fields["born"])
        .map(({ fields }) => [fields["name"]!, [Number(fields["born"]), Number(fields["died"])]]),
    );
    const years = new Map<string, number[]>();
    for (const chapter of CHAPTERS) {
      for (const [role, yearField] of Object.entries(chapter.people)) {
        for (const { fields } of chapter.entries) {
          const year = Number(fields[yearField]);
          years.set(fields[role]!, [...(years.get(fields[role]!) ?? []), year]);
        }
      }
    }
    for (const [name, worked] of years) {
      const [born, died] = lives.get(name) ?? [Math.max(...worked) - 75, Math.min(...worked) + 60];
      for (const year of worked) {
        assert.ok(year >= born! + 15 && year <= died!, `${name} at work in ${year}`);
      }
    }
  });

  it("knows every street that a passage calls one", () => {
    const streets = new Set(CHAPTERS.find(({ name }) => name === "streets")!.entries.map(nameOf));
    for (const { fields } of entries) {
      if (fields["street"]) assert.ok(streets.has(fields["street"]), fields["street"]);
    }
  });

  it("has a highest mountain, and one passage says which", () => {
    const heights = entries.flatMap(({ fields }) =>
      fields["height"] ? [Number(fields["height"])] : [],
    );
    assert.equal(Math.max(...heights), 1214);
    const asked = questions.find(({ question }) => question === "What is the tallest mountain?");
    assert.equal(asked?.passageId, "hills/anvil");
    assert.match(
      texts.get("hills/anvil")!,
      /No mountain .* is higher.*1214 metres|1214 metres.*higher/s,
    );
  });

  it("leaves BM25 a fair but beatable score on the test questions", () => {
    const bm25 = new Bm25().fit(passages.map(({ text }) => text));
    const isHit = town.test.map(
      ({ question, passageId }) =>
        passages[bm25.search(question, { k: 1 })[0]!.id]!.id === passageId,
    );
    const rate = isHit.filter(Boolean).length / isHit.length;
    assert.ok(rate > 0.35 && rate < 0.75, `hit rate@1 ${rate}`);
  });

  it("draws other questions from another seed, about the same passages", () => {
    const other = generateTown(createRng(7));
    assert.deepEqual(other.passages, passages);
    assert.notDeepEqual(other.questions.test, town.test);
  });
});

describe("fillSlots", () => {
  it("knows pronouns, capitals and fields, and names a slot without a field", () => {
    assert.equal(fillSlots("{He} saw {name}", { name: "it", gender: "f" }), "She saw it");
    assert.throws(() => fillSlots("{year}", { name: "it" }), /no field for \{year\}/);
  });
});

function nameOf({ fields }: { fields: Readonly<Record<string, string>> }): string {
  return fields["name"]!;
}
