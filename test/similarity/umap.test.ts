import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { UMAP } from "umap-js";
import { createRng } from "../../src/core/rng";
import { nearestNeighbours } from "../../src/similarity/nearest-neighbours";
import { neighbourPreservation } from "../../src/similarity/neighbour-preservation";
import { Umap } from "../../src/similarity/umap";
import { fitUmapCurve, umapPull, umapPush } from "../../src/similarity/umap-curve";
import { umapGraph } from "../../src/similarity/umap-graph";
import golden from "../golden/maps.json";

/** Six clusters in ten dimensions. */
function clusters(n: number): number[][] {
  const rng = createRng(4);
  const centres = Array.from({ length: 6 }, () =>
    Array.from({ length: 10 }, () => 4 * rng.normal()),
  );
  return Array.from({ length: n }, (_, i) => centres[i % 6]!.map((x) => x + rng.normal()));
}

describe("fitUmapCurve", () => {
  it("equals umap-learn's a and b", () => {
    for (const { minDist, spread, a, b } of golden.umapCurves) {
      const got = fitUmapCurve(minDist, spread);
      assert.ok(Math.abs(got.a - a) < 1e-4 * a && Math.abs(got.b - b) < 1e-4, `${got.a} ${a}`);
    }
  });

  it("says what it got when the input is wrong", () => {
    assert.throws(() => fitUmapCurve(2, 1), /minDist must be from 0 to spread \(1\), got 2/);
    assert.throws(() => fitUmapCurve(0, 0), /spread must be above 0, got 0/);
  });
});

describe("umapPull and umapPush", () => {
  it("equal the values worked out by hand", () => {
    // a = 1, b = 1, d² = 4: pull −2 · 4 / 4 / (1 + 4) = −0.4; push 2 / (4.001 · 5).
    assert.equal(umapPull({ a: 1, b: 1 }, 4), -0.4);
    assert.ok(Math.abs(umapPush({ a: 1, b: 1 }, 4, 1) - 2 / (4.001 * 5)) < 1e-15);
    assert.equal(umapPush({ a: 1, b: 1 }, 4, 3), 3 * umapPush({ a: 1, b: 1 }, 4, 1));
  });
});

describe("umapGraph", () => {
  const neighbours = nearestNeighbours(golden.points, { k: 5, metric: "euclidean" });
  const graph = umapGraph(neighbours);

  it("equals umap-learn's, edge by edge", () => {
    let edges = 0;
    golden.umapGraph.forEach((row, i) =>
      row.forEach((weight, j) => {
        if (weight === 0) return;
        edges++;
        const at = graph.heads.findIndex((head, e) => head === i && graph.tails[e] === j);
        assert.ok(Math.abs(graph.weights[at]! - weight) < 1e-4, `${i} ${j}: ${weight}`);
      }),
    );
    assert.equal(graph.weights.length, edges);
  });

  it("says the same from both ends, in the order of the heads", () => {
    graph.heads.forEach((head, e) => {
      assert.ok(e === 0 || graph.heads[e - 1]! <= head);
      const back = graph.heads.findIndex(
        (other, f) => other === graph.tails[e] && graph.tails[f] === head,
      );
      assert.equal(graph.weights[back], graph.weights[e]);
    });
  });

  it("ties every point to its nearest for certain", () => {
    for (let i = 0; i < 18; i++) {
      const at = graph.heads.findIndex(
        (head, e) => head === i && graph.tails[e] === neighbours.ids[5 * i],
      );
      assert.ok(Math.abs(graph.weights[at]! - 1) < 1e-12);
    }
  });

  it("is whole where all points are one", () => {
    const { weights } = umapGraph(nearestNeighbours(new Array(8).fill([1, 1]), { k: 3 }));
    assert.ok(weights.every((weight) => weight === 1));
  });
});

describe("Umap", () => {
  it("keeps as many neighbours as umap-js does, from the same neighbours", async () => {
    const points = clusters(400);
    const settings = { nNeighbors: 15, nEpochs: 300 };
    const ours = await new Umap(points, {
      rng: createRng(1),
      metric: "euclidean",
      ...settings,
    }).run();
    const rng = createRng(1);
    const theirs = new UMAP({ ...settings, random: () => rng.uniform() }).fit(points);
    const kept = (map: Parameters<typeof neighbourPreservation>[1]) =>
      neighbourPreservation(points, map, { k: 14, metric: "euclidean" }).share;
    assert.ok(kept(ours) > kept(theirs) - 0.01, `${kept(ours)} ${kept(theirs)}`);
    assert.ok(kept(ours) > 0.3, String(kept(ours)));
  });

  it("keeps clusters together", async () => {
    const points = clusters(300);
    const map = await new Umap(points, { rng: createRng(1), nEpochs: 200 }).run();
    const { ids } = nearestNeighbours(map, { k: 5, metric: "euclidean" });
    const own = ids.filter((id, at) => id % 6 === Math.floor(at / 5) % 6).length;
    assert.ok(own / ids.length > 0.98, String(own / ids.length));
  });

  it("draws the same map for the same seed, another for another", async () => {
    const points = clusters(60);
    const draw = (seed: number) => new Umap(points, { rng: createRng(seed), nEpochs: 50 }).run();
    const [first, second, third] = [await draw(1), await draw(1), await draw(2)];
    assert.deepEqual(first, second);
    assert.notDeepEqual(first, third);
  });

  it("can be drawn step by step, with the same end", async () => {
    const points = clusters(60);
    const stepped = new Umap(points, { rng: createRng(1), nEpochs: 20 });
    const start = stepped.map();
    assert.deepEqual(stepped.step(), { epoch: 1, rate: 1 });
    assert.notDeepEqual(stepped.map(), start);
    for (let epoch = 2; epoch <= 20; epoch++) assert.equal(stepped.step().epoch, epoch);
    const seen: number[] = [];
    const ran = await new Umap(points, { rng: createRng(1), nEpochs: 20 }).run({
      onStep: ({ epoch }) => seen.push(epoch),
    });
    assert.deepEqual(stepped.map(), ran);
    assert.deepEqual(seen.length, 20);
    assert.throws(() => stepped.step(), /all 20 epochs are done/);
  });

  it("stops when asked, and keeps the map", async () => {
    const umap = new Umap(clusters(60), { rng: createRng(1), nEpochs: 100 });
    const controller = new AbortController();
    const onStep = ({ epoch }: { epoch: number }) => void (epoch === 5 && controller.abort());
    await assert.rejects(umap.run({ onStep, signal: controller.signal }), /the map as of epoch 5/);
    assert.equal(umap.step().epoch, 6);
  });

  it("starts where it is told, and takes neighbours that are known", () => {
    const points = clusters(40);
    const neighbours = nearestNeighbours(points, { k: 20 });
    const options = { nNeighbors: 10, nEpochs: 20 };
    const own = new Umap(points, { rng: createRng(1), ...options });
    const given = new Umap(points, { rng: createRng(1), ...options, neighbours });
    own.step();
    given.step();
    assert.deepEqual(own.map(), given.map());
    const start = points.map((_, i) => [i, 40 - i]);
    const { values } = new Umap(points, { rng: createRng(1), start }).map();
    assert.ok(Math.abs(values[2 * 39]! - (10 * 39) / 40) < 0.01, String(values[2 * 39]));
  });

  it("leaves no point at no place, however hard it is pushed", async () => {
    const points = [...clusters(30), ...new Array(30).fill(clusters(1)[0])];
    const umap = new Umap(points, { rng: createRng(1), repulsionStrength: 100, learningRate: 10 });
    const { values } = await umap.run();
    assert.ok(values.every((value) => Number.isFinite(value)));
  });

  it("says what it got when the input is wrong", () => {
    const points = clusters(10);
    const rng = createRng(1);
    assert.throws(() => new Umap(points.slice(0, 3), { rng }), /at least 4 points, got 3/);
    assert.throws(() => new Umap(points, { rng, nNeighbors: 11 }), /from 2 to 10, got 11/);
    assert.throws(() => new Umap(points, { rng, nEpochs: 0 }), /nEpochs must be .* got 0/);
    assert.throws(() => new Umap(points, { rng, learningRate: NaN }), /above 0, got NaN/);
    assert.throws(() => new Umap(points, { rng, start: [[1, 2]] }), /\[10, 2\], got \[1,2\]/);
    const neighbours = nearestNeighbours(points, { k: 3 });
    assert.throws(() => new Umap(points, { rng, neighbours }), /at least \[10, 9\].*got \[10,3\]/);
  });
});
