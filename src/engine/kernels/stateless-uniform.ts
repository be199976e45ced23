/**
 * StatelessUniform: random numbers as a pure function of a key, a salt and a place.
 *
 *   x  = mix(g·i + b)                      one whole number per row (a), two per column (m, c)
 *   u  = ⌊(a_row·m_column + c_column)/256⌋ / 2^24 + 1/2      all whole numbers modulo 2^32
 *
 * g and b come from the key and the salt by the same mix. Two rows are then independent of each
 * other, since (m, c) → (a·m + c, a'·m + c) loses no information (Carter & Wegman 1979, "Universal
 * classes of hash functions"), and so are two columns; and a large array costs one product, one
 * sum and one shift per number, wherever there are whole numbers of 32 bits.
 *
 * mix: x(2x + 1), a permutation of the 32-bit numbers whose high bits depend on all lower ones
 * (Rivest et al. 1998, "The RC6 block cipher"), three times, its high half added to the low
 * between. Each flipped bit of x flips each bit of the result half of the time. Not for secrets.
 *
 * Keys that the caller passes on, in place of a generator with a memory: Salmon et al. 2011,
 * "Parallel random numbers: as easy as 1, 2, 3".
 */
import * as tf from "../../core/tf";

export const STATELESS_UNIFORM = "StatelessUniform";

/** What the kernel is called with, besides its input `key` [K] int32. */
export interface StatelessUniformSettings {
  shape: number[];
  /** Tells apart the calls that share a key. */
  salt: number;
}

/** The numbers of the hash, for all who write it down: here, as WGSL, and as a graph. */
export const HASH = {
  spread: 0x7feb352d,
  fold: 65536,
  /** A key becomes two words of 32 bits. */
  start: [0x3c6ef372, -0x61c88647],
  word: [0x2c1b3c6d, 0x297a2d39],
  salt: [0x165667b1, 0x27d4eb2f],
  /** From 32 bits to the 24 of a float32. */
  shift: 256,
  scale: 2 ** -24,
} as const;

/** [rows, columns] for the hash: all axes but the last one, and the last one. */
export function rowsAndColumns(shape: readonly number[]): [number, number] {
  return [tf.util.sizeFromShape(shape.slice(0, -1)), shape[shape.length - 1] ?? 1];
}

/** Registers the kernel for a device of TensorFlow.js; a second call changes nothing. */
export function registerStatelessUniform(backendName: string): void {
  if (tf.getKernel(STATELESS_UNIFORM, backendName)) return;
  tf.registerKernel({
    kernelName: STATELESS_UNIFORM,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) => {
      const key = inputs["key"]!;
      const settings = attrs as unknown as StatelessUniformSettings;
      return backendName === "webgpu"
        ? runOnGpu(key, settings, backend as unknown as WebGpuBackend)
        : runHere(key, settings, backend as tf.KernelBackend);
    },
  });
}

function runHere(
  { dataId }: tf.TensorInfo,
  { shape, salt }: StatelessUniformSettings,
  backend: tf.KernelBackend,
): tf.TensorInfo {
  const values = uniforms(backend.readSync(dataId) as Int32Array, salt, shape);
  return { dataId: backend.write(values, shape, "float32"), shape, dtype: "float32" };
}

function uniforms(key: ArrayLike<number>, salt: number, shape: readonly number[]): Float32Array {
  const [rows, columns] = rowsAndColumns(shape);
  const [base, step] = [0, 1].map((lane) => {
    let state: number = HASH.start[lane]!;
    for (let k = 0; k < key.length; k++) state = mix(state + Math.imul(key[k]!, HASH.word[lane]!));
    return mix(state + Math.imul(salt, HASH.salt[lane]!));
  }) as [number, number];
  const at = (place: number) => mix(Math.imul(place, 2 * step + 1) + base);

  const factors = Int32Array.from({ length: columns }, (_, j) => 2 * at(j - 2 * columns) + 1);
  const terms = Int32Array.from({ length: columns }, (_, j) => at(j - columns));
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const a = at(row);
    for (let j = 0; j < columns; j++) {
      const hash = (Math.imul(a, factors[j]!) + terms[j]!) | 0;
      values[row * columns + j] = ((hash / HASH.shift) | 0) * HASH.scale + 0.5;
    }
  }
  return values;
}

function mix(number: number): number {
  let x = permute(Math.imul(number, HASH.spread));
  x = permute((x + ((x / HASH.fold) | 0)) | 0);
  return permute((x + ((x / HASH.fold) | 0)) | 0);
}

function permute(x: number): number {
  return Math.imul(x, 2 * x + 1);
}

/** What is needed of TensorFlow.js's WebGPU back end to run a program of one's own. */
interface WebGpuBackend {
  runWebGPUProgram(
    program: object,
    inputs: tf.TensorInfo[],
    dtype: tf.DataType,
    uniforms: { type: string; data: number[] }[],
  ): tf.TensorInfo;
}

function runOnGpu(
  key: tf.TensorInfo,
  { shape, salt }: StatelessUniformSettings,
  backend: WebGpuBackend,
): tf.TensorInfo {
  const size = tf.util.sizeFromShape(shape);
  const words = tf.util.sizeFromShape(key.shape);
  const program = {
    variableNames: ["key"],
    outputShape: [size],
    shaderKey: `${STATELESS_UNIFORM}_${words}`,
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(size / 64), 1, 1],
    workgroupSize: [64, 1, 1],
    uniforms: "salt : i32, columns : i32,",
    size: true,
    getUserCode: () => shader(words),
  };
  const uniforms = [salt, rowsAndColumns(shape)[1]].map((n) => ({ type: "int32", data: [n] }));
  return { ...backend.runWebGPUProgram(program, [key], "float32", uniforms), shape };
}

/** The same in WGSL, whose i32 also wraps around and whose division also cuts towards 0. */
function shader(words: number): string {
  const { spread, fold, start, word, salt, shift, scale } = HASH;
  const lane = (i: 0 | 1) => `fn lane${i}() -> i32 {
      var state = i32(${start[i]});
      for (var k = 0; k < ${words}; k++) { state = mix(state + key[k] * ${word[i]}); }
      return mix(state + uniforms.salt * ${salt[i]});
    }`;
  return `
    fn permute(x : i32) -> i32 { return x * (2 * x + 1); }
    fn mix(number : i32) -> i32 {
      var x = permute(number * ${spread});
      x = permute(x + x / ${fold});
      return permute(x + x / ${fold});
    }
    ${lane(0)}
    ${lane(1)}
    fn at(place : i32, base : i32, step : i32) -> i32 {
      return mix(place * (2 * step + 1) + base);
    }
    fn main(index : i32) {
      if (index < uniforms.size) {
        let base = lane0();
        let step = lane1();
        let row = index / uniforms.columns;
        let column = index % uniforms.columns;
        let factor = 2 * at(column - 2 * uniforms.columns, base, step) + 1;
        let hash = at(row, base, step) * factor + at(column - uniforms.columns, base, step);
        setOutputAtIndex(index, f32(hash / ${shift}) * ${scale} + 0.5);
      }
    }`;
}
