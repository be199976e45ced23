import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";

interface Host {
  setTimeout(callback: () => void): unknown;
}

const requireFrom = createRequire(__filename);
const { withOneTimer } = requireFrom("../../bin/notebook/compiler-timers.cjs") as {
  withOneTimer(host: Host): Host;
};

describe("withOneTimer", () => {
  it("does at once what the compiler's second timer is for, and leaves the first alone", () => {
    const started: string[] = [];
    let forgotten = 0;
    const host = withOneTimer({
      setTimeout(callback: () => void) {
        started.push(callback.name);
        return 7;
      },
    });
    // tslab can hold one pending timer: none may be left of this one.
    assert.equal(
      host.setTimeout(function invalidateResolutionsOfFailedLookup() {
        forgotten++;
      }),
      undefined,
    );
    assert.equal(
      host.setTimeout(function updateProgramWithWatchStatus() {}),
      7,
    );
    assert.deepEqual([forgotten, started], [1, ["updateProgramWithWatchStatus"]]);
  });

  it("knows the second timer by the name that tslab's compiler gives it", () => {
    const compiler = fs.readFileSync(requireFrom.resolve("@tslab/typescript-for-tslab"), "utf8");
    assert.match(compiler, /setTimeout\(invalidateResolutionsOfFailedLookup, /);
  });
});
