/**
 * A map at many steps of a training, with a scrubber and a play button.
 *
 * Every frame is turned onto the next, beginning at the last, so that nothing moves but what
 * learning moved. The neighbours and the share that the map keeps are those of each step.
 *
 *   show(trainingMap({ frames: snapshots.map(({ step, vectors }) => ({
 *     name: `step ${step}`, points: pca(vectors).projected, vectors })), labels: words }))
 *
 * Size on the page: about N · frames · (6 + 4k) bytes with vectors, N · frames · 5 without; so 500
 * words at 30 steps are 0.4 MB.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { DenseMatrix } from "../similarity/dense-matrix";
import { procrustes } from "../similarity/procrustes";
import { mapData } from "./embedding-map-data";
import { EmbeddingMap } from "./embedding-map-html";
import { MapFrame, MapOptions } from "./embedding-map-options";

export interface TrainingMapOptions extends MapOptions {
  /** 2 to 200 maps of the same points, in order; the name says which step: "step 200". */
  frames: readonly MapFrame[];
  /** May frames be stretched to the size of the next? Default false: then growth is seen. */
  scaling?: boolean;
  /** What the scrubber sets. Default "training step". */
  stepLabel?: string;
}

const MOST_FRAMES = 200;

export function trainingMap({
  frames,
  scaling = false,
  stepLabel = "training step",
  ...shared
}: TrainingMapOptions): EmbeddingMap {
  if (!(frames?.length >= 2 && frames.length <= MOST_FRAMES)) {
    throw new RangeError(
      `trainingMap: there must be 2 to ${MOST_FRAMES} frames, got ${frames?.length}`,
    );
  }
  const last = frames[frames.length - 1]!;
  let next = last.points;
  const aligned: MapFrame[] = [last];
  for (const frame of frames.slice(0, -1).reverse()) {
    const turned: DenseMatrix = procrustes(frame.points, next, { scaling }).aligned;
    aligned.unshift({ ...frame, points: turned });
    next = turned;
  }
  const start = frames.length - 1;
  const data = mapData("trainingMap", aligned, { k: 5, start, stepLabel }, shared);
  return new EmbeddingMap(data, shared);
}
