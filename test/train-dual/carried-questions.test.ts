import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { carriedQuestions } from "../../bin/train-dual/carried-questions";
import { passageNames } from "../../bin/train-dual/passage-names";
import { loadDataset } from "../../src/data/datasets";
import type { TownPassage, TownQuestion } from "../../src/data/types";

/** Hills of chalk, slate and so on, each first climbed by somebody; one street. */
const HILLS = [
  ["Bell Hill", "chalk", "Judith Hartley", "It rings like a bell."],
  ["The Anvil", "granite", "Rosalind Thorne", "No hill is higher."],
  ["Fox Ridge", "chalk", "Horace Crane", "Foxes wait there."],
  ["Goose Hill", "clay", "Winifred Crane", "Geese rest on it, close to Ferry Street."],
] as const;

const passages: TownPassage[] = [
  ...HILLS.map(([title, rock, climber, story], i) => ({
    ...{ id: `hills/${i}`, chapter: "hills", title },
    text: `${story} In 18${i}0 ${climber} reached its top. All of it is ${rock}.`,
  })),
  ...[0, 1, 2, 3, 4, 5, 6].map((i) => ({
    ...{ id: `streets/${i}`, chapter: "streets", title: i === 0 ? "Ferry Street" : `Row ${i}` },
    text: "People live here.",
  })),
];

const ask = (passageId: string, question: string) =>
  ({ passageId, question, source: "frame" }) as TownQuestion;

/** The frames are turns, as three hills are asked with them. */
const train = [0, 2, 3].flatMap((i) => [
  ask(`hills/${i}`, `Who conquered ${HILLS[i]![0]}?`),
  ask(`hills/${i}`, `Which mountain did ${HILLS[i]![2]} conquer?`),
]);

const none = { dev: [], test: [] };

describe("passageNames", () => {
  it("finds titles and persons by their capitals, and titles of other chapters", () => {
    const names = passageNames(passages);
    assert.deepEqual(Object.fromEntries(names.get("hills/3")!), {
      title: ["Goose Hill"],
      streets: ["Ferry Street"],
      person: ["Winifred Crane"],
    });
    assert.deepEqual(names.get("hills/1")!.get("title"), ["Anvil"]);
  });
});

describe("carriedQuestions", () => {
  it("exchanges names within a chapter, also for what nobody asked about", () => {
    const carried = carriedQuestions({ passages, train, ...none });
    assert.deepEqual(carried.get("hills/1"), [
      "Who conquered Anvil?",
      "Which mountain did Rosalind Thorne conquer?",
    ]);
    assert.deepEqual(carried.get("streets/0"), []);
  });

  it("leaves behind what one passage alone is about", () => {
    const own = [
      ask("hills/0", "Why does Bell Hill ring?"), // no turn: one passage is asked so
      ask("hills/0", "Who conquered Bell Hill of chalk?"), // a word of the passage
      ask("hills/0", "Who conquered a hill?"), // no name
    ];
    const carried = carriedQuestions({ passages, train: [...train, ...own], ...none });
    const all = [...carried.values()].flat();
    assert.ok(!all.some((question) => question.startsWith("Why")));
    // Fox Ridge is of chalk, too, so there it may go, and nowhere else.
    assert.ok(carried.get("hills/2")!.includes("Who conquered Fox Ridge of chalk?"));
    assert.equal(all.filter((question) => question.includes("chalk")).length, 1);
    assert.ok(!all.includes("Who conquered a hill?"));
  });

  it("never gives a question of dev or test", () => {
    const dev = [ask("hills/1", "Who conquered Anvil?")];
    const test = [ask("hills/1", "Which mountain did Rosalind Thorne conquer?")];
    const carried = carriedQuestions({ passages, train, dev, test });
    assert.deepEqual(carried.get("hills/1"), []);
  });

  it("finds a few for nearly every passage of the town, none of them held out", async () => {
    const town = await loadDataset("town");
    const carried = carriedQuestions(town);
    const counts = town.passages.map(({ id }) => carried.get(id)!.length);
    assert.ok(counts.filter((count) => count >= 2).length > 0.9 * counts.length);
    const held = new Set([...town.dev, ...town.test].map(({ question }) => question));
    assert.ok(![...carried.values()].flat().some((question) => held.has(question)));
  });
});
