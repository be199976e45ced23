/**
 * An ingest that is made to be killed: `node --import tsx killed-ingest.ts FOLDER STORE` puts the
 * files of a folder into a store on disk, slowly, and says "ready" when it begins.
 */
import type { ChunkEncoder } from "../../src/rag/chunk-encoder";
import { ingestFolder, type IngestReport } from "../../src/rag/ingest";
import { LanceStore } from "../../src/search/lance-store";

export const ABOUT = { dimension: 4, model: "lengths" };

/** @param delay milliseconds for each group of chunks */
export function lengthEncoder(delay: number): ChunkEncoder {
  return {
    ...{ dimension: ABOUT.dimension, fingerprint: ABOUT.model },
    async encode(texts) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      return texts.map((text) => Float32Array.of(1, text.length, 0, 1));
    },
    countTokens: (text) => text.split(/\s+/).length,
  };
}

export async function ingestInto(
  folder: string,
  storeFolder: string,
  delay: number,
): Promise<IngestReport> {
  const store = await LanceStore.open(storeFolder, ABOUT, { onWarning: () => undefined });
  try {
    return await ingestFolder(folder, { store, encoder: lengthEncoder(delay) });
  } finally {
    await store.close();
  }
}

if (require.main === module) {
  const [folder, storeFolder] = process.argv.slice(2) as [string, string];
  console.log("ready");
  ingestInto(folder, storeFolder, 5).then(
    () => console.log("done"),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}
