import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { batches } from "../../src/data/batches";
import { readLines } from "../../src/data/lines";
import { PUBLIC_DATASETS } from "../../src/data/public-catalogue";
import {
  loadMultiNli,
  loadNaturalQuestions,
  loadQuoraPairs,
  loadSnli,
  loadStsBenchmark,
  loadText8,
} from "../../src/data/public-datasets";
import type { BadRow } from "../../src/data/types";
import { listZip, readZipEntry } from "../../src/data/zip";
import { createRng } from "../../src/core/rng";
import { zipOf } from "./write-zip";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "public-test-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}
const nli = (label: string, id = "1") =>
  JSON.stringify({ gold_label: label, pairID: id, sentence1: "A.", sentence2: "B." }) + "\n";

describe("loadSnli and loadMultiNli", () => {
  it("read the split out of the archive and leave out pairs without agreement", async () => {
    const file = put(
      "snli_1.0.zip",
      zipOf({
        "snli_1.0/snli_1.0_dev.jsonl": nli("entailment") + nli("-", "2") + nli("neutral", "3"),
        "snli_1.0/snli_1.0_test.jsonl": nli("contradiction"),
        "__MACOSX/snli_1.0/snli_1.0_dev.jsonl": "remains",
      }),
    );
    assert.deepEqual(await loadSnli({ split: "dev", file }), [
      { id: "1", premise: "A.", hypothesis: "B.", label: "entailment" },
      { id: "3", premise: "A.", hypothesis: "B.", label: "neutral" },
    ]);
    assert.equal((await loadSnli({ split: "dev", file, limit: 1 })).length, 1);
    await assert.rejects(loadSnli({ split: "train", file }), /no "snli_1.0_train.jsonl" in/);
  });
  it("name a bad row by entry and line, or report it", async () => {
    const text = nli("neutral") + nli("maybe") + "{}\n" + nli("neutral");
    const file = put("m.zip", zipOf({ "multinli_1.0/multinli_1.0_train.jsonl": text }));
    await assert.rejects(
      loadMultiNli({ split: "train", file }),
      /^RangeError: multinli_1.0_train.jsonl:2: "gold_label" must be one of .*got "maybe"/,
    );
    const bad: BadRow[] = [];
    const rows = await loadMultiNli({ split: "train", file, onBadRow: (row) => bad.push(row) });
    assert.equal(rows.length, 2);
    assert.deepEqual(
      bad.map(({ line }) => line),
      [2, 3],
    );
  });
});

describe("loadStsBenchmark", () => {
  const header = "split\tgenre\tdataset\tyear\tsid\tscore\tsentence1\tsentence2\n";
  const row = (split: string, score: string, first = "One.") =>
    `${split}\tnews\tx\t2012\t1\t${score}\t${first}\tTwo.\n`;
  it("reads one split, and a quotation mark as a character like any other", async () => {
    const text = header + row("train", "2.5", '"Odd quote.') + row("dev", "5.00");
    const file = put("sts.tsv.gz", gzipSync(text));
    assert.deepEqual(await loadStsBenchmark({ split: "train", file }), [
      { sentence1: '"Odd quote.', sentence2: "Two.", score: 2.5 },
    ]);
  });
  it("names scores out of range and rows cut short", async () => {
    const high = put("a.tsv", header + row("dev", "1") + row("dev", "5.1"));
    await assert.rejects(
      loadStsBenchmark({ split: "dev", file: high }),
      /a\.tsv:3: "score" .*"5.1"/,
    );
    const short = put("b.tsv", header + "dev\tnews\n");
    await assert.rejects(
      loadStsBenchmark({ split: "dev", file: short }),
      /b\.tsv:2: must have 8 fields, got 2/,
    );
  });
});

describe("loadQuoraPairs", () => {
  const header = "id\tqid1\tqid2\tquestion1\tquestion2\tis_duplicate\n";
  it("reads quoted questions over several lines, with tabs and doubled quotes", async () => {
    const text = header + '0\t1\t2\t"What is\n""x""\tand y?"\tWhy?\t1\n1\t3\t4\tHow?\tWho?\t0\n';
    assert.deepEqual(await loadQuoraPairs({ file: put("q.tsv", text) }), [
      { id: "0", question1: 'What is\n"x"\tand y?', question2: "Why?", isDuplicate: true },
      { id: "1", question1: "How?", question2: "Who?", isDuplicate: false },
    ]);
  });
  it("names the line on which a bad row begins, after rows of several lines too", async () => {
    const text = header + '0\t1\t2\t"a\nb\nc"\tWhy?\t1\n1\t3\t4\t\tWho?\t0\n';
    await assert.rejects(loadQuoraPairs({ file: put("q.tsv", text) }), /q\.tsv:5: "question1"/);
    const open = header + '0\t1\t2\t"never closed\tWhy?\t1\n';
    await assert.rejects(loadQuoraPairs({ file: put("r.tsv", open) }), /r\.tsv:2: .*never closed/);
  });
});

describe("loadNaturalQuestions", () => {
  it("reads lists of two from a gzip file, and names a line that is none", async () => {
    const good = put("nq.jsonl.gz", gzipSync('["who?","he."]\n["when?","then."]\n'));
    assert.deepEqual((await loadNaturalQuestions({ file: good }))[1], {
      question: "when?",
      answer: "then.",
    });
    const bad = put("bad.jsonl", '["who?","he."]\n["when?"]\n');
    await assert.rejects(loadNaturalQuestions({ file: bad }), /bad\.jsonl:2: must be a list of/);
    const cut = put("cut.jsonl.gz", gzipSync("x".repeat(5000)).subarray(0, 25));
    await assert.rejects(loadNaturalQuestions({ file: cut }), /cannot be unpacked/);
  });
});

describe("loadText8", () => {
  it("gives the words, as many as asked for", async () => {
    const file = put("text8.zip", zipOf({ text8: " anarchism originated as a term" }));
    assert.deepEqual(await loadText8({ file, limit: 2 }), ["anarchism", "originated"]);
    assert.equal((await loadText8({ file })).length, 5);
    await assert.rejects(loadText8({ file, limit: 0 }), /limit must be a whole number/);
  });
});

describe("readZipEntry", () => {
  const all = async (file: string, name: string) => {
    const parts: Buffer[] = [];
    for await (const chunk of readZipEntry(file, name)) parts.push(chunk);
    return Buffer.concat(parts).toString();
  };
  it("reads packed, stored and empty files", async () => {
    for (const store of [true, false]) {
      const file = put("a.zip", zipOf({ "d/one": "eins ".repeat(50_000), two: "" }, { store }));
      assert.equal(await all(file, "one"), "eins ".repeat(50_000));
      assert.equal(await all(file, "two"), "");
      assert.deepEqual((await listZip(file))[0], { name: "d/one", size: 250_000 });
    }
  });
  it("notices any one changed byte of the data, and an archive cut short", async () => {
    const good = zipOf({ a: "some text that is long enough to change" }, { store: true });
    const rng = createRng(1);
    for (let round = 0; round < 20; round++) {
      const bad = Buffer.from(good);
      bad[31 + rng.integer(39)]! ^= 1 + rng.integer(255);
      await assert.rejects(all(put("b.zip", bad), "a"), /is damaged.*download again/);
    }
    await assert.rejects(
      all(put("c.zip", good.subarray(0, 60)), "a"),
      /is damaged.*download again/,
    );
    await assert.rejects(all(put("d.zip", "not a zip"), "a"), /is damaged.*download again/);
  });
});

describe("readLines", () => {
  it("gives the same lines however the bytes are cut, in the middle of a letter too", async () => {
    const text = "\ufeffzwölf\r\n\nñandú 日本\nend";
    const bytes = Buffer.from(text);
    for (let size = 1; size < 9; size++) {
      const pieces = async function* () {
        for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
      };
      const lines: string[] = [];
      for await (const { line, text: found } of readLines(pieces())) lines.push(`${line} ${found}`);
      assert.deepEqual(lines, ["1 zwölf", "2 ", "3 ñandú 日本", "4 end"]);
    }
  });
});

describe("PUBLIC_DATASETS", () => {
  it("says of each where it is, its licence and what to cite", () => {
    for (const [name, { url, licence, citation, format }] of Object.entries(PUBLIC_DATASETS)) {
      assert.match(url, /^https?:\/\/[\w.-]+\/.+/, name);
      assert.ok(licence && format && /\b(20\d\d)\b/.test(citation), name);
    }
  });
});

describe("batches", () => {
  const rows = Array.from({ length: 10 }, (_, i) => i);
  it("gives each row once, the last batch with what is left", () => {
    const cut = batches(rows, { batchSize: 4, rng: createRng(1) });
    assert.deepEqual(
      cut.map((batch) => batch.length),
      [4, 4, 2],
    );
    assert.deepEqual(cut.flat().sort(), rows);
    assert.notDeepEqual(cut.flat(), rows);
  });
  it("keeps the order without rng, and leaves a small last batch out when asked to", () => {
    assert.deepEqual(
      batches(rows, { batchSize: 4, dropLast: true }).flat(),
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
  });
  it("has another order each epoch, and the same ones from the same seed", () => {
    const epochs = (seed: number) => {
      const rng = createRng(seed);
      return [batches(rows, { batchSize: 3, rng }), batches(rows, { batchSize: 3, rng })];
    };
    assert.notDeepEqual(epochs(1)[0], epochs(1)[1]);
    assert.deepEqual(epochs(1), epochs(1));
  });
  it("gives no batch for no rows, and refuses a size of 0", () => {
    assert.deepEqual(batches([], { batchSize: 2 }), []);
    assert.throws(() => batches(rows, { batchSize: 0 }), /batches: batchSize must be .*got 0/);
  });
});
