/**
 * The models that `npm run ask` searches with: the shipped dual encoder, and the cross-encoder that
 * orders what it finds.
 */
import { shippedModelFolder } from "../../src/data/shipped-models";
import { CrossEncoder } from "../../src/cross-encoder/cross-encoder";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import type { ChunkEncoder } from "../../src/rag/chunk-encoder";
import { dualEncoderSides } from "../../src/rag/encoder-adapters";
import type { QueryEncoder } from "../../src/rag/query-encoder";

export interface SearchModels {
  chunks: ChunkEncoder;
  questions: QueryEncoder;
  reranker: CrossEncoder;
}

export async function loadSearchModels(): Promise<SearchModels> {
  const dual = await DualEncoder.load(await shippedModelFolder("dual-small"));
  const reranker = await CrossEncoder.load(await shippedModelFolder("cross-small"));
  return { ...(await dualEncoderSides(dual)), reranker };
}
