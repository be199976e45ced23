import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { MAX_SVG_POINTS, scatter } from "../../src/figures/scatter";
import { PALETTE } from "../../src/figures/style";

const circle = (count: number) =>
  Array.from({ length: count }, (_, i): [number, number] => [Math.cos(i), Math.sin(i)]);

describe("scatter", () => {
  it("gives each group a trace of its own points, in order of appearance", () => {
    const { data } = scatter(
      [
        [0, 1],
        [2, 3],
        [4, 5],
      ],
      { groups: ["b", "a", "b"] },
    );
    assert.deepEqual(
      data.map(({ name, x, y }) => [name, x, y]),
      [
        ["b", [0, 4], [1, 5]],
        ["a", [2], [3]],
      ],
    );
  });

  it("folds the smallest of more than seven groups into one grey one", () => {
    const groups = Array.from({ length: 30 }, (_, i) => `g${i % 10}`).concat(
      "g0",
      "g1",
      "g2",
      "g3",
      "g4",
      "g5",
    );
    const { data, layout } = scatter(circle(36), { groups });
    assert.deepEqual(
      data.map(({ name }) => name),
      ["g0", "g1", "g2", "g3", "g4", "g5", "other (4 groups)"],
    );
    assert.equal((data[6]!.x as number[]).length, 12);
    assert.equal((data[6]!.marker as { color: string }).color, PALETTE[6]);
    assert.equal((layout.annotations as unknown[]).length, 6);
  });

  it("writes a group's name at the median of its points", () => {
    const points = [
      [0, 0],
      [1, 10],
      [2, 20],
      [1000, 0],
      [3, 5],
    ];
    const { layout } = scatter(points, { groups: ["a", "a", "a", "a", "a"] });
    const [name] = layout.annotations as { x: number; y: number; text: string }[];
    // sorted x: 0 1 2 3 1000 → 2;   sorted y: 0 0 5 10 20 → 5
    assert.deepEqual([name!.x, name!.y, name!.text], [2, 5, "<b>a</b>"]);
  });

  it("asks for WebGL only above 5,000 points", () => {
    assert.equal(scatter(circle(MAX_SVG_POINTS)).data[0]!.type, "scatter");
    assert.equal(scatter(circle(MAX_SVG_POINTS + 1)).data[0]!.type, "scattergl");
  });

  it("breaks long texts into lines under the mouse, escaped", () => {
    const text = `<b> ${"word ".repeat(40)}`;
    const [hover] = scatter([[0, 0]], { labels: [text] }).data[0]!.hovertext as string[];
    const lines = hover!.split("<br>");
    assert.ok(lines.length > 3 && lines.every((line) => line.length <= 70));
    assert.ok(lines[0]!.startsWith("&lt;b&gt; word"));
  });

  it("refuses points that are not pairs of numbers, and lists of other lengths", () => {
    assert.throws(() => scatter([]), /got 0 points/);
    assert.throws(
      () =>
        scatter([
          [1, 2],
          [1, 2, 3],
        ]),
      /two finite numbers, got \[1,2,3\] at 1/,
    );
    assert.throws(() => scatter([[1, NaN]]), /got \[1,NaN\] at 0/);
    assert.throws(
      () => scatter([[1, 2]], { labels: [] }),
      /labels must be one per point, got 0 for 1/,
    );
    assert.throws(() => scatter([[1, 2]], { groups: ["a", "b"] }), /groups must be.*got 2 for 1/);
  });
});
