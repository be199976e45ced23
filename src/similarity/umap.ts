/**
 * UMAP: a map on which near points stay near, drawn by pulling and pushing.
 *
 *   every epoch, along each edge of the graph with a chance of about p_ij:
 *     both ends move together by rate · pull; its head is pushed from five points drawn by lot
 *   rate = learningRate · (1 − epoch / nEpochs)
 *
 * McInnes, Healy & Melville 2018, "UMAP: Uniform Manifold Approximation and Projection", section
 * 4.2; options, defaults and schedule as umap-learn's. Different here: the neighbours are exact,
 * and the start is the plane of the first two principal components rather than the graph's own
 * eigenvectors (Kobak & Linderman 2021 find either good, and a random start bad). The two forces
 * are read from tables and meet single-precision places in a WebAssembly kernel, so the map is the
 * same for the same seed, but not digit for digit umap-learn's.
 *
 * Distances between far clusters and the sizes of clusters mean little: see the share of neighbours
 * that a map keeps (neighbour-preservation.ts).
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertInteger, assertPositive } from "../core/check";
import { yieldToHost } from "../core/interrupt";
import { Rng } from "../core/rng";
import { denseMatrix, DenseMatrix, Points } from "./dense-matrix";
import { umapKernel, UmapKernel } from "./kernels/umap-kernel";
import { Metric, nearestNeighbours } from "./nearest-neighbours";
import { Neighbours } from "./neighbours";
import { pca } from "./pca";
import { fitUmapCurve, UmapCurve } from "./umap-curve";
import { umapGraph } from "./umap-graph";

export interface UmapOptions {
  /** Where chance comes from: the same seed, the same map. */
  rng: Rng;
  /** How many points, itself among them, a point is tied to: more show the large, less the small.
   *  Default 15, or N where that is less. */
  nNeighbors?: number;
  /** How close points may lie, in units of the map. Default 0.1. */
  minDist?: number;
  /** The scale at which points of one kind lie apart. Default 1. */
  spread?: number;
  /** Default 500, above 10,000 points 200. */
  nEpochs?: number;
  /** Default cosine. umap-learn's default is euclidean. */
  metric?: Metric;
  /** The step at the start. Default 1. */
  learningRate?: number;
  /** Pushes for each pull. Default 5. */
  negativeSampleRate?: number;
  /** How hard pushes are. Default 1. */
  repulsionStrength?: number;
  /** [N, 2] where the points start. Default: their first two principal components. */
  start?: Points;
  /** Neighbours that are known already, at least nNeighbors − 1 of each point. */
  neighbours?: Neighbours;
}

/** After an epoch: which, and how far points could move in it. */
export interface UmapStep {
  /** 1 to nEpochs. */
  readonly epoch: number;
  readonly rate: number;
}

export interface UmapRunOptions {
  /** Called after every epoch; a notebook may draw `map()` now and then. */
  onStep?: (step: UmapStep) => void;
  /** Ends the run with an InterruptedError; the map as of then is kept. */
  signal?: AbortSignal;
}

const START_WIDTH = 10;
const START_NOISE = 1e-4;
const LARGE = 10_000;

export class Umap {
  readonly nEpochs: number;
  readonly curve: UmapCurve;
  private readonly kernel: UmapKernel;
  private readonly learningRate: number;
  private epoch = 0;

  /** Finds the neighbours and builds the graph. @param points [N, D], N at least 4 */
  constructor(points: Points, options: UmapOptions) {
    const matrix = denseMatrix("Umap", "points", points);
    const n = matrix.shape[0];
    if (n < 4) throw new RangeError(`Umap: there must be at least 4 points, got ${n}`);
    const { rng, minDist = 0.1, spread = 1, learningRate = 1, metric = "cosine" } = options;
    const { nNeighbors = Math.min(15, n), nEpochs = n > LARGE ? 200 : 500 } = options;
    const { negativeSampleRate = 5, repulsionStrength = 1 } = options;
    assertInteger("Umap", { nNeighbors }, { min: 2, max: n });
    assertInteger("Umap", { nEpochs, negativeSampleRate }, { min: 1, max: 100_000 });
    assertPositive("Umap", { learningRate, repulsionStrength });
    this.nEpochs = nEpochs;
    this.learningRate = learningRate;
    this.curve = fitUmapCurve(minDist, spread);
    const neighbours = firstOf(
      options.neighbours ?? nearestNeighbours(matrix, { k: nNeighbors - 1, metric }),
      nNeighbors - 1,
      n,
    );
    this.kernel = umapKernel({
      graph: umapGraph(neighbours),
      curve: this.curve,
      places: startPlaces(options.start ?? pca(matrix).projected, n, rng),
      seed: 1 + rng.integer(0xffffffff),
      ...{ nEpochs, negativeSampleRate, repulsionStrength },
    });
  }

  /** One epoch. RangeError after the last. */
  step(): UmapStep {
    if (this.epoch === this.nEpochs) {
      throw new RangeError(`Umap.step: all ${this.nEpochs} epochs are done`);
    }
    const rate = this.learningRate * (1 - this.epoch / this.nEpochs);
    this.epoch++;
    this.kernel.epoch(this.epoch, rate);
    return { epoch: this.epoch, rate };
  }

  /** All epochs that are left. @returns [N, 2] the map */
  async run({ onStep, signal }: UmapRunOptions = {}): Promise<DenseMatrix> {
    while (this.epoch < this.nEpochs) {
      await yieldToHost(signal, () => `the map as of epoch ${this.epoch}`);
      const step = this.step();
      onStep?.(step);
    }
    return this.map();
  }

  /** [N, 2] where the points are by now: a copy. */
  map(): DenseMatrix {
    const values = this.kernel.places();
    return { shape: [values.length / 2, 2], values };
  }
}

function firstOf({ shape, ids, distances }: Neighbours, width: number, n: number): Neighbours {
  if (shape[0] !== n || shape[1] < width) {
    throw new RangeError(
      `Umap: neighbours must be at least [${n}, ${width}], nNeighbors − 1 others of each point,` +
        ` got [${shape}]`,
    );
  }
  if (shape[1] === width) return { shape, ids, distances };
  const keep = (_: number, at: number) => at % shape[1] < width;
  return { shape: [n, width], ids: ids.filter(keep), distances: distances.filter(keep) };
}

/** From −10 to 10, with a hair of noise, so that no two points start as one. */
function startPlaces(start: Points, n: number, rng: Rng): Float32Array {
  const { shape, values } = denseMatrix("Umap", "start", start);
  if (shape[0] !== n || shape[1] !== 2) {
    throw new RangeError(`Umap: start must be [${n}, 2], got [${shape}]`);
  }
  let widest = 0;
  for (const value of values) widest = Math.max(widest, Math.abs(value));
  const scale = widest === 0 ? 0 : START_WIDTH / widest;
  return Float32Array.from(values, (value) => value * scale + START_NOISE * rng.normal());
}
