import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { bundleOf } from "../../src/figures/bundle";
import { embeddingMap, EmbeddingMap } from "../../src/figures/embedding-map";
import { mapLoaderSource, mapScript } from "../../src/figures/embedding-map-loader";
import { MAP_THEMES } from "../../src/figures/embedding-map-style";
import { morphMap } from "../../src/figures/morph-map";
import { trainingMap } from "../../src/figures/training-map";
import { createRng } from "../../src/core/rng";
import { nearestNeighbours } from "../../src/similarity/nearest-neighbours";
import { neighbourPreservation } from "../../src/similarity/neighbour-preservation";
import { procrustes } from "../../src/similarity/procrustes";
import { cloudMap, someMap } from "../browser/map-fixtures";
import { contrast } from "../browser/page-checks";

interface Page {
  labels: string[];
  frames: { name: string; xy: string; kept?: string; truth?: number }[];
  truths: { ids: string; high?: string; near?: string }[];
  groups?: { names: string[]; counts: number[]; of: string; hasRest: boolean };
  vectors?: object;
  order?: string;
}

function pageData(map: EmbeddingMap): Page {
  const json = /class="lab-data">([\s\S]*?)<\/script>/.exec(map.toHtml())![1]!;
  return JSON.parse(json) as Page;
}
const shorts = (text: string) => [
  ...new Uint16Array(Uint8Array.from(Buffer.from(text, "base64")).buffer),
];
const bytes = (text: string) => [...Buffer.from(text, "base64")];
const square = {
  points: [
    [0, 0],
    [2, 0],
    [2, 1],
    [0, 1],
  ],
  labels: ["a", "b", "c", "d"],
};

describe("embeddingMap", () => {
  it("puts places into 16 bits, both directions to one scale", () => {
    // 2 wide is the whole square; 1 high is its middle half: 0.25 and 0.75 of 65,535.
    const { frames } = pageData(embeddingMap(square));
    assert.deepEqual(shorts(frames[0]!.xy), [0, 16384, 65535, 16384, 65535, 49151, 0, 49151]);
  });

  it("stores each point's true neighbours, their cosines, and how many it keeps", () => {
    const vectors = [
      [1, 0],
      [1, 0.1],
      [0, 1],
      [0.1, 1],
    ];
    const map = embeddingMap({ ...square, vectors, k: 1 });
    const { truths, frames } = pageData(map);
    assert.deepEqual(shorts(truths[0]!.ids), [1, 0, 3, 2]);
    // cos((1, 0), (1, 0.1)) = 1/√1.01 = 0.995 → 1.00, stored from 0 for −1 to 200 for 1.
    assert.deepEqual(bytes(truths[0]!.near!), [200, 200, 200, 200]);
    // On the map a's nearest is d, one below: none is kept.
    assert.deepEqual(bytes(frames[0]!.kept!), [0, 0, 0, 0]);
    assert.deepEqual([map.share, map.chance], [0, 1 / 3]);
  });

  it("says the share that neighbourPreservation counts", () => {
    const options = someMap(150);
    const map = embeddingMap({ ...options, k: 7 });
    const { share } = neighbourPreservation(options.vectors, options.points, { k: 7 });
    // Rounding to 16 bits may swap a pair of equals.
    assert.ok(Math.abs(map.share! - share) < 0.003, `${map.share} ${share}`);
    const neighbours = nearestNeighbours(options.vectors, { k: 9 });
    const { points, labels } = options;
    assert.equal(embeddingMap({ points, labels, neighbours, k: 7 }).share, map.share);
  });

  it("says nothing of neighbours without vectors", () => {
    const map = embeddingMap(square);
    assert.deepEqual([map.share, map.chance, map.shares], [undefined, undefined, [undefined]]);
    assert.doesNotMatch(map.toHtml().replace(/<script[\s\S]*?<\/script>/g, ""), /neighbour/);
  });

  it("keeps ids above 65,535 whole", () => {
    const n = 70_000;
    const ids = new Int32Array(n).fill(69_999);
    const distances = new Float32Array(n);
    const map = embeddingMap({
      ...cloudMap(n),
      neighbours: { shape: [n, 1], ids, distances },
      k: 1,
    });
    const { truths } = pageData(map);
    assert.equal(shorts(truths[0]!.ids)[0]! + 65536 * bytes(truths[0]!.high!)[0]!, 69_999);
    assert.match(map.describe(), /w69999/);
  });

  it("folds the smallest groups beyond eighteen into one", () => {
    const labels = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const points = labels.map((_, i) => [i, 0]);
    const groupsOf = (count: number) =>
      pageData(embeddingMap({ points, labels, groups: labels.map((_, i) => `g${i % count}`) }))
        .groups!;
    assert.equal(groupsOf(18).names.length, 18);
    const { names, counts, of, hasRest } = groupsOf(20);
    assert.deepEqual(names.slice(17), ["g17", "other (2 groups)"]);
    assert.deepEqual([counts[18], hasRest], [6, true]);
    assert.deepEqual(bytes(of).slice(17, 21), [17, 18, 18, 0]);
  });

  it("ranks names by importance, and takes vectors along where they are small", () => {
    const { order, vectors } = pageData(
      embeddingMap({ ...square, importance: [3, 9, 1, 9], vectors: square.points }),
    );
    assert.deepEqual(
      shorts(order!).filter((_, at) => at % 2 === 0),
      [1, 3, 0, 2],
    );
    assert.ok(vectors);
    const wide = square.points.map(() => new Array(70_000).fill(1));
    assert.equal(pageData(embeddingMap({ ...square, vectors: wide })).vectors, undefined);
  });

  it("is shown as HTML and as words, with a sentence and a table for those who do not see", () => {
    const bundle = bundleOf(embeddingMap(someMap()));
    assert.match(String(bundle["text/html"]), /^<figure class="lab-map"/);
    const words = String(bundle["text/plain"]);
    assert.match(words, /^\[Map: Animals\. 200 points in 5 groups: ant \(40\), bee \(40\)/);
    assert.match(words, /It keeps [\d.]+% of each point's 10 true neighbours; chance is 5%/);
    assert.match(words, /nearest in truth/);
  });

  it("stays within 30 kB for its script and 500 kB for 5,000 points", () => {
    assert.ok(mapLoaderSource().length < 30_000, `${mapLoaderSource().length} bytes`);
    const html = embeddingMap({ ...someMap(5000), freeAxes: false }).toHtml();
    assert.ok(html.length < 500_000, `${html.length} bytes`);
  });

  it("lets no text out of its script", () => {
    const labels = ["</script><b>", "<!--", "\u2028", "x"];
    const html = embeddingMap({ ...square, labels, title: "</script>" }).toHtml();
    assert.equal(html.match(/<\/script>/g)!.length, 2);
    assert.ok(!html.includes("<b>") && !html.includes("<!--"));
    assert.ok(!/<\/script/i.test(mapScript()));
  });

  it("says what it got when the input is wrong", () => {
    const { points } = square;
    assert.throws(
      () => embeddingMap({ points, labels: ["a"] }),
      /labels must be one per point, got 1 for 4/,
    );
    assert.throws(
      () => embeddingMap({ points: [[1, 2, 3]], labels: ["a"] }),
      /\[N, 2\], got \[1,3\].*pca/,
    );
    assert.throws(
      () => embeddingMap({ points: [[1, 2]], labels: ["a"] }),
      /2 to 200000 points, got 1/,
    );
    assert.throws(() => embeddingMap({ ...square, groups: ["g"] }), /groups must be one per point/);
    assert.throws(
      () => embeddingMap({ ...square, vectors: [[1]] }),
      /vectors must be one per point, got 1/,
    );
    assert.throws(() => embeddingMap({ ...square, importance: [1] }), /importance must be one per/);
    assert.throws(() => embeddingMap({ ...square, axes: [["a", "b"]] }), /axes need vectors/);
    assert.throws(
      () => embeddingMap({ ...square, vectors: points, axes: [["a", "z"]] }),
      /axes name labels, got "z"/,
    );
    assert.throws(() => embeddingMap({ ...square, freeAxes: true }), /freeAxes need vectors/);
    assert.throws(() => embeddingMap({ ...square, vectors: points, k: 0 }), /k must be .* got 0/);
  });
});

describe("morphMap", () => {
  it("turns the first map onto the second, so that a mere turn moves nothing", () => {
    const turned = square.points.map(([x, y]) => [7 - 3 * y!, 3 * x!]);
    const { frames } = pageData(
      morphMap({
        before: { points: turned },
        after: { points: square.points },
        labels: square.labels,
      }),
    );
    assert.deepEqual(
      frames.map(({ name }) => name),
      ["before", "after"],
    );
    const [before, after] = frames.map(({ xy }) => shorts(xy));
    before!.forEach((value, at) => assert.ok(Math.abs(value - after![at]!) <= 1));
  });

  it("keeps the neighbours of both ends, and those of one set of vectors once", () => {
    const { points, vectors, labels } = someMap(50);
    const other = vectors.map((row) => row.map((x) => -x * x));
    const ends = (second: typeof vectors) =>
      pageData(
        morphMap({ before: { points, vectors }, after: { points, vectors: second }, labels }),
      );
    assert.deepEqual(
      ends(other).frames.map(({ truth }) => truth),
      [0, 1],
    );
    assert.equal(ends(vectors).truths.length, 1);
  });

  it("needs the truth of both ends or of none", () => {
    const { points, vectors, labels } = someMap(50);
    assert.throws(
      () => morphMap({ before: { points, vectors }, after: { points }, labels }),
      /morphMap: either all frames need vectors or neighbours, or none/,
    );
  });
});

describe("trainingMap", () => {
  const frame = (size: number) => ({
    name: `size ${size}`,
    points: square.points.map(([x, y]) => [size * x!, size * y!]),
  });

  it("shows growth, unless frames may be stretched", () => {
    const widths = (scaling: boolean) =>
      pageData(
        trainingMap({ frames: [frame(1), frame(2), frame(4)], labels: square.labels, scaling }),
      )
        .frames.map(({ xy }) => shorts(xy))
        .map((xy) => Math.max(...xy) - Math.min(...xy));
    const [first, second, third] = widths(false);
    assert.ok(Math.abs(third! / first! - 4) < 0.01 && Math.abs(third! / second! - 2) < 0.01);
    assert.deepEqual(new Set(widths(true)).size, 1);
  });

  it("turns every frame onto the next, beginning at the last", () => {
    const rng = createRng(8);
    const cloud = () => Array.from({ length: 12 }, () => [rng.normal(), rng.normal()]);
    const [first, second, third] = [cloud(), cloud(), cloud()];
    const labels = third.map((_, i) => `p${i}`);
    const frames = [first, second, third].map((points, i) => ({ name: `${i}`, points }));
    const pages = pageData(trainingMap({ frames, labels })).frames.map(({ xy }) => shorts(xy));
    const middle = procrustes(second, third, { scaling: false }).aligned;
    const start = procrustes(first, middle, { scaling: false }).aligned;
    // The last frame tells how long a unit is on the page.
    const unit = (pages[2]![0]! - pages[2]![2]!) / (third[0]![0]! - third[1]![0]!);
    start.values.forEach((value: number, at: number) => {
      const onPage = (pages[0]![at]! - pages[2]![at % 2]!) / unit + third[0]![at % 2]!;
      assert.ok(Math.abs(onPage - value) < 1e-3, `${at}: ${onPage} ${value}`);
    });
  });

  it("needs two frames at least", () => {
    const { labels } = square;
    assert.throws(() => trainingMap({ frames: [frame(1)], labels }), /2 to 200 frames, got 1/);
  });
});

describe("MAP_THEMES", () => {
  it("keeps words at a contrast of 4.5 and edges at 3, in light and dark", () => {
    const rgb = (hex: string) =>
      `rgb(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join()})`;
    for (const theme of Object.values(MAP_THEMES)) {
      for (const ground of [theme.paper, theme.raised]) {
        for (const word of [theme.ink, theme.muted, theme.accent]) {
          assert.ok(contrast(rgb(word), rgb(ground)) >= 4.5, `${word} on ${ground}`);
        }
        assert.ok(contrast(rgb(theme.edge), rgb(ground)) >= 3, `${theme.edge} on ${ground}`);
      }
      const lightness = theme.steps.map((step) => contrast(rgb(step), "rgb(0,0,0)"));
      const sorted = [...lightness].sort((a, b) => (theme.isDark ? a - b : b - a));
      assert.deepEqual(lightness, sorted, "more kept is farther from the paper");
    }
  });
});
