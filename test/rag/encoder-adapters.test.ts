import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { shippedModelFolder } from "../../src/data/shipped-models";
import { DualEncoder } from "../../src/dual-encoder/dual-encoder";
import { startLab } from "../../src/engine/lab";
import {
  dualEncoderSides,
  sentenceChunkEncoder,
  staticChunkEncoder,
} from "../../src/rag/encoder-adapters";
import { SentenceEncoder } from "../../src/sentence-encoder/sentence-encoder";
import { StaticEncoder } from "../../src/sentence-encoder/static-encoder";
import { WordVectors } from "../../src/word-vectors/word-vectors";
import { assertLeaves } from "../support/leaks";

const TEXTS = ["The Anvil is the highest hill.", "Soup."];

function words(last: number = 5): WordVectors {
  return new WordVectors(["hill", "inn", "soup"], Float32Array.of(3, 4, 0, 1, 2, last), {
    size: 2,
  });
}

let folder: string;
before(async () => {
  await startLab({ backend: "cpu" });
  folder = await shippedModelFolder("bert-small");
});

describe("sentenceChunkEncoder", () => {
  let encoder: SentenceEncoder;
  before(async () => (encoder = await SentenceEncoder.fromBert(folder, { maxSequenceLength: 40 })));
  after(() => encoder.dispose());

  it("gives the encoder's vectors, of length 1, and leaves no tensor behind", async () => {
    const adapter = await sentenceChunkEncoder(encoder);
    const vectors = await assertLeaves(0, () => adapter.encode(TEXTS));
    const wanted = await encoder.encode(TEXTS, { normalize: true });
    assert.deepEqual(
      vectors.map((vector) => [...vector]),
      await wanted.array(),
    );
    wanted.dispose();
    assert.equal(adapter.dimension, encoder.size);
    assert.ok(Math.abs(Math.hypot(...vectors[0]!) - 1) < 1e-5);
  });

  it("counts tokens without the special ones, and reads as many as the encoder but those", async () => {
    const adapter = await sentenceChunkEncoder(encoder);
    const { tokens } = encoder.tokenizer.encode(TEXTS[0]!);
    assert.equal(adapter.countTokens(TEXTS[0]!), tokens.length - 2);
    assert.equal(adapter.countTokens(""), 0);
    assert.equal(adapter.maxTokens, 38);
  });

  it("has another fingerprint for other weights, pooling or lengths, and the same for the same", async () => {
    const { fingerprint } = await sentenceChunkEncoder(encoder);
    assert.match(fingerprint, new RegExp(`^bert-${encoder.size}-[0-9a-f]{16}$`));
    const options = { maxSequenceLength: 40 };
    const others: [boolean, SentenceEncoder][] = [
      [true, await SentenceEncoder.fromBert(folder, options)],
      [false, await SentenceEncoder.fromBert(folder, { ...options, pooling: "cls" })],
      [false, await SentenceEncoder.fromBert(folder, { maxSequenceLength: 41 })],
    ];
    const copies = Object.entries(encoder.parameters).map(([name, tensor]) => [
      name,
      tensor.clone(),
    ]);
    const weights = Object.fromEntries(copies) as Record<string, tf.Tensor>;
    const changed = Object.keys(weights).at(-1)!;
    const old = weights[changed]!;
    const values = Float32Array.from(await old.data());
    values[0]! += 1e-3;
    weights[changed] = tf.tensor(values, old.shape);
    old.dispose();
    others.push([false, encoder.withParameters(weights)]);
    for (const [isSame, other] of others) {
      const { fingerprint: theirs } = await sentenceChunkEncoder(other);
      assert.equal(theirs === fingerprint, isSame);
      await other.dispose();
    }
  });
});

describe("dualEncoderSides", () => {
  it("takes each tower for its own texts, under one fingerprint", async () => {
    const rng = createRng(1);
    const dual = await DualEncoder.fromBert(folder, { rng, projectionSize: 8 });
    const { chunks, questions } = await dualEncoderSides(dual);
    assert.equal(chunks.fingerprint, questions.fingerprint);
    assert.match(chunks.fingerprint, /^dual-8-/);
    const answers = await dual.encodeAnswers(TEXTS);
    const asked = await dual.encodeQuestions([TEXTS[1]!]);
    assert.deepEqual(
      (await chunks.encode(TEXTS)).map((row) => [...row]),
      await answers.array(),
    );
    assert.deepEqual([...(await questions.embedQuery(TEXTS[1]!))], (await asked.array())[0]);
    tf.dispose([answers, asked]);
    await dual.dispose();
  });
});

describe("staticChunkEncoder", () => {
  it("gives means of word vectors, of length 1", async () => {
    const adapter = staticChunkEncoder(new StaticEncoder(words()));
    const vectors = await assertLeaves(0, () => adapter.encode(["Hill", "hill inn", "none"]));
    // (3, 4) / 5;   the mean of (3, 4) and (0, 1) is (1.5, 2.5), of length 2.915
    const rounded = vectors.map((row) => Array.from(row, (x) => Number(x.toFixed(3))));
    assert.deepEqual(rounded, [
      [0.6, 0.8],
      [0.514, 0.857],
      [0, 0],
    ]);
    assert.deepEqual([adapter.dimension, adapter.countTokens("The hill, an inn!")], [2, 4]);
  });

  it("knows word vectors and tokenizer by their fingerprint", () => {
    const of = (encoder: StaticEncoder) => staticChunkEncoder(encoder).fingerprint;
    const own = of(new StaticEncoder(words()));
    assert.match(own, /^static-2-[0-9a-f]{16}$/);
    assert.equal(of(new StaticEncoder(words())), own);
    assert.notEqual(of(new StaticEncoder(words(6))), own);
    assert.notEqual(of(new StaticEncoder(words(), { tokenize: (text) => [text] })), own);
  });

  it("wants a fingerprint where vectors can't be listed", () => {
    const encoder = new StaticEncoder({ size: 1, has: () => true, vector: () => [1] });
    assert.equal(staticChunkEncoder(encoder, "mine").fingerprint, "mine");
    assert.throws(() => staticChunkEncoder(encoder), /words must be WordVectors, or fingerprint/);
  });
});
