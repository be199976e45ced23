/**
 * Puts the results of a GPU machine into bench/README.md.
 *
 *   npm run bench -- gpu-table gpu-results.json [--print]
 *
 * `--print` only prints the table.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gpuTable, type GpuResults } from "./house/gpu-results";
import { ROOT } from "./house/peer-python";

const README = join(ROOT, "bench/README.md");
const [begin, end] = ["<!-- gpu table -->\n", "<!-- end of gpu table -->"];

const file = process.argv[2];
if (file === undefined) throw new Error("gpu-table: name the file that run.sh wrote");
const table = gpuTable(JSON.parse(readFileSync(file, "utf8")) as GpuResults);
if (process.argv.includes("--print")) console.log(table);
else insert(table);

function insert(text: string): void {
  const before = readFileSync(README, "utf8");
  const [start, stop] = [before.indexOf(begin), before.indexOf(end)];
  if (start < 0 || stop < start) throw new Error(`gpu-table: ${README} has no place for the table`);
  const after = `${before.slice(0, start + begin.length)}\n${text}\n\n${before.slice(stop)}`;
  writeFileSync(`${README}.tmp`, after);
  renameSync(`${README}.tmp`, README);
  console.log(`The table stands in ${README}`);
}
