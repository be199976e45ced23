/**
 * The fast half of GloVe: all pairs and both tables in WebAssembly's memory, learned from piece by
 * piece. See kernels/glove.as for how they lie there.
 */
import { GLOVE_WASM } from "./kernels/glove-wasm";
import type { GloVeNetwork, GloVeSide } from "./glove-step";

/** The pairs in the order in which they are learned. */
export interface GloVePairs {
  /** [n] */
  words: Uint32Array;
  /** [n] */
  contexts: Uint32Array;
  /** [n] ln X */
  targets: Float32Array;
  /** [n] f(X) */
  weights: Float32Array;
}

export interface GloVeKernel {
  readonly numPairs: number;
  /** Learns from so many pairs, beginning with this one; returns the sum of their losses. */
  learn(first: number, count: number): number;
  /** Copies what has been learned into the network that the kernel was made from. */
  readInto(network: GloVeNetwork): void;
}

const PAGE = 65536;
const MOST_PAGES = 65536;

/** The parts of WebAssembly used here; TypeScript names them only together with a browser's. */
interface Api {
  Memory: new (pages: { initial: number }) => { buffer: ArrayBuffer };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: object };
}

interface Exports {
  learn(entries: number, count: number, rowBytes: number, rate: number): number;
}

/** @param network the weights to begin with; both sides [V, D] */
export function buildGloVeKernel(
  caller: string,
  network: GloVeNetwork,
  pairs: GloVePairs,
  learningRate: number,
): GloVeKernel {
  const { numRows, size } = network.words.vectors;
  const padded = 4 * Math.ceil(size / 4);
  // Two rows, the bias and its sum, and two numbers more: records begin at multiples of 16 bytes.
  const recordSize = 2 * padded + 4;
  const tableBytes = 4 * numRows * recordSize;
  const entries = 16 + 2 * tableBytes; // address 0 is left free
  const numPairs = pairs.words.length;
  const pages = Math.ceil((entries + 16 * numPairs) / PAGE);
  if (pages > MOST_PAGES) {
    throw new RangeError(
      `${caller}: ${numRows} words of size ${size} and ${numPairs} pairs need ` +
        `${Math.ceil((pages * PAGE) / 2 ** 30)} GiB, at most 4 can be had: raise minCount, or ` +
        "lower window or vectorSize",
    );
  }
  const api = (globalThis as unknown as { WebAssembly: Api }).WebAssembly;
  const memory = new api.Memory({ initial: pages });
  const module = new api.Module(Buffer.from(GLOVE_WASM, "base64"));
  const { exports } = new api.Instance(module, { env: { memory } });
  const floats = new Float32Array(memory.buffer);
  const integers = new Uint32Array(memory.buffer);

  const sides: [GloVeSide, number][] = [
    [network.words, 16],
    [network.contexts, 16 + tableBytes],
  ];
  /** Where a side's record begins, counted in numbers. */
  const recordAt = (start: number, row: number) => start / 4 + row * recordSize;
  for (const [side, start] of sides) {
    for (let row = 0; row < numRows; row++) {
      const at = recordAt(start, row);
      floats.set(side.vectors.row(row), at);
      floats.fill(1, at + padded, at + 2 * padded);
      floats.set(side.squares.row(row), at + padded);
      floats[at + 2 * padded] = side.biases[row]!;
      floats[at + 2 * padded + 1] = side.biasSquares[row]!;
    }
  }
  for (let pair = 0, at = entries / 4; pair < numPairs; pair++, at += 4) {
    integers[at] = 16 + 4 * recordSize * pairs.words[pair]!;
    integers[at + 1] = 16 + tableBytes + 4 * recordSize * pairs.contexts[pair]!;
    floats[at + 2] = pairs.targets[pair]!;
    floats[at + 3] = pairs.weights[pair]!;
  }
  const { learn } = exports as Exports;
  return {
    numPairs,
    learn: (first, count) => learn(entries + 16 * first, count, 4 * padded, learningRate),
    readInto() {
      for (const [side, start] of sides) {
        for (let row = 0; row < numRows; row++) {
          const at = recordAt(start, row);
          side.vectors.row(row).set(floats.subarray(at, at + size));
          side.squares.row(row).set(floats.subarray(at + padded, at + padded + size));
          side.biases[row] = floats[at + 2 * padded]!;
          side.biasSquares[row] = floats[at + 2 * padded + 1]!;
        }
      }
    },
  };
}
