/** Our timed process for bench/engine.ts: a case as JSON in the first argument, orders on stdin. */
import { startLab } from "../../src/engine/lab";
import { hashedWeights, type BertCase } from "./bert-case";
import { weightShapes } from "./bert-tasks";
import { compiledAct } from "./compiled-act";
import { serve } from "./serve";

void main(JSON.parse(process.argv[2]!) as BertCase);

async function main(task: BertCase): Promise<void> {
  await startLab({ backend: "cpu", quiet: true });
  const weights = hashedWeights(weightShapes(task));
  await serve(async () => {
    const act = await compiledAct(task, weights);
    for (const tensor of Object.values(weights)) tensor.dispose();
    return act;
  });
}
