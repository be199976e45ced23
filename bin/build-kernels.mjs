/**
 * npm run build:kernels: compiles every AssemblyScript kernel of src/ (X.as) into X-wasm.ts.
 *
 *   npm run build:kernels               all
 *   npm run build:kernels -- word2vec   those whose path contains the word
 *
 * The modules are committed, so that nobody needs the compiler to run the lab; a test builds them
 * again and compares. A kernel names the options it needs beyond the common ones in its file
 * comment, on a line that starts with "build:".
 */
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./lab/root.mjs";

const COMMON = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd"];
const LINE = 96;

/** The kernels below src/, as paths from the root. */
export function kernels() {
  return fs
    .readdirSync(path.join(ROOT, "src"), { recursive: true })
    .filter((file) => file.endsWith(".as"))
    .map((file) => path.join("src", file).replaceAll("\\", "/"))
    .sort();
}

/** The file that holds a kernel's module. */
export function moduleFile(kernel) {
  return kernel.replace(/\.as$/, "-wasm.ts");
}

/** Compiles one kernel; returns the text of its module file. */
export async function build(kernel) {
  const { default: asc } = await import("assemblyscript/asc");
  const source = fs.readFileSync(path.join(ROOT, kernel), "utf8");
  const own = /^ \* build: (.*)$/m.exec(source)?.[1].split(/\s+/) ?? [];
  const name = path.basename(kernel, ".as");
  let bytes;
  // The compiler sees the source as NAME.ts: it knows no other ending.
  const { error, stderr } = await asc.main(
    [`${name}.ts`, "-o", `${name}.wasm`, ...COMMON, ...own],
    {
      readFile: (file) => (path.basename(file) === `${name}.ts` ? source : null),
      writeFile: (file, data) => void (file.endsWith(".wasm") && (bytes = data)),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${kernel}: ${error.message}\n${stderr.toString()}`);
  return moduleText(name, Buffer.from(bytes).toString("base64"));
}

function moduleText(name, base64) {
  const constant = `${name.replaceAll("-", "_").toUpperCase()}_WASM`;
  const lines = base64.match(new RegExp(`.{1,${LINE - 4}}`, "g"));
  const quoted = lines.map((line) => `  "${line}"`).join(" +\n");
  return `/** Compiled from ${name}.as. */\nexport const ${constant} =\n${quoted};\n`;
}

async function main() {
  const words = process.argv.slice(2);
  for (const kernel of kernels()) {
    if (words.length > 0 && !words.some((word) => kernel.includes(word))) continue;
    fs.writeFileSync(path.join(ROOT, moduleFile(kernel)), await build(kernel));
    console.log(`${kernel} → ${moduleFile(kernel)}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
