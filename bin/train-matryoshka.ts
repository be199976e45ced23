/**
 * npm run train:matryoshka: the same encoder trained twice, once with the nested loss and once
 * without, cut to fewer and fewer numbers, and measured: what does nesting buy?
 *
 * Writes datasets/results/matryoshka.json, which lesson 13 reads, and each encoder into
 * FOLDER/NAME-SEED, so that a second call measures again without training.
 */
import { cpus } from "node:os";
import path from "node:path";
import { writeFileWhole } from "../src/core/write-file";
import { loadDataset } from "../src/data/datasets";
import { shippedModelFolder } from "../src/data/shipped-models";
import { startLab } from "../src/engine/lab";
import { embedTask, matryoshkaTask } from "./train-matryoshka/measure";
import { HELP, MODELS, parsePlan, sizesOf, type ModelName } from "./train-matryoshka/plan";
import { report, type MeasuredRun } from "./train-matryoshka/report";
import { trainedEncoder } from "./train-matryoshka/train";

async function main(): Promise<void> {
  const plan = parsePlan(process.argv.slice(2));
  if (plan === undefined) return console.log(HELP);
  await startLab({ backend: "cpu", quiet: true });
  const bert = plan.bert ?? (await shippedModelFolder("bert-small"));
  const [sts, pairs, triplets] = [
    ...[await loadDataset("sts"), await loadDataset("pairs")],
    await loadDataset("triplets"),
  ] as const;
  const task = matryoshkaTask(sts.test, pairs.test);
  const runs: MeasuredRun[] = [];
  for (const seed of plan.seeds) {
    for (const model of Object.keys(MODELS) as ModelName[]) {
      const { encoder, training } = await trainedEncoder(model, seed, {
        ...{ plan, bert, triplets: triplets.train, pairs: pairs.train },
      });
      const sizes = sizesOf(encoder.size);
      runs.push({ model, seed, training, measured: await embedTask(encoder, task, sizes) });
      await encoder.dispose();
    }
  }
  const result = {
    madeBy: `npm run train:matryoshka -- --seeds ${plan.seeds.join(",")}`,
    settings: { ...plan, seeds: undefined, folder: undefined, out: undefined, bert: undefined },
    bert: path.basename(bert),
    processor: `${cpus()[0]?.model ?? "unknown"}, ${plan.threads ?? cpus().length} threads`,
    node: process.version,
    ...report(runs, task),
  };
  await writeFileWhole(plan.out, [`${JSON.stringify(result, null, 1)}\n`]);
  console.log(`wrote ${plan.out}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
