/**
 * What `npm run ask` searches with: the encoder that was tuned for questions and passages. There is
 * no re-ranker: of those at hand, none is better than no re-ranker (lesson 12).
 */
import { shippedModelFolder } from "../../src/data/shipped-models";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import type { ChunkEncoder } from "../../src/rag/chunk-encoder";
import { dualEncoderSides } from "../../src/rag/encoder-adapters";
import type { QueryEncoder } from "../../src/rag/query-encoder";

export async function loadSearchModel(): Promise<{
  chunks: ChunkEncoder;
  questions: QueryEncoder;
}> {
  return dualEncoderSides(await DualEncoder.load(await shippedModelFolder("retrieval-small")));
}
