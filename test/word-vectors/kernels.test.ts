import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = path.resolve(__dirname, "../..");

describe("the kernel of word2vec", () => {
  it("is what its source compiles to", () => {
    const script = `
      const { build } = await import(${JSON.stringify(
        pathToFileURL(path.join(ROOT, "bin/build-kernels.mjs")).href,
      )});
      process.stdout.write(await build("src/word-vectors/kernels/word2vec.as"));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module", "--eval", script],
      { cwd: ROOT, encoding: "utf8" },
    );
    const committed = path.join(ROOT, "src/word-vectors/kernels/word2vec-wasm.ts");
    assert.equal(
      stdout,
      fs.readFileSync(committed, "utf8"),
      `run npm run build:kernels\n${stderr}`,
    );
  });
});
