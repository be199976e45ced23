import { afterEach, beforeEach, describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { progressPath, readProgress, updateProgress } from "../../src/exercises/progress-file";
import type { ExerciseRecord } from "../../src/exercises/progress-file";
import { startStandIn } from "./notebook-stand-in";
import type { StandIn } from "./notebook-stand-in";

const RECORD: ExerciseRecord = { state: "tried", points: 1, attempts: 1, at: "2026-01-01" };

let place: StandIn;
beforeEach(() => (place = startStandIn()));
afterEach(() => place.restore());

describe("progressPath", () => {
  it("is in the repository's cache, unless LAB_PROGRESS says otherwise", () => {
    assert.equal(progressPath(), place.progressFile);
    delete process.env.LAB_PROGRESS;
    assert.equal(progressPath(), path.resolve(__dirname, "../../.cache/progress.json"));
  });
});

describe("updateProgress", () => {
  it("makes the file and its folder, and keeps what others wrote", () => {
    const file = path.join(place.folder, "deep/er/progress.json");
    assert.equal(updateProgress(add("a"), file), undefined);
    assert.equal(updateProgress(add("b"), file), undefined);
    const { progress, notice } = readProgress(file);
    assert.deepEqual([Object.keys(progress.exercises), notice], [["a", "b"], undefined]);
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ["progress.json"]);
  });

  it("sets a damaged file aside whole, says where, and starts anew", () => {
    const damaged = [
      '{"format":1,"exercises":{"a"',
      "[]",
      "null",
      '{"format":2,"exercises":{},"predictions":{}}',
      '{"format":1,"exercises":{"a":{"state":"solved","points":"all","attempts":1}},"predictions":{}}',
      '{"format":1,"exercises":{"a":{"state":"done","points":1,"attempts":1}},"predictions":{}}',
      '{"format":1,"exercises":{},"predictions":{"a":7}}',
    ];
    for (const text of damaged) {
      fs.writeFileSync(place.progressFile, text);
      const notice = updateProgress(add("b"));
      const aside = /It is kept as (\S+), /.exec(notice!)![1]!;
      assert.equal(fs.readFileSync(aside, "utf8"), text);
      assert.deepEqual(Object.keys(readProgress().progress.exercises), ["b"]);
      fs.rmSync(aside);
    }
  });

  it("says why it couldn't save, and throws nothing", () => {
    fs.mkdirSync(place.progressFile);
    assert.match(updateProgress(add("a"))!, /^Your progress could not be saved: /);
    assert.deepEqual(fs.readdirSync(place.folder), ["progress.json"]); // no lock, no part
  });

  it("leaves the old file whole when the change itself fails", () => {
    updateProgress(add("a"));
    const notice = updateProgress(() => {
      throw new Error("in the middle");
    });
    assert.match(notice!, /in the middle/);
    assert.deepEqual(Object.keys(readProgress().progress.exercises), ["a"]);
    assert.equal(fs.existsSync(`${place.progressFile}.lock`), false);
  });

  it("waits for another notebook's lock, and gives up with words", () => {
    fs.writeFileSync(`${place.progressFile}.lock`, "1");
    const began = Date.now();
    assert.match(updateProgress(add("a"))!, /another notebook holds /);
    assert.ok(Date.now() - began >= 1900);
    assert.equal(fs.existsSync(`${place.progressFile}.lock`), true); // it isn't ours
  });

  it("takes over a lock that a killed process left", () => {
    const lock = `${place.progressFile}.lock`;
    fs.writeFileSync(lock, "1");
    const longAgo = new Date(Date.now() - 60_000);
    fs.utimesSync(lock, longAgo, longAgo);
    assert.equal(updateProgress(add("a")), undefined);
    assert.equal(fs.existsSync(lock), false);
  });

  it("loses nothing when three notebooks write at once", async () => {
    const script = `
      const { updateProgress } = require("./src/exercises/progress-file.ts");
      for (let i = 0; i < 40; i++) {
        const notice = updateProgress(({ exercises }) => {
          exercises[process.env.WHO + i] = ${JSON.stringify(RECORD)};
        });
        if (notice) throw new Error(notice);
      }`;
    const statuses = await Promise.all(["a", "b", "c"].map((who) => runScript(script, who)));
    assert.deepEqual(statuses, [0, 0, 0]);
    assert.equal(Object.keys(readProgress().progress.exercises).length, 120);
  });
});

function add(id: string) {
  return ({ exercises }: { exercises: Record<string, ExerciseRecord> }) => {
    exercises[id] = RECORD;
  };
}

function runScript(script: string, who: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", "-e", script], {
      cwd: path.resolve(__dirname, "../.."),
      env: { ...process.env, WHO: who },
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("exit", resolve);
  });
}
