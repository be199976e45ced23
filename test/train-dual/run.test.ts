import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { parsePlan, type Plan } from "../../bin/train-dual/plan";
import { runSeeds, type RetrievalFile } from "../../bin/train-dual/results";
import { loadDataset } from "../../src/data/datasets";
import { shippedModelFolder } from "../../src/data/shipped-models";
import type { Town, TownQuestion } from "../../src/data/types";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import { LateInteraction } from "../../src/dual-encoder/late-interaction";
import { startLab } from "../../src/engine/lab";

/** One chapter of the town. */
async function hills(): Promise<Town> {
  const town = await loadDataset("town");
  const isHill = ({ passageId }: TownQuestion) => passageId.startsWith("hills/");
  const [train, dev, test] = [town.train, town.dev, town.test].map((all) => all.filter(isHill));
  const passages = town.passages.filter(({ chapter }) => chapter === "hills");
  return { ...town, passages, train: train!, dev: dev!, test: test! };
}

describe("runSeeds", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "train-dual-"));
  const settings =
    "--seeds 7 --steps 3 --mined-steps 2 --reranker-steps 2 --batch 4 --depth 10 --threads 1";
  const plan: Plan = {
    ...parsePlan(settings.split(" "))!,
    ...{ folder, numQuestions: 2, numAsked: 1 },
  };
  let parts: { bert: string; town: Town; machine: object };
  let results: RetrievalFile;

  before(async () => {
    await startLab({ backend: "cpu", quiet: true });
    parts = { bert: await shippedModelFolder("bert-small"), town: await hills(), machine: {} };
    results = JSON.parse(fs.readFileSync(await runSeeds(plan, parts), "utf8")) as RetrievalFile;
  });
  after(() => fs.rmSync(folder, { recursive: true }));

  it("measures all systems, with and without the re-ranker, question by question", () => {
    const { systems, chosen, training } = results.runs[0]!;
    const names = ["bm25", "untuned", "single", "dual", "hybrid by rank", "hybrid"];
    assert.deepEqual(Object.keys(systems), [...names, "re-ranker alone"]);
    for (const { plain, reranked, fused } of names.map((name) => systems[name]!)) {
      for (const scores of [plain, reranked!, fused!]) {
        assert.equal(scores.ranks.length, parts.town.test.length);
        const hits = scores.ranks.filter((rank) => rank === 1).length;
        assert.ok(Math.abs(scores.all["hit@1"]!.estimate - hits / scores.ranks.length) < 1e-4);
      }
      // A new order of the first ten brings nobody in.
      assert.equal(plain.all["hit@10"]!.estimate, reranked!.all["hit@10"]!.estimate);
    }
    // What it orders first of all passages it orders first of any that hold it.
    const alone = systems["re-ranker alone"]!.plain.ranks;
    systems["bm25"]!.reranked!.ranks.forEach((rank, i) => {
      if (alone[i] === 1 && systems["bm25"]!.plain.ranks[i]! <= 10) assert.ok(rank <= 1);
    });
    assert.ok(chosen.rerankerWeight! >= 0);
    assert.equal(training.reranker!.steps, 2);
    assert.equal(training.single.minedSteps, 2);
  });

  it("keeps the models of the first seed", async () => {
    for (const [name, isShared] of [
      ["single", true],
      ["dual", false],
    ] as const) {
      const encoder = await DualEncoder.load(path.join(folder, name));
      assert.equal(encoder.isShared, isShared);
      await encoder.dispose();
    }
    await (await LateInteraction.load(path.join(folder, "reranker"))).dispose();
  });

  it("doesn't take a seed again, and refuses other settings", async () => {
    const file = path.join(folder, "retrieval.json");
    const before = fs.statSync(file).mtimeMs;
    await runSeeds(plan, parts);
    assert.equal(fs.statSync(file).mtimeMs, before);
    await assert.rejects(runSeeds({ ...plan, steps: 4 }, parts), /holds results of other settings/);
  });
});
