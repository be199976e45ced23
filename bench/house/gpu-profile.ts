/**
 * Where the time of a compiled step goes on a GPU, by ONNX Runtime's own profile. A process of its
 * own, since profiling slows a session down: a case as JSON in the first argument, a GpuProfile as
 * the last line of what it prints.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InferenceSession } from "onnxruntime-node";
import { startLab } from "../../src/engine/lab";
import { ortRuntime } from "../../src/engine/ort-runtime";
import { hashedWeights, type BertCase } from "./bert-case";
import { weightShapes } from "./bert-tasks";
import { compiledAct } from "./compiled-act";
import type { GpuProfile } from "./gpu-results";

const WARM_UP = 4;
const STEPS = 4;

/** An event of the profile; times in microseconds. */
interface Event {
  readonly cat: string;
  readonly name: string;
  readonly ts: number;
  readonly dur: number;
  readonly args?: { readonly op_name?: string };
}

void main(JSON.parse(process.argv[2]!) as BertCase);

async function main(task: BertCase): Promise<void> {
  await startLab({ backend: "cpu", quiet: true });
  const folder = mkdtempSync(join(tmpdir(), "gpu-profile-"));
  try {
    const sessions = profiledSessions(join(folder, "profile"));
    const stepMilliseconds = await profiledStep(task);
    for (const session of sessions) session.endProfiling();
    const profile = summary(readEvents(folder));
    console.log(JSON.stringify({ ...profile, stepMilliseconds }));
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.exit();
}

/** Every session opened from now on writes a profile. */
function profiledSessions(prefix: string): InferenceSession[] {
  const { InferenceSession: Factory } = ortRuntime();
  const create = Factory.create.bind(Factory) as (
    model: Uint8Array,
    options: InferenceSession.SessionOptions,
  ) => Promise<InferenceSession>;
  const sessions: InferenceSession[] = [];
  const profiled = async (model: Uint8Array, options: InferenceSession.SessionOptions) => {
    const settings = { ...options, enableProfiling: true, profileFilePrefix: prefix };
    const session = await create(model, settings);
    sessions.push(session);
    return session;
  };
  Object.assign(Factory, { create: profiled });
  return sessions;
}

/** Median milliseconds of a step while it is profiled. */
async function profiledStep(task: BertCase): Promise<number> {
  const act = await compiledAct(task, hashedWeights(weightShapes(task)));
  const milliseconds: number[] = [];
  for (let i = 0; i < WARM_UP + STEPS; i++) {
    const start = performance.now();
    await act();
    if (i >= WARM_UP) milliseconds.push(performance.now() - start);
  }
  return milliseconds.sort((a, b) => a - b)[STEPS >> 1]!;
}

function readEvents(folder: string): Event[] {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  return texts.flatMap((text) => JSON.parse(text) as Event[]);
}

/** Means of the last steps. */
function summary(events: readonly Event[]): Omit<GpuProfile, "stepMilliseconds"> {
  const runs = events.filter(({ name }) => name === "model_run").slice(-STEPS);
  const begin = runs[0]!.ts;
  const perStep = (cat: string, nameOf: (event: Event) => string) => {
    const sums = new Map<string, { milliseconds: number; count: number }>();
    for (const event of events) {
      if (event.cat !== cat || event.ts < begin) continue;
      const sum = sums.get(nameOf(event)) ?? { milliseconds: 0, count: 0 };
      sum.milliseconds += event.dur / 1000 / STEPS;
      sum.count += 1 / STEPS;
      sums.set(nameOf(event), sum);
    }
    const rows = [...sums].map(([name, sum]) => ({ name, ...sum }));
    return rows.sort((a, b) => b.milliseconds - a.milliseconds);
  };
  return {
    runMilliseconds: runs.reduce((sum, { dur }) => sum + dur / 1000, 0) / runs.length,
    onGpu: perStep("Api", ({ name }) => name.split("&")[1] ?? name),
    dispatched: perStep("Node", ({ name, args }) => args?.op_name ?? name),
  };
}
