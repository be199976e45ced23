/** The confidence below which the town's questions get no answer, found on its dev questions. */
import type { Town } from "../../src/data/types";
import { calibrateAbstention } from "../../src/rag/abstention";
import { RagPipeline, type RagPipelineOptions } from "../../src/rag/pipeline";

/** Half of the questions that can't be answered; lesson 12 judges the threshold on the others. */
export async function abstentionThresholdOf(
  parts: RagPipelineOptions,
  { dev, unanswerable }: Pick<Town, "dev" | "unanswerable">,
): Promise<number> {
  const pipeline = new RagPipeline(parts);
  const confidences = async (questions: readonly { question: string }[]) => {
    const found: number[] = [];
    for (const { question } of questions) {
      found.push((await pipeline.ask(question)).trace.confidence);
    }
    return found;
  };
  const known = await confidences(dev);
  const unknown = await confidences(unanswerable.filter((_, i) => i % 2 === 0));
  return calibrateAbstention(known, unknown).threshold;
}
