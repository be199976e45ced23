/** The small JSON file of settings that lies in a model's folder. */
import { readFile } from "node:fs/promises";

/** @throws RangeError where there is none */
export async function readSettings(caller: string, file: string): Promise<Record<string, unknown>> {
  try {
    return (JSON.parse(await readFile(file, "utf8")) ?? {}) as Record<string, unknown>;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === "ENOENT" ? "isn't there" : "isn't JSON";
    throw new RangeError(`${caller}: ${file} ${why}`);
  }
}
