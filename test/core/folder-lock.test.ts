import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import fsPromises from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { after, beforeEach, describe, it, mock } from "node:test";
import { lockFolder } from "../../src/core/folder-lock";

const root = fs.mkdtempSync(path.join(tmpdir(), "folder-lock-"));
after(() => fs.rmSync(root, { recursive: true }));

let folder: string;
let made = 0;
beforeEach(() => {
  folder = path.join(root, `f${made++}`);
  fs.mkdirSync(folder);
});
const lock = () => lockFolder("test", folder);
const put = (name: string, holder: unknown) =>
  fs.writeFileSync(path.join(folder, name), JSON.stringify(holder));
const host = hostname();

function pidOfTheDead(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

describe("lockFolder", () => {
  it("lets one in at a time, and the next once it is released", async () => {
    const first = await lock();
    await assert.rejects(lock(), /^Error: test: ".*" is in use by this process, .*close it there/);
    await first.release();
    const second = await lock();
    await assert.rejects(lock(), /in use/);
    await second.release();
    assert.deepEqual(fs.readdirSync(folder), ["lock-2"]);
  });
  it("takes over the lock of a process that has died", async () => {
    put("lock-7", { pid: pidOfTheDead(), host });
    await lock();
    assert.deepEqual(fs.readdirSync(folder), ["lock-8"]);
  });
  it("knows a dead process by when it began, though another has its number", async () => {
    put("lock-1", { pid: process.ppid, host, began: "another-boot 1" });
    if (!fs.existsSync("/proc/self/stat")) await assert.rejects(lock(), /in use by process/);
    else await lock();
  });
  it("is refused by a living process, and by one on another machine", async () => {
    put("lock-1", { pid: process.ppid, host });
    await assert.rejects(lock(), new RegExp(`in use by process ${process.ppid}, .*remove lock-1`));
    put("lock-2", { pid: pidOfTheDead(), host: "elsewhere" });
    await assert.rejects(lock(), /in use by process \d+ on elsewhere/);
  });
  it("takes a file that says nothing for nobody's", async () => {
    fs.writeFileSync(path.join(folder, "lock-1"), "");
    await lock();
  });
  it("steps back where it was so slow that others have had the lock since", async () => {
    const { link } = fsPromises;
    const slow = mock.method(fsPromises, "link", (from: string, to: string) => {
      put("lock-9", { pid: process.ppid, host }); // and lock-1 was had, given back and removed
      return link(from, to);
    });
    try {
      await assert.rejects(lock(), /remove lock-9/);
    } finally {
      slow.mock.restore();
    }
    assert.deepEqual(fs.readdirSync(folder), ["lock-9"]);
  });
  it("lets exactly one of many in that come at the same time", async () => {
    for (const before of [undefined, {}, { pid: pidOfTheDead(), host }]) {
      fs.rmSync(folder, { recursive: true });
      fs.mkdirSync(folder);
      if (before) put("lock-1", before);
      const all = await Promise.allSettled(Array.from({ length: 12 }, lock));
      assert.equal(all.filter(({ status }) => status === "fulfilled").length, 1);
      assert.equal(fs.readdirSync(folder).length, 1);
    }
  });
});
