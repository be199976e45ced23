/** Files that are either the old ones or the new ones, whenever the program is stopped. */
import { renameSync, rmSync, writeFileSync } from "node:fs";

export function writeFileAtomic(path, content) {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
