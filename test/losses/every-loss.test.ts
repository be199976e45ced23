import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { batchAllTripletLoss } from "../../src/losses/batch-all-triplet";
import { batchHardTripletLoss } from "../../src/losses/batch-hard-triplet";
import { contrastiveLoss } from "../../src/losses/contrastive";
import { cosentLoss } from "../../src/losses/cosent";
import { cosineSimilarityLoss } from "../../src/losses/cosine-similarity";
import { distillKlLoss } from "../../src/losses/distill-kl";
import { embeddingMseLoss } from "../../src/losses/embedding-mse";
import { gistLoss } from "../../src/losses/gist";
import { infoNceLoss } from "../../src/losses/info-nce";
import { marginMseLoss } from "../../src/losses/margin-mse";
import { matryoshkaLoss } from "../../src/losses/matryoshka";
import { multipleNegativesRankingLoss } from "../../src/losses/multiple-negatives-ranking";
import { ntXentLoss } from "../../src/losses/nt-xent";
import { onlineContrastiveLoss } from "../../src/losses/online-contrastive";
import { semiHardTripletLoss } from "../../src/losses/semi-hard-triplet";
import { softmaxClassificationLoss } from "../../src/losses/softmax-classification";
import { tripletLoss } from "../../src/losses/triplet";
import { assertLeaves } from "../support/leaks";

const [ROWS, WIDTH] = [6, 5];

type Embeddings = tf.Tensor2D[];

interface Claims {
  /** How many embeddings it compares, each [B, D]. */
  takes: number;
  /** Rows below which it can say nothing. */
  minRows: number;
  run(embeddings: Embeddings, labels: Labels): tf.Scalar;
}

interface Labels {
  classes: tf.Tensor1D;
  binary: tf.Tensor1D;
  gold: tf.Tensor1D;
  weight: tf.Tensor2D;
  teacher: tf.Tensor2D;
  guide: { anchor: tf.Tensor2D; positive: tf.Tensor2D };
}

const LOSSES: Record<string, Claims> = {
  softmaxClassificationLoss: {
    ...{ takes: 2, minRows: 1 },
    run: ([u, v], { classes, weight }) =>
      softmaxClassificationLoss(u!, v!, classes, { weight, features: ["u*v", "|u-v|"] }),
  },
  cosineSimilarityLoss: {
    ...{ takes: 2, minRows: 1 },
    run: ([u, v], { gold }) => cosineSimilarityLoss(u!, v!, gold),
  },
  tripletLoss: { takes: 3, minRows: 1, run: ([a, p, n]) => tripletLoss(a!, p!, n!) },
  batchAllTripletLoss: {
    ...{ takes: 1, minRows: 3 },
    run: ([x], { classes }) => batchAllTripletLoss(x!, classes),
  },
  batchHardTripletLoss: {
    ...{ takes: 1, minRows: 3 },
    run: ([x], { classes }) => batchHardTripletLoss(x!, classes),
  },
  semiHardTripletLoss: {
    ...{ takes: 1, minRows: 3 },
    run: ([x], { classes }) => semiHardTripletLoss(x!, classes),
  },
  multipleNegativesRankingLoss: {
    ...{ takes: 2, minRows: 2 },
    run: ([a, p]) => multipleNegativesRankingLoss(a!, p!, { scale: 2 }),
  },
  infoNceLoss: {
    ...{ takes: 2, minRows: 2 },
    run: ([a, p]) => infoNceLoss(a!, p!, { temperature: 0.5, symmetric: true }),
  },
  ntXentLoss: { takes: 2, minRows: 2, run: ([u, v]) => ntXentLoss(u!, v!) },
  contrastiveLoss: {
    ...{ takes: 2, minRows: 1 },
    run: ([u, v], { binary }) => contrastiveLoss(u!, v!, binary, { margin: 1.5 }),
  },
  onlineContrastiveLoss: {
    ...{ takes: 2, minRows: 1 },
    run: ([u, v], { binary }) => onlineContrastiveLoss(u!, v!, binary, { margin: 1.5 }),
  },
  cosentLoss: {
    ...{ takes: 2, minRows: 2 },
    run: ([u, v], { gold }) => cosentLoss(u!, v!, gold, { scale: 2 }),
  },
  marginMseLoss: {
    ...{ takes: 3, minRows: 1 },
    run: ([q, p, n], { gold }) => marginMseLoss(q!, p!, n!, gold),
  },
  embeddingMseLoss: { takes: 2, minRows: 1, run: ([s, t]) => embeddingMseLoss(s!, t!) },
  distillKlLoss: {
    ...{ takes: 3, minRows: 1 },
    run: ([q, p, n], { teacher }) => distillKlLoss(q!, [p!, n!], teacher),
  },
  gistLoss: {
    ...{ takes: 2, minRows: 2 },
    run: ([a, p], { guide }) => gistLoss(a!, p!, { guide, temperature: 0.5 }),
  },
  matryoshkaLoss: {
    ...{ takes: 2, minRows: 2 },
    run: (all) => matryoshkaLoss(all, (a, p) => infoNceLoss(a!, p!), { dims: [5, 2] }),
  },
};

before(() => startLab({ backend: "cpu", quiet: true }));

for (const [name, { takes, minRows, run }] of Object.entries(LOSSES)) {
  describe(name, () => {
    it("falls when the embeddings take a small step against the gradient, and all of them move", () => {
      const embeddings = randomEmbeddings(takes);
      const labels = someLabels();
      const { value, grads } = tf.valueAndGrads((...moving) => run(moving as Embeddings, labels))(
        embeddings,
      );
      for (const gradient of grads) assert.ok(tf.norm(gradient).dataSync()[0]! > 1e-4);
      const moved = embeddings.map((x, i) => tf.sub<tf.Tensor2D>(x, tf.mul(grads[i]!, 0.005)));
      assert.ok(run(moved, labels).dataSync()[0]! < value.dataSync()[0]!);
    });

    it("leaves one tensor behind: its result", () => {
      const [embeddings, labels] = [randomEmbeddings(takes), someLabels()];
      const result = assertLeaves(1, () => run(embeddings, labels));
      assert.equal(result.rank, 0);
    });

    it("refuses a NaN, and says in which row", () => {
      const embeddings = randomEmbeddings(takes);
      const broken = embeddings[takes - 1]!.arraySync();
      broken[4]![1] = NaN;
      embeddings[takes - 1] = tf.tensor2d(broken);
      const message = new RegExp(`^${name}.*finite, got NaN in row 4|^infoNceLoss.*NaN in row 4`);
      assert.throws(() => run(embeddings, someLabels()), { name: "RangeError", message });
    });

    it("refuses embeddings of different shapes, and none at all", () => {
      const embeddings = randomEmbeddings(takes);
      if (takes > 1) {
        const other = [...embeddings.slice(1), tf.slice2d(embeddings[0]!, [0, 0], [3, -1])];
        assert.throws(() => run(other as Embeddings, someLabels()), /shapes must be equal/);
      }
      const none = embeddings.map((x) => tf.slice2d(x, [0, 0], [0, -1]) as tf.Tensor2D);
      assert.throws(() => run(none, someLabels(0)), /a batch needs .*, got shape \[0,\d\]/);
    });

    it(`${minRows > 1 ? "refuses" : "takes"} a batch of one row`, () => {
      const one = randomEmbeddings(takes, 1);
      const act = () => run(one, someLabels(1));
      if (minRows > 1)
        assert.throws(act, { name: "RangeError", message: /needs at least \d rows/ });
      else assert.ok(Number.isFinite(act().dataSync()[0]));
    });

    it("is the same compiled, at any number of rows, gradients included", async () => {
      const names = Array.from({ length: takes }, (_, i) => `x${i}`);
      const compute = (given: Record<string, tf.Tensor>) => {
        const moving = names.map((input) => given[input]!);
        const labels = { ...(given as unknown as Labels), guide: guideOf(given) };
        const { value, grads } = tf.valueAndGrads((...all) => run(all as Embeddings, labels))(
          moving,
        );
        return { value, ...Object.fromEntries(grads.map((g, i) => [`g${i}`, g])) };
      };
      const float = (...shape: (string | number)[]) => ({ dtype: "float32" as const, shape });
      const step = await compile(
        (given) => ({ outputs: compute(given as Record<string, tf.Tensor>) }),
        {
          inputs: {
            ...Object.fromEntries(names.map((input) => [input, float("B", WIDTH)])),
            ...{ classes: { dtype: "int32", shape: ["B"] }, gold: float("B") },
            ...{ binary: { dtype: "int32", shape: ["B"] }, weight: float(3, 2 * WIDTH) },
            ...{ teacher: float("B", 2), anchor: float("B", 4), positive: float("B", 4) },
          },
          threads: 1,
        },
      );
      try {
        for (const rows of [6, 9]) {
          const { guide, ...labels } = someLabels(rows);
          const embeddings = randomEmbeddings(takes, rows);
          const feeds = {
            ...Object.fromEntries(embeddings.map((x, i) => [`x${i}`, x] as const)),
            ...{ ...labels, ...guide },
          };
          const eager = compute(feeds);
          const results = await step.run(feeds);
          for (const [output, tensor] of Object.entries(eager)) {
            const [got, expected] = [results[output]!.data, tensor.dataSync()];
            expected.forEach((value, i) => {
              assert.ok(Math.abs(got[i]! - value) < 1e-5, `${output}: ${got[i]}, not ${value}`);
            });
          }
        }
      } finally {
        await step.dispose();
      }
    });
  });
}

function randomEmbeddings(count: number, rows: number = ROWS): Embeddings {
  const rng = createRng(7);
  return Array.from({ length: count }, () => random(rng, rows, WIDTH));
}

function random(rng: { normal(): number }, rows: number, width: number): tf.Tensor2D {
  const values = Float32Array.from({ length: rows * width }, () => rng.normal());
  return tf.tensor2d(values, [rows, width]);
}

function someLabels(rows: number = ROWS): Labels {
  const rng = createRng(9);
  const whole = (of: number) =>
    tf.tensor1d(
      Int32Array.from({ length: rows }, (_, i) => (i * i) % of),
      "int32",
    );
  return {
    ...{ classes: whole(3), binary: whole(2), weight: random(rng, 3, 2 * WIDTH) },
    gold: tf.tensor1d(Float32Array.from({ length: rows }, (_, i) => ((i * 2) % 5) / 5)),
    teacher: random(rng, rows, 2),
    guide: { anchor: random(rng, rows, 4), positive: random(rng, rows, 4) },
  };
}

function guideOf(given: Record<string, tf.Tensor>): Labels["guide"] {
  return { anchor: given["anchor"] as tf.Tensor2D, positive: given["positive"] as tf.Tensor2D };
}
