import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Everything that starting the lab writes lies in here; deleting it does no harm. */
export const JUPYTER_HOME = path.join(ROOT, ".jupyter");
