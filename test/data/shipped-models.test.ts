import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { shipModel } from "../../bin/ship-model";
import { compareDatasets, writeDatasets } from "../../datasets/generators/build";
import { loadManifest } from "../../src/data/manifest";
import { shippedModelFolder } from "../../src/data/shipped-models";

let folder: string;
let source: string;
const options = () => ({ folder, title: "A model", command: "npm run pretrain" });
const model = (file: string) => path.join(folder, "models/tiny", file);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "models-test-"));
  source = path.join(folder, "source");
  mkdirSync(path.join(source, "1_Pooling"), { recursive: true });
  writeFileSync(path.join(source, "config.json"), "{}");
  writeFileSync(path.join(source, "1_Pooling/config.json"), "abc");
  writeFileSync(path.join(folder, "manifest.json"), '{ "seed": 1, "datasets": [] }');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("shipModel", () => {
  it("copies the folder and writes size and checksum of each file below it", async () => {
    await shipModel(source, "tiny", options());
    const { models, seed } = await loadManifest(folder);
    assert.equal(seed, 1);
    assert.deepEqual(models, [
      {
        ...{ name: "tiny", title: "A model", licence: "MIT", command: "npm run pretrain" },
        files: [
          {
            ...{ path: "models/tiny/1_Pooling/config.json", bytes: 3 },
            // FIPS 180-2, appendix B.1: the hash of "abc"
            sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          },
          {
            ...{ path: "models/tiny/config.json", bytes: 2 },
            sha256: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
          },
        ],
      },
    ]);
    assert.equal(readFileSync(model("1_Pooling/config.json"), "utf8"), "abc");
  });

  it("replaces a model of that name, keeps its title, and leaves no file of the old one", async () => {
    await shipModel(source, "tiny", options());
    await shipModel(source, "other", options());
    rmSync(path.join(source, "1_Pooling"), { recursive: true });
    await shipModel(source, "tiny", { folder });
    const { models } = await loadManifest(folder);
    assert.deepEqual(
      models.map(({ name, title, files }) => [name, title, files.length]),
      [
        ["other", "A model", 2],
        ["tiny", "A model", 1],
      ],
    );
    assert.deepEqual(readdirSync(path.join(folder, "models/tiny")), ["config.json"]);
  });

  it("takes new checksums of a model that is there already", async () => {
    await shipModel(source, "tiny", options());
    appendFileSync(model("config.json"), "\n");
    await assert.rejects(shippedModelFolder("tiny", { folder }), /has changed/);
    await shipModel(path.join(folder, "models/tiny"), "tiny", { folder });
    assert.equal(await shippedModelFolder("tiny", { folder }), path.join(folder, "models/tiny"));
  });

  it("takes the command from the record of the training", async () => {
    writeFileSync(path.join(source, "training.json"), '{ "madeBy": "npm run pretrain" }');
    const { command } = await shipModel(source, "tiny", { folder, title: "A model" });
    assert.equal(command, "npm run pretrain");
  });

  it("wants a name that is a folder's, and title and command of a new model", async () => {
    await assert.rejects(shipModel(source, "../tiny", options()), /like "bert-small", got "..\/t/);
    await assert.rejects(shipModel(source, "tiny", { folder, command: "x" }), /needs --title/);
    await assert.rejects(shipModel(source, "tiny", { folder, title: "x" }), /needs --command/);
    assert.ok(!existsSync(path.join(folder, "models")));
  });
});

describe("shippedModelFolder", () => {
  it("names a file that is missing or has changed, and what makes it again", async () => {
    await shipModel(source, "tiny", options());
    appendFileSync(model("config.json"), " ");
    await assert.rejects(
      shippedModelFolder("tiny", { folder }),
      /^Error: shippedModelFolder: datasets\/models\/tiny\/config\.json has changed \(SHA-256 .*3 bytes not 2\); check it out again, or run "npm run pretrain".*bin\/ship-model\.ts FOLDER tiny"/,
    );
    rmSync(model("config.json"));
    await assert.rejects(shippedModelFolder("tiny", { folder }), /config\.json is missing; check/);
  });

  it("looks at the files once", async () => {
    await shipModel(source, "tiny", options());
    const first = await shippedModelFolder("tiny", { folder });
    rmSync(model("config.json"));
    assert.equal(await shippedModelFolder("tiny", { folder }), first);
  });

  it("lists the names when it does not know one", async () => {
    await shipModel(source, "tiny", options());
    await assert.rejects(
      shippedModelFolder("tinny", { folder }),
      /shippedModelFolder: name must be one of tiny, got "tinny"/,
    );
  });
});

describe("compareDatasets with models", () => {
  it("keeps them in the manifest, finds them right, and names one that has changed", async () => {
    await shipModel(source, "tiny", options());
    await writeDatasets(folder);
    assert.equal((await loadManifest(folder)).models.length, 1);
    appendFileSync(model("config.json"), " ");
    const differences = await compareDatasets(folder);
    assert.equal(differences.length, 1);
    assert.match(differences[0]!, /models\/tiny\/config\.json has changed/);
  });
});

describe("the repository's models", () => {
  it("are what the manifest says", async () => {
    for (const { name, licence } of (await loadManifest()).models) {
      assert.equal(licence, "MIT");
      await shippedModelFolder(name);
    }
  });
});
