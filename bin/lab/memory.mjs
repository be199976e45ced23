/** Small things the lab remembers from one start to the next, in .jupyter/: safe to lose. */
import fs from "node:fs";
import path from "node:path";
import { JUPYTER_HOME } from "./root.mjs";

/** What was remembered under this name, or undefined: never was, or cannot be read any more. */
export function recall(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(JUPYTER_HOME, `${name}.json`), "utf8"));
  } catch {
    return undefined;
  }
}

/** Written whole or not at all. */
export function remember(name, value) {
  writeJson(path.join(JUPYTER_HOME, `${name}.json`), value);
}

export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(temporary, JSON.stringify(value, null, 2));
  fs.renameSync(temporary, file);
}
