/**
 * npm run train:dual: a dual encoder and a single encoder for the town, and if asked for a re-ranker,
 * measured beside BM25 on questions about passages that no training question was about.
 *
 * Into FOLDER: retrieval.json with all numbers; dual/, single/ and reranker/, of the first seed.
 */
import { mkdir } from "node:fs/promises";
import { cpus } from "node:os";
import { InterruptedError } from "../src/core/interrupt";
import { loadDataset } from "../src/data/datasets";
import { shippedModelFolder } from "../src/data/shipped-models";
import { startLab } from "../src/engine/lab";
import { HELP, parsePlan } from "./train-dual/plan";
import { runSeeds } from "./train-dual/results";

async function main(): Promise<void> {
  const plan = parsePlan(process.argv.slice(2));
  if (plan === undefined) return console.log(HELP);
  await startLab({ backend: "cpu", quiet: true });
  const bert = plan.bert ?? (await shippedModelFolder("bert-small"));
  const town = await loadDataset("town");
  await mkdir(plan.folder, { recursive: true });
  const processor = `${cpus()[0]?.model ?? "unknown"}, ${plan.threads ?? cpus().length} threads`;
  const machine = { processor, node: process.version };
  console.log(`wrote ${await runSeeds(plan, { bert, town, machine })}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof InterruptedError ? error.message : error);
  process.exitCode = 1;
});
