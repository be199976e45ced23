/**
 * Draws the same random numbers eagerly on one back end and compiled on one device.
 *
 * As a program: node --import tsx random-run.ts webgpu webgpu prints one line of JSON.
 */
import * as tf from "../../src/core/tf";
import type { Backend } from "../../src/engine/backend";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { RandomKey, statelessUniform } from "../../src/engine/random";
import type { CompileDevice } from "../../src/engine/session";

export interface RandomRun {
  eager: number[][];
  compiled: number[][];
  /** How many tensors drawing left behind. */
  tensorsLeft: number;
}

const KEYS = [
  [7, 0],
  [7, 1],
  [-2147483648, 2147483647],
];

/** Graphs mix salts in blocks: the ends of some. */
const SALTS = [-(2 ** 31), -17, -16, -1, 15, 16, 2 ** 31 - 1];

/** Shapes of every kind: a number, a list, one column, more columns than rows, many axes. */
function draw(key: tf.Tensor, like: tf.Tensor): tf.Tensor[] {
  const random = new RandomKey(key as tf.Tensor1D);
  const [rows, columns] = like.shape as [number, number];
  return [
    random.uniform([]),
    random.uniform([columns]),
    random.uniform([rows, 1]),
    random.uniform([rows, 2, columns]),
    random.uniform([rows, 3, columns, columns]),
    random.uniform([rows, 0]),
    ...SALTS.flatMap((salt) =>
      [[columns], [2, columns]].map((shape) => statelessUniform(shape, key as tf.Tensor1D, salt)),
    ),
  ];
}

export async function randomRun(backend: Backend, device: CompileDevice): Promise<RandomRun> {
  await startLab({ backend, quiet: true });
  const step = await compile(
    ({ key, like }) => ({
      outputs: Object.fromEntries(draw(key, like).map((tensor, i) => [`u${i}`, tensor])),
    }),
    {
      inputs: {
        key: { dtype: "int32", shape: [2] },
        like: { dtype: "float32", shape: ["R", "C"] },
      },
      device,
      threads: 1,
    },
  );
  const before = tf.memory().numTensors;
  const eager: number[][] = [];
  const compiled: number[][] = [];
  for (const [i, words] of KEYS.entries()) {
    const shape: [number, number] = [5 + i, 3 + 8 * i];
    const key = tf.tensor1d(words, "int32");
    const like = tf.zeros(shape);
    const drawn = tf.tidy(() => draw(key, like));
    for (const tensor of drawn) eager.push([...(await tensor.data())]);
    const made = await step.run({ key, like });
    for (let u = 0; u < drawn.length; u++) compiled.push([...made[`u${u}`]!.data]);
    tf.dispose([key, like, ...drawn]);
  }
  await step.dispose();
  return { eager, compiled, tensorsLeft: tf.memory().numTensors - before };
}

if (require.main === module) {
  const [backend, device] = process.argv.slice(2) as [Backend, CompileDevice];
  void randomRun(backend, device).then((run) => console.log(JSON.stringify(run)));
}
