/**
 * One checkpoint in one file: a safetensors file, whose header also holds what isn't a tensor.
 *
 * The file is written whole or not at all (src/core/safetensors-write.ts). A digest of everything
 * in it tells a file that was damaged later, by a failing disk or a broken copy, from a good one.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { createHash } from "node:crypto";
import { openSafetensors } from "../core/safetensors";
import type { SafetensorsDtype } from "../core/safetensors-dtypes";
import { writeSafetensors } from "../core/safetensors-write";
import type { HostArray, HostType } from "../engine/host-array";

export type NamedArrays = Readonly<Record<string, HostArray>>;

const DTYPES: Record<HostType, SafetensorsDtype> = { float32: "F32", int32: "I32", bool: "BOOL" };
const RECORD = "embedding-lab";
const DIGEST = "sha256";

/** @param record anything that JSON can hold */
export async function writeCheckpointFile(
  file: string,
  tensors: NamedArrays,
  record: unknown,
): Promise<void> {
  const text = JSON.stringify(record);
  const entries = Object.entries(tensors).map(([name, { dtype, shape, data }]) => {
    return [name, { dtype: DTYPES[dtype], shape, values: data }] as const;
  });
  await writeSafetensors(file, new Map(entries), {
    metadata: { format: "pt", [RECORD]: text, [DIGEST]: digestOf(tensors, text) },
  });
}

/** @throws an Error that says what is wrong with the file */
export async function readCheckpointFile(
  file: string,
): Promise<{ tensors: Record<string, HostArray>; record: unknown }> {
  const opened = await openSafetensors(file);
  try {
    const text = opened.metadata.get(RECORD);
    const digest = opened.metadata.get(DIGEST);
    if (text === undefined || digest === undefined) {
      throw new Error(`${file} isn't a checkpoint of a training`);
    }
    const tensors: Record<string, HostArray> = {};
    for (const name of opened.tensors.keys()) {
      const { dtype, shape, values } = await opened.read(name);
      const type = (Object.keys(DTYPES) as HostType[]).find((key) => DTYPES[key] === dtype);
      if (type === undefined) throw new Error(`${file} has a tensor of type ${dtype}, ${name}`);
      tensors[name] = { dtype: type, shape, data: values as HostArray["data"] };
    }
    if (digestOf(tensors, text) !== digest) {
      throw new Error(`${file} is damaged: its content doesn't match its digest`);
    }
    return { tensors, record: JSON.parse(text) as unknown };
  } finally {
    await opened.close();
  }
}

function digestOf(tensors: NamedArrays, text: string): string {
  const hash = createHash("sha256").update(text);
  for (const name of Object.keys(tensors).sort()) {
    const { dtype, shape, data } = tensors[name]!;
    hash.update(`\n${name} ${dtype} [${shape}]\n`);
    hash.update(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  return hash.digest("hex");
}
