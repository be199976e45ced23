import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { bars } from "../../src/figures/bars";
import { Figure } from "../../src/figures/figure";
import { frameContent, FrameChange, isSliderFigure, sliderFigure } from "../../src/figures/slider";

const frame = (k: number): Figure => bars([k, 2 * k, 3], ["a", "b", "c"], { caption: `k = ${k}` });

/** What the page does with a frame (src/figures/browser/slider.js). */
function applied(base: Record<string, unknown>, changes: FrameChange[]): unknown {
  const result = structuredClone(base);
  for (const [path, value] of changes) {
    let owner = result as Record<string | number, never>;
    for (const key of path.slice(0, -1)) owner = owner[key]!;
    const last = path[path.length - 1]!;
    if (value === null) delete owner[last];
    else owner[last] = value as never;
  }
  return result;
}

describe("sliderFigure", () => {
  it("has a frame for every position, both ends included, without drift", () => {
    const { control, frames } = sliderFigure({
      label: "k",
      min: 0,
      max: 1,
      step: 0.1,
      frames: frame,
    });
    assert.deepEqual(control.values, [
      "0",
      "0.1",
      "0.2",
      "0.3",
      "0.4",
      "0.5",
      "0.6",
      "0.7",
      "0.8",
      "0.9",
      "1",
    ]);
    assert.equal(frames.length, 11);
  });

  it("gives back each frame from the first one and its changes", () => {
    const values = [0.1, 1, 7];
    const slider = sliderFigure({ label: "k", values, value: 1, frames: frame });
    const base = frameContent(slider.figure);
    assert.equal(slider.control.start, 1);
    assert.deepEqual(slider.frames[1], []);
    values.forEach((value, index) => {
      assert.deepEqual(applied(base, slider.frames[index]!), frameContent(frame(value)));
    });
  });

  it("stores what changes, not the whole figure", () => {
    const { frames, figure } = sliderFigure({ label: "k", values: [1, 2], frames: frame });
    const size = JSON.stringify(frames[1]).length;
    assert.ok(size < 0.6 * JSON.stringify(frameContent(figure)).length, String(size));
  });

  it("forgets an attribute that a frame does not have", () => {
    const figures = [true, false].map((isNamed): Figure => ({
      data: [{ y: [1], ...(isNamed ? { name: "x" } : {}) }],
      layout: {},
    }));
    const { frames, figure } = sliderFigure({ label: "k", values: [1, 2], frames: figures });
    assert.deepEqual(applied(frameContent(figure), frames[1]!), frameContent(figures[1]!));
  });

  it("is told from a figure", () => {
    assert.ok(isSliderFigure(sliderFigure({ label: "k", values: [1, 2], frames: frame })));
    assert.ok(!isSliderFigure(frame(1)));
    assert.ok(!isSliderFigure(null));
  });

  it("refuses positions and frames that do not fit", () => {
    const label = "k";
    assert.throws(
      () => sliderFigure({ label, min: 1, max: 1, frames: frame }),
      /min must be below max, got 1 and 1/,
    );
    assert.throws(
      () => sliderFigure({ label, min: 0, max: 1, step: 0.001, frames: frame }),
      /2 to 200 positions.*got 0.001/,
    );
    assert.throws(() => sliderFigure({ label, min: 0, max: 1, step: -1, frames: frame }), /got -1/);
    assert.throws(() => sliderFigure({ label, values: [1], frames: frame }), /got 1$/);
    assert.throws(
      () => sliderFigure({ label, values: [1, 2], value: 3, frames: frame }),
      /one of 1, 2, got 3/,
    );
    assert.throws(
      () => sliderFigure({ label, values: [1, 2], frames: [frame(1)] }),
      /got 1 frames for 2/,
    );
    assert.throws(() => sliderFigure({ label, values: [1], frames: [] }), RangeError);
    const uneven = (k: number) => bars(new Array(k).fill(1), new Array(k).fill("a"));
    assert.throws(
      () => sliderFigure({ label, values: [1, 2], frames: uneven }),
      /got 1 and 2 in frame 1/,
    );
    const wrong = (() => "no figure") as unknown as () => Figure;
    assert.throws(() => sliderFigure({ label, values: [1, 2], frames: wrong }), TypeError);
  });
});
