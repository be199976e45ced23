/**
 * Packs what bench/gpu/run.ts needs into one archive, for a GPU machine where nothing installs.
 *
 *   npm run bench -- gpu-pack [FILE]       default: .cache/bench/gpu-bench.tar.xz
 *
 * There: tar xJf gpu-bench.tar.xz && gpu-bench/run.sh --out gpu-results.json
 * Back here: npm run bench -- gpu-table gpu-results.json
 *
 * Inside: Node, the compiled library, of each package the files that a trial run loads, the native
 * libraries (ONNX Runtime, Dawn) and Vulkan's loader. For the system it is packed on, x64 Linux.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { compiled } from "./house/compile";
import { ROOT } from "./house/peer-python";

const MAX_BYTES = 60e6;
const RUN_SH = `#!/bin/sh
# Everything is beside this file; the card's own Vulkan driver is the machine's.
here=$(cd "$(dirname "$0")" && pwd)
export LD_LIBRARY_PATH="$here/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
nvidia=/usr/local/nvidia/share/vulkan/icd.d/nvidia_icd.json
if [ -z "$VK_DRIVER_FILES" ] && [ -f "$nvidia" ]; then export VK_DRIVER_FILES="$nvidia"; fi
exec "$here/node" "$here/app/bench/gpu/run.js" "$@"
`;

pack(resolve(process.argv[2] ?? join(ROOT, ".cache/bench/gpu-bench.tar.xz")));

function pack(archive: string): void {
  const run = compiled("bench/gpu/run.ts");
  const sides = ["engine-ours", "engine-eager", "gpu-profile"].map((name) =>
    compiled(`bench/house/${name}.ts`),
  );
  const tests = ["trace/kernels", "random-graphs"].map((name) =>
    compiled(`test/engine/${name}.test.ts`),
  );
  const base = dirname(dirname(dirname(run)));
  tests.push(join(base, "test/engine/equals-eager.js"));
  const parent = join(ROOT, ".cache/bench/gpu-pack");
  const folder = join(parent, "gpu-bench");
  fs.rmSync(parent, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });

  fs.copyFileSync(process.execPath, join(folder, "node"));
  fs.chmodSync(join(folder, "node"), 0o755);
  const files = new Set([run, ...sides, ...tests, ...loadedFiles(base)]);
  for (const file of files) {
    const isOurs = file.startsWith(base + "/");
    copy(file, join(folder, "app", relative(isOurs ? base : ROOT, file)));
  }
  copy(join(ROOT, "bench/peers/bert_torch.py"), join(folder, "app/bench/peers/bert_torch.py"));
  copy(vulkanLoader(), join(folder, "lib/libvulkan.so.1"));
  fs.writeFileSync(join(folder, "run.sh"), RUN_SH, { mode: 0o755 });

  fs.mkdirSync(dirname(archive), { recursive: true });
  const unfinished = `${archive}.${process.pid}.tmp`;
  execute("tar", ["-C", parent, "-cf", unfinished, "-I", "xz -T0 -6", "gpu-bench"]);
  const { size } = fs.statSync(unfinished);
  if (size > MAX_BYTES) {
    fs.rmSync(unfinished);
    throw new Error(`gpu-pack: the archive has ${size} bytes, more than ${MAX_BYTES}`);
  }
  fs.renameSync(unfinished, archive);
  fs.rmSync(parent, { recursive: true });
  console.log(`${archive}: ${(size / 1e6).toFixed(1)} MB, ${files.size} files`);
}

/** All that the benchmark's processes load, native libraries included, and their package.json. */
function loadedFiles(base: string): string[] {
  const program = `
    const base = ${JSON.stringify(base)};
    (async () => {
      const { compile } = require(base + "/src/engine/compile.js");
      const { startLab } = require(base + "/src/engine/lab.js");
      const tf = require(base + "/src/core/tf.js");
      for (const backend of ["cpu", "wasm"]) await startLab({ backend, threads: 1, quiet: true });
      const step = await compile(({ x }) => ({ outputs: { y: tf.exp(x) } }), {
        inputs: { x: { dtype: "float32", shape: ["B"] } },
      });
      await step.run({ x: { data: Float32Array.of(1), shape: [1] } });
      for (const name of ["house/compiled-act", "house/bert-case", "house/serve", "house/turns"]) {
        require(base + "/bench/" + name + ".js");
      }
      require(base + "/bench/house/gpu-results.js");
      for (const name of ["webgpu", "@tensorflow/tfjs-backend-webgpu"]) {
        require(require.resolve(name, { paths: [base] }));
      }
      console.log(JSON.stringify(Object.keys(require.cache)));
      process.exit();
    })();`;
  const output = execute(process.execPath, ["-e", program]);
  const loaded = JSON.parse(output.trim().split("\n").at(-1)!) as string[];
  const all = loaded.filter((file) => file.startsWith(ROOT));
  for (const file of loaded) {
    all.push(...manifestsOf(file));
    // Shared libraries beside an add-on are loaded by it, unseen by Node.
    if (!file.endsWith(".node")) continue;
    const beside = fs.readdirSync(dirname(file)).filter((name) => /\.so(\.|$)/.test(name));
    all.push(...beside.map((name) => join(dirname(file), name)));
  }
  // Read as data, not required.
  const wasm = "node_modules/@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm-simd.wasm";
  return [...all, join(ROOT, wasm)];
}

/** Every package.json from the file's folder up to its package: they say how to read the file. */
function manifestsOf(file: string): string[] {
  const root = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
  const found: string[] = [];
  for (let folder = dirname(file); root && folder.startsWith(root); folder = dirname(folder)) {
    found.push(join(folder, "package.json"));
  }
  return found.filter((manifest) => fs.existsSync(manifest));
}

function vulkanLoader(): string {
  const line = /libvulkan\.so\.1 .*=> (\/\S+)/.exec(execute("ldconfig", ["-p"]));
  if (line === null) throw new Error("gpu-pack: no Vulkan loader here (apt install libvulkan1)");
  return line[1]!;
}

function copy(from: string, to: string): void {
  fs.mkdirSync(dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

function execute(command: string, args: string[]): string {
  const path = `${process.env["PATH"]}:/sbin:/usr/sbin`;
  const { status, stdout, error } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, PATH: path },
    maxBuffer: 1 << 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? `status ${status}`}`);
  return stdout;
}
