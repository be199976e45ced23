import { after, before, describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { readFileSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createRng } from "../../src/core/rng";
import { openSafetensors } from "../../src/core/safetensors";
import { startLab } from "../../src/engine/lab";
import type { TrainableModel } from "../../src/training/loss";
import type { OptimizationOptions } from "../../src/training/optimization";
import type { ExecutionOptions } from "../../src/training/step-runner";
import { Trainer } from "../../src/training/trainer";
import type { TrainingEvent } from "../../src/training/training-run";
import { killAgainAndAgain } from "./killed-run";
import { freeModel, smallData, smallModel } from "./small-model";

const ADAM: OptimizationOptions = { learningRate: 0.05, warmupSteps: 3, totalSteps: 60 };
const scratch = mkdtempSync(path.join(tmpdir(), "checkpoint-test-"));
let model: TrainableModel;
let folders = 0;

before(async () => {
  await startLab({ backend: "cpu", quiet: true });
  model = smallModel();
});
after(() => {
  freeModel(model);
  rmSync(scratch, { recursive: true });
});

for (const [mode, execution] of Object.entries({
  compiled: { threads: 1 },
  eager: { compiled: false },
} as Record<string, ExecutionOptions>)) {
  describe(`Trainer.run with checkpoints, ${mode}`, () => {
    it("goes on after a checkpoint with the same bits as without one", async () => {
      const straight = await lossesOf({ execution }, { steps: 20 });
      const folder = newFolder();
      const first = await lossesOf({ execution }, { steps: 9, folder });
      const second = await lossesOf({ execution }, { steps: 20, folder });
      assert.deepEqual([...first, ...second], straight);
    });
  });
}

describe("saveCheckpoint", () => {
  it("keeps the newest two, and leaves nothing half-written", async () => {
    const folder = newFolder();
    await lossesOf({}, { steps: 10, folder, every: 3 });
    const expected = ["step-00000009.safetensors", "step-00000010.safetensors"];
    assert.deepEqual(readdirSync(folder).sort(), expected);
  });

  it("takes away what a process that is gone left half-written, and nothing else", async () => {
    const folder = newFolder();
    await lossesOf({}, { steps: 2, folder });
    const ofDead = "step-00000007.safetensors.999999999-0.tmp"; // above any process number
    const ofLiving = `step-00000007.safetensors.${process.pid}-0.tmp`;
    for (const name of [ofDead, ofLiving, "notes.tmp"]) writeFileSync(path.join(folder, name), "");
    await lossesOf({}, { steps: 3, folder });
    const names = readdirSync(folder).filter((name) => name.endsWith(".tmp"));
    assert.deepEqual(names.sort(), ["notes.tmp", ofLiving].sort());
  });

  it("writes files that any reader of safetensors opens, weights by name", async () => {
    const folder = newFolder();
    await lossesOf({}, { steps: 2, folder });
    const file = await openSafetensors(path.join(folder, "step-00000002.safetensors"));
    assert.deepEqual(file.tensors.get("weight/table")!.shape, [11, 6]);
    assert.deepEqual((await file.read("optimizer/step")).values, Float32Array.of(2));
    await file.close();
  });
});

describe("loadCheckpoint", () => {
  const damages: Record<string, (file: string) => void> = {
    "cut off": (file) => truncateSync(file, 1000),
    empty: (file) => truncateSync(file, 0),
    "longer than it should be": (file) => appendFileSync(file, "x"),
    "wrong in one bit of a weight": (file) => flip(file, readFileSync(file).length - 5),
    "wrong in one bit of its record": (file) => flip(file, 100),
  };
  for (const [how, damage] of Object.entries(damages)) {
    it(`passes over a newest file that is ${how}, says so, and ends with the same bits`, async () => {
      const straight = await lossesOf({}, { steps: 10 });
      const folder = newFolder();
      await lossesOf({}, { steps: 6, folder, every: 3 });
      damage(path.join(folder, "step-00000006.safetensors"));
      const events: TrainingEvent[] = [];
      const rest = await lossesOf(
        {},
        { steps: 10, folder, onEvent: (event) => events.push(event) },
      );
      assert.deepEqual(rest, straight.slice(3));
      const warning = events.find((event) => event.type === "warning");
      assert.ok(warning?.type === "warning");
      assert.match(warning.message, /step-00000006.* passed over for step-00000003/);
      assert.ok(existsSync(path.join(folder, "step-00000006.safetensors.damaged")));
    });
  }

  it("refuses to begin anew where all files are damaged", async () => {
    const folder = newFolder();
    await lossesOf({}, { steps: 6, folder, every: 3 });
    for (const name of readdirSync(folder)) truncateSync(path.join(folder, name), 50);
    await assert.rejects(
      lossesOf({}, { steps: 8, folder }),
      /none of the 2 checkpoints in .* can be/,
    );
  });

  it("refuses another model's checkpoint and says what differs", async () => {
    const folder = newFolder();
    await lossesOf({}, { steps: 2, folder });
    const wider = smallModel({ width: 8 });
    await assert.rejects(
      lossesOf({ model: wider }, { steps: 4, folder }),
      /of another model: model\.description\.width: 6 there, 8 here; model\.weights\.table: float32 \[11,6\] there, float32 \[11,8\] here/,
    );
    freeModel(wider);
  });

  it("refuses other data and other settings, unless they are accepted", async () => {
    const folder = newFolder();
    await lossesOf({}, { steps: 2, folder });
    const data = smallData(createRng(99));
    await assert.rejects(
      lossesOf({ data }, { steps: 4, folder }),
      /trained otherwise: data: .* there/,
    );
    const optimization = { ...ADAM, maxGradientNorm: 3 };
    await assert.rejects(
      lossesOf({ optimization }, { steps: 4, folder }),
      /settings\.maxGradientNorm: 1 there, 3 here\. checkpoint\.acceptChanges/,
    );
    const losses = await lossesOf({ optimization }, { steps: 4, folder, acceptChanges: true });
    assert.equal(losses.length, 2);
  });
});

describe("a training that is killed again and again", () => {
  it("ends with the same bits as one that nobody disturbed", { timeout: 120_000 }, async () => {
    const folder = newFolder();
    const rng = createRng(Date.now() % 1000);
    const found = await killAgainAndAgain({
      ...{ kills: 4, folder, rng, longest: 400, damageEvery: 3 },
    });
    assert.equal(found.kills, 4);
    assert.ok(found.reported >= found.damaged);
    assert.ok(found.compared >= found.steps);
  });
});

interface RunSettings {
  steps: number;
  folder?: string;
  every?: number;
  acceptChanges?: boolean;
  onEvent?: (event: TrainingEvent) => void;
}

async function lossesOf(
  {
    execution = { threads: 1 },
    model: trained = model,
    data = smallData(createRng(3)),
    optimization = ADAM,
  }: Partial<ConstructorParameters<typeof Trainer>[0]>,
  { steps, folder, every = 5, acceptChanges, onEvent }: RunSettings,
): Promise<number[]> {
  const trainer = new Trainer({ model: trained, data, optimization, rng: createRng(4), execution });
  const losses: number[] = [];
  try {
    await trainer.run({
      ...{ steps, onEvent, onStep: ({ loss }) => losses.push(loss) },
      ...(folder && { checkpoint: { folder, every, acceptChanges } }),
    });
  } finally {
    await trainer.dispose();
  }
  return losses;
}

function newFolder(): string {
  const folder = path.join(scratch, String(folders++));
  return mkdtempSync(`${folder}-`);
}

function flip(file: string, place: number): void {
  const bytes = readFileSync(file);
  bytes[place]! ^= 1;
  writeFileSync(file, bytes);
}
