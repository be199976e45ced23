/**
 * What a map has on the page: places in 16 bits, neighbours as ids, texts once.
 *
 * The neighbours that a map keeps are counted on the rounded places, so that the page, which counts
 * them anew for a chosen point, comes to the same number.
 */
import { denseMatrix, DenseMatrix, Points } from "../similarity/dense-matrix";
import { nearestNeighbours } from "../similarity/nearest-neighbours";
import { neighbourPreservation } from "../similarity/neighbour-preservation";
import { Neighbours } from "../similarity/neighbours";
import { base64 } from "./base64";
import { axesOf, freeVectors, PageAxis, PageVectors } from "./embedding-map-axes";
import { foldGroups, PageGroups } from "./embedding-map-groups";
import { MapFrame, MapOptions } from "./embedding-map-options";

export interface PageFrame {
  name: string;
  xy: string;
  /** Which of `truths` holds its neighbours. */
  truth?: number;
  kept?: string;
  share?: number;
}

/** True neighbours: ids in 16 bits, their high bytes apart, and cosines in steps of 0.01. */
export interface PageTruth {
  ids: string;
  high?: string;
  near?: string;
}

/** What the script on the page reads. */
export interface MapData {
  labels: readonly string[];
  frames: PageFrame[];
  truths: PageTruth[];
  start: number;
  k?: number;
  chance?: number;
  groups?: PageGroups;
  groupLabel?: string;
  order?: string;
  axes: PageAxis[];
  vectors?: PageVectors;
  method?: string;
  stepLabel?: string;
}

export interface FrameDefaults {
  k: number;
  start: number;
  stepLabel?: string;
}

const MOST_POINTS = 200_000;
/** How many of the most important names are ranked. */
const MOST_RANKED = 4000;

export function mapData(
  caller: string,
  frames: readonly MapFrame[],
  defaults: FrameDefaults,
  options: MapOptions,
): MapData {
  const { labels, groups, groupLabel, importance, method, metric = "cosine" } = options;
  const places = frames.map((frame) => planar(caller, frame.points, labels));
  const n = labels.length;
  const rounded = roundTogether(places);
  const hasTruth = frames.every((frame) => frame.vectors ?? frame.neighbours);
  if (!hasTruth && frames.some((frame) => frame.vectors ?? frame.neighbours)) {
    throw new RangeError(`${caller}: either all frames need vectors or neighbours, or none`);
  }
  const k = Math.min(options.k ?? defaults.k, n - 1);
  const truths = new Map<Points | Neighbours, Neighbours>();
  const truthOf = (frame: MapFrame) => {
    const key = frame.neighbours ?? frame.vectors!;
    if (!truths.has(key)) {
      const vectors = frame.vectors && denseMatrix(caller, "vectors", frame.vectors);
      assertSameLength(caller, "vectors", vectors?.shape[0] ?? n, n);
      truths.set(key, frame.neighbours ?? nearestNeighbours(vectors!, { k, metric }));
    }
    return key;
  };
  const kept = frames.map((frame, at) =>
    hasTruth ? neighbourPreservation(truths.get(truthOf(frame))!, rounded[at]!, { k }) : undefined,
  );
  if (groups !== undefined) assertSameLength(caller, "groups", groups.length, n);
  const last = frames[frames.length - 1]!;
  const vectors = last.vectors && denseMatrix(caller, "vectors", last.vectors);
  const keys = [...truths.keys()];
  return {
    labels,
    frames: frames.map((frame, at): PageFrame => {
      const xy = base64(Uint16Array.from(rounded[at]!.values));
      const trust = kept[at];
      if (trust === undefined) return { name: frame.name, xy };
      return {
        ...{ name: frame.name, xy, truth: keys.indexOf(truthOf(frame)), share: trust.share },
        kept: base64(Uint8Array.from(trust.kept)),
      };
    }),
    truths: [...truths.values()].map((truth) => pageTruth(truth, k, metric === "cosine")),
    start: defaults.start,
    ...(hasTruth ? { k, chance: k / (n - 1) } : {}),
    ...(groups === undefined ? {} : { groups: foldGroups(groups) }),
    ...(groupLabel === undefined ? {} : { groupLabel }),
    ...(importance === undefined ? {} : { order: ranked(caller, importance, n) }),
    axes: axesOf(caller, options.axes ?? [], labels, vectors, metric),
    ...freeVectors(caller, vectors, metric, options.freeAxes),
    ...(method === undefined ? {} : { method }),
    ...(defaults.stepLabel === undefined ? {} : { stepLabel: defaults.stepLabel }),
  };
}

function planar(caller: string, points: Points, labels: readonly string[]): DenseMatrix {
  const matrix = denseMatrix(caller, "points", points);
  const [n, d] = matrix.shape;
  if (d !== 2) {
    throw new RangeError(
      `${caller}: points must be [N, 2], got [${matrix.shape}];` +
        " bring vectors down to two with pca() or Umap",
    );
  }
  if (n < 2 || n > MOST_POINTS) {
    throw new RangeError(`${caller}: there must be 2 to ${MOST_POINTS} points, got ${n}`);
  }
  assertSameLength(caller, "labels", labels?.length ?? 0, n);
  return matrix;
}

function assertSameLength(caller: string, name: string, got: number, n: number): void {
  if (got !== n) {
    throw new RangeError(`${caller}: ${name} must be one per point, got ${got} for ${n} points`);
  }
}

/** All frames on one square of 0 to 65,535, x and y to one scale, whole numbers. */
function roundTogether(places: readonly DenseMatrix[]): DenseMatrix[] {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  for (const { values } of places) {
    values.forEach((value: number, at: number) => {
      low[at % 2] = Math.min(low[at % 2]!, value);
      high[at % 2] = Math.max(high[at % 2]!, value);
    });
  }
  const span = Math.max(high[0]! - low[0]!, high[1]! - low[1]!) || 1;
  const middle = [0, 1].map((axis) => (low[axis]! + high[axis]!) / 2);
  return places.map(({ shape, values }) => ({
    shape,
    values: Float64Array.from(values, (value, at) =>
      Math.round(((value - middle[at % 2]!) / span + 0.5) * 65535),
    ),
  }));
}

function pageTruth({ shape, ids, distances }: Neighbours, k: number, isCosine: boolean): PageTruth {
  const isKept = (_: number, at: number) => at % shape[1] < k;
  const list = ids.filter(isKept);
  const isHigh = shape[0] > 65536;
  return {
    ids: base64(Uint16Array.from(list)),
    ...(isHigh ? { high: base64(Uint8Array.from(list, (id) => id >> 16)) } : {}),
    ...(isCosine
      ? {
          near: base64(
            Uint8Array.from(distances.filter(isKept), (away) => 100 + Math.round(100 * (1 - away))),
          ),
        }
      : {}),
  };
}

function ranked(caller: string, importance: ArrayLike<number>, n: number): string {
  assertSameLength(caller, "importance", importance.length, n);
  const order = Array.from({ length: n }, (_, i) => i);
  order.sort((a, b) => importance[b]! - importance[a]! || a - b);
  return base64(Uint32Array.from(order.slice(0, MOST_RANKED)));
}
