/**
 * A small training run with everything a language model's training needs, the same on every back
 * end: an embedding, a layer norm, two matrix products, softmax cross-entropy, Adam.
 *
 * As a program: node --import tsx training-run.ts '{"backend":"wasm","threads":2}' prints one line
 * of JSON. In a process of its own, since a back end can't be unloaded.
 */
import { createRng } from "../../src/core/rng";
import * as tf from "../../src/core/tf";
import { startLab, type LabOptions } from "../../src/engine/lab";

export interface TrainingRun {
  backend: string;
  device: string;
  isSoftware: boolean;
  threads: number;
  losses: number[];
  milliseconds: number;
  tensorsLeft: number;
}

const VOCABULARY = 61;
const WIDTH = 24;
const BATCH = 48;
const STEPS = 20;

/** Learns to name the word that follows each word, in a made-up language where 7w + 3 follows w. */
export async function trainingRun(options: LabOptions): Promise<TrainingRun> {
  const lab = await startLab({ ...options, quiet: true });
  const rng = createRng(7);
  const tensorsBefore = tf.memory().numTensors;
  const variable = (values: tf.Tensor) => {
    const made = tf.variable(values);
    values.dispose(); // the variable holds the data by itself
    return made;
  };
  const random = ([rows, columns]: [number, number], scale: number) => {
    const values = Float32Array.from({ length: rows * columns }, () => scale * rng.normal());
    return variable(tf.tensor2d(values, [rows, columns]));
  };
  const embedding = random([VOCABULARY, WIDTH], 0.5);
  const hidden = random([WIDTH, WIDTH], 0.3);
  const output = random([WIDTH, VOCABULARY], 0.3);
  const gain = variable(tf.ones([WIDTH]));
  const bias = variable(tf.zeros([WIDTH]));
  const variables = [embedding, hidden, output, gain, bias];
  const optimizer = tf.train.adam(0.02);

  const losses: number[] = [];
  const began = performance.now();
  for (let step = 0; step < STEPS; step++) {
    // Drawn with repeats: rows of the embedding that are used twice must get both gradients.
    const words = Int32Array.from({ length: BATCH }, () => rng.integer(VOCABULARY));
    const next = words.map((word) => (7 * word + 3) % VOCABULARY);
    const loss = tf.tidy(() =>
      optimizer.minimize(() => {
        const looked = tf.gather(embedding, tf.tensor1d(words, "int32")); // [B, D]
        const inner = tf.matMul(layerNorm(looked, gain, bias), hidden); // [B, D]
        const logits = tf.matMul(tf.relu(inner), output); // [B, V]
        const truth = tf.oneHot(tf.tensor1d(next, "int32"), VOCABULARY);
        return tf.losses.softmaxCrossEntropy(truth, logits) as tf.Scalar;
      }, true)!,
    );
    losses.push((await loss.data())[0]!);
    loss.dispose();
  }
  const milliseconds = performance.now() - began;
  for (const trained of variables) trained.dispose();
  optimizer.dispose();
  const { backend, device, isSoftware, threads } = lab;
  const tensorsLeft = tf.memory().numTensors - tensorsBefore;
  return { backend, device, isSoftware, threads, losses, milliseconds, tensorsLeft };
}

function layerNorm(x: tf.Tensor, gain: tf.Tensor, bias: tf.Tensor): tf.Tensor2D {
  const { mean, variance } = tf.moments(x, -1, true);
  const normal = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, 1e-5)));
  return tf.add(tf.mul(normal, gain), bias) as tf.Tensor2D;
}

if (require.main === module) {
  const options = JSON.parse(process.argv[2] ?? "{}") as LabOptions;
  void trainingRun(options).then((run) => console.log(JSON.stringify(run)));
}
