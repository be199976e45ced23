/**
 * npm run train:sentence: sentence encoders and a cross-encoder from the pre-trained BERT.
 *
 * One of them, into FOLDER/NAME as sentence-transformers lays out a model, with training.json, the
 * record of how it was made; or with --ladder all of them, measured, into FOLDER/ladder.json.
 *
 * The folder holds weights of 16 bits, which this library and sentence-transformers read. For
 * transformers.js an ONNX file must stand beside them: load the encoder, and save() writes one.
 */
import { mkdir } from "node:fs/promises";
import { cpus } from "node:os";
import path from "node:path";
import { InterruptedError } from "../src/core/interrupt";
import { shippedModelFolder } from "../src/data/shipped-models";
import { startLab } from "../src/engine/lab";
import { loadSentenceData } from "./train-sentence/data";
import { byCosine, byCrossEncoder, evaluate } from "./train-sentence/evaluate";
import { runLadder } from "./train-sentence/ladder";
import { HELP, parsePlan, type Plan } from "./train-sentence/plan";
import { trainCrossEncoder, trainEncoder, type TrainingReport } from "./train-sentence/train";

async function main(): Promise<void> {
  const plan = parsePlan(process.argv.slice(2));
  if (plan === undefined) return console.log(HELP);
  await startLab({ backend: "cpu", quiet: true });
  const bert = plan.bert ?? (await shippedModelFolder("bert-small"));
  const data = await loadSentenceData();
  await mkdir(plan.folder, { recursive: true });
  const common = { bert, data };
  if (plan.what === "ladder") return console.log(`wrote ${await runLadder(plan, common)}`);

  const [seed] = plan.seeds as [number];
  const parts = { plan, ...common, seed };
  const folder = path.join(plan.folder, plan.what);
  const record = (report: TrainingReport, scores: object | undefined) => {
    const settings = { ...plan, folder: undefined, bert: path.basename(bert) };
    const made = { madeBy: `npm run train:sentence -- --loss ${plan.what}`, settings, scores };
    const all = { ...made, ...report, ...machine(plan) };
    return { "training.json": `${JSON.stringify(all, null, 2)}\n` };
  };
  if (plan.what === "cross-encoder" || plan.what === "nli-cross-encoder") {
    const { encoder, report } = await trainCrossEncoder(plan.what, parts);
    const isScorer = encoder.config.numLabels === 1;
    const scores = isScorer ? await evaluate(byCrossEncoder(encoder), data) : undefined;
    await encoder.save(folder, { dtype: "F16", onnx: false, files: record(report, scores) });
    await encoder.dispose();
  } else {
    const teacher = async () => (await trainCrossEncoder("cross-encoder", parts)).encoder;
    const { encoder, report } = await trainEncoder(plan.what, parts, teacher);
    const scores = await evaluate(byCosine(encoder), data);
    await encoder.save(folder, { dtype: "F16", onnx: false, files: record(report, scores) });
    await encoder.dispose();
  }
  console.log(`wrote ${folder}`);
}

function machine({ threads }: Plan): object {
  const processor = `${cpus()[0]?.model ?? "unknown"}, ${threads ?? cpus().length} threads`;
  return { processor, node: process.version };
}

main().catch((error: unknown) => {
  console.error(error instanceof InterruptedError ? error.message : error);
  process.exitCode = 1;
});
