import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { importBin, ROOT } from "../browser/chromium";

interface BuildKernels {
  build(kernel: string): Promise<string>;
  moduleFile(kernel: string): string;
}

describe("the kernels of similarity", () => {
  for (const name of ["neighbours", "umap"]) {
    it(`${name} is what its source compiles to`, async () => {
      const { build, moduleFile } = await importBin<BuildKernels>("build-kernels.mjs");
      const kernel = `src/similarity/kernels/${name}.as`;
      const committed = fs.readFileSync(path.join(ROOT, moduleFile(kernel)), "utf8");
      assert.equal(await build(kernel), committed, "run npm run build:kernels");
    });
  }
});
