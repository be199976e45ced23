/**
 * What `npm run ask` searches with: the encoder that was tuned for questions and passages, and late
 * interaction, which puts what was found in its own order (lesson 12 measures both).
 */
import { shippedModelFolder } from "../../src/data/shipped-models";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import { LateInteraction } from "../../src/dual-encoder/late-interaction";
import type { ChunkEncoder } from "../../src/rag/chunk-encoder";
import { dualEncoderSides } from "../../src/rag/encoder-adapters";
import type { QueryEncoder } from "../../src/rag/query-encoder";
import type { Reranker } from "../../src/rag/score-sentences";

export async function loadSearchModel(): Promise<{
  chunks: ChunkEncoder;
  questions: QueryEncoder;
  reranker: Reranker;
}> {
  const encoder = await DualEncoder.load(await shippedModelFolder("retrieval-small"));
  const reranker = await LateInteraction.load(await shippedModelFolder("late-small"));
  return { ...(await dualEncoderSides(encoder)), reranker };
}
